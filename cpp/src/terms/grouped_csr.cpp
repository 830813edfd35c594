#include "broadsheet/terms/grouped_csr.hpp"
#include "broadsheet/parallel/phases.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <sstream>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"
#include "ordered_ids.hpp"

namespace broadsheet::terms {
namespace {

/// The rows of each group: those of group g are rows[begins[g]] to rows[begins[g + 1]].
struct Members {
  std::vector<std::int64_t> begins;
  std::vector<std::int32_t> rows;

  Members(std::span<const std::int32_t> groups, std::int32_t n_groups)
      : begins(static_cast<std::size_t>(n_groups) + 1) {
    for (const std::int32_t group : groups) {
      if (group >= 0) ++begins[static_cast<std::size_t>(group) + 1];
    }
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    rows.resize(static_cast<std::size_t>(begins.back()));
    std::vector<std::int64_t> next = begins;
    for (std::size_t row = 0; row < groups.size(); ++row) {
      if (groups[row] < 0) continue;
      const auto place = next[static_cast<std::size_t>(groups[row])]++;
      rows[static_cast<std::size_t>(place)] = static_cast<std::int32_t>(row);
    }
  }

  [[nodiscard]] std::span<const std::int32_t> of(std::int64_t group) const {
    const auto at = static_cast<std::size_t>(group);
    return std::span(rows).subspan(static_cast<std::size_t>(begins[at]),
                                   static_cast<std::size_t>(begins[at + 1] - begins[at]));
  }
};

template <typename Value>
using Sum = std::conditional_t<std::is_integral_v<Value>, std::int64_t, double>;

template <typename Value>
Value to_value(Sum<Value> sum, std::int64_t group, std::int32_t column) {
  if constexpr (std::is_integral_v<Value>) {
    if (sum > std::numeric_limits<Value>::max()) {
      std::ostringstream message;
      message << "sums of counts must be below 2**31: group " << group << ", column " << column
              << " sums to " << sum;
      throw std::overflow_error(message.str());
    }
  }
  return static_cast<Value>(sum);
}

template <typename Value>
class RowGrouper {
 public:
  RowGrouper(const CsrView<Value>& counts, std::span<const std::int32_t> groups,
             std::int32_t n_groups, const parallel::LoopOptions& call)
      : counts_(counts), members_(groups, n_groups), n_groups_(n_groups), call_(call) {}

  [[nodiscard]] Csr<Value> group() {
    Csr<Value> sums{std::vector<std::int64_t>(static_cast<std::size_t>(n_groups_) + 1),
                    {},
                    {},
                    counts_.n_columns};
    // Several chunks a thread, so that none waits long for the largest group.
    const std::int64_t chunk_size = n_groups_ / (8 * call_.n_threads) + 1;
    const auto first = loop_of({0, 1, n_groups_, n_groups_}, call_, chunk_size);
    std::vector<Cells> chunks(static_cast<std::size_t>(parallel::count_chunks(n_groups_, first)));
    const auto width = counts_.n_columns;
    parallel::Scratch<Accumulator> accumulators([width] { return Accumulator(width); });
    parallel::for_each_chunk(n_groups_, first, [&](const parallel::Chunk& chunk) {
      Cells& cells = chunks[static_cast<std::size_t>(chunk.index)];
      accumulators.with([&](Accumulator& accumulator) {
        for (std::int64_t group = chunk.begin; group < chunk.end; ++group) {
          const std::size_t n_before = cells.columns.size();
          add_group(group, accumulator, cells);
          sums.indptr[static_cast<std::size_t>(group) + 1] =
              static_cast<std::int64_t>(cells.columns.size() - n_before);
        }
      });
    });
    std::partial_sum(sums.indptr.begin(), sums.indptr.end(), sums.indptr.begin());
    join(chunks, chunk_size, sums);
    return sums;
  }

 private:
  struct Cells {
    std::vector<std::int32_t> columns;
    std::vector<Value> values;
  };

  /// What a thread adds a group in.
  struct Accumulator {
    explicit Accumulator(std::int32_t n_columns)
        : sums(static_cast<std::size_t>(n_columns)), columns(n_columns) {}

    std::vector<Sum<Value>> sums;  // Zero between groups.
    OrderedIds columns;            // Empty between groups.
  };

  void add_group(std::int64_t group, Accumulator& accumulator, Cells& cells) const {
    for (const std::int32_t row : members_.of(group)) {
      for (std::int64_t place = counts_.begin(row); place < counts_.end(row); ++place) {
        const auto at = static_cast<std::size_t>(place);
        accumulator.sums[static_cast<std::size_t>(counts_.indices[at])] +=
            static_cast<Sum<Value>>(counts_.values[at]);
        accumulator.columns.insert(counts_.indices[at]);
      }
    }
    accumulator.columns.drain([&](std::int32_t column) {
      auto& sum = accumulator.sums[static_cast<std::size_t>(column)];
      cells.columns.push_back(column);
      cells.values.push_back(to_value<Value>(sum, group, column));
      sum = 0;
    });
  }

  void join(std::vector<Cells>& chunks, std::int64_t chunk_size, Csr<Value>& sums) const {
    sums.indices.resize(static_cast<std::size_t>(sums.indptr.back()));
    sums.values.resize(sums.indices.size());
    const parallel::LoopOptions by_chunk{.n_threads = call_.n_threads, .chunk_size = 1};
    parallel::for_each_chunk(std::ssize(chunks), by_chunk, [&](const parallel::Chunk& chunk) {
      Cells& cells = chunks[static_cast<std::size_t>(chunk.index)];
      const auto place = sums.indptr[static_cast<std::size_t>(chunk.index * chunk_size)];
      std::ranges::copy(cells.columns, sums.indices.begin() + place);
      std::ranges::copy(cells.values, sums.values.begin() + place);
      cells = {};  // Gives the memory back at once.
    });
  }

  const CsrView<Value>& counts_;
  const Members members_;
  const std::int32_t n_groups_;
  const parallel::LoopOptions& call_;
};

}  // namespace

template <typename Value>
Csr<Value> group_rows(const CsrView<Value>& counts, std::span<const std::int32_t> groups,
                      std::int32_t n_groups, const parallel::LoopOptions& loop) {
  require(n_groups >= 0, "n_groups must not be negative, not ", n_groups);
  require(std::ssize(groups) == counts.n_rows(), "groups must be one a row, ", counts.n_rows(),
          ", not ", groups.size());
  for (std::size_t row = 0; row < groups.size(); ++row) {
    require(-1 <= groups[row] && groups[row] < n_groups, "groups must lie in [-1, ", n_groups,
            "), not be ", groups[row], " as of row ", row);
  }
  return RowGrouper<Value>(counts, groups, n_groups, loop).group();
}

#define BROADSHEET_GROUP_ROWS(Value)                                                   \
  template Csr<Value> group_rows(const CsrView<Value>&, std::span<const std::int32_t>, \
                                 std::int32_t, const parallel::LoopOptions&);
BROADSHEET_GROUP_ROWS(std::int32_t)
BROADSHEET_GROUP_ROWS(float)
BROADSHEET_GROUP_ROWS(double)

}  // namespace broadsheet::terms
