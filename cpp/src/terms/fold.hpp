#pragma once

#include <string>
#include <string_view>

#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/text/mapped_text.hpp"

namespace broadsheet::terms {

/// Writes the term that a token counts as into `term`, over what was there; see Tokenizer. Under
/// kSklearn `token` may as well be a stretch that is yet to be cut.
void fold_token(std::string_view token, const TokenizerOptions& options, std::string& term);

/// `text` as kSklearn strips it of accents, which are not kKept.
[[nodiscard]] text::MappedText strip_for_sklearn(std::string_view text, Accents accents);

}  // namespace broadsheet::terms
