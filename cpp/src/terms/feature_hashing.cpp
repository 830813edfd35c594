#include "broadsheet/terms/feature_hashing.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"
#include "cell_sums.hpp"
#include "character_text.hpp"
#include "murmur_stream.hpp"
#include "phases.hpp"

namespace broadsheet::terms {
namespace {

using parallel::Chunk;

constexpr std::int64_t kDocumentsPerChunk = 128;

/// Where a term is counted, and what it counts.
struct Feature {
  std::int32_t column;
  std::int32_t value;
};

class FeatureHasher {
 public:
  explicit FeatureHasher(const FeatureHashingOptions& options)
      : n_features_(static_cast<std::uint32_t>(options.n_features)),
        alternate_sign_(options.alternate_sign) {}

  [[nodiscard]] Feature feature_of(std::int32_t hash) const {
    const bool is_negative = hash < 0;
    const auto bits = static_cast<std::uint32_t>(hash);
    // Of -2**31 this is 2**31, which no int32 holds.
    const std::uint32_t absolute = is_negative ? 0U - bits : bits;
    return {static_cast<std::int32_t>(absolute % n_features_),
            is_negative && alternate_sign_ ? -1 : 1};
  }

 private:
  std::uint32_t n_features_;
  bool alternate_sign_;
};

void check(const FeatureHashingOptions& options) {
  require(options.n_features >= 1, "n_features must be at least 1, not ", options.n_features);
}

/// The cells of a chunk's rows, in order.
struct ChunkCells {
  std::vector<std::int32_t> columns;
  std::vector<std::int32_t> sums;
};

/// Sums rows chunk by chunk: `Adder(sums)` is what a thread adds documents with, `add(document)`.
template <typename MakeAdder>
Csr<double> sum_rows(std::int64_t n_documents, const FeatureHashingOptions& options,
                     const MakeAdder& make_adder) {
  struct Worker {
    std::unique_ptr<CellSums> sums;
    std::invoke_result_t<MakeAdder, CellSums&> adder;
  };
  parallel::Scratch<Worker> workers([&] {
    auto sums = std::make_unique<CellSums>(options.n_features);
    auto adder = make_adder(*sums);
    return Worker{std::move(sums), std::move(adder)};
  });
  Csr<double> matrix;
  matrix.n_columns = options.n_features;
  matrix.indptr.resize(static_cast<std::size_t>(n_documents) + 1);
  const auto loop = loop_of({0, 1, n_documents, n_documents}, options.loop, kDocumentsPerChunk);
  std::vector<ChunkCells> chunks(
      static_cast<std::size_t>(parallel::count_chunks(n_documents, loop)));
  parallel::for_each_chunk(n_documents, loop, [&](const Chunk& chunk) {
    workers.with([&](Worker& worker) {
      ChunkCells& cells = chunks[static_cast<std::size_t>(chunk.index)];
      for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
        const std::size_t n_before = cells.columns.size();
        worker.adder.add(document);
        worker.sums->drain([&](std::int32_t column, std::int32_t sum) {
          cells.columns.push_back(column);
          cells.sums.push_back(sum);
        });
        matrix.indptr[static_cast<std::size_t>(document) + 1] =
            static_cast<std::int64_t>(cells.columns.size() - n_before);
      }
    });
  });
  std::partial_sum(matrix.indptr.begin(), matrix.indptr.end(), matrix.indptr.begin());
  matrix.indices.reserve(static_cast<std::size_t>(matrix.indptr.back()));
  matrix.values.reserve(matrix.indices.capacity());
  for (ChunkCells& cells : chunks) {
    matrix.indices.insert(matrix.indices.end(), cells.columns.begin(), cells.columns.end());
    matrix.values.insert(matrix.values.end(), cells.sums.begin(), cells.sums.end());
    cells = {};
  }
  return matrix;
}

/// Adds the words of documents, each hashed once beforehand.
class WordAdder {
 public:
  WordAdder(const TokenIdsView& tokens, std::span<const Feature> features, CellSums& sums)
      : tokens_(tokens), features_(features), sums_(sums) {}

