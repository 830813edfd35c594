#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::terms {

/// A compressed-sparse-row matrix that owns its arrays; what they promise is with CsrView.
template <typename Value>
struct Csr {
  std::vector<std::int64_t> indptr = {0};
  LargeArray<std::int32_t> indices;
  LargeArray<Value> values;
  std::int32_t n_columns = 0;

  /// Borrows the arrays: valid until the matrix changes or ends.
  [[nodiscard]] CsrView<Value> view() const noexcept {
    return {indptr, indices, values, n_columns};
  }
};

}  // namespace broadsheet::terms
