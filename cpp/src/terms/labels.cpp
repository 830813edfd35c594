#include "broadsheet/terms/labels.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <span>

#include "broadsheet/require.hpp"

namespace broadsheet::terms {

Labels labels(const ColumnWords& columns, const Vocabulary& vocabulary,
              const parallel::LoopOptions& loop) {
  Labels result;
  result.offsets.resize(columns.indptr.size());
  const auto for_each_column = [&](const auto& visit) {
    parallel::for_each_chunk(result.size(), loop, [&](const parallel::Chunk& chunk) {
      for (auto column = static_cast<std::size_t>(chunk.begin);
           column < static_cast<std::size_t>(chunk.end); ++column) {
        const auto begin = static_cast<std::size_t>(columns.indptr[column]);
        const auto end = static_cast<std::size_t>(columns.indptr[column + 1]);
        visit(column, std::span(columns.words).subspan(begin, end - begin));
      }
    });
  };
  for_each_column([&](std::size_t column, std::span<const std::int32_t> words) {
    std::size_t n_bytes = words.size() - 1;  // The spaces.
    for (const std::int32_t word : words) n_bytes += vocabulary.term(word).size();
    result.offsets[column + 1] = static_cast<std::int64_t>(n_bytes);
  });
  std::partial_sum(result.offsets.begin(), result.offsets.end(), result.offsets.begin());
  result.bytes.resize(static_cast<std::size_t>(result.offsets.back()));
  for_each_column([&](std::size_t column, std::span<const std::int32_t> words) {
    char* place = result.bytes.data() + result.offsets[column];
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) *place++ = ' ';
      place = std::ranges::copy(vocabulary.term(words[i]), place).out;
    }
  });
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
