#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "byte_tile.hpp"
#include "word_kinds.hpp"

namespace broadsheet::terms {

/// The runs of a piece of text: words that stand in easy stretches, and hard stretches, which hold
/// a hard byte, whole. About 14 kB, made to be filled again and again.
class WordRuns {
 public:
  /// Finds the runs of the start of `text`, up to white space or the end of the text.
  /// @return  The number of bytes it went through; 0 where the first stretch is longer than a
  ///          tile, or the text is empty.
  std::size_t fill(std::string_view text, const ByteClasses& classes, const WordKinds& kinds,
                   bool lowercase);

  /// Whether what it went through is surely ASCII.
  [[nodiscard]] bool is_ascii() const { return is_ascii_; }

  /// Calls `on_word(std::string_view)` with each word, from whose start 16 bytes can be read, and
  /// `on_hard(begin, end)` with the place of each hard stretch, in order.
  template <typename OnWord, typename OnHard>
  void for_each(const OnWord& on_word, const OnHard& on_hard) const {
    for (std::size_t i = 0; i < n_edges_; i += 2) {
      const std::size_t begin = edges_[i];
      const std::size_t end = edges_[i + 1];
      if (has_hard_ && (hard_starts_[begin / kBlockSize] >> begin % kBlockSize & 1) != 0) {
        on_hard(begin, end);
      } else {
        on_word(std::string_view(tile_.lower.data() + begin, end - begin));
      }
    }
  }

 private:
  void join_hard_stretches(std::size_t n_bytes);
  void find_edges(std::size_t n_bytes);

  ByteTile tile_;
  std::array<std::uint64_t, ByteTile::kMaxBlocks> hard_starts_;
  std::array<std::uint16_t, ByteTile::kMaxBytes + 2> edges_;  // Begin, end, begin, end ...
  std::size_t n_edges_ = 0;
  bool has_hard_ = false;
  bool is_ascii_ = true;
};

}  // namespace broadsheet::terms
