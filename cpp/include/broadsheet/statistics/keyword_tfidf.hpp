#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/statistics/keyphrases.hpp"
#include "broadsheet/terms/csr.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::statistics {

struct KeywordTfidfOptions {
  std::int32_t max_words = 3;       ///< Words of the longest keyphrase, from 1 to 255.
  std::int64_t first_document = 0;  ///< Frequencies are over this document and those behind it.
  parallel::LoopOptions loop = {};
};

/// The runs of words of N documents.
struct KeywordRuns {
  std::vector<std::int64_t> document_indptr = {0};  ///< N + 1: runs.
  std::vector<std::int64_t> run_indptr = {0};       ///< Words.
  std::vector<std::int32_t> terms;

  [[nodiscard]] std::int64_t n_documents() const noexcept {
    return static_cast<std::int64_t>(document_indptr.size()) - 1;
  }
};

/// The runs of all documents, on the threads of `loop`: O(bytes).
[[nodiscard]] KeywordRuns keyword_runs(const CutTexts& texts, std::span<const std::int32_t> ids,
                                       const parallel::LoopOptions& loop);

/// Finds the keyphrases of documents by tf-idf among all of them.
///
/// Candidates are the n-grams of a run that neither begin nor end with a stop word. Their score is
/// TF (ln((1 + N) / (1 + DF)) + 1): TF how often they come in the document, DF in how many of the N
/// documents they do. It is the tf-idf of terms::tfidf with smooth idf and without a norm, which
/// would change no order within a document.
class KeywordTfidf {
 public:
  /// Counts n-grams: O(words max_words) expected, and 8 bytes for each of a run.
  /// @throws std::invalid_argument  if an option is out of range, or a term holds a byte up to
  /// 0x20.
  KeywordTfidf(const KeywordRuns& runs, const terms::Vocabulary& vocabulary,
               std::span<const std::uint8_t> is_stopword, const KeywordTfidfOptions& options);

  /// The keyphrases of a document, all of them, the highest score first.
  /// @param words  Those of the document, as the runs were made of.
  [[nodiscard]] std::vector<Keyphrase> keyphrases(std::int64_t document,
                                                  const KeywordWords& words) const;

 private:
  void count_documents(const KeywordRuns& runs, const KeywordTfidfOptions& options);
  [[nodiscard]] std::int32_t column_of(std::int64_t row, std::span<const std::int32_t> words) const;

  std::vector<std::int64_t> document_indptr_;
  std::span<const std::uint8_t> is_stopword_;
  std::int32_t max_words_ = 1;
  std::vector<std::int32_t> ranks_;  // V: the place of each term in the order of their bytes.
  terms::Csr<std::int32_t> counts_;  // A row a run.
  terms::ColumnWords columns_;
  std::vector<double> idf_;
};

}  // namespace broadsheet::statistics
