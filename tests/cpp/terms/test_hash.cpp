#include "broadsheet/terms/hash.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace broadsheet::terms {
namespace {

std::string counting_bytes(int n) {
  std::string bytes;
  for (int i = 0; i < n; ++i) bytes.push_back(static_cast<char>(i));
  return bytes;
}

constexpr HashKey kPaperKey{0x0706050403020100, 0x0f0e0d0c0b0a0908};

TEST(SipHash, GivesTheValuePrintedInThePaper) {
  // Appendix A: key 00 01 ... 0f, message 00 01 ... 0e.
  EXPECT_EQ(sip_hash_24(counting_bytes(15), kPaperKey), 0xa129ca6149be45e5);
}

TEST(SipHash, GivesTheValueOfTheAuthorsVectorsForTheEmptyMessage) {
  // vectors_sip64 of the authors' code, first entry: 31 0e 0e dd 47 db 6f 72.
  EXPECT_EQ(sip_hash_24("", kPaperKey), 0x726fdb47dd0e0e31);
}

TEST(SipHash, DependsOnTheKeyTheRoundsAndEachByte) {
  const std::string bytes = counting_bytes(20);
  std::set<std::uint64_t> hashes{sip_hash_13(bytes, {1, 2}), sip_hash_13(bytes, {2, 1}),
                                 sip_hash_24(bytes, {1, 2})};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string other = bytes;
    other[i] ^= 1;
    hashes.insert(sip_hash_13(other, {1, 2}));
  }
  EXPECT_EQ(hashes.size(), 3 + bytes.size());
}

TEST(RandomKey, IsAnotherEachTime) {
  EXPECT_NE(random_key().first, random_key().first);
}

TEST(ShortTerm, HoldsTheBytesLittleEndianAndNothingOfWhatFollows) {
  const std::string text = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t length = 0; length <= kShortLength; ++length) {
    const auto term = std::string_view(text).substr(0, length);
    const ShortTerm plain = to_short(term);
    const ShortTerm padded = to_short_padded(term);
    EXPECT_EQ(plain.low, padded.low);
    EXPECT_EQ(plain.high, padded.high);
    EXPECT_EQ(plain.length, length);
    EXPECT_EQ(padded.length, length);
  }
  EXPECT_EQ(to_short("ab").low, 0x6261);
  EXPECT_EQ(to_short("01234567x").high, 0x78);
}

TEST(FastHash, OfAShortTermIsThatOfItsBytes) {
  for (const std::string_view term : {"", "a", "nato", "exactly16bytes!!"}) {
    EXPECT_EQ(fast_hash(term), fast_hash(to_short(term)));
  }
}

TEST(FastHash, DependsOnEachByteAndTheLength) {
  for (const int length : {1, 8, 16, 17, 31, 32, 33, 100}) {
    const std::string bytes = counting_bytes(length);
    std::set<std::uint64_t> hashes{fast_hash(bytes), fast_hash(bytes + std::string(1, '\0'))};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      std::string other = bytes;
      other[i] ^= 1;
      hashes.insert(fast_hash(other));
    }
    EXPECT_EQ(hashes.size(), 2 + bytes.size()) << length;
  }
}

}  // namespace
}  // namespace broadsheet::terms
