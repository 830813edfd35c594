#include "zone_finder.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

#include "broadsheet/article/sentences.hpp"
#include "broadsheet/text/utf8.hpp"
#include "characters.hpp"
#include "front_matter.hpp"
#include "layout.hpp"

namespace broadsheet::article {
namespace {

using text::Span;

constexpr std::size_t kMaxFrontBlocks = 8;
constexpr std::size_t kMaxDeckBlocks = 2;
constexpr std::int64_t kMaxFrontBlock = 350;  // In code points, as the next two.
constexpr std::int64_t kMaxFlash = 100;
constexpr std::int64_t kMaxShortHeadline = 120;
constexpr std::int64_t kMinStoryBytes = 40;  // Fewer characters where these take more bytes.
constexpr std::int64_t kMaxTitleBytes = 600;

Span shifted(Span span, std::int64_t by) {
  return span.is_empty() ? Span{} : Span{span.begin + by, span.end + by};
}

class ZoneFinder {
 public:
  ZoneFinder(std::string_view text, Span within)
      : text_(text), blocks_(find_blocks(text, within)), n_blocks_(blocks_.size()) {}

  // Without any look at what the blocks are.
  Zones take_as_body() && {
    set_body(0);
    return zones_;
  }

  Zones find_story() && {
    drop_end_marks();
    begin_story(skip_byline(0));
    return zones_;
  }

  Zones find_all() && {
    drop_end_marks();
    const std::size_t first = skip_notices(0);
    if (const auto story = find_dated_story(first)) {
      read_front(first, *story);
      begin_story(*story);
    } else if (first < n_blocks_ && is_headline_at(first) && is_story_after(first)) {
      zones_.headline = blocks_[first].span;
      begin_story(skip_deck_and_byline(first + 1));
    } else {
      begin_story(skip_byline(0));
    }
    return zones_;
  }

 private:
  std::string_view block(std::size_t i) const { return text::slice(text_, blocks_[i].span); }

  bool fits(std::size_t i, std::int64_t n_max) const { return article::fits(block(i), n_max); }

  void drop_end_marks() {
    while (n_blocks_ > 1) {
      const auto last = block(n_blocks_ - 1);
      if (!is_end_mark(last) && !is_contact(last)) break;
      --n_blocks_;
    }
    if (n_blocks_ > 0) {
      Span& last = blocks_[n_blocks_ - 1].span;
      last.end =
          last.begin + static_cast<std::int64_t>(without_end_mark(block(n_blocks_ - 1)).size());
    }
  }

  // Never past the last block: something is the story.
  std::size_t skip_notices(std::size_t i) const {
    while (i + 1 < n_blocks_ && is_notice(block(i))) ++i;
    return i;
  }

  bool is_headline_at(std::size_t i) const {
    if (is_headline(block(i))) return true;
    return stands_apart(i) && fits(i, kMaxShortHeadline) && split_sentences(block(i)).size() == 1;
  }

  // The only block that a blank line follows.
  bool stands_apart(std::size_t first) const {
    if (first + 3 >= n_blocks_ || !blocks_[first + 1].follows_blank_line) return false;
    for (std::size_t i = first + 2; i < n_blocks_; ++i) {
      if (blocks_[i].follows_blank_line) return false;
    }
    return true;
  }

  // The block with a dateline, where nothing but short blocks stands before it.
  std::optional<std::size_t> find_dated_story(std::size_t first) const {
    const std::size_t end = std::min(n_blocks_, first + kMaxFrontBlocks);
    for (std::size_t i = first; i < end; ++i) {
      if (has_dateline(i)) return i;
      if (!fits(i, kMaxFrontBlock)) return std::nullopt;
    }
    return std::nullopt;
  }

  // "LONDON - A CITY IN FEAR" over a story in lower case is a headline, and so is one without the
  // end of a sentence where nothing but the place tells.
  bool has_dateline(std::size_t i) const {
    const auto dateline = find_dateline(block(i));
    if (!dateline) return false;
    const bool is_place_only =
        dateline->region.is_empty() && dateline->date.is_empty() && dateline->agency.is_empty();
    if (is_place_only && !ends_sentence(block(i)) && fits(i, kMaxFlash)) return false;
    const auto rest = count_case(block(i).substr(static_cast<std::size_t>(dateline->whole.end)));
    return rest.n_lower > 0 || rest.n_upper == 0 || count_case(text_).n_lower == 0;
  }

  // Something that reads as running text.
  bool is_story(std::size_t i) const {
    const auto size = blocks_[i].span.size();
    return size >= kMaxTitleBytes || (ends_sentence(block(i)) && size >= kMinStoryBytes);
  }

  bool is_story_after(std::size_t first) const {
    for (std::size_t i = first + 1; i < n_blocks_; ++i) {
      if (is_story(i)) return true;
    }
    return false;
  }

