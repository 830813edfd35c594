#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet::terms {

/// Distinct terms, numbered from 0 in the order in which they came.
///
/// Terms are bytes of any kind, NUL included. Ids do not depend on the hash. Look-ups are safe
/// against chosen words: ... A Vocabulary that is not being added to may be read by any number of
/// threads.
class Vocabulary {
 public:
  Vocabulary();

  /// The id of `term`, which is added if it is new. O(bytes) expected.
  /// @throws std::length_error  at 2**31 - 1 terms.
  std::int32_t add(std::string_view term);

  /// The id of `term`, or -1.
  [[nodiscard]] std::int32_t find(std::string_view term) const;

  /// The term numbered `id`, in [0, size()); valid until a term is added.
  [[nodiscard]] std::string_view term(std::int32_t id) const;

  [[nodiscard]] std::int32_t size() const noexcept;

  /// Ids in the order of their terms as bytes, which for UTF-8 is that of code points.
  [[nodiscard]] std::vector<std::int32_t> sorted_ids() const;
};

}  // namespace broadsheet::terms
