#include "broadsheet/text/mapped_text.hpp"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/text/case.hpp"
#include "broadsheet/text/normalization.hpp"
#include "conformance.hpp"

namespace broadsheet::text {
namespace {

using testing::encode;

TEST(MappedText, WithoutStartsComesFromItself) {
  const MappedText same{"nato", {}};
  EXPECT_EQ(same.origin({1, 3}), (Span{1, 3}));
  EXPECT_TRUE(code_point_starts(same, "NATO").empty());
}

TEST(MappedText, FindsTheWayBackWorkedByHand) {
  // "x", a ligature of three bytes as "fi", nothing for two bytes, "y".
  const MappedText mapped{"xfiy", {0, 1, 1, 6, 7}};
  EXPECT_EQ(mapped.origin({0, 1}), (Span{0, 1}));
  EXPECT_EQ(mapped.origin({1, 2}), (Span{1, 6}));
  EXPECT_EQ(mapped.origin({2, 3}), (Span{1, 6}));
  EXPECT_EQ(mapped.origin({0, 4}), (Span{0, 7}));
  EXPECT_EQ(mapped.origin({3, 4}), (Span{6, 7}));
  EXPECT_EQ(mapped.origin({3, 3}), (Span{6, 6}));
  EXPECT_EQ(mapped.origin({4, 4}), (Span{7, 7}));
}

TEST(MappedText, ChainsWaysBack) {
  const MappedText moved{"ab", {0, 2, 4}};
  EXPECT_EQ(chain(moved, {"AB", {}}).starts, moved.starts);
  EXPECT_EQ(chain({"ab", {}}, {"b", {1, 2}}).starts, (std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(chain(moved, {"b", {1, 2}}).starts, (std::vector<std::int64_t>{2, 4}));
  // A cut through what comes from one piece: both parts come from all of it.
  EXPECT_EQ(chain({"abcd", {0, 1, 1, 4, 5}}, {"Xcd", {0, 2, 3, 4}}).starts,
            (std::vector<std::int64_t>{0, 0, 4, 5}));
}

TEST(MappedText, CountsStartsInCodePoints) {
  const std::string original = encode(U"\u00E9\uFB01!");
  const MappedText mapped{"efi!", {0, 2, 2, 5, 6}};
  EXPECT_EQ(code_point_starts(mapped, original), (std::vector<std::int64_t>{0, 1, 1, 2, 3}));
}

// Text in which everything happens: other lengths, expansion, composition, order, deletion.
std::string random_text(std::mt19937& random) {
  static const std::u32string kValues =
      U"abAB .\u00C9\u00E9\u0130\u0131\u1E9E\u00DF\uFB03\u03A3\u0301\u0323\u0308\u0345\u0E31\u09C7"
      U"\u09BE\u1100\u1161\u11A8\uAC00\u212B\u2126\u0F73\u0344\uFF76\uFF9E\U0001D15E\U0001F600"
      U"\u4E00"
      U"\u0419\u0418\u0306\u2C65\u023A";
  std::u32string values;
  for (auto n = random() % 12; n > 0; --n) values += kValues[random() % kValues.size()];
  return encode(values);
}

void expect_way_back(const MappedText& mapped, const std::string& original) {
  const auto size = static_cast<std::int64_t>(mapped.text.size());
  const auto original_size = static_cast<std::int64_t>(original.size());
  if (size == 0) return;
  EXPECT_EQ(mapped.origin({0, size}), (Span{0, original_size}));
  Span last{0, 0};
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t end = at + decode(mapped.text, at).length;
    const Span origin = mapped.origin({at, end});
    ASSERT_LT(origin.begin, origin.end);
    ASSERT_TRUE(origin == last || origin.begin == last.end)
        << original << " -> " << mapped.text << " at " << at;
    ASSERT_EQ(find_invalid_utf8(slice(original, origin)), std::nullopt);
    last = origin;
    at = end;
  }
  EXPECT_EQ(last.end, original_size);
}

TEST(MappedText, CoversTheOriginalInOrderWhateverMadeIt) {
  std::mt19937 random(3);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_text(random);
    expect_way_back(to_lower(text), text);
    expect_way_back(fold_case(text), text);
    expect_way_back(strip_accents(text), text);
    expect_way_back(strip_combining(text), text);
    expect_way_back(keep_ascii(text), text);
    for (const auto form :
         {NormalForm::kNfc, NormalForm::kNfd, NormalForm::kNfkc, NormalForm::kNfkd}) {
      expect_way_back(normalize(text, form), text);
    }
    const MappedText lower = to_lower(text);
    expect_way_back(chain(lower, strip_accents(lower.text)), text);
  }
}

TEST(MappedText, IsWhatIsAppendedWithoutTheWayBack) {
  std::mt19937 random(6);
  for (int i = 0; i < 5'000; ++i) {
    const std::string text = random_text(random);
    for (const auto form :
         {NormalForm::kNfc, NormalForm::kNfd, NormalForm::kNfkc, NormalForm::kNfkd}) {
      std::string normal = "x";
      append_normal(normal, text, form);
      ASSERT_EQ(normal, "x" + normalize(text, form).text);
    }
    std::string all;
    append_without_accents(all, text);
    append_without_combining(all, text);
    append_ascii(all, text);
    ASSERT_EQ(all, strip_accents(text).text + strip_combining(text).text + keep_ascii(text).text);
  }
}

TEST(MappedText, LeavesWhatDidNotChangeWhereItWas) {
  const std::string text =
      encode(U"Caf\u00E9 \uFB01n e\u0301t\u00E9 \u0130zmir \u00C5ngstr\u00F6m");
  for (const MappedText& mapped :
       {to_lower(text), normalize(text, NormalForm::kNfkc), strip_accents(text)}) {
    for (const std::string word : {"zmir", "ngstr"}) {
      const auto begin = static_cast<std::int64_t>(mapped.text.find(word));
      const Span origin = mapped.origin({begin, begin + static_cast<std::int64_t>(word.size())});
      EXPECT_EQ(slice(text, origin), word);
    }
  }
}

}  // namespace
}  // namespace broadsheet::text
