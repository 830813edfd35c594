#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/terms/frequencies.hpp"
#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::terms {

/// The words of tokens that are in enough documents, numbered in the order of their bytes.
class RankedWords {
 public:
  /// @param sorted_ids   The V ids in the order of their terms.
  /// @param frequencies  Of the V terms; those of no document are never ranked.
  RankedWords(const TokenIdsView& tokens, std::span<const std::int32_t> sorted_ids,
              const Frequencies<std::int64_t>& frequencies, double min_documents)
      : tokens_(tokens), ranks_(sorted_ids.size(), -1) {
    for (const std::int32_t id : sorted_ids) {
      const std::int64_t n = frequencies.documents[static_cast<std::size_t>(id)];
      if (n == 0) continue;
      if (static_cast<double>(n) < min_documents) {
        ++n_rare_;
        continue;
      }
      ranks_[static_cast<std::size_t>(id)] = size();
      ids_.push_back(id);
      n_documents_.push_back(static_cast<std::int32_t>(n));
    }
  }

  [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(ids_.size()); }
  /// How many words are in too few documents.
  [[nodiscard]] std::int64_t n_rare() const { return n_rare_; }

  /// The rank of the token at `place`, or -1.
  [[nodiscard]] std::int32_t at(std::int64_t place) const {
    return ranks_[static_cast<std::size_t>(tokens_.ids[static_cast<std::size_t>(place)])];
  }
  /// The id of a rank.
  [[nodiscard]] std::int32_t id(std::int32_t rank) const {
    return ids_[static_cast<std::size_t>(rank)];
  }
  /// How many documents hold each.
  [[nodiscard]] std::span<const std::int32_t> n_documents() const { return n_documents_; }

 private:
  TokenIdsView tokens_;
  std::vector<std::int32_t> ranks_;  // By id.
  std::vector<std::int32_t> ids_;    // By rank.
  std::vector<std::int32_t> n_documents_;
  std::int64_t n_rare_ = 0;
};

}  // namespace broadsheet::terms
