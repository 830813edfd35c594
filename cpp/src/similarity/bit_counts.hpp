#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace broadsheet::similarity {

/// Columns that `count_bits` takes at once.
constexpr std::size_t kMostColumns = 1023;
constexpr std::size_t kWordsAtOnce = 8;

/// Adds to counts[i] in how many of the columns bit i is set.
/// @param columns  At most kMostColumns, each of n_words words.
/// @param n_words  A multiple of kWordsAtOnce.
void count_bits(std::span<const std::uint64_t* const> columns, std::size_t n_words,
                std::int32_t* counts);

}  // namespace broadsheet::similarity
