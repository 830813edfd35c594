#include "broadsheet/statistics/readability.hpp"

#include <cmath>
#include <limits>

#include "broadsheet/require.hpp"
#include "names.hpp"

namespace broadsheet::statistics {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

constexpr auto kCountNames =
    std::to_array<std::string_view>({"words", "sentences", "letters", "syllables", "polysyllables",
                                     "long_words", "unfamiliar_words"});
static_assert(kCountNames.size() == kNTextCounts);

struct Text {
  double words = 0;
  double sentences = 0;
  double letters = 0;
  double syllables = 0;
  double polysyllables = 0;
  double long_words = 0;
  double unfamiliar_words = 0;

  [[nodiscard]] double sentence_length() const { return words / sentences; }
  [[nodiscard]] double share(double of_words) const { return of_words / words; }
};

double cloze(const Text& t) {
  return 141.8401 - 21.459 * t.share(t.letters) + 107.9812 * t.share(t.sentences);
}

double dale_chall_raw(const Text& t) {
  return 15.79 * t.share(t.unfamiliar_words) + 0.0496 * t.sentence_length();
}

using Formula = double (*)(const Text&);

struct Entry {
  std::string_view name;
  Formula formula;
};

constexpr double kDaleChallConstant = 3.6365;
constexpr auto kEntries = std::to_array<Entry>({
    {"flesch",
     [](const Text& t) {
       return 206.835 - 1.015 * t.sentence_length() - 84.6 * t.share(t.syllables);
     }},
    {"flesch_kincaid",
     [](const Text& t) {
       return 0.39 * t.sentence_length() + 11.8 * t.share(t.syllables) - 15.59;
     }},
    {"fog",
     [](const Text& t) { return 0.4 * (t.sentence_length() + 100 * t.share(t.polysyllables)); }},
    {"smog",
     [](const Text& t) { return 3.1291 + 1.043 * std::sqrt(30 * t.polysyllables / t.sentences); }},
    {"ari",
     [](const Text& t) { return 4.71 * t.share(t.letters) + 0.5 * t.sentence_length() - 21.43; }},
    {"coleman_liau",
     [](const Text& t) { return 5.88 * t.share(t.letters) - 29.6 * t.share(t.sentences) - 15.8; }},
    {"coleman_liau_cloze", cloze},
    {"coleman_liau_grade", [](const Text& t) { return 23.06395 - 0.274004 * cloze(t); }},
    {"lix", [](const Text& t) { return t.sentence_length() + 100 * t.share(t.long_words); }},
    {"rix", [](const Text& t) { return t.long_words / t.sentences; }},
    {"dale_chall", [](const Text& t) { return dale_chall_raw(t) + kDaleChallConstant; }},
    {"dale_chall_adjusted",
     [](const Text& t) {
       return dale_chall_raw(t) + (t.share(t.unfamiliar_words) > 0.05 ? kDaleChallConstant : 0);
     }},
    {"dale_chall_1995",
     [](const Text& t) {
       return 64 - 95 * t.share(t.unfamiliar_words) - 0.69 * t.sentence_length();
     }},
});
static_assert(kEntries.size() == static_cast<std::size_t>(Readability::kDaleChall1995) + 1);

constexpr auto kNames = names_of(kEntries);

}  // namespace

void check(const TextCountsView& texts) {
  for (std::size_t i = 0; i < kNTextCounts; ++i) {
    const auto counts = texts.counts[i];
    require(counts.empty() || counts.size() == texts.n_texts, kCountNames[i], " must have ",
            texts.n_texts, " rows, not ", counts.size());
    for (std::size_t row = 0; row < counts.size(); ++row) {
      require(std::isfinite(counts[row]) && counts[row] >= 0, kCountNames[i],
              " must be finite and not negative: row ", row, " is ", counts[row]);
    }
  }
}

std::span<const std::string_view> text_count_names() {
  return kCountNames;
}

std::span<const std::string_view> readability_names() {
  return kNames;
}

Readability find_readability(std::string_view name) {
  return find_name<Readability>(kNames, name, "readability");
}

std::vector<double> readability(const TextCountsView& texts, Readability formula) {
  std::vector<double> scores(texts.n_texts, kUnknown);
  const Formula score = kEntries[static_cast<std::size_t>(formula)].formula;
  for (std::size_t row = 0; row < texts.n_texts; ++row) {
    const auto count = [&](TextCount of) { return texts[of].empty() ? kUnknown : texts[of][row]; };
    const Text text{count(TextCount::kWords),          count(TextCount::kSentences),
                    count(TextCount::kLetters),        count(TextCount::kSyllables),
                    count(TextCount::kPolysyllables),  count(TextCount::kLongWords),
                    count(TextCount::kUnfamiliarWords)};
    if (text.words > 0 && text.sentences > 0) scores[row] = score(text);
  }
  return scores;
}

}  // namespace broadsheet::statistics
