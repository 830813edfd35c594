#include "broadsheet/text/packed_texts.hpp"

#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::text {
namespace {

using Bytes = std::vector<std::uint8_t>;
using Offsets = std::vector<std::int64_t>;

TEST(PackedTexts, LieOneBehindTheOther) {
  const Texts texts({"ab", "", "\u00e9"}, {});
  const auto packed = pack(texts);
  EXPECT_EQ(packed.bytes, (Bytes{'a', 'b', 0xc3, 0xa9}));
  EXPECT_EQ(packed.offsets, (Offsets{0, 2, 2, 4}));
}

TEST(PackedTexts, AreUnpackedWhereTheyLie) {
  const auto packed = std::make_shared<const PackedTexts>(pack(Texts({"ab", "", "c"}, {})));
  const Texts texts = unpack(packed->bytes, packed->offsets, packed);
  ASSERT_EQ(texts.size(), 3);
  EXPECT_EQ(texts.at(0), "ab");
  EXPECT_EQ(texts.at(1), "");
  EXPECT_EQ(texts.at(2), "c");
  EXPECT_EQ(static_cast<const void*>(texts.at(0).data()), packed->bytes.data());
  EXPECT_EQ(packed.use_count(), 2);
}

TEST(PackedTexts, OfNothingAreOneOffset) {
  const auto packed = pack(Texts());
  EXPECT_EQ(packed.offsets, Offsets{0});
  EXPECT_EQ(unpack(packed.bytes, packed.offsets, nullptr).size(), 0);
}

TEST(PackedTexts, AreRefusedWhereBroken) {
  const Bytes bytes{'a', 0xff};
  EXPECT_THROW((void)unpack(bytes, {}, nullptr), std::invalid_argument);
  EXPECT_THROW((void)unpack(bytes, Offsets{1, 2}, nullptr), std::invalid_argument);
  EXPECT_THROW((void)unpack(bytes, Offsets{0, 2, 1, 2}, nullptr), std::invalid_argument);
  EXPECT_THROW((void)unpack(bytes, Offsets{0, 3}, nullptr), std::invalid_argument);
  EXPECT_THROW((void)unpack(bytes, Offsets{0, 1}, nullptr), std::invalid_argument);
  EXPECT_THROW((void)unpack(bytes, Offsets{0, 2}, nullptr), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::text