  // Before a dateline everything is known to be no story: a headline, then deck and byline.
  void read_front(std::size_t first, std::size_t story) {
    for (std::size_t i = first; i < story; ++i) {
      if (is_notice(block(i)) || block(i).ends_with(':')) continue;
      if (zones_.byline.is_empty() && is_byline(block(i))) {
        i = skip_byline(i) - 1;
      } else if (zones_.headline.is_empty()) {
        if (zones_.byline.is_empty()) zones_.headline = blocks_[i].span;
      } else if (zones_.deck.is_empty()) {
        last_of_deck_ = i;
        zones_.deck = blocks_[i].span;
      } else {
        extend_deck(i);
      }
    }
  }

  // A deck goes on over the next block, not over what stands apart from it.
  void extend_deck(std::size_t i) {
    if (i != last_of_deck_ + 1 || blocks_[i].follows_blank_line) return;
    last_of_deck_ = i;
    zones_.deck.end = blocks_[i].span.end;
  }

  std::size_t skip_deck_and_byline(std::size_t i) {
    i = skip_byline(skip_notices(i));
    std::size_t end = i;
    while (end < n_blocks_ && end - i <= kMaxDeckBlocks && is_deck(end)) ++end;
    if (i > 0 && end == i && is_second_half(i)) ++end;
    if (end > i && end - i <= kMaxDeckBlocks && is_story_after(end - 1)) {
      zones_.deck = {blocks_[i].span.begin, blocks_[end - 1].span.end};
      i = end;
    }
    i = skip_notices(i);
    return zones_.byline.is_empty() ? skip_notices(skip_byline(i)) : i;
  }

  bool is_deck(std::size_t i) const {
    const bool has_look = !ends_sentence(block(i)) || has_capitals_only(block(i));
    return i + 1 < n_blocks_ && has_look && fits(i, kMaxFrontBlock) && !is_byline(block(i)) &&
           !is_notice(block(i)) && !is_item(block(i));
  }

  // "Commandos take on larger role;" on the line before.
  bool is_second_half(std::size_t i) const {
    return i + 1 < n_blocks_ && block(i - 1).ends_with(';') && !blocks_[i].follows_blank_line &&
           fits(i, kMaxFrontBlock);
  }

  std::size_t skip_byline(std::size_t i) {
    if (i + 1 >= n_blocks_ || !is_byline(block(i))) return i;
    zones_.byline = blocks_[i].span;
    ++i;
    if (i + 1 < n_blocks_ && is_byline_title(block(i))) {
      zones_.byline.end = blocks_[i].span.end;
      ++i;
    }
    return i;
  }

  void begin_story(std::size_t i) {
    if (i < n_blocks_) {
      Span& first = blocks_[i].span;
      if (auto dateline = has_dateline(i) ? find_dateline(block(i)) : std::nullopt) {
        for (Span* part : {&dateline->whole, &dateline->place, &dateline->region, &dateline->date,
                           &dateline->agency}) {
          *part = shifted(*part, first.begin);
        }
        zones_.dateline = dateline;
        first = trim(text_, {dateline->whole.end, first.end});
      }
    }
    set_body(i);
  }

  void set_body(std::size_t begin) {
    for (std::size_t i = begin; i < n_blocks_; ++i) {
      if (!blocks_[i].span.is_empty()) zones_.paragraphs.push_back(blocks_[i].span);
    }
    if (zones_.paragraphs.empty()) return;
    zones_.body = {zones_.paragraphs.front().begin, zones_.paragraphs.back().end};
  }

  std::string_view text_;
  std::vector<Block> blocks_;
  std::size_t n_blocks_;
  std::size_t last_of_deck_ = 0;
  Zones zones_;
};

void require_within(std::string_view text, Span span, const char* name) {
  const auto size = static_cast<std::int64_t>(text.size());
  const auto is_boundary = [&](std::int64_t at) {
    return at == size ||
           (static_cast<unsigned char>(text[static_cast<std::size_t>(at)]) & 0xC0) != 0x80;
  };
  const bool is_within = 0 <= span.begin && span.begin <= span.end && span.end <= size;
  if (is_within && is_boundary(span.begin) && is_boundary(span.end)) return;
  throw std::out_of_range(std::string("known ") + name + " [" + std::to_string(span.begin) + ", " +
                          std::to_string(span.end) + ") must lie within a text of " +
                          std::to_string(size) + " bytes");
}

}  // namespace

Zones find_parts(std::string_view text, ZoneDetection detection) {
  ZoneFinder finder(text, {0, static_cast<std::int64_t>(text.size())});
  if (detection == ZoneDetection::kBodyOnly) return std::move(finder).take_as_body();
  return std::move(finder).find_all();
}

Zones find_parts(std::string_view text, const KnownZones& known) {
  require_within(text, known.headline, "headline");
  require_within(text, known.deck, "deck");
  const auto begin = std::max(known.headline.end, known.deck.end);
  Zones zones = ZoneFinder(text, {begin, static_cast<std::int64_t>(text.size())}).find_story();
  zones.headline = trim(text, known.headline);
  zones.deck = trim(text, known.deck);
  return zones;
}

}  // namespace broadsheet::article
