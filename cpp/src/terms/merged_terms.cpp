#include "broadsheet/terms/merged_terms.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "padded_terms.hpp"

namespace broadsheet::terms {
namespace {

std::vector<std::int32_t> add_all(std::string_view bytes, std::span<const std::int64_t> ends,
                                  Vocabulary& vocabulary) {
  const PaddedTerms terms(bytes, ends);
  std::vector<std::int32_t> ids(terms.views().size());
  vocabulary.add_padded(terms.views(), ids.data());
  return ids;
}

NewNumbers share(std::vector<std::int32_t>&& numbers) {
  return std::make_shared<const std::vector<std::int32_t>>(std::move(numbers));
}

/// Null if the numbers are 0, 1, 2 and so on.
NewNumbers share_unless_same(std::vector<std::int32_t>&& numbers) {
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] != static_cast<std::int32_t>(i)) return share(std::move(numbers));
  }
  return nullptr;
}

bool are_same(const Labels& left, const Labels& right) {
  return left.offsets == right.offsets && left.bytes == right.bytes;
}

/// The terms in the order of their bytes; `places` becomes the place of each id among them.
Labels sorted_labels(const Vocabulary& vocabulary, std::vector<std::int32_t>& places) {
  Labels labels;
  labels.bytes.reserve(vocabulary.bytes().size());
  labels.offsets.reserve(vocabulary.ends().size());
  places.resize(static_cast<std::size_t>(vocabulary.size()));
  std::int32_t place = 0;
  for (const std::int32_t id : vocabulary.sorted_ids()) {
    labels.bytes += vocabulary.term(id);
    labels.offsets.push_back(std::ssize(labels.bytes));
    places[static_cast<std::size_t>(id)] = place++;
  }
  return labels;
}

}  // namespace

MergedVocabulary merge_vocabularies(std::span<const std::shared_ptr<const Vocabulary>> parts,
                                    const parallel::Watch& watch) {
  std::shared_ptr<Vocabulary> merged;  // Null while the first part has all terms.
  std::map<const Vocabulary*, NewNumbers> known{{parts[0].get(), nullptr}};
  MergedVocabulary result;
  for (const auto& part : parts) {
    if (!known.contains(part.get())) {
      if (!merged) merged = std::make_shared<Vocabulary>(*parts[0]);
      known[part.get()] = share_unless_same(add_all(part->bytes(), part->ends(), *merged));
      if (watch) watch(0);
    }
    result.new_ids.push_back(known[part.get()]);
  }
  result.vocabulary = merged ? merged : parts[0];
  return result;
}

MergedLabels merge_labels(std::span<const Labels> parts, const parallel::Watch& watch) {
  MergedLabels result;
  result.new_columns.resize(parts.size());
  if (std::ranges::all_of(parts, [&](const Labels& part) { return are_same(part, parts[0]); })) {
    result.labels = parts[0];
    return result;
  }
  Vocabulary vocabulary;
  std::vector<std::vector<std::int32_t>> ids;
  for (const Labels& part : parts) {
    ids.push_back(add_all(part.bytes, part.offsets, vocabulary));
    if (watch) watch(0);
  }
  std::vector<std::int32_t> places;
  result.labels = sorted_labels(vocabulary, places);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (std::int32_t& id : ids[part]) id = places[static_cast<std::size_t>(id)];
    result.new_columns[part] = share_unless_same(std::move(ids[part]));
  }
  return result;
}

}  // namespace broadsheet::terms
