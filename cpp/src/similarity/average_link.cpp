#include "broadsheet/similarity/average_link.hpp"

#include <cmath>
#include <numeric>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "broadsheet/require.hpp"

namespace broadsheet::similarity {
namespace {

/// Two clusters that may be united, as they were when that was thought of.
struct Union {
  double average;
  std::int32_t left;  // The first rows of the clusters, left < right.
  std::int32_t right;
  std::int64_t n_rows;  // Of both: clusters only grow, so a union is of old ones if this differs.

  /// Whether the other one comes first.
  bool operator<(const Union& other) const {
    return std::tuple(average, -left, -right) <
           std::tuple(other.average, -other.left, -other.right);
  }
};

/// Clusters while they are being united; each is named by its first row.
class Clusters {
 public:
  Clusters(std::int64_t n_rows, double min_similarity)
      : sums_(static_cast<std::size_t>(n_rows)),
        sizes_(static_cast<std::size_t>(n_rows), 1),
        first_(static_cast<std::size_t>(n_rows)),
        min_similarity_(min_similarity) {
    std::iota(first_.begin(), first_.end(), 0);
  }

  /// @return  Whether the link is a new one.
  bool link(std::int32_t left, std::int32_t right, double score) {
    if (!of(sums_, left).emplace(right, score).second) return false;
    of(sums_, right).emplace(left, score);
    consider(left, right, score);
    return true;
  }

  /// Unites the two most similar clusters; false if there are none to unite.
  bool unite_best() {
    while (!unions_.empty()) {
      const Union best = unions_.top();
      unions_.pop();
      if (is_first(best.left) && is_first(best.right) && best.n_rows == n_rows(best)) {
        unite(best.left, best.right);
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::vector<std::int32_t> first_rows() {
    // A cluster is named by a smaller row only, so all before this one are done.
    for (std::size_t row = 0; row < first_.size(); ++row) first_[row] = of(first_, first_[row]);
    return std::move(first_);
  }

 private:
  template <typename T>
  static T& of(std::vector<T>& values, std::int32_t row) {
    return values[static_cast<std::size_t>(row)];
  }
  [[nodiscard]] bool is_first(std::int32_t row) { return of(first_, row) == row; }
  [[nodiscard]] std::int64_t n_rows(const Union& of_two) {
    return of(sizes_, of_two.left) + of(sizes_, of_two.right);
  }

  /// An average of a union is never above those of its parts, so what is below the least similarity
  /// now comes back by a part that is not.
  void consider(std::int32_t one, std::int32_t other, double sum) {
    const auto [left, right] = std::minmax(one, other);
    const std::int64_t left_size = of(sizes_, left);
    const std::int64_t right_size = of(sizes_, right);
    const double average = sum / static_cast<double>(left_size * right_size);
    if (average >= min_similarity_) {
      unions_.push({average, left, right, left_size + right_size});
    }
  }

  void unite(std::int32_t left, std::int32_t right) {
    auto& sums = of(sums_, left);
    const std::unordered_map<std::int32_t, double> others = std::move(of(sums_, right));
    of(sums_, right).clear();
    sums.erase(right);
    for (const auto& [other, sum] : others) {
      if (other == left) continue;
      auto& of_other = of(sums_, other);
      of_other.erase(right);
      of_other[left] += sum;
      sums[other] += sum;
    }
    of(sizes_, left) += of(sizes_, right);
    of(first_, right) = left;
    for (const auto& [other, sum] : sums) consider(left, other, sum);
  }

  std::vector<std::unordered_map<std::int32_t, double>> sums_;  // To each linked cluster.
  std::vector<std::int64_t> sizes_;
  std::vector<std::int32_t> first_;
  std::priority_queue<Union> unions_;
  double min_similarity_;
};

}  // namespace

std::vector<std::int32_t> average_link(std::int64_t n_rows, const DocumentPairsView& links,
                                       std::span<const double> scores, double min_similarity,
                                       const parallel::LoopOptions& loop) {
  check(links, n_rows);
  require(scores.size() == links.size(), "scores must be one a link, ", links.size(), ", not ",
          scores.size());
  require(min_similarity > 0 && std::isfinite(min_similarity),
          "min_similarity must be finite and above 0, not ", min_similarity);
  Clusters clusters(n_rows, min_similarity);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto left = links.left[i];
    const auto right = links.right[i];
    require(left < right, "left must be the smaller row, but link ", i, " is of ", left, " and ",
            right);
    require(std::isfinite(scores[i]) && scores[i] > 0,
            "scores must be finite and above 0, but scores[", i, "] is ", scores[i]);
    require(clusters.link(left, right, scores[i]), "links must be different, but link ", i, " of ",
            left, " and ", right, " came before");
  }
  const parallel::LoopOptions one_thread{.n_threads = 1, .chunk_size = 64, .watch = loop.watch};
  bool is_done = false;
  parallel::for_each_chunk(n_rows, one_thread, [&](const parallel::Chunk& chunk) {
    for (std::int64_t i = chunk.begin; i < chunk.end && !is_done; ++i) {
      is_done = !clusters.unite_best();
    }
  });
  return clusters.first_rows();
}

}  // namespace broadsheet::similarity
