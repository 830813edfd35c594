#pragma once

#include <utility>

#include "bindings.hpp"
#include "broadsheet/terms/csr.hpp"

namespace broadsheet::bindings {

/// Gives the three arrays of a matrix to NumPy, without a copy.
template <typename Value>
py::tuple own_csr(terms::Csr<Value>&& matrix) {
  return py::make_tuple(own_array(std::move(matrix.indptr)), own_array(std::move(matrix.indices)),
                        own_array(std::move(matrix.values)));
}

}  // namespace broadsheet::bindings
