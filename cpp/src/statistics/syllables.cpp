#include "broadsheet/statistics/syllables.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "broadsheet/text/case.hpp"
#include "broadsheet/text/normalization.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::statistics {
namespace {

bool is_in(char letter, std::string_view letters) {
  return letters.find(letter) != std::string_view::npos;
}

template <std::size_t N>
bool is_among(std::string_view ending, const std::array<std::string_view, N>& endings) {
  return std::ranges::find(endings, ending) != endings.end();
}

/// The letters of a word, a to z, and which of them sound as vowels.
class Letters {
 public:
  explicit Letters(std::string_view letters) : letters_(letters) {
    for (std::int64_t i = 0; i < size(); ++i) sounds_.push_back(sounds_as_vowel(i));
  }

  [[nodiscard]] std::int64_t size() const { return std::ssize(letters_); }
  /// A letter, or 0 beyond the ends of the word.
  [[nodiscard]] char operator[](std::int64_t i) const {
    return i < 0 || i >= size() ? '\0' : letters_[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] bool is_vowel(std::int64_t i) const {
    return i >= 0 && i < size() && sounds_[static_cast<std::size_t>(i)] == '1';
  }
  [[nodiscard]] bool is_consonant(std::int64_t i) const {
    return i >= 0 && i < size() && !is_vowel(i);
  }
  [[nodiscard]] bool ends_with(std::string_view ending) const { return letters_.ends_with(ending); }
  [[nodiscard]] std::string_view from(std::int64_t i) const {
    return letters_.substr(static_cast<std::size_t>(i));
  }
  [[nodiscard]] bool has_vowel_before(std::int64_t end) const {
    for (std::int64_t i = 0; i < end; ++i) {
      if (is_vowel(i)) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] char sounds_as_vowel(std::int64_t i) const {
    constexpr std::string_view kVowels = "aeiou";
    const char letter = (*this)[i];
    const char before = (*this)[i - 1];
    const char after = (*this)[i + 1];
    if (letter == 'y') {
      return is_in(after, kVowels) && (i == 0 || is_in(before, "aeiouw")) ? '0' : '1';
    }
    if (letter == 'u' && is_in(after, kVowels)) {
      return before == 'q' || (before == 'g' && is_in(after, "aei")) ? '0' : '1';
    }
    return is_in(letter, kVowels) ? '1' : '0';
  }

  std::string_view letters_;
  std::string sounds_;  // '1' for a vowel.
};

constexpr auto kSplitIe = std::to_array<std::string_view>(
    {"t", "nce", "nces", "nt", "nts", "r", "rs", "st", "ty", "ties"});
constexpr auto kSplitEa =
    std::to_array<std::string_view>({"", "s", "te", "ted", "tes", "ting", "tion", "tive", "tor"});

/// Whether the vowels i - 1 and i are of two syllables.
bool is_split(const Letters& word, std::int64_t i) {
  const char first = word[i - 1];
  const char second = word[i];
  const char before = word[i - 2];
  const char next = word[i + 1];
  const std::string_view rest = word.from(i + 1);
  const auto pair = [&](char a, char b) { return first == a && second == b; };
  if (first == 'y' || pair('i', 'u') || pair('i', 'i')) return true;
  if (first == 'u' && is_in(second, "aou")) return true;
  if (pair('i', 'a')) {
    if (is_in(before, "ctsg") && is_in(next, "ln")) return false;  // so-cial, A-sian
    return !(is_in(before, "cts") && rest.empty()) && rest != "ge" && rest != "ges";
  }
  if (pair('i', 'o')) {
    if (before == 'l' && word[i - 3] == 'l' && next == 'n') return false;  // mil-lion
    return !(is_in(before, "tscgxn") && (next == 'n' || rest.starts_with("us")));
  }
  if (pair('e', 'o')) {
    return !(is_in(before, "gp") && (is_in(next, "rpn") || rest.starts_with("us")));
  }
  if (pair('e', 'i') || pair('o', 'i') || pair('u', 'i')) return rest.starts_with("ng");
  if (pair('i', 'e')) {
    if (is_in(before, "ct") && next == 'n' && word[i - 3] != 's') return false;  // pa-tient
    const bool is_short = i < 3 && (rest == "r" || rest == "rs");                // tier
    return i >= 2 && before != 's' && !is_short && is_among(rest, kSplitIe);
  }
  return pair('e', 'a') && before == 'r' && is_among(rest, kSplitEa);  // a-rea, cre-ate
}

/// Whether the consonant at `i` makes a syllable with the e that follows: ta-ble, a-cre.
bool is_syllabic(const Letters& word, std::int64_t i) {
  return is_in(word[i], "lr") && word.is_consonant(i - 1) && !is_in(word[i - 1], "lrw");
}

bool hisses(const Letters& word, std::int64_t i) {
  return is_in(word[i], "szxcg") || (word[i] == 'h' && is_in(word[i - 1], "cs"));
}

/// Whether the e of the last syllable is silent.
bool has_silent_end(const Letters& word) {
  const std::int64_t last = word.size() - 1;
  if (word[last] == 'e') return word.is_consonant(last - 1) && !is_syllabic(word, last - 1);
  if (word[last - 1] != 'e' || !word.is_consonant(last - 2)) return false;
  if (is_syllabic(word, last - 2)) return false;
  if (word[last] == 's') return !hisses(word, last - 2);
  return word[last] == 'd' && !is_in(word[last - 2], "td");
}

constexpr auto kAfterSilentE = std::to_array<std::string_view>(
    {"ly",   "ty",    "ful",  "fully", "less",  "lessly", "lessness", "ment", "ments",
     "ness", "land",  "man",  "men",   "where", "thing",  "time",     "work", "works",
     "line", "lines", "side", "back",  "house", "town",   "wood",     "ville"});

/// Whether an e within the word is silent: state-ment, safe-ly.
bool has_silent_middle(const Letters& word) {
  if (word.ends_with("element") || word.ends_with("elements")) return false;
  for (const std::string_view ending : kAfterSilentE) {
    if (!word.ends_with(ending)) continue;
    const std::int64_t e = word.size() - std::ssize(ending) - 1;
    if (word[e] != 'e' || !word.is_consonant(e - 1) || !word.has_vowel_before(e - 1)) continue;
    const bool is_needed = word[e - 1] == 'l' && word.is_consonant(e - 2) && word[e - 2] != 'r' &&
                           (is_in(ending[0], "m") || ending == "ness");  // set-tle-ment
    if (!is_needed) return true;
  }
  return false;
}

/// The syllables of letters a to z, the last of which is accented or not.
std::int64_t count_spoken(std::string_view letters, bool is_end_accented) {
  const Letters word(letters);
  std::int64_t n_syllables = 0;
  for (std::int64_t i = 0; i < word.size(); ++i) {
    if (word.is_vowel(i) && (!word.is_vowel(i - 1) || is_split(word, i))) ++n_syllables;
  }
  if (n_syllables == 0) return word.size();
  if (n_syllables > 1 && !is_end_accented && has_silent_end(word)) --n_syllables;
  if (n_syllables > 1 && has_silent_middle(word)) --n_syllables;
  for (const std::string_view ending : {"sm", "sms"}) {
    if (word.ends_with(ending) && word.is_vowel(word.size() - std::ssize(ending) - 1)) {
      ++n_syllables;
    }
  }
  return n_syllables;
}

/// Lower case.
std::string lower_of(std::string_view word) {
  std::string lower;
  text::append_lower(lower, word);
  return lower;
}

std::string without_accents(const std::string& lower) {
  if (text::is_ascii(lower)) return lower;
  std::string bare;
  text::append_without_accents(bare, lower);
  return bare;
}

/// Cuts a possessive ending off; false where there is none.
bool cut_possessive(std::string& word) {
  for (const std::string_view ending : {"'s", "\xE2\x80\x99s"}) {
    if (word.size() <= ending.size() || !word.ends_with(ending)) continue;
    word.resize(word.size() - ending.size());
    return true;
  }
  return false;
}

/// Whether 's makes a syllable after these letters: Bush's, Alice's.
bool ends_in_hiss(const Letters& word) {
  const std::int64_t last = word.size() - 1;
  return word[last] == 'e' ? hisses(word, last - 1)
                           : hisses(word, last) && !is_in(word[last], "cg");
}

}  // namespace

std::int64_t count_syllables(std::string_view word) {
  std::string lower = lower_of(word);
  const bool is_possessive = cut_possessive(lower);
  const bool is_end_accented = !lower.empty() && (lower.back() & 0x80) != 0;
  std::int64_t n_digits = 0;
  std::string spelling;
  for (const char byte : without_accents(lower)) {
    if (byte >= 'a' && byte <= 'z') spelling += byte;
    n_digits += byte >= '0' && byte <= '9';
  }
  const Letters letters(spelling);
  const bool is_spoken = n_digits == 0 || letters.has_vowel_before(letters.size());
  const std::int64_t n_spoken = is_spoken ? count_spoken(spelling, is_end_accented) : 0;
  const bool is_longer = is_possessive && ends_in_hiss(letters);
  return std::max<std::int64_t>(n_digits + n_spoken + is_longer, 1);
}

}  // namespace broadsheet::statistics
