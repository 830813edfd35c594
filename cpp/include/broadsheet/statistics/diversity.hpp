#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::statistics {

/// How rich the vocabulary of a text is.
///
/// N tokens, V types, V(i) types that come i times. A formula of 0 / 0 is NaN; of a text without
/// tokens all are.
enum class Diversity {
  kTtr,          ///< Type-token ratio: V / N. Johnson 1944.
  kGuiraud,      ///< V / sqrt(N). Guiraud 1954.
  kCttr,         ///< V / sqrt(2 N). Carroll 1964.
  kHerdanC,      ///< ln V / ln N. Herdan 1960.
  kMaasA2,       ///< (ln N - ln V) / (ln N)^2. Maas 1972.
  kMaasA,        ///< The root of that.
  kMaasA2Log10,  ///< The two with decimal logarithms.
  kMaasALog10,
  kYuleK,        ///< 10^4 (sum i^2 V(i) - N) / N^2. Yule 1944.
  kSimpsonD,     ///< sum i (i - 1) V(i) / (N (N - 1)). Simpson 1949.
  kHerdanVm,     ///< sqrt(sum (i / N)^2 V(i) - 1 / V). Herdan 1955; Tweedie and Baayen 1998.
  kFisherAlpha,  ///< The alpha of V = alpha ln(1 + N / alpha); infinite for V = N. Fisher 1943.
  kMsttr,  ///< Mean kTtr of segments of `window` tokens, the rest left out; NaN for N < window.
           ///< Johnson 1944.
  kMattr,  ///< Mean kTtr of all runs of `window` tokens; NaN for N < window. Covington 2010.
  kMtld,   ///< Mean length of runs whose kTtr stays at `threshold`: N / factors, the mean of both
           ///< directions. A factor is full once its ratio falls below; the last counts in part,
           ///< (1 - ttr) / (1 - threshold). Infinite for V = N. McCarthy and Jarvis 2010.
  kHdD,    ///< sum over types of P(it is among `sample` tokens drawn) / sample; NaN for N < sample.
           ///< McCarthy and Jarvis 2007, 2010.
};

struct DiversityOptions {
  std::int64_t window = 100;  ///< Of kMsttr and kMattr, at least 1.
  double threshold = 0.72;    ///< Of kMtld, above 0 and below 1.
  std::int64_t sample = 42;   ///< Of kHdD, at least 1.
};

/// Checks the ranges that DiversityOptions states.
/// @throws std::invalid_argument  naming the parameter and its value.
void check(const DiversityOptions& options);

/// The names of the measures, `ttr` for kTtr and so on, in their order.
[[nodiscard]] std::span<const std::string_view> diversity_names();

/// The measure of a name.
/// @throws std::invalid_argument  if there is none.
[[nodiscard]] Diversity find_diversity(std::string_view name);

/// The measures of N documents, one array a measure. O(T), the same bytes for any number of
/// threads; 4 bytes a term are held once a thread.
/// @param tokens  Such as pass `check`.
/// @throws std::invalid_argument  if an option is out of range.
[[nodiscard]] std::vector<std::vector<double>> diversity(const terms::TokenIdsView& tokens,
                                                         std::span<const Diversity> measures,
                                                         const DiversityOptions& options,
                                                         const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
