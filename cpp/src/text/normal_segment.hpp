#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/text/normalization.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::text {

/// What a normal form asks of a code point.
struct FormRule {
  std::uint16_t may_change;    ///< Flag of code points that are not surely in the form.
  std::uint16_t joins_before;  ///< Flag of code points that depend on what comes before.
  bool is_compatible;
  bool is_composed;
};

[[nodiscard]] FormRule rule_of(NormalForm form);

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
    std::uint8_t combining_class;
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
