#include "broadsheet/terms/characters.hpp"

#include <cstdint>
#include <string>

#include "broadsheet/text/utf8.hpp"
#include "fold.hpp"
#include "python_space.hpp"

namespace broadsheet::terms {

void read_characters(std::string_view text, const CharacterOptions& options,
                     std::vector<char32_t>& characters) {
  characters.clear();
  std::string folded;
  fold_token(
      text,
      {.preset = Preset::kSklearn, .lowercase = options.lowercase, .accents = options.accents},
      folded);
  bool is_between = false;
  for (std::int64_t at = 0; at < std::ssize(folded);) {
    const text::CodePoint next = text::decode(folded, at);
    at += next.length;
    if (is_python_space(next.value)) {
      is_between = !characters.empty();
      continue;
    }
    if (is_between) characters.push_back(U' ');
    is_between = false;
    characters.push_back(next.value);
  }
}

}  // namespace broadsheet::terms
