#include "broadsheet/statistics/diversity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"
#include "names.hpp"
#include "richness.hpp"
#include "type_counts.hpp"
#include "windows.hpp"

namespace broadsheet::statistics {
namespace {

/// A document, and working memory.
struct Text {
  std::span<const std::int32_t> tokens;
  Frequencies types;
  TypeCounts counts;

  explicit Text(std::int32_t n_terms) : counts(n_terms) {}

  void hold(std::span<const std::int32_t> of_document) {
    tokens = of_document;
    types.counts.clear();
    types.n_tokens = static_cast<double>(tokens.size());
    for (const std::int32_t token : tokens) counts.add(token);
    for (const std::int32_t token : tokens) {
      if (counts[token] == 0) continue;
      types.counts.push_back(counts[token]);
      counts.clear({&token, 1});
    }
    std::ranges::sort(types.counts);
  }
};

using Measure = double (*)(Text&, const DiversityOptions&);
using Options = const DiversityOptions&;

struct Entry {
  std::string_view name;
  Measure measure;
};

double ttr(const Frequencies& text) {
  return text.n_types() / text.n_tokens;
}

constexpr auto kEntries = std::to_array<Entry>({
    {"ttr", [](Text& t, Options) { return ttr(t.types); }},
    {"guiraud", [](Text& t, Options) { return t.types.n_types() / std::sqrt(t.types.n_tokens); }},
    {"cttr", [](Text& t, Options) { return t.types.n_types() / std::sqrt(2 * t.types.n_tokens); }},
    {"herdan_c",
     [](Text& t, Options) { return std::log(t.types.n_types()) / std::log(t.types.n_tokens); }},
    {"maas_a2", [](Text& t, Options) { return maas_a2(t.types, 1); }},
    {"maas_a", [](Text& t, Options) { return std::sqrt(maas_a2(t.types, 1)); }},
    {"maas_a2_log10", [](Text& t, Options) { return maas_a2(t.types, std::numbers::ln10); }},
    {"maas_a_log10",
     [](Text& t, Options) { return std::sqrt(maas_a2(t.types, std::numbers::ln10)); }},
    {"yule_k", [](Text& t, Options) { return yule_k(t.types); }},
    {"simpson_d", [](Text& t, Options) { return simpson_d(t.types); }},
    {"herdan_vm", [](Text& t, Options) { return herdan_vm(t.types); }},
    {"fisher_alpha", [](Text& t, Options) { return fisher_alpha(t.types); }},
    {"msttr", [](Text& t, Options o) { return msttr(t.tokens, o.window, t.counts); }},
    {"mattr", [](Text& t, Options o) { return mattr(t.tokens, o.window, t.counts); }},
    {"mtld", [](Text& t, Options o) { return mtld(t.tokens, o.threshold, t.counts); }},
    {"hd_d", [](Text& t, Options o) { return hd_d(t.types, o.sample); }},
});
static_assert(kEntries.size() == static_cast<std::size_t>(Diversity::kHdD) + 1);

constexpr auto kNames = names_of(kEntries);

}  // namespace

void check(const DiversityOptions& options) {
  require(options.window >= 1, "window must be at least 1, not ", options.window);
  require(options.threshold > 0 && options.threshold < 1,
          "threshold must lie between 0 and 1, not ", options.threshold);
  require(options.sample >= 1, "sample must be at least 1, not ", options.sample);
}

std::span<const std::string_view> diversity_names() {
  return kNames;
}

Diversity find_diversity(std::string_view name) {
  return find_name<Diversity>(kNames, name, "diversity");
}

std::vector<std::vector<double>> diversity(const terms::TokenIdsView& tokens,
                                           std::span<const Diversity> measures,
                                           const DiversityOptions& options,
                                           const parallel::LoopOptions& loop) {
  check(options);
  const auto n_documents = static_cast<std::size_t>(tokens.n_documents());
  std::vector<std::vector<double>> values(
      measures.size(), std::vector<double>(n_documents, std::numeric_limits<double>::quiet_NaN()));
  parallel::Scratch<Text> texts([&] { return Text(tokens.n_terms); });
  parallel::for_each_chunk(tokens.n_documents(), loop, [&](const parallel::Chunk& chunk) {
    texts.with([&](Text& text) {
      for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
        if (tokens.of(document).empty()) continue;
        text.hold(tokens.of(document));
        for (std::size_t i = 0; i < measures.size(); ++i) {
          const Entry& entry = kEntries[static_cast<std::size_t>(measures[i])];
          values[i][static_cast<std::size_t>(document)] = entry.measure(text, options);
        }
      }
    });
  });
  return values;
}

}  // namespace broadsheet::statistics
