#pragma once

#include <cstddef>

#include "dateline_lexer.hpp"

namespace broadsheet::article {

/// One past the last token of the date that begins at token `at`; 0 if none does.
///
/// "Feb 26", "March 3, 2016", "3rd March 2016", "Monday, March 3", "5/23/2007"; a weekday alone
/// where a dash follows it.
[[nodiscard]] std::size_t date_end(const OpeningLine& line, std::size_t at);

}  // namespace broadsheet::article
