#include "parallel_tokens.hpp"

#include <algorithm>
#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace broadsheet::terms {
namespace {

using parallel::Chunk;

/// What one thread has learned.
struct ThreadTerms {
  Vocabulary vocabulary;
  std::vector<std::int32_t> new_ids;  // What its ids are among the terms of all threads.
};

/// The tokens of a chunk in the ids of its thread, and which terms were new to the thread then.
struct ChunkTokens {
  std::int64_t index = 0;
  ThreadTerms* terms = nullptr;
  LargeArray<std::int32_t> ids = {};
  std::int32_t new_begin = 0;
  std::int32_t new_end = 0;
  std::size_t place = 0;  // Among all tokens, once it was its turn.
};

/// A thread, on cache lines of its own.
struct alignas(128) Worker {
  ThreadTerms terms;
  std::deque<ChunkTokens> waiting;               // For their turn.
  std::vector<ChunkTokens> left;                 // Those there was no room for.
  std::vector<LargeArray<std::int32_t>> unused;  // Memory to use again.
};

/// Every thread counts into a vocabulary of its own, which it keeps from chunk to chunk. Chunks
/// take turns in their order to have their new terms numbered among those of all and to be given
/// their place; then their thread writes them there. A thread does not wait for the turn of a
/// chunk: it cuts others meanwhile.
///
/// A thread takes its chunks in order. So a term that is new to it in some chunk either occurs
/// there for the first time of all or in an earlier chunk of another thread; going through the
/// new terms chunk by chunk meets all terms in the order of their first occurrence.
class ParallelTokenization {
 public:
  ParallelTokenization(const TokenSource& source, const parallel::LoopOptions& loop)
      : source_(source), loop_(loop) {
    tokens_.indptr.resize(static_cast<std::size_t>(source.n_texts()) + 1);
    // To be written by all threads, so it cannot grow; what is too much is never touched.
    tokens_.ids.resize(source.n_expected({0, 0, source.n_texts()}));
  }

  Tokens run() {
    parallel::for_each_chunk(source_.n_texts(), loop_, [this](const Chunk& chunk) {
      Worker& worker = worker_of_this_thread();
      worker.waiting.push_back(cut(chunk, worker));
      take_turns(worker);
    });
    write_rest();
    tokens_.vocabulary = vocabulary_;
    return std::move(tokens_);
  }

 private:
  Worker& worker_of_this_thread() {
    const std::lock_guard lock(mutex_);
    return workers_[std::this_thread::get_id()];
  }

  ChunkTokens cut(const Chunk& chunk, Worker& worker) {
    ChunkTokens tokens{.index = chunk.index, .terms = &worker.terms};
    if (!worker.unused.empty()) {
      tokens.ids = std::move(worker.unused.back());
      worker.unused.pop_back();
      tokens.ids.clear();
    }
    tokens.ids.reserve(source_.n_expected(chunk));
    tokens.new_begin = worker.terms.vocabulary.size();
    source_.cut(chunk, worker.terms.vocabulary, tokens.ids, tokens_.indptr);
    tokens.new_end = worker.terms.vocabulary.size();
    return tokens;
  }

  void take_turns(Worker& worker) {
    for (auto& waiting = worker.waiting;
         !waiting.empty() && waiting.front().index == turn_.load(std::memory_order_acquire);
         waiting.pop_front()) {
      ChunkTokens& chunk = waiting.front();
      number_terms(chunk);
      turn_.store(chunk.index + 1, std::memory_order_release);
      if (chunk.place + chunk.ids.size() > tokens_.ids.size()) {
        worker.left.push_back(std::move(chunk));
        continue;
      }
      write(chunk);
      worker.unused.push_back(std::move(chunk.ids));
    }
  }

  /// Only for the chunk whose turn it is.
  void number_terms(ChunkTokens& chunk) {
    ThreadTerms& terms = *chunk.terms;
    for (std::int32_t id = chunk.new_begin; id < chunk.new_end; ++id) {
      terms.new_ids.push_back(vocabulary_->add(terms.vocabulary.term(id)));
    }
    chunk.place = n_tokens_;
    n_tokens_ += chunk.ids.size();
  }

  void write(const ChunkTokens& chunk) {
    const std::vector<std::int32_t>& new_ids = chunk.terms->new_ids;
    std::int32_t* place = tokens_.ids.data() + chunk.place;
    for (const std::int32_t id : chunk.ids) *place++ = new_ids[static_cast<std::size_t>(id)];
  }

  /// Chunks whose turn came after their thread had done its last, and those without room.
  void write_rest() {
    std::vector<ChunkTokens*> waiting;
    std::vector<const ChunkTokens*> rest;
    for (auto& [id, worker] : workers_) {
      for (ChunkTokens& chunk : worker.waiting) waiting.push_back(&chunk);
      for (const ChunkTokens& chunk : worker.left) rest.push_back(&chunk);
    }
    std::ranges::sort(waiting, {}, &ChunkTokens::index);
    for (ChunkTokens* chunk : waiting) number_terms(*chunk);
    rest.insert(rest.end(), waiting.begin(), waiting.end());
    tokens_.ids.resize(n_tokens_);
    const auto loop = uncounted(loop_, source_.n_texts(), 1);
    parallel::for_each_chunk(std::ssize(rest), loop, [&](const Chunk& chunk) {
      write(*rest[static_cast<std::size_t>(chunk.index)]);
    });
  }

  const TokenSource& source_;
  const parallel::LoopOptions& loop_;
  std::mutex mutex_;
  std::map<std::thread::id, Worker> workers_;  // Guarded by mutex_; nodes stay in place.
  std::atomic<std::int64_t> turn_ = 0;         // The next chunk to have its terms numbered.
  std::shared_ptr<Vocabulary> vocabulary_ = std::make_shared<Vocabulary>();  // Of whose turn it is.
  std::size_t n_tokens_ = 0;                                                 // The same.
  Tokens tokens_;
};

}  // namespace

Tokens tokenize_on_threads(const TokenSource& source, const parallel::LoopOptions& loop) {
  return ParallelTokenization(source, loop).run();
}

}  // namespace broadsheet::terms
