#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

struct LsaOptions {
  std::int32_t k = 100;  ///< Dimensions, from 1 to the smaller side of the matrix.
  /// How far each singular value may be from the true one, relative to it: then steps are taken
  /// until a bound says so. Without it as many as leave hardly more unexplained than must be.
  std::optional<double> tolerance = {};
  std::uint64_t seed = 0;
  parallel::LoopOptions loop = {};  ///< Threads and watch; the size of chunks is chosen here.
};

/// The leading part of the singular value decomposition of an N x V matrix A: of all matrices of
/// rank k, documents times components is (nearly) the nearest to A.
struct Lsa {
  std::int32_t k = 0;
  std::vector<double> singular_values;  ///< k, descending; 0 beyond the rank of A.
  LargeArray<float> documents;          ///< N x k by rows: A times the components' transpose.
  LargeArray<float> components;         ///< k x V by rows, orthonormal; zeros beyond the rank.
  std::int32_t n_steps = 0;             ///< Times that the Gram matrix was multiplied by.
};

/// How many steps `lsa` takes for k dimensions of a large matrix, without a tolerance.
[[nodiscard]] std::int32_t lsa_steps(std::int32_t k);

/// Latent semantic analysis: truncated singular value decomposition by a block Krylov basis of the
/// Gram matrix of the smaller side, in float with small matrices in double.
///
/// The sign of a component is such that its greatest entry by absolute value, the first of equal
/// ones, is positive. The same bytes for any number of threads, and for a seed. O(nnz k + (N + V)
/// k^2) time; beside the result, memory for A's transpose and about 2.5 k vectors of the smaller
/// side.
///
/// `loop.watch` is told the finished steps of the basis, in the end at least `lsa_steps(k)`; with a
/// tolerance there may be more.
///
/// Source: Deerwester et al. 1990, "Indexing by latent semantic analysis"; for the method see
/// Musco & Musco 2015, "Randomized block Krylov methods", arXiv:1504.05477.
/// @throws std::invalid_argument  if an option is out of range, or the matrix does not hold what
///   CsrView promises or is all zeros.
template <typename Value>
[[nodiscard]] Lsa lsa(const terms::CsrView<Value>& matrix, const LsaOptions& options);

/// Rows of another matrix in the space of k components: `matrix` times their transpose, N x k by
/// rows. O(nnz k), the same for any number of threads.
/// @param components  k x V by rows.
/// @throws std::invalid_argument  if the columns are not as many, or the matrix is not valid.
template <typename Value>
[[nodiscard]] LargeArray<float> project(const terms::CsrView<Value>& matrix,
                                        std::span<const float> components, std::int32_t k,
                                        const parallel::LoopOptions& loop);

}  // namespace broadsheet::similarity
