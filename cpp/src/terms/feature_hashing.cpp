#include "broadsheet/terms/feature_hashing.hpp"
#include "broadsheet/parallel/phases.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"
#include "character_text.hpp"
#include "finished_rows.hpp"
#include "int_blocks.hpp"
#include "murmur_hash.hpp"
#include "row_cells.hpp"
#include "word_tally.hpp"

namespace broadsheet::terms {
namespace {

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
        mask_(std::has_single_bit(n_features_) ? n_features_ - 1 : 0),
        alternate_sign_(options.alternate_sign) {}

  [[nodiscard]] Feature feature_of(std::int32_t hash) const {
    const bool is_negative = hash < 0;
    const auto bits = static_cast<std::uint32_t>(hash);
    // Of -2**31 this is 2**31, which no int32 holds.
    const std::uint32_t absolute = is_negative ? 0U - bits : bits;
    const std::uint32_t column = mask_ != 0 ? absolute & mask_ : absolute % n_features_;
    return {static_cast<std::int32_t>(column), is_negative && alternate_sign_ ? -1 : 1};
  }

 private:
  std::uint32_t n_features_;
  std::uint32_t mask_;  // What is quicker than a division, if there is one.
  bool alternate_sign_;
};

void check(const FeatureHashingOptions& options) {
  require(options.n_features >= 1, "n_features must be at least 1, not ", options.n_features);
}

/// Sums rows: `make_adder()` makes what a thread adds documents with, by `add(document, cells)`.
template <typename MakeAdder>
Csr<double> sum_rows(std::int64_t n_documents, const FeatureHashingOptions& options,
                     const MakeAdder& make_adder) {
  struct Worker {
    std::invoke_result_t<MakeAdder> adder;
    RowCells cells;
    IntBlocks memory;
  };
  const auto loop = [&](int index) {
    return loop_of({index, 2, n_documents, n_documents}, options.loop, kDocumentsPerChunk);
  };
  FinishedRows rows(n_documents, kDocumentsPerChunk);
  {
    parallel::Scratch<Worker> workers(
        [&] { return Worker{make_adder(), RowCells(options.n_features), {}}; });
    parallel::for_each_chunk(n_documents, loop(0), [&](const parallel::Chunk& chunk) {
      workers.with([&](Worker& worker) {
        for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
          worker.adder.add(document, worker.cells);
          rows.make(document, worker.cells.size(), worker.memory, [&](std::int32_t* to) {
            for (const auto& [column, sum] : worker.cells.take()) {
              *to++ = column;
              *to++ = sum;
            }
            return to;
          });
        }
      });
    });
  }
  return rows.join<double>(options.n_features, loop(1));
}

/// A term, hashed once beforehand.
struct HashedTerm {
  Feature feature;
  std::uint32_t begun = 0;  ///< The hash so far of n-grams that go on after the term and a space.
};

std::vector<HashedTerm> hash_terms(const Vocabulary& vocabulary, const FeatureHasher& hasher) {
  std::vector<HashedTerm> hashed;
  hashed.reserve(static_cast<std::size_t>(vocabulary.size()));
  std::string text;
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    const std::string_view term = vocabulary.term(id);
    text.assign(term).append(1, ' ').append(kMurmurPadding, '\0');
    MurmurRun run;
    run.advance(text.data(), term.size() + 1);
    const std::int32_t hash = murmur_hash_3_padded(text.data(), term.size());
    hashed.push_back({hasher.feature_of(hash), run.hash()});
  }
  return hashed;
}

/// Adds the words of documents.
class WordAdder {
 public:
  WordAdder(const TokenIdsView& tokens, std::span<const HashedTerm> terms)
      : tokens_(tokens), terms_(terms) {}

  void add(std::int64_t document, RowCells& cells) {
    for (const std::int32_t id : tokens_.of(document)) {
      const auto [column, value] = terms_[static_cast<std::size_t>(id)].feature;
      cells.add(column, value);
    }
  }

 private:
  const TokenIdsView& tokens_;
  std::span<const HashedTerm> terms_;
};

/// Adds the n-grams of documents: the words of a document are written one behind the other, and an
/// n-gram is a piece of that, whose hash goes on from that of its first word.
class NgramAdder {
 public:
  NgramAdder(const TokenIdsView& tokens, const Vocabulary& vocabulary,
             std::span<const HashedTerm> terms, std::int32_t lo, std::int32_t hi,
             const FeatureHasher& hasher)
      : tokens_(tokens),
        vocabulary_(vocabulary),
        terms_(terms),
        lo_(static_cast<std::size_t>(lo)),
        hi_(static_cast<std::size_t>(hi)),
        hasher_(hasher) {}

