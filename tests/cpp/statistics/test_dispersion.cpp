#include "broadsheet/statistics/dispersion.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/terms/csr.hpp"
#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

using Values = std::vector<double>;

terms::Csr<double> rows_of(const std::vector<Values>& rows) {
  terms::Csr<double> csr;
  csr.n_columns = static_cast<std::int32_t>(rows[0].size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i] == 0) continue;
      csr.indices.push_back(static_cast<std::int32_t>(i));
      csr.values.push_back(row[i]);
    }
    csr.indptr.push_back(std::ssize(csr.values));
  }
  return csr;
}

double value(std::string_view name, const Values& counts, const Values& sizes) {
  const std::vector<Dispersion> measures{find_dispersion(name)};
  return dispersion(rows_of({counts}).view(), sizes, measures, {})[0][0];
}

void expect_printed(double found, double printed, double last_place) {
  EXPECT_NEAR(found, printed, last_place / 2);
}

const Values kEqual{1, 1, 1, 1, 1};

TEST(Dispersion, OfPartsOfUnequalSizeAsGriesHasIt) {
  const Values counts{1, 2, 3, 4, 5};  // Gries 2008.
  const Values sizes{9, 10, 10, 10, 11};
  EXPECT_EQ(value("range", counts, sizes), 5);
  expect_printed(value("juilland_d", counts, sizes), 0.785, 0.001);
  expect_printed(value("carroll_d2", counts, sizes), 0.938, 0.001);
  expect_printed(value("rosengren_s", counts, sizes), 0.950, 0.001);
  expect_printed(value("dp", counts, sizes), 0.18, 0.01);
  expect_printed(value("dp_norm", counts, sizes), 0.2195, 0.0001);
  expect_printed(value("kld", counts, sizes), 0.137, 0.001);
}

TEST(Dispersion, OfAWordInOnePartAloneIsNotBelowZeroByRounding) {
  for (std::size_t n = 2; n < 300; ++n) {
    Values counts(n);
    counts[n / 2] = 1;
    Values sizes(n);
    for (std::size_t i = 0; i < n; ++i) sizes[i] = static_cast<double>(1 + i % 7);
    const double found = value("juilland_d", counts, sizes);
    EXPECT_GE(found, 0) << n;
    EXPECT_NEAR(found, 0, 1e-14) << n;
  }
}

TEST(Dispersion, OfAllemandInLynesCorpus) {
  const Values counts{2, 0, 1, 1, 3, 0, 3, 0, 0, 0};  // Lyne 1985.
  const Values sizes{8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930};
  expect_printed(value("juilland_d", counts, sizes), 0.6038797, 1e-7);
  expect_printed(value("carroll_d2", counts, sizes), 0.6521444, 1e-7);
  expect_printed(value("rosengren_s", counts, sizes), 0.4763652, 1e-7);
  expect_printed(1 - value("kld_norm_odds", counts, sizes), 0.4665078, 1e-7);
  expect_printed(value("da", counts, sizes), 0.3081640, 1e-7);
  expect_printed(value("dp", counts, sizes), 0.4990705, 1e-7);
  expect_printed(value("dp_norm_egbert", counts, sizes), 0.553769, 1e-6);
}

TEST(Dispersion, OfEqualPartsAsPublished) {
  expect_printed(value("carroll_d2", {2, 1, 1, 1, 0}, kEqual), 0.8277, 1e-4);   // Carroll 1970, 13.
  expect_printed(value("juilland_d", {0, 4, 3, 2, 1}, kEqual), 0.6464, 1e-4);   // Carroll 1970, 14.
  expect_printed(value("lyne_d3", {1, 2, 3, 4, 5}, kEqual), 0.944, 0.001);      // Gries 2008, 408.
  expect_printed(value("rosengren_s", {1, 2, 3, 4, 5}, kEqual), 0.937, 0.001);  // Gries 2008, 407.
  expect_printed(value("zhang_dc", {1, 2, 3, 4, 5}, kEqual), 0.937, 0.001);     // Gries 2008, 408.
  expect_printed(value("dp_norm", {2, 1, 0}, {1, 1, 1}), 0.5, 0.1);  // Lijffijt, Gries 2012, 148.
}

TEST(Dispersion, UsageAsPublished) {
  expect_printed(value("carroll_um", {2, 1, 1, 1, 0}, kEqual), 4.31, 0.01);    // Carroll 1970, 13.
  expect_printed(value("carroll_um", {4, 2, 1, 1, 0}, kEqual), 6.424, 0.001);  // Engwall 1974, 122.
  expect_printed(value("carroll_um", {1, 2, 3, 4, 5}, kEqual), 14.108, 0.001);  // Gries 2008, 409.
  expect_printed(value("juilland_u", {0, 4, 3, 2, 1}, kEqual), 6.46, 0.01);     // Carroll 1970, 14.
  expect_printed(value("juilland_u", {4, 2, 1, 1, 0}, kEqual), 4.609, 0.001);  // Engwall 1974, 122.
  expect_printed(value("rosengren_kf", {2, 2, 2, 2, 1}, kEqual), 8.86, 0.01);  // Rosengren 1971.
  expect_printed(value("rosengren_kf", {4, 2, 1, 1, 0}, kEqual), 5.863, 0.001);
  expect_printed(value("rosengren_kf", {1, 2, 3, 4, 5}, kEqual), 14.053, 0.001);
  expect_printed(value("kromer_ur", {2, 1, 1, 1, 0}, kEqual), 4.5, 0.1);   // Gries 2008, 409.
  expect_printed(value("engwall_fm", {4, 2, 1, 1, 0}, kEqual), 6.4, 0.1);  // Engwall 1974, 122.
}

