#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/text/normalization.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::text {

/// What is left out of a normal form.
enum class Dropped {
  kNothing,
  kNonspacing,   ///< General category Mn.
  kCombining,    ///< What has a combining class.
  kBeyondAscii,  ///< What is not ASCII.
};

/// What a normal form, or one that drops something, does to code points.
struct FormRule {
  unsigned may_change = 0;    ///< Flags, or bits of the class, of what is not surely in the form.
  unsigned joins_before = 0;  ///< Flags of code points that depend on what comes before.
  bool is_compatible = false;
  bool is_composed = false;
  Dropped dropped = Dropped::kNothing;
};

[[nodiscard]] FormRule rule_of(NormalForm form);

/// NFC for `kNonspacing`, or else NFKD, less what is dropped.
[[nodiscard]] FormRule rule_of_dropping(Dropped dropped);

/// Brings one segment into a normal form: a code point and those after it that join it.
///
/// Segments are what normalization may change without a look at their neighbours. The buffers are
/// kept from one segment to the next.
class NormalSegment {
 public:
  explicit NormalSegment(FormRule rule) : rule_(rule) {}

  /// The normal form of `segment`, valid until the next call. O(n log n).
  [[nodiscard]] std::string_view normalize(std::string_view segment);

 private:
  struct Unit {
    char32_t value;
    unsigned flags;
    int combining_class;
  };

  [[nodiscard]] bool drops(const Unit& unit) const;
  void decompose(char32_t value);
  void push(char32_t value);
  void order();
  void compose();

  FormRule rule_;
  std::vector<Unit> units_;
  std::string text_;
};

}  // namespace broadsheet::text
