#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/statistics/concordance.hpp"

namespace broadsheet::statistics {

/// Hits and the lengths of the phrases that they are of, for tests.
struct FoundHits {
  Hits hits;
  std::vector<std::int32_t> lengths;

  void add(std::int32_t document, std::int32_t position, std::int32_t phrase = 0) {
    hits.documents.push_back(document);
    hits.positions.push_back(position);
    hits.lengths.push_back(lengths[static_cast<std::size_t>(phrase)]);
    hits.phrases.push_back(phrase);
  }
  [[nodiscard]] HitsView view() const { return {hits.documents, hits.positions, hits.lengths}; }
};

}  // namespace broadsheet::statistics
