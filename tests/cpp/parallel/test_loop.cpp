#include "broadsheet/parallel/loop.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::parallel {
namespace {

TEST(Loop, VisitsEachItemOnceForAnyThreadsAndChunkSize) {
  for (const int n_threads : {1, 2, 8}) {
    for (const std::int64_t chunk_size : {1, 3, 100, 1000}) {
      std::vector<int> visits(100, 0);
      for_each_chunk(100, {.n_threads = n_threads, .chunk_size = chunk_size},
                     [&](const Chunk& chunk) {
                       EXPECT_EQ(chunk.begin, chunk.index * chunk_size);
                       for (auto i = chunk.begin; i < chunk.end; ++i) {
                         ++visits[static_cast<std::size_t>(i)];
                       }
                     });
      EXPECT_EQ(visits, std::vector<int>(100, 1));
    }
  }
}

TEST(Loop, OfNothingDoesNothing) {
  for_each_chunk(0, {}, [](const Chunk&) { FAIL(); });
  EXPECT_EQ(count_chunks(0, {}), 0);
  EXPECT_EQ(count_chunks(129, {}), 2);
}

TEST(Loop, TellsTheWatchAtTheEndOnTheCallingThread) {
  std::vector<std::int64_t> told;
  const auto caller = std::this_thread::get_id();
  for_each_chunk(10,
                 {.watch =
                      [&](std::int64_t n_done) {
                        EXPECT_EQ(std::this_thread::get_id(), caller);
                        told.push_back(n_done);
                      }},
                 [](const Chunk&) {});
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back(), 10);
}

TEST(Loop, OfOtherItemsTellsTheWatchOneNumberAndStopsWhenItThrows) {
  std::vector<std::int64_t> told;
  LoopOptions call{.n_threads = 2, .watch = [&](std::int64_t n_done) { told.push_back(n_done); }};
  const LoopOptions loop = uncounted(call, 3, 7);
  EXPECT_EQ(loop.n_threads, 2);
  EXPECT_EQ(loop.chunk_size, 7);
  for_each_chunk(10, loop, [](const Chunk&) {});
  EXPECT_EQ(told, std::vector<std::int64_t>{3});
  call.watch = [](std::int64_t) { throw std::runtime_error("stop"); };
  EXPECT_THROW(for_each_chunk(10, uncounted(call, 3, 7), [](const Chunk&) {}), std::runtime_error);
  EXPECT_FALSE(uncounted({}, 3, 7).watch);
}

TEST(Loop, StopsWhenTheWatchThrows) {
  std::atomic<int> n_chunks = 0;
  const auto watch = [](std::int64_t) { throw std::runtime_error("stop"); };
  EXPECT_THROW(for_each_chunk(100'000, {.chunk_size = 1, .watch = watch},
                              [&](const Chunk&) {
                                ++n_chunks;
                                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                              }),
               std::runtime_error);
  EXPECT_LT(n_chunks, 100'000);
}

TEST(Loop, PassesOnWhatTheBodyThrows) {
  for (const int n_threads : {1, 4}) {
    EXPECT_THROW(for_each_chunk(100, {.n_threads = n_threads, .chunk_size = 1},
                                [](const Chunk& chunk) {
                                  if (chunk.index == 7) throw std::out_of_range("seven");
                                }),
                 std::out_of_range);
  }
}

TEST(Loop, RefusesOptionsOutOfRange) {
  const auto nothing = [](const Chunk&) {};
  EXPECT_THROW(for_each_chunk(1, {.n_threads = 0}, nothing), std::invalid_argument);
  EXPECT_THROW(for_each_chunk(1, {.chunk_size = 0}, nothing), std::invalid_argument);
  EXPECT_THROW(for_each_chunk(-1, {}, nothing), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::parallel
