#include "broadsheet/terms/tokens.hpp"

#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "broadsheet/require.hpp"

namespace broadsheet::terms {
namespace {

using parallel::Chunk;
using text::Span;

// Fewer than any language of news has in the mean, so that one reservation will do.
constexpr std::size_t kBytesAToken = 5;

void check_spans(const text::Texts& texts, const SpansView& zones) {
  require(zones.indptr.size() == texts.views().size() + 1, "zones must be of ", texts.size(),
          " texts, not of ", static_cast<std::int64_t>(zones.indptr.size()) - 1);
  require(zones.indptr.front() >= 0, "indptr of zones must not start with ", zones.indptr.front());
  require(zones.indptr.back() <= static_cast<std::int64_t>(zones.spans.size()),
          "indptr of zones must not end with ", zones.indptr.back(), " where there are ",
          zones.spans.size(), " spans");
  for (std::size_t row = 0; row < texts.views().size(); ++row) {
    const std::int64_t begin = zones.indptr[row];
    const std::int64_t end = zones.indptr[row + 1];
    require(begin <= end, "indptr of zones must not decrease, as it does at text ", row);
    const auto size = static_cast<std::int64_t>(texts.views()[row].size());
    for (std::int64_t at = begin; at < end; ++at) {
      const Span span = zones.spans[static_cast<std::size_t>(at)];
      require(0 <= span.begin && span.begin <= span.end && span.end <= size, "span [", span.begin,
              ", ", span.end, ") of text ", row, " must lie within its ", size, " bytes");
    }
  }
}

/// Texts and how to cut them.
struct Source {
  std::span<const std::string_view> texts;
  const Tokenizer& tokenizer;
  const SpansView* zones;

  void append_ids(std::size_t row, Vocabulary& vocabulary, std::vector<std::int32_t>& ids) const {
    if (zones == nullptr) {
      tokenizer.append_ids(texts[row], vocabulary, ids);
      return;
    }
    for (std::int64_t at = zones->indptr[row]; at < zones->indptr[row + 1]; ++at) {
      const Span span = zones->spans[static_cast<std::size_t>(at)];
      tokenizer.append_ids(text::slice(texts[row], span), vocabulary, ids);
    }
  }

  [[nodiscard]] std::size_t count_bytes(const Chunk& chunk) const {
    std::size_t n_bytes = 0;
    for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
      n_bytes += texts[static_cast<std::size_t>(row)].size();
    }
    return n_bytes;
  }
};

/// Cuts the texts of a chunk and writes the number of tokens of text i to indptr[i + 1].
void cut(const Source& source, const Chunk& chunk, Vocabulary& vocabulary,
         std::vector<std::int32_t>& ids, std::vector<std::int64_t>& indptr) {
  for (auto row = static_cast<std::size_t>(chunk.begin); row < static_cast<std::size_t>(chunk.end);
       ++row) {
    const std::size_t n_before = ids.size();
    source.append_ids(row, vocabulary, ids);
    indptr[row + 1] = static_cast<std::int64_t>(ids.size() - n_before);
  }
}

Tokens tokenize_on_one_thread(const Source& source, const parallel::LoopOptions& loop) {
  Tokens tokens;
  const auto vocabulary = std::make_shared<Vocabulary>();
  const auto n_texts = static_cast<std::int64_t>(source.texts.size());
  tokens.indptr.resize(source.texts.size() + 1);
  if (source.zones == nullptr) {
    tokens.ids.reserve(source.count_bytes({0, 0, n_texts}) / kBytesAToken);
  }
  parallel::for_each_chunk(n_texts, loop, [&](const Chunk& chunk) {
    cut(source, chunk, *vocabulary, tokens.ids, tokens.indptr);
  });
  tokens.vocabulary = vocabulary;
  return tokens;
}

/// A vocabulary of a thread, and what its ids are among all terms.
struct PrivateTerms {
  Vocabulary vocabulary;
  std::vector<std::int32_t> ids;
};

/// What a chunk became, in the ids of the thread that took it; and the ids that were new then.
struct ChunkTokens {
  std::vector<std::int32_t> ids;
  PrivateTerms* terms = nullptr;
  std::int32_t new_begin = 0;
  std::int32_t new_end = 0;
};

/// Every thread counts into a vocabulary of its own, which it keeps from chunk to chunk.
///
/// A thread takes its chunks in order. So a term that is new to it in some chunk either occurs
/// there for the first time of all or in an earlier chunk of another thread; going through the
/// new terms chunk by chunk meets all terms in the order of their first occurrence.
class ParallelTokenization {
 public:
  ParallelTokenization(const Source& source, const parallel::LoopOptions& loop)
      : source_(source),
        loop_(loop),
        chunks_(static_cast<std::size_t>(
            parallel::count_chunks(static_cast<std::int64_t>(source.texts.size()), loop))) {
    tokens_.indptr.resize(source.texts.size() + 1);
  }

  Tokens run() {
    const auto n_texts = static_cast<std::int64_t>(source_.texts.size());
    parallel::for_each_chunk(n_texts, loop_, [this](const Chunk& chunk) { cut_chunk(chunk); });
    number_terms();
    const parallel::LoopOptions by_chunk{.n_threads = loop_.n_threads, .chunk_size = 1};
    parallel::for_each_chunk(
        static_cast<std::int64_t>(chunks_.size()), by_chunk,
        [this](const Chunk& chunk) { renumber(chunks_[static_cast<std::size_t>(chunk.index)]); });
    join_chunks();
    return std::move(tokens_);
  }