  void add(std::int64_t document) {
    for (const std::int32_t id : tokens_.of(document)) {
      const auto [column, value] = features_[static_cast<std::size_t>(id)];
      sums_.add(column, value);
    }
  }

 private:
  const TokenIdsView& tokens_;
  std::span<const Feature> features_;
  CellSums& sums_;
};

/// Adds the n-grams of documents, each hashed as it comes.
class NgramAdder {
 public:
  NgramAdder(const TokenIdsView& tokens, const Vocabulary& vocabulary, std::int32_t lo,
             std::int32_t hi, const FeatureHasher& hasher, CellSums& sums)
      : tokens_(tokens), vocabulary_(vocabulary), lo_(lo), hi_(hi), hasher_(hasher), sums_(sums) {}

  void add(std::int64_t document) {
    const auto ids = tokens_.of(document);
    for (std::size_t begin = 0; begin < ids.size(); ++begin) {
      MurmurStream stream;
      const std::size_t end = std::min(ids.size(), begin + static_cast<std::size_t>(hi_));
      for (std::size_t at = begin; at < end; ++at) {
        if (at > begin) stream.append(" ");
        stream.append(vocabulary_.term(ids[at]));
        if (at + 1 - begin < static_cast<std::size_t>(lo_)) continue;
        const auto [column, value] = hasher_.feature_of(stream.finish());
        sums_.add(column, value);
      }
    }
  }

 private:
  const TokenIdsView& tokens_;
  const Vocabulary& vocabulary_;
  std::int32_t lo_;
  std::int32_t hi_;
  const FeatureHasher& hasher_;
  CellSums& sums_;
};

/// Adds the n-grams of characters of texts.
class CharacterAdder {
 public:
  CharacterAdder(std::span<const std::string_view> texts, const CharacterNgramRules& rules,
                 const FeatureHasher& hasher, CellSums& sums)
      : texts_(texts), rules_(rules), hasher_(hasher), sums_(sums), text_(rules) {}

  void add(std::int64_t document) {
    text_.read(texts_[static_cast<std::size_t>(document)]);
    const auto add_ngram = [this](std::string_view ngram) {
      const auto [column, value] = hasher_.feature_of(murmur_hash_3(ngram));
      sums_.add(column, value);
    };
    if (!rules_.within_words) {
      text_.for_each_ngram(add_ngram);
    } else {
      text_.for_each_padded_word(
          [&](std::string_view word) { text_.for_each_ngram_of_word(word, add_ngram); });
    }
  }

 private:
  std::span<const std::string_view> texts_;
  const CharacterNgramRules& rules_;
  const FeatureHasher& hasher_;
  CellSums& sums_;
  CharacterText text_;
};

}  // namespace

std::int32_t murmur_hash_3(std::string_view bytes, std::uint32_t seed) {
  MurmurStream stream(seed);
  stream.append(bytes);
  return stream.finish();
}

Csr<double> hash_words(const TokenIdsView& tokens, const Vocabulary& vocabulary, std::int32_t lo,
                       std::int32_t hi, const FeatureHashingOptions& options) {
  check(options);
  require(1 <= lo && lo <= hi, "ngrams must be (lo, hi) with 1 <= lo <= hi, not (", lo, ", ", hi,
          ")");
  const FeatureHasher hasher(options);
  const std::int64_t n = tokens.n_documents();
  if (hi > 1) {
    return sum_rows(n, options, [&](CellSums& sums) {
      return NgramAdder(tokens, vocabulary, lo, hi, hasher, sums);
    });
  }
  std::vector<Feature> features;
  features.reserve(static_cast<std::size_t>(vocabulary.size()));
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    features.push_back(hasher.feature_of(murmur_hash_3(vocabulary.term(id))));
  }
  return sum_rows(n, options, [&](CellSums& sums) { return WordAdder(tokens, features, sums); });
}

Csr<double> hash_character_ngrams(const text::Texts& texts, const CharacterNgramRules& rules,
                                  const FeatureHashingOptions& options) {
  check(options);
  check(rules);
  const FeatureHasher hasher(options);
  return sum_rows(texts.size(), options, [&](CellSums& sums) {
    return CharacterAdder(texts.views(), rules, hasher, sums);
  });
}

}  // namespace broadsheet::terms
