#include "broadsheet/parallel/scratch.hpp"

#include <atomic>
#include <cstdint>

#include <gtest/gtest.h>

#include "broadsheet/parallel/loop.hpp"

namespace broadsheet::parallel {
namespace {

TEST(Scratch, HandsTheSameObjectOnWhenChunksRunOneByOne) {
  int n_made = 0;
  Scratch<int> scratch([&] { return ++n_made; });
  for (int i = 0; i < 5; ++i) {
    scratch.with([](int& object) { EXPECT_EQ(object, 1); });
  }
  EXPECT_EQ(n_made, 1);
}

TEST(Scratch, MakesAsManyObjectsAsAreInUseAtOnce) {
  int n_made = 0;
  Scratch<int> scratch([&] { return ++n_made; });
  scratch.with([&](int& outer) { scratch.with([&](int& inner) { EXPECT_NE(outer, inner); }); });
  EXPECT_EQ(n_made, 2);
}

TEST(Scratch, KeepsWhatChunksAddedUpOnAnyThread) {
  std::atomic<int> n_made = 0;
  Scratch<std::int64_t> scratch([&] {
    ++n_made;
    return std::int64_t{0};
  });
  for_each_chunk(1000, {.n_threads = 4, .chunk_size = 7}, [&](const Chunk& chunk) {
    scratch.with([&](std::int64_t& sum) {
      for (std::int64_t i = chunk.begin; i < chunk.end; ++i) sum += i;
    });
  });
  std::int64_t total = 0;
  scratch.for_each([&](std::int64_t sum) { total += sum; });
  EXPECT_EQ(total, 499'500);
  EXPECT_LE(n_made, 4);
}

}  // namespace
}  // namespace broadsheet::parallel
