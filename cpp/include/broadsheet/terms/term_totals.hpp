#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/terms/frequencies.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/terms/trim.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::terms {

/// Terms in the order of their bytes, and how often each occurs.
struct SortedTotals {
  Labels labels;
  Frequencies<std::int64_t> frequencies;
};

/// How often terms occur in documents that come part by part, or part beside part: what
/// vocabularies, idf and mean lengths are learned from without all documents at hand.
///
/// Adding is commutative and associative, and what can be asked does not depend on the order in
/// which terms came. So any split of some documents into parts, added in any order to any number
/// of TermTotals that are merged in any order, gives the same as all documents at once.
///
/// Only sums are held: 90 to 180 bytes a term and those of its label, however many documents.
class TermTotals {
 public:
  /// Adds documents. O(bytes of the labels) expected. If it throws, nothing was added.
  ///
  /// @param labels       Different ones. Those that no document holds are passed over.
  /// @param frequencies  Of each label: totals not below documents, these in [0, n_documents].
  /// @param length       The sum of the lengths of the documents, not negative.
  /// @throws std::invalid_argument  naming the rule, the label and the value.
  /// @throws std::overflow_error  if a sum reaches 2**63.
  void add(const Labels& labels, const Frequencies<std::int64_t>& frequencies,
           std::int64_t n_documents, std::int64_t length);

  /// Adds what `other` holds, which may be this very object. If it throws, nothing was added.
  /// @throws std::overflow_error  if a sum reaches 2**63.
  void merge(const TermTotals& other);

  [[nodiscard]] std::int64_t n_documents() const noexcept { return n_documents_; }
  /// The sum of the lengths of the documents.
  [[nodiscard]] std::int64_t length() const noexcept { return length_; }
  /// Terms that a document holds.
  [[nodiscard]] std::int32_t n_terms() const noexcept { return n_terms_; }

  /// All terms that a document holds. O(V log V).
  [[nodiscard]] SortedTotals sorted() const;

  /// The terms that stay: what trimming all documents at once leaves. O(V log V).
  /// @throws std::invalid_argument  if an option is out of range or no term stays.
  [[nodiscard]] SortedTotals kept(const TrimOptions& options) const;

 private:
  void require_room(std::int64_t n_documents, std::int64_t occurrences, std::int64_t length) const;
  void add_terms(std::string_view bytes, std::span<const std::int64_t> offsets,
                 const Frequencies<std::int64_t>& frequencies);

  Vocabulary vocabulary_;
  Frequencies<std::int64_t> frequencies_;  // Of the first terms of the vocabulary.
  std::int64_t n_documents_ = 0;
  std::int64_t occurrences_ = 0;  // The sum of all totals, so that none of them can overflow.
  std::int64_t length_ = 0;
  std::int32_t n_terms_ = 0;
};

}  // namespace broadsheet::terms
