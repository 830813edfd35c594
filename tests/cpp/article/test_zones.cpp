#include "broadsheet/article/zones.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "article/junk.hpp"
#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::article {
namespace {

using text::Span;
using Strings = std::vector<std::string>;

Strings strings_of(std::string_view text, const std::vector<Span>& spans) {
  Strings strings;
  for (const Span span : spans) strings.emplace_back(text::slice(text, span));
  return strings;
}

std::string zone_of(std::string_view text, Zone zone) {
  const auto strings = strings_of(text, spans_of(find_zones(text), zone));
  return strings.empty() ? "" : strings.front();
}

Strings paragraphs_of(std::string_view text) {
  return strings_of(text, find_zones(text).paragraphs);
}

TEST(Zones, TakeAnArticleApart) {
  constexpr std::string_view kText =
      "Wheat prices fall\n"
      "Good weather lifts hopes of a record harvest\n"
      "By Jane Doe, Reuters\n"
      "PARIS, March 3 (Reuters) - Wheat fell for a third day. Mr. Smith sold.\n"
      "\"It rained!\" he said.\n";
  const Zones zones = find_zones(kText);
  EXPECT_EQ(text::slice(kText, zones.headline), "Wheat prices fall");
  EXPECT_EQ(text::slice(kText, zones.deck), "Good weather lifts hopes of a record harvest");
  EXPECT_EQ(text::slice(kText, zones.byline), "By Jane Doe, Reuters");
  ASSERT_TRUE(zones.dateline);
  EXPECT_EQ(text::slice(kText, zones.dateline->place), "PARIS");
  EXPECT_EQ(text::slice(kText, zones.dateline->whole), "PARIS, March 3 (Reuters) -");
  EXPECT_EQ(text::slice(kText, zones.body),
            "Wheat fell for a third day. Mr. Smith sold.\n\"It rained!\" he said.");
  EXPECT_EQ(strings_of(kText, zones.paragraphs),
            (Strings{"Wheat fell for a third day. Mr. Smith sold.", "\"It rained!\" he said."}));
  EXPECT_EQ(strings_of(kText, zones.sentences),
            (Strings{"Wheat fell for a third day.", "Mr. Smith sold.", "\"It rained!\" he said."}));
}

TEST(Zones, OfHardWrappedTextJoinLinesUpToAnIndent) {
  constexpr std::string_view kText =
      "BAHIA COCOA REVIEW\n"
      "    SALVADOR, Feb 26 - Showers continued throughout the week in\n"
      "the Bahia cocoa zone, alleviating the drought since early\n"
      "January.\n"
      "    The dry period means the temporao will be late this year.\n"
      "    Arrivals for the week ended February 22 were 155,221 bags\n"
      "of 60 kilos.\n"
      " Reuter\n\x03";
  EXPECT_EQ(zone_of(kText, Zone::kHeadline), "BAHIA COCOA REVIEW");
  EXPECT_EQ(zone_of(kText, Zone::kDateline), "SALVADOR, Feb 26 -");
  EXPECT_EQ(paragraphs_of(kText),
            (Strings{"Showers continued throughout the week in\nthe Bahia cocoa zone, alleviating "
                     "the drought since early\nJanuary.",
                     "The dry period means the temporao will be late this year.",
                     "Arrivals for the week ended February 22 were 155,221 bags\nof 60 kilos."}));
}

TEST(Zones, OfHardWrappedTextEndBeforeTheEndMarkHoweverLongTheLineBefore) {
  constexpr std::string_view kText =
      "    The dry period means the temporao will be late this year and\n"
      "growers of cocoa said that they had seen nothing like it before,\n"
      "arrivals for the week ended February 22 were 155,221 bags of it.\n"
      " Reuter\n";
  const auto paragraphs = paragraphs_of(kText);
  ASSERT_EQ(paragraphs.size(), 1U);
  EXPECT_TRUE(paragraphs[0].ends_with("bags of it."));
}

TEST(Zones, OfAFlashHaveNoDatelineFromAPlaceAlone) {
  EXPECT_EQ(zone_of("TOKYO - Bank of Japan buys dollars, dealers said", Zone::kDateline), "");
  EXPECT_EQ(zone_of("TOKYO - Bank of Japan buys dollars, dealers said.", Zone::kDateline),
            "TOKYO -");
}

TEST(Zones, TakeNoHeadlineInCapitalsForADateline) {
  constexpr std::string_view kText =
      "LONDON, March 3 - A CITY IN FEAR\nPeople in London are in fear, many said today.";
  EXPECT_EQ(zone_of(kText, Zone::kHeadline), "LONDON, March 3 - A CITY IN FEAR");
  EXPECT_EQ(zone_of(kText, Zone::kDateline), "");
}

TEST(Zones, KeepTheLastBlockForTheStory) {
  constexpr std::string_view kText =
      "Numbers to call\n202-224-3154, 202-224-3155, 202-224-3156, 202-224-3157.";
  EXPECT_EQ(zone_of(kText, Zone::kHeadline), "Numbers to call");
  EXPECT_EQ(paragraphs_of(kText).size(), 1U);
}

TEST(Zones, OfHardWrappedTextJoinLinesUpToABlankOne) {
  constexpr std::string_view kText =
      "Cairn finds gas\n"
      "\n"
      "Shares in Cairn Energy rose 3.8% to 1,088 pence on Tuesday after\n"
      "the UK firm announced a fresh gas discovery in northern India\n"
      "that is large.\n"
      "\n"
      "The firm, which last year made a number of other new finds in the\n"
      "Rajasthan area, said more.";
  EXPECT_EQ(zone_of(kText, Zone::kHeadline), "Cairn finds gas");
  const auto paragraphs = paragraphs_of(kText);
  ASSERT_EQ(paragraphs.size(), 2U);
  EXPECT_TRUE(paragraphs[0].ends_with("that is large."));
  EXPECT_TRUE(paragraphs[1].starts_with("The firm, which"));
}

TEST(Zones, OfLongLinesAreALineEach) {
  EXPECT_EQ(paragraphs_of("He came.\nHe saw.\r\nHe won.\rHe left."),
            (Strings{"He came.", "He saw.", "He won.", "He left."}));
}

TEST(Zones, InventNoHeadline) {
  EXPECT_EQ(zone_of("Wheat prices fall", Zone::kHeadline), "");
  EXPECT_EQ(zone_of("Wheat fell today.\nIt will fall again tomorrow, traders in Paris said.",
                    Zone::kHeadline),
            "");
  EXPECT_EQ(zone_of("wheat\nbarley\nmaize", Zone::kHeadline), "");
  EXPECT_EQ(zone_of("The senator said the following:\nThis bill will help farmers in my state.",
                    Zone::kHeadline),
            "");
  EXPECT_EQ(zone_of("LONDON, March 3 - Wheat fell.\nIt will fall again tomorrow, they said.",
                    Zone::kHeadline),
            "");
}

TEST(Zones, TakeAHeadlineThatAsksOrIsSetInCapitals) {
  constexpr std::string_view kStory = "\nWheat fell for a third day, traders in Paris said.";
  EXPECT_EQ(zone_of("Will wheat fall again?" + std::string(kStory), Zone::kHeadline),
            "Will wheat fall again?");
  EXPECT_EQ(zone_of("Wheat Prices Fall On Good Weather." + std::string(kStory), Zone::kHeadline),
            "Wheat Prices Fall On Good Weather.");
  EXPECT_EQ(zone_of("WHEAT FALLS." + std::string(kStory), Zone::kHeadline), "WHEAT FALLS.");
}

TEST(Zones, TakeNoLongQuestionForAHeadline) {
  const std::string question =
      "Who would have thought, " + std::string(100, 'o') + ", that it fell?";
  EXPECT_EQ(
      zone_of(question + "\nWheat fell for a third day, traders in Paris said.", Zone::kHeadline),
      "");
}

TEST(Zones, SkipNoticesBeforeTheHeadline) {
  constexpr std::string_view kText =
      "FOR IMMEDIATE RELEASE\nContact: Jane Doe\nSeptember 2, 2005\n\n"
      "Senator Joins Investigation\n\n"
      "WILMINGTON, DE (September 2, 2005) \u2013 Sen. Tom Carper joined the committee.\n\n# # #";
  EXPECT_EQ(zone_of(kText, Zone::kHeadline), "Senator Joins Investigation");
  EXPECT_EQ(zone_of(kText, Zone::kDateline), "WILMINGTON, DE (September 2, 2005) \u2013");
  EXPECT_EQ(paragraphs_of(kText), Strings{"Sen. Tom Carper joined the committee."});
}

TEST(Zones, LeaveOutContactsAfterTheStory) {
  constexpr std::string_view kText =
      "SEN. BURR COMMENTS ON PRICES\n"
      "  Sen. Richard Burr commented on prices of gasoline today.\n"
      "   Contact: Doug Heye, 202/224-3154. \n \n ";
  EXPECT_EQ(paragraphs_of(kText),
            Strings{"Sen. Richard Burr commented on prices of gasoline today."});
}

TEST(Zones, LeaveOutAMarkAtTheEndOfTheStory) {
  EXPECT_EQ(paragraphs_of("It rose.\nIt fell. -30-"), (Strings{"It rose.", "It fell."}));
  EXPECT_EQ(paragraphs_of("It rose.   ###\n\n"), Strings{"It rose."});
  EXPECT_EQ(paragraphs_of("-30-"), Strings{"-30-"});
  EXPECT_EQ(paragraphs_of("Tag #-30-"), Strings{"Tag #-30-"});
}

TEST(Zones, TakeALongBlockForAStoryWhateverItsEnd) {
  std::string story;
  while (story.size() < 700) story += "the senator announced the grant today ";
  EXPECT_EQ(zone_of("Senator Returns to Haiti\n" + story, Zone::kHeadline),
            "Senator Returns to Haiti");
}

TEST(Zones, OfALineThatBreaksOffAfterATitleRunOn) {
  EXPECT_EQ(
      paragraphs_of("General Schoomaker has agreed to visit the depot. Sen.  \n"
                    " Hutchison made the request.\nIt was granted."),
      (Strings{"General Schoomaker has agreed to visit the depot. Sen.  \n Hutchison made the "
               "request.",
               "It was granted."}));
}

TEST(Zones, AreApartWhereAWideGapIs) {
  const auto text = "Senator joins investigation" + std::string(60, ' ') +
                    "Sen. Tom Carper joined the committee in its investigation.";
  EXPECT_EQ(zone_of(text, Zone::kHeadline), "Senator joins investigation");
  EXPECT_EQ(paragraphs_of(text),
            Strings{"Sen. Tom Carper joined the committee in its investigation."});
}

TEST(Zones, TakeASecondHalfOfAHeadlineForTheDeck) {
  constexpr std::string_view kText =
      "Commandos take on larger role; \nSpecial Operations fill the gap.\n\n"
      "The president has repeatedly said he opposes it.\n\nHe carved out exceptions.";
  EXPECT_EQ(zone_of(kText, Zone::kHeadline), "Commandos take on larger role;");
  EXPECT_EQ(zone_of(kText, Zone::kDeck), "Special Operations fill the gap.");
}

TEST(Zones, TakeAFirstLineThatAloneStandsApartForTheHeadline) {
  constexpr std::string_view kApart =
      "Whigs died, but the party can survive.\n\n"
      "Whether he wins or loses, the party will face profound questions.\n"
      "In 1848 they lost.\nThey differed on slavery.";
  EXPECT_EQ(zone_of(kApart, Zone::kHeadline), "Whigs died, but the party can survive.");
  constexpr std::string_view kAlike =
      "Whigs died, but the party can survive.\n\n"
      "Whether he wins or loses, the party will face profound questions.\n\n"
      "In 1848 they lost.\n\nThey differed on slavery.";
  EXPECT_EQ(zone_of(kAlike, Zone::kHeadline), "");
}

TEST(Zones, KeepADeckFromWhatStandsApartFromIt) {
  constexpr std::string_view kText =
      "Baucus calls for labels\nProgram would help ranchers\n\n\nMore News\n\n"
      "(Washington, D.C.) - The senator called for labels.";
  EXPECT_EQ(zone_of(kText, Zone::kDeck), "Program would help ranchers");
}

TEST(Zones, TakeNoListForADeck) {
  constexpr std::string_view kText =
      "Weekly report\n* Military bill passes\nThis week the Senate passed an important bill.";
  EXPECT_EQ(zone_of(kText, Zone::kHeadline), "Weekly report");
  EXPECT_EQ(zone_of(kText, Zone::kDeck), "");
}

class Byline : public testing::TestWithParam<std::string_view> {};

TEST_P(Byline, IsTakenForOne) {
  const auto text = "Wheat falls\n" + std::string(GetParam()) +
                    "\nWheat fell for a third day, traders in Paris said.";
  EXPECT_EQ(zone_of(text, Zone::kByline), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Zones, Byline,
                         testing::Values("By JANE DOE", "by Janie Gabbett, Reuters",
                                         "By Jane Doe and John Q. Public", "By Sen. Larry Craig",
                                         "By Reuters", "By JANE DOE\nAssociated Press Writer",
                                         "By Ludwig van Beethoven Jr.",
                                         "By Jane Doe of The Associated Press"));

class NoByline : public testing::TestWithParam<std::string_view> {};

TEST_P(NoByline, IsTakenForOne) {
  const auto text = "Wheat falls\n" + std::string(GetParam()) +
                    "\nWheat fell for a third day, traders in Paris said.";
  EXPECT_EQ(zone_of(text, Zone::kByline), "");
}

INSTANTIATE_TEST_SUITE_P(Zones, NoByline,
                         testing::Values("By Monday the price had fallen", "By the numbers",
                                         "By then", "Byline", "By Jane Doe said the trader.",
                                         "By Law"));

TEST(Zones, OfBodyOnlyAreParagraphs) {
  constexpr std::string_view kText = "Headline\n\nPARIS, March 3 - Wheat fell.\n";
  const Zones zones = find_zones(kText, ZoneDetection::kBodyOnly);
  EXPECT_TRUE(zones.headline.is_empty());
  EXPECT_FALSE(zones.dateline);
  EXPECT_EQ(strings_of(kText, zones.paragraphs),
            (Strings{"Headline", "PARIS, March 3 - Wheat fell."}));
}

TEST(Zones, KeepToWhatIsKnown) {
  constexpr std::string_view kText = "Wheat fell.\nBadly\nBy Jane Doe\nPARIS (AP) - Wheat fell.";
  const Zones zones = find_zones(kText, KnownZones{.headline = {0, 11}, .deck = {12, 17}});
  EXPECT_EQ(text::slice(kText, zones.headline), "Wheat fell.");
  EXPECT_EQ(text::slice(kText, zones.deck), "Badly");
  EXPECT_EQ(text::slice(kText, zones.byline), "By Jane Doe");
  EXPECT_EQ(strings_of(kText, zones.paragraphs), Strings{"Wheat fell."});
  const Zones unknown = find_zones(kText, KnownZones{});
  EXPECT_TRUE(unknown.headline.is_empty());
  EXPECT_EQ(unknown.paragraphs.size(), 4U);
}

TEST(Zones, RefuseKnownSpansThatDoNotLieWithin) {
  EXPECT_THROW((void)find_zones("abc", KnownZones{.headline = {0, 4}}), std::out_of_range);
  EXPECT_THROW((void)find_zones("abc", KnownZones{.deck = {2, 1}}), std::out_of_range);
  EXPECT_THROW((void)find_zones("\u00e9", KnownZones{.headline = {0, 1}}), std::out_of_range);
}

TEST(Zones, OfNothingAreNone) {
  for (const std::string_view text : {"", " \r\n\t", "\ufeff", "\x02\x03"}) {
    EXPECT_EQ(find_zones(text), Zones{});
  }
}

TEST(Zones, CountCodePointsWhenAsked) {
  constexpr std::string_view kText =
      "\u201cWheat\u201d falls\nPARIS \u2014 W\u00e4re it so \u2026 or not. Ja.";
  const Zones zones = in_code_points(kText, find_zones(kText));
  EXPECT_EQ(zones.headline, (Span{0, 13}));
  ASSERT_TRUE(zones.dateline);
  EXPECT_EQ(zones.dateline->whole, (Span{14, 21}));
  EXPECT_EQ(zones.body.begin, 22);
  EXPECT_EQ(zones.sentences.back(), (Span{zones.body.end - 3, zones.body.end}));
}

void expect_clean(std::string_view text, Span span) {
  ASSERT_LE(0, span.begin);
  ASSERT_LE(span.begin, span.end);
  ASSERT_LE(span.end, static_cast<std::int64_t>(text.size()));
  if (span.is_empty()) return;
  EXPECT_FALSE(text::find_invalid_utf8(text::slice(text, span)));
  EXPECT_FALSE(text::is_space(text::decode(text, span.begin).value));
  EXPECT_FALSE(text::is_space(text::decode_before(text, span.end).value));
}

void expect_sound(std::string_view text, const Zones& zones) {
  std::vector<Span> parts{zones.headline, zones.deck, zones.byline};
  if (zones.dateline) parts.push_back(zones.dateline->whole);
  parts.insert(parts.end(), zones.paragraphs.begin(), zones.paragraphs.end());
  std::erase_if(parts, [](Span part) { return part.is_empty(); });
  for (const Span part : parts) expect_clean(text, part);
  std::sort(parts.begin(), parts.end(), [](Span a, Span b) { return a.begin < b.begin; });
  for (std::size_t i = 1; i < parts.size(); ++i) EXPECT_LE(parts[i - 1].end, parts[i].begin);
  for (const Span sentence : zones.sentences) {
    expect_clean(text, sentence);
    EXPECT_TRUE(std::any_of(zones.paragraphs.begin(), zones.paragraphs.end(), [&](Span paragraph) {
      return paragraph.begin <= sentence.begin && sentence.end <= paragraph.end;
    }));
  }
  EXPECT_EQ(zones.body.is_empty(), zones.paragraphs.empty());
  if (zones.paragraphs.empty()) return;
  EXPECT_EQ(zones.body, (Span{zones.paragraphs.front().begin, zones.paragraphs.back().end}));
}

TEST(Zones, OfJunkNeverOverlap) {
  for (unsigned seed = 0; seed < 5000; ++seed) {
    const auto junk = testing_junk::article(seed);
    SCOPED_TRACE(junk);
    expect_sound(junk, find_zones(junk));
    expect_sound(junk, find_zones(junk, ZoneDetection::kBodyOnly));
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Zones, OfRealArticlesNeverOverlap) {
  const std::filesystem::path folder = std::filesystem::path(BROADSHEET_CORPORA) / "attributions";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the shared corpora are not there";
  int n_articles = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    SCOPED_TRACE(entry.path().string());
    const Zones zones = find_zones(text);
    expect_sound(text, zones);
    EXPECT_FALSE(zones.paragraphs.empty());
    ++n_articles;
  }
  EXPECT_GT(n_articles, 400);
}

}  // namespace
}  // namespace broadsheet::article
