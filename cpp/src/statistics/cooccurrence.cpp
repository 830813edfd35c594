#include "broadsheet/statistics/cooccurrence.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <numeric>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"
#include "term_places.hpp"

namespace broadsheet::statistics {
namespace {

using parallel::Chunk;
using Cells = std::vector<std::pair<std::int32_t, std::int64_t>>;

constexpr std::int64_t kRowsAtOnce = 16;  // The frequent terms are first, and much longer.

void check(std::span<const std::int32_t> nodes, std::int32_t n_terms) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    require(0 <= nodes[i] && nodes[i] < n_terms, "nodes must be terms in [0, ", n_terms, "), not ",
            nodes[i]);
    require(i == 0 || nodes[i - 1] < nodes[i], "nodes must ascend: ", nodes[i], " comes after ",
            nodes[i - (i > 0)]);
  }
}

void add_totals(std::span<const std::int32_t> ids, const Window& window, PairTotals& totals) {
  const auto n = std::ssize(ids);
  for (std::int64_t i = 0; i < n; ++i) {
    const auto reach = [&](std::int64_t left, std::int64_t right) {
      return std::min(left, i) + std::min(right, n - 1 - i);
    };
    const auto term = static_cast<std::size_t>(ids[static_cast<std::size_t>(i)]);
    const std::int64_t n_as_node = reach(window.left, window.right);
    totals.nodes[term] += n_as_node;
    totals.collocates[term] += reach(window.right, window.left);
    totals.n_pairs += n_as_node;
  }
}

PairTotals no_totals(std::int32_t n_terms) {
  const std::vector<std::int64_t> zeros(static_cast<std::size_t>(n_terms));
  return {.nodes = zeros, .collocates = zeros};
}

/// Counts the collocates of one term after the other.
class RowCounter {
 public:
  RowCounter(const terms::TokenIdsView& tokens, const CooccurrenceOptions& options)
      : tokens_(tokens), options_(options), counts_(static_cast<std::size_t>(tokens.n_terms)) {}

  /// Appends the cells of a row, columns ascending.
  template <typename Place>
  void append(std::int32_t node, std::span<const Place> places, const StretchBegins& begins,
              Cells& cells) {
    for (const Place place : places) count_window(static_cast<std::size_t>(place), begins);
    const std::int32_t least = options_.is_upper ? node : 0;
    const auto is_kept = [&](std::int32_t term) {
      return term >= least && counts_[static_cast<std::size_t>(term)] >= options_.min_count;
    };
    std::vector<std::int32_t> kept;
    std::ranges::copy_if(touched_, std::back_inserter(kept), is_kept);
    std::ranges::sort(kept);
    for (const std::int32_t term : kept) {
      cells.emplace_back(term, counts_[static_cast<std::size_t>(term)]);
    }
    for (const std::int32_t term : touched_) counts_[static_cast<std::size_t>(term)] = 0;
    touched_.clear();
  }

 private:
  void count(std::size_t place) {
    const std::int32_t term = tokens_.ids[place];
    if (counts_[static_cast<std::size_t>(term)]++ == 0) touched_.push_back(term);
  }

  void count_window(std::size_t place, const StretchBegins& begins) {
    std::size_t at = place;
    for (std::int32_t i = 0; i < options_.window.left && !begins.has(at); ++i) count(--at);
    at = place + 1;
    for (std::int32_t i = 0; i < options_.window.right && !begins.has(at); ++i) count(at++);
  }

  const terms::TokenIdsView& tokens_;
  const CooccurrenceOptions& options_;
  std::vector<std::int64_t> counts_;   // All 0 between rows.
  std::vector<std::int32_t> touched_;  // The terms whose counts are not.
};

struct Rows {
  std::vector<std::int64_t> lengths;
  Cells cells;
};

template <typename Place>
std::vector<Rows> count_rows(const terms::TokenIdsView& tokens, std::span<const std::int32_t> nodes,
                             const PairTotals& totals, const CooccurrenceOptions& options,
                             const parallel::LoopOptions& loop) {
  const auto is_sought = [&](std::int32_t term) {
    return totals.nodes[static_cast<std::size_t>(term)] >= options.min_count;
  };
  std::vector<std::int32_t> sought;
  std::ranges::copy_if(nodes, std::back_inserter(sought), is_sought);
  const TermPlaces<Place> places(tokens, sought);
  const StretchBegins begins(tokens.indptr);
  parallel::Scratch<RowCounter> counters([&] { return RowCounter(tokens, options); });
  const auto n_rows = std::ssize(nodes);
  std::vector<Rows> parts(static_cast<std::size_t>(parallel::count_chunks(n_rows, loop)));
  parallel::for_each_chunk(n_rows, loop, [&](const Chunk& chunk) {
    Rows& rows = parts[static_cast<std::size_t>(chunk.index)];
    counters.with([&](RowCounter& counter) {
      for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
        const std::int32_t node = nodes[static_cast<std::size_t>(row)];
        const auto n_before = std::ssize(rows.cells);
        if (is_sought(node)) counter.append(node, places.of(node), begins, rows.cells);
        rows.lengths.push_back(std::ssize(rows.cells) - n_before);
      }
    });
  });
  return parts;
}

