#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/terms/tokens.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::terms {

/// Texts, or zones of them, and how to cut them. Borrows all.
class TokenSource {
 public:
  /// @param zones  Null for whole texts; else zones of these texts.
  TokenSource(std::span<const std::string_view> texts, const Tokenizer& tokenizer,
              const SpansView* zones)
      : texts_(texts), tokenizer_(tokenizer), zones_(zones) {}

  [[nodiscard]] std::int64_t n_texts() const { return std::ssize(texts_); }

  /// As many tokens as the texts of a chunk may have in any language of news. Others may have more.
  [[nodiscard]] std::size_t n_expected(const parallel::Chunk& chunk) const {
    constexpr std::size_t kBytesAToken = 5;
    std::size_t n_bytes = 0;
    for_each_piece(chunk, [&](std::size_t, std::string_view piece) { n_bytes += piece.size(); });
    return n_bytes / kBytesAToken;
  }

  /// Appends the ids of a chunk, and adds the number of tokens of text i to indptr[i + 1].
  void cut(const parallel::Chunk& chunk, Vocabulary& vocabulary, LargeArray<std::int32_t>& ids,
           std::vector<std::int64_t>& indptr) const {
    for_each_piece(chunk, [&](std::size_t row, std::string_view piece) {
      const std::size_t n_before = ids.size();
      tokenizer_.append_ids(piece, vocabulary, ids);
      indptr[row + 1] += static_cast<std::int64_t>(ids.size() - n_before);
    });
  }

 private:
  template <typename Visit>
  void for_each_piece(const parallel::Chunk& chunk, const Visit& visit) const {
    for (auto row = static_cast<std::size_t>(chunk.begin);
         row < static_cast<std::size_t>(chunk.end); ++row) {
      if (zones_ == nullptr) {
        visit(row, texts_[row]);
        continue;
      }
      for (std::int64_t at = zones_->indptr[row]; at < zones_->indptr[row + 1]; ++at) {
        visit(row, text::slice(texts_[row], zones_->spans[static_cast<std::size_t>(at)]));
      }
    }
  }

  std::span<const std::string_view> texts_;
  const Tokenizer& tokenizer_;
  const SpansView* zones_;
};

}  // namespace broadsheet::terms
