#include "broadsheet/text/texts.hpp"

#include <deque>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

#include "broadsheet/text/span.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::text {
namespace {

void check_row(std::int64_t row, std::int64_t n_texts) {
  if (0 <= row && row < n_texts) return;
  std::ostringstream message;
  message << "row " << row << " is out of range for " << n_texts << " texts";
  throw std::out_of_range(message.str());
}

[[noreturn]] void refuse_null(std::int64_t row) {
  throw std::invalid_argument("text " + std::to_string(row) + " is null");
}

[[noreturn]] void refuse_bytes(std::int64_t row, std::string_view bytes, Span invalid) {
  const auto byte = static_cast<unsigned char>(bytes[static_cast<std::size_t>(invalid.begin)]);
  std::ostringstream message;
  message << "text " << row << " is not UTF-8: byte 0x" << std::hex << int{byte} << std::dec
          << " at offset " << invalid.begin;
  throw std::invalid_argument(message.str());
}

/// Lets texts in one after the other, as the policy says.
class Door {
 public:
  Door(std::size_t n_texts, ErrorPolicy policy) : policy_(policy) { views_.reserve(n_texts); }

  void admit(std::int64_t row, const std::optional<std::string_view>& bytes) {
    if (!bytes) return admit_null(row);
    const auto invalid = find_invalid_utf8(*bytes);
    if (invalid) return admit_invalid(row, *bytes, *invalid);
    // An empty text of an Arrow column may point nowhere; nothing behind the door does.
    views_.push_back(bytes->empty() ? std::string_view("") : *bytes);
  }

  CheckedTexts close(std::vector<std::shared_ptr<const void>> owners) && {
    if (!copies_->empty()) owners.push_back(std::move(copies_));
    return {Texts(std::move(views_), std::move(owners)), std::move(replaced_), std::move(skipped_)};
  }

 private:
  void admit_null(std::int64_t row) {
    if (policy_ == ErrorPolicy::kStrict) refuse_null(row);
    if (policy_ == ErrorPolicy::kSkip) return skipped_.push_back(row);
    replaced_.push_back(row);
    views_.emplace_back("");
  }

  void admit_invalid(std::int64_t row, std::string_view bytes, Span invalid) {
    if (policy_ == ErrorPolicy::kStrict) refuse_bytes(row, bytes, invalid);
    if (policy_ == ErrorPolicy::kSkip) return skipped_.push_back(row);
    replaced_.push_back(row);
    views_.push_back(copies_->emplace_back(replace_invalid_utf8(bytes)));
  }

  ErrorPolicy policy_;
  std::vector<std::string_view> views_;
  std::vector<std::int64_t> replaced_;
  std::vector<std::int64_t> skipped_;
  // A deque: strings in it stay where they are.
  std::shared_ptr<std::deque<std::string>> copies_ = std::make_shared<std::deque<std::string>>();
};

}  // namespace

Texts::Texts(std::vector<std::string_view> views, std::vector<std::shared_ptr<const void>> owners)
    : views_(std::move(views)), owners_(std::move(owners)) {}

std::int64_t Texts::size() const noexcept {
  return static_cast<std::int64_t>(views_.size());
}

std::string_view Texts::at(std::int64_t row) const {
  check_row(row, size());
  return views_[static_cast<std::size_t>(row)];
}

std::int64_t Texts::n_bytes() const noexcept {
  std::size_t n_bytes = 0;
  for (const auto view : views_) n_bytes += view.size();
  return static_cast<std::int64_t>(n_bytes);
}

Texts Texts::select(std::span<const std::int64_t> rows) const {
  std::vector<std::string_view> views;
  views.reserve(rows.size());
  for (const auto row : rows) views.push_back(at(row));
  return {std::move(views), owners_};
}

Texts concat(std::span<const Texts* const> parts) {
  std::size_t n_texts = 0;
  for (const Texts* part : parts) n_texts += part->views_.size();
  Texts whole;
  whole.views_.reserve(n_texts);
  std::set<const void*> kept;  // Parts of one corpus have the same owners.
  for (const Texts* part : parts) {
    whole.views_.insert(whole.views_.end(), part->views_.begin(), part->views_.end());
    for (const auto& owner : part->owners_) {
      if (kept.insert(owner.get()).second) whole.owners_.push_back(owner);
    }
  }
  return whole;
}

CheckedTexts check_texts(std::vector<std::optional<std::string_view>> raw,
                         std::vector<std::shared_ptr<const void>> owners, ErrorPolicy policy) {
  Door door(raw.size(), policy);
  for (std::size_t row = 0; row < raw.size(); ++row) {
    door.admit(static_cast<std::int64_t>(row), raw[row]);
  }
  return std::move(door).close(std::move(owners));
}

}  // namespace broadsheet::text