  void add(std::int64_t document, RowCells& cells) {
    const auto ids = tokens_.of(document);
    write(ids);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const HashedTerm& first = terms_[static_cast<std::size_t>(ids[i])];
      if (lo_ == 1) cells.add(first.feature.column, first.feature.value);
      const char* bytes = text_.data() + begins_[i];
      MurmurRun run(first.begun, (begins_[i + 1] - begins_[i]) & ~std::size_t{3});
      for (std::size_t n = std::max<std::size_t>(lo_, 2); n <= hi_ && i + n <= ids.size(); ++n) {
        const std::size_t length = begins_[i + n] - 1 - begins_[i];
        run.advance(bytes, length);
        const auto [column, value] = hasher_.feature_of(run.finish(bytes, length));
        cells.add(column, value);
      }
    }
  }

 private:
  void write(std::span<const std::int32_t> ids) {
    text_.clear();
    begins_.clear();
    for (const std::int32_t id : ids) {
      begins_.push_back(text_.size());
      text_ += vocabulary_.term(id);
      text_ += ' ';
    }
    begins_.push_back(text_.size());
    text_.append(kMurmurPadding, '\0');
  }

  const TokenIdsView& tokens_;
  const Vocabulary& vocabulary_;
  std::span<const HashedTerm> terms_;
  const std::size_t lo_;
  const std::size_t hi_;
  const FeatureHasher& hasher_;
  std::string text_;
  std::vector<std::size_t> begins_;  // Of the words, and one past the last and its space.
};

/// Adds the n-grams of characters of texts, each text one run.
class RunAdder {
 public:
  RunAdder(std::span<const std::string_view> texts, const CharacterNgramRules& rules,
           const FeatureHasher& hasher)
      : texts_(texts), hasher_(hasher), text_(rules) {}

  void add(std::int64_t document, RowCells& cells) {
    text_.read(texts_[static_cast<std::size_t>(document)]);
    text_.for_each_ngram([&](std::string_view ngram) {
      const std::int32_t hash = murmur_hash_3_padded(ngram.data(), ngram.size());
      const auto [column, value] = hasher_.feature_of(hash);
      cells.add(column, value);
    });
  }

 private:
  std::span<const std::string_view> texts_;
  const FeatureHasher& hasher_;
  CharacterText text_;
};

/// Adds the n-grams of characters within the words of texts. Those of a word are hashed when it
/// comes for the first time; from time to time all are forgotten, so that memory stays bounded.
class WordNgramAdder {
 public:
  WordNgramAdder(std::span<const std::string_view> texts, const CharacterNgramRules& rules,
                 const FeatureHasher& hasher)
      : texts_(texts), hasher_(hasher), tally_(rules), word_(rules) {}

  void add(std::int64_t document, RowCells& cells) {
    if (features_.size() > kMostFeatures) {
      tally_.forget();
      ends_.resize(1);
      features_.clear();
    }
    tally_.count(texts_[static_cast<std::size_t>(document)]);
    hash_new_words();
    tally_.drain([&](std::int32_t word, std::int32_t count) {
      const auto place = static_cast<std::size_t>(word);
      for (std::size_t i = ends_[place]; i < ends_[place + 1]; ++i) {
        cells.add(features_[i].column, count * features_[i].value);
      }
    });
  }

 private:
  static constexpr std::size_t kMostFeatures = std::size_t{1} << 23;

  void hash_new_words() {
    while (std::ssize(ends_) <= tally_.words().size()) {
      const auto word = static_cast<std::int32_t>(ends_.size() - 1);
      word_.for_each_ngram_of_word(tally_.words().term(word), [&](std::string_view ngram) {
        features_.push_back(hasher_.feature_of(murmur_hash_3(ngram)));
      });
      ends_.push_back(features_.size());
    }
  }

  std::span<const std::string_view> texts_;
  const FeatureHasher& hasher_;
  WordTally tally_;
  CharacterText word_;
  std::vector<Feature> features_;
  std::vector<std::size_t> ends_ = {0};  // By word: where its features end.
};

}  // namespace

std::int32_t murmur_hash_3(std::string_view bytes, std::uint32_t seed) {
  std::string padded(bytes);
  padded.append(kMurmurPadding, '\0');
  return murmur_hash_3_padded(padded.data(), bytes.size(), seed);
}

Csr<double> hash_words(const TokenIdsView& tokens, const Vocabulary& vocabulary, std::int32_t lo,
                       std::int32_t hi, const FeatureHashingOptions& options) {
  check(options);
  require(1 <= lo && lo <= hi, "ngrams must be (lo, hi) with 1 <= lo <= hi, not (", lo, ", ", hi,
          ")");
  const FeatureHasher hasher(options);
  const std::int64_t n = tokens.n_documents();
  const std::vector<HashedTerm> terms = hash_terms(vocabulary, hasher);
  if (hi == 1) return sum_rows(n, options, [&] { return WordAdder(tokens, terms); });
  return sum_rows(n, options,
                  [&] { return NgramAdder(tokens, vocabulary, terms, lo, hi, hasher); });
}

Csr<double> hash_character_ngrams(const text::Texts& texts, const CharacterNgramRules& rules,
                                  const FeatureHashingOptions& options) {
  check(options);
  check(rules);
  const FeatureHasher hasher(options);
  if (rules.within_words) {
    return sum_rows(texts.size(), options,
                    [&] { return WordNgramAdder(texts.views(), rules, hasher); });
  }
  return sum_rows(texts.size(), options, [&] { return RunAdder(texts.views(), rules, hasher); });
}

}  // namespace broadsheet::terms
