#include "broadsheet/statistics/hit_order.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace broadsheet::statistics {
namespace {

using Column = std::vector<std::int32_t>;

/// Sorts `order` by column[i], from -1, keeping the order of equals: by counting.
void sort_by(std::span<const std::int32_t> column, std::vector<std::int64_t>& order) {
  if (column.empty()) return;
  const auto place_of = [&](std::int64_t hit) {
    return static_cast<std::size_t>(column[static_cast<std::size_t>(hit)] + 1);
  };
  const auto largest = static_cast<std::size_t>(*std::ranges::max_element(column) + 1);
  std::vector<std::int64_t> begins(largest + 2);
  for (const std::int64_t hit : order) ++begins[place_of(hit) + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::int64_t> sorted(order.size());
  for (const std::int64_t hit : order) {
    sorted[static_cast<std::size_t>(begins[place_of(hit)]++)] = hit;
  }
  order = std::move(sorted);
}

/// Replaces terms by their ranks among those of the column.
void rank(Column& column, const terms::Vocabulary& vocabulary) {
  std::vector<std::int32_t> ranks(static_cast<std::size_t>(vocabulary.size()), -1);
  std::vector<std::int32_t> present;
  for (const std::int32_t term : column) {
    if (term < 0 || ranks[static_cast<std::size_t>(term)] == 0) continue;
    ranks[static_cast<std::size_t>(term)] = 0;
    present.push_back(term);
  }
  std::ranges::sort(present, {}, [&](std::int32_t term) { return vocabulary.term(term); });
  for (std::size_t i = 0; i < present.size(); ++i) {
    ranks[static_cast<std::size_t>(present[i])] = static_cast<std::int32_t>(i);
  }
  for (std::int32_t& term : column) {
    if (term >= 0) term = ranks[static_cast<std::size_t>(term)];
  }
}

class Sorter {
 public:
  Sorter(const terms::TokenIdsView& tokens, const terms::Vocabulary& vocabulary,
         const HitsView& hits)
      : tokens_(tokens), vocabulary_(vocabulary), hits_(hits), order_(hits.size()) {
    std::iota(order_.begin(), order_.end(), std::int64_t{0});
  }

  // Last to first: sorting by one key keeps what those that weigh less have put in order.
  std::vector<std::int64_t> sort(std::span<const SortKey> keys) && {
    sort_by(hits_.lengths, order_);
    sort_by(hits_.positions, order_);
    sort_by(hits_.documents, order_);
    for (std::size_t i = keys.size(); i-- > 0;) {
      std::visit([this](const auto& key) { apply(key); }, keys[i]);
    }
    return std::move(order_);
  }

 private:
  void apply(HitPlace place) {
    Column column = terms_at(tokens_, hits_, place);
    rank(column, vocabulary_);
    sort_by(column, order_);
  }

  void apply(ByNode) {
    const auto lengths = hits_.lengths;
    const std::int32_t longest = lengths.empty() ? 0 : *std::ranges::max_element(lengths);
    for (std::int32_t distance = longest; distance >= 1; --distance) {
      apply(HitPlace{.side = Side::kNode, .distance = distance});
    }
  }

  void apply(ByDocument) { sort_by(hits_.documents, order_); }

  const terms::TokenIdsView& tokens_;
  const terms::Vocabulary& vocabulary_;
  const HitsView& hits_;
  std::vector<std::int64_t> order_;
};

}  // namespace

std::vector<std::int64_t> hit_order(const terms::TokenIdsView& tokens,
                                    const terms::Vocabulary& vocabulary, const HitsView& hits,
                                    std::span<const SortKey> keys) {
  return Sorter(tokens, vocabulary, hits).sort(keys);
}

}  // namespace broadsheet::statistics
