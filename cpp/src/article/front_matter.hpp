#pragma once

#include <string_view>

namespace broadsheet::article {

// What a block of text is by its looks alone. Each takes a block without blank edges.

/// "By Jane Doe, Associated Press Writer".
[[nodiscard]] bool is_byline(std::string_view block);

/// "Associated Press Writer", on a line of its own under a byline.
[[nodiscard]] bool is_byline_title(std::string_view block);

/// Of one line of few words, without the end of a sentence, or with capitals as titles have them.
[[nodiscard]] bool is_headline(std::string_view block);

/// "FOR IMMEDIATE RELEASE", "Contact: ...", a date, a telephone number: neither title nor story.
[[nodiscard]] bool is_notice(std::string_view block);

/// "Contact: Jane Doe, 202/224-0610".
[[nodiscard]] bool is_contact(std::string_view block);

/// "* Wheat": an item of a list.
[[nodiscard]] bool is_item(std::string_view block);

/// "-30-", "###", "Reuter": the mark that closes a story.
[[nodiscard]] bool is_end_mark(std::string_view block);

/// `block` without such a mark at its end, apart by a space, and without the space; as it is if
/// nothing else were left.
[[nodiscard]] std::string_view without_end_mark(std::string_view block);

/// Ends as running text does.
[[nodiscard]] bool ends_sentence(std::string_view block);

}  // namespace broadsheet::article
