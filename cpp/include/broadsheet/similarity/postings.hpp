#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// The rows of a matrix that hold each column, in blocks of rows small enough that an accumulator
/// of one stays in a core's own cache and a row is 16 bits. O(nnz + columns x blocks) memory.
template <typename Value>
class Postings {
 public:
  static constexpr std::int64_t kBlockRows = 1 << 16;

  /// One block: column c is held by rows[offsets[c]] to rows[offsets[c + 1]], ascending and
  /// counted from `begin`, with the values of the same places.
  struct Block {
    std::int64_t begin = 0;
    std::int64_t n_rows = 0;
    std::vector<std::uint32_t> offsets = {};
    std::vector<std::uint16_t> rows = {};
    std::vector<Value> values = {};
  };

  /// Stored zeros are left out. O(nnz + columns x blocks), in parallel over blocks.
  /// @throws std::invalid_argument  if a block holds 2^32 values.
  Postings(const terms::CsrView<Value>& matrix, const parallel::LoopOptions& loop);

  [[nodiscard]] std::span<const Block> blocks() const noexcept { return blocks_; }

 private:
  std::vector<Block> blocks_;
};

}  // namespace broadsheet::similarity
