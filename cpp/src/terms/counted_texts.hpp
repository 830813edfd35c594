#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "broadsheet/parallel/phases.hpp"
#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/terms/csr.hpp"
#include "broadsheet/terms/frequencies.hpp"
#include "finished_rows.hpp"
#include "int_blocks.hpp"
#include "ngram_rows.hpp"
#include "packed_cells.hpp"

namespace broadsheet::terms {

/// The loops over N texts that a call consists of, in order; some are left out.
class CharacterLoops {
 public:
  enum class Part { kScan, kCount, kFrequencies, kRows, kJoin };

  static constexpr std::int64_t kTextsPerChunk = 128;

  CharacterLoops(std::int64_t n_texts, const parallel::LoopOptions& call)
      : n_(n_texts), call_(call) {}

  [[nodiscard]] parallel::LoopOptions of(Part part) const {
    return loop_of({static_cast<int>(part), 5, n_, n_}, call_, kTextsPerChunk);
  }
  [[nodiscard]] std::int64_t n_texts() const { return n_; }

  /// Calls `body(i)` for i in [0, n) on the threads of the call.
  template <typename Body>
  void run(std::size_t n, const Body& body) const {
    parallel::for_each_chunk(
        static_cast<std::int64_t>(n), {.n_threads = call_.n_threads, .chunk_size = 1},
        [&](const parallel::Chunk& chunk) { body(static_cast<std::size_t>(chunk.begin)); });
  }

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
    workers_.for_each([this](Worker& worker) {
      worker.memory = {};
      counters_.push_back(&worker.counter);
    });
  }

  [[nodiscard]] const CharacterLoops& loops() const { return loops_; }
  [[nodiscard]] std::span<Counter* const> counters() const { return counters_; }

  /// In how many texts each column comes, and how often in all. All counters know the columns.
  [[nodiscard]] Frequencies<std::int64_t> frequencies(const NgramColumns& columns) const {
    const auto width = static_cast<std::size_t>(columns.size());
    parallel::Scratch<Tally> tallies([width] {
      const std::vector<std::int64_t> zeros(width);
      return Tally{{zeros, zeros}, std::vector<std::int32_t>(width, -1)};
    });
    parallel::for_each_chunk(loops_.n_texts(), loops_.of(Part::kFrequencies),
                             [&](const parallel::Chunk& chunk) {
                               tallies.with([&](Tally& tally) {
                                 for (std::int64_t text = chunk.begin; text < chunk.end; ++text) {
                                   add(text, columns, tally);
                                 }
                               });
                             });
    Tally sum{{std::vector<std::int64_t>(width), std::vector<std::int64_t>(width)}, {}};
    tallies.for_each([&](const Tally& tally) {
      for (std::size_t column = 0; column < width; ++column) {
        sum.frequencies.totals[column] += tally.frequencies.totals[column];
        sum.frequencies.documents[column] += tally.frequencies.documents[column];
      }
    });
    for (std::int32_t column = columns.size(); column-- > 0;) {
      const std::int32_t parent = columns.parent(column);
      if (parent < 0) continue;
      sum.frequencies.totals[static_cast<std::size_t>(parent)] +=
          sum.frequencies.totals[static_cast<std::size_t>(column)];
    }
    return std::move(sum.frequencies);
  }

  /// The matrix, where all counters know the columns. What was counted is given back on the way.
  [[nodiscard]] Csr<std::int32_t> take(const NgramColumns& columns) {
    FinishedRows finished(loops_.n_texts(), CharacterLoops::kTextsPerChunk);
    {
      parallel::Scratch<RowWorker> row_workers([&] { return RowWorker{NgramRow(columns), {}}; });
      parallel::for_each_chunk(
          loops_.n_texts(), loops_.of(Part::kRows), [&](const parallel::Chunk& chunk) {
            row_workers.with([&](RowWorker& worker) {
              for (std::int64_t text = chunk.begin; text < chunk.end; ++text) {
                for_each_cell(text, [&](std::int32_t column, std::int32_t count) {
                  worker.row.add(column, count);
                });
                finished.make(text, worker.row.n_most() + 1, worker.memory,
                              [&](std::int32_t* cells) { return worker.row.write(cells); });
              }
            });
            chunks_[static_cast<std::size_t>(chunk.index)].blocks.clear();
          });
    }
    return finished.join<std::int32_t>(columns.size(), loops_.of(Part::kJoin));
  }

 private:
  struct Worker {
    Counter counter;
    IntBlocks memory;
  };

  struct RowWorker {
    NgramRow row;
    IntBlocks memory;
  };

  struct Tally {
    Frequencies<std::int64_t> frequencies;
    std::vector<std::int32_t> last_seen;  // The last text that held the column, or -1.
  };

  struct CountedChunk {
    const Counter* counter = nullptr;
    std::vector<IntBlocks::Block> blocks;  // That its rows are in.
  };

  void count(std::span<const std::string_view> texts, const parallel::Chunk& chunk,
             Worker& worker) {
    CountedChunk& counted = chunks_[static_cast<std::size_t>(chunk.index)];
    counted.counter = &worker.counter;
    for (auto text = static_cast<std::size_t>(chunk.begin);
         text < static_cast<std::size_t>(chunk.end); ++text) {
      rows_[text] = worker.counter.count(texts[text], worker.memory);
      if (counted.blocks.empty() || counted.blocks.back() != worker.memory.block()) {
        counted.blocks.push_back(worker.memory.block());
      }
    }
  }

  void add(std::int64_t text, const NgramColumns& columns, Tally& tally) const {
    const auto mark = static_cast<std::int32_t>(text);
    for_each_cell(text, [&](std::int32_t column, std::int32_t count) {
      tally.frequencies.totals[static_cast<std::size_t>(column)] += count;
      while (column >= 0) {
        std::int32_t& last = tally.last_seen[static_cast<std::size_t>(column)];
        if (last == mark) return;  // And that of its parents too.
        last = mark;
        ++tally.frequencies.documents[static_cast<std::size_t>(column)];
        column = columns.parent(column);
      }
    });
  }

  /// Calls `visit(column, count)` with the columns of a text, some more than once.
  template <typename Visit>
  void for_each_cell(std::int64_t text, const Visit& visit) const {
    const auto chunk = static_cast<std::size_t>(text / CharacterLoops::kTextsPerChunk);
    chunks_[chunk].counter->for_each_cell(rows_[static_cast<std::size_t>(text)], visit);
  }

  const CharacterLoops& loops_;
  parallel::Scratch<Worker> workers_;
  std::vector<Counter*> counters_;
  std::vector<PackedCells> rows_;
  std::vector<CountedChunk> chunks_;
};

}  // namespace broadsheet::terms
