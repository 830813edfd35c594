#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "broadsheet/terms/vocabulary.hpp"
#include "int_blocks.hpp"
#include "packed_cells.hpp"
#include "symbol_text.hpp"
#include "unit_columns.hpp"
#include "unit_numbers.hpp"
#include "word_tally.hpp"

namespace broadsheet::terms {

/// Counts the units of texts as one run each, in numbers of its own.
template <typename Keys, typename Numbers>
class RunCounter {
 public:
  using Key = typename Keys::Key;

  RunCounter(const CharacterNgramRules& rules, const Symbols& symbols, Numbers numbers)
      : text_(rules, symbols), keys_(rules, symbols.n_bits()), numbers_(std::move(numbers)) {}

  PackedCells count(std::string_view text, IntBlocks& memory) {
    const auto run = text_.read(text);
    units_.resize(run.size());
    auto* to = units_.data();
    keys_.for_each_unit(run, [&to](const Key& unit) { *to++ = unit; });
    const auto n_units = static_cast<std::size_t>(to - units_.data());
    numbers_.add(std::span(units_).first(n_units));
    return {memory, n_units, [this](const auto& visit) { numbers_.drain(visit); }};
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
  void for_each_cell(const PackedCells& row, const Visit& visit) const {
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
  explicit WordCounter(const CharacterNgramRules& rules) : tally_(rules) {}

  PackedCells count(std::string_view text, IntBlocks& memory) {
    const std::size_t n_words = tally_.count(text);
    return {memory, n_words, [this](const auto& visit) { tally_.drain(visit); }};
  }

  [[nodiscard]] const Vocabulary& words() const { return tally_.words(); }

  /// Takes the units of all words, and lists them by key.
  template <typename Keys, typename Numbers>
  NumberedKeys<typename Keys::Key> number_units(Keys keys, const Symbols& symbols,
                                                Numbers& numbers) {
    SymbolRun run;
    for (std::int32_t word = 0; word < words().size(); ++word) {
      read_padded(words().term(word), symbols, run);
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
  void for_each_cell(const PackedCells& row, const Visit& visit) const {
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

  WordTally tally_;
  std::vector<std::int64_t> word_ends_ = {0};
  std::vector<std::int32_t> word_columns_;
};

}  // namespace broadsheet::terms
