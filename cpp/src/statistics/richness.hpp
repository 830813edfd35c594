#pragma once

#include <cstdint>
#include <vector>

namespace broadsheet::statistics {

/// How often each type of a text comes, ascending; N tokens, V types.
struct Frequencies {
  std::vector<std::int64_t> counts;
  double n_tokens = 0;

  [[nodiscard]] double n_types() const { return static_cast<double>(counts.size()); }
  /// The sum of the squares of the counts.
  [[nodiscard]] double squares() const;
};

// Each is named and defined with Diversity.

/// @param log_base  The natural logarithm of the base: 1 for natural logarithms.
[[nodiscard]] double maas_a2(const Frequencies& text, double log_base);
[[nodiscard]] double yule_k(const Frequencies& text);
[[nodiscard]] double simpson_d(const Frequencies& text);
[[nodiscard]] double herdan_vm(const Frequencies& text);
[[nodiscard]] double fisher_alpha(const Frequencies& text);
[[nodiscard]] double hd_d(const Frequencies& text, std::int64_t sample);

}  // namespace broadsheet::statistics
