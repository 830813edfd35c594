#include "broadsheet/terms/merged_terms.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::terms {
namespace {

using Ints = std::vector<std::int32_t>;
using Strings = std::vector<std::string>;

std::shared_ptr<const Vocabulary> vocabulary_of(const Strings& terms) {
  auto vocabulary = std::make_shared<Vocabulary>();
  for (const std::string& term : terms) vocabulary->add(term);
  return vocabulary;
}

Labels labels_of(const Strings& strings) {
  Labels labels;
  for (const std::string& string : strings) {
    labels.bytes += string;
    labels.offsets.push_back(static_cast<std::int64_t>(labels.bytes.size()));
  }
  return labels;
}

Strings strings_of(const Labels& labels) {
  Strings strings;
  for (std::int64_t i = 0; i < labels.size(); ++i) strings.emplace_back(labels.at(i));
  return strings;
}

Strings strings_of(const Vocabulary& vocabulary) {
  Strings strings;
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) strings.emplace_back(vocabulary.term(id));
  return strings;
}

/// Distinct words of up to 24 bytes.
Strings random_words(std::mt19937& random) {
  std::set<std::string> words;
  for (auto left = random() % 200; left > 0; --left) {
    words.insert(std::string(random() % 25, static_cast<char>('a' + random() % 4)));
  }
  Strings shuffled(words.begin(), words.end());
  std::ranges::shuffle(shuffled, random);
  return shuffled;
}

TEST(MergedVocabularies, NumberNewTermsBehindThoseThereAreWorkedByHand) {
  const std::vector parts{vocabulary_of({"b", "a"}), vocabulary_of({"c", "a", "d"}),
                          vocabulary_of({"b"}), vocabulary_of({"d", "e"})};
  const auto merged = merge_vocabularies(parts, {});
  EXPECT_EQ(strings_of(*merged.vocabulary), (Strings{"b", "a", "c", "d", "e"}));
  EXPECT_EQ(merged.new_ids[0], nullptr);
  EXPECT_EQ(*merged.new_ids[1], (Ints{2, 1, 3}));
  EXPECT_EQ(merged.new_ids[2], nullptr);
  EXPECT_EQ(*merged.new_ids[3], (Ints{3, 4}));
  EXPECT_EQ(parts[0]->size(), 2);
}

TEST(MergedVocabularies, OfOneVocabularyAreThatVocabulary) {
  const auto vocabulary = vocabulary_of({"b", "a"});
  const auto merged = merge_vocabularies(std::vector{vocabulary, vocabulary}, {});
  EXPECT_EQ(merged.vocabulary, vocabulary);
  EXPECT_EQ(merged.new_ids[1], nullptr);
}

TEST(MergedVocabularies, AreThoseOfAllTermsOneAfterTheOther) {
  std::mt19937 random(3);
  for (int repeat = 0; repeat < 50; ++repeat) {
    std::vector<std::shared_ptr<const Vocabulary>> parts;
    Vocabulary expected;
    std::vector<Ints> ids;
    for (auto left = 1 + random() % 6; left > 0; --left) {
      const Strings words = random_words(random);
      parts.push_back(vocabulary_of(words));
      ids.emplace_back();
      for (const std::string& word : words) ids.back().push_back(expected.add(word));
    }
    const auto merged = merge_vocabularies(parts, {});
    ASSERT_EQ(strings_of(*merged.vocabulary), strings_of(expected));
    for (std::size_t part = 0; part < parts.size(); ++part) {
      for (std::size_t id = 0; id < ids[part].size(); ++id) {
        const auto& new_ids = merged.new_ids[part];
        ASSERT_EQ(new_ids ? (*new_ids)[id] : static_cast<std::int32_t>(id), ids[part][id]);
      }
    }
  }
}

TEST(MergedVocabularies, AskTheWatcherBetweenParts) {
  const std::vector parts{vocabulary_of({"a"}), vocabulary_of({"b"})};
  const auto cancel = [](std::int64_t) { throw std::runtime_error("cancelled"); };
  EXPECT_THROW((void)merge_vocabularies(parts, cancel), std::runtime_error);
  EXPECT_THROW((void)merge_labels(std::vector{labels_of({"a"}), labels_of({"b"})}, cancel),
               std::runtime_error);
}

TEST(MergedLabels, AreInOrderWorkedByHand) {
  const std::vector parts{labels_of({"a", "c"}), labels_of({"", "c", "b"}), labels_of({})};
  const auto merged = merge_labels(parts, {});
  EXPECT_EQ(strings_of(merged.labels), (Strings{"", "a", "b", "c"}));
  EXPECT_EQ(*merged.new_columns[0], (Ints{1, 3}));
  EXPECT_EQ(*merged.new_columns[1], (Ints{0, 3, 2}));
  EXPECT_EQ(merged.new_columns[2], nullptr);
}

TEST(MergedLabels, StayInTheirOrderWhereAllPartsHaveTheSame) {
  const auto merged = merge_labels(std::vector{labels_of({"b", "a"}), labels_of({"b", "a"})}, {});
  EXPECT_EQ(strings_of(merged.labels), (Strings{"b", "a"}));
  EXPECT_EQ(merged.new_columns[1], nullptr);
  const auto other = merge_labels(std::vector{labels_of({"b", "a"}), labels_of({"a", "b"})}, {});
  EXPECT_EQ(strings_of(other.labels), (Strings{"a", "b"}));
  const auto cut = merge_labels(std::vector{labels_of({"ab", "c"}), labels_of({"a", "bc"})}, {});
  EXPECT_EQ(strings_of(cut.labels), (Strings{"a", "ab", "bc", "c"}));
}

TEST(MergedLabels, DoNotDependOnWhatWasMergedFirst) {
  std::mt19937 random(5);
  for (int repeat = 0; repeat < 50; ++repeat) {
    std::vector<Labels> parts;
    std::set<std::string> all;
    for (auto left = 2 + random() % 4; left > 0; --left) {
      const Strings words = random_words(random);
      all.insert(words.begin(), words.end());
      parts.push_back(labels_of(words));
    }
    const auto merged = merge_labels(parts, {});
    ASSERT_EQ(strings_of(merged.labels), Strings(all.begin(), all.end()));
    for (std::size_t part = 0; part < parts.size(); ++part) {
      for (std::int64_t column = 0; column < parts[part].size(); ++column) {
        const auto& moved = merged.new_columns[part];
        const auto to = moved ? (*moved)[static_cast<std::size_t>(column)] : column;
        ASSERT_EQ(merged.labels.at(to), parts[part].at(column));
      }
    }
    const Labels first = merge_labels(std::span(parts).first(2), {}).labels;
    parts.erase(parts.begin(), parts.begin() + 2);
    parts.push_back(first);
    ASSERT_EQ(strings_of(merge_labels(parts, {}).labels), strings_of(merged.labels));
  }
}

}  // namespace
}  // namespace broadsheet::terms
