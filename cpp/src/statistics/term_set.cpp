#include "term_set.hpp"

#include "broadsheet/target_clones.hpp"

namespace broadsheet::statistics {

BROADSHEET_TARGET_CLONES
std::size_t skip_stretches(std::span<const std::int32_t> ids, std::size_t at,
                           std::span<const std::int32_t> terms) {
  for (; at + kStretch <= ids.size(); at += kStretch) {
    const std::int32_t* const stretch = ids.data() + at;
    bool has_any = false;
    for (const std::int32_t term : terms) {
      // Counted, not looked for: so the compiler makes it a few vector instructions.
      std::int32_t n = 0;
      for (std::size_t i = 0; i < kStretch; ++i) n += static_cast<std::int32_t>(stretch[i] == term);
      has_any |= n != 0;
    }
    if (has_any) break;
  }
  return at;
}

}  // namespace broadsheet::statistics
