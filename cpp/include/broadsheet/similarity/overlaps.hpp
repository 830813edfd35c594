#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/similarity/postings.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// The number of columns that a row shares with each row of a matrix, exactly.
///
/// The frequent columns of a block of rows are held as one bit a row, and those of the query are
/// added as numbers written across words: a word of 64 bits is a digit of 64 rows, and seven
/// columns at a time go through full adders. The other columns are held as Postings. Immutable.
class Overlaps {
 public:
  static constexpr std::size_t kBlockRows = Postings::kBlockRows;

  /// A row as it is compared with all.
  struct Query {
    std::vector<std::size_t> frequent = {};  ///< Places among the frequent columns.
    std::vector<std::int32_t> rare = {};     ///< Columns.
  };

  /// Takes the columns that are not 0. O(nnz + V x blocks), in parallel over blocks.
  template <typename Value>
  Overlaps(const terms::CsrView<Value>& matrix, const parallel::LoopOptions& loop);

  [[nodiscard]] std::size_t n_blocks() const noexcept { return postings_.blocks().size(); }

  template <typename Value>
  [[nodiscard]] Query query(const terms::CsrView<Value>& matrix, std::int64_t row) const;

  /// Writes the counts of a block, kBlockRows of them; rows that are not there count 0.
  void count(std::size_t block, const Query& query, std::span<std::int32_t> counts) const;

 private:
  using Words = std::vector<std::uint64_t>;
  static constexpr std::size_t kWords = kBlockRows / 64;  // A column of a block.

  struct Columns {
    std::vector<std::int32_t> places;   // V: among the frequent columns, or -1.
    std::vector<std::uint8_t> is_rare;  // V
    std::size_t n_frequent = 0;
  };
  template <typename Value>
  [[nodiscard]] static Columns choose(const terms::CsrView<Value>& matrix);

  Columns columns_;
  Postings postings_;
  std::vector<Words> words_;  // For each block, kWords of each frequent column.
};

}  // namespace broadsheet::similarity
