#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace broadsheet::terms {

/// A set of numbers in [0, n) that gives them back in ascending order without comparing any.
///
/// One bit a number, one bit for each 64 of those, and so on for three levels: for the few
/// hundred terms of an article this is several times faster than sorting them.
class OrderedIds {
 public:
  explicit OrderedIds(std::int32_t n)
      : low_(n_words(n)), middle_(n_words(low_.size())), high_(n_words(middle_.size())) {}

  void insert(std::int32_t id) {
    const auto place = static_cast<std::size_t>(id);
    low_[place >> 6] |= bit(place);
    middle_[place >> 12] |= bit(place >> 6);
    high_[place >> 18] |= bit(place >> 12);
  }

  /// Calls `visit` with each member in ascending order; the set is empty afterwards.
  template <typename Visit>
  void drain(const Visit& visit) {
    for (std::size_t h = 0; h < high_.size(); ++h) {
      take_bits(high_[h], h, [&](std::size_t m) {
        take_bits(middle_[m], m, [&](std::size_t l) {
          take_bits(low_[l], l, [&](std::size_t id) { visit(static_cast<std::int32_t>(id)); });
        });
      });
    }
  }

 private:
  static std::size_t n_words(std::size_t n_bits) { return (n_bits + 63) / 64; }
  static std::size_t n_words(std::int32_t n_bits) {
    return n_words(static_cast<std::size_t>(n_bits));
  }
  static std::uint64_t bit(std::size_t place) { return std::uint64_t{1} << (place & 63); }

  template <typename Visit>
  static void take_bits(std::uint64_t& word, std::size_t index, const Visit& visit) {
    std::uint64_t left = word;
    word = 0;
    for (; left != 0; left &= left - 1) {
      visit(index * 64 + static_cast<std::size_t>(std::countr_zero(left)));
    }
  }

  std::vector<std::uint64_t> low_;
  std::vector<std::uint64_t> middle_;
  std::vector<std::uint64_t> high_;
};

}  // namespace broadsheet::terms
