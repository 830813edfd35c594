#include "character_text.hpp"

#include <cstdint>

#include "broadsheet/text/utf8.hpp"
#include "fold.hpp"
#include "python_space.hpp"

namespace broadsheet::terms {
void CharacterText::read(std::string_view text) {
  fold_token(text,
             {.preset = Preset::kSklearn, .lowercase = rules_.lowercase, .accents = rules_.accents},
             folded_);
  squeeze_spaces();
}

void CharacterText::squeeze_spaces() {
  text_.clear();
  if (rules_.within_words) text_ += ' ';
  const auto size = static_cast<std::int64_t>(folded_.size());
  for (std::int64_t at = 0; at < size;) {
    std::int64_t end = at;
    std::int64_t n_spaces = 0;
    while (end < size) {
      const auto [value, length] = text::decode(folded_, end);
      if (!is_python_space(value)) break;
      end += length;
      ++n_spaces;
    }
    if (n_spaces == 0) {
      const std::int64_t next = at + text::decode(folded_, at).length;
      text_ += text::slice(folded_, {at, next});
      at = next;
      continue;
    }
    const bool is_plain = n_spaces > 1 || rules_.within_words;
    const bool is_first = rules_.within_words && text_.size() == 1;
    if (!is_first) text_ += is_plain ? std::string_view(" ") : text::slice(folded_, {at, end});
    at = end;
  }
  if (rules_.within_words && text_.back() != ' ') text_ += ' ';
}

void CharacterText::find_edges(std::string_view run) {
  edges_.clear();
  for (std::size_t at = 0; at < run.size(); ++at) {
    const bool is_tail = (static_cast<unsigned char>(run[at]) & 0xC0) == 0x80;
    if (!is_tail) edges_.push_back(at);
  }
  edges_.push_back(run.size());
}

}  // namespace broadsheet::terms
