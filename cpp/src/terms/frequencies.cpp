#include "broadsheet/terms/frequencies.hpp"

#include <cstddef>
#include <utility>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"

namespace broadsheet::terms {
namespace {

/// What is known of a term, in one place.
struct Tally {
  std::int64_t total = 0;
  std::int32_t n_documents = 0;
  std::int32_t last_seen = -1;  // The last document that held it.
};

/// @return  The number of distinct terms.
std::int64_t add(std::span<const std::int32_t> ids, std::int32_t document,
                 std::vector<Tally>& tallies) {
  std::int64_t n_distinct = 0;
  for (const std::int32_t id : ids) {
    Tally& tally = tallies[static_cast<std::size_t>(id)];
    const bool is_new = tally.last_seen != document;
    ++tally.total;
    tally.n_documents += is_new;
    tally.last_seen = document;
    n_distinct += is_new;
  }
  return n_distinct;
}

/// Adds the cells [begin, end) of a matrix.
template <typename Value>
void add(const CsrView<Value>& counts, std::int64_t begin, std::int64_t end,
         Frequencies<double>& sum) {
  for (auto place = static_cast<std::size_t>(begin); std::cmp_less(place, end); ++place) {
    const auto term = static_cast<std::size_t>(counts.indices[place]);
    sum.totals[term] += static_cast<double>(counts.values[place]);
    sum.documents[term] += counts.values[place] > 0;
  }
}

}  // namespace

Frequencies<std::int64_t> frequencies(const TokenIdsView& tokens, const parallel::LoopOptions& loop,
                                      std::span<std::int64_t> n_distinct) {
  const auto n_terms = static_cast<std::size_t>(tokens.n_terms);
  parallel::Scratch<std::vector<Tally>> threads([n_terms] { return std::vector<Tally>(n_terms); });
  parallel::for_each_chunk(tokens.n_documents(), loop, [&](const parallel::Chunk& chunk) {
    threads.with([&](std::vector<Tally>& tallies) {
      for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
        const std::int64_t n =
            add(tokens.of(document), static_cast<std::int32_t>(document), tallies);
        if (!n_distinct.empty()) n_distinct[static_cast<std::size_t>(document)] = n;
      }
    });
  });

  Frequencies<std::int64_t> sum{std::vector<std::int64_t>(n_terms),
                                std::vector<std::int64_t>(n_terms)};
  threads.for_each([&](const std::vector<Tally>& tallies) {
    for (std::size_t term = 0; term < n_terms; ++term) {
      sum.totals[term] += tallies[term].total;
      sum.documents[term] += tallies[term].n_documents;
    }
  });
  return sum;
}

template <typename Value>
Frequencies<double> frequencies(const CsrView<Value>& counts) {
  const auto n_terms = static_cast<std::size_t>(counts.n_columns);
  Frequencies<double> sum{std::vector<double>(n_terms), std::vector<std::int64_t>(n_terms)};
  add(counts, 0, std::ssize(counts.values), sum);
  return sum;
}

template <typename Value>
Frequencies<double> frequencies(const CsrView<Value>& counts, std::span<const std::int64_t> rows) {
  const auto n_terms = static_cast<std::size_t>(counts.n_columns);
  Frequencies<double> sum{std::vector<double>(n_terms), std::vector<std::int64_t>(n_terms)};
  for (const std::int64_t row : rows) {
    require(row >= 0 && row < counts.n_rows(), "rows must lie in [0, ", counts.n_rows(), "), not ",
            row);
    add(counts, counts.begin(row), counts.end(row), sum);
  }
  return sum;
}

template Frequencies<double> frequencies(const CsrView<std::int32_t>&);
template Frequencies<double> frequencies(const CsrView<float>&);
template Frequencies<double> frequencies(const CsrView<double>&);
template Frequencies<double> frequencies(const CsrView<std::int32_t>&,
                                         std::span<const std::int64_t>);
template Frequencies<double> frequencies(const CsrView<float>&, std::span<const std::int64_t>);
template Frequencies<double> frequencies(const CsrView<double>&, std::span<const std::int64_t>);

}  // namespace broadsheet::terms
