#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

#include "broadsheet/parallel/loop.hpp"

namespace broadsheet::similarity {

/// What is done with a batch of queries. It may be long: it looks at `is_cancelled` now and then,
/// and returns when that is true.
using BatchBody =
    std::function<void(const parallel::Chunk& queries, const std::atomic<bool>& is_cancelled)>;

/// Runs `body` for batches of at least `least` queries: many, since each reads the candidates from
/// memory anew but for what the last ones left in cache; few enough to give every thread some
/// batches.
void for_each_batch(std::int64_t n_queries, std::int64_t least, const parallel::LoopOptions& loop,
                    const BatchBody& body);

}  // namespace broadsheet::similarity
