#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace broadsheet::terms {

/// A row of numbers and counts, most of which are 1: such a number is stored as it is, another as
/// its complement, with its count behind it.
class StoredRow {
 public:
  StoredRow() = default;
  /// @param cells  How many integers follow, and they.
  explicit StoredRow(const std::int32_t* cells) : cells_(cells) {}

  /// Calls `visit(number, count)` with each cell.
  template <typename Visit>
  void for_each(const Visit& visit) const {
    const std::int32_t* const end = cells_ + 1 + *cells_;
    for (const std::int32_t* at = cells_ + 1; at != end; ++at) {
      if (*at >= 0) {
        visit(*at, std::int32_t{1});
      } else {
        const std::int32_t number = ~*at;
        visit(number, *++at);
      }
    }
  }

 private:
  const std::int32_t* cells_ = nullptr;
};

/// Keeps the rows of one thread in large blocks, each given back when nobody holds it any more.
class CellStore {
 public:
  using Block = std::shared_ptr<const std::int32_t[]>;

  /// Stores a row of the cells that `drain(visit)` gives, at most so many.
  template <typename Drain>
  StoredRow store(std::size_t n_cells, const Drain& drain) {
    reserve(2 * n_cells + 1);
    std::int32_t* const begin = block_.get() + n_used_;
    std::int32_t* to = begin + 1;
    drain([&to](std::int32_t number, std::int32_t count) {
      *to++ = count == 1 ? number : ~number;
      if (count != 1) *to++ = count;
    });
    *begin = static_cast<std::int32_t>(to - begin - 1);
    n_used_ += static_cast<std::size_t>(to - begin);
    return StoredRow(begin);
  }

  /// The block that the last row is in.
  [[nodiscard]] Block block() const { return block_; }

  /// Holds no block any more.
  void close() { *this = {}; }

 private:
  // A block of so many bytes, 64 MiB, goes back to the system at once where the system can do that.
  static constexpr std::size_t kBlockSize = std::size_t{1} << 24;

  void reserve(std::size_t n) {
    if (block_ && n_used_ + n <= size_) return;
    size_ = n > kBlockSize ? n : kBlockSize;
    block_ = std::make_shared_for_overwrite<std::int32_t[]>(size_);
    n_used_ = 0;
  }

  std::shared_ptr<std::int32_t[]> block_;
  std::size_t size_ = 0;
  std::size_t n_used_ = 0;
};

}  // namespace broadsheet::terms
