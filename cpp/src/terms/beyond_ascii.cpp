#include "beyond_ascii.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "broadsheet/text/utf8.hpp"
#include "segments.hpp"

namespace broadsheet::terms {
namespace {

using enum WordKind;

/// Bit i of `bits` for each byte i of a block, which has it in its highest bit.
std::uint64_t pack_high_bits(const char* bytes, int shift) {
  std::uint64_t mask = 0;
  for (std::size_t i = 0; i < kBlockSize; i += 8) {
    std::uint64_t eight = 0;
    if constexpr (std::endian::native == std::endian::little) {
      std::memcpy(&eight, bytes + i, 8);
    } else {
      for (std::size_t j = 0; j < 8; ++j) {
        eight |= std::uint64_t{static_cast<unsigned char>(bytes[i + j])} << 8 * j;
      }
    }
    const std::uint64_t bits = eight >> shift & 0x0101010101010101;
    mask |= (bits * 0x0102040810204080 >> 56) << i;
  }
  return mask;
}

/// Goes over the characters of a tile that are not ASCII.
class Settling {
 public:
  Settling(std::string_view text, const WordKinds& kinds, ByteTile& tile)
      : text_(text),
        kinds_(kinds),
        tile_(tile),
        n_bytes_(std::min(text.size(), tile.n_blocks * kBlockSize)) {}

  bool run() {
    const bool has_any = find_leads();
    if (!has_any) return false;
    for (std::size_t block = 0; block < tile_.n_blocks; ++block) {
      for (std::uint64_t leads = leads_[block]; leads != 0; leads &= leads - 1) {
        settle(block * kBlockSize + static_cast<std::size_t>(std::countr_zero(leads)));
      }
    }
    return true;
  }

 private:
  /// Takes all that is not ASCII for word bytes.
  bool find_leads() {
    std::uint64_t any = 0;
    for (std::size_t block = 0; block < tile_.n_blocks; ++block) {
      leads_[block] = 0;
      if (tile_.hard[block] == 0) continue;
      const char* const bytes = tile_.lower.data() + block * kBlockSize;
      const std::uint64_t high = pack_high_bits(bytes, 7);
      any |= high;
      leads_[block] = high & pack_high_bits(bytes, 6);
      tile_.hard[block] &= ~high;
      tile_.words[block] |= high;
    }
    return any != 0;
  }

  void settle(std::size_t at) {
    if (at < hard_end_) return;
    const auto [value, length] = text::decode(text_, static_cast<std::int64_t>(at));
    const WordKind kind = kinds_[value];
    if (kind == kWord) return;
    const auto size = static_cast<std::size_t>(length);
    const bool is_easy = kind == kCapital ? lower(at, size, value)
                         : kind == kMark  ? is_word_before(at)
                                          : is_break(kind, at, size);
    if (!is_easy) {
      tile_.hard[at / kBlockSize] |= std::uint64_t{1} << at % kBlockSize;
      hard_end_ = next_set(tile_.spaces, at, n_bytes_);
    }
  }

  /// Writes a capital in lower case, if that is as long.
  bool lower(std::size_t at, std::size_t size, char32_t capital) {
    std::string encoded;
    text::append_utf8(encoded, kinds_.lower(capital));
    if (encoded.size() != size) return false;
    encoded.copy(tile_.lower.data() + at, size);
    return true;
  }

  [[nodiscard]] bool is_word_before(std::size_t at) const {
    return at > 0 && (tile_.words[(at - 1) / kBlockSize] >> (at - 1) % kBlockSize & 1) != 0;
  }

  /// Whether a character stands for a break, which is then no word.
  bool is_break(WordKind kind, std::size_t at, std::size_t size) {
    const bool is_sign = kMid <= kind && kind <= kHyphen;
    if (!is_sign && kind != kBreak && kind != kSoftBreak) return false;
    if (is_sign && is_word_before(at) && may_be_word(at + size)) return false;
    for (std::size_t i = at; i < std::min(at + size, n_bytes_); ++i) {
      tile_.words[i / kBlockSize] &= ~(std::uint64_t{1} << i % kBlockSize);
    }
    return true;
  }

  [[nodiscard]] bool may_be_word(std::size_t at) const {
    return at < text_.size() && (is_ascii_word(text_[at]) || text_[at] == '_' ||
                                 static_cast<unsigned char>(text_[at]) >= 0x80);
  }

  std::string_view text_;
  const WordKinds& kinds_;
  ByteTile& tile_;
  std::size_t n_bytes_;
  std::size_t hard_end_ = 0;  // Of the last hard stretch.
  ByteTile::Masks leads_;     // Where characters start.
};

}  // namespace

bool settle_beyond_ascii(std::string_view text, const WordKinds& kinds, ByteTile& tile) {
  return Settling(text, kinds, tile).run();
}

}  // namespace broadsheet::terms
