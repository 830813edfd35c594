#include "pair_numbers.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "prefetch.hpp"

namespace broadsheet::terms {
namespace {

// A slot is on its way while so many pairs before it are looked up.
constexpr std::size_t kAhead = 16;

}  // namespace

std::int64_t PairNumbers::add(std::span<const std::uint64_t> pairs, std::int32_t document,
                              std::int32_t* numbers) {
  make_room(pairs.size());
  for (const std::uint64_t pair : pairs.first(std::min(kAhead, pairs.size()))) {
    prefetch(&slots_[home_of(pair)]);
  }
  std::int64_t n_new = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (i + kAhead < pairs.size()) prefetch(&slots_[home_of(pairs[i + kAhead])]);
    if (pairs[i] == kNoPair) {
      numbers[i] = -1;
      continue;
    }
    Slot& slot = find(pairs[i]);
    const bool is_new = slot.last_document != document;
    slot.last_document = document;
    n_documents_[static_cast<std::size_t>(slot.number)] += is_new;
    n_new += is_new;
    numbers[i] = slot.number;
  }
  return n_new;
}

PairNumbers::Slot& PairNumbers::find(std::uint64_t pair) {
  std::size_t at = home_of(pair);
  for (; slots_[at].pair != pair; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].pair != kNoPair) continue;
    if (pairs_.size() == std::numeric_limits<std::int32_t>::max()) {
      throw std::overflow_error("there are 2**31 n-grams or more; raise min_df");
    }
    slots_[at] = {.pair = pair, .number = static_cast<std::int32_t>(pairs_.size())};
    pairs_.push_back(pair);
    n_documents_.push_back(0);
    break;
  }
  return slots_[at];
}

void PairNumbers::make_room(std::size_t n_pairs) {
  std::size_t n_slots = slots_.size();
  while (10 * (pairs_.size() + n_pairs) > 7 * n_slots) n_slots *= 2;
  if (n_slots == slots_.size()) return;
  LargeArray<Slot> old(n_slots);
  old.swap(slots_);
  shift_ = 64 - std::countr_zero(n_slots);
  for (const Slot& slot : old) {
    if (slot.pair == kNoPair) continue;
    std::size_t at = home_of(slot.pair);
    while (slots_[at].pair != kNoPair) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

}  // namespace broadsheet::terms
