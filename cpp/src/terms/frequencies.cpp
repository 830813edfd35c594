#include "broadsheet/terms/frequencies.hpp"

#include <cstddef>

#include "broadsheet/parallel/scratch.hpp"

namespace broadsheet::terms {
namespace {

struct Tally {
  Frequencies<std::int64_t> frequencies;
  std::vector<std::int32_t> last_seen;  // V: the last document that held the term, or -1.
};

void add(std::span<const std::int32_t> ids, std::int32_t document, Tally& tally) {
  for (const std::int32_t id : ids) {
    const auto term = static_cast<std::size_t>(id);
    ++tally.frequencies.totals[term];
    tally.frequencies.documents[term] += tally.last_seen[term] != document;
    tally.last_seen[term] = document;
  }
}

}  // namespace

Frequencies<std::int64_t> frequencies(const TokenIdsView& tokens,
                                      const parallel::LoopOptions& loop) {
  const auto n_terms = static_cast<std::size_t>(tokens.n_terms);
  parallel::Scratch<Tally> tallies([n_terms] {
    const std::vector<std::int64_t> zeros(n_terms);
    return Tally{{zeros, zeros}, std::vector<std::int32_t>(n_terms, -1)};
  });
  parallel::for_each_chunk(tokens.n_documents(), loop, [&](const parallel::Chunk& chunk) {
    tallies.with([&](Tally& tally) {
      for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
        add(tokens.of(document), static_cast<std::int32_t>(document), tally);
      }
    });
  });

  Frequencies<std::int64_t> sum{std::vector<std::int64_t>(n_terms),
                                std::vector<std::int64_t>(n_terms)};
  tallies.for_each([&](const Tally& tally) {
    for (std::size_t term = 0; term < n_terms; ++term) {
      sum.totals[term] += tally.frequencies.totals[term];
      sum.documents[term] += tally.frequencies.documents[term];
    }
  });
  return sum;
}

template <typename Value>
Frequencies<double> frequencies(const CsrView<Value>& counts) {
  const auto n_terms = static_cast<std::size_t>(counts.n_columns);
  Frequencies<double> sum{std::vector<double>(n_terms), std::vector<std::int64_t>(n_terms)};
  for (std::size_t place = 0; place < counts.values.size(); ++place) {
    const auto term = static_cast<std::size_t>(counts.indices[place]);
    sum.totals[term] += static_cast<double>(counts.values[place]);
    sum.documents[term] += counts.values[place] > 0;
  }
  return sum;
}

template Frequencies<double> frequencies(const CsrView<std::int32_t>&);
template Frequencies<double> frequencies(const CsrView<float>&);
template Frequencies<double> frequencies(const CsrView<double>&);

}  // namespace broadsheet::terms
