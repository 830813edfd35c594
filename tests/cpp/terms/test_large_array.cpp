#include "broadsheet/large_array.hpp"

#include <numeric>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(LargeArray, IsAVector) {
  LargeArray<int> array{3, 1};
  array.push_back(2);
  EXPECT_EQ(array, (std::vector<int>{3, 1, 2}));
  EXPECT_NE(array, (std::vector<int>{3, 1}));
  LargeArray<int> copy = array;
  EXPECT_EQ(copy, array);
  copy.assign(2, 7);
  EXPECT_EQ(copy, (std::vector<int>{7, 7}));
}

TEST(LargeArray, GrowsWithoutLosingWhatItHoldsPastTheSizeOfLargePages) {
  LargeArray<int> array(1000);
  std::iota(array.begin(), array.end(), 0);
  for (const std::size_t size : {2'000'000UL, 5'000'000UL}) {
    array.resize(size);
    array.back() = 1;
    for (int i = 0; i < 1000; ++i) ASSERT_EQ(array[static_cast<std::size_t>(i)], i);
  }
  array.resize(10);
  EXPECT_EQ(array.size(), 10);
}

TEST(LargeArray, ResizedLeavesNewElementsWithoutAValue) {
  LargeArray<int> array(3, 7);
  array.resize(0);
  array.resize(3);  // Within its memory: what was there is there still.
  EXPECT_EQ(array, (std::vector<int>{7, 7, 7}));
}

}  // namespace
}  // namespace broadsheet
