#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"

namespace broadsheet::terms {

/// The rows of several parts, one part after the other, with what each holds in one array.
class JoinedRows {
 public:
  /// Rows [begin, end) of one part.
  struct Run {
    std::size_t part = 0;
    std::int64_t begin = 0;
    std::int64_t end = 0;
  };

  /// @param indptrs  Where the rows of each part begin and end, from 0.
  explicit JoinedRows(std::vector<std::span<const std::int64_t>> indptrs)
      : indptrs_(std::move(indptrs)) {
    for (const auto indptr : indptrs_) {
      row_begins_.push_back(row_begins_.back() + std::ssize(indptr) - 1);
      begins_.push_back(begins_.back() + indptr.back());
    }
  }

  [[nodiscard]] std::int64_t n_rows() const { return row_begins_.back(); }
  [[nodiscard]] std::int64_t n_values() const { return begins_.back(); }
  /// Where the values of a row of a part stand among those of the part.
  [[nodiscard]] std::int64_t source(std::size_t part, std::int64_t row) const {
    return indptrs_[part][static_cast<std::size_t>(row)];
  }
  /// Where the values of a part stand among all.
  [[nodiscard]] std::int64_t offset(std::size_t part) const { return begins_[part]; }

  /// Where the rows of all parts begin and end.
  [[nodiscard]] std::vector<std::int64_t> indptr() const {
    std::vector<std::int64_t> joined{0};
    joined.reserve(static_cast<std::size_t>(n_rows()) + 1);
    for (std::size_t part = 0; part < indptrs_.size(); ++part) {
      for (const std::int64_t end : indptrs_[part].subspan(1)) {
        joined.push_back(begins_[part] + end);
      }
    }
    return joined;
  }

  /// Calls `visit(run)` for runs that cover all rows, on the threads of `call`.
  template <typename Visit>
  void for_each_run(const parallel::LoopOptions& call, const Visit& visit) const {
    parallel::LoopOptions loop = call;
    loop.chunk_size = kRowsPerChunk;
    parallel::for_each_chunk(n_rows(), loop, [&](const parallel::Chunk& chunk) {
      const auto after = std::ranges::upper_bound(row_begins_, chunk.begin);
      auto part = static_cast<std::size_t>(after - row_begins_.begin()) - 1;
      for (std::int64_t row = chunk.begin; row < chunk.end; ++part) {
        const std::int64_t end = std::min(chunk.end, row_begins_[part + 1]);
        if (row < end) visit(Run{part, row - row_begins_[part], end - row_begins_[part]});
        row = end;
      }
    });
  }

 private:
  static constexpr std::int64_t kRowsPerChunk = 1024;

  std::vector<std::span<const std::int64_t>> indptrs_;
  std::vector<std::int64_t> row_begins_ = {0};  // One more than parts.
  std::vector<std::int64_t> begins_ = {0};      // One more than parts.
};

}  // namespace broadsheet::terms
