#include "broadsheet/text/normalization.hpp"

#include <numeric>

#include "ascii_run.hpp"
#include "normal_segment.hpp"
#include "tables/tables.hpp"

namespace broadsheet::text {
namespace {

/// Writes a text from pieces of the original and replacements for them.
class MappedTextWriter {
 public:
  explicit MappedTextWriter(std::string_view original) : original_(original) {
    mapped_.text.reserve(original.size());
  }

  void keep(Span span) {
    mapped_.text += slice(original_, span);
    if (is_moved_) append_range(span);
  }

  void replace(Span span, std::string_view replacement) {
    if (!is_moved_) {
      mapped_.starts.reserve(original_.size() + 1);
      append_range({0, span.begin});
    }
    is_moved_ = true;
    mapped_.text += replacement;
    mapped_.starts.insert(mapped_.starts.end(), replacement.size(), span.begin);
  }

  [[nodiscard]] MappedText finish() && {
    if (is_moved_) {
      mapped_.starts.push_back(static_cast<std::int64_t>(original_.size()));
      give_lost_beginning();
    }
    return std::move(mapped_);
  }

 private:
  void append_range(Span span) {
    const std::size_t n_before = mapped_.starts.size();
    mapped_.starts.resize(n_before + static_cast<std::size_t>(span.size()));
    std::iota(mapped_.starts.begin() + static_cast<std::ptrdiff_t>(n_before), mapped_.starts.end(),
              span.begin);
  }

  void give_lost_beginning() {
    if (mapped_.text.empty()) return;
    const std::int64_t first = mapped_.starts.front();
    for (std::int64_t& start : mapped_.starts) {
      if (start != first) break;
      start = 0;
    }
  }

  std::string_view original_;
  MappedText mapped_;
  bool is_moved_ = false;  // Until then each byte is at its own place.
};

/// The same without the way back, to the end of another text.
class TextWriter {
 public:
  TextWriter(std::string& out, std::string_view original) : out_(out), original_(original) {}

  void keep(Span span) { out_ += slice(original_, span); }
  void replace(Span, std::string_view replacement) { out_ += replacement; }

 private:
  std::string& out_;
  std::string_view original_;
};

/// Walks over a text and rewrites the segments that are not as a rule wants them.
class Normalizer {
 public:
  Normalizer(std::string_view text, FormRule rule)
      : text_(text), size_(static_cast<std::int64_t>(text.size())), rule_(rule) {}

  /// The start of the first segment at or after the boundary `at` that is not surely normal, or
  /// the size of the text.
  [[nodiscard]] std::int64_t find_suspect(std::int64_t at) const {
    std::int64_t segment = at;
    int last_class = 0;
    while (at < size_) {
      const std::size_t ascii_end = ascii_run_end(text_, static_cast<std::size_t>(at));
      if (const auto end = static_cast<std::int64_t>(ascii_end); end > at) {
        segment = end - 1;
        last_class = 0;
        at = end;
        continue;
      }
      const CodePoint code_point = decode(text_, at);
      const unsigned flags = tables::normal_class(code_point.value);
      const int combining_class = static_cast<int>(flags & tables::kCombiningClass);
      if ((flags & rule_.joins_before) == 0) segment = at;
      const bool is_out_of_order = combining_class != 0 && combining_class < last_class;
      const bool is_dropped = rule_.dropped == Dropped::kBeyondAscii;
      if ((flags & rule_.may_change) != 0 || is_out_of_order || is_dropped) return segment;
      last_class = combining_class;
      at += code_point.length;
    }
    return size_;
  }

  [[nodiscard]] MappedText map() const {
    MappedTextWriter writer(text_);
    write(writer);
    return std::move(writer).finish();
  }

  void append_to(std::string& out) const {
    TextWriter writer(out, text_);
    write(writer);
  }

 private:
  template <typename Writer>
  void write(Writer& writer) const {
    std::int64_t begin = find_suspect(0);
    if (begin == size_) return writer.keep({0, begin});
    NormalSegment segment(rule_);
    for (std::int64_t at = 0; at < size_; begin = find_suspect(at)) {
      writer.keep({at, begin});
      if (begin == size_) break;
      at = segment_end(begin);
      const std::string_view before = slice(text_, {begin, at});
      const std::string_view after = segment.normalize(before);
      if (before == after) {
        writer.keep({begin, at});
      } else {
        writer.replace({begin, at}, after);
      }
    }
  }

  [[nodiscard]] std::int64_t segment_end(std::int64_t at) const {
    at += decode(text_, at).length;
    while (at < size_) {
      const CodePoint code_point = decode(text_, at);
      if ((tables::normal_class(code_point.value) & rule_.joins_before) == 0) break;
      at += code_point.length;
    }
    return at;
  }

  std::string_view text_;
  std::int64_t size_;
  FormRule rule_;
};

}  // namespace

MappedText normalize(std::string_view text, NormalForm form) {
  return Normalizer(text, rule_of(form)).map();
}

MappedText strip_accents(std::string_view text) {
  return Normalizer(text, rule_of_dropping(Dropped::kNonspacing)).map();
}

MappedText strip_combining(std::string_view text) {
  return Normalizer(text, rule_of_dropping(Dropped::kCombining)).map();
}

MappedText keep_ascii(std::string_view text) {
  return Normalizer(text, rule_of_dropping(Dropped::kBeyondAscii)).map();
}

void append_normal(std::string& out, std::string_view text, NormalForm form) {
  Normalizer(text, rule_of(form)).append_to(out);
}

void append_without_accents(std::string& out, std::string_view text) {
  Normalizer(text, rule_of_dropping(Dropped::kNonspacing)).append_to(out);
}

void append_without_combining(std::string& out, std::string_view text) {
  Normalizer(text, rule_of_dropping(Dropped::kCombining)).append_to(out);
}

void append_ascii(std::string& out, std::string_view text) {
  Normalizer(text, rule_of_dropping(Dropped::kBeyondAscii)).append_to(out);
}

bool is_inert(char32_t value, NormalForm form) {
  const unsigned may_move = rule_of(form).may_change | tables::kCombiningClass;
  return (tables::normal_class(value) & may_move) == 0;
}

bool is_surely_nfc(std::string_view text) {
  const std::int64_t suspect = Normalizer(text, rule_of(NormalForm::kNfc)).find_suspect(0);
  return suspect == static_cast<std::int64_t>(text.size());
}

}  // namespace broadsheet::text
