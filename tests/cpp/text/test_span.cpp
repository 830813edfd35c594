#include "broadsheet/text/span.hpp"

#include <gtest/gtest.h>

namespace broadsheet::text {
namespace {

TEST(Span, IsHalfOpen) {
  EXPECT_EQ((Span{2, 5}.size()), 3);
  EXPECT_TRUE((Span{2, 2}.is_empty()));
  EXPECT_FALSE((Span{2, 5}.is_empty()));
}

TEST(Span, SlicesBytes) {
  EXPECT_EQ(slice("Moscow, December", {8, 16}), "December");
  EXPECT_EQ(slice("Moscow", {6, 6}), "");
}

}  // namespace
}  // namespace broadsheet::text
