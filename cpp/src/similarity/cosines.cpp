#include "broadsheet/similarity/cosines.hpp"

#include <cstddef>
#include <cstdint>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/similarity/measure.hpp"
#include "broadsheet/similarity/row_sums.hpp"

namespace broadsheet::similarity {
template <typename Value>
std::vector<double> cosines(const terms::CsrView<Value>& matrix, const DocumentPairsView& pairs,
                            const parallel::LoopOptions& loop) {
  terms::check(matrix);
  check(pairs, matrix.n_rows());
  const auto masses =
      row_masses(Measure::kCosine, matrix, "weights", parallel::uncounted(loop, 0, 1024));
  std::vector<double> scores(pairs.size());
  const auto each = parallel::uncounted(loop, 0, 256);
  parallel::Scratch<RowSums<Value>> scratch(
      [&] { return RowSums<Value>(Part::kProduct, matrix.n_columns); });
  parallel::for_each_chunk(static_cast<std::int64_t>(pairs.size()), each,
                           [&](const parallel::Chunk& chunk) {
                             scratch.with([&](RowSums<Value>& sums) {
                               std::int32_t held = -1;
                               for (auto i = static_cast<std::size_t>(chunk.begin);
                                    i < static_cast<std::size_t>(chunk.end); ++i) {
                                 const auto left = pairs.left[i];
                                 const auto right = pairs.right[i];
                                 if (left != held) sums.hold(matrix, left);
                                 held = left;
                                 scores[i] = score(Measure::kCosine, sums.sum(matrix, right),
                                                   masses[static_cast<std::size_t>(left)],
                                                   masses[static_cast<std::size_t>(right)]);
                               }
                             });
                           });
  return scores;
}

template std::vector<double> cosines(const terms::CsrView<float>&, const DocumentPairsView&,
                                     const parallel::LoopOptions&);
template std::vector<double> cosines(const terms::CsrView<double>&, const DocumentPairsView&,
                                     const parallel::LoopOptions&);

}  // namespace broadsheet::similarity
