#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::terms {

/// The labels of n columns, end to end: label i is bytes[offsets[i]] to bytes[offsets[i + 1]].
struct Labels {
  std::vector<std::int64_t> offsets = {0};  ///< n + 1.
  std::string bytes;

  [[nodiscard]] std::int64_t size() const noexcept {
    return static_cast<std::int64_t>(offsets.size()) - 1;
  }
  [[nodiscard]] std::string_view at(std::int64_t i) const {
    const auto begin = static_cast<std::size_t>(offsets[static_cast<std::size_t>(i)]);
    const auto end = static_cast<std::size_t>(offsets[static_cast<std::size_t>(i) + 1]);
    return std::string_view(bytes).substr(begin, end - begin);
  }
};

/// The words of n columns as numbers of terms: those of column i are words[indptr[i]] to
/// words[indptr[i + 1]], one for a word, two for a pair of neighbours, and so on.
struct ColumnWords {
  std::vector<std::int64_t> indptr = {0};  ///< n + 1.
  std::vector<std::int32_t> words;
};

/// Writes the labels of columns: their words, joined by a space. O(bytes).
/// @param loop  A loop over columns.
[[nodiscard]] Labels labels(const ColumnWords& columns, const Vocabulary& vocabulary,
                            const parallel::LoopOptions& loop = {});

/// Reads labels: the words between single spaces, -1 for those that `vocabulary` does not have.
/// Undoes `labels`. O(bytes) expected.
/// @param lo, hi  How many words a label may have. If hi is 1, a term of the vocabulary is one word
///                even if it holds spaces.
/// @throws std::invalid_argument  naming the label and its number of words.
[[nodiscard]] ColumnWords read_labels(const Labels& labels, const Vocabulary& vocabulary,
                                      std::int32_t lo, std::int32_t hi);

/// Checks that words can be joined by a space: that none holds a byte up to 0x20. O(bytes).
/// @throws std::invalid_argument  naming the first that does.
void require_joinable(const Vocabulary& vocabulary);

}  // namespace broadsheet::terms
