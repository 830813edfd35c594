#include "symbol_text.hpp"

#include "broadsheet/text/utf8.hpp"
#include "fold.hpp"
#include "python_space.hpp"

namespace broadsheet::terms {

SymbolText::SymbolText(const CharacterNgramRules& rules, const Symbols& symbols)
    : rules_(rules), symbols_(symbols), space_(symbols.number(' ')) {
  for (std::size_t byte = 0; byte < ascii_.size(); ++byte) {
    const bool is_capital = 'A' <= byte && byte <= 'Z';
    ascii_[byte] = symbols.number(
        static_cast<char32_t>(is_capital && rules.lowercase ? byte + ('a' - 'A') : byte));
  }
}

std::span<const std::uint32_t> SymbolText::read(std::string_view text) {
  n_ = 0;
  is_after_space_ = false;
  if (text::is_ascii(text)) {
    if (run_.size() < text.size()) run_.resize(text.size());
    for (const char byte : text) {
      append(ascii_[static_cast<unsigned char>(byte)], is_ascii_python_space(byte));
    }
    return std::span(run_).first(n_);
  }
  fold_token(text,
             {.preset = Preset::kSklearn, .lowercase = rules_.lowercase, .accents = rules_.accents},
             folded_);
  if (run_.size() < folded_.size()) run_.resize(folded_.size());
  for (std::int64_t at = 0; at < std::ssize(folded_);) {
    const auto [value, length] = text::decode(folded_, at);
    append(symbols_.number(value), is_python_space(value));
    at += length;
  }
  return std::span(run_).first(n_);
}

}  // namespace broadsheet::terms
