#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/text/texts.hpp"

namespace broadsheet::text {

/// A set of code points to look for in texts. Immutable, hence shareable between threads; 136 kB.
class CodePointSet {
 public:
  /// @throws std::invalid_argument  naming the first member that is ASCII or above U+10FFFF.
  explicit CodePointSet(std::span<const std::uint32_t> members);

  [[nodiscard]] bool has(char32_t value) const { return (*members_)[value]; }

  /// Where the first member in a text starts, or -1. O(bytes); ASCII goes many bytes at a time.
  [[nodiscard]] std::int64_t find(std::string_view text) const;

 private:
  std::unique_ptr<std::bitset<0x110000>> members_;
};

/// For each text where its first member of a set starts, or -1: in bytes, for the same answer from
/// any number of threads.
[[nodiscard]] std::vector<std::int64_t> find_in_texts(const Texts& texts,
                                                      const CodePointSet& members,
                                                      const parallel::LoopOptions& loop);

}  // namespace broadsheet::text
