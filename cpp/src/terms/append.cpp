#include "append.hpp"

#include <array>

#include "byte_tile.hpp"
#include "word_runs.hpp"

namespace broadsheet::terms {
namespace {

// A joiner is hard between two words only; whether it joins them is for the slow path to say.
constexpr ByteClasses kNewsBytes{.hard = {'_', '@', '#', '$', '%', '&', '/', '_'},
                                 .joiners = {'\'', '.', ',', ';', ':', '-', '\'', '\''}};
constexpr ByteClasses kUnicodeBytes{.hard = {'_', '_', '_', '_', '_', '_', '_', '_'},
                                    .joiners = {'\'', '.', ',', ';', ':', ':', ':', ':'}};
// Nothing of ASCII is hard, and that all others are is said elsewhere.
// A byte that is not ASCII is hard anyhow, so it fills the places that nothing takes.
constexpr char kNone = '\x80';
constexpr std::array<char, 8> kNothing{kNone, kNone, kNone, kNone, kNone, kNone, kNone, kNone};
constexpr ByteClasses kSklearnBytes{.hard = kNothing, .joiners = kNothing, .has_low_line = true};

const ByteClasses& classes_of(Preset preset) {
  if (preset == Preset::kNews) return kNewsBytes;
  return preset == Preset::kUnicode ? kUnicodeBytes : kSklearnBytes;
}

}  // namespace

void Appender::append(std::string_view text) {
  // Marks of punctuation are not on the fast path: they are all edges, and few ask for them.
  if (options_.punctuation) {
    for (text::Span stretch = next_stretch(text, 0); !stretch.is_empty();
         stretch = next_stretch(text, stretch.end)) {
      append_by_rules(text, stretch);
    }
    queue_.flush();
    return;
  }
  const ByteClasses& classes = classes_of(options_.preset);
  const WordKinds& kinds = WordKinds::of(options_);
  const std::int64_t min_length = options_.preset == Preset::kSklearn ? options_.min_length : 1;
  WordRuns runs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t n_bytes = runs.fill(text.substr(at), classes, kinds, options_.lowercase);
    if (n_bytes == 0) {
      const text::Span stretch = next_stretch(text, static_cast<std::int64_t>(at));
      append_stretch(text, stretch);
      at = static_cast<std::size_t>(stretch.end);
      continue;
    }
    runs.for_each(
        [&](std::string_view word) {
          const bool is_long = static_cast<std::int64_t>(word.size()) >= min_length;
          if (is_long && (runs.is_ascii() || has_length(word, min_length))) queue_.push(word);
        },
        [&](std::size_t begin, std::size_t end) {
          append_stretch(
              text, {static_cast<std::int64_t>(at + begin), static_cast<std::int64_t>(at + end)});
        });
    queue_.flush();
    at += n_bytes;
  }
  queue_.flush();
}

void Appender::append_stretch(std::string_view text, text::Span stretch) {
  while (!stretch.is_empty()) {
    const text::Span hard = easy_words_.queue(text, stretch);
    append_by_rules(text, hard);
    stretch.begin = hard.end;
  }
}

void Appender::append_by_rules(std::string_view text, text::Span stretch) {
  segments_.clear();
  if (options_.preset == Preset::kSklearn) {
    folder_.fold(text::slice(text, stretch), folded_);
    scan_sklearn(folded_, options_.min_length, segments_);
    for (const Segment& segment : segments_) {
      queue_.push_copy(text::slice(folded_, segment.span));
    }
    return;
  }
  scan(text, stretch, options_, segments_);
  for (const Segment& segment : segments_) {
    if (!is_token(segment, options_)) continue;
    folder_.fold(text::slice(text, segment.span), folded_);
    if (!folded_.empty()) queue_.push_copy(folded_);
  }
}

}  // namespace broadsheet::terms
