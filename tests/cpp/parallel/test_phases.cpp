#include "broadsheet/parallel/phases.hpp"

#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::parallel {
namespace {

TEST(Phases, ALoopThatIsRepeatedTellsWhatShareIsDone) {
  std::vector<std::int64_t> told;
  const LoopOptions call{.watch = [&](std::int64_t n_done) { told.push_back(n_done); }};
  for (int i = 0; i < 3; ++i) {
    for_each_chunk(10, loop_of({i, 3, 10, 10}, call, 128), [](const Chunk&) {});
  }
  EXPECT_EQ(told, (std::vector<std::int64_t>{3, 6, 10}));
  EXPECT_FALSE(loop_of({0, 3, 10, 10}, {}, 128).watch);
}

TEST(Phases, LoopsOfOnePartShareItsProgress) {
  std::vector<std::int64_t> told;
  const LoopOptions call{.n_threads = 2, .watch = [&](std::int64_t n) { told.push_back(n); }};
  const LoopOptions loop = loop_of({1, 2, 20, 100, 10}, call, 7);
  EXPECT_EQ(loop.n_threads, 2);
  EXPECT_EQ(loop.chunk_size, 7);
  for_each_chunk(10, loop, [](const Chunk&) {});
  EXPECT_EQ(told.back(), 100);
  for_each_chunk(0, loop_of({0, 2, 0, 100}, call, 7), [](const Chunk&) {});
  EXPECT_EQ(told.back(), 50);
}

}  // namespace
}  // namespace broadsheet::parallel
