#include "broadsheet/text/texts.hpp"

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::text {
namespace {

using Raw = std::vector<std::optional<std::string_view>>;
using Rows = std::vector<std::int64_t>;

CheckedTexts check(Raw raw, ErrorPolicy policy) {
  return check_texts(std::move(raw), {}, policy);
}

std::string error_of(const Raw& raw) {
  try {
    (void)check(raw, ErrorPolicy::kStrict);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "none";
}

TEST(Texts, AreWhatTheyWereMadeOf) {
  const auto texts = check({"a", "", "caf\u00e9"}, ErrorPolicy::kStrict).texts;
  ASSERT_EQ(texts.size(), 3);
  EXPECT_EQ(texts.at(0), "a");
  EXPECT_EQ(texts.at(1), "");
  EXPECT_EQ(texts.at(2), "caf\u00e9");
  EXPECT_EQ(texts.n_bytes(), 6);
}

TEST(Texts, BorrowTheirBytes) {
  const std::string text = "borrowed, not copied";
  EXPECT_EQ(check({text}, ErrorPolicy::kReplace).texts.at(0).data(), text.data());
}

TEST(Texts, NeverPointNowhere) {
  const auto checked = check({std::string_view()}, ErrorPolicy::kStrict);
  EXPECT_NE(checked.texts.at(0).data(), nullptr);
}

TEST(Texts, KeepTheirOwnersThroughSelections) {
  auto owner = std::make_shared<const std::string>("kept");
  const std::weak_ptr<const std::string> watched = owner;
  {
    Texts selected;
    {
      const Raw raw{*owner};
      const auto all = check_texts(raw, {std::move(owner)}, ErrorPolicy::kStrict).texts;
      selected = all.select(Rows{0, 0});
    }
    ASSERT_FALSE(watched.expired());
    EXPECT_EQ(selected.at(1), "kept");
  }
  EXPECT_TRUE(watched.expired());
}

TEST(Texts, SelectInTheOrderGiven) {
  const auto texts = check({"a", "b", "c"}, ErrorPolicy::kStrict).texts.select(Rows{2, 0, 2});
  EXPECT_EQ(std::vector(texts.views().begin(), texts.views().end()),
            (std::vector<std::string_view>{"c", "a", "c"}));
}

TEST(Texts, NameTheRowThatIsNotThere) {
  const auto texts = check({"a"}, ErrorPolicy::kStrict).texts;
  EXPECT_THROW((void)texts.at(1), std::out_of_range);
  EXPECT_THROW((void)texts.at(-1), std::out_of_range);
  try {
    (void)texts.select(Rows{0, 7, 9});
    FAIL();
  } catch (const std::out_of_range& error) {
    EXPECT_STREQ(error.what(), "row 7 is out of range for 1 texts");
  }
}

TEST(CheckTexts, NamesTheRowAndTheByte) {
  EXPECT_EQ(error_of({"a", std::nullopt}), "text 1 is null");
  EXPECT_EQ(error_of({"a", "b", "ab\xff", "\xfe"}), "text 2 is not UTF-8: byte 0xff at offset 2");
  EXPECT_EQ(error_of({"\xe2\x82"}), "text 0 is not UTF-8: byte 0xe2 at offset 0");
  EXPECT_EQ(error_of({"plain"}), "none");
}

TEST(CheckTexts, ReplacesWhereAsked) {
  const auto checked = check({"fine", std::nullopt, "a\xff\xe2\x82z"}, ErrorPolicy::kReplace);
  ASSERT_EQ(checked.texts.size(), 3);
  EXPECT_EQ(checked.texts.at(0), "fine");
  EXPECT_EQ(checked.texts.at(1), "");
  EXPECT_EQ(checked.texts.at(2), "a\ufffd\ufffdz");
  EXPECT_EQ(checked.replaced, (Rows{1, 2}));
  EXPECT_TRUE(checked.skipped.empty());
}

TEST(CheckTexts, KeepsManyReplacementsApart) {
  const auto checked = check(Raw(1000, "\xff"), ErrorPolicy::kReplace);
  for (const auto view : checked.texts.views()) ASSERT_EQ(view, "\ufffd");
}

TEST(CheckTexts, SkipsWhereAsked) {
  const auto checked = check({std::nullopt, "fine", "\xff", "too"}, ErrorPolicy::kSkip);
  ASSERT_EQ(checked.texts.size(), 2);
  EXPECT_EQ(checked.texts.at(0), "fine");
  EXPECT_EQ(checked.texts.at(1), "too");
  EXPECT_EQ(checked.skipped, (Rows{0, 2}));
  EXPECT_TRUE(checked.replaced.empty());
}

TEST(CheckTexts, TakesNothing) {
  EXPECT_EQ(check({}, ErrorPolicy::kStrict).texts.size(), 0);
  EXPECT_EQ(Texts().n_bytes(), 0);
}

TEST(Texts, AreConcatenatedWithoutCopies) {
  auto owner = std::make_shared<const std::string>("kept");
  const std::weak_ptr<const std::string> watched = owner;
  Texts whole;
  {
    const Raw raw{*owner, ""};
    const char* const bytes = owner->data();
    const auto one = check_texts(raw, {std::move(owner)}, ErrorPolicy::kStrict).texts;
    const Texts none;
    const Texts two = one.select(Rows{1});
    whole = concat(std::vector<const Texts*>{&one, &none, &two, &one});
    EXPECT_EQ(whole.at(0).data(), bytes);
  }
  EXPECT_EQ(whole.size(), 5);
  EXPECT_EQ(whole.at(2), "");
  EXPECT_EQ(whole.at(3), "kept");
  EXPECT_EQ(watched.use_count(), 1);  // Once, though three parts had it.
  whole = {};
  EXPECT_TRUE(watched.expired());
  EXPECT_EQ(concat({}).size(), 0);
}

}  // namespace
}  // namespace broadsheet::text
