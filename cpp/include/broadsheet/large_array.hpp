#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <utility>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace broadsheet {

/// Asks for large pages for memory that has not been written to yet, where the system gives them
/// on request. Memory of less than some of them is left alone.
inline void advise_large_pages([[maybe_unused]] void* memory,
                               [[maybe_unused]] std::size_t n_bytes) noexcept {
#if defined(MADV_HUGEPAGE)
  constexpr std::uintptr_t kPage = 4096;
  constexpr std::size_t kLeastBytes = std::size_t{4} << 20;
  if (n_bytes < kLeastBytes) return;
  const auto begin = (reinterpret_cast<std::uintptr_t>(memory) + kPage - 1) / kPage * kPage;
  const auto end = (reinterpret_cast<std::uintptr_t>(memory) + n_bytes) / kPage * kPage;
  // It is only advice: whether it is taken changes the time and nothing else.
  (void)::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
#endif
}

/// Allocates as std::allocator does, but on large pages, and leaves numbers that are not given a
/// value as they are: what is to be written by many threads is first touched by them.
template <typename T>
struct LargeAllocator {
  using value_type = T;

  LargeAllocator() = default;
  template <typename U>
  LargeAllocator(const LargeAllocator<U>&) noexcept {}

  [[nodiscard]] T* allocate(std::size_t n) {
    T* const memory = std::allocator<T>().allocate(n);
    advise_large_pages(memory, n * sizeof(T));
    return memory;
  }
  void deallocate(T* memory, std::size_t n) noexcept { std::allocator<T>().deallocate(memory, n); }

  template <typename U, typename... Arguments>
  void construct(U* place, Arguments&&... arguments) {
    if constexpr (sizeof...(Arguments) == 0) {
      ::new (static_cast<void*>(place)) U;
    } else {
      std::construct_at(place, std::forward<Arguments>(arguments)...);
    }
  }

  friend bool operator==(const LargeAllocator&, const LargeAllocator&) = default;
};

/// A vector for many megabytes of numbers. `resize` leaves new elements without a value.
template <typename T>
using LargeArray = std::vector<T, LargeAllocator<T>>;

template <typename T>
bool operator==(const LargeArray<T>& left, const std::vector<T>& right) {
  return std::ranges::equal(left, right);
}

}  // namespace broadsheet
