#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// The rows of a matrix that hold each column, in blocks of rows small enough that an accumulator
/// of one stays in a core's own cache and a row is 16 bits. O(nnz + V x blocks) memory.
class Postings {
 public:
  static constexpr std::int64_t kBlockRows = 1 << 13;

  /// Column c is held by rows[offsets[c]] to rows[offsets[c + 1]], ascending and counted from the
  /// start of the block, with the weights of the same places.
  struct Block {
    std::vector<std::uint32_t> offsets = {};
    std::vector<std::uint16_t> rows = {};
    std::vector<float> weights = {};
  };

  /// Takes in the values of the columns whose place in `is_wanted` (V) is not 0, each times the
  /// factor of its row (N) and rounded to float. O(nnz + V x blocks), in parallel over blocks.
  /// @throws std::invalid_argument  if a block would hold 2^32 values.
  template <typename Value>
  Postings(const terms::CsrView<Value>& matrix, std::span<const double> factors,
           std::span<const std::uint8_t> is_wanted, const parallel::LoopOptions& loop);

  [[nodiscard]] std::span<const Block> blocks() const noexcept { return blocks_; }

 private:
  std::vector<Block> blocks_;
};

}  // namespace broadsheet::similarity
