#include "scan.hpp"

#include <algorithm>

namespace broadsheet::similarity {
namespace {

/// Values of candidates that are walked through between two looks at the watch: some 5 ms.
constexpr std::int64_t kValuesPerChunk = 1 << 22;

}  // namespace

template <typename Value>
void scan(const Comparison<Value>& comparison, const Sink<Value>& sink) {
  const auto& queries = comparison.queries();
  const auto& candidates = comparison.candidates();
  const std::int64_t n_rows = candidates.n_rows();
  const auto nnz = static_cast<std::int64_t>(candidates.values.size()) + n_rows + 1;
  // An item is a query and a block of candidates.
  const std::int64_t n_blocks = 1 + nnz / kValuesPerChunk;
  const std::int64_t block_rows = (n_rows + n_blocks - 1) / n_blocks;
  const auto& watch = comparison.question().loop.watch;
  parallel::LoopOptions loop{
      .n_threads = comparison.question().loop.n_threads,
      .chunk_size = std::max<std::int64_t>(1, kValuesPerChunk / std::max(nnz, std::int64_t{1}))};
  if (watch) loop.watch = [&](std::int64_t n_items) { watch(n_items / n_blocks); };

  const std::int64_t n_items = queries.n_rows() * n_blocks;
  std::vector<std::vector<Scored<Value>>> found(static_cast<std::size_t>(n_items));
  parallel::for_each_chunk(n_items, loop, [&](const parallel::Chunk& chunk) {
    RowSums<Value> sums = comparison.row_sums();
    for (std::int64_t item = chunk.begin; item < chunk.end; ++item) {
      const std::int64_t query = item / n_blocks;
      const std::int64_t begin = item % n_blocks * block_rows;
      sums.hold(queries, query);
      TopK<Value> best = comparison.places();
      const std::int64_t end = std::min(begin + block_rows, n_rows);
      for (auto row = std::max(begin, comparison.first_row(query)); row < end; ++row) {
        if (comparison.is_self(query, row)) continue;
        comparison.compare(query, row, sums, best);
      }
      found[static_cast<std::size_t>(item)] = best.take();
    }
  });

  for (std::int64_t query = 0; query < queries.n_rows(); ++query) {
    TopK<Value> best = comparison.places();
    for (std::int64_t item = query * n_blocks; item < (query + 1) * n_blocks; ++item) {
      for (const auto& scored : found[static_cast<std::size_t>(item)]) best.offer(scored);
    }
    sink(query, best);
  }
}

template void scan(const Comparison<float>&, const Sink<float>&);
template void scan(const Comparison<double>&, const Sink<double>&);

}  // namespace broadsheet::similarity
