#include "broadsheet/terms/trim.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <sstream>
#include <string>

#include "broadsheet/require.hpp"

namespace broadsheet::terms {

void check(const TrimOptions& options) {
  require(options.min_documents >= 0, "min_df must not be negative, not ", options.min_documents);
  require(options.max_documents >= 0, "max_df must not be negative, not ", options.max_documents);
  require(options.min_documents <= options.max_documents, "min_df asks for at least ",
          options.min_documents, " documents, but max_df for at most ", options.max_documents);
  require(options.max_terms >= 1, "max_terms must be at least 1, not ", options.max_terms);
}

bool TrimReport::add(std::int64_t documents, const TrimOptions& options) {
  const bool is_rare = static_cast<double>(documents) < options.min_documents;
  const bool is_common = static_cast<double>(documents) > options.max_documents;
  n_rare += is_rare;
  n_common += is_common;
  n_kept += !is_rare && !is_common;
  return !is_rare && !is_common;
}

void require_terms(const TrimReport& report, const TrimOptions& options, std::int64_t n_documents) {
  if (report.n_kept > 0) return;
  require(report.n_rare + report.n_common > 0, "no term in ", n_documents,
          " documents: look at the tokenizer, its stop words, the zone and the n-gram range");
  std::ostringstream dropped;
  std::string advice;
  if (report.n_rare > 0) {
    dropped << report.n_rare << " in fewer than " << options.min_documents << " (min_df)";
    advice = "lower min_df";
  }
  if (report.n_common > 0) {
    dropped << (report.n_rare > 0 ? ", " : "") << report.n_common << " in more than "
            << options.max_documents << " (max_df)";
    advice += report.n_rare > 0 ? " or raise max_df" : "raise max_df";
  }
  require(false, "no term is left of ", n_documents, " documents: ", dropped.str(), "; ", advice);
}

std::vector<std::int32_t> most_frequent(const std::vector<std::int64_t>& totals,
                                        std::int64_t max_terms) {
  std::vector<std::int32_t> places(totals.size());
  std::iota(places.begin(), places.end(), 0);
  if (static_cast<std::int64_t>(places.size()) <= max_terms) return places;
  const auto total = [&](std::int32_t place) { return totals[static_cast<std::size_t>(place)]; };
  const auto comes_first = [&](std::int32_t a, std::int32_t b) {
    return total(a) != total(b) ? total(a) > total(b) : a < b;
  };
  const auto end = places.begin() + static_cast<std::ptrdiff_t>(max_terms);
  std::nth_element(places.begin(), end - 1, places.end(), comes_first);
  places.erase(end, places.end());
  std::ranges::sort(places);
  return places;
}

std::vector<std::int32_t> kept_terms(const Frequencies<std::int64_t>& frequencies,
                                     const TrimOptions& options, std::int64_t n_documents) {
  check(options);
  TrimReport report;
  std::vector<std::int32_t> kept;
  std::vector<std::int64_t> totals;
  for (std::size_t term = 0; term < frequencies.documents.size(); ++term) {
    const std::int64_t documents = frequencies.documents[term];
    if (documents == 0 || !report.add(documents, options)) continue;
    kept.push_back(static_cast<std::int32_t>(term));
    totals.push_back(frequencies.totals[term]);
  }
  require_terms(report, options, n_documents);
  std::vector<std::int32_t> places = most_frequent(totals, options.max_terms);
  for (std::int32_t& place : places) place = kept[static_cast<std::size_t>(place)];
  return places;
}

}  // namespace broadsheet::terms
