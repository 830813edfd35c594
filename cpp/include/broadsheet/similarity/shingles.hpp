#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "broadsheet/terms/characters.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "broadsheet/text/texts.hpp"

namespace broadsheet::similarity {

/// The most words or characters of a shingle.
inline constexpr std::int32_t kMaxShingleWidth = 64;

/// The shingles of N documents as 64-bit hashes. Immutable, hence shareable between threads.
class Shingles {
 public:
  virtual ~Shingles() = default;

  [[nodiscard]] virtual std::int64_t n_documents() const = 0;

  /// Writes the hashes of the shingles of a document in [0, N), in the order of the text, with as
  /// many repeats as the text has. What `hashes` held before is lost.
  virtual void read(std::int64_t document, std::vector<std::uint64_t>& hashes) const = 0;

 protected:
  Shingles() = default;
  Shingles(const Shingles&) = default;
  Shingles& operator=(const Shingles&) = default;
};

/// Each run of `width` consecutive words. A document of fewer, but not of none, is one shingle.
///
/// Hashes depend on the words, the width and the seed; not on the corpus, the numbers of terms, the
/// machine or the number of threads. Two different shingles have the same hash with a chance of
/// about 2^-60, over seeds; of 2^-56 if they are of 64 words. No strings are put together: O(bytes
/// of the terms) once, then O(1) a word.
class WordShingles final : public Shingles {
 public:
  /// @param tokens  Borrowed; pass terms::check, and have the terms of `vocabulary`.
  /// @param width   Words a shingle, in [1, kMaxShingleWidth].
  /// @throws std::invalid_argument  if `width` is out of range, or the terms are not that many.
  WordShingles(const terms::TokenIdsView& tokens, const terms::Vocabulary& vocabulary,
               std::int32_t width, std::uint64_t seed);

  [[nodiscard]] std::int64_t n_documents() const override { return tokens_.n_documents(); }
  void read(std::int64_t document, std::vector<std::uint64_t>& hashes) const override;

 private:
  terms::TokenIdsView tokens_;
  std::int32_t width_;
  std::vector<std::uint64_t> term_hashes_;  // V.
};

/// Each run of `width` consecutive characters, as terms::read_characters has them. A text of fewer,
/// but not of none, is one shingle. Hashes are as sure as those of words. O(bytes) a text.
class CharacterShingles final : public Shingles {
 public:
  /// @param width  Characters a shingle, in [1, kMaxShingleWidth].
  /// @throws std::invalid_argument  if `width` is out of range.
  CharacterShingles(text::Texts texts, const terms::CharacterOptions& options, std::int32_t width,
                    std::uint64_t seed);

  [[nodiscard]] std::int64_t n_documents() const override { return texts_.size(); }
  void read(std::int64_t document, std::vector<std::uint64_t>& hashes) const override;

 private:
  text::Texts texts_;
  terms::CharacterOptions options_;
  std::int32_t width_;
  std::uint64_t key_;
};

/// Hashes that somebody else made, of whatever the documents are sets of.
class GivenShingles final : public Shingles {
 public:
  /// @param indptr  N + 1, from 0 to hashes.size(), never decreasing. Borrowed, as `hashes` are.
  /// @throws std::invalid_argument  if `indptr` is none.
  GivenShingles(std::span<const std::int64_t> indptr, std::span<const std::uint64_t> hashes);

  [[nodiscard]] std::int64_t n_documents() const override {
    return static_cast<std::int64_t>(indptr_.size()) - 1;
  }
  void read(std::int64_t document, std::vector<std::uint64_t>& hashes) const override;

 private:
  std::span<const std::int64_t> indptr_;
  std::span<const std::uint64_t> hashes_;
};

/// The documents of one part after those of the other.
class JoinedShingles final : public Shingles {
 public:
  explicit JoinedShingles(std::vector<std::shared_ptr<const Shingles>> parts);

  [[nodiscard]] std::int64_t n_documents() const override { return begins_.back(); }
  void read(std::int64_t document, std::vector<std::uint64_t>& hashes) const override;

 private:
  std::vector<std::shared_ptr<const Shingles>> parts_;
  std::vector<std::int64_t> begins_;  // Of each part, and the number of all documents.
};

}  // namespace broadsheet::similarity