 private:
  PrivateTerms& terms_of_this_thread() {
    const std::lock_guard lock(mutex_);
    return terms_[std::this_thread::get_id()];
  }

  void cut_chunk(const Chunk& chunk) {
    ChunkTokens& tokens = chunks_[static_cast<std::size_t>(chunk.index)];
    tokens.terms = &terms_of_this_thread();
    Vocabulary& vocabulary = tokens.terms->vocabulary;
    tokens.new_begin = vocabulary.size();
    if (source_.zones == nullptr) tokens.ids.reserve(source_.count_bytes(chunk) / kBytesAToken);
    cut(source_, chunk, vocabulary, tokens.ids, tokens_.indptr);
    tokens.new_end = vocabulary.size();
  }

  void number_terms() {
    const auto vocabulary = std::make_shared<Vocabulary>();
    for (const ChunkTokens& chunk : chunks_) {
      for (std::int32_t id = chunk.new_begin; id < chunk.new_end; ++id) {
        chunk.terms->ids.push_back(vocabulary->add(chunk.terms->vocabulary.term(id)));
      }
    }
    tokens_.vocabulary = vocabulary;
  }

  static void renumber(ChunkTokens& chunk) {
    for (std::int32_t& id : chunk.ids) id = chunk.terms->ids[static_cast<std::size_t>(id)];
  }

  void join_chunks() {
    std::size_t n_tokens = 0;
    for (const ChunkTokens& chunk : chunks_) n_tokens += chunk.ids.size();
    tokens_.ids.reserve(n_tokens);
    for (ChunkTokens& chunk : chunks_) {
      tokens_.ids.insert(tokens_.ids.end(), chunk.ids.begin(), chunk.ids.end());
      chunk.ids = {};  // Gives the memory back at once.
    }
  }

  const Source& source_;
  const parallel::LoopOptions& loop_;
  std::vector<ChunkTokens> chunks_;
  std::mutex mutex_;
  std::map<std::thread::id, PrivateTerms> terms_;  // Guarded by mutex_; nodes stay in place.
  Tokens tokens_;
};

}  // namespace

Tokens tokenize(const text::Texts& texts, const Tokenizer& tokenizer, const SpansView* zones,
                const parallel::LoopOptions& loop) {
  if (zones != nullptr) check_spans(texts, *zones);
  const Source source{texts.views(), tokenizer, zones};
  Tokens tokens = loop.n_threads == 1 ? tokenize_on_one_thread(source, loop)
                                      : ParallelTokenization(source, loop).run();
  for (std::size_t row = 1; row < tokens.indptr.size(); ++row) {
    tokens.indptr[row] += tokens.indptr[row - 1];
  }
  return tokens;
}

Tokens relabel(const TokenIdsView& tokens, std::span<const std::int32_t> new_ids,
               std::shared_ptr<const Vocabulary> vocabulary) {
  require(new_ids.size() == static_cast<std::size_t>(tokens.n_terms), "new_ids must be of ",
          tokens.n_terms, " terms, not of ", new_ids.size());
  for (std::size_t id = 0; id < new_ids.size(); ++id) {
    require(-1 <= new_ids[id] && new_ids[id] < vocabulary->size(), "new_ids must lie in [-1, ",
            vocabulary->size(), "), not be ", new_ids[id], " as of term ", id);
  }
  Tokens relabelled;
  relabelled.vocabulary = std::move(vocabulary);
  relabelled.indptr.reserve(tokens.indptr.size());
  relabelled.ids.reserve(tokens.ids.size());
  relabelled.indptr.push_back(0);
  for (std::int64_t document = 0; document < tokens.n_documents(); ++document) {
    for (const std::int32_t id : tokens.of(document)) {
      const std::int32_t new_id = new_ids[static_cast<std::size_t>(id)];
      if (new_id >= 0) relabelled.ids.push_back(new_id);
    }
    relabelled.indptr.push_back(static_cast<std::int64_t>(relabelled.ids.size()));
  }
  return relabelled;
}

Tokens select_rows(const TokenIdsView& tokens, std::span<const std::int64_t> rows,
                   std::shared_ptr<const Vocabulary> vocabulary) {
  Tokens selected;
  selected.vocabulary = std::move(vocabulary);
  selected.indptr.reserve(rows.size() + 1);
  selected.indptr.push_back(0);
  for (const std::int64_t row : rows) {
    if (row < 0 || row >= tokens.n_documents()) {
      throw std::out_of_range("row " + std::to_string(row) + " is out of range for " +
                              std::to_string(tokens.n_documents()) + " documents");
    }
    selected.indptr.push_back(selected.indptr.back() +
                              static_cast<std::int64_t>(tokens.of(row).size()));
  }
  selected.ids.reserve(static_cast<std::size_t>(selected.indptr.back()));
  for (const std::int64_t row : rows) {
    const auto ids = tokens.of(row);
    selected.ids.insert(selected.ids.end(), ids.begin(), ids.end());
  }
  return selected;
}

}  // namespace broadsheet::terms
