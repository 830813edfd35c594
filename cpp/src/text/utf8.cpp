#include "broadsheet/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "ascii_run.hpp"

namespace broadsheet::text {
namespace {

[[nodiscard]] std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

[[nodiscard]] bool is_continuation(std::uint8_t byte) {
  return (byte & 0xC0) == 0x80;
}

// A state of the automaton is the place, in bits, of its successor within the 64-bit row of a byte,
// so that a step is one shift and does not wait for a load (P. Vognsen's shift-based automaton).
// Names say which bytes must come.
enum State : std::uint64_t {
  kAccept = 0,
  kReject = 6,
  kTail1 = 12,              // One continuation byte.
  kTail2 = 18,              // Two.
  kTail3 = 24,              // Three.
  kTail2NotOverlong = 30,   // After E0: A0..BF first.
  kTail2NotSurrogate = 36,  // After ED: 80..9F first.
  kTail3NotOverlong = 42,   // After F0: 90..BF first.
  kTail3InRange = 48,       // After F4: 80..8F first.
};

[[nodiscard]] constexpr State state_after_lead(unsigned byte) {
  if (byte < 0x80) return kAccept;
  if (byte < 0xC2) return kReject;
  if (byte < 0xE0) return kTail1;
  if (byte == 0xE0) return kTail2NotOverlong;
  if (byte == 0xED) return kTail2NotSurrogate;
  if (byte < 0xF0) return kTail2;
  if (byte == 0xF0) return kTail3NotOverlong;
  if (byte < 0xF4) return kTail3;
  return byte == 0xF4 ? kTail3InRange : kReject;
}

[[nodiscard]] constexpr State next_state(State state, unsigned byte) {
  const auto within = [byte](unsigned low, unsigned high, State next) {
    return low <= byte && byte <= high ? next : kReject;
  };
  switch (state) {
    case kAccept:
      return state_after_lead(byte);
    case kReject:
      return kReject;
    case kTail1:
      return within(0x80, 0xBF, kAccept);
    case kTail2:
      return within(0x80, 0xBF, kTail1);
    case kTail3:
      return within(0x80, 0xBF, kTail2);
    case kTail2NotOverlong:
      return within(0xA0, 0xBF, kTail1);
    case kTail2NotSurrogate:
      return within(0x80, 0x9F, kTail1);
    case kTail3NotOverlong:
      return within(0x90, 0xBF, kTail2);
    case kTail3InRange:
      return within(0x80, 0x8F, kTail2);
  }
  return kReject;
}

[[nodiscard]] constexpr std::array<std::uint64_t, 256> make_rows() {
  std::array<std::uint64_t, 256> rows{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    for (std::uint64_t state = kAccept; state <= kTail3InRange; state += 6) {
      rows[byte] |= std::uint64_t{next_state(static_cast<State>(state), byte)} << state;
    }
  }
  return rows;
}

constexpr std::array<std::uint64_t, 256> kRows = make_rows();

// Only the lowest six bits of a state count.
[[nodiscard]] std::uint64_t step(std::uint64_t state, std::uint8_t byte) {
  return kRows[byte] >> (state & 63);
}

constexpr std::size_t kStride = 64;

[[nodiscard]] bool is_ascii_stride(const char* bytes) {
  std::uint64_t any = 0;
  for (std::size_t i = 0; i < kStride; i += 8) any |= load8(bytes + i);
  return (any & kHighBits) == 0;
}

// The first ill-formed subpart at or after `at`, which is where a code point would start. Byte by
// byte: runs once a fault, over a stride at most before it.
[[nodiscard]] std::optional<Span> find_fault(std::string_view bytes, std::size_t at) {
  std::size_t start = at;
  std::uint64_t state = kAccept;
  for (; at < bytes.size(); ++at) {
    state = step(state, byte_at(bytes, at)) & 63;
    if (state == kReject) break;
    if (state == kAccept) start = at + 1;
  }
  if (state == kAccept) return std::nullopt;
  const std::size_t end = std::max(at, start + 1);  // A bad lead byte is a subpart by itself.
  return Span{static_cast<std::int64_t>(start), static_cast<std::int64_t>(end)};
}

// Well-formed text up to `at` may end within a code point: where that code point starts.
[[nodiscard]] std::size_t code_point_start(std::string_view bytes, std::size_t at,
                                           std::size_t from) {
  if (at == from) return at;
  std::size_t start = at - 1;
  while (start > from && is_continuation(byte_at(bytes, start))) --start;
  return start;
}

// 1 in the lowest bit of each byte that starts a code point.
[[nodiscard]] std::uint64_t starts_of(std::uint64_t word) {
  return (~(word >> 7) | (word >> 6)) & 0x0101010101010101;
}

// 1 in each bit whose byte of a stride starts a code point.
[[nodiscard]] std::uint64_t starts_of_stride(const char* bytes) {
  std::uint64_t starts = 0;
  for (std::size_t i = 0; i < kStride; i += 8) {
    // The product gathers the lowest bits of the eight bytes in the highest byte.
    starts |= starts_of(load8(bytes + i)) * 0x0102040810204080 >> 56 << i;
  }
  return starts;
}

/// Counts code points at ascending places, a stride at a time.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}

