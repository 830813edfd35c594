#include "broadsheet/terms/trimmed_columns.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>

#include "broadsheet/require.hpp"

namespace broadsheet::terms {
namespace {

void check(const ColumnBounds& bounds) {
  require(bounds.min_documents >= 0, "min_df must not be negative, not ", bounds.min_documents);
  require(bounds.min_count >= 0, "min_count must not be negative, not ", bounds.min_count);
  require(bounds.min_documents <= bounds.max_documents, "min_df asks for at least ",
          bounds.min_documents, " documents, but max_df for at most ", bounds.max_documents);
  require(bounds.min_count <= bounds.max_count, "min_count asks for at least ", bounds.min_count,
          ", but max_count for at most ", bounds.max_count);
  require(bounds.max_terms >= 1, "max_terms must be at least 1, not ", bounds.max_terms);
}

/// Whether a column lies within the bounds; if not, it is counted under the first it breaks.
bool add(double documents, double total, const ColumnBounds& bounds, TrimmedColumns& trimmed) {
  if (documents < bounds.min_documents) return ++trimmed.n_rare, false;
  if (documents > bounds.max_documents) return ++trimmed.n_common, false;
  if (total < bounds.min_count) return ++trimmed.n_seldom, false;
  if (total > bounds.max_count) return ++trimmed.n_often, false;
  return true;
}

void require_columns(const TrimmedColumns& trimmed, const ColumnBounds& bounds) {
  if (!trimmed.kept.empty()) return;
  std::ostringstream dropped;
  const auto tell = [&](std::int64_t n, const char* how, double bound, const char* name) {
    if (n > 0) dropped << "; " << n << how << bound << " (" << name << ")";
  };
  tell(trimmed.n_rare, " in fewer documents than ", bounds.min_documents, "min_df");
  tell(trimmed.n_common, " in more documents than ", bounds.max_documents, "max_df");
  tell(trimmed.n_seldom, " counted fewer times than ", bounds.min_count, "min_count");
  tell(trimmed.n_often, " counted more often than ", bounds.max_count, "max_count");
  require(false, "no term is left", dropped.str());
}

}  // namespace

TrimmedColumns trim_columns(const Frequencies<double>& frequencies,
                            std::span<const std::int64_t> ranks, const ColumnBounds& bounds) {
  check(bounds);
  const std::size_t n_columns = frequencies.totals.size();
  require(frequencies.documents.size() == n_columns && ranks.size() == n_columns,
          "documents and ranks must be of ", n_columns, " columns, not of ",
          frequencies.documents.size(), " and ", ranks.size());
  TrimmedColumns trimmed;
  for (std::size_t column = 0; column < n_columns; ++column) {
    const auto documents = static_cast<double>(frequencies.documents[column]);
    if (add(documents, frequencies.totals[column], bounds, trimmed)) {
      trimmed.kept.push_back(static_cast<std::int32_t>(column));
    }
  }
  require_columns(trimmed, bounds);
  trimmed.n_beyond = std::max<std::int64_t>(0, std::ssize(trimmed.kept) - bounds.max_terms);
  if (trimmed.n_beyond > 0) {
    const auto comes_first = [&](std::int32_t left, std::int32_t right) {
      const auto a = static_cast<std::size_t>(left);
      const auto b = static_cast<std::size_t>(right);
      if (frequencies.totals[a] != frequencies.totals[b]) {
        return frequencies.totals[a] > frequencies.totals[b];
      }
      return ranks[a] < ranks[b];
    };
    const auto end = trimmed.kept.begin() + static_cast<std::ptrdiff_t>(bounds.max_terms);
    std::nth_element(trimmed.kept.begin(), end - 1, trimmed.kept.end(), comes_first);
    trimmed.kept.erase(end, trimmed.kept.end());
    std::ranges::sort(trimmed.kept);
  }
  return trimmed;
}

}  // namespace broadsheet::terms
