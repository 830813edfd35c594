#pragma once

#include <cstdint>
#include <string_view>

#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/text/span.hpp"
#include "word_kinds.hpp"

namespace broadsheet::terms {

/// What a sign behind letters and digits does to them.
enum class Joint {
  kBreak,    ///< Ends them.
  kJoin,     ///< Joins them to what follows.
  kRespelt,  ///< The same, and is written otherwise in the term.
  kEnding,   ///< Ends them, and with the letter behind it is a possessive ending.
  kHard,     ///< Only the rules can tell.
};

/// Judges signs that need no more than a look at their neighbours.
class Joints {
 public:
  explicit Joints(const TokenizerOptions& options)
      : options_(options), kinds_(WordKinds::of(options)) {}

  /// @param token  Letters, digits and signs that join them, up to where the sign stands, which is
  ///               of kind kMid, kApostrophe or kHyphen.
  /// @param end    Of the text that belongs together, > token.end.
  [[nodiscard]] Joint find(std::string_view text, text::Span token, std::int64_t end) const;

 private:
  /// A sign and the two code points that it stands between.
  struct Place {
    char32_t before;
    char32_t sign;
    char32_t after;
  };

  [[nodiscard]] Joint find_in_news(const Place& place, std::string_view text, text::Span token,
                                   std::int64_t end) const;
  [[nodiscard]] Joint find_apostrophe(const Place& place, std::string_view text, text::Span token,
                                      std::int64_t end) const;

  const TokenizerOptions& options_;
  const WordKinds& kinds_;
};

}  // namespace broadsheet::terms
