#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace broadsheet::text {

/// What to do with a text that is missing or is not UTF-8.
enum class ErrorPolicy {
  kStrict,   ///< Throw, naming the row and the byte.
  kReplace,  ///< U+FFFD for each ill-formed subpart; an empty text for a missing one.
  kSkip,     ///< Leave the row out.
};

/// N texts of valid UTF-8, in memory that is shared and never changes.
///
/// The texts may be borrowed, from an Arrow column say: the owners are kept as long as any Texts
/// made of them lives. Immutable, hence shareable between threads; copies are cheap beside the
/// texts (16 bytes a row).
class Texts {
 public:
  Texts() = default;

  /// @param views   N texts of valid UTF-8, which live as long as one of `owners`.
  Texts(std::vector<std::string_view> views, std::vector<std::shared_ptr<const void>> owners);

  [[nodiscard]] std::int64_t size() const noexcept;
  /// @throws std::out_of_range  if `row` is not in [0, N).
  [[nodiscard]] std::string_view at(std::int64_t row) const;
  [[nodiscard]] std::span<const std::string_view> views() const noexcept { return views_; }
  [[nodiscard]] std::int64_t n_bytes() const noexcept;

  /// The given rows in the given order, with the same owners. A row may come more than once.
  /// @throws std::out_of_range  naming the first row that is not in [0, N).
  [[nodiscard]] Texts select(std::span<const std::int64_t> rows) const;

 private:
  friend Texts concat(std::span<const Texts* const> parts);

  std::vector<std::string_view> views_;
  std::vector<std::shared_ptr<const void>> owners_;
};

/// The texts of one part after those of the other, in the memory that these share. O(N).
[[nodiscard]] Texts concat(std::span<const Texts* const> parts);

/// Texts that passed the door, and what the door did to them. Rows count from the input.
struct CheckedTexts {
  Texts texts;
  std::vector<std::int64_t> replaced;  ///< Rows that were altered, ascending.
  std::vector<std::int64_t> skipped;   ///< Rows that were left out, ascending.
};

/// Checks that each text is there and is UTF-8, and does what `policy` says where it is not.
///
/// Only replaced texts are copied. O(bytes).
///
/// @param raw     Bytes, or nothing where the input has a null.
/// @param owners  What keeps the bytes alive.
/// @throws std::invalid_argument  under kStrict: "text 3 is null", or
///         "text 3 is not UTF-8: byte 0xff at offset 17".
[[nodiscard]] CheckedTexts check_texts(std::vector<std::optional<std::string_view>> raw,
                                       std::vector<std::shared_ptr<const void>> owners,
                                       ErrorPolicy policy);

}  // namespace broadsheet::text
