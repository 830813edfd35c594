#include "layout.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "abbreviations.hpp"
#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"
#include "characters.hpp"
#include "front_matter.hpp"

namespace broadsheet::article {
namespace {

using text::Span;

// Nobody sets running text in lines narrower or wider than this, in columns.
constexpr std::int64_t kMinWrapWidth = 40;
constexpr std::int64_t kMaxWrapWidth = 120;
constexpr int kMinIndent = 2;
constexpr int kMinGap = 16;  // Blanks within a line that set apart what they stand between.

struct Line {
  Span span;  // Without blank characters at its edges.
  int indent = 0;
  bool follows_blank_line = false;
  std::int64_t width = 0;  // Code points, with the indent.
  std::int64_t first_word_width = 0;
  bool ends_sentence = false;
  bool begins_lower = false;
  bool is_end_mark = false;
  bool awaits_name = false;  // Ends in "Sen."
};

bool is_line_end(char32_t value) {
  if (value >= 0x20 && value < 0x85) return false;
  return value == '\n' || value == '\r' || value == 0x0B || value == 0x0C || value == 0x85 ||
         value == 0x2028 || value == 0x2029;
}

int columns_of(char32_t blank) {
  if (blank == ' ') return 1;
  if (blank == '\t') return 4;
  if (blank == 0x3000) return 2;  // Ideographic space.
  return text::is_space(blank) ? 1 : 0;
}

Line read_line(std::string_view text, Span whole) {
  Line line{.span = trim(text, whole)};
  for (std::int64_t at = whole.begin; at < line.span.begin;) {
    const auto point = decode_at(text, at);
    line.indent += columns_of(point.value);
    at += point.length;
  }
  if (line.span.is_empty()) return line;
  const auto content = text::slice(text, line.span);
  line.width = line.indent + text::count_code_points(content);
  line.first_word_width = text::count_code_points(content.substr(0, content.find(' ')));
  line.ends_sentence = is_terminal(last_before_closers(content));
  line.begins_lower = text::is_lower(text::decode(content, 0).value);
  line.is_end_mark = is_end_mark(content);
  line.awaits_name = ends_in_title(content);
  return line;
}

// Where a line ends and where the next begins.
struct LineEdge {
  std::int64_t end = 0;
  std::int64_t next = 0;
  bool is_gap = false;
};

// The end of the line that begins at `begin`: a line feed, or a run of blanks too wide to be one
// of the spaces within a sentence.
LineEdge find_line_end(std::string_view text, std::int64_t begin, std::int64_t limit) {
  bool is_blank_so_far = true;
  int n_blanks = 0;
  std::int64_t content_end = begin;
  for (std::int64_t at = begin; at < limit;) {
    const auto point = decode_at(text, at);
    const std::int64_t next = at + point.length;
    if (is_line_end(point.value)) {
      const bool is_crlf =
          point.value == '\r' && next < limit && text[static_cast<std::size_t>(next)] == '\n';
      return {.end = at, .next = next + (is_crlf ? 1 : 0)};
    }
    if (is_blank(point.value)) {
      n_blanks += columns_of(point.value);
    } else {
      if (n_blanks >= kMinGap && !is_blank_so_far) {
        return {.end = content_end, .next = at, .is_gap = true};
      }
      is_blank_so_far = false;
      n_blanks = 0;
      content_end = next;
    }
    at = next;
  }
  return {.end = limit, .next = limit};
}

std::vector<Line> read_lines(std::string_view text, Span within) {
  std::vector<Line> lines;
  bool follows_blank_line = false;
  for (std::int64_t begin = within.begin; begin < within.end;) {
    const LineEdge edge = find_line_end(text, begin, within.end);
    Line line = read_line(text, {begin, edge.end});
    begin = edge.next;
    if (line.span.is_empty()) {
      follows_blank_line = true;
      continue;
    }
    line.follows_blank_line = follows_blank_line;
    follows_blank_line = edge.is_gap;
    lines.push_back(line);
  }
  return lines;
}

class Layout {
 public:
  explicit Layout(std::vector<Line> lines) : lines_(std::move(lines)) {
    find_margin();
    find_width();
  }

  std::vector<Block> blocks() const {
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (i > 0 && runs_on(i - 1)) {
        blocks.back().span.end = lines_[i].span.end;
        ++blocks.back().n_lines;
      } else {
        blocks.push_back(
            {.span = lines_[i].span, .follows_blank_line = lines_[i].follows_blank_line});
      }
    }
    return blocks;
  }

 private:
  // Where the next line could belong to the same paragraph: neither apart nor indented.
  bool is_adjacent(std::size_t i) const {
    return i + 1 < lines_.size() && !lines_[i + 1].follows_blank_line &&
           lines_[i + 1].indent < margin_ + kMinIndent;
  }

  bool is_full(std::size_t i, std::int64_t width) const {
    return lines_[i].width + 1 + lines_[i + 1].first_word_width > width;
  }

  // The indent of the lines that have least of it.
  void find_margin() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      margin_ = i == 0 ? lines_[i].indent : std::min(margin_, lines_[i].indent);
    }
  }

  // A text is wrapped if most lines that another follows break off within a sentence, for want of
  // room for the next word. `width_` stays 0 in any other.
  void find_width() {
    std::int64_t n_pairs = 0;
    std::vector<std::size_t> broken_off;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!is_adjacent(i)) continue;
      ++n_pairs;
      if (!lines_[i].ends_sentence && lines_[i].width <= kMaxWrapWidth) broken_off.push_back(i);
    }
    const auto n_broken_off = static_cast<std::int64_t>(broken_off.size());
    if (n_broken_off == 0 || 2 * n_broken_off <= n_pairs) return;
    const auto width = usual_width(broken_off);
    const auto count = [&](auto holds) {
      return std::count_if(broken_off.begin(), broken_off.end(), holds);
    };
    const auto n_full = count([&](std::size_t i) { return is_full(i, width); });
    const auto n_within_sentence = count([&](std::size_t i) {
      return lines_[i + 1].begins_lower || lines_[i].indent >= margin_ + kMinIndent;
    });
    if (width >= kMinWrapWidth && n_within_sentence > 0 && 2 * n_full > n_broken_off) {
      width_ = width;
    }
  }

  // What nine of ten lines do not pass: one long line is no measure.
  std::int64_t usual_width(const std::vector<std::size_t>& rows) const {
    std::vector<std::int64_t> widths;
    for (const auto row : rows) widths.push_back(lines_[row].width);
    const auto tenth = static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
    std::nth_element(widths.begin(), widths.begin() + tenth, widths.end());
    return widths[static_cast<std::size_t>(tenth)];
  }

  bool runs_on(std::size_t i) const {
    if (lines_[i].awaits_name && !lines_[i + 1].follows_blank_line) return true;
    if (width_ == 0 || !is_adjacent(i) || lines_[i + 1].is_end_mark) return false;
    const Line& line = lines_[i];
    if (is_full(i, width_)) return true;
    return !line.ends_sentence && lines_[i + 1].begins_lower;
  }

  std::vector<Line> lines_;
  int margin_ = 0;
  std::int64_t width_ = 0;
};

}  // namespace

std::vector<Block> find_blocks(std::string_view text, Span within) {
  return Layout(read_lines(text, within)).blocks();
}

}  // namespace broadsheet::article
