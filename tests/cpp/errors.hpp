#pragma once

#include <stdexcept>
#include <string>

namespace broadsheet {

/// The message of what `call` throws; empty if it throws nothing.
template <typename Call>
std::string error_of(const Call& call) {
  try {
    call();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

}  // namespace broadsheet
