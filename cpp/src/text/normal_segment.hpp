#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/text/normalization.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::text {

/// What a normal form, or NFC without accents, does to code points.
struct FormRule {
  unsigned may_change = 0;    ///< Flags of code points that are not surely in the form.
  unsigned joins_before = 0;  ///< Flags of code points that depend on what comes before.
  bool is_compatible = false;
  bool is_composed = false;
  bool drops_nonspacing = false;
};

[[nodiscard]] FormRule rule_of(NormalForm form);
[[nodiscard]] FormRule rule_of_stripping();

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

  void decompose(char32_t value);
  void push(char32_t value);
  void order();
  void compose();

  FormRule rule_;
  std::vector<Unit> units_;
  std::string text_;
};

}  // namespace broadsheet::text
