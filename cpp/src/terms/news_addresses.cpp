#include "news_addresses.hpp"

#include <algorithm>
#include <array>

#include "segments.hpp"

namespace broadsheet::terms {
namespace {

constexpr std::array<std::string_view, 4> kSchemes{"http://", "https://", "ftp://", "www."};
constexpr std::string_view kNeverInUrl = "\"<>\\^`{|}";
constexpr std::string_view kNeverLastInUrl = ".,;:!?'*]";

char byte_at(std::string_view text, std::int64_t at) {
  return text[static_cast<std::size_t>(at)];
}

bool has_prefix(std::string_view text, std::string_view lower_prefix) {
  if (text.size() < lower_prefix.size()) return false;
  for (std::size_t i = 0; i < lower_prefix.size(); ++i) {
    const char lower = is_ascii_letter(text[i]) ? static_cast<char>(text[i] | 0x20) : text[i];
    if (lower != lower_prefix[i]) return false;
  }
  return true;
}

bool is_in_url(char byte) {
  return '!' <= byte && byte <= '~' && kNeverInUrl.find(byte) == std::string_view::npos;
}

/// `url` without the punctuation that closes the sentence or the bracket it stands in.
std::string_view trim_url(std::string_view url) {
  auto n_unpaired =
      std::count(url.begin(), url.end(), ')') - std::count(url.begin(), url.end(), '(');
  while (!url.empty()) {
    if (url.back() == ')' && n_unpaired > 0) {
      --n_unpaired;
    } else if (kNeverLastInUrl.find(url.back()) == std::string_view::npos) {
      break;
    }
    url.remove_suffix(1);
  }
  return url;
}

bool is_local(char byte) {
  return is_ascii_word(byte) || std::string_view("._%+-").find(byte) != std::string_view::npos;
}

}  // namespace

std::int64_t find_url_end(std::string_view text, std::int64_t at, std::int64_t limit) {
  const std::string_view rest = text::slice(text, {at, limit});
  for (const std::string_view scheme : kSchemes) {
    if (!has_prefix(rest, scheme)) continue;
    if (rest.size() == scheme.size() || !is_ascii_word(rest[scheme.size()])) return at;
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_in_url);
    return at + static_cast<std::int64_t>(
                    trim_url(rest.substr(0, static_cast<std::size_t>(end - rest.begin()))).size());
  }
  return at;
}

std::int64_t EmailFinder::find_end(std::int64_t at) {
  if (at > at_sign_) find_at_sign(at);
  if (domain_end_ == at_sign_ || !is_ascii_word(byte_at(text_, at))) return at;
  if (at >= local_end_) {
    local_end_ = at;
    while (local_end_ < at_sign_ && is_local(byte_at(text_, local_end_))) ++local_end_;
  }
  return local_end_ == at_sign_ ? domain_end_ : at;
}

void EmailFinder::find_at_sign(std::int64_t from) {
  const auto found = text::slice(text_, {from, limit_}).find('@');
  at_sign_ = found == std::string_view::npos ? limit_ : from + static_cast<std::int64_t>(found);
  domain_end_ = at_sign_ == limit_ ? limit_ : find_domain_end(at_sign_);
}

std::int64_t EmailFinder::find_domain_end(std::int64_t at) const {
  const auto end_of_run = [this](std::int64_t begin, auto belongs) {
    while (begin < limit_ && belongs(byte_at(text_, begin))) ++begin;
    return begin;
  };
  // Runs of letters and digits with one stop, or any number of hyphens, between each two.
  std::int64_t end = end_of_run(at + 1, is_ascii_word);
  bool has_stop = false;
  while (end > at + 1 && end < limit_) {
    const bool is_stop = byte_at(text_, end) == '.';
    const std::int64_t begin =
        is_stop ? end + 1 : end_of_run(end, [](char byte) { return byte == '-'; });
    const std::int64_t next = end_of_run(begin, is_ascii_word);
    if (begin == end || next == begin) break;
    has_stop |= is_stop;
    end = next;
  }
  return has_stop ? end : at;
}

}  // namespace broadsheet::terms
