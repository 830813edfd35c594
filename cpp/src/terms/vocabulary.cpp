#include "broadsheet/terms/vocabulary.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <stdexcept>

namespace broadsheet::terms {
namespace {

constexpr int kFirstBits = 6;

// In a table at most half full a random term lies 0.5 slots from its home on average, and in one
// of 10**8 terms the longest run is expected to have 95.
constexpr std::int64_t kLongestProbe = 96;
constexpr std::int64_t kMeanProbe = 4;

ShortTerm key_of(std::string_view term) {
  if (term.size() <= kShortLength) return to_short(term);
  return {to_short(term.substr(0, 8)).low, to_short(term.substr(term.size() - 8)).low,
          static_cast<std::uint32_t>(std::min<std::size_t>(term.size(), UINT32_MAX))};
}

ShortTerm padded_key_of(std::string_view term) {
  return term.size() <= kShortLength ? to_short_padded(term) : key_of(term);
}

/// Most terms differ in their first 8 bytes; read as one big-endian number they sort fast.
struct SortEntry {
  std::uint64_t prefix = 0;
  std::int32_t id = 0;
};

std::uint64_t prefix_of(std::string_view term) {
  const std::string_view first = term.substr(0, 8);
  std::uint64_t prefix = 0;
  for (const char byte : first) prefix = prefix << 8 | static_cast<unsigned char>(byte);
  return first.empty() ? 0 : prefix << 8 * (8 - first.size());
}

}  // namespace

std::int64_t Vocabulary::memory(std::int64_t n_terms, std::int64_t n_bytes) noexcept {
  const auto n_slots = std::bit_ceil(
      std::max(std::uint64_t{1} << kFirstBits, 2 * static_cast<std::uint64_t>(n_terms)));
  return n_bytes + (n_terms + 1) * static_cast<std::int64_t>(sizeof(std::int64_t)) +
         static_cast<std::int64_t>(n_slots * sizeof(Slot));
}

Vocabulary::Vocabulary() : ends_{0} {
  rebuild(kFirstBits, false);
}

std::uint64_t Vocabulary::hash_of(std::string_view term, const ShortTerm& key) const {
  if (is_keyed_) return sip_hash_13(term, key_);
  return term.size() <= kShortLength ? fast_hash(key) : fast_hash(term);
}

bool Vocabulary::holds(const Slot& slot, const ShortTerm& key, std::string_view term) const {
  if (slot.low != key.low || slot.high != key.high || slot.length != key.length) return false;
  return term.size() <= kShortLength || this->term(slot.id) == term;
}

std::int32_t Vocabulary::add(std::string_view term) {
  const ShortTerm key = key_of(term);
  return add(term, key, hash_of(term, key));
}

void Vocabulary::add_padded(std::span<const std::string_view> terms, std::int32_t* ids) {
  for (const std::string_view term : terms) {
    const ShortTerm key = padded_key_of(term);
    const std::uint64_t hash = hash_of(term, key);
    const Slot& home = slots_[home_of(hash)];
    const bool is_home = home.low == key.low && home.high == key.high &&
                         home.length == key.length && home.length <= kShortLength && home.id >= 0;
    *ids++ = is_home ? home.id : add(term, key, hash);
  }
}

std::int32_t Vocabulary::add(std::string_view term, const ShortTerm& key, std::uint64_t hash) {
  const std::size_t mask = slots_.size() - 1;
  const std::size_t home = home_of(hash);
  std::size_t at = home;
  for (; slots_[at].id >= 0; at = (at + 1) & mask) {
    if (holds(slots_[at], key, term)) return slots_[at].id;
  }
  const auto n_probes = static_cast<std::int64_t>((at - home) & mask);
  // What can fail comes first, so that a failure leaves the terms as they were.
  if (is_attacked(n_probes)) rebuild(64 - shift_, true);
  if (2 * (static_cast<std::size_t>(size()) + 1) > slots_.size()) rebuild(65 - shift_, is_keyed_);
  const std::int32_t id = append(term);
  place({key.low, key.high, hash_of(term, key), key.length, id});
  return id;
}

std::int32_t Vocabulary::append(std::string_view term) {
  if (size() == std::numeric_limits<std::int32_t>::max()) {
    throw std::length_error("a vocabulary holds at most 2147483647 terms");
  }
  if (ends_.size() == ends_.capacity()) ends_.reserve(2 * ends_.size());
  bytes_.append(term);
  ends_.push_back(static_cast<std::int64_t>(bytes_.size()));
  return size() - 1;
}

void Vocabulary::place(const Slot& slot) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = home_of(slot.hash);
  std::int64_t n_probes = 0;
  for (; slots_[at].id >= 0; at = (at + 1) & mask) ++n_probes;
  slots_[at] = slot;
  longest_probe_ = std::max(longest_probe_, n_probes);
  total_probes_ += n_probes;
}

