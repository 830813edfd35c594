#include "broadsheet/text/code_point_set.hpp"

#include "ascii_run.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::text {

CodePointSet::CodePointSet(std::span<const std::uint32_t> members)
    : members_(std::make_unique<std::bitset<0x110000>>()) {
  for (const std::uint32_t member : members) {
    require(0x80 <= member && member < members_->size(),
            "members must be code points beyond ASCII, not ", member);
    members_->set(member);
  }
}

std::int64_t CodePointSet::find(std::string_view text) const {
  for (std::size_t at = 0; at < text.size();) {
    at = ascii_run_end(text, at);
    if (at == text.size()) break;
    const auto place = static_cast<std::int64_t>(at);
    const CodePoint code_point = decode(text, place);
    if (has(code_point.value)) return place;
    at += static_cast<std::size_t>(code_point.length);
  }
  return -1;
}

std::vector<std::int64_t> find_in_texts(const Texts& texts, const CodePointSet& members,
                                        const parallel::LoopOptions& loop) {
  std::vector<std::int64_t> places(texts.views().size());
  parallel::for_each_chunk(texts.size(), loop, [&](const parallel::Chunk& chunk) {
    for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
      places[static_cast<std::size_t>(row)] = members.find(texts.at(row));
    }
  });
  return places;
}

}  // namespace broadsheet::text
