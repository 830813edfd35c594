#include "batches.hpp"

#include <algorithm>

namespace broadsheet::similarity {
namespace {

constexpr std::int64_t kMost = 256;
constexpr std::int64_t kSharesPerThread = 4;

}  // namespace

void for_each_batch(std::int64_t n_queries, std::int64_t least, const parallel::LoopOptions& loop,
                    const BatchBody& body) {
  std::atomic<bool> is_cancelled = false;
  parallel::LoopOptions by_batch = loop;
  by_batch.chunk_size = std::clamp(n_queries / (kSharesPerThread * loop.n_threads), least, kMost);
  if (const auto& watch = loop.watch) {
    by_batch.watch = [&](std::int64_t n_done) {
      try {
        watch(n_done);
      } catch (...) {
        is_cancelled = true;
        throw;
      }
    };
  }
  parallel::for_each_chunk(n_queries, by_batch,
                           [&](const parallel::Chunk& chunk) { body(chunk, is_cancelled); });
}

}  // namespace broadsheet::similarity
