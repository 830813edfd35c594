#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "bindings.hpp"
#include "broadsheet/statistics/contexts.hpp"
#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/terms/tokens.hpp"
#include "broadsheet/text/texts.hpp"
#include "spans.hpp"
#include "zone_source.hpp"

namespace broadsheet::bindings {

/// As `tokenize` takes them: indptr over the texts, and n x 2 bytes; None for whole texts.
using ZoneArrays = std::optional<std::pair<Array<std::int64_t>, Array<std::int64_t>>>;

/// indptr of all tokens that are cut, and whether each counts; None if all do.
using CountedArrays = std::optional<std::pair<Array<std::int64_t>, Array<std::uint8_t>>>;

/// Whether the zones of texts are looked for, and what is known of them, as `view_known` takes it.
using SourceArrays = std::pair<bool, std::optional<Array<std::int64_t>>>;

/// Texts and how they are cut into tokens, as Python gives them. What it is made of must outlive
/// it.
class BorrowedTexts {
 public:
  BorrowedTexts(const text::Texts& texts, const Array<std::int64_t>& indptr,
                const terms::Tokenizer& tokenizer, const ZoneArrays& zones,
                const CountedArrays& counted, const SourceArrays& source)
      : texts_(texts),
        indptr_(indptr),
        tokenizer_(tokenizer),
        counted_(counted),
        detection_(detection_of(source.first)),
        known_(view_known(source.second)) {
    if (!zones) return;
    spans_ = as_spans(zones->second);
    zones_ = terms::SpansView{as_span(zones->first), spans_};
  }

  /// Borrows: valid as long as this.
  [[nodiscard]] statistics::CutTexts view() const {
    statistics::CutTexts cut{.texts = texts_.views(),
                             .indptr = as_span(indptr_),
                             .tokenizer = tokenizer_,
                             .zones = zones_ ? &*zones_ : nullptr,
                             .cut_indptr = {},
                             .is_counted = {},
                             .source = {.detection = detection_, .rows = known_}};
    if (counted_) {
      cut.cut_indptr = as_span(counted_->first);
      cut.is_counted = as_span(counted_->second);
    }
    return cut;
  }

 private:
  const text::Texts& texts_;
  const Array<std::int64_t>& indptr_;
  const terms::Tokenizer& tokenizer_;
  const CountedArrays& counted_;
  article::ZoneDetection detection_;
  std::vector<article::RowZones> known_;
  std::vector<text::Span> spans_;
  std::optional<terms::SpansView> zones_;
};

}  // namespace broadsheet::bindings
