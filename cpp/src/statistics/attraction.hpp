#pragma once

#include "broadsheet/statistics/contingency.hpp"

namespace broadsheet::statistics {

// Effect sizes of any two words. Each is named and defined with Association.

[[nodiscard]] double odds_ratio(const Contingency& table);
[[nodiscard]] double delta_p(const Contingency& table);
[[nodiscard]] double delta_p_backward(const Contingency& table);

/// log2(O11^power / E11).
[[nodiscard]] double mutual_information(const Contingency& table, double power);
/// mutual_information(table, 1) times a factor; 0 where O11 is 0.
[[nodiscard]] double weighted_mutual_information(const Contingency& table, double factor);
[[nodiscard]] double npmi(const Contingency& table);

[[nodiscard]] double dice(const Contingency& table);
[[nodiscard]] double jaccard(const Contingency& table);
[[nodiscard]] double min_sensitivity(const Contingency& table);
[[nodiscard]] double gmean(const Contingency& table);

}  // namespace broadsheet::statistics
