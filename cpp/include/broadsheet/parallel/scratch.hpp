#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace broadsheet::parallel {

/// Working memory that the chunks of a loop hand on to one another.
///
/// No more objects are made than chunks run at a time. Which chunk gets which object is not
/// determined: a body leaves an object as good as new, or keeps in it only what adds up to the
/// same whatever the order, such as counts. Safe to use from any number of threads.
template <typename T>
class Scratch {
 public:
  /// @param make  Makes an object, on the thread that needs it.
  explicit Scratch(std::function<T()> make) : make_(std::move(make)) {}

  /// Calls `body` with an object that is nobody else's meanwhile.
  template <typename Body>
  void with(const Body& body) {
    std::unique_ptr<T> object = take();
    if (!object) object = std::make_unique<T>(make_());
    body(*object);
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(object));
  }

  /// Calls `visit` with each object there is: for when the loop is over.
  template <typename Visit>
  void for_each(const Visit& visit) {
    for (auto& object : idle_) visit(*object);
  }

 private:
  std::unique_ptr<T> take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return nullptr;
    std::unique_ptr<T> object = std::move(idle_.back());
    idle_.pop_back();
    return object;
  }

  std::function<T()> make_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<T>> idle_;  // Guarded by mutex_.
};

}  // namespace broadsheet::parallel
