#include "broadsheet/terms/smart.hpp"

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/terms/csr.hpp"

namespace broadsheet::terms {
namespace {

// Four documents over three terms: (2, 1, 0), (0, 4, 0), nothing, (0, 3, 9); df is (1, 3, 1).
const Csr<std::int32_t> kCounts{.indptr = {0, 2, 3, 3, 5},
                                .indices = {0, 1, 1, 1, 2},
                                .values = {2, 1, 4, 3, 9},
                                .n_columns = 3};
const std::vector<std::int64_t> kDocuments{1, 3, 1};
const std::vector<double> kBytes{10, 20, 0, 30};
constexpr double kPivotUnique = 5.0 / 4;
constexpr double kPivotBytes = 15;

std::vector<double> weigh(SmartOptions options, double base = std::numbers::e) {
  options.log_base = base;
  const double pivot = options.norm == SmartNorm::kPivotedBytes ? kPivotBytes : kPivotUnique;
  return weights<double>(kCounts.view(), idf(4, kDocuments, options), kBytes, pivot, options, {});
}

std::vector<double> weigh(const char* letters, double base = std::numbers::e) {
  return weigh(smart_options(letters), base);
}

TEST(Smart, CountsByEachFirstLetterWorkedByHand) {
  EXPECT_EQ(weigh("nnn"), (std::vector<double>{2, 1, 4, 3, 9}));
  EXPECT_DOUBLE_EQ(weigh("lnn")[0], 1 + std::log(2));
  EXPECT_EQ(weigh("ann"), (std::vector<double>{1, 0.75, 1, 0.5 + 0.5 / 3, 1}));
  EXPECT_EQ(weigh("bnn"), std::vector<double>(5, 1.0));
  EXPECT_DOUBLE_EQ(weigh("Lnn")[4], (1 + std::log(9)) / (1 + std::log(6)));
  EXPECT_DOUBLE_EQ(weigh("dnn")[4], 1 + std::log(1 + std::log(9)));
}

TEST(Smart, FactorsByEachSecondLetterWorkedByHand) {
  const auto of = [](const char* letters) { return idf(4, kDocuments, smart_options(letters)); };
  EXPECT_EQ(of("nnn"), std::vector<double>(3, 1.0));
  EXPECT_DOUBLE_EQ(of("ntn")[0], std::log(4));
  EXPECT_EQ(of("nfn"), of("ntn"));
  EXPECT_DOUBLE_EQ(of("npn")[0], std::log(3));
  EXPECT_EQ(of("npn")[1], 0);  // log(1/3) is below 0.
}

TEST(Smart, NormsByEachThirdLetterWorkedByHand) {
  EXPECT_DOUBLE_EQ(weigh("nnc")[0], 2 / std::sqrt(5));
  EXPECT_DOUBLE_EQ(weigh("nnu")[2], 4 / (0.8 * kPivotUnique + 0.2 * 1));
  EXPECT_DOUBLE_EQ(weigh("nnb")[4], 9 / (0.8 + 0.2 * 30 / 15));
}

TEST(Smart, OneTermInTwoLogarithmsIsWhatTwoPeersGive) {
  // tf 2, df 1, N 4: gensim's nfn gives 4.000 and quanteda's tf-idf 1.204.
  EXPECT_DOUBLE_EQ(weigh("nfn", 2)[0], 4);
  EXPECT_NEAR(weigh("ntn", 10)[0], 1.204, 5e-4);
}

TEST(Smart, SlopeOneIsTheDocumentAloneAndSlopeZeroThePivot) {
  SmartOptions options = smart_options("nnu");
  options.slope = 1;
  EXPECT_DOUBLE_EQ(weigh(options)[0], 1);
  options.slope = 0;
  EXPECT_DOUBLE_EQ(weigh(options)[0], 2 / kPivotUnique);
}

TEST(Smart, TermsThatNoneOrAllHoldHaveFiniteFactors) {
  const std::vector<std::int64_t> edges{0, 4};
  EXPECT_EQ(idf(4, edges, smart_options("ntn")), (std::vector<double>{0, 0}));
  EXPECT_EQ(idf(4, edges, smart_options("npn")), (std::vector<double>{0, 0}));
  EXPECT_EQ(idf(4, edges, smart_options("nnn")), (std::vector<double>{1, 1}));
}

TEST(Smart, StoredZerosStayZero) {
  const Csr<double> counts{
      .indptr = {0, 2, 3}, .indices = {0, 1, 0}, .values = {0, 2, 0}, .n_columns = 2};
  const std::vector<double> one{1, 1};
  for (const char* letters : {"nnn", "lnc", "anu", "bnn", "Lnu", "dnc"}) {
    const auto found = weights<double>(counts.view(), one, {}, 1, smart_options(letters), {});
    EXPECT_EQ(found[0], 0) << letters;
    EXPECT_EQ(found[2], 0) << letters;
  }
}

TEST(Smart, RoundsOnceToFloat) {
  const auto options = smart_options("ltc");
  const auto factors = idf(4, kDocuments, options);
  const auto rounded = weights<float>(kCounts.view(), factors, {}, 0, options, {.n_threads = 2});
  EXPECT_EQ(rounded[0], static_cast<float>(weigh("ltc")[0]));
}

template <typename Function>
std::string error_of(const Function& function) {
  try {
    (void)function();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(Smart, SaysWhichLetterIsWrong) {
  EXPECT_EQ(error_of([] { return smart_options("lt"); }),
            "a SMART scheme has three letters, not 'lt'");
  EXPECT_EQ(error_of([] { return smart_options("xtc"); }),
            "the first letter of a SMART scheme must be one of nlabLd, not 'x' as in 'xtc'");
  EXPECT_EQ(error_of([] { return smart_options("lxc"); }),
            "the second letter of a SMART scheme must be one of ntfp, not 'x' as in 'lxc'");
  EXPECT_EQ(error_of([] { return smart_options("ltx"); }),
            "the third letter of a SMART scheme must be one of ncub, not 'x' as in 'ltx'");
}

TEST(Smart, RejectsParametersAndCountsOutOfRange) {
  EXPECT_EQ(error_of([] { return weigh("ltc", 1); }), "log_base must be finite and above 1, not 1");
  EXPECT_EQ(error_of([] { return weigh(SmartOptions{.slope = 1.5}); }),
            "slope must lie in [0, 1], not 1.5");
  const Csr<double> small{.indptr = {0, 1}, .indices = {0}, .values = {0.5}, .n_columns = 1};
  const std::vector<double> one{1};
  EXPECT_EQ(
      error_of([&] { return weights<double>(small.view(), one, {}, 0, smart_options("lnn"), {}); }),
      "counts must be at least 1 under a logarithm: row 0, column 0 holds 0.5");
  EXPECT_EQ(
      error_of([&] { return weights<double>(small.view(), one, {}, 0, smart_options("nnb"), {}); }),
      "n_bytes must have one place a row, 1, not 0");
}

}  // namespace
}  // namespace broadsheet::terms
