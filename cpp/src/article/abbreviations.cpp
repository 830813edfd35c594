#include "abbreviations.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"
#include "characters.hpp"
#include "names.hpp"
#include "word_set.hpp"

namespace broadsheet::article {
namespace {

constexpr std::size_t kMaxAbbreviation = 8;  // Bytes.

constexpr const char* kTitles =
    "Mr|Mrs|Ms|Mx|Dr|Drs|Messrs|Mme|Mmes|Mlle|Prof|Profs|Rev|Revs|Hon|Msgr|Fr|Amb|Sec|Sen|Sens|"
    "Rep|Reps|Gov|Govs|Lt|Pres|Atty|Supt|Det|Insp|Gen|Gens|Col|Cols|Maj|Capt|Cmdr|Cdr|Comdr|Adm|"
    "Brig|Sgt|Cpl|Pvt|Pfc|Spc|Lieut|Asst|Assoc|Dep|Ald|Chmn|vs|v|Geo|Wm|Chas|Thos|Robt|viz|i.e|"
    "e.g|cf|approx";

// Words that end sentences too: only a number after them tells.
constexpr const char* kNumbered =
    "No|Nos|no|nos|Art|art|sec|Fig|fig|Figs|figs|Vol|vol|Ch|ch|para|p|pp|pg|Rm|Apt|Op|op|Tel|tel|"
    "Ext|ext|ver|ed|Rte|Rt";

constexpr const char* kAnywhere =
    "Inc|Corp|Co|Cos|Ltd|Plc|Bros|Jr|Sr|Esq|Ph.D|Psy.D|Dept|Univ|Assn|Intl|Natl|Govt|Mfg|Cie|Pty|"
    "Bhd|St|Ste|Mt|Ft|Pt|Ave|Blvd|Rd|Hwy|Pkwy|Sq|Bldg|dept|est|hr|hrs|lb|lbs|oz|ft|sq|al|Jan|Feb|"
    "Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec";

// What stands behind a name, mostly before a comma: a capital after it opens a sentence.
constexpr const char* kBehindNames =
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Kans|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|"
    "Mont|Neb|Nebr|Nev|Okla|Ore|Oreg|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Alta|Ont|Que|Sask|Ret";

constexpr const char* kOpeners =
    "A|About|According|Additionally|After|Afterward|Again|All|Almost|Along|Already|Also|Although|"
    "Among|An|And|Another|Any|Anyone|Are|As|Asked|At|Because|Before|Besides|Both|But|By|Can|Could|"
    "Critics|Despite|Did|Do|Does|During|Each|Earlier|Either|Even|Every|Everyone|Everything|Few|"
    "Finally|For|From|Further|Furthermore|Given|Had|Has|Have|He|Her|Here|His|How|However|I|I'm|I'"
    "ve|"
    "I'd|I'll|I\u2019m|I\u2019ve|I\u2019d|I\u2019ll|If|In|Indeed|Instead|Is|It|It's|It\u2019s|Its|"
    "Just|Last|Later|Let|Like|Many|Maybe|Meanwhile|More|Moreover|Most|Much|My|Neither|Never|"
    "Nevertheless|No|Nobody|None|Nonetheless|Nor|Not|Nothing|Now|Of|Officials|On|Once|One|Only|Or|"
    "Other|Others|Our|Over|Perhaps|Police|Previously|Rather|Recently|Several|She|Should|Since|So|"
    "Some|Someone|Sometimes|Soon|Still|Such|Than|That|That's|That\u2019s|The|Their|Then|There|"
    "There's|There\u2019s|Therefore|These|They|They're|They\u2019re|This|Those|Though|Through|"
    "Throughout|Thus|To|Today|Together|Under|Unlike|Until|Was|We|We're|We\u2019re|We've|We\u2019ve|"
    "Were|What|What's|What\u2019s|Whatever|When|Whenever|Where|Whether|Which|While|Who|Whoever|Why|"
    "Will|With|Within|Without|Would|Yes|Yet|You|You're|You\u2019re|Your";

constexpr const char* kAfterTime =
    "EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|GMT|BST|CET|UTC|IST|AEST|Eastern|Central|Mountain|"
    "Pacific|Atlantic|London|Moscow|Beijing|Greenwich|Local|Christmas|Thanksgiving|New";

constexpr const char* kAttributions =
    "said|says|asked|asks|added|adds|told|tells|replied|answered|wrote|writes|tweeted|shouted|"
    "cried|yelled|exclaimed|wondered|continued|concluded|declared|insisted|joked|quipped|"
    "recalled|responded|demanded|explained|noted|warned|urged|argued";

// What begins the report of another utterance: "Smith said he would not" belongs to no quotation.
constexpr const char* kReports =
    "a|an|he|her|his|I|it|its|my|no|nobody|not|our|she|some|that|the|their|there|these|they|this|"
    "those|we|you";

// Names that carry an exclamation mark.
constexpr const char* kExclaimed = "Yahoo|Yum|Jeopardy|E";

// "U.S", "J.P", "a.m": single letters apart by stops.
bool is_initialism(std::string_view word) {
  const auto size = static_cast<std::int64_t>(word.size());
  for (std::int64_t at = 0; at < size; ++at) {  // Steps over the stop.
    const auto letter = text::decode(word, at);
    if (!text::is_letter(letter.value)) return false;
    at += letter.length;
    if (at == size) return letter.length < size;
    if (word[static_cast<std::size_t>(at)] != '.') return false;
  }
  return false;
}

// "SEN" is looked up as "Sen".
std::string with_capital_only(std::string_view word) {
  std::string folded(word);
  for (std::size_t i = 1; i < folded.size(); ++i) {
    if (folded[i] >= 'A' && folded[i] <= 'Z') folded[i] = static_cast<char>(folded[i] - 'A' + 'a');
  }
  return folded;
}

bool is_upper_letter(std::string_view word) {
  if (word.empty()) return false;
  const auto letter = text::decode(word, 0);
  return letter.length == static_cast<int>(word.size()) && text::is_upper(letter.value);
}

using AbbreviationMap = std::unordered_map<std::string_view, Abbreviation>;

// What stands in two lists counts as in the first.
AbbreviationMap make_abbreviations() {
  AbbreviationMap map;
  const auto add = [&](const char* words, Abbreviation kind) {
    for_each_word(words, [&](std::string_view word) { map.emplace(word, kind); });
  };
  add(kTitles, Abbreviation::kBeforeName);
  add(kNumbered, Abbreviation::kBeforeNumber);
  add(kAnywhere, Abbreviation::kAnywhere);
  add(kBehindNames, Abbreviation::kBehindName);
  return map;
}

Abbreviation listed(std::string_view word) {
  static const AbbreviationMap map = make_abbreviations();
  if (word.size() > kMaxAbbreviation) return Abbreviation::kNone;
  const auto found = map.find(word);
  return found == map.end() ? Abbreviation::kNone : found->second;
}

}  // namespace

Abbreviation abbreviation_of(std::string_view word, bool is_all_capitals) {
  if (word == "a.m" || word == "p.m" || word == "A.M" || word == "P.M") {
    return Abbreviation::kOfTime;
  }
  const auto as_printed = listed(word);
  if (as_printed != Abbreviation::kNone) return as_printed;
  if (is_upper_letter(word) || is_initialism(word)) return Abbreviation::kAnywhere;
  return is_all_capitals ? listed(with_capital_only(word)) : Abbreviation::kNone;
}

bool ends_in_title(std::string_view line) {
  if (!line.ends_with('.')) return false;
  line.remove_suffix(1);
  const auto word = line.substr(line.find_last_of(" \t(") + 1);
  return abbreviation_of(word, has_capitals_only(word)) == Abbreviation::kBeforeName;
}

bool opens_only_sentences(std::string_view word) {
  static const WordSet openers(kOpeners);
  return openers.contains(word);
}

bool follows_time(std::string_view word) {
  static const WordSet followers(kAfterTime);
  const auto key = name_key(word);
  return followers.contains(word) || is_weekday(key) || is_month(key);
}

bool is_attribution(std::string_view word) {
  static const WordSet verbs(kAttributions);
  return verbs.contains(word);
}

bool opens_report(std::string_view word) {
  static const WordSet words(kReports);
  return words.contains(word);
}

bool carries_exclamation(std::string_view name) {
  static const WordSet names(kExclaimed);
  return names.contains(name);
}

}  // namespace broadsheet::article
