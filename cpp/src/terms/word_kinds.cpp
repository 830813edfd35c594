#include "word_kinds.hpp"

#include <memory>
#include <mutex>
#include <string_view>

#include "broadsheet/text/case.hpp"
#include "broadsheet/text/normalization.hpp"
#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/words.hpp"
#include "news_characters.hpp"
#include "segments.hpp"

namespace broadsheet::terms {
namespace {

using text::NormalForm;
using text::WordBreak;

bool is_one_of(char32_t value, std::string_view ascii) {
  return value < 0x80 && ascii.find(static_cast<char>(value)) != std::string_view::npos;
}

/// Whether stripping accents leaves a text alone that has only code points such as this one.
bool is_plain(char32_t value, Preset preset, Accents accents) {
  const bool is_sklearn = preset == Preset::kSklearn;
  switch (accents) {
    case Accents::kAscii:
      return value < 0x80;
    case Accents::kStripped:
      if (is_sklearn) return text::is_inert(value, NormalForm::kNfkd);
      return text::is_inert(value, NormalForm::kNfc) && text::is_inert(value, NormalForm::kNfd) &&
             !text::is_mark(value);
    case Accents::kKept:
      break;
  }
  return is_sklearn || text::is_inert(value, NormalForm::kNfc);
}

/// The kind of what `\w` matches or not, in a text that is folded before it is cut.
WordKind find_for_sklearn(char32_t value, bool lowercase, Accents accents) {
  using enum WordKind;
  if (!is_plain(value, Preset::kSklearn, accents)) return kHard;
  const auto lower = lowercase ? text::lower_alone(value) : value;
  if (!lower || !is_plain(*lower, Preset::kSklearn, accents)) return kHard;
  const bool is_word = text::is_regex_word(value);
  if (is_word != text::is_regex_word(*lower)) return kHard;
  if (is_word) return *lower == value ? kWord : kCapital;
  if (*lower != value) return kHard;
  // A capital sigma looks across what case ignores for a cased letter.
  return text::is_case_ignorable(value) || text::is_cased(value) ? kSoftBreak : kBreak;
}

/// How something is folded that belongs to a token whatever it is: kWord, kCapital or kFolded.
WordKind find_folding(char32_t value, const TokenizerOptions& options) {
  using enum WordKind;
  const auto lower = options.lowercase ? text::lower_alone(value) : value;
  const auto is_kept = [&](char32_t each) {
    return is_plain(each, options.preset, options.accents) && !is_invisible(each);
  };
  if (!lower || !is_kept(value) || !is_kept(*lower)) return kFolded;
  return *lower == value ? kWord : kCapital;
}

/// The kind of what starts a token: a letter or a number.
WordKind find_among_words(char32_t value, const TokenizerOptions& options) {
  using enum WordKind;
  const WordKind folding = find_folding(value, options);
  switch (text::word_break(value)) {
    case WordBreak::kLetter:
    case WordBreak::kNumeric:
      return folding;
    case WordBreak::kKatakana:
      return folding == kWord ? kKatakana : kHard;
    case WordBreak::kOther:
      return folding == kWord ? kSingle : kHard;
    default:
      return kHard;
  }
}

WordKind find_among_others(char32_t value, const TokenizerOptions& options) {
  using enum WordKind;
  switch (text::word_break(value)) {
    case WordBreak::kExtend:
    case WordBreak::kFormat:
      return find_folding(value, options) == kWord ? kMark : kFoldedMark;
    case WordBreak::kMidLetter:
    case WordBreak::kMidNum:
    case WordBreak::kMidNumLet:
    case WordBreak::kSingleQuote:
    case WordBreak::kDoubleQuote:
      return kMid;
    case WordBreak::kCr:
    case WordBreak::kLf:
    case WordBreak::kNewline:
    case WordBreak::kSpace:
    case WordBreak::kOther:
      if (text::is_alphabetic(value) || text::is_mark(value)) return kHard;
      // An address may hold any mark of ASCII.
      return options.preset == Preset::kNews && '!' <= value && value <= '~' ? kSoftBreak : kBreak;
    case WordBreak::kExtendNumLet:
      return value == U'_' ? kLowLine : kHard;
    default:
      return kHard;
  }
}

/// What has a meaning of its own wherever it stands.
bool is_sign_of_news(char32_t value) {
  constexpr char32_t kPerMille = 0x2030;
  return is_one_of(value, "@#%&/") || value == kPerMille || text::is_currency(value);
}

WordKind find_for_words(char32_t value, const TokenizerOptions& options) {
  const bool is_token = text::is_letter(value) || text::is_numeric(value);
  if (options.preset == Preset::kNews) {
    if (is_sign_of_news(value)) return WordKind::kHard;
    if (is_hyphen(value)) return WordKind::kHyphen;
    if (is_apostrophe(value)) return is_token ? WordKind::kHard : WordKind::kApostrophe;
  }
  return is_token ? find_among_words(value, options) : find_among_others(value, options);
}

}  // namespace

WordKinds::WordKinds(const TokenizerOptions& options)
    : preset_(options.preset), lowercase_(options.lowercase), accents_(options.accents) {
  for (char32_t value = 0; value < kinds_.size(); ++value) {
    kinds_[value] = find(value);
    const bool is_capital = kinds_[value] == WordKind::kCapital;
    lower_[value] = static_cast<char16_t>(is_capital ? find_lower(value) : value);
  }
}

char32_t WordKinds::find_lower(char32_t capital) {
  return *text::lower_alone(capital);
}

WordKind WordKinds::find(char32_t value) const {
  if (value < 0x80 && is_ascii_space(static_cast<char>(value))) return WordKind::kSpace;
  if (preset_ == Preset::kSklearn) return find_for_sklearn(value, lowercase_, accents_);
  return find_for_words(value, {.preset = preset_, .lowercase = lowercase_, .accents = accents_});
}

const WordKinds& WordKinds::of(const TokenizerOptions& options) {
  static std::array<std::once_flag, 18> made;
  static std::array<std::unique_ptr<const WordKinds>, 18> kinds;
  const auto place = 6 * static_cast<std::size_t>(options.preset) +
                     2 * static_cast<std::size_t>(options.accents) +
                     static_cast<std::size_t>(options.lowercase);
  std::call_once(made[place], [&] { kinds[place] = std::make_unique<const WordKinds>(options); });
  return *kinds[place];
}

}  // namespace broadsheet::terms
