#include "dateline_date.hpp"

#include <algorithm>

#include "names.hpp"

namespace broadsheet::article {
namespace {

using Kind = LineToken::Kind;

bool is_day(const OpeningLine& line, std::size_t at) {
  const auto value = line.number(at);
  return value && *value >= 1 && *value <= 31;
}

bool is_month_name(const OpeningLine& line, std::size_t at) {
  return line.is(at, Kind::kWord) && is_month(line.key(at));
}

bool is_filler(const OpeningLine& line, std::size_t at) {
  return line.is(at, Kind::kWord) && (line.word(at) == "de" || line.word(at) == "of");
}

bool is_year(const OpeningLine& line, std::size_t at) {
  const auto value = line.number(at);
  return value && *value >= 1600 && *value <= 2999;
}

std::size_t day_of_month_end(const OpeningLine& line, std::size_t at) {
  std::size_t end = at;
  if (is_month_name(line, at)) {
    end = at + 1;
    if (line.is(end, Kind::kStop)) ++end;
    if (!is_day(line, end)) return 0;
    ++end;
  } else if (is_day(line, at)) {
    end = at + 1;
    if (line.is(end, Kind::kStop) || is_filler(line, end)) ++end;
    if (!is_month_name(line, end)) return 0;
    ++end;
    if (is_filler(line, end) && is_year(line, end + 1)) ++end;
    if (line.is(end, Kind::kStop) && is_year(line, end + 1)) ++end;
  } else {
    return 0;
  }
  if (is_year(line, end)) return end + 1;
  return line.is(end, Kind::kComma) && is_year(line, end + 1) ? end + 2 : end;
}

// 5/23/2007, 23.5.2007.
std::size_t numeric_date_end(const OpeningLine& line, std::size_t at) {
  for (const Kind mark : {Kind::kSlash, Kind::kStop}) {
    const bool has_shape = is_day(line, at) && line.is(at + 1, mark) && is_day(line, at + 2) &&
                           line.is(at + 3, mark) && line.number(at + 4);
    if (has_shape) return at + 5;
  }
  return 0;
}

}  // namespace

std::size_t date_end(const OpeningLine& line, std::size_t at) {
  if (!line.is(at, Kind::kWord) && !line.is(at, Kind::kNumber)) return 0;
  if (line.is(at, Kind::kWord) && is_weekday(line.key(at))) {
    std::size_t next = at + 1;
    while (line.is(next, Kind::kComma) || line.is(next, Kind::kStop)) ++next;
    return std::max(day_of_month_end(line, next), line.is(at + 1, Kind::kDash) ? at + 1 : 0);
  }
  return std::max(day_of_month_end(line, at), numeric_date_end(line, at));
}

}  // namespace broadsheet::article
