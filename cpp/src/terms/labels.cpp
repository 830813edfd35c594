#include "broadsheet/terms/labels.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "broadsheet/require.hpp"

namespace broadsheet::terms {

Labels labels(const ColumnWords& columns, const Vocabulary& vocabulary) {
  Labels result;
  result.offsets.reserve(columns.indptr.size());
  for (std::size_t column = 0; column + 1 < columns.indptr.size(); ++column) {
    const auto begin = static_cast<std::size_t>(columns.indptr[column]);
    const auto end = static_cast<std::size_t>(columns.indptr[column + 1]);
    for (std::size_t place = begin; place < end; ++place) {
      if (place > begin) result.bytes += ' ';
      result.bytes += vocabulary.term(columns.words[place]);
    }
    result.offsets.push_back(std::ssize(result.bytes));
  }
  return result;
}

ColumnWords read_labels(const Labels& labels, const Vocabulary& vocabulary, std::int32_t lo,
                        std::int32_t hi) {
  ColumnWords result;
  for (std::int64_t i = 0; i < labels.size(); ++i) {
    std::string_view rest = labels.at(i);
    const bool is_one_word = hi == 1 && vocabulary.find(rest) >= 0;
    const std::ptrdiff_t n_words = is_one_word ? 1 : std::ranges::count(rest, ' ') + 1;
    require(n_words >= lo && n_words <= hi, "term ", i, " has ", n_words, " words: '", rest,
            "', but ngrams is (", lo, ", ", hi, ")");
    for (std::ptrdiff_t left = n_words; left > 1; --left) {
      const std::size_t space = rest.find(' ');
      result.words.push_back(vocabulary.find(rest.substr(0, space)));
      rest.remove_prefix(space + 1);
    }
    result.words.push_back(vocabulary.find(rest));
    result.indptr.push_back(std::ssize(result.words));
  }
  return result;
}

void require_joinable(const Vocabulary& vocabulary) {
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    const std::string_view term = vocabulary.term(id);
    const bool is_joinable =
        std::ranges::all_of(term, [](char byte) { return static_cast<unsigned char>(byte) > ' '; });
    require(is_joinable, "n-grams join words by a space, so no word may hold one: '", term, "'");
  }
}

}  // namespace broadsheet::terms
