#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "broadsheet/text/span.hpp"

namespace broadsheet::terms {

/// The version of what the presets do. It grows when any text gives other tokens than before.
inline constexpr int kTokenizerVersion = 1;

enum class Preset {
  kNews,     ///< Words of UAX #29, and whole what news needs whole; see NewsRules.
  kUnicode,  ///< Words of UAX #29 as they stand.
  kSklearn,  ///< What scikit-learn's default pattern matches: runs of two or more `\w`, or of
             ///< TokenizerOptions::min_length.
};

/// The rules that `kNews` adds to UAX #29. Each can be switched off by itself; where all are off,
/// the tokens are those of `kUnicode`.
///
/// A rule looks at the characters written together, without white space between them. "Word" means
/// a segment of UAX #29 with a letter, a number or a pictograph.
struct NewsRules {
  bool urls = true;           ///< http://, https://, ftp:// and www. up to white space, a quote or
                              ///< < or >, less closing punctuation: https://t.co/x?a=b
  bool emails = true;         ///< jane.doe@example.org
  bool handles = true;        ///< @handle: @ and letters, digits, low lines.
  bool hashtags = true;       ///< #tag: the same with at least one letter.
  bool money = true;          ///< $3.5bn, US$5m, 20 with a euro sign before or after.
  bool percents = true;       ///< 3.9%
  bool dates = true;          ///< Digits with / or : between: 9/11, 24/7, 12/23/2005, 10:30
  bool abbreviations = true;  ///< Single letters with stops keep the last one: U.S. J.P. a.m.
  bool ampersands = true;     ///< AT&T, R&D
  bool hyphens = true;        ///< legally-binding, COVID-19, U.S.-led; U+2010 and U+2011 count as -
  bool apostrophes = true;    ///< Any apostrophe within a word is written ' in the term.
  bool possessives = true;    ///< 's at the end is no part of the token, unless the whole is one of
                              ///< it's, he's, she's, that's, there's, here's, what's, who's,
                              ///< where's, when's, why's, how's, let's.
  bool stops = true;          ///< A stop with two letters before it and a capital and a small
                              ///< letter behind it ends a word: said.The, not Ph.D, example.com.
  bool invisibles = true;     ///< Soft hyphens, marks of direction, variation selectors and byte
                              ///< order marks are no part of the term.
  friend bool operator==(const NewsRules&, const NewsRules&) = default;
};

/// What becomes of accents.
enum class Accents {
  kKept,
  kStripped,  ///< Terms lose their non-spacing marks. Under kSklearn the text loses what has a
              ///< combining class after NFKD, as by scikit-learn's strip_accents="unicode".
  kAscii,     ///< Of NFKD only what is ASCII is left, as by strip_accents="ascii". Under kSklearn
              ///< alone: it loses whole words of other scripts.
};

struct TokenizerOptions {
  Preset preset = Preset::kNews;
  bool lowercase = true;  ///< Full lower case, as Python's `str.lower`.
  Accents accents = Accents::kKept;
  bool punctuation = false;     ///< Also the segments that are no words, but for white space; not
                                ///< under kSklearn.
  std::int64_t min_length = 2;  ///< The fewest characters of a run that is a token, at least 1; of
                                ///< kSklearn only. 1 is the pattern `\b\w+\b`.
  NewsRules rules = {};         ///< Of kNews only.
  friend bool operator==(const TokenizerOptions&, const TokenizerOptions&) = default;
};

/// What made a token a token. Where several rules had a part, the last one.
enum class Rule : std::uint8_t {
  kWord,
  kNumber,  ///< A word with a number and without a letter.
  kUrl,
  kEmail,
  kHandle,
  kHashtag,
  kMoney,
  kPercent,
  kDate,
  kAbbreviation,
  kAmpersand,
  kHyphen,
  kPictograph,
  kPossessive,   ///< The 's that was taken off; a token under `punctuation` only.
  kPunctuation,  ///< Neither word nor white space; a token under `punctuation` only.
};

/// A token: where it stands in the text, the term it counts as, and the rule that made it.
struct Token {
  text::Span span;
  std::string term;
  Rule rule = Rule::kWord;
};

/// Cuts texts into tokens. Immutable, hence shareable between threads.
///
/// The term of a token is its text in lower case; then, but for kSklearn, in normal form C, so one
/// word is one term however it is composed; then without accents if so asked. Under kSklearn case
/// and then accents are folded before the text is cut, as scikit-learn does.
///
/// Time is linear in the bytes for any text, a million apostrophes as well.
class Tokenizer {
 public:
  /// @throws std::invalid_argument  for `punctuation` under kSklearn, kAscii under another preset,
  /// a
  ///         `min_length` below 1.
  explicit Tokenizer(TokenizerOptions options = {});

  [[nodiscard]] const TokenizerOptions& options() const noexcept { return options_; }

  /// The tokens of a text, in order, with their spans and rules: what explains, not what counts.
  /// Spans ascend and do not overlap, but under kSklearn, where a character that folds to several
  /// may belong to two tokens.
  [[nodiscard]] std::vector<Token> explain(std::string_view text) const;

  /// Appends the id of each token of `text` to `ids`, adding new terms to `vocabulary`: the fast
  /// path, equal to `explain` token by token.
  void append_ids(std::string_view text, Vocabulary& vocabulary,
                  LargeArray<std::int32_t>& ids) const;

  /// `word` as a token's term: what a stop word has to look like to be found among terms.
  [[nodiscard]] std::string fold(std::string_view word) const;

 private:
  TokenizerOptions options_;
};

}  // namespace broadsheet::terms
