#include "broadsheet/statistics/familiar_words.hpp"

#include <initializer_list>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::statistics {
namespace {

FamiliarWords of(std::initializer_list<std::string_view> listed) {
  FamiliarWords words;
  for (const std::string_view word : listed) words.add(word);
  return words;
}

TEST(FamiliarWords, AreThoseOfTheListInAnyCase) {
  const auto words = of({"wheat", "Monday", "don\u2019t", "\u00c9t\u00e9"});
  for (const auto* word : {"wheat", "WHEAT", "monday", "don't", "Don\u2019t", "\u00e9t\u00e9"}) {
    EXPECT_TRUE(words.contains(word)) << word;
  }
  EXPECT_FALSE(words.contains("whea"));
  EXPECT_FALSE(words.contains("corn"));
}

TEST(FamiliarWords, AreFormsByTheEndingsThatChallAndDaleName) {
  const auto words = of({"farm", "box", "city", "hope", "plan", "big", "happy", "late"});
  for (const auto* form : {"farm's", "farm\u2019s", "farms", "boxes", "cities", "hoped", "farmed",
                           "citied", "farming", "hoping", "hoper", "farmer", "biggest", "planned",
                           "planning", "later", "latest", "happier", "happiest"}) {
    EXPECT_TRUE(words.contains(form)) << form;
  }
}

TEST(FamiliarWords, AreNoFormsByOtherEndingsOrSeveral) {
  const auto words = of({"farm", "city", "hope", "plan", "quick", "see", "a", "her"});
  for (const auto* other : {"quickly", "hopeful", "farmers", "farmer's", "citycity", "cityy",
                            "plannes", "farmm", "s", "'s", "ing", "hopings", "heer"}) {
    EXPECT_FALSE(words.contains(other)) << other;
  }
}

TEST(FamiliarWords, ADoubledLetterIsAConsonantBehindAVowel) {
  const auto words = of({"se", "no", "run"});
  EXPECT_FALSE(words.contains("seeing"));
  EXPECT_FALSE(words.contains("nooed"));
  EXPECT_TRUE(words.contains("running"));
}

TEST(FamiliarWords, AreNumbersToo) {
  const auto none = of({});
  EXPECT_TRUE(none.contains("1995"));
  EXPECT_TRUE(none.contains("3.9"));
  EXPECT_FALSE(none.contains("3rd"));
  EXPECT_FALSE(none.contains("wheat"));
}

/// Whether a word is of the list or a form of it, by making all forms of all words listed.
bool is_form(const std::vector<std::string>& listed, const std::string& word) {
  for (const std::string& base : listed) {
    std::vector<std::string> stems{base};
    if (base.ends_with('e')) stems.push_back(base.substr(0, base.size() - 1));
    const bool is_long = base.size() >= 2;
    if (is_long && std::string("aeiou").find(base.back()) == std::string::npos) {
      stems.push_back(base + base.back());
    }
    std::vector<std::string> forms{base, base + "'s", base + "s", base + "es"};
    for (const auto& stem : stems) {
      for (const auto* ending : {"ed", "ing", "er", "est"}) forms.push_back(stem + ending);
    }
    if (is_long && base.ends_with('y')) {
      for (const auto* ending : {"ies", "ied", "ier", "iest"}) {
        forms.push_back(base.substr(0, base.size() - 1) + ending);
      }
    }
    for (const auto& form : forms) {
      if (form == word) return true;
    }
  }
  return false;
}

TEST(FamiliarWords, AreJustTheFormsThatCanBeMadeOfTheList) {
  const std::vector<std::string> listed{"be", "y", "tin", "ty", "se", "nes", "sit", "tie"};
  FamiliarWords words;
  for (const auto& word : listed) words.add(word);
  const std::string letters = "beinrsty";
  std::vector<std::string> made{""};
  std::size_t n_familiar = 0;
  for (std::size_t at = 0; at < made.size(); ++at) {
    if (made[at].size() == 5) break;
    for (const char letter : letters) made.push_back(made[at] + letter);
  }
  for (const std::string& word : made) {
    if (word.empty()) continue;
    const bool is_familiar = words.contains(word);
    ASSERT_EQ(is_familiar, is_form(listed, word)) << word;
    n_familiar += is_familiar ? 1 : 0;
  }
  EXPECT_GT(n_familiar, 40U);
}

}  // namespace
}  // namespace broadsheet::statistics
