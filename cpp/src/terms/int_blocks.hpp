#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace broadsheet::terms {

/// Memory for the rows of one thread, in large blocks that end with the last who holds them.
class IntBlocks {
 public:
  using Block = std::shared_ptr<const std::int32_t[]>;

  /// Room for `n` integers in a row, without values.
  [[nodiscard]] std::int32_t* reserve(std::size_t n) {
    if (!block_ || n_used_ + n > size_) {
      size_ = std::max(n, kBlockSize);
      block_ = std::make_shared_for_overwrite<std::int32_t[]>(size_);
      n_used_ = 0;
    }
    return block_.get() + n_used_;
  }
  /// Keeps the first `n` of them, and returns them.
  const std::int32_t* commit(std::size_t n) {
    n_used_ += n;
    return block_.get() + n_used_ - n;
  }

  /// The block that the last row is in.
  [[nodiscard]] Block block() const { return block_; }

 private:
  // A block of so many bytes, 32 MiB, goes back to the system at once, where the system can do
  // that, and takes no more memory than was written to.
  static constexpr std::size_t kBlockSize = std::size_t{1} << 23;

  std::shared_ptr<std::int32_t[]> block_;
  std::size_t size_ = 0;
  std::size_t n_used_ = 0;
};

}  // namespace broadsheet::terms
