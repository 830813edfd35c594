#include "broadsheet/terms/hash.hpp"

#include <array>
#include <bit>
#include <random>

namespace broadsheet::terms {
namespace {

class SipState {
 public:
  explicit SipState(HashKey key)
      : v_{key.first ^ 0x736f6d6570736575, key.second ^ 0x646f72616e646f6d,
           key.first ^ 0x6c7967656e657261, key.second ^ 0x7465646279746573} {}

  void compress(std::uint64_t word, int n_rounds) {
    v_[3] ^= word;
    round(n_rounds);
    v_[0] ^= word;
  }

  std::uint64_t finish(int n_rounds) {
    v_[2] ^= 0xff;
    round(n_rounds);
    return v_[0] ^ v_[1] ^ v_[2] ^ v_[3];
  }

 private:
  void round(int n_rounds) {
    for (; n_rounds > 0; --n_rounds) {
      v_[0] += v_[1];
      v_[2] += v_[3];
      v_[1] = std::rotl(v_[1], 13) ^ v_[0];
      v_[3] = std::rotl(v_[3], 16) ^ v_[2];
      v_[0] = std::rotl(v_[0], 32);
      v_[2] += v_[1];
      v_[0] += v_[3];
      v_[1] = std::rotl(v_[1], 17) ^ v_[2];
      v_[3] = std::rotl(v_[3], 21) ^ v_[0];
      v_[2] = std::rotl(v_[2], 32);
    }
  }

  std::array<std::uint64_t, 4> v_;
};

std::uint64_t sip_hash(std::string_view bytes, HashKey key, int n_rounds, int n_final_rounds) {
  SipState state(key);
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    state.compress(read_little_endian(bytes.data() + at, 8), n_rounds);
  }
  const std::uint64_t rest = read_little_endian(bytes.data() + at, bytes.size() - at);
  state.compress(rest | std::uint64_t{bytes.size()} << 56, n_rounds);
  return state.finish(n_final_rounds);
}

}  // namespace

HashKey random_key() {
  std::random_device device;
  const auto draw = [&device] { return std::uint64_t{device()} << 32 | device(); };
  const std::uint64_t first = draw();
  return {first, draw()};
}

std::uint64_t sip_hash_13(std::string_view bytes, HashKey key) {
  return sip_hash(bytes, key, 1, 3);
}

std::uint64_t sip_hash_24(std::string_view bytes, HashKey key) {
  return sip_hash(bytes, key, 2, 4);
}

ShortTerm to_short(std::string_view term) {
  const auto length = static_cast<std::uint32_t>(term.size());
  if (length <= 8) return {read_little_endian(term.data(), length), 0, length};
  return {read_little_endian(term.data(), 8), read_little_endian(term.data() + 8, length - 8),
          length};
}

std::uint64_t fast_hash(std::string_view term) {
  if (term.size() <= kShortLength) return fast_hash(to_short(term));
  std::uint64_t hash = term.size();
  std::size_t at = 0;
  for (; at + 16 < term.size(); at += 16) {
    hash = fast_hash(ShortTerm{read_little_endian(term.data() + at, 8) ^ hash,
                               read_little_endian(term.data() + at + 8, 8), 0});
  }
  // The last 16 bytes, which may overlap what came before.
  const char* last = term.data() + term.size() - 16;
  return fast_hash(
      ShortTerm{read_little_endian(last, 8) ^ hash, read_little_endian(last + 8, 8), 0});
}

}  // namespace broadsheet::terms
