#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::terms {

/// Finds the document that a token is in.
///
/// For each block of 64 tokens it knows the document of the first; from there it steps over
/// documents that are not empty, hence at most 64 times.
class DocumentIndex {
 public:
  explicit DocumentIndex(const TokenIdsView& tokens)
      : begins_(static_cast<std::size_t>(tokens.n_tokens() / kBlock + 1)) {
    for (std::int64_t document = 0; document < tokens.n_documents(); ++document) {
      if (tokens.of(document).empty()) continue;
      set_begin(tokens.indptr[static_cast<std::size_t>(document)]);
      numbers_.push_back(static_cast<std::int32_t>(document));
      ends_.push_back(tokens.indptr[static_cast<std::size_t>(document) + 1]);
      const std::int64_t n_blocks = (ends_.back() + kBlock - 1) / kBlock;
      first_.resize(static_cast<std::size_t>(n_blocks),
                    static_cast<std::int32_t>(numbers_.size()) - 1);
    }
  }

  /// Whether a document begins at token `place`.
  [[nodiscard]] bool is_begin(std::int64_t place) const {
    return (begins_[static_cast<std::size_t>(place / kBlock)] >> (place % kBlock) & 1) != 0;
  }
  /// The place of the document of token `place` among those that are not empty.
  [[nodiscard]] std::size_t find(std::int64_t place) const {
    auto found = static_cast<std::size_t>(first_[static_cast<std::size_t>(place / kBlock)]);
    while (ends_[found] <= place) ++found;
    return found;
  }
  [[nodiscard]] std::int32_t number(std::size_t found) const { return numbers_[found]; }
  /// Where the tokens of that document end.
  [[nodiscard]] std::int64_t end(std::size_t found) const { return ends_[found]; }

 private:
  void set_begin(std::int64_t place) {
    begins_[static_cast<std::size_t>(place / kBlock)] |= std::uint64_t{1} << (place % kBlock);
  }

  static constexpr std::int64_t kBlock = 64;

  std::vector<std::uint64_t> begins_;  // A bit a token.
  std::vector<std::int32_t> numbers_;  // Of the documents that are not empty.
  std::vector<std::int64_t> ends_;     // Of the same.
  std::vector<std::int32_t> first_;    // One a block, into the two above.
};

}  // namespace broadsheet::terms
