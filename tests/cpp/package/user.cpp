#include <cstdint>

#include "broadsheet/parallel/loop.hpp"

int main() {
  std::int64_t n_visited = 0;
  broadsheet::parallel::for_each_chunk(1000, {}, [&](const broadsheet::parallel::Chunk& chunk) {
    n_visited += chunk.end - chunk.begin;
  });
  return n_visited == 1000 ? 0 : 1;
}
