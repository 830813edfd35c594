#pragma once

namespace broadsheet::terms {

/// Asks for the memory at `address`, where the compiler knows how.
inline void prefetch([[maybe_unused]] const void* address) {
#if defined(__GNUC__)
  __builtin_prefetch(address);
#endif
}

}  // namespace broadsheet::terms
