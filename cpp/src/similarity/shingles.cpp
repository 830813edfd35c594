#include "broadsheet/similarity/shingles.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "broadsheet/require.hpp"
#include "seeds.hpp"

namespace broadsheet::similarity {
namespace {

// A shingle is a polynomial in this number, modulo 2^64, whose coefficients are the hashes of its
// parts. For small distances d its power d less 1 is divisible by a small power of two only, so
// parts that change places change the sum.
constexpr std::uint64_t kBase = 0xD6E8FEB86659FD93;

void require_width(std::int32_t width) {
  require(width >= 1 && width <= kMaxShingleWidth, "shingle must lie in [1, ", kMaxShingleWidth,
          "], not ", width);
}

/// Replaces the hashes of the parts of a document by those of its shingles.
void combine(std::vector<std::uint64_t>& hashes, std::int32_t width) {
  if (hashes.empty() || width == 1) return;
  const std::size_t length = std::min(hashes.size(), static_cast<std::size_t>(width));
  std::uint64_t power = 1;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < length; ++i) {
    sum = sum * kBase + hashes[i];
    power *= kBase;
  }
  const std::size_t n_shingles = hashes.size() - length + 1;
  for (std::size_t i = 0; i + 1 < n_shingles; ++i) {
    const std::uint64_t change = hashes[i + length] - hashes[i] * power;
    hashes[i] = sum;
    sum = sum * kBase + change;
  }
  hashes[n_shingles - 1] = sum;
  hashes.resize(n_shingles);
}

}  // namespace

WordShingles::WordShingles(const terms::TokenIdsView& tokens, const terms::Vocabulary& vocabulary,
                           std::int32_t width, std::uint64_t seed)
    : tokens_(tokens), width_(width) {
  require_width(width);
  require(tokens.n_terms == vocabulary.size(), "tokens must have the ", vocabulary.size(),
          " terms of the vocabulary, not ", tokens.n_terms);
  const terms::HashKey key = hash_key(seed);
  term_hashes_.reserve(static_cast<std::size_t>(tokens.n_terms));
  for (std::int32_t id = 0; id < tokens.n_terms; ++id) {
    term_hashes_.push_back(terms::sip_hash_13(vocabulary.term(id), key));
  }
}

void WordShingles::read(std::int64_t document, std::vector<std::uint64_t>& hashes) const {
  const auto ids = tokens_.of(document);
  hashes.resize(ids.size());
  std::ranges::transform(ids, hashes.begin(), [&](std::int32_t id) {
    return term_hashes_[static_cast<std::size_t>(id)];
  });
  combine(hashes, width_);
}

CharacterShingles::CharacterShingles(text::Texts texts, const terms::CharacterOptions& options,
                                     std::int32_t width, std::uint64_t seed)
    : texts_(std::move(texts)), options_(options), width_(width), key_(hash_key(seed).first) {
  require_width(width);
}

void CharacterShingles::read(std::int64_t document, std::vector<std::uint64_t>& hashes) const {
  std::vector<char32_t> characters;
  terms::read_characters(texts_.at(document), options_, characters);
  hashes.resize(characters.size());
  std::ranges::transform(characters, hashes.begin(),
                         [&](char32_t value) { return terms::mix_bits(value ^ key_); });
  combine(hashes, width_);
}

GivenShingles::GivenShingles(std::span<const std::int64_t> indptr,
                             std::span<const std::uint64_t> hashes)
    : indptr_(indptr), hashes_(hashes) {
  require(!indptr.empty() && indptr.front() == 0, "indptr must begin with 0");
  require(indptr.back() == static_cast<std::int64_t>(hashes.size()), "indptr must end with ",
          hashes.size(), ", the number of hashes, not ", indptr.back());
  const auto falls = std::ranges::adjacent_find(indptr, std::ranges::greater{});
  require(falls == indptr.end(), "indptr must never decrease, but does after entry ",
          std::distance(indptr.begin(), falls));
}

void GivenShingles::read(std::int64_t document, std::vector<std::uint64_t>& hashes) const {
  const auto row = static_cast<std::size_t>(document);
  hashes.assign(hashes_.begin() + indptr_[row], hashes_.begin() + indptr_[row + 1]);
}

JoinedShingles::JoinedShingles(std::vector<std::shared_ptr<const Shingles>> parts)
    : parts_(std::move(parts)), begins_{0} {
  for (const auto& part : parts_) begins_.push_back(begins_.back() + part->n_documents());
}

void JoinedShingles::read(std::int64_t document, std::vector<std::uint64_t>& hashes) const {
  const auto next = std::ranges::upper_bound(begins_, document);
  const auto part = static_cast<std::size_t>(std::distance(begins_.begin(), next)) - 1;
  parts_[part]->read(document - begins_[part], hashes);
}

}  // namespace broadsheet::similarity
