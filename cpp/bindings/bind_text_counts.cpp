#include <optional>
#include <string>
#include <vector>

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/statistics/syllables.hpp"
#include "broadsheet/statistics/text_counts.hpp"
#include "broadsheet/text/texts.hpp"
#include "zone_source.hpp"

namespace broadsheet::bindings {

using namespace py::literals;

void bind_text_counts(py::module_ module) {
  module.def(
      "text_counts",
      [](const text::Texts& texts, const std::optional<std::string>& zone,
         const std::optional<std::vector<std::string>>& familiar_words, bool detect,
         const std::optional<Array<std::int64_t>>& known, int n_threads,
         const py::object& progress) {
        statistics::FamiliarWords words;
        statistics::TextCountOptions options{.zone = std::nullopt,
                                             .loop = loop_options(n_threads, progress)};
        if (zone) options.zone = zone_named(*zone);
        if (familiar_words) {
          for (const auto& word : *familiar_words) words.add(word);
          options.familiar_words = &words;
        }
        const auto rows = view_known(known);
        statistics::TextCounts counts;
        {
          const py::gil_scoped_release release;
          counts = statistics::text_counts(
              texts.views(), {.detection = detection_of(detect), .rows = rows}, options);
        }
        py::list arrays;
        for (auto& count : counts) arrays.append(own_array(std::move(count)));
        return arrays;
      },
      "texts"_a, "zone"_a, "familiar_words"_a, py::kw_only(), "detect"_a,
      py::arg("known").noconvert() = py::none(), "n_threads"_a, "progress"_a);
  module.def(
      "count_syllables",
      [](const std::vector<std::string>& words) {
        std::vector<std::int64_t> counts;
        {
          const py::gil_scoped_release release;
          for (const auto& word : words) counts.push_back(statistics::count_syllables(word));
        }
        return own_array(std::move(counts));
      },
      "words"_a);
}

}  // namespace broadsheet::bindings
