#include "broadsheet/text/arrow.hpp"

#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::text {
namespace {

using Strings = std::vector<std::optional<std::string_view>>;
constexpr auto kNull = std::nullopt;

/// An Arrow column built by hand, each buffer of exactly the size it needs.
class Column {
 public:
  explicit Column(const char* format, std::int64_t length) : format_(format) {
    array_.length = length;
  }

  Column& offset(std::int64_t offset) { return array_.offset = offset, *this; }
  Column& null_count(std::int64_t count) { return array_.null_count = count, *this; }

  Column& no_buffer() {
    buffers_.push_back(nullptr);
    return *this;
  }

  template <typename T>
  Column& buffer(const std::vector<T>& items) {
    auto& bytes = memory_.emplace_back(std::make_unique<char[]>(items.size() * sizeof(T)));
    if (!items.empty()) std::memcpy(bytes.get(), items.data(), items.size() * sizeof(T));
    buffers_.push_back(bytes.get());
    return *this;
  }

  Column& bytes(std::string_view text) {
    return buffer(std::vector<char>(text.begin(), text.end()));
  }

  Column& child(Column& column) {
    child_ = &column;
    return *this;
  }

  Column& dictionary(Column& column) {
    dictionary_ = &column;
    return *this;
  }

  ArrowSchema& schema() {
    schema_.format = format_;
    if (child_ != nullptr) child_schemas_ = {&child_->schema()};
    schema_.n_children = static_cast<std::int64_t>(child_schemas_.size());
    schema_.children = child_schemas_.data();
    schema_.dictionary = dictionary_ != nullptr ? &dictionary_->schema() : nullptr;
    return schema_;
  }

  ArrowArray& array() {
    array_.n_buffers = static_cast<std::int64_t>(buffers_.size());
    array_.buffers = buffers_.data();
    if (child_ != nullptr) child_arrays_ = {&child_->array()};
    array_.n_children = static_cast<std::int64_t>(child_arrays_.size());
    array_.children = child_arrays_.data();
    array_.dictionary = dictionary_ != nullptr ? &dictionary_->array() : nullptr;
    return array_;
  }

  Strings strings() {
    Strings strings;
    view_strings(schema(), array(), strings);
    return strings;
  }

