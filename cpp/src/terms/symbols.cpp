#include "symbols.hpp"

#include <bit>
#include <string>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/text/utf8.hpp"
#include "fold.hpp"

namespace broadsheet::terms {
namespace {

constexpr char32_t kCapitalSigma = 0x3A3;
constexpr char32_t kFinalSigma = 0x3C2;

/// Adds what a code point may become. What a text becomes is that of its code points one by one,
/// in another order perhaps, but for the sigma at the end of a word.
void insert_folded(char32_t value, const TokenizerOptions& options, std::string& folded,
                   CodePointSet& found) {
  std::string text;
  text::append_utf8(text, value);
  fold_token(text, options, folded);
  found.insert_all(folded);
  if (value == kCapitalSigma) found.insert(kFinalSigma);
}

bool has_rare_control(std::string_view text) {
  unsigned n_rare = 0;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    n_rare += (value < ' ' && value != '\n' && value != '\r' && value != '\t') || value == 0x7F;
  }
  return n_rare != 0;
}

}  // namespace

void CodePointSet::insert_all(std::string_view text) {
  for (std::int64_t at = 0; at < std::ssize(text);) {
    const auto [value, length] = text::decode(text, at);
    insert(value);
    at += length;
  }
}

void CodePointSet::insert_all(const CodePointSet& other) {
  for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
}

CodePointSet find_folded(std::span<const std::string_view> texts, const CharacterNgramRules& rules,
                         const parallel::LoopOptions& loop) {
  parallel::Scratch<CodePointSet> sets([] {
    // To look for each of these in ASCII would take longer than to number all.
    CodePointSet set;
    for (const char32_t value : {U'\t', U'\n', U'\r'}) set.insert(value);
    for (char32_t value = ' '; value < 0x7F; ++value) set.insert(value);
    return set;
  });
  parallel::for_each_chunk(std::ssize(texts), loop, [&](const parallel::Chunk& chunk) {
    sets.with([&](CodePointSet& set) {
      for (std::int64_t i = chunk.begin; i < chunk.end; ++i) {
        const std::string_view text = texts[static_cast<std::size_t>(i)];
        if (!text::is_ascii(text) || has_rare_control(text)) set.insert_all(text);
      }
    });
  });
  CodePointSet found;
  sets.for_each([&](const CodePointSet& set) { found.insert_all(set); });
  CodePointSet folded;
  const TokenizerOptions options{
      .preset = Preset::kSklearn, .lowercase = rules.lowercase, .accents = rules.accents};
  std::string room;
  found.for_each([&](char32_t value) { insert_folded(value, options, room, folded); });
  folded.insert(' ');
  return folded;
}

Symbols::Symbols(const CodePointSet& code_points) : numbers_(0x100) {
  code_points.for_each([this](char32_t value) {
    std::uint32_t& page = pages_[value >> 8];
    if (page == 0) {
      page = static_cast<std::uint32_t>(numbers_.size());
      numbers_.resize(numbers_.size() + 0x100);
    }
    values_.push_back(value);
    numbers_[page + (value & 0xFF)] = static_cast<std::uint32_t>(values_.size());
  });
  n_bits_ = static_cast<int>(std::bit_width(values_.size()));
}

}  // namespace broadsheet::terms
