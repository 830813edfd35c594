#include "broadsheet/text/packed_texts.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "broadsheet/require.hpp"

namespace broadsheet::text {
namespace {

void check_offsets(std::span<const std::int64_t> offsets, std::int64_t n_bytes) {
  require(!offsets.empty() && offsets.front() == 0, "offsets must start at 0");
  for (std::size_t row = 1; row < offsets.size(); ++row) {
    require(offsets[row - 1] <= offsets[row], "offsets must not decrease, as from ",
            offsets[row - 1], " to ", offsets[row], " at text ", row - 1);
  }
  require(offsets.back() == n_bytes, "offsets must end at the number of bytes, ", n_bytes,
          ", not at ", offsets.back());
}

}  // namespace

PackedTexts pack(const Texts& texts) {
  PackedTexts packed;
  packed.bytes.reserve(static_cast<std::size_t>(texts.n_bytes()));
  packed.offsets.reserve(texts.views().size() + 1);
  packed.offsets.push_back(0);
  for (const auto view : texts.views()) {
    packed.bytes.insert(packed.bytes.end(), view.begin(), view.end());
    packed.offsets.push_back(static_cast<std::int64_t>(packed.bytes.size()));
  }
  return packed;
}

Texts unpack(std::span<const std::uint8_t> bytes, std::span<const std::int64_t> offsets,
             std::shared_ptr<const void> owner) {
  check_offsets(offsets, static_cast<std::int64_t>(bytes.size()));
  std::vector<std::optional<std::string_view>> raw;
  raw.reserve(offsets.size() - 1);
  for (std::size_t row = 1; row < offsets.size(); ++row) {
    raw.emplace_back(std::in_place, reinterpret_cast<const char*>(bytes.data()) + offsets[row - 1],
                     static_cast<std::size_t>(offsets[row] - offsets[row - 1]));
  }
  return check_texts(std::move(raw), {std::move(owner)}, ErrorPolicy::kStrict).texts;
}

}  // namespace broadsheet::text
