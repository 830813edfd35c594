#include "panel.hpp"

#include <algorithm>
#include <vector>

#include "broadsheet/target_clones.hpp"

namespace broadsheet::similarity {
namespace {

constexpr std::int64_t kRowsPerProduct = 256;
constexpr std::int64_t kRowsPerCross = 4096;
constexpr std::int64_t kRowsPerSum = 256;  // Of products in float, before they are added in double.
constexpr std::int64_t kCellsPerSum = 512;
constexpr std::int64_t kAhead = 16;  // Cells whose rows are asked for before they are needed.

using Floats =
    float __attribute__((vector_size(Panel::kWidth * sizeof(float)), aligned(4), may_alias));

// Each lane is a column of its own, so sums do not depend on how many a processor takes at once.
BROADSHEET_TARGET_CLONES
void multiply_rows(const std::int64_t* indptr, const std::int32_t* indices, const float* values,
                   std::int64_t n_rows, const float* x, float* y) {
  const std::int64_t n_cells = indptr[n_rows];
  for (std::int64_t row = 0; row < n_rows; ++row) {
    Floats total = {};
    for (std::int64_t at = indptr[row]; at < indptr[row + 1];) {
      const std::int64_t end = std::min(indptr[row + 1], at + kCellsPerSum);
      Floats sum = {};
      for (; at < end; ++at) {
        if (at + kAhead < n_cells) {
          __builtin_prefetch(x + static_cast<std::size_t>(indices[at + kAhead]) * Panel::kWidth);
        }
        const auto place = static_cast<std::size_t>(indices[at]) * Panel::kWidth;
        sum += values[at] * *reinterpret_cast<const Floats*>(x + place);
      }
      total += sum;
    }
    *reinterpret_cast<Floats*>(y + static_cast<std::size_t>(row) * Panel::kWidth) = total;
  }
}

BROADSHEET_TARGET_CLONES
void cross_rows(const float* x, const float* y, std::int64_t n_rows, float* sums) {
  Floats sum[Panel::kWidth] = {};
  for (std::int64_t row = 0; row < n_rows; ++row, x += Panel::kWidth, y += Panel::kWidth) {
    const Floats right = *reinterpret_cast<const Floats*>(y);
    for (std::size_t i = 0; i < Panel::kWidth; ++i) sum[i] += x[i] * right;
  }
  for (std::size_t i = 0; i < Panel::kWidth; ++i) {
    *reinterpret_cast<Floats*>(sums + i * Panel::kWidth) = sum[i];
  }
}

BROADSHEET_TARGET_CLONES
void multiply_rows(const float* x, std::int64_t n_rows, const float* square, bool adds, float* to) {
  for (std::int64_t row = 0; row < n_rows; ++row, x += Panel::kWidth, to += Panel::kWidth) {
    Floats sum = {};
    for (std::size_t i = 0; i < Panel::kWidth; ++i) {
      sum += x[i] * *reinterpret_cast<const Floats*>(square + i * Panel::kWidth);
    }
    if (adds) sum += *reinterpret_cast<const Floats*>(to);
    *reinterpret_cast<Floats*>(to) = sum;
  }
}

parallel::LoopOptions with_chunks(const parallel::LoopOptions& loop, std::int64_t size) {
  return {.n_threads = loop.n_threads, .chunk_size = size, .watch = loop.watch};
}

void multiply(const Panel& x, const PanelSquare& square, bool adds, Panel& to,
              const parallel::LoopOptions& loop) {
  const Eigen::Matrix<float, Panel::kWidth, Panel::kWidth, Eigen::RowMajor> factors =
      square.cast<float>();
  parallel::for_each_chunk(x.n_rows(), with_chunks(loop, kRowsPerCross),
                           [&](const parallel::Chunk& chunk) {
                             multiply_rows(x.row(chunk.begin), chunk.end - chunk.begin,
                                           factors.data(), adds, to.row(chunk.begin));
                           });
}

}  // namespace

void multiply(const FloatRows& a, const Panel& x, Panel& product,
              const parallel::LoopOptions& loop) {
  parallel::for_each_chunk(
      a.n_rows(), with_chunks(loop, kRowsPerProduct), [&](const parallel::Chunk& chunk) {
        multiply_rows(a.indptr.data() + chunk.begin, a.indices.data(), a.values.data(),
                      chunk.end - chunk.begin, x.row(0), product.row(chunk.begin));
      });
}

PanelSquare cross(const Panel& x, const Panel& y, const parallel::LoopOptions& loop) {
  const auto by_chunk = with_chunks(loop, kRowsPerCross);
  std::vector<PanelSquare> sums(
      static_cast<std::size_t>(parallel::count_chunks(x.n_rows(), by_chunk)), PanelSquare::Zero());
  parallel::for_each_chunk(x.n_rows(), by_chunk, [&](const parallel::Chunk& chunk) {
    Eigen::Matrix<float, Panel::kWidth, Panel::kWidth, Eigen::RowMajor> part;
    for (std::int64_t row = chunk.begin; row < chunk.end; row += kRowsPerSum) {
      const std::int64_t n = std::min(kRowsPerSum, chunk.end - row);
      cross_rows(x.row(row), y.row(row), n, part.data());
      sums[static_cast<std::size_t>(chunk.index)] += part.cast<double>();
    }
  });
  PanelSquare total = PanelSquare::Zero();
  for (const PanelSquare& sum : sums) total += sum;
  return total;
}

void multiply(const Panel& x, const PanelSquare& square, Panel& product,
              const parallel::LoopOptions& loop) {
  multiply(x, square, false, product, loop);
}

void add_product(const Panel& x, const PanelSquare& square, Panel& to,
                 const parallel::LoopOptions& loop) {
  multiply(x, square, true, to, loop);
}

}  // namespace broadsheet::similarity
