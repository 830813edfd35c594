#include "phrase_numbers.hpp"

#include <algorithm>
#include <numeric>

namespace broadsheet::statistics {
namespace {

/// Numbers n things, given in an order in which equal ones adjoin, the first to come first.
template <typename IsEqual>
PhraseNumbers number_sorted(std::span<const std::int32_t> order, const IsEqual& is_equal) {
  const std::size_t n = order.size();
  std::vector<std::int32_t> first_of(n);
  for (std::size_t i = 0; i < n; ++i) {
    const bool is_new = i == 0 || !is_equal(order[i - 1], order[i]);
    const auto at = static_cast<std::size_t>(order[i]);
    first_of[at] = is_new ? order[i] : first_of[static_cast<std::size_t>(order[i - 1])];
  }
  PhraseNumbers phrases;
  phrases.numbers.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const auto first = static_cast<std::size_t>(first_of[i]);
    if (first == i) {
      phrases.numbers[i] = static_cast<std::int32_t>(phrases.firsts.size());
      phrases.firsts.push_back(static_cast<std::int32_t>(i));
      phrases.counts.push_back(1);
    } else {
      phrases.numbers[i] = phrases.numbers[first];
      ++phrases.counts[static_cast<std::size_t>(phrases.numbers[i])];
    }
  }
  return phrases;
}

std::vector<std::int32_t> counted_up(std::size_t n) {
  std::vector<std::int32_t> order(n);
  std::iota(order.begin(), order.end(), 0);
  return order;
}

}  // namespace

PhraseNumbers number_phrases(std::span<const std::int32_t> terms,
                             std::span<const WordRange> ranges) {
  const auto phrase = [&](std::int32_t i) {
    const WordRange range = ranges[static_cast<std::size_t>(i)];
    return terms.subspan(static_cast<std::size_t>(range.begin),
                         static_cast<std::size_t>(range.size()));
  };
  std::vector<std::int32_t> order = counted_up(ranges.size());
  std::ranges::sort(order, [&](std::int32_t one, std::int32_t other) {
    const auto compared = std::lexicographical_compare_three_way(
        phrase(one).begin(), phrase(one).end(), phrase(other).begin(), phrase(other).end());
    return compared == 0 ? one < other : compared < 0;
  });
  return number_sorted(order, [&](std::int32_t one, std::int32_t other) {
    return std::ranges::equal(phrase(one), phrase(other));
  });
}

PhraseNumbers number_words(std::span<const std::int32_t> terms) {
  std::vector<std::int32_t> order = counted_up(terms.size());
  const auto term = [&](std::int32_t i) { return terms[static_cast<std::size_t>(i)]; };
  std::ranges::sort(order, [&](std::int32_t one, std::int32_t other) {
    return term(one) == term(other) ? one < other : term(one) < term(other);
  });
  return number_sorted(
      order, [&](std::int32_t one, std::int32_t other) { return term(one) == term(other); });
}

}  // namespace broadsheet::statistics
