#include "broadsheet/parallel/loop.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "broadsheet/require.hpp"

namespace broadsheet::parallel {
namespace {

constexpr std::chrono::milliseconds kWatchPeriod{100};

/// What the workers and the thread that waits for them share.
class Loop {
 public:
  Loop(std::int64_t n_items, const LoopOptions& options,
       const std::function<void(const Chunk&)>& body)
      : n_items_(n_items), options_(options), body_(body) {}

  void run() {
    const std::int64_t n_chunks = count_chunks(n_items_, options_);
    if (n_chunks == 1) {
      body_({0, 0, n_items_});
    } else {
      run_on_threads(n_chunks);
    }
    if (options_.watch) options_.watch(n_items_);
  }

 private:
  void run_on_threads(std::int64_t n_chunks) {
    n_live_ = static_cast<int>(std::min<std::int64_t>(options_.n_threads, n_chunks));
    {
      std::vector<std::jthread> workers;
      try {
        for (int started = n_live_; started > 0; --started) {
          workers.emplace_back([this, n_chunks] { work(n_chunks); });
        }
        wait();
      } catch (...) {
        fail(std::current_exception());
      }
    }
    if (error_) std::rethrow_exception(error_);
  }

  void work(std::int64_t n_chunks) {
    try {
      while (!is_stopped_.load(std::memory_order_relaxed)) {
        const std::int64_t index = next_chunk_.fetch_add(1, std::memory_order_relaxed);
        if (index >= n_chunks) break;
        const std::int64_t begin = index * options_.chunk_size;
        const std::int64_t end = std::min(begin + options_.chunk_size, n_items_);
        body_({index, begin, end});
        n_done_.fetch_add(end - begin, std::memory_order_relaxed);
      }
    } catch (...) {
      fail(std::current_exception());
    }
    const std::lock_guard lock(mutex_);
    if (--n_live_ == 0) is_over_.notify_all();
  }

  void wait() {
    std::unique_lock lock(mutex_);
    while (!is_over_.wait_for(lock, kWatchPeriod, [this] { return n_live_ == 0; })) {
      if (!options_.watch || is_stopped_) continue;
      lock.unlock();
      options_.watch(n_done_.load(std::memory_order_relaxed));
      lock.lock();
    }
  }

  void fail(std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
    is_stopped_ = true;
  }

  const std::int64_t n_items_;
  const LoopOptions& options_;
  const std::function<void(const Chunk&)>& body_;
  std::atomic<std::int64_t> next_chunk_ = 0;
  std::atomic<std::int64_t> n_done_ = 0;
  std::atomic<bool> is_stopped_ = false;
  std::mutex mutex_;
  std::condition_variable is_over_;
  int n_live_ = 0;            // Guarded by mutex_.
  std::exception_ptr error_;  // Guarded by mutex_; the first one stays.
};

}  // namespace

LoopOptions uncounted(const LoopOptions& call, std::int64_t n_done, std::int64_t chunk_size) {
  LoopOptions loop{.n_threads = call.n_threads, .chunk_size = chunk_size};
  if (call.watch) loop.watch = [n_done, watch = call.watch](std::int64_t) { watch(n_done); };
  return loop;
}

std::int64_t count_chunks(std::int64_t n_items, const LoopOptions& options) {
  require(options.chunk_size >= 1, "chunk_size must be at least 1, not ", options.chunk_size);
  return n_items / options.chunk_size + (n_items % options.chunk_size != 0);
}

void for_each_chunk(std::int64_t n_items, const LoopOptions& options,
                    const std::function<void(const Chunk&)>& body) {
  require(options.n_threads >= 1, "n_threads must be at least 1, not ", options.n_threads);
  require(n_items >= 0, "n_items must not be negative, not ", n_items);
  Loop(n_items, options, body).run();
}

}  // namespace broadsheet::parallel
