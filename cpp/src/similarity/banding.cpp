#include "broadsheet/similarity/banding.hpp"

#include <cmath>

#include "broadsheet/require.hpp"

namespace broadsheet::similarity {

void check(const Banding& banding, std::int32_t n_hashes) {
  require(banding.bands >= 1, "bands must be at least 1, not ", banding.bands);
  require(banding.rows >= 1, "rows must be at least 1, not ", banding.rows);
  require(std::int64_t{banding.bands} * banding.rows <= n_hashes,
          "bands times rows must be at most n_hashes: ", banding.bands, " times ", banding.rows,
          " is more than ", n_hashes);
}

double recall(const Banding& banding, double similarity) {
  require(similarity >= 0 && similarity <= 1, "similarity must lie in [0, 1], not ", similarity);
  require(banding.bands >= 1, "bands must be at least 1, not ", banding.bands);
  require(banding.rows >= 1, "rows must be at least 1, not ", banding.rows);
  const double one_band = std::pow(similarity, banding.rows);
  // As 1 - (1 - one_band)^bands, with all digits where one_band is small.
  return -std::expm1(banding.bands * std::log1p(-one_band));
}

Banding choose_banding(std::int32_t n_hashes, double similarity, double min_recall) {
  require(n_hashes >= 1, "n_hashes must be at least 1, not ", n_hashes);
  require(similarity > 0 && similarity <= 1, "min_similarity must lie in (0, 1], not ", similarity);
  require(min_recall > 0 && min_recall < 1, "min_recall must lie in (0, 1), not ", min_recall);
  for (std::int32_t rows = n_hashes; rows >= 1; --rows) {
    const Banding banding{.bands = n_hashes / rows, .rows = rows};
    const bool is_longest = n_hashes / banding.bands == rows;
    if (is_longest && recall(banding, similarity) >= min_recall) return banding;
  }
  require(false, "n_hashes must be more than ", n_hashes, " for a recall of ", min_recall,
          " at a similarity of ", similarity);
  return {};
}

}  // namespace broadsheet::similarity