terms::Csr<std::int64_t> join(std::vector<Rows>&& parts, std::int32_t n_columns) {
  terms::Csr<std::int64_t> matrix;
  matrix.n_columns = n_columns;
  std::size_t n_cells = 0;
  for (const Rows& rows : parts) n_cells += rows.cells.size();
  matrix.indices.reserve(n_cells);
  matrix.values.reserve(n_cells);
  for (Rows& rows : parts) {
    for (const std::int64_t length : rows.lengths) {
      matrix.indptr.push_back(matrix.indptr.back() + length);
    }
    for (const auto& [column, count] : rows.cells) {
      matrix.indices.push_back(column);
      matrix.values.push_back(count);
    }
    rows = {};
  }
  return matrix;
}

}  // namespace

void check(const Window& window) {
  require(window.left >= 0 && window.right >= 0, "window must not be negative, not ", window.left,
          " and ", window.right);
  require(window.left > 0 || window.right > 0, "window must reach to one side at least");
}

PairTotals pair_totals(const terms::TokenIdsView& tokens, const Window& window,
                       const parallel::LoopOptions& loop) {
  check(window);
  parallel::Scratch<PairTotals> parts([&] { return no_totals(tokens.n_terms); });
  parallel::for_each_chunk(tokens.n_documents(), loop, [&](const Chunk& chunk) {
    parts.with([&](PairTotals& totals) {
      for (std::int64_t i = chunk.begin; i < chunk.end; ++i) {
        add_totals(tokens.of(i), window, totals);
      }
    });
  });
  PairTotals all = no_totals(tokens.n_terms);
  parts.for_each([&](const PairTotals& part) {
    std::ranges::transform(all.nodes, part.nodes, all.nodes.begin(), std::plus<>());
    std::ranges::transform(all.collocates, part.collocates, all.collocates.begin(), std::plus<>());
    all.n_pairs += part.n_pairs;
  });
  return all;
}

terms::Csr<std::int64_t> cooccurrences(const terms::TokenIdsView& tokens,
                                       std::span<const std::int32_t> nodes,
                                       const PairTotals& totals,
                                       const CooccurrenceOptions& options) {
  check(options.window);
  check(nodes, tokens.n_terms);
  require(options.min_count >= 1, "min_count must be at least 1, not ", options.min_count);
  require(std::ssize(totals.nodes) == tokens.n_terms, "totals must be of ", tokens.n_terms,
          " terms, not of ", totals.nodes.size());
  parallel::LoopOptions loop = options.loop;
  loop.chunk_size = kRowsAtOnce;
  const bool is_small = tokens.ids.size() <= std::numeric_limits<std::uint32_t>::max();
  return join(is_small ? count_rows<std::uint32_t>(tokens, nodes, totals, options, loop)
                       : count_rows<std::uint64_t>(tokens, nodes, totals, options, loop),
              tokens.n_terms);
}

std::vector<Contingency> pair_tables(const terms::CsrView<std::int64_t>& counts,
                                     std::span<const std::int32_t> nodes,
                                     const PairTotals& totals) {
  std::vector<Contingency> tables;
  tables.reserve(counts.values.size());
  for (std::size_t row = 0; row < nodes.size(); ++row) {
    const std::int64_t row_1 = totals.nodes[static_cast<std::size_t>(nodes[row])];
    for (auto cell = static_cast<std::size_t>(counts.indptr[row]);
         cell < static_cast<std::size_t>(counts.indptr[row + 1]); ++cell) {
      const std::int64_t o11 = counts.values[cell];
      const std::int64_t column_1 =
          totals.collocates[static_cast<std::size_t>(counts.indices[cell])];
      tables.push_back({.o11 = static_cast<double>(o11),
                        .o12 = static_cast<double>(row_1 - o11),
                        .o21 = static_cast<double>(column_1 - o11),
                        .o22 = static_cast<double>(totals.n_pairs - row_1 - column_1 + o11)});
    }
  }
  return tables;
}

}  // namespace broadsheet::statistics
