#pragma once

#include <cstdint>
#include <string_view>

#include "broadsheet/text/span.hpp"

namespace broadsheet::terms {

/// The end of the URL that starts at `at`, or `at` where none does. It may not pass `limit`.
[[nodiscard]] std::int64_t find_url_end(std::string_view text, std::int64_t at, std::int64_t limit);

/// Finds the e-mail addresses of one stretch, asked for from left to right.
///
/// What it looked at it remembers, so that all its answers together take time linear in the
/// stretch.
class EmailFinder {
 public:
  EmailFinder(std::string_view text, text::Span stretch)
      : text_(text), limit_(stretch.end), local_end_(stretch.begin), at_sign_(stretch.begin - 1) {}

  /// The end of the address that starts at `at`, or `at` where none does. `at` never decreases.
  [[nodiscard]] std::int64_t find_end(std::int64_t at);

 private:
  void find_at_sign(std::int64_t from);
  [[nodiscard]] std::int64_t find_domain_end(std::int64_t at) const;

  std::string_view text_;
  std::int64_t limit_;
  std::int64_t local_end_;       // The end of the run of local characters last looked at.
  std::int64_t at_sign_;         // The next @, or limit_.
  std::int64_t domain_end_ = 0;  // Of the domain behind at_sign_; at_sign_ where there is none.
};

}  // namespace broadsheet::terms
