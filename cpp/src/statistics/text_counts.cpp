#include "broadsheet/statistics/text_counts.hpp"

#include <cstdint>

#include "broadsheet/article/zones.hpp"
#include "broadsheet/statistics/syllables.hpp"
#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/span.hpp"
#include "broadsheet/text/utf8.hpp"
#include "broadsheet/text/words.hpp"
#include "sentence_edges.hpp"

namespace broadsheet::statistics {
namespace {

using text::Span;
using Row = std::array<std::int64_t, kNTextCounts>;

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

void add_sentence(std::string_view sentence, const FamiliarWords* familiar_words, Row& row) {
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
    const bool is_unfamiliar = familiar_words != nullptr && !familiar_words->contains(word);
    at(row, TextCount::kUnfamiliarWords) += is_unfamiliar;
  }
  at(row, TextCount::kSentences) += at(row, TextCount::kWords) > n_before;
}

/// What is read of a text, sentence by sentence.
std::vector<Span> sentences_of(std::string_view text, const article::Zones& zones,
                               std::optional<article::Zone> zone) {
  if (zone == article::Zone::kBody) return zones.sentences;
  if (zone) return spans_of(zones, *zone);
  std::vector<Span> sentences;
  std::int64_t begin = 0;
  for (const std::int64_t edge : sentence_edges(zones)) {
    sentences.push_back({begin, edge});
    begin = edge;
  }
  sentences.push_back({begin, std::ssize(text)});
  return sentences;
}

}  // namespace

TextCounts text_counts(std::span<const std::string_view> texts, const article::ZoneSource& source,
                       const TextCountOptions& options) {
  check(source, texts.size());
  TextCounts counts;
  counts.fill(std::vector<double>(texts.size()));
  if (options.familiar_words == nullptr) counts.back().clear();
  parallel::for_each_chunk(std::ssize(texts), options.loop, [&](const parallel::Chunk& chunk) {
    const auto end = static_cast<std::size_t>(chunk.end);
    for (auto i = static_cast<std::size_t>(chunk.begin); i < end; ++i) {
      const auto zones = article::find_zones(texts[i], source, i);
      Row row{};
      for (const Span sentence : sentences_of(texts[i], zones, options.zone)) {
        add_sentence(text::slice(texts[i], sentence), options.familiar_words, row);
      }
      for (std::size_t k = 0; k < kNTextCounts; ++k) {
        if (!counts[k].empty()) counts[k][i] = static_cast<double>(row[k]);
      }
    }
  });
  return counts;
}

}  // namespace broadsheet::statistics
