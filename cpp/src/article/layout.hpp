#pragma once

#include <string_view>
#include <vector>

#include "broadsheet/text/span.hpp"

namespace broadsheet::article {

/// A paragraph as the layout shows it, be it headline or body.
struct Block {
  text::Span span;  ///< From its first to its last character that is not blank; over lines.
  int n_lines = 1;
  bool follows_blank_line = false;
};

/// The blocks of `within`, in order.
///
/// A blank line ends a block, and so does each line of a text whose lines are whole paragraphs. In
/// a text that is wrapped at some width, lines run on until one that is indented, or one that is
/// short and ends a sentence.
[[nodiscard]] std::vector<Block> find_blocks(std::string_view text, text::Span within);

}  // namespace broadsheet::article
