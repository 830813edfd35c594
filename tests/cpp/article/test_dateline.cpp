#include "broadsheet/article/dateline.hpp"

#include <string>
#include <string_view>
#include <tuple>

#include <gtest/gtest.h>

#include "article/junk.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::article {
namespace {

using text::slice;
using Parts = std::tuple<std::string, std::string, std::string, std::string, std::string>;

// Place, region, date, agency, whole; all empty where there is no dateline.
Parts parts_of(std::string_view paragraph) {
  const auto dateline = find_dateline(paragraph);
  if (!dateline) return {};
  const auto part = [&](text::Span span) { return std::string(slice(paragraph, span)); };
  return {part(dateline->place), part(dateline->region), part(dateline->date),
          part(dateline->agency), part(dateline->whole)};
}

TEST(Dateline, ReadsTheFormsOfTheAgencies) {
  EXPECT_EQ(parts_of("MOSCOW, December 23. /TASS/. Russia will"),
            Parts("MOSCOW", "", "December 23", "TASS", "MOSCOW, December 23. /TASS/."));
  EXPECT_EQ(parts_of("WASHINGTON (AP) -- The Senate"),
            Parts("WASHINGTON", "", "", "AP", "WASHINGTON (AP) --"));
  EXPECT_EQ(parts_of("LONDON, March 3 (Reuters) - Wheat"),
            Parts("LONDON", "", "March 3", "Reuters", "LONDON, March 3 (Reuters) -"));
  EXPECT_EQ(parts_of("BEIJING, Nov. 5 (Xinhua) -- China"),
            Parts("BEIJING", "", "Nov. 5", "Xinhua", "BEIJING, Nov. 5 (Xinhua) --"));
  EXPECT_EQ(parts_of("KABUL, Afghanistan (AP) _ A bomb"),
            Parts("KABUL", "Afghanistan", "", "AP", "KABUL, Afghanistan (AP) _"));
  EXPECT_EQ(parts_of("SALVADOR, Feb 26 - Showers"),
            Parts("SALVADOR", "", "Feb 26", "", "SALVADOR, Feb 26 -"));
  EXPECT_EQ(parts_of("MOSCOW. March 5 (Interfax) - The"),
            Parts("MOSCOW", "", "March 5", "Interfax", "MOSCOW. March 5 (Interfax) -"));
  EXPECT_EQ(parts_of("New Delhi, Mar 5 (PTI) The government"),
            Parts("New Delhi", "", "Mar 5", "PTI", "New Delhi, Mar 5 (PTI)"));
  EXPECT_EQ(parts_of("BRUSSELS, March 27, Reuter - Greece"),
            Parts("BRUSSELS", "", "March 27", "Reuter", "BRUSSELS, March 27, Reuter -"));
  EXPECT_EQ(parts_of("NEW YORK, March 5, 2016 /PRNewswire/ -- Acme"),
            Parts("NEW YORK", "", "March 5, 2016", "PRNewswire",
                  "NEW YORK, March 5, 2016 /PRNewswire/ --"));
  EXPECT_EQ(parts_of("SAN FRANCISCO--(BUSINESS WIRE)--Acme"),
            Parts("SAN FRANCISCO", "", "", "BUSINESS WIRE", "SAN FRANCISCO--(BUSINESS WIRE)--"));
}

TEST(Dateline, ReadsPlacesWithTheirRegion) {
  EXPECT_EQ(parts_of("SAN FRANCISCO, Calif., March 3, 2016 (AP) \u2014 A"),
            Parts("SAN FRANCISCO", "Calif.", "March 3, 2016", "AP",
                  "SAN FRANCISCO, Calif., March 3, 2016 (AP) \u2014"));
  EXPECT_EQ(parts_of("Washington, D.C. \u2013 Today Senator"),
            Parts("Washington", "D.C.", "", "", "Washington, D.C. \u2013"));
  EXPECT_EQ(parts_of("(Washington, DC)\u2014Senator"),
            Parts("Washington", "DC", "", "", "(Washington, DC)\u2014"));
  EXPECT_EQ(parts_of("GEORGETOWN, Grand Cayman, British West Indies, March 25 -\n    Shr"),
            Parts("GEORGETOWN", "Grand Cayman, British West Indies", "March 25", "",
                  "GEORGETOWN, Grand Cayman, British West Indies, March 25 -"));
  EXPECT_EQ(parts_of("RIPLEY, W. Va., March 19 - Qtrly"),
            Parts("RIPLEY", "W. Va.", "March 19", "", "RIPLEY, W. Va., March 19 -"));
  EXPECT_EQ(parts_of("LEBEC, Calif. March 24 - Shr"),
            Parts("LEBEC", "Calif.", "March 24", "", "LEBEC, Calif. March 24 -"));
  EXPECT_EQ(parts_of("WASHINGTON D.C., March 18 - The"),
            Parts("WASHINGTON", "D.C.", "March 18", "", "WASHINGTON D.C., March 18 -"));
}

TEST(Dateline, ReadsNamesOfManyKinds) {
  EXPECT_EQ(std::get<0>(parts_of("LONDON/NEW YORK (Reuters) - Oil")), "LONDON/NEW YORK");
  EXPECT_EQ(std::get<0>(parts_of("ST. LOUIS (AP) - A")), "ST. LOUIS");
  EXPECT_EQ(std::get<0>(parts_of("N'DJAMENA, March 25 - Chad's")), "N'DJAMENA");
  EXPECT_EQ(std::get<0>(parts_of("WINSTON-SALEM, N.C., March 19 - RJR")), "WINSTON-SALEM");
  EXPECT_EQ(std::get<0>(parts_of("RIO DE JANEIRO, MARCH 18 - Brazil")), "RIO DE JANEIRO");
  EXPECT_EQ(std::get<0>(parts_of("Mexico city, march 18 - mexico's")), "Mexico city");
  EXPECT_EQ(std::get<0>(parts_of("THE HAGUE \u2014 Judges")), "THE HAGUE");
  EXPECT_EQ(std::get<0>(parts_of("S\u00c3O PAULO, 3 March - The")), "S\u00c3O PAULO");
  EXPECT_EQ(parts_of("\u041c\u041e\u0421\u041a\u0412\u0410, 23 \u0434\u0435\u043a\u0430\u0431\u0440"
                     "\u044f. /\u0422\u0410\u0421\u0421/. \u0420\u043e\u0441\u0441\u0438\u044f"),
            Parts("\u041c\u041e\u0421\u041a\u0412\u0410", "",
                  "23 \u0434\u0435\u043a\u0430\u0431\u0440\u044f", "\u0422\u0410\u0421\u0421",
                  "\u041c\u041e\u0421\u041a\u0412\u0410, 23 \u0434\u0435\u043a\u0430\u0431\u0440"
                  "\u044f. /\u0422\u0410\u0421\u0421/."));
}

TEST(Dateline, ReadsDatesInTheirPlaces) {
  EXPECT_EQ(std::get<2>(parts_of("WASHINGTON (April 7, 2006) \u2013 Sen.")), "April 7, 2006");
  EXPECT_EQ(std::get<2>(parts_of("(Washington, DC) - January 10, 2006 - Senator")),
            "January 10, 2006");
  EXPECT_EQ(std::get<2>(parts_of("March 5, 2007 (Washington, D.C.) - Senator")), "March 5, 2007");
  EXPECT_EQ(std::get<2>(parts_of("PARIS, Tuesday, 3rd March 2015 \u2014 The")),
            "Tuesday, 3rd March 2015");
  EXPECT_EQ(std::get<2>(parts_of("CHICAGO--(Marketwired - Mar 5, 2015) - Acme")), "Mar 5, 2015");
}

TEST(Dateline, MayLackAPlaceWhereAnAgencyMakesItCertain) {
  EXPECT_EQ(parts_of("(Reuters) - A jet"), Parts("", "", "", "Reuters", "(Reuters) -"));
  EXPECT_EQ(parts_of("(CNN) North Korea"), Parts("", "", "", "CNN", "(CNN)"));
  EXPECT_EQ(parts_of("Dec 29 (Reuters) - A"),
            Parts("", "", "Dec 29", "Reuters", "Dec 29 (Reuters) -"));
}

TEST(Dateline, OfACityAloneNeedsOneThatIsKnownByItsName) {
  EXPECT_EQ(parts_of("PARIS \u2014 The president"), Parts("PARIS", "", "", "", "PARIS \u2014"));
  EXPECT_EQ(parts_of("NEW YORK - Stocks"), Parts("NEW YORK", "", "", "", "NEW YORK -"));
  EXPECT_FALSE(find_dateline("UPDATE - The story"));
  EXPECT_FALSE(find_dateline("NOTE - Year-ago figures"));
  EXPECT_FALSE(find_dateline("IBM - The company"));
  EXPECT_FALSE(find_dateline("PARIS - which is the capital"));
  EXPECT_FALSE(find_dateline("Paris - The capital"));
}

class NoDateline : public testing::TestWithParam<std::string_view> {};

TEST_P(NoDateline, IsInvented) {
  EXPECT_FALSE(find_dateline(GetParam())) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(
    Dateline, NoDateline,
    testing::Values("", "-", "(", "Russia will not accept any preconditions.",
                    "March 3 - The day began", "March 3, 2016", "Monday - A holiday",
                    "LONDON, March 3\n    Qtly div 24 cts", "On Tuesday, March 3 - the first",
                    "Sen. Conrad Burns (R - Mont.) issued", "First session, May 27 - June 27",
                    "08:12 - Bingaman talks", "Wilcox/Gibbs - New York",
                    "Jack Nixon - KSNM Las Cruces", "Students seemed to enjoy it - especially Long",
                    "Sens. Carl Levin, D- Mich., and Debbie", "City - Organization - Funding",
                    "Smith (AP) is", "In Washington, D.C., the Senate",
                    "NEW YORK, March 19, Time Inc said", "Release, March 3 - The",
                    "WHITE HOUSE SAYS SHULTZ TO VISIT MOSCOW APRIL 13-GERMANY",
                    "SEC FINDS SEPTEMBER 11-30 LOSSES", "Al Gore, June 5",
                    "Fall Session, May 27 - June 27", "PARIS, March 45 - Wheat fell",
                    "KYUSHU ELECTRIC POWER ISSUES YEN BONDS LONDON, March 24 - Kyushu"));

TEST(Dateline, ReadsAgenciesThatAreNamedInManyWays) {
  EXPECT_EQ(std::get<3>(parts_of("TAIPEI (dpa) - Taiwan")), "dpa");
  EXPECT_EQ(std::get<3>(parts_of("NEW YORK (CBS.MW) -- Shares")), "CBS.MW");
  EXPECT_EQ(std::get<3>(parts_of("NEW YORK (CNN/Money) - Stocks")), "CNN/Money");
  EXPECT_EQ(std::get<3>(parts_of("Beijing, China (Sports Network) - For the")), "Sports Network");
  EXPECT_EQ(std::get<3>(parts_of("JAKARTA/BANGKOK (DPA): Thailand")), "DPA");
}

TEST(Dateline, SkipsTheStarsOfUrgentWires) {
  EXPECT_EQ(parts_of("****SAO PAULO, March 26 - Brazil's"),
            Parts("SAO PAULO", "", "March 26", "", "SAO PAULO, March 26 -"));
}

TEST(Dateline, OfJunkLiesWithinIt) {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const auto junk = testing_junk::opening(seed);
    const auto dateline = find_dateline(junk);
    if (!dateline) continue;
    for (const auto part :
         {dateline->whole, dateline->place, dateline->region, dateline->date, dateline->agency}) {
      if (part.is_empty()) continue;
      EXPECT_LE(dateline->whole.begin, part.begin);
      EXPECT_LE(part.end, dateline->whole.end);
      EXPECT_FALSE(text::find_invalid_utf8(slice(junk, part)));
    }
  }
}

}  // namespace
}  // namespace broadsheet::article
