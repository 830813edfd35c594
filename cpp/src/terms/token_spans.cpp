#include "broadsheet/terms/token_spans.hpp"

#include <cstddef>
#include <string>

#include "broadsheet/text/utf8.hpp"
#include "fold.hpp"
#include "segments.hpp"

namespace broadsheet::terms {
namespace {

class SpanFinder {
 public:
  SpanFinder(std::string_view text, const Tokenizer& tokenizer)
      : text_(text), tokenizer_(tokenizer), options_(tokenizer.options()) {}

  void append(text::Span zone, std::vector<text::Span>& spans) {
    const std::string_view text = text::slice(text_, zone);
    if (options_.preset == Preset::kSklearn) {
      for (const Token& token : tokenizer_.explain(text)) append(zone, token.span, spans);
      return;
    }
    for (text::Span stretch = next_stretch(text, 0); !stretch.is_empty();
         stretch = next_stretch(text, stretch.end)) {
      segments_.clear();
      scan(text, stretch, options_, segments_);
      for (const Segment& segment : segments_) {
        if (is_token(segment, options_) && has_term(text::slice(text, segment.span))) {
          append(zone, segment.span, spans);
        }
      }
    }
  }

 private:
  static void append(text::Span zone, text::Span span, std::vector<text::Span>& spans) {
    spans.push_back({zone.begin + span.begin, zone.begin + span.end});
  }

  /// Nothing of ASCII is left out of terms, so most need not be folded.
  bool has_term(std::string_view segment) {
    if (text::is_ascii(segment)) return true;
    folded_.clear();
    fold_token(segment, options_, folded_);
    return !folded_.empty();
  }

  std::string_view text_;
  const Tokenizer& tokenizer_;
  const TokenizerOptions& options_;
  std::vector<Segment> segments_;
  std::string folded_;
};

}  // namespace

std::vector<text::Span> token_spans(std::string_view text, const Tokenizer& tokenizer,
                                    const SpansView* zones, std::int64_t row) {
  std::vector<text::Span> spans;
  SpanFinder finder(text, tokenizer);
  if (zones == nullptr) {
    finder.append({0, static_cast<std::int64_t>(text.size())}, spans);
    return spans;
  }
  const auto at = static_cast<std::size_t>(row);
  for (std::int64_t i = zones->indptr[at]; i < zones->indptr[at + 1]; ++i) {
    finder.append(zones->spans[static_cast<std::size_t>(i)], spans);
  }
  return spans;
}

}  // namespace broadsheet::terms
