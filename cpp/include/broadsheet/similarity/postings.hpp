#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// The rows of a matrix that hold each column, in blocks of rows small enough that an accumulator
/// of one stays in a core's own cache and a row is few bits. O(nnz + V x blocks) memory.
class Postings {
 public:
  static constexpr int kRowBits = 13;
  static constexpr std::int64_t kBlockRows = 1 << kRowBits;
  /// A weight that is read from a posting is off by less than this share of itself.
  static constexpr float kWeightError = 0x1p-10F;

  /// A row, counted from the start of its block, in place of the last bits of a weight: half of the
  /// memory to read, and one place in it. The row is left in when the weight is read.
  enum class Posting : std::uint32_t {};

  [[nodiscard]] static constexpr Posting posting(std::size_t row, float weight) {
    constexpr auto kRows = static_cast<std::uint32_t>(kBlockRows - 1);
    return Posting{(std::bit_cast<std::uint32_t>(weight) & ~kRows) |
                   static_cast<std::uint32_t>(row)};
  }
  [[nodiscard]] static constexpr std::size_t row(Posting posting) {
    return static_cast<std::size_t>(posting) & (kBlockRows - 1);
  }
  [[nodiscard]] static constexpr float weight(Posting posting) {
    return std::bit_cast<float>(posting);
  }

  /// Column c is held by postings[offsets[c]] to postings[offsets[c + 1]], their rows ascending.
  struct Block {
    std::vector<std::uint32_t> offsets = {};
    LargeArray<Posting> postings = {};
  };

  /// Takes in the values that are not 0 of the columns whose place in `is_wanted` (V) is 1, and not
  /// 0, each times the factor of its row (N). O(nnz + V x blocks), in parallel over blocks.
  /// @throws std::invalid_argument  if a block would hold 2^32 values.
  template <typename Value>
  Postings(const terms::CsrView<Value>& matrix, std::span<const double> factors,
           std::span<const std::uint8_t> is_wanted, const parallel::LoopOptions& loop);

  [[nodiscard]] std::span<const Block> blocks() const noexcept { return blocks_; }

 private:
  std::vector<Block> blocks_;
};

}  // namespace broadsheet::similarity
