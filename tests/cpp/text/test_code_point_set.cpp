#include "broadsheet/text/code_point_set.hpp"

#include <algorithm>
#include <random>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "conformance.hpp"

namespace broadsheet::text {
namespace {

using testing::encode;

TEST(CodePointSet, FindsItsFirstMember) {
  const std::vector<std::uint32_t> members{0xE9, 0x1E4D0};
  const CodePointSet set(members);
  EXPECT_TRUE(set.has(0xE9));
  EXPECT_FALSE(set.has(0xE8));
  EXPECT_EQ(set.find(encode(U"caf\u00E8 caf\u00E9 \U0001E4D0")), 9);
  EXPECT_EQ(set.find(encode(U"caf\u00E8 \U0001E4D0")), 6);
  EXPECT_EQ(set.find("cafe"), -1);
  EXPECT_EQ(set.find(""), -1);
}

TEST(CodePointSet, AgreesWithASearchOneByOne) {
  std::mt19937 random(3);
  const std::u32string alphabet = U"ab \u00E9\u0416\u4F60\U0001F600";
  const std::vector<std::uint32_t> members{0x416, 0x1F600};
  const CodePointSet set(members);
  for (int i = 0; i < 2000; ++i) {
    std::u32string values(random() % 40, U' ');
    for (char32_t& value : values) value = alphabet[random() % (random() % 9 == 0 ? 7 : 5)];
    const auto found = values.find_first_of(U"\u0416\U0001F600");
    const std::string before = encode(values.substr(0, found));
    const auto place = static_cast<std::int64_t>(before.size());
    EXPECT_EQ(set.find(encode(values)), found == std::u32string::npos ? -1 : place);
  }
}

TEST(CodePointSet, IsLookedForInManyTextsOnAnyNumberOfThreads) {
  const std::vector<std::uint32_t> members{0xE9};
  const CodePointSet set(members);
  const std::string with = encode(U"x\u00E9");
  std::vector<std::string_view> views;
  for (int i = 0; i < 300; ++i) views.push_back(i % 7 == 3 ? std::string_view(with) : "plain");
  const Texts texts(views, {});
  const auto one = find_in_texts(texts, set, {.n_threads = 1});
  EXPECT_EQ(one, find_in_texts(texts, set, {.n_threads = 3, .chunk_size = 10}));
  EXPECT_EQ(std::count(one.begin(), one.end(), 1), 43);
  EXPECT_EQ(one[3], 1);
  EXPECT_EQ(one[4], -1);
}

TEST(CodePointSet, RejectsWhatItCannotHold) {
  for (const std::uint32_t member : {0x41U, 0x7FU, 0x110000U}) {
    const std::vector<std::uint32_t> members{0xE9, member};
    EXPECT_THROW(CodePointSet{members}, std::invalid_argument);
  }
}

}  // namespace
}  // namespace broadsheet::text
