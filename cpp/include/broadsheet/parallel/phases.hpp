#pragma once

#include <cstdint>

#include "broadsheet/parallel/loop.hpp"

namespace broadsheet::parallel {

/// One part of several that make up a call: its progress is a share of what the watcher of the call
/// counts.
struct Phase {
  int index = 0;
  int n_phases = 1;
  std::int64_t n_items = 0;    ///< Items of this part, of all its loops together.
  std::int64_t n_watched = 0;  ///< What the watcher of the call counts, in all.
  std::int64_t n_before = 0;   ///< Items of earlier loops of this part.
};

/// Options of a loop of a phase, which tells the watcher how much is done of the whole call.
[[nodiscard]] inline LoopOptions loop_of(const Phase& phase, const LoopOptions& call,
                                         std::int64_t chunk_size) {
  LoopOptions loop{.n_threads = call.n_threads, .chunk_size = chunk_size};
  if (call.watch) {
    loop.watch = [phase, watch = call.watch](std::int64_t n_done) {
      const double share = phase.n_items == 0 ? 1.0
                                              : static_cast<double>(phase.n_before + n_done) /
                                                    static_cast<double>(phase.n_items);
      const double done = (phase.index + share) / phase.n_phases;
      watch(static_cast<std::int64_t>(done * static_cast<double>(phase.n_watched)));
    };
  }
  return loop;
}

}  // namespace broadsheet::parallel
