#include "broadsheet/text/joined_texts.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::text {
namespace {

using Parts = std::vector<const Texts*>;

TEST(JoinedTexts, HaveALineAPart) {
  const Texts headlines({"Exports rise", ""}, {});
  const Texts decks({"", ""}, {});
  const Texts bodies({"MOSCOW.\nThey rose.", "They fell."}, {});
  const auto joined = join(Parts{&headlines, &decks, &bodies});
  ASSERT_EQ(joined.texts.size(), 2);
  EXPECT_EQ(joined.texts.at(0), "Exports rise\nMOSCOW.\nThey rose.");
  EXPECT_EQ(joined.texts.at(1), "They fell.");
  EXPECT_EQ(joined.spans,
            (std::vector<Span>{{0, 12}, {12, 12}, {13, 31}, {0, 0}, {0, 0}, {0, 10}}));
}

TEST(JoinedTexts, AreSlicedBackByTheirSpans) {
  const std::string long_text(1000, 'x');
  const Texts first({"a", "", long_text}, {});
  const Texts second({"b\n", long_text, ""}, {});
  const Parts parts{&first, &second};
  const auto joined = join(parts);
  for (std::size_t i = 0; i < joined.spans.size(); ++i) {
    const auto row = static_cast<std::int64_t>(i / 2);
    EXPECT_EQ(slice(joined.texts.at(row), joined.spans[i]), parts[i % 2]->at(row));
  }
}

TEST(JoinedTexts, OfEmptyPartsAreEmpty) {
  const Texts empty({""}, {});
  EXPECT_EQ(join(Parts{&empty, &empty}).texts.at(0), "");
  const Texts none;
  EXPECT_EQ(join(Parts{&none, &none}).texts.size(), 0);
}

TEST(JoinedTexts, NeedPartsOfOneLength) {
  const Texts one({"a"}, {});
  const Texts none;
  EXPECT_THROW((void)join(Parts{&one, &none}), std::invalid_argument);
  EXPECT_THROW((void)join({}), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::text
