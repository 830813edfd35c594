#include "broadsheet/terms/wildcards.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace broadsheet::terms {
namespace {

using Words = std::vector<std::string>;

Words matched(const Words& words, std::string_view pattern, bool ignore_case = false) {
  Vocabulary vocabulary;
  for (const auto& word : words) vocabulary.add(word);
  Words found;
  for (const std::int32_t id : matching_terms(vocabulary, pattern, ignore_case)) {
    found.emplace_back(vocabulary.term(id));
  }
  return found;
}

const Words kWords{"minister", "ministry", "mini", "administer", "min", "u.s.", "u.s.-led"};

TEST(Wildcards, AStarIsAnyRun) {
  EXPECT_EQ(matched(kWords, "mini*"), (Words{"minister", "ministry", "mini"}));
  EXPECT_EQ(matched(kWords, "*minister"), (Words{"minister", "administer"}));
  EXPECT_EQ(matched(kWords, "*i*i*"), (Words{"minister", "ministry", "mini", "administer"}));
  EXPECT_EQ(matched(kWords, "m*r*y"), (Words{"ministry"}));
  EXPECT_EQ(matched(kWords, "*-led"), (Words{"u.s.-led"}));
  EXPECT_EQ(matched(kWords, "**"), kWords);
  EXPECT_EQ(matched(kWords, "minister"), (Words{"minister"}));
  EXPECT_EQ(matched(kWords, ""), Words{});
}

TEST(Wildcards, AQuestionMarkIsOneCodePoint) {
  const Words words{"cafe", "caf\u00E9", "cafes", "\U0001F600", "caf"};
  EXPECT_EQ(matched(words, "caf?"), (Words{"cafe", "caf\u00E9"}));
  EXPECT_EQ(matched(words, "?"), (Words{"\U0001F600"}));
  EXPECT_EQ(matched(words, "*?"), words);
  EXPECT_EQ(matched(words, "????"), (Words{"cafe", "caf\u00E9"}));
}

TEST(Wildcards, ABackslashTakesThemLiterally) {
  const Words words{"a?b", "axb", "a*b", "a\\b", "\\"};
  EXPECT_EQ(matched(words, "a\\?b"), (Words{"a?b"}));
  EXPECT_EQ(matched(words, "a\\*b"), (Words{"a*b"}));
  EXPECT_EQ(matched(words, "a\\\\b"), (Words{"a\\b"}));
  EXPECT_EQ(matched(words, "a\\b"), (Words{"a\\b"}));
  EXPECT_EQ(matched(words, "\\"), (Words{"\\"}));
}

TEST(Wildcards, CaseMattersUnlessItIsIgnored) {
  const Words words{"NATO", "nato", "\u00C9lys\u00E9e"};
  EXPECT_EQ(matched(words, "nat*"), (Words{"nato"}));
  EXPECT_EQ(matched(words, "Nat*", true), (Words{"NATO", "nato"}));
  EXPECT_EQ(matched(words, "\u00E9LYS*", true), (Words{"\u00C9lys\u00E9e"}));
}

// The definition, a symbol at a time.
bool matches_slowly(std::string_view pattern, std::string_view term) {
  if (pattern.empty()) return term.empty();
  if (pattern[0] == '*') {
    return matches_slowly(pattern.substr(1), term) ||
           (!term.empty() && matches_slowly(pattern, term.substr(1)));
  }
  return !term.empty() && (pattern[0] == '?' || pattern[0] == term[0]) &&
         matches_slowly(pattern.substr(1), term.substr(1));
}

TEST(Wildcards, AgreeWithTheDefinitionOnRandomWords) {
  std::mt19937 random(7);
  const auto word_of = [&](std::string_view letters, unsigned longest) {
    std::string word(random() % (longest + 1), ' ');
    for (char& letter : word) letter = letters[random() % letters.size()];
    return word;
  };
  for (int round = 0; round < 2000; ++round) {
    const std::string pattern = word_of("ab*?", 6);
    const std::string word = word_of("ab", 8);
    EXPECT_EQ(!matched({word}, pattern).empty(), matches_slowly(pattern, word))
        << pattern << " " << word;
  }
}

TEST(Wildcards, ManyStarsTakeNoLonger) {
  std::string pattern;
  for (int i = 0; i < 50; ++i) pattern += "a*";
  EXPECT_TRUE(matched({std::string(5000, 'a')}, pattern + "b").empty());
}

}  // namespace
}  // namespace broadsheet::terms
