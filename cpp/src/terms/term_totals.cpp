#include "broadsheet/terms/term_totals.hpp"

#include <cstddef>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>

#include "broadsheet/require.hpp"
#include "padded_terms.hpp"

namespace broadsheet::terms {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

void require_fits(std::int64_t sum, std::int64_t more, const char* name) {
  if (more <= kMost - sum) return;
  throw std::overflow_error(std::string("the number of ") + name +
                            " must stay below 2**63: it is " + std::to_string(sum) + ", and " +
                            std::to_string(more) + " come to it");
}

std::int64_t sum_of(const std::vector<std::int64_t>& totals) {
  std::int64_t sum = 0;
  for (const std::int64_t total : totals) {
    require_fits(sum, total, "occurrences");
    sum += total;
  }
  return sum;
}

void check_part(const Labels& labels, const Frequencies<std::int64_t>& frequencies,
                std::int64_t n_documents, std::int64_t length) {
  require(n_documents >= 0, "n_documents must not be negative, not ", n_documents);
  require(length >= 0, "length must not be negative, not ", length);
  const auto n_labels = static_cast<std::size_t>(labels.size());
  require(frequencies.totals.size() == n_labels && frequencies.documents.size() == n_labels,
          "totals and documents must be of ", n_labels, " labels, not of ",
          frequencies.totals.size(), " and ", frequencies.documents.size());
  for (std::size_t i = 0; i < n_labels; ++i) {
    const std::int64_t documents = frequencies.documents[i];
    const std::int64_t total = frequencies.totals[i];
    require(documents >= 0 && documents <= n_documents, "documents must lie in [0, ", n_documents,
            "], not be ", documents, " as of '", labels.at(static_cast<std::int64_t>(i)), "'");
    require(documents > 0 ? total >= documents : total == 0,
            "a term in so many documents must occur as often: '",
            labels.at(static_cast<std::int64_t>(i)), "' is in ", documents, " and occurs ", total,
            " times");
  }
}

SortedTotals take(const SortedTotals& all, const std::vector<std::int32_t>& places) {
  SortedTotals taken;
  for (const std::int32_t place : places) {
    taken.labels.bytes += all.labels.at(place);
    taken.labels.offsets.push_back(std::ssize(taken.labels.bytes));
    taken.frequencies.totals.push_back(all.frequencies.totals[static_cast<std::size_t>(place)]);
    taken.frequencies.documents.push_back(
        all.frequencies.documents[static_cast<std::size_t>(place)]);
  }
  return taken;
}

}  // namespace

void TermTotals::add(const Labels& labels, const Frequencies<std::int64_t>& frequencies,
                     std::int64_t n_documents, std::int64_t length) {
  check_part(labels, frequencies, n_documents, length);
  const std::int64_t occurrences = sum_of(frequencies.totals);
  require_room(n_documents, occurrences, length);
  add_terms(labels.bytes, labels.offsets, frequencies);
  n_documents_ += n_documents;
  occurrences_ += occurrences;
  length_ += length;
}

void TermTotals::merge(const TermTotals& other) {
  require_room(other.n_documents_, other.occurrences_, other.length_);
  add_terms(other.vocabulary_.bytes(), other.vocabulary_.ends(), other.frequencies_);
  n_documents_ += other.n_documents_;
  occurrences_ += other.occurrences_;
  length_ += other.length_;
}

void TermTotals::require_room(std::int64_t n_documents, std::int64_t occurrences,
                              std::int64_t length) const {
  require_fits(n_documents_, n_documents, "documents");
  require_fits(occurrences_, occurrences, "occurrences");
  require_fits(length_, length, "tokens");
}

void TermTotals::add_terms(std::string_view bytes, std::span<const std::int64_t> offsets,
                           const Frequencies<std::int64_t>& frequencies) {
  const PaddedTerms all(bytes, offsets);
  std::vector<std::size_t> places;
  std::vector<std::string_view> terms;
  for (std::size_t i = 0; i < frequencies.documents.size(); ++i) {
    if (frequencies.documents[i] == 0) continue;
    places.push_back(i);
    terms.push_back(all.views()[i]);
  }
  std::vector<std::int32_t> ids(terms.size());
  vocabulary_.add_padded(terms, ids.data());
  const auto n_known = static_cast<std::size_t>(vocabulary_.size());
  frequencies_.documents.resize(n_known);
  frequencies_.totals.resize(n_known);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto id = static_cast<std::size_t>(ids[i]);
    n_terms_ += frequencies_.documents[id] == 0;
    frequencies_.documents[id] += frequencies.documents[places[i]];
    frequencies_.totals[id] += frequencies.totals[places[i]];
  }
}

SortedTotals TermTotals::sorted() const {
  SortedTotals all;
  all.labels.bytes.reserve(vocabulary_.bytes().size());
  for (const std::int32_t id : vocabulary_.sorted_ids()) {
    const auto term = static_cast<std::size_t>(id);
    // Terms without a document are those of an addition that failed.
    if (term >= frequencies_.documents.size() || frequencies_.documents[term] == 0) continue;
    all.labels.bytes += vocabulary_.term(id);
    all.labels.offsets.push_back(std::ssize(all.labels.bytes));
    all.frequencies.totals.push_back(frequencies_.totals[term]);
    all.frequencies.documents.push_back(frequencies_.documents[term]);
  }
  return all;
}

SortedTotals TermTotals::kept(const TrimOptions& options) const {
  const SortedTotals all = sorted();
  return take(all, kept_terms(all.frequencies, options, n_documents_));
}

}  // namespace broadsheet::terms
