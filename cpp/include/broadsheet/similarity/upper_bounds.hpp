#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/similarity/low_rank.hpp"
#include "broadsheet/similarity/postings.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// Upper bounds on the dot products of a row with all rows of a matrix, at a fraction of the cost
/// of the products: LowRank for the frequent columns, Postings for the others.
///
/// Rows are taken times factors that make none longer than 1. Rows come in blocks, as in Postings,
/// and these in tiles that have a bound of their own. Immutable.
class UpperBounds {
 public:
  static constexpr std::size_t kBlockRows = Postings::kBlockRows;
  static constexpr std::size_t kTileRows = 64;
  static constexpr std::size_t kQueriesAtOnce = 4;

  /// A row times its factor, as it is compared with all.
  struct Query {
    LowRank::Point point = {};
    std::vector<std::int32_t> columns = {};  ///< The rare ones.
    std::vector<float> weights = {};         ///< Theirs.
    float slack = 0;  ///< More than is lost of an estimate, or of the product itself, by rounding
                      ///< and by Postings::kWeightError.
  };

  /// For one query and one block: an estimate for each row, filled up to whole tiles with
  /// -infinity, and a bound for each tile.
  struct Estimates {
    std::vector<float> values = {};
    std::vector<float> tiles = {};
  };

  /// @param n_frequent  Columns at most that are left to LowRank. More cost less for each query,
  /// and
  ///                    make bounds less tight.
  /// O(nnz + V x blocks), in parallel over rows.
  template <typename Value>
  UpperBounds(const terms::CsrView<Value>& matrix, std::span<const double> factors,
              std::size_t n_frequent, const parallel::LoopOptions& loop);

  [[nodiscard]] std::size_t n_blocks() const noexcept { return postings_.blocks().size(); }

  /// The rests of the points of a block's rows, filled up to whole tiles.
  [[nodiscard]] std::span<const float> rests(std::size_t block) const {
    const std::size_t begin = block * kBlockRows;
    return std::span(rests_).subspan(begin, std::min(kBlockRows, rests_.size() - begin));
  }

  template <typename Value>
  [[nodiscard]] Query query(const terms::CsrView<Value>& matrix, std::int64_t row,
                            double factor) const;

  /// Estimates of a block for at most kQueriesAtOnce queries: as many as there are.
  ///
  /// The product with row i is at most bound(query, estimate of i, rest of i); that with any row of
  /// a tile, at most the bound of the tile.
  void estimate(std::size_t block, std::span<const Query* const> queries,
                std::span<Estimates> estimates) const;

  [[nodiscard]] static float bound(const Query& query, float estimate, float rest) {
    return estimate + query.point.rest * rest + query.slack;
  }

  /// Calls visit(row of the block) for each row and each rare column that it shares with `query`.
  template <typename Visit>
  void for_each_posting(std::size_t block, const Query& query, const Visit& visit) const {
    const auto& postings = postings_.blocks()[block];
    for (const auto column : query.columns) {
      const auto at = static_cast<std::size_t>(column);
      for (auto i = postings.offsets[at]; i < postings.offsets[at + 1]; ++i) {
        visit(Postings::row(postings.postings[i]));
      }
    }
  }

 private:
  void multiply(std::size_t block, std::span<const Query* const> queries,
                std::span<Estimates> estimates) const;
  void add_rare(std::size_t block, const Query& query, std::vector<float>& values) const;

  std::size_t n_rows_;
  LowRank low_rank_;
  Postings postings_;
  std::vector<float> coordinates_;  // Tile after tile: kRank x kTileRows.
  std::vector<float> rests_;        // N, filled up to whole tiles.
};

}  // namespace broadsheet::similarity
