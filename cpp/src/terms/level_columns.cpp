#include "level_columns.hpp"

#include <cstddef>
#include <limits>
#include <stdexcept>

namespace broadsheet::terms {
namespace {

/// Goes through n-grams in the order of their labels: each before those that begin with it.
class Numbering {
 public:
  Numbering(const RankedWords& words, std::span<const NgramLevel> levels, std::int32_t lo,
            const TrimOptions& trim)
      : words_(words), levels_(levels), lo_(static_cast<std::size_t>(lo)), trim_(trim) {
    columns_.by_number.emplace_back(static_cast<std::size_t>(words.size()), -1);
    columns_.report.n_rare = words.n_rare();
    for (const NgramLevel& level : levels) {
      columns_.by_number.emplace_back(level.last_words.size(), -1);
      columns_.report.n_rare += level.n_rare;
    }
  }

  void visit_word(std::int32_t rank) {
    visit(words_.id(rank), rank, words_.n_documents()[static_cast<std::size_t>(rank)]);
  }

  [[nodiscard]] LevelColumns finish() { return std::move(columns_); }

 private:
  void visit(std::int32_t word, std::int32_t number, std::int32_t n_documents) {
    path_.push_back(word);
    const std::size_t n = path_.size();
    if (n >= lo_ && columns_.report.add(n_documents, trim_)) add(number);
    if (n <= levels_.size()) {
      const NgramLevel& next = levels_[n - 1];
      const auto begin = static_cast<std::size_t>(next.begins[static_cast<std::size_t>(number)]);
      const auto end = static_cast<std::size_t>(next.begins[static_cast<std::size_t>(number) + 1]);
      for (std::size_t i = begin; i < end; ++i) {
        visit(words_.id(next.last_words[i]), static_cast<std::int32_t>(i), next.n_documents[i]);
      }
    }
    path_.pop_back();
  }

  void add(std::int32_t number) {
    if (columns_.size() == std::numeric_limits<std::int32_t>::max()) {
      throw std::overflow_error("there are 2**31 n-grams or more; raise min_df");
    }
    columns_.by_number[path_.size() - 1][static_cast<std::size_t>(number)] =
        static_cast<std::int32_t>(columns_.size());
    ColumnWords& words = columns_.words;
    words.words.insert(words.words.end(), path_.begin(), path_.end());
    words.indptr.push_back(std::ssize(words.words));
  }

  const RankedWords& words_;
  std::span<const NgramLevel> levels_;
  const std::size_t lo_;
  const TrimOptions& trim_;
  std::vector<std::int32_t> path_;  // Ids of the words of the n-gram that is visited.
  LevelColumns columns_;
};

}  // namespace

LevelColumns number_columns(const RankedWords& words, std::span<const NgramLevel> levels,
                            std::int32_t lo, const TrimOptions& trim,
                            const parallel::LoopOptions& loop) {
  Numbering numbering(words, levels, lo, trim);
  parallel::LoopOptions in_order = loop;
  in_order.n_threads = 1;
  parallel::for_each_chunk(words.size(), in_order, [&](const parallel::Chunk& chunk) {
    for (std::int64_t rank = chunk.begin; rank < chunk.end; ++rank) {
      numbering.visit_word(static_cast<std::int32_t>(rank));
    }
  });
  return numbering.finish();
}

void keep_columns(std::span<const std::int32_t> kept, LevelColumns& columns) {
  ColumnWords words;
  std::vector<std::int32_t> new_columns(static_cast<std::size_t>(columns.size()), -1);
  for (const std::int32_t column : kept) {
    const auto at = static_cast<std::size_t>(column);
    new_columns[at] = static_cast<std::int32_t>(words.indptr.size()) - 1;
    words.words.insert(words.words.end(), columns.words.words.begin() + columns.words.indptr[at],
                       columns.words.words.begin() + columns.words.indptr[at + 1]);
    words.indptr.push_back(std::ssize(words.words));
  }
  columns.words = std::move(words);
  for (auto& by_number : columns.by_number) {
    for (std::int32_t& column : by_number) {
      if (column >= 0) column = new_columns[static_cast<std::size_t>(column)];
    }
  }
}

}  // namespace broadsheet::terms
