#pragma once

#include <string>
#include <string_view>

#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/text/mapped_text.hpp"

namespace broadsheet::terms {

/// Folds tokens into the terms that they count as; see Tokenizer. Keeps its buffers from one to the
/// next.
class Folder {
 public:
  explicit Folder(const TokenizerOptions& options) : options_(options) {}

  /// Writes the term of a token into `term`, over what was there. Under kSklearn `token` may as
  /// well be a stretch that is yet to be cut.
  void fold(std::string_view token, std::string& term);

 private:
  void strip(std::string_view lower, std::string& term) const;

  const TokenizerOptions& options_;
  std::string spelt_;
  std::string lower_;
};

/// The same for one token.
void fold_token(std::string_view token, const TokenizerOptions& options, std::string& term);

/// `text` as kSklearn strips it of accents, which are not kKept.
[[nodiscard]] text::MappedText strip_for_sklearn(std::string_view text, Accents accents);

}  // namespace broadsheet::terms
