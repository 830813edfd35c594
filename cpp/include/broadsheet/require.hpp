#pragma once

#include <sstream>
#include <stdexcept>

namespace broadsheet {

/// Throws std::invalid_argument unless `holds`.
///
/// The message is the parts written one after the other; it names the argument, the rule and
/// the value, and is put together only when it is needed.
template <typename... Parts>
void require(bool holds, const Parts&... parts) {
  if (holds) return;
  std::ostringstream message;
  (message << ... << parts);
  throw std::invalid_argument(message.str());
}

}  // namespace broadsheet
