#pragma once

#include <cstdint>
#include <functional>

namespace broadsheet::parallel {

/// A run of consecutive items of a loop: [begin, end), the index-th of its kind.
struct Chunk {
  std::int64_t index = 0;
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

/// Called on the thread that started the loop, about every 100 ms and once at the end, with the
/// number of items done. Throwing from it cancels the loop.
using Watch = std::function<void(std::int64_t n_done)>;

struct LoopOptions {
  int n_threads = 1;              ///< At least 1.
  std::int64_t chunk_size = 128;  ///< Items a chunk, at least 1. A result may depend on it.
  Watch watch = {};               ///< Empty: nobody watches and nobody cancels.
};

/// Options of a loop of the same call whose items are not what the watcher counts: it is told that
/// `n_done` are done, over and over, and can cancel.
[[nodiscard]] LoopOptions uncounted(const LoopOptions& call, std::int64_t n_done,
                                    std::int64_t chunk_size);

/// @return  The number of chunks that a loop over `n_items` has: the last may be shorter.
[[nodiscard]] std::int64_t count_chunks(std::int64_t n_items, const LoopOptions& options);

/// Runs `body` once for each chunk of [0, n_items), on `n_threads` threads.
///
/// Chunks start in order and end in any; a body that writes only to what belongs to its chunk
/// gives the same result for any number of threads. Workers live as long as the call, and the
/// calling thread only waits, so a loop may be started under any lock that `watch` can take.
///
/// @throws  What `body` or `watch` throws first; no chunk starts after that, and the workers have
///          ended when it reaches the caller.
/// @throws std::invalid_argument  if an option is out of range.
void for_each_chunk(std::int64_t n_items, const LoopOptions& options,
                    const std::function<void(const Chunk&)>& body);

}  // namespace broadsheet::parallel
