#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "broadsheet/terms/vocabulary.hpp"
#include "cell_store.hpp"
#include "character_text.hpp"
#include "symbol_text.hpp"
#include "unit_columns.hpp"
#include "unit_numbers.hpp"

namespace broadsheet::terms {

/// Counts the units of texts as one run each, in numbers of its own.
template <typename Keys, typename Numbers>
class RunCounter {
 public:
  using Key = typename Keys::Key;

  RunCounter(const CharacterNgramRules& rules, const Symbols& symbols)
      : text_(rules, symbols), keys_(rules, symbols.n_bits()) {}

  StoredRow count(std::string_view text, CellStore& store) {
    units_.clear();
    keys_.for_each_unit(text_.read(text), [this](const Key& unit) { units_.push_back(unit); });
    numbers_.add(units_);
    return store.store(units_.size(), [this](const auto& visit) { numbers_.drain(visit); });
  }

  [[nodiscard]] NumberedKeys<Key> list() const { return numbers_.list(); }

  /// Learns the column of each number.
  void set_columns(std::vector<std::int32_t> columns) { columns_ = std::move(columns); }

  /// Learns the new column of each column.
  void renumber(std::span<const std::int32_t> columns) {
    for (std::int32_t& column : columns_) {
      if (column >= 0) column = columns[static_cast<std::size_t>(column)];
    }
  }

  /// Calls `visit(column, count)` with the columns of a row, some more than once.
  template <typename Visit>
  void for_each_cell(const StoredRow& row, const Visit& visit) const {
    row.for_each([&](std::int32_t number, std::int32_t count) {
      const std::int32_t column = columns_[static_cast<std::size_t>(number)];
      if (column >= 0) visit(column, count);
    });
  }

 private:
  SymbolText text_;
  Keys keys_;
  Numbers numbers_;
  std::vector<Key> units_;  // Of the text at hand.
  std::vector<std::int32_t> columns_;
};

/// Counts the words of texts, in numbers of its own; their units are looked at once.
class WordCounter {
 public:
  explicit WordCounter(const CharacterNgramRules& rules) : text_(rules) {}

  StoredRow count(std::string_view text, CellStore& store);

  [[nodiscard]] const Vocabulary& words() const { return words_; }

  /// Takes the units of all words, and lists them by key.
  template <typename Keys, typename Numbers>
  NumberedKeys<typename Keys::Key> number_units(Keys keys, const Symbols& symbols,
                                                Numbers& numbers) {
    SymbolRun run;
    for (std::int32_t word = 0; word < words_.size(); ++word) {
      read_padded(words_.term(word), symbols, run);
      keys.for_each_unit(run, [&](const typename Keys::Key& unit) {
        word_columns_.push_back(numbers.number(unit));
      });
      word_ends_.push_back(std::ssize(word_columns_));
    }
    return numbers.list();
  }

  /// Learns the column of each number of a unit.
  void set_columns(const std::vector<std::int32_t>& columns) {
    for (std::int32_t& number : word_columns_) number = columns[static_cast<std::size_t>(number)];
  }

  /// Learns the new column of each column.
  void renumber(std::span<const std::int32_t> columns) {
    for (std::int32_t& column : word_columns_) {
      if (column >= 0) column = columns[static_cast<std::size_t>(column)];
    }
  }

  /// Calls `visit(column, count)` with the columns of a row, some more than once.
  template <typename Visit>
  void for_each_cell(const StoredRow& row, const Visit& visit) const {
    row.for_each([&](std::int32_t word, std::int32_t count) {
      const auto begin = static_cast<std::size_t>(word_ends_[static_cast<std::size_t>(word)]);
      const auto end = static_cast<std::size_t>(word_ends_[static_cast<std::size_t>(word) + 1]);
      for (std::size_t i = begin; i < end; ++i) {
        if (word_columns_[i] >= 0) visit(word_columns_[i], count);
      }
    });
  }

 private:
  static void read_padded(std::string_view word, const Symbols& symbols, SymbolRun& run);

  CharacterText text_;
  Vocabulary words_;
  std::vector<std::int32_t> counts_;   // By word, of the text at hand.
  std::vector<std::int32_t> counted_;  // Words of the text at hand.
  std::vector<std::int64_t> word_ends_ = {0};
  std::vector<std::int32_t> word_columns_;
};

}  // namespace broadsheet::terms
