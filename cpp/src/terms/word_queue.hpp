#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "broadsheet/large_array.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::terms {

/// Terms in order whose ids are still to come, so that a vocabulary is asked for many at a time.
///
/// Terms are pushed without a copy if 16 bytes can be read from their start and they stay where
/// they are until they are flushed, or else copied.
class WordQueue {
 public:
  WordQueue(Vocabulary& vocabulary, LargeArray<std::int32_t>& ids)
      : vocabulary_(vocabulary), ids_(ids) {}

  void push(std::string_view term) {
    if (!try_push(term)) {
      flush();
      terms_[n_terms_++] = term;
    }
  }
  void push_copy(std::string_view term);

  /// Appends the ids of all that is queued.
  void flush();

  /// Makes room for some terms, the last of which can be taken back until the next call.
  void make_room() {
    if (n_terms_ > kCapacity - kRoom || n_copied_ > kCopyCapacity / 2) flush();
  }
  /// As `push` and `push_copy`, but where the room is used up they return false.
  [[nodiscard]] bool try_push(std::string_view term) {
    if (n_terms_ == kCapacity) return false;
    terms_[n_terms_++] = term;
    return true;
  }
  [[nodiscard]] bool try_push_copy(std::string_view term);
  [[nodiscard]] std::size_t size() const { return n_terms_; }
  void take_back_to(std::size_t size) { n_terms_ = size; }

 private:
  static constexpr std::size_t kCapacity = 256;
  static constexpr std::size_t kRoom = 64;
  static constexpr std::size_t kCopyCapacity = 4096;
  static constexpr std::size_t kPadding = 16;

  Vocabulary& vocabulary_;
  LargeArray<std::int32_t>& ids_;
  std::size_t n_terms_ = 0;
  std::size_t n_copied_ = 0;  // Bytes of `copies_` in use.
  std::array<std::string_view, kCapacity> terms_;
  std::array<char, kCopyCapacity + kPadding> copies_;
};

}  // namespace broadsheet::terms