TEST(Dispersion, OneOfEachKindWorkedByHand) {
  const Values counts{3, 0};
  const Values sizes{1, 3};
  EXPECT_DOUBLE_EQ(value("idf", counts, sizes), 1);
  EXPECT_NEAR(value("juilland_d", counts, sizes), 0, 1e-15);
  EXPECT_DOUBLE_EQ(value("carroll_d2", counts, sizes), 0);
  EXPECT_DOUBLE_EQ(value("rosengren_s", counts, sizes), 0.25);
  EXPECT_DOUBLE_EQ(value("dp", counts, sizes), 0.75);
  EXPECT_DOUBLE_EQ(value("dp_norm", counts, sizes), 1);
  EXPECT_DOUBLE_EQ(value("dp_norm_egbert", counts, sizes), 1);
  EXPECT_DOUBLE_EQ(value("kld", counts, sizes), 2);
  EXPECT_DOUBLE_EQ(value("kld_norm_odds", counts, sizes), 2.0 / 3);
  EXPECT_DOUBLE_EQ(value("kld_norm_e", counts, sizes), 1 - std::exp(-2));
  EXPECT_DOUBLE_EQ(value("kld_norm_2", counts, sizes), 0.75);
  EXPECT_NEAR(value("da", counts, sizes), 0, 1e-15);
  // (3 - 3/4)^2 / (3/4) + (0 - 9/4)^2 / (9/4) = 9.
  EXPECT_DOUBLE_EQ(value("lyne_d3", counts, sizes), 1 - 9.0 / 12);
  EXPECT_DOUBLE_EQ(value("zhang_dc", counts, sizes), 0.5);
}

TEST(Dispersion, AWordThatNoPartHas) {
  for (const auto name : dispersion_names()) {
    const double found = value(name, {0, 0}, {5, 5});
    const bool is_usage = find_dispersion(name) >= Dispersion::kJuillandU;
    if (name == "idf") {
      EXPECT_EQ(found, std::numeric_limits<double>::infinity());
    } else if (name == "range" || is_usage) {
      EXPECT_EQ(found, 0) << name;
    } else {
      EXPECT_TRUE(std::isnan(found)) << name;
    }
  }
}

TEST(Dispersion, ACorpusOfOnePartHasNoSpread) {
  for (const auto* name : {"juilland_d", "carroll_d2", "dp_norm", "dp_norm_egbert", "da",
                           "juilland_u", "carroll_um"}) {
    EXPECT_TRUE(std::isnan(value(name, {3}, {7}))) << name;
  }
  EXPECT_EQ(value("dp", {3}, {7}), 0);
  EXPECT_DOUBLE_EQ(value("rosengren_s", {3}, {7}), 1);
}

TEST(Dispersion, APartOfSizeZeroIsNoPart) {
  for (const auto name : dispersion_names()) {
    EXPECT_EQ(value(name, {3, 0, 1}, {5, 0, 9}), value(name, {3, 1}, {5, 9})) << name;
  }
  EXPECT_EQ(error_of([] { (void)value("dp", {3, 1}, {5, 0}); }),
            "sizes must be above 0 where something is counted: part 1 has size 0, and row 0 counts "
            "1 there");
}

TEST(Dispersion, StoredZerosAndTypesOfCountsDoNotMatter) {
  const std::vector<std::int64_t> indptr{0, 3};
  const std::vector<std::int32_t> indices{0, 1, 2};
  const std::vector<std::int32_t> counts{3, 0, 1};
  const Values sizes{4, 5, 6};
  const std::vector<Dispersion> measures{Dispersion::kRange, Dispersion::kDa};
  const terms::CsrView<std::int32_t> view{indptr, indices, counts, 3};
  const auto found = dispersion(view, sizes, measures, {});
  EXPECT_EQ(found[0][0], 2);
  EXPECT_EQ(found[1][0], value("da", {3, 0, 1}, sizes));
}

TEST(Dispersion, ThreadsDoNotChangeABit) {
  std::vector<Values> rows;
  for (int i = 0; i < 1500; ++i) {
    rows.push_back({static_cast<double>(1 + i % 7), static_cast<double>(i % 5), 2});
  }
  const auto csr = rows_of(rows);
  std::vector<Dispersion> all;
  for (const auto name : dispersion_names()) all.push_back(find_dispersion(name));
  const Values sizes{10, 20, 15};
  const auto one = dispersion(csr.view(), sizes, all, {.n_threads = 1});
  EXPECT_EQ(dispersion(csr.view(), sizes, all, {.n_threads = 4}), one);
}

TEST(Dispersion, NamesWhatIsWrong) {
  EXPECT_EQ(error_of([] { (void)value("dp", {1, 2}, {3}); }), "sizes must be one a part, 2, not 1");
  EXPECT_EQ(error_of([] { (void)value("dp", {1, 2}, {3, -1}); }),
            "sizes must be finite and not negative: part 1 is -1");
  EXPECT_THROW((void)find_dispersion("evenness"), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::statistics
