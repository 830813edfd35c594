#include "symbol_text.hpp"

#include <cstddef>

#include "broadsheet/text/utf8.hpp"
#include "fold.hpp"
#include "python_space.hpp"

namespace broadsheet::terms {
namespace {

/// Writes entries as symbols, one space for two or more white spaces.
class RunWriter {
 public:
  RunWriter(std::uint32_t* to, std::uint32_t space) : begin_(to), to_(to), space_(space) {}

  void write(std::uint32_t symbol, bool is_space) {
    if (is_space && is_after_space_) {
      to_[-1] = space_;
      return;
    }
    *to_++ = symbol;
    is_after_space_ = is_space;
  }

  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(to_ - begin_); }

 private:
  std::uint32_t* begin_;
  std::uint32_t* to_;
  std::uint32_t space_;
  bool is_after_space_ = false;
};

}  // namespace

SymbolText::SymbolText(const CharacterNgramRules& rules, const Symbols& symbols)
    : rules_(rules), symbols_(symbols) {
  for (char32_t value = 0; value < ascii_.size(); ++value) {
    const bool is_folded = rules.lowercase && 'A' <= value && value <= 'Z';
    ascii_[value] = entry_of(is_folded ? value + ('a' - 'A') : value);
  }
}

SymbolText::Entry SymbolText::entry_of(char32_t value) const {
  return symbols_.number(value) | (is_python_space(value) ? kSpace : 0);
}

std::span<const std::uint32_t> SymbolText::read(std::string_view text) {
  const bool is_ascii = text::is_ascii(text);
  if (!is_ascii) {
    fold_token(
        text,
        {.preset = Preset::kSklearn, .lowercase = rules_.lowercase, .accents = rules_.accents},
        folded_);
    text = folded_;
  }
  if (run_.size() < text.size()) run_.resize(text.size());
  RunWriter run(run_.data(), ascii_[' '] & ~kSpace);
  if (is_ascii) {
    for (const char byte : text) {
      const Entry entry = ascii_[static_cast<unsigned char>(byte)];
      run.write(entry & ~kSpace, (entry & kSpace) != 0);
    }
  } else {
    for (std::int64_t at = 0; at < std::ssize(text);) {
      const auto [value, length] = text::decode(text, at);
      const Entry entry = entry_of(value);
      run.write(entry & ~kSpace, (entry & kSpace) != 0);
      at += length;
    }
  }
  return std::span(run_).first(run.size());
}

}  // namespace broadsheet::terms
