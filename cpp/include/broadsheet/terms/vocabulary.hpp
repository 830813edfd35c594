#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/hash.hpp"

namespace broadsheet::terms {

/// Distinct terms, numbered from 0 in the order in which they came.
///
/// Terms are bytes of any kind, NUL included, and of any length. A hash table with open addressing
/// over one arena: a term of at most 16 bytes is compared within its slot of 32 bytes.
///
/// Chosen words cannot make it slow: it starts with a fast hash, and when probes grow longer than
/// chance would have it, goes over to SipHash with a random key, once. Ids, and all else that can
/// be asked but `is_keyed` and `longest_probe`, depend on neither.
///
/// A Vocabulary that is not being added to may be read by any number of threads.
class Vocabulary {
 public:
  Vocabulary();

  /// The id of `term`, which is added if it is new. O(bytes) expected; strong guarantee.
  /// @throws std::length_error  at 2**31 - 1 terms.
  std::int32_t add(std::string_view term);

  /// Adds many terms as `add` does, and writes their ids. Faster than one by one, since from the
  /// start of each term 16 bytes can be read, however short it is: no branch on the length.
  /// @param ids  Room for as many as there are terms.
  void add_padded(std::span<const std::string_view> terms, std::int32_t* ids);

  /// The id of `term`, or -1.
  [[nodiscard]] std::int32_t find(std::string_view term) const;

  /// The term numbered `id`, in [0, size()); valid until a term is added.
  [[nodiscard]] std::string_view term(std::int32_t id) const {
    const auto at = static_cast<std::size_t>(id);
    const std::int64_t begin = ends_[at];
    return {bytes_.data() + begin, static_cast<std::size_t>(ends_[at + 1] - begin)};
  }

  [[nodiscard]] std::int32_t size() const noexcept {
    return static_cast<std::int32_t>(ends_.size() - 1);
  }

  /// Ids in the order of their terms as bytes, which for UTF-8 is that of code points.
  /// @param loop  Its watcher is told that nothing is done yet.
  [[nodiscard]] std::vector<std::int32_t> sorted_ids(const parallel::LoopOptions& loop = {}) const;

  /// All terms one after the other, and where each ends: term i is the bytes from ends()[i] to
  /// ends()[i + 1], so ends() has size() + 1 entries and starts with 0.
  [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }
  [[nodiscard]] const std::vector<std::int64_t>& ends() const noexcept { return ends_; }

  /// Bytes of memory that a vocabulary of so many terms takes, of so many bytes together.
  [[nodiscard]] static std::int64_t memory(std::int64_t n_terms, std::int64_t n_bytes) noexcept;

  /// True once chosen words, or very bad luck, made it go over to the keyed hash.
  [[nodiscard]] bool is_keyed() const noexcept { return is_keyed_; }

  /// The most slots that a term lies behind the one it hashes to.
  [[nodiscard]] std::int64_t longest_probe() const noexcept { return longest_probe_; }

 private:
  // Of a longer term, `low` and `high` are its first and its last 8 bytes.
  struct alignas(32) Slot {
    std::uint64_t low;
    std::uint64_t high;
    std::uint64_t hash;
    std::uint32_t length;
    std::int32_t id;  // -1: empty.
  };

  [[nodiscard]] std::uint64_t hash_of(std::string_view term, const ShortTerm& key) const;
  [[nodiscard]] bool holds(const Slot& slot, const ShortTerm& key, std::string_view term) const;
  [[nodiscard]] std::size_t home_of(std::uint64_t hash) const noexcept { return hash >> shift_; }
  std::int32_t add(std::string_view term, const ShortTerm& key, std::uint64_t hash);
  std::int32_t append(std::string_view term);
  void place(const Slot& slot);
  void rebuild(int n_bits, bool is_keyed);
  [[nodiscard]] bool is_attacked(std::int64_t n_probes) const noexcept;

  std::string bytes_;
  std::vector<std::int64_t> ends_;  // size() + 1.
  LargeArray<Slot> slots_;          // A power of two, at most half of them taken.
  int shift_ = 0;                   // 64 less the binary logarithm of slots_.size().
  std::int64_t longest_probe_ = 0;
  std::int64_t total_probes_ = 0;
  bool is_keyed_ = false;
  HashKey key_;
};

}  // namespace broadsheet::terms