bool Vocabulary::is_attacked(std::int64_t n_probes) const noexcept {
  return !is_keyed_ && (std::max(longest_probe_, n_probes) > kLongestProbe ||
                        total_probes_ + n_probes > kMeanProbe * (size() + kLongestProbe));
}

void Vocabulary::rebuild(int n_bits, bool is_keyed) {
  LargeArray<Slot> slots(std::size_t{1} << n_bits, Slot{0, 0, 0, 0, -1});
  std::vector<const Slot*> by_id(static_cast<std::size_t>(size()));
  if (is_keyed && !is_keyed_) {
    key_ = random_key();
    is_keyed_ = true;
    for (Slot& slot : slots_) {
      if (slot.id >= 0) slot.hash = sip_hash_13(term(slot.id), key_);
    }
  }
  slots_.swap(slots);
  shift_ = 64 - n_bits;
  longest_probe_ = total_probes_ = 0;
  for (const Slot& slot : slots) {
    if (slot.id >= 0) by_id[static_cast<std::size_t>(slot.id)] = &slot;
  }
  // In the order of their ids: what came early comes often, and should find its own place free.
  for (const Slot* slot : by_id) place(*slot);
}

std::int32_t Vocabulary::find(std::string_view term) const {
  const ShortTerm key = key_of(term);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = home_of(hash_of(term, key));
  for (std::int64_t n_probes = 0; n_probes <= longest_probe_; ++n_probes, at = (at + 1) & mask) {
    if (slots_[at].id < 0) return -1;
    if (holds(slots_[at], key, term)) return slots_[at].id;
  }
  return -1;
}

std::vector<std::int32_t> Vocabulary::sorted_ids(const parallel::LoopOptions& call) const {
  constexpr std::int64_t kRun = std::int64_t{1} << 14;
  std::vector<SortEntry> entries(static_cast<std::size_t>(size()));
  const auto entry = [&](std::int64_t i) { return entries.begin() + i; };
  const auto comes_first = [this](const SortEntry& left, const SortEntry& right) {
    if (left.prefix != right.prefix) return left.prefix < right.prefix;
    return term(left.id) < term(right.id);
  };
  parallel::for_each_chunk(size(), uncounted(call, 0, kRun), [&](const parallel::Chunk& run) {
    for (auto id = static_cast<std::int32_t>(run.begin); id < run.end; ++id) {
      *entry(id) = {prefix_of(term(id)), id};
    }
    std::sort(entry(run.begin), entry(run.end), comes_first);
  });
  for (std::int64_t n = kRun; n < size(); n *= 2) {
    parallel::for_each_chunk(size(), uncounted(call, 0, 2 * n), [&](const parallel::Chunk& two) {
      const std::int64_t middle = std::min(two.begin + n, two.end);
      std::inplace_merge(entry(two.begin), entry(middle), entry(two.end), comes_first);
    });
  }
  std::vector<std::int32_t> ids;
  ids.reserve(entries.size());
  for (const SortEntry& each : entries) ids.push_back(each.id);
  return ids;
}

}  // namespace broadsheet::terms
