#include "broadsheet/statistics/text_counts.hpp"

#include <cstdint>

#include "broadsheet/article/zones.hpp"
#include "broadsheet/statistics/syllables.hpp"
#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/span.hpp"
#include "broadsheet/text/utf8.hpp"
#include "broadsheet/text/words.hpp"

namespace broadsheet::statistics {
namespace {

using Row = std::array<std::int64_t, kNCountedInTexts>;

std::int64_t& at(Row& row, TextCount count) {
  return row[static_cast<std::size_t>(count)];
}

std::int64_t count_letters(std::string_view word) {
  std::int64_t n_letters = 0;
  for (std::int64_t place = 0; place < std::ssize(word);) {
    const text::CodePoint point = text::decode(word, place);
    n_letters += text::is_letter(point.value) || text::is_decimal(point.value);
    place += point.length;
  }
  return n_letters;
}

void add_sentence(std::string_view sentence, Row& row) {
  constexpr std::int64_t kLong = 7;
  constexpr std::int64_t kPolysyllabic = 3;
  const std::int64_t n_before = at(row, TextCount::kWords);
  for (std::int64_t begin = 0; begin < std::ssize(sentence);) {
    const std::int64_t end = text::next_word(sentence, begin);
    const std::string_view word = text::slice(sentence, {begin, end});
    begin = end;
    const std::int64_t n_letters = count_letters(word);
    if (n_letters == 0) continue;
    const std::int64_t n_syllables = count_syllables(word);
    at(row, TextCount::kWords) += 1;
    at(row, TextCount::kLetters) += n_letters;
    at(row, TextCount::kSyllables) += n_syllables;
    at(row, TextCount::kPolysyllables) += n_syllables >= kPolysyllabic;
    at(row, TextCount::kLongWords) += n_letters >= kLong;
  }
  at(row, TextCount::kSentences) += at(row, TextCount::kWords) > n_before;
}

Row counts_of(std::string_view text, const article::Zones& zones) {
  Row row{};
  for (const text::Span sentence : zones.sentences) add_sentence(text::slice(text, sentence), row);
  return row;
}

}  // namespace

TextCounts text_counts(std::span<const std::string_view> texts, const article::ZoneSource& source,
                       const parallel::LoopOptions& loop) {
  check(source, texts.size());
  TextCounts counts;
  counts.fill(std::vector<double>(texts.size()));
  parallel::for_each_chunk(std::ssize(texts), loop, [&](const parallel::Chunk& chunk) {
    const auto end = static_cast<std::size_t>(chunk.end);
    for (auto i = static_cast<std::size_t>(chunk.begin); i < end; ++i) {
      const Row row = counts_of(texts[i], article::find_zones(texts[i], source, i));
      for (std::size_t k = 0; k < kNCountedInTexts; ++k) {
        counts[k][i] = static_cast<double>(row[k]);
      }
    }
  });
  return counts;
}

}  // namespace broadsheet::statistics
