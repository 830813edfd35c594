#include "character_text.hpp"

#include "fold.hpp"

namespace broadsheet::terms {

void CharacterText::read(std::string_view text) {
  fold_token(text,
             {.preset = Preset::kSklearn, .lowercase = rules_.lowercase, .accents = rules_.accents},
             folded_);
  folded_.append(kPadding, '\0');
}

void CharacterText::squeeze_spaces() {
  squeezed_.clear();
  const auto text = std::string_view(folded_).substr(0, folded_.size() - kPadding);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    std::size_t n_spaces = 0;
    while (at < text.size()) {
      const std::size_t length = python_space_length(text, at);
      if (length == 0) break;
      at += length;
      ++n_spaces;
    }
    squeezed_ += n_spaces > 1 ? " " : text.substr(begin, at - begin);
    const std::size_t word = at;
    while (at < text.size() && python_space_length(text, at) == 0) ++at;
    squeezed_ += text.substr(word, at - word);
  }
  squeezed_.append(kPadding, '\0');
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