  std::string error() {
    try {
      (void)strings();
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return "none";
  }

 private:
  const char* format_;
  std::vector<std::unique_ptr<char[]>> memory_;
  std::vector<const void*> buffers_;
  Column* child_ = nullptr;
  Column* dictionary_ = nullptr;
  std::vector<ArrowSchema*> child_schemas_;
  std::vector<ArrowArray*> child_arrays_;
  ArrowSchema schema_{};
  ArrowArray array_{};
};

/// The strings "ab", "", "cde" between offsets of 32 or 64 bits, row 1 null where `bits` say so.
template <typename Offset>
Column between_offsets(const char* format) {
  Column column(format, 3);
  column.no_buffer().buffer(std::vector<Offset>{0, 2, 2, 5}).bytes("abcde");
  return column;
}

TEST(Arrow, ViewsStringsBetweenOffsets) {
  const Strings expected{"ab", "", "cde"};
  for (const char* format : {"u", "z"}) {
    EXPECT_EQ(between_offsets<std::int32_t>(format).strings(), expected);
  }
  for (const char* format : {"U", "Z"}) {
    EXPECT_EQ(between_offsets<std::int64_t>(format).strings(), expected);
  }
}

TEST(Arrow, DoesNotCopy) {
  auto column = between_offsets<std::int32_t>("u");
  EXPECT_EQ(static_cast<const void*>(column.strings()[2]->data()),
            static_cast<const char*>(column.array().buffers[2]) + 2);
}

TEST(Arrow, AppendsBehindWhatIsThere) {
  auto column = between_offsets<std::int32_t>("u");
  Strings strings{"first"};
  view_strings(column.schema(), column.array(), strings);
  EXPECT_EQ(strings, (Strings{"first", "ab", "", "cde"}));
}

TEST(Arrow, HonoursOffsetsAndNullsOfASlice) {
  // Rows 6 to 9 of ten, of which 7 and 9 are null; their bits straddle two bytes.
  Column column("u", 4);
  column.offset(6).null_count(-1).buffer(std::vector<std::uint8_t>{0b01111111, 0b00000001});
  column.buffer(std::vector<std::int32_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}).bytes("abcdefghij");
  EXPECT_EQ(column.strings(), (Strings{"g", kNull, "i", kNull}));
}

TEST(Arrow, LooksAtNoBitmapWhereThereAreNoNulls) {
  Column column("u", 1);
  column.null_count(0).no_buffer().buffer(std::vector<std::int32_t>{0, 1}).bytes("a");
  EXPECT_EQ(column.strings(), (Strings{"a"}));
  EXPECT_EQ(column.null_count(-1).strings(), (Strings{"a"}));
  EXPECT_EQ(column.null_count(1).error(), "Arrow array has 1 nulls but does not say where");
}

TEST(Arrow, TakesNoRowsWithoutBuffers) {
  Column column("u", 0);
  EXPECT_TRUE(column.no_buffer().no_buffer().no_buffer().strings().empty());
  EXPECT_TRUE(Column("vu", 0).strings().empty());
}

TEST(Arrow, TakesEmptyStringsWithoutData) {
  Column column("U", 2);
  column.no_buffer().buffer(std::vector<std::int64_t>{0, 0, 0}).no_buffer();
  EXPECT_EQ(column.strings(), (Strings{"", ""}));
  Column lying("U", 1);
  lying.no_buffer().buffer(std::vector<std::int64_t>{0, 1}).no_buffer();
  EXPECT_EQ(lying.error(), "row 0: Arrow data are missing");
}

TEST(Arrow, ReadsOffsetsThatAreNotAligned) {
  const std::vector<std::int32_t> offsets{0, 2};
  std::vector<char> shifted(1 + offsets.size() * sizeof(std::int32_t));
  std::memcpy(shifted.data() + 1, offsets.data(), offsets.size() * sizeof(std::int32_t));
  Column column("u", 1);
  column.no_buffer().no_buffer().bytes("ab");
  column.array().buffers[1] = shifted.data() + 1;
  EXPECT_EQ(column.strings(), (Strings{"ab"}));
}

TEST(Arrow, RefusesOffsetsThatCannotBe) {
  Column falling("u", 2);
  falling.no_buffer().buffer(std::vector<std::int32_t>{0, 3, 1}).bytes("abc");
  EXPECT_EQ(falling.error(), "row 1: Arrow offsets decrease from 3 to 1");
  Column negative("U", 1);
  negative.no_buffer().buffer(std::vector<std::int64_t>{-1, 1}).bytes("a");
  EXPECT_EQ(negative.error(), "row 0: Arrow offset must not be negative, not -1");
}

TEST(Arrow, RefusesImpossibleLengthsAndMissingBuffers) {
  EXPECT_EQ(Column("u", -1).error(), "length of an Arrow array must not be negative, not -1");
  EXPECT_EQ(Column("u", 1).offset(-2).error(),
            "offset of an Arrow array must not be negative, not -2");
  EXPECT_NE(Column("u", INT64_MAX).offset(1).error(), "none");
  EXPECT_EQ(Column("u", 1).no_buffer().error(),
            "Arrow array has 1 buffers, its type needs buffer 1");
  EXPECT_EQ(Column("u", 1).no_buffer().no_buffer().bytes("").error(),
            "buffer 1 of an Arrow array is null");
}

struct StringView {
  std::int32_t size;
  char prefix[4];
  std::int32_t buffer;
  std::int32_t offset;
};

StringView in_place(std::string_view text) {
  StringView view{static_cast<std::int32_t>(text.size()), {}, 0, 0};
  std::memcpy(reinterpret_cast<char*>(&view) + 4, text.data(), text.size());
  return view;
}

constexpr std::string_view kData = "a text of more than twelve bytes";

/// Views over two data buffers, the second holding `kData`.
Column string_views(const std::vector<StringView>& views) {
  Column column("vu", static_cast<std::int64_t>(views.size()));
  column.no_buffer().buffer(views).bytes("").bytes(kData);
  column.buffer(std::vector<std::int64_t>{0, static_cast<std::int64_t>(kData.size())});
  return column;
}

TEST(Arrow, ViewsStringViews) {
  auto column = string_views({in_place(""), in_place("twelve bytes"), {13, {}, 1, 2}});
  EXPECT_EQ(column.strings(), (Strings{"", "twelve bytes", kData.substr(2, 13)}));
  EXPECT_EQ(column.strings()[2]->data(), static_cast<const char*>(column.array().buffers[3]) + 2);
  // A slice of it.
  column.array().length = 1;
  EXPECT_EQ(column.offset(1).strings(), (Strings{"twelve bytes"}));
}

TEST(Arrow, ViewsStringViewsThatAllStandInPlace) {
  Column column("vz", 2);
  column.null_count(1).buffer(std::vector<std::uint8_t>{0b10});
  column.buffer(std::vector<StringView>{{-5, {}, -5, -5}, in_place("short")}).no_buffer();
  EXPECT_EQ(column.strings(), (Strings{kNull, "short"}));
}

TEST(Arrow, RefusesStringViewsThatLeaveTheirBuffer) {
  const auto size = static_cast<std::int32_t>(kData.size());
  EXPECT_EQ(string_views({{size, {}, 1, 0}}).error(), "none");
  EXPECT_EQ(string_views({in_place("fine"), {size, {}, 1, 1}}).error(),
            "row 1: Arrow view [1, 33) leaves its buffer of 32 bytes");
  EXPECT_EQ(string_views({{13, {}, 1, -1}}).error(),
            "row 0: Arrow view [-1, 12) leaves its buffer of 32 bytes");
  EXPECT_EQ(string_views({{INT32_MAX, {}, 1, INT32_MAX}}).error(),
            "row 0: Arrow view [2147483647, 4294967294) leaves its buffer of 32 bytes");
  EXPECT_EQ(string_views({{13, {}, 2, 0}}).error(), "row 0: Arrow view points into buffer 2 of 2");
  EXPECT_EQ(string_views({{13, {}, -1, 0}}).error(),
            "row 0: Arrow view points into buffer -1 of 2");
  EXPECT_EQ(string_views({{-1, {}, 1, 0}}).error(), "row 0: Arrow view has size -1");
  Column short_of_buffers("vu", 1);
  short_of_buffers.no_buffer().buffer(std::vector<StringView>{in_place("a")});
  EXPECT_EQ(short_of_buffers.error(), "Arrow array of string views has 2 buffers, not 3 or more");
}

template <typename Index>
Column indices(const char* format, const std::vector<Index>& rows, Column& entries) {
  Column column(format, static_cast<std::int64_t>(rows.size()));
  column.no_buffer().buffer(rows).dictionary(entries);
  return column;
}

template <typename Index>
void expect_dictionary(const char* format) {
  auto entries = between_offsets<std::int32_t>("u");
  auto column = indices<Index>(format, {2, 0, 2, 1}, entries);
  EXPECT_EQ(column.strings(), (Strings{"cde", "ab", "cde", ""})) << format;
  auto beyond = indices<Index>(format, {0, 3}, entries);
  EXPECT_EQ(beyond.error(), "row 1: Arrow index 3 is out of range for a dictionary of 3");
  if constexpr (std::is_signed_v<Index>) {
    EXPECT_NE(indices<Index>(format, {-1}, entries).error(), "none");
  }
}

TEST(Arrow, LooksUpDictionariesWithEveryTypeOfIndex) {
  expect_dictionary<std::int8_t>("c");
  expect_dictionary<std::uint8_t>("C");
  expect_dictionary<std::int16_t>("s");
  expect_dictionary<std::uint16_t>("S");
  expect_dictionary<std::int32_t>("i");
  expect_dictionary<std::uint32_t>("I");
  expect_dictionary<std::int64_t>("l");
  expect_dictionary<std::uint64_t>("L");
}

TEST(Arrow, FindsNullsInADictionaryAndInItsIndices) {
  Column entries("u", 2);
  entries.null_count(1).buffer(std::vector<std::uint8_t>{0b10});
  entries.buffer(std::vector<std::int32_t>{0, 1, 2}).bytes("ab");
  Column column("c", 3);
  column.null_count(1).buffer(std::vector<std::uint8_t>{0b110});
  column.buffer(std::vector<std::int8_t>{99, 0, 1}).dictionary(entries);
  EXPECT_EQ(column.strings(), (Strings{kNull, kNull, "b"}));
}

TEST(Arrow, RefusesBrokenDictionaries) {
  auto entries = between_offsets<std::int32_t>("u");
  auto column = indices<std::int32_t>("f", {0}, entries);
  EXPECT_EQ(column.error(), "Arrow dictionary has indices of type 'f'");
  auto lost = indices<std::int32_t>("i", {0}, entries);
  auto array = lost.array();
  array.dictionary = nullptr;
  Strings strings;
  EXPECT_THROW(view_strings(lost.schema(), array, strings), std::invalid_argument);
}

TEST(Arrow, TakesTheOnlyColumnOfAStruct) {
  Column child("u", 4);
  child.offset(1).no_buffer();
  child.buffer(std::vector<std::int32_t>{0, 1, 2, 3, 4, 5}).bytes("abcde");
  Column table("+s", 2);
  table.offset(1).null_count(1).buffer(std::vector<std::uint8_t>{0b010}).child(child);
  EXPECT_EQ(table.strings(), (Strings{"c", kNull}));
  table.array().length = 4;
  EXPECT_EQ(table.error(), "Arrow column has 4 rows, its table needs 5");
}

TEST(Arrow, TakesAColumnOfNulls) {
  EXPECT_EQ(Column("n", 2).strings(), (Strings{kNull, kNull}));
}

TEST(Arrow, KnowsWhichColumnsHoldStrings) {
  for (const char* format : {"u", "U", "vu", "z", "Z", "vz", "n"}) {
    EXPECT_TRUE(holds_strings(Column(format, 0).schema())) << format;
  }
  for (const char* format : {"i", "+l", "+s", "w:4", "", "tsu:"}) {
    EXPECT_FALSE(holds_strings(Column(format, 0).schema())) << format;
  }
  Column strings("u", 0);
  Column numbers("l", 0);
  EXPECT_TRUE(holds_strings(Column("i", 0).dictionary(strings).schema()));
  EXPECT_FALSE(holds_strings(Column("i", 0).dictionary(numbers).schema()));
  EXPECT_TRUE(holds_strings(Column("+s", 0).child(strings).schema()));
  EXPECT_FALSE(holds_strings(Column("+s", 0).child(numbers).schema()));
  EXPECT_EQ(Column("i", 1).error(), "expected a column of strings, not Arrow type 'i'");
  EXPECT_EQ(Column("+s", 1).error(), "expected one column of strings, not 0");
}

}  // namespace
}  // namespace broadsheet::text
