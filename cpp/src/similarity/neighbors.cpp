#include "broadsheet/similarity/neighbors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "broadsheet/require.hpp"
#include "broadsheet/similarity/postings.hpp"
#include "broadsheet/similarity/top_k.hpp"

namespace broadsheet::similarity {
namespace {

using parallel::Chunk;
using parallel::LoopOptions;
using terms::CsrView;

/// Products that a chunk of queries should cost: some 20 ms, so that a watch is heard in time.
constexpr std::int64_t kProductsPerChunk = 20'000'000;

/// The same threads and the same watch, which hears of no progress yet.
LoopOptions before_progress(const LoopOptions& loop) {
  LoopOptions options = loop;
  if (loop.watch) options.watch = [&loop](std::int64_t) { loop.watch(0); };
  return options;
}

template <typename Value>
class Search {
 public:
  Search(const CsrView<Value>& queries, const CsrView<Value>& candidates,
         const NeighborsOptions& options)
      : queries_(queries),
        options_(options),
        query_squares_(row_squares(queries, "queries")),
        candidate_squares_(row_squares(candidates, "candidates")),
        postings_(candidates, before_progress(options.loop)),
        places_(std::min<std::int64_t>(options.k, std::max<std::int64_t>(1, candidates.n_rows()))),
        least_(static_cast<Value>(options.min_similarity)) {}

  Neighbors<Value> run() {
    const auto n_places = static_cast<std::size_t>(queries_.n_rows() * options_.k);
    Neighbors<Value> found{options_.k, std::vector<std::int32_t>(n_places, -1),
                           std::vector<Value>(n_places, 0)};
    LoopOptions loop = options_.loop;
    loop.chunk_size = chunk_size();
    parallel::for_each_chunk(queries_.n_rows(), loop, [&](const Chunk& chunk) {
      std::vector<double> dots(static_cast<std::size_t>(Postings<Value>::kBlockRows), 0);
      for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
        TopK<Value> best(static_cast<std::size_t>(places_), least_);
        for (const auto& block : postings_.blocks()) visit(row, block, dots, best);
        auto place = static_cast<std::size_t>(row * options_.k);
        for (const auto& neighbor : best.take()) {
          found.indices[place] = neighbor.row;
          found.scores[place++] = neighbor.score;
        }
      }
    });
    return found;
  }

 private:
  using Block = typename Postings<Value>::Block;

  void visit(std::int64_t row, const Block& block, std::vector<double>& dots,
             TopK<Value>& best) const {
    // Columns come in ascending order, so that each sum is added up in that order.
    for (auto at = queries_.begin(row); at < queries_.end(row); ++at) {
      const double weight = queries_.values[static_cast<std::size_t>(at)];
      const auto column = static_cast<std::size_t>(queries_.indices[static_cast<std::size_t>(at)]);
      for (auto i = block.offsets[column]; i < block.offsets[column + 1]; ++i) {
        dots[block.rows[i]] += weight * static_cast<double>(block.values[i]);
      }
    }
    const double square = query_squares_[static_cast<std::size_t>(row)];
    for (std::int64_t local = 0; local < block.n_rows; ++local) {
      const double dot = std::exchange(dots[static_cast<std::size_t>(local)], 0.0);
      const std::int64_t other = block.begin + local;
      if (!(dot > 0) || (options_.exclude_self && other == row)) continue;
      const double exact =
          score(options_.measure, dot, square, candidate_squares_[static_cast<std::size_t>(other)]);
      best.offer({static_cast<Value>(exact), static_cast<std::int32_t>(other)});
    }
  }

  std::int64_t chunk_size() const {
    std::vector<std::int64_t> df(static_cast<std::size_t>(queries_.n_columns), 0);
    for (const auto& block : postings_.blocks()) {
      for (std::size_t c = 0; c < df.size(); ++c) df[c] += block.offsets[c + 1] - block.offsets[c];
    }
    std::int64_t n_products = queries_.n_rows();
    for (const auto column : queries_.indices) n_products += df[static_cast<std::size_t>(column)];
    const std::int64_t per_row = n_products / std::max<std::int64_t>(1, queries_.n_rows());
    return std::clamp<std::int64_t>(kProductsPerChunk / std::max<std::int64_t>(1, per_row), 1, 256);
  }

  const CsrView<Value>& queries_;
  const NeighborsOptions& options_;
  std::vector<double> query_squares_;
  std::vector<double> candidate_squares_;
  Postings<Value> postings_;
  std::int64_t places_;
  Value least_;
};

}  // namespace

template <typename Value>
Neighbors<Value> nearest(const CsrView<Value>& queries, const CsrView<Value>& candidates,
                         const NeighborsOptions& options) {
  require(options.k >= 1, "k must be at least 1, not ", options.k);
  require(options.min_similarity >= 0 && std::isfinite(options.min_similarity),
          "min_similarity must be finite and not negative, not ", options.min_similarity);
  require(queries.n_columns == candidates.n_columns, "queries must have the ", candidates.n_columns,
          " columns of candidates, not ", queries.n_columns);
  require(candidates.n_rows() <= std::numeric_limits<std::int32_t>::max(),
          "candidates must have fewer than 2**31 rows, not ", candidates.n_rows());
  require(!options.exclude_self || queries.n_rows() <= candidates.n_rows(),
          "exclude_self needs each of the ", queries.n_rows(),
          " queries among the candidates, which are ", candidates.n_rows());
  return Search<Value>(queries, candidates, options).run();
}

template Neighbors<float> nearest(const CsrView<float>&, const CsrView<float>&,
                                  const NeighborsOptions&);
template Neighbors<double> nearest(const CsrView<double>&, const CsrView<double>&,
                                   const NeighborsOptions&);

}  // namespace broadsheet::similarity