  [[nodiscard]] std::int64_t count_before(std::size_t place) {
    while (place - begin_ >= kStride) {
      count_ += std::popcount(starts());
      begin_ += kStride;
      is_known_ = false;
    }
    const std::size_t n_bytes = place - begin_;
    if (n_bytes == 0) return count_;
    return count_ + std::popcount(starts() << (kStride - n_bytes));
  }

 private:
  std::uint64_t starts() {
    if (is_known_) return starts_;
    is_known_ = true;
    if (begin_ + kStride <= text_.size()) {
      const char* const bytes = text_.data() + begin_;
      return starts_ = is_ascii_stride(bytes) ? ~std::uint64_t{0} : starts_of_stride(bytes);
    }
    std::array<char, kStride> rest{};
    text_.copy(rest.data(), kStride, begin_);
    return starts_ = starts_of_stride(rest.data());
  }

  std::string_view text_;
  std::size_t begin_ = 0;     // Of the stride.
  std::int64_t count_ = 0;    // Code points that start before it.
  std::uint64_t starts_ = 0;  // Those within, once known.
  bool is_known_ = false;
};

}  // namespace

std::optional<Span> find_invalid_utf8(std::string_view bytes, std::int64_t from) {
  const auto first = static_cast<std::size_t>(from);
  std::size_t at = first;
  std::uint64_t state = kAccept;
  for (; at + kStride <= bytes.size(); at += kStride) {
    if ((state & 63) == kAccept && is_ascii_stride(bytes.data() + at)) continue;
    // Looked at every few bytes, so that where faults are dense each costs little.
    for (std::size_t i = at; i < at + kStride && (state & 63) != kReject; i += 8) {
      for (std::size_t j = i; j < i + 8; ++j) state = step(state, byte_at(bytes, j));
    }
    if ((state & 63) == kReject) break;
  }
  return find_fault(bytes, code_point_start(bytes, at, first));
}

std::string replace_invalid_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  std::int64_t at = 0;
  while (const auto fault = find_invalid_utf8(bytes, at)) {
    text += slice(bytes, {at, fault->begin});
    append_utf8(text, kReplacement);
    at = fault->end;
  }
  return text += bytes.substr(static_cast<std::size_t>(at));
}

bool is_ascii(std::string_view bytes) {
  std::size_t at = 0;
  while (at + kStride <= bytes.size() && is_ascii_stride(bytes.data() + at)) at += kStride;
  return ascii_run_end(bytes, at) == bytes.size();
}

std::int64_t count_code_points(std::string_view text) {
  return CodePointCounter(text).count_before(text.size());
}

void to_code_points(std::string_view text, std::span<std::int64_t> offsets) {
  CodePointCounter counter(text);
  for (std::int64_t& offset : offsets) {
    offset = counter.count_before(static_cast<std::size_t>(offset));
  }
}

void to_bytes(std::string_view text, std::span<std::int64_t> offsets) {
  std::size_t at = 0;
  std::int64_t count = 0;  // Code points that start before `at`.
  const auto is_inside = [&] { return at < text.size() && is_continuation(byte_at(text, at)); };
  for (std::int64_t& offset : offsets) {
    while (at + 8 <= text.size()) {
      const std::int64_t n = std::popcount(starts_of(load8(text.data() + at)));
      if (count + n > offset) break;
      count += n;
      at += 8;
    }
    while (at < text.size() && (count < offset || is_inside())) {
      count += !is_continuation(byte_at(text, at));
      ++at;
    }
    offset = static_cast<std::int64_t>(at);
  }
}

}  // namespace broadsheet::text
