#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/terms/csr.hpp"
#include "cell_store.hpp"
#include "ngram_rows.hpp"
#include "phases.hpp"

namespace broadsheet::terms {

/// The loops over N texts that a call consists of, in order; some are left out.
class CharacterLoops {
 public:
  enum class Part { kScan, kCount, kFrequencies, kMeasure, kFill };

  static constexpr std::int64_t kTextsPerChunk = 128;

  CharacterLoops(std::int64_t n_texts, const parallel::LoopOptions& call)
      : n_(n_texts), call_(call) {}

  [[nodiscard]] parallel::LoopOptions of(Part part) const {
    return loop_of({static_cast<int>(part), 5, n_, n_}, call_, kTextsPerChunk);
  }
  [[nodiscard]] std::int64_t n_texts() const { return n_; }

 private:
  std::int64_t n_;
  const parallel::LoopOptions& call_;
};

/// Rows of texts, in the numbers of the threads that counted them. Counter is RunCounter or
/// WordCounter.
template <typename Counter>
class CountedTexts {
 public:
  using Part = CharacterLoops::Part;

  /// @param make_counter  Makes the counter of a thread.
  CountedTexts(std::span<const std::string_view> texts, const CharacterLoops& loops,
               const std::function<Counter()>& make_counter)
      : loops_(loops),
        workers_([make_counter] { return Worker{make_counter(), {}}; }),
        rows_(texts.size()),
        chunks_(static_cast<std::size_t>(
            parallel::count_chunks(loops.n_texts(), loops.of(Part::kCount)))) {
    parallel::for_each_chunk(loops.n_texts(), loops.of(Part::kCount),
                             [&](const parallel::Chunk& chunk) {
                               workers_.with([&](Worker& worker) { count(texts, chunk, worker); });
                             });
    workers_.for_each([](Worker& worker) { worker.store.close(); });
  }

  template <typename Visit>
  void for_each_counter(const Visit& visit) {
    workers_.for_each([&](Worker& worker) { visit(worker.counter); });
  }

  /// How often each column comes, where all counters know the columns.
  [[nodiscard]] Frequencies<std::int64_t> frequencies(const NgramColumns& columns) const {
    const auto visitor = cell_visitor();
    return NgramRowCounter(loops_.n_texts(), columns, visitor)
        .frequencies(loops_.of(Part::kFrequencies));
  }

  /// The matrix, where all counters know the columns. The rows are given back on the way.
  [[nodiscard]] Csr<std::int32_t> take(const NgramColumns& columns) {
    const auto visitor = cell_visitor();
    const auto give_back = [this](const parallel::Chunk& chunk) {
      chunks_[static_cast<std::size_t>(chunk.index)].blocks.clear();
    };
    return NgramRowCounter(loops_.n_texts(), columns, visitor)
        .count(loops_.of(Part::kMeasure), loops_.of(Part::kFill), give_back);
  }

 private:
  struct Worker {
    Counter counter;
    CellStore store;
  };

  struct CountedChunk {
    const Counter* counter = nullptr;
    std::vector<CellStore::Block> blocks;  // That its rows are in.
  };

  void count(std::span<const std::string_view> texts, const parallel::Chunk& chunk,
             Worker& worker) {
    CountedChunk& counted = chunks_[static_cast<std::size_t>(chunk.index)];
    counted.counter = &worker.counter;
    for (auto text = static_cast<std::size_t>(chunk.begin);
         text < static_cast<std::size_t>(chunk.end); ++text) {
      rows_[text] = worker.counter.count(texts[text], worker.store);
      if (counted.blocks.empty() || counted.blocks.back() != worker.store.block()) {
        counted.blocks.push_back(worker.store.block());
      }
    }
  }

  [[nodiscard]] auto cell_visitor() const {
    return [this](std::int64_t document, const auto& visit) {
      const auto chunk = static_cast<std::size_t>(document / CharacterLoops::kTextsPerChunk);
      chunks_[chunk].counter->for_each_cell(rows_[static_cast<std::size_t>(document)], visit);
    };
  }

  const CharacterLoops& loops_;
  parallel::Scratch<Worker> workers_;
  std::vector<StoredRow> rows_;
  std::vector<CountedChunk> chunks_;
};

}  // namespace broadsheet::terms
