#include "normal_segment.hpp"

#include <algorithm>
#include <array>

#include "tables/tables.hpp"

namespace broadsheet::text {
namespace {

// Hangul syllables are arithmetic: Unicode 15.0, section 3.12.
constexpr char32_t kSyllables = 0xAC00;
constexpr char32_t kLeads = 0x1100;
constexpr char32_t kVowels = 0x1161;
constexpr char32_t kTails = 0x11A7;  // One before the first, for none.
constexpr char32_t kNLeads = 19;
constexpr char32_t kNVowels = 21;
constexpr char32_t kNTails = 28;
constexpr char32_t kNSyllables = kNLeads * kNVowels * kNTails;

/// The Hangul syllable that two parts make, or 0.
[[nodiscard]] char32_t compose_hangul(char32_t first, char32_t second) {
  const char32_t lead = first - kLeads;  // Differences wrap, and are then too large.
  const char32_t vowel = second - kVowels;
  if (lead < kNLeads && vowel < kNVowels) {
    return kSyllables + (lead * kNVowels + vowel) * kNTails;
  }
  const char32_t syllable = first - kSyllables;
  const char32_t tail = second - kTails;
  const bool has_no_tail = syllable < kNSyllables && syllable % kNTails == 0;
  return has_no_tail && 0 < tail && tail < kNTails ? first + tail : 0;
}

/// The primary composite of two code points, or 0.
[[nodiscard]] char32_t find_composite(char32_t first, char32_t second) {
  if (const char32_t syllable = compose_hangul(first, second)) return syllable;
  using Row = std::array<std::uint32_t, 3>;
  std::size_t low = 0;
  std::size_t high = tables::kCompositionCount;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const std::uint32_t* row = tables::kCompositions + 3 * middle;
    if (row[0] == first && row[1] == second) return row[2];
    if (Row{row[0], row[1]} < Row{first, second}) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return 0;
}

}  // namespace

FormRule rule_of(NormalForm form) {
  using namespace tables;
  switch (form) {
    case NormalForm::kNfc:
      return {
          .may_change = kMayChangeInNfc, .joins_before = kJoinsCanonically, .is_composed = true};
    case NormalForm::kNfd:
      return {.may_change = kChangesInNfd, .joins_before = kJoinsCanonically};
    case NormalForm::kNfkc:
      return {.may_change = kMayChangeInNfkc,
              .joins_before = kJoinsCompatibly,
              .is_compatible = true,
              .is_composed = true};
    case NormalForm::kNfkd:
      break;
  }
  return {.may_change = kChangesInNfkd, .joins_before = kJoinsCompatibly, .is_compatible = true};
}

FormRule rule_of_dropping(Dropped dropped) {
  using namespace tables;
  if (dropped == Dropped::kNonspacing) {
    // Where a mark goes, what stands on both sides of it may compose.
    return {.may_change = kMayChangeInNfc | kChangesInNfd | kIsNonspacing,
            .joins_before = kJoinsCanonically | kIsNonspacing,
            .is_composed = true,
            .dropped = dropped};
  }
  FormRule rule = rule_of(NormalForm::kNfkd);
  rule.dropped = dropped;
  rule.may_change |= kCombiningClass;
  return rule;
}

std::string_view NormalSegment::normalize(std::string_view segment) {
  units_.clear();
  text_.clear();
  const auto size = static_cast<std::int64_t>(segment.size());
  for (std::int64_t at = 0; at < size;) {
    const CodePoint code_point = decode(segment, at);
    decompose(code_point.value);
    at += code_point.length;
  }
  order();
  if (rule_.dropped != Dropped::kNothing) {
    std::erase_if(units_, [this](const Unit& unit) { return drops(unit); });
  }
  if (rule_.is_composed) compose();
  for (const Unit& unit : units_) append_utf8(text_, unit.value);
  return text_;
}

bool NormalSegment::drops(const Unit& unit) const {
  switch (rule_.dropped) {
    case Dropped::kNonspacing:
      return (unit.flags & tables::kIsNonspacing) != 0;
    case Dropped::kCombining:
      return unit.combining_class != 0;
    case Dropped::kBeyondAscii:
      return unit.value >= 0x80;
    case Dropped::kNothing:
      break;
  }
  return false;
}

void NormalSegment::push(char32_t value) {
  const unsigned flags = tables::normal_class(value);
  units_.push_back({value, flags, static_cast<int>(flags & tables::kCombiningClass)});
}

void NormalSegment::decompose(char32_t value) {
  const char32_t syllable = value - kSyllables;
  if (syllable < kNSyllables) {
    push(kLeads + syllable / (kNVowels * kNTails));
    push(kVowels + syllable / kNTails % kNVowels);
    if (const char32_t tail = syllable % kNTails) push(kTails + tail);
    return;
  }
  using namespace tables;
  const std::size_t place = rule_.is_compatible
                                ? look_up(kCompatibilityBlocks, kCompatibilityValues, value)
                                : look_up(kCanonicalBlocks, kCanonicalValues, value);
  if (place == 0) return push(value);
  for (std::size_t i = 1; i <= kDecompositions[place]; ++i) push(kDecompositions[place + i]);
}

// Sorts each run of marks by combining class, keeping the order of equals.
void NormalSegment::order() {
  const auto is_starter = [](const Unit& unit) { return unit.combining_class == 0; };
  for (auto begin = units_.begin(); begin != units_.end();) {
    const auto end = std::find_if(begin, units_.end(), is_starter);
    // Most runs are one or two long, for which the library would ask for memory as for long ones.
    if (!std::ranges::is_sorted(begin, end, {}, &Unit::combining_class)) {
      std::ranges::stable_sort(begin, end, {}, &Unit::combining_class);
    }
    begin = end == units_.end() ? end : end + 1;
  }
}

void NormalSegment::compose() {
  std::size_t n_kept = 0;
  std::size_t starter = units_.size();  // The last one kept; none yet.
  int last_class = 0;                   // Of the last unit kept after the starter.
  for (const Unit unit : units_) {
    const bool is_blocked = last_class != 0 && last_class >= unit.combining_class;
    if (starter < units_.size() && !is_blocked) {
      if (const char32_t composite = find_composite(units_[starter].value, unit.value)) {
        units_[starter].value = composite;
        continue;
      }
    }
    if (unit.combining_class == 0) starter = n_kept;
    last_class = unit.combining_class;
    units_[n_kept++] = unit;
  }
  units_.resize(n_kept);
}

}  // namespace broadsheet::text
