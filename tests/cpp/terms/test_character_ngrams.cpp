#include "broadsheet/terms/character_ngrams.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/text/utf8.hpp"
#include "terms/text_samples.hpp"

namespace broadsheet::terms {
namespace {

using Strings = std::vector<std::string>;
using Row = std::map<std::string, std::int32_t>;

struct Counted {
  Strings labels;
  std::vector<Row> rows;
  friend bool operator==(const Counted&, const Counted&) = default;
};

Counted read(const Csr<std::int32_t>& counts, const Labels& labels) {
  Counted counted{.labels = {}, .rows = std::vector<Row>(counts.indptr.size() - 1)};
  for (std::int64_t i = 0; i < labels.size(); ++i) counted.labels.emplace_back(labels.at(i));
  EXPECT_EQ(counts.n_columns, labels.size());
  for (std::size_t row = 0; row < counted.rows.size(); ++row) {
    std::int32_t last = -1;
    for (auto at = counts.indptr[row]; at < counts.indptr[row + 1]; ++at) {
      const std::int32_t column = counts.indices[static_cast<std::size_t>(at)];
      EXPECT_GT(column, last);
      last = column;
      counted.rows[row][counted.labels[static_cast<std::size_t>(column)]] =
          counts.values[static_cast<std::size_t>(at)];
    }
  }
  return counted;
}

Counted count(const Strings& texts, const CharacterNgramRules& rules, const TrimOptions& trim = {},
              const parallel::LoopOptions& loop = {}) {
  const CharacterCounts found = count_character_ngrams(texts_of(texts), rules, trim, loop);
  return read(found.counts, found.labels);
}

// The slow twin: characters as strings, spaces by name.

Strings characters_of(std::string_view text) {
  Strings characters;
  for (const char byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) characters.emplace_back();
    characters.back() += byte;
  }
  return characters;
}

bool is_space(const std::string& character) {
  static const Strings spaces{
      " ",           "\t",       "\n",           "\v",           "\f",
      "\r",          "\x1C",     "\x1D",         "\x1E",         "\x1F",
      "\xC2\x85",    "\xC2\xA0", "\xE1\x9A\x80", "\xE2\x80\x83", "\xE2\x80\xA8",
      "\xE3\x80\x80"};
  return std::ranges::find(spaces, character) != spaces.end();
}

std::vector<Strings> runs_of(std::string_view text, bool within_words) {
  std::vector<Strings> runs;
  if (!within_words) {
    Strings run;
    const Strings characters = characters_of(text);
    for (std::size_t i = 0; i < characters.size();) {
      std::size_t end = i;
      while (end < characters.size() && is_space(characters[end])) ++end;
      run.push_back(end > i + 1 ? " " : characters[i]);
      i = std::max(end, i + 1);
    }
    return {run};
  }
  bool is_inside = false;
  for (const std::string& character : characters_of(text)) {
    if (!is_space(character)) {
      if (!is_inside) runs.push_back({" "});
      runs.back().push_back(character);
    }
    if (is_space(character) && is_inside) runs.back().emplace_back(" ");
    is_inside = !is_space(character);
  }
  if (is_inside) runs.back().emplace_back(" ");
  return runs;
}

Row count_slowly(std::string_view text, const CharacterNgramRules& rules) {
  Row row;
  for (const Strings& run : runs_of(text, rules.within_words)) {
    const auto size = static_cast<int>(run.size());
    for (int n = rules.lo; n <= rules.hi; ++n) {
      for (int i = 0; i < size; ++i) {
        std::string ngram;
        for (int j = i; j < std::min(i + n, size); ++j) ngram += run[static_cast<std::size_t>(j)];
        if (i + n <= size) ++row[ngram];
        if (rules.within_words && i == 0 && size < n && n == rules.lo) ++row[ngram];
      }
    }
  }
  return row;
}

Counted count_slowly(const Strings& texts, const CharacterNgramRules& rules,
                     const TrimOptions& trim = {}) {
  Counted counted;
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> totals;
  for (const std::string& text : texts) {
    counted.rows.push_back(count_slowly(text, rules));
    for (const auto& [ngram, n] : counted.rows.back()) {
      totals[ngram].first += n;
      ++totals[ngram].second;
    }
  }
  std::vector<std::pair<std::int64_t, std::string>> kept;
  for (const auto& [ngram, total] : totals) {
    const auto documents = static_cast<double>(total.second);
    if (documents < trim.min_documents || documents > trim.max_documents) continue;
    kept.emplace_back(-total.first, ngram);
  }
  std::ranges::sort(kept);
  if (static_cast<std::int64_t>(kept.size()) > trim.max_terms) {
    kept.resize(static_cast<std::size_t>(trim.max_terms));
  }
  for (const auto& [total, ngram] : kept) counted.labels.push_back(ngram);
  std::ranges::sort(counted.labels);
  for (Row& row : counted.rows) {
    std::erase_if(row, [&](const auto& cell) {
      return !std::ranges::binary_search(counted.labels, cell.first);
    });
  }
  return counted;
}

/// Pieces of two, three and four bytes, white space of every kind, and some words again and again.
Strings hostile_texts(unsigned seed, std::size_t n_texts = 60) {
  return random_strings(seed, n_texts, 40,
                        {"a",
                         " ",
                         "e",
                         "the ",
                         "b",
                         "\xC3\xA9",
                         "\n",
                         "wheat",
                         "\xE4\xBD\xA0",
                         ".",
                         "  ",
                         "\xC2\xA0",
                         "\xF0\x9F\x98\x80",
                         "\x1D",
                         "\xE2\x80\x83",
                         "\xE2\x80\x99",
                         "\xE3\x80\x80",
                         "longer-word-of-many-letters",
                         "\xCC\x81",
                         "\t\r\n",
                         std::string("\0", 1),
                         "\xC2\x85"});
}

std::string error_of(const Strings& texts, const CharacterNgramRules& rules,
                     const TrimOptions& trim = {}) {
  try {
    (void)count(texts, rules, trim);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(CharacterNgrams, AcrossWordsWorkedByHand) {
  const Counted counted = count({"ab ab", "", "x\ny \t b"}, {.lo = 2, .hi = 3});
  EXPECT_EQ(counted.labels, (Strings{"\ny", "\ny ", " a", " ab", " b", "ab", "ab ", "b ", "b a",
                                     "x\n", "x\ny", "y ", "y b"}));
  EXPECT_EQ(counted.rows[0],
            (Row{{"ab", 2}, {"b ", 1}, {" a", 1}, {"ab ", 1}, {"b a", 1}, {" ab", 1}}));
  EXPECT_TRUE(counted.rows[1].empty());
  EXPECT_EQ(
      counted.rows[2],
      (Row{{"x\n", 1}, {"\ny", 1}, {"y ", 1}, {" b", 1}, {"x\ny", 1}, {"\ny ", 1}, {"y b", 1}}));
}

TEST(CharacterNgrams, WithinWordsWorkedByHand) {
  const Counted counted = count({"\t ab ab\n\nc"}, {.lo = 3, .hi = 4, .within_words = true});
  EXPECT_EQ(counted.rows[0], (Row{{" ab", 2}, {"ab ", 2}, {" ab ", 2}, {" c ", 1}}));
  EXPECT_EQ(counted.labels, (Strings{" ab", " ab ", " c ", "ab "}));
}

TEST(CharacterNgrams, OfAWordThatIsTooShortAreTheWordOnce) {
  const CharacterNgramRules rules{.lo = 5, .hi = 7, .within_words = true};
  EXPECT_EQ(count({"a b a abc"}, rules).rows[0], (Row{{" a ", 2}, {" b ", 1}, {" abc ", 1}}));
}

TEST(CharacterNgrams, AreOfCodePointsInTheirOrder) {
  const Counted counted = count({"\xC3\xA9\xE4\xBD\xA0\xF0\x9F\x98\x80z"}, {.lo = 1, .hi = 2});
  EXPECT_EQ(counted.labels,
            (Strings{"z", "\xC3\xA9", "\xC3\xA9\xE4\xBD\xA0", "\xE4\xBD\xA0",
                     "\xE4\xBD\xA0\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80z"}));
}

TEST(CharacterNgrams, FoldCaseAndThenAccentsBeforeTheyAreCut) {
  const std::string text = "\xC3\x89T\xC3\x89";
  EXPECT_EQ(count({text}, {}).labels, (Strings{"\xC3\xA9t\xC3\xA9"}));
  EXPECT_EQ(count({text}, {.lowercase = false}).labels, (Strings{text}));
  EXPECT_EQ(count({text}, {.accents = Accents::kStripped}).labels, (Strings{"ete"}));
  EXPECT_EQ(count({text + "\xE4\xBD\xA0"}, {.accents = Accents::kAscii}).labels, (Strings{"ete"}));
}

TEST(CharacterNgrams, AgreeWithCountingEverythingAndDroppingAfter) {
  for (unsigned seed = 0; seed < 2; ++seed) {
    const Strings texts = hostile_texts(seed);
    for (const bool within_words : {false, true}) {
      for (const auto& [lo, hi] :
           {std::pair{1, 1}, {2, 2}, {3, 3}, {1, 3}, {3, 5}, {4, 4}, {6, 9}, {5, 12}, {2, 20}}) {
        for (const TrimOptions& trim :
             {TrimOptions{}, TrimOptions{.min_documents = 2.5}, TrimOptions{.max_documents = 20},
              TrimOptions{.max_terms = 11},
              TrimOptions{.min_documents = 2, .max_documents = 30, .max_terms = 5}}) {
          const CharacterNgramRules rules{
              .lo = lo, .hi = hi, .within_words = within_words, .lowercase = false};
          EXPECT_EQ(count(texts, rules, trim), count_slowly(texts, rules, trim))
              << seed << ": (" << lo << ", " << hi << ") " << within_words;
        }
      }
    }
  }
}

TEST(CharacterNgrams, OfManyCharactersAgreeAsWell) {
  Strings pieces;
  for (char32_t value = 0x4E00; value < 0x4E00 + 3000; value += 2) {
    text::append_utf8(pieces.emplace_back(), value);
  }
  pieces.insert(pieces.begin(), {" ", "  ", "a"});
  const Strings texts = random_strings(2, 60, 60, pieces);
  for (const bool within_words : {false, true}) {
    for (const auto& [lo, hi] : {std::pair{1, 2}, {3, 5}, {1, 8}, {5, 12}}) {
      const CharacterNgramRules rules{.lo = lo, .hi = hi, .within_words = within_words};
      EXPECT_EQ(count(texts, rules), count_slowly(texts, rules)) << lo << ", " << hi;
    }
  }
}

TEST(CharacterNgrams, AreTheSameForAnyNumberOfThreads) {
  const text::Texts texts = texts_of(hostile_texts(9, 1500));
  for (const bool within_words : {false, true}) {
    for (const auto& [lo, hi] : {std::pair{1, 2}, {3, 3}, {2, 6}, {4, 12}, {9, 20}}) {
      const CharacterNgramRules rules{.lo = lo, .hi = hi, .within_words = within_words};
      const TrimOptions trim{.min_documents = 2};
      const auto expected = count_character_ngrams(texts, rules, trim, {});
      for (const int n_threads : {2, 8}) {
        const auto found = count_character_ngrams(texts, rules, trim, {.n_threads = n_threads});
        EXPECT_EQ(found.counts.indptr, expected.counts.indptr);
        EXPECT_EQ(found.counts.indices, expected.counts.indices);
        EXPECT_EQ(found.counts.values, expected.counts.values);
        EXPECT_EQ(found.labels.bytes, expected.labels.bytes);
        EXPECT_EQ(found.labels.offsets, expected.labels.offsets);
      }
    }
  }
}

TEST(CharacterNgrams, GivenOnesAreTheColumnsInTheirOrder) {
  const Labels given{{0, 2, 3, 7, 8}, "abzabc  "};
  const text::Texts texts = texts_of({"ab abc", "b"});
  const Csr<std::int32_t> counts =
      count_given_character_ngrams(texts, given, {.lo = 1, .hi = 4}, {});
  const Counted counted = read(counts, given);
  EXPECT_EQ(counted.rows[0], (Row{{"ab", 2}, {" ", 1}}));
  EXPECT_TRUE(counted.rows[1].empty());
}

TEST(CharacterNgrams, GivenAllOfThemAreCountedAsBefore) {
  const Strings texts = hostile_texts(5, 600);
  for (const bool within_words : {false, true}) {
    const CharacterNgramRules rules{.lo = 2, .hi = 5, .within_words = within_words};
    const auto all = count_character_ngrams(texts_of(texts), rules, {}, {});
    for (const int n_threads : {1, 3}) {
      const auto given = count_given_character_ngrams(texts_of(texts), all.labels, rules,
                                                      {.n_threads = n_threads});
      EXPECT_EQ(given.indptr, all.counts.indptr);
      EXPECT_EQ(given.indices, all.counts.indices);
      EXPECT_EQ(given.values, all.counts.values);
    }
  }
}

TEST(CharacterNgrams, SomeGivenInAnyOrderAreCountedAsAmongAll) {
  const Strings texts = hostile_texts(6, 100);
  for (const bool within_words : {false, true}) {
    for (const auto& [lo, hi] : {std::pair{1, 3}, {3, 5}, {5, 6}, {4, 12}, {3, 25}}) {
      const CharacterNgramRules rules{.lo = lo, .hi = hi, .within_words = within_words};
      const auto [counts, labels] = count_character_ngrams(texts_of(texts), rules, {}, {});
      const Counted all = read(counts, labels);
      Strings some{"never", "", std::string("\xF4\x8F\xBF\xBF"), "a  "};
      std::ranges::sample(all.labels, std::back_inserter(some), 40, std::mt19937(1));
      std::ranges::shuffle(some, std::mt19937(2));
      Labels given;
      for (const std::string& label : some) {
        given.bytes += label;
        given.offsets.push_back(std::ssize(given.bytes));
      }
      const auto found = count_given_character_ngrams(texts_of(texts), given, rules, {});
      const Counted counted = read(found, given);
      EXPECT_EQ(counted.labels, some);
      for (std::size_t row = 0; row < texts.size(); ++row) {
        Row expected = all.rows[row];
        std::erase_if(expected, [&](const auto& cell) {
          return std::ranges::find(some, cell.first) == some.end();
        });
        ASSERT_EQ(counted.rows[row], expected) << lo << ", " << hi << ": " << row;
      }
    }
  }
}

TEST(CharacterNgrams, GivenOnesOfALengthThatIsNotAskedForAreNotCounted) {
  const Labels given{{0, 2, 5, 8}, "ababc a "};
  const text::Texts texts = texts_of({"abc abc a"});
  const auto counts = count_given_character_ngrams(texts, given, {.lo = 2, .hi = 2}, {});
  EXPECT_EQ(read(counts, given).rows[0], (Row{{"ab", 2}}));
  const CharacterNgramRules rules{.lo = 4, .hi = 4, .within_words = true};
  const auto words = count_given_character_ngrams(texts, given, rules, {});
  EXPECT_EQ(read(words, given).rows[0], (Row{{" a ", 1}}));
}

TEST(CharacterNgrams, GivenTwiceAreAnError) {
  const Labels given{{0, 1, 2}, "aa"};
  EXPECT_THROW((void)count_given_character_ngrams(texts_of({"a"}), given, {.lo = 1}, {}),
               std::invalid_argument);
}

TEST(CharacterNgrams, ReportTextsOfTheWholeCall) {
  std::vector<std::int64_t> seen;
  const parallel::LoopOptions loop{.watch = [&](std::int64_t n_done) { seen.push_back(n_done); }};
  (void)count(hostile_texts(3, 300), {}, {.min_documents = 2}, loop);
  EXPECT_TRUE(std::ranges::is_sorted(seen));
  EXPECT_EQ(seen.back(), 300);
}

TEST(CharacterNgrams, SayWhatIsWrong) {
  EXPECT_EQ(error_of({"a"}, {.lo = 0}), "ngrams must be (lo, hi) with 1 <= lo <= hi, not (0, 3)");
  EXPECT_EQ(error_of({"a"}, {.lo = 3, .hi = 2}),
            "ngrams must be (lo, hi) with 1 <= lo <= hi, not (3, 2)");
  EXPECT_EQ(error_of({"a", "bc"}, {}), "no n-gram of 3 to 3 characters in 2 documents");
  EXPECT_EQ(error_of({"abc", "abd"}, {}, {.min_documents = 2}),
            "no term is left of 2 documents: 2 in fewer than 2 (min_df); lower min_df");
}

}  // namespace
}  // namespace broadsheet::terms
