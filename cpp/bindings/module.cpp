#include "bindings.hpp"

PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used()) {
  using namespace broadsheet::bindings;
  module.doc() = "Compiled core of broadsheet. Private; its names may change.";
  module.attr("__version__") = BROADSHEET_VERSION;
  const auto text = module.def_submodule("text");
  bind_text(text);
  bind_texts(text);
  bind_article(module.def_submodule("article"));
  const auto terms = module.def_submodule("terms");
  bind_vocabulary(terms);
  bind_tokenizer(terms);
  bind_tokens(terms);
  bind_counts(terms);
  bind_matrix(terms);
  bind_merging(terms);
  bind_selection(terms);
  bind_term_totals(terms);
  bind_character_ngrams(terms);
  bind_feature_hashing(terms);
  bind_weights(terms);
  const auto statistics = module.def_submodule("statistics");
  statistics.doc() = "Term statistics. Private: import broadsheet.measures instead.";
  bind_adjustment(statistics);
  bind_association(statistics);
  bind_bursts(statistics);
  bind_commonness(statistics);
  bind_concordance(statistics);
  bind_cooccurrence(statistics);
  bind_dispersion(statistics);
  bind_diversity(statistics);
  bind_keywords(statistics);
  bind_log_odds(statistics);
  bind_rank_sum(statistics);
  bind_rates(statistics);
  bind_readability(statistics);
  bind_resampling(statistics);
  bind_text_counts(statistics);
  bind_trend(statistics);
  bind_vocabulary_growth(statistics);
  const auto similarity = module.def_submodule("similarity");
  bind_similarity(similarity);
  bind_lsa(similarity);
  bind_sketches(similarity);
  bind_simhash(similarity);
  bind_clusters(similarity);
}
