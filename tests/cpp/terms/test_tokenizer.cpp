#include "broadsheet/terms/tokenizer.hpp"

#include <random>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "broadsheet/text/utf8.hpp"
#include "terms/tokenizing.hpp"

namespace broadsheet::terms {
namespace {

const Tokenizer kNews;
const Tokenizer kUnicode({.preset = Preset::kUnicode});
const Tokenizer kSklearn({.preset = Preset::kSklearn});

/// Every preset with every switch that changes its path.
std::vector<Tokenizer> all_tokenizers() {
  std::vector<Tokenizer> tokenizers;
  for (const Preset preset : {Preset::kNews, Preset::kUnicode, Preset::kSklearn}) {
    for (const bool lowercase : {true, false}) {
      for (const Accents accents : {Accents::kKept, Accents::kStripped, Accents::kAscii}) {
        if (accents == Accents::kAscii && preset != Preset::kSklearn) continue;
        // Other presets may have punctuation where this one may have words of one letter.
        for (const bool is_odd : {true, false}) {
          const bool is_sklearn = preset == Preset::kSklearn;
          tokenizers.emplace_back(TokenizerOptions{.preset = preset,
                                                   .lowercase = lowercase,
                                                   .accents = accents,
                                                   .punctuation = is_odd && !is_sklearn,
                                                   .min_length = is_odd && is_sklearn ? 1 : 2});
        }
      }
    }
  }
  return tokenizers;
}

void expect_both_paths_agree(const std::vector<Tokenizer>& tokenizers, std::string_view text) {
  for (const Tokenizer& tokenizer : tokenizers) {
    ASSERT_EQ(counted_terms(tokenizer, text), terms(tokenizer, text))
        << "of \"" << text << "\" under preset " << static_cast<int>(tokenizer.options().preset);
  }
}

TEST(News, KeepsWholeWhatNewsNeedsWhole) {
  const std::string_view text =
      "U.S. exports rose 3.9%, J.P. Morgan said: $3.5bn, or \u20AC250,000, at AT&T.";
  EXPECT_EQ(pieces(kNews, text), (Words{"U.S.", "exports", "rose", "3.9%", "J.P.", "Morgan", "said",
                                        "$3.5bn", "or", "\u20AC250,000", "at", "AT&T"}));
  EXPECT_EQ(terms(kNews, "O'Neill won\u2019t WON'T"), (Words{"o'neill", "won't", "won't"}));
  EXPECT_EQ(terms(kNews, "a legally-binding, non\u2011binding U.S.-led treaty"),
            (Words{"a", "legally-binding", "non-binding", "u.s.-led", "treaty"}));
  EXPECT_EQ(terms(kNews, "@Reuters: #Brexit on 9/11 at 10:30, the 21st, 24/7"),
            (Words{"@reuters", "#brexit", "on", "9/11", "at", "10:30", "the", "21st", "24/7"}));
  EXPECT_EQ(terms(kNews, "See (https://t.co/a?b=c_(d)). Mail jane.doe+x@mail.example.org."),
            (Words{"see", "https://t.co/a?b=c_(d)", "mail", "jane.doe+x@mail.example.org"}));
}

TEST(News, LeavesTheStopOfASentenceAloneButForDottedAbbreviations) {
  EXPECT_EQ(terms(kNews, "He left the U.S. She left."),
            (Words{"he", "left", "the", "u.s.", "she", "left"}));
  EXPECT_EQ(terms(kNews, "Sen. Harry S. Truman"), (Words{"sen", "harry", "s", "truman"}));
  EXPECT_EQ(terms(kNews, "at 9 a.m... and so on"), (Words{"at", "9", "a.m.", "and", "so", "on"}));
}

TEST(News, TakesPossessiveEndingsOffButNotContractions) {
  EXPECT_EQ(terms(kNews, "Moscow's NATO\u2019S AT&T's U.S.'s 2010's @nato's senators'"),
            (Words{"moscow", "nato", "at&t", "u.s.", "2010", "@nato", "senators"}));
  EXPECT_EQ(terms(kNews, "it's That\u2019s let's women's-rights 'st rock'n'roll"),
            (Words{"it's", "that's", "let's", "women's-rights", "st", "rock'n'roll"}));
}

TEST(News, TakesNoWordForAnEndingWithoutAnythingBeforeIt) {
  EXPECT_EQ(terms(kNews, "\u02BCs 's"), (Words{"\u02BCs", "s"}));
}

TEST(News, WritesApostrophesWithinWordsAlike) {
  EXPECT_EQ(terms(kNews, "o\u2019s\u2018t ob\u02BCekt rock\uFF07n \u02BCyanci"),
            (Words{"o's't", "ob'ekt", "rock'n", "\u02BCyanci"}));
}

TEST(News, KnowsMoneyBeforeAndBehind) {
  EXPECT_EQ(
      terms(kNews, "US$5m A$20 HK$1,000 20\u20AC $ 5 abc$5 ABCD$5 5$6"),
      (Words{"us$5m", "a$20", "hk$1,000", "20\u20AC", "5", "abc", "$5", "abcd", "$5", "5", "$6"}));
}

TEST(News, DoesNotMistakeOtherSignsForTagsAddressesOrDates) {
  EXPECT_EQ(terms(kNews, "#1 a@b a@b.c @ # @_ x#y and/or x/1 1/x 3\u2030 http:// www. ftp://!"),
            (Words{"1", "a", "b", "a@b.c", "x", "y", "and", "or", "x", "1", "1", "x", "3\u2030",
                   "http", "www", "ftp"}));
}

TEST(News, EndsAWordWhereTheSpaceBehindASentenceWasLost) {
  EXPECT_EQ(terms(kNews, "he said.The NATO.But Ph.D. e.On example.com said.THE said.1st"),
            (Words{"he", "said", "the", "nato", "but", "ph.d", "e.on", "example.com", "said.the",
                   "said", "1st"}));
}

TEST(News, LeavesWhatCannotBeSeenOutOfTerms) {
  EXPECT_EQ(terms(kNews, "co\u00ADoperate \uFEFFstart st\uFEFFart"),
            (Words{"cooperate", "start", "start"}));
}

TEST(News, WithoutAnyRuleIsUnicode) {
  const Tokenizer bare({.rules = {.urls = false,
                                  .emails = false,
                                  .handles = false,
                                  .hashtags = false,
                                  .money = false,
                                  .percents = false,
                                  .dates = false,
                                  .abbreviations = false,
                                  .ampersands = false,
                                  .hyphens = false,
                                  .apostrophes = false,
                                  .possessives = false,
                                  .stops = false,
                                  .invisibles = false}});
  const std::string_view text =
      "U.S.-led @a #b $5 5% 9/11 AT&T x\u2019s said.The x@y.org http://a.b/c co\u00ADop";
  EXPECT_EQ(pieces(bare, text), pieces(kUnicode, text));
  EXPECT_EQ(terms(bare, text), terms(kUnicode, text));
}

TEST(News, SaysWhichRuleMadeAToken) {
  const std::string_view text = "word 12 http://a.b x@y.org @a #b $5 5% 9/11 U.S. R&D a-b \u231A";
  std::vector<Rule> rules;
  for (const Token& token : kNews.explain(text)) rules.push_back(token.rule);
  EXPECT_EQ(rules, (std::vector<Rule>{Rule::kWord, Rule::kNumber, Rule::kUrl, Rule::kEmail,
                                      Rule::kHandle, Rule::kHashtag, Rule::kMoney, Rule::kPercent,
                                      Rule::kDate, Rule::kAbbreviation, Rule::kAmpersand,
                                      Rule::kHyphen, Rule::kPictograph}));
}

TEST(News, GivesEveryCharacterButWhiteSpaceToATokenWithPunctuation) {
  const Tokenizer tokenizer({.punctuation = true});
  EXPECT_EQ(pieces(tokenizer, "\u201CMoscow\u2019s ...\u201D (it)"),
            (Words{"\u201C", "Moscow", "\u2019s", ".", ".", ".", "\u201D", "(", "it", ")"}));
}

TEST(Unicode, CutsWordsAsTheAnnexDoes) {
  EXPECT_EQ(pieces(kUnicode, "The quick (\u201Cbrown\u201D) fox can\u2019t jump 32.3 feet, right?"),
            (Words{"The", "quick", "brown", "fox", "can\u2019t", "jump", "32.3", "feet", "right"}));
  EXPECT_EQ(terms(kUnicode, "legally-binding U.S. AT&T a_b _"),
            (Words{"legally", "binding", "u.s", "at", "t", "a_b"}));
  EXPECT_EQ(terms(kUnicode, "\u4F60\u597D \u231A \u00A9 \xF0\x9F\x87\xB7\xF0\x9F\x87\xBA"),
            (Words{"\u4F60", "\u597D", "\u231A", "\xF0\x9F\x87\xB7\xF0\x9F\x87\xBA"}));
}

TEST(Unicode, WritesOneWordAsOneTermHoweverItIsComposed) {
  EXPECT_EQ(terms(kUnicode, "Zo\u00EB Zoe\u0308"), (Words{"zo\u00EB", "zo\u00EB"}));
  const Tokenizer plain({.preset = Preset::kUnicode, .accents = Accents::kStripped});
  EXPECT_EQ(terms(plain, "Zo\u00EB Zoe\u0308 \u0308"), (Words{"zoe", "zoe"}));
}

TEST(Sklearn, TakesRunsOfTwoOrMoreWordCharactersOfTheLowerCasedText) {
  EXPECT_EQ(pieces(kSklearn, "I can't: 1 a_b, 22nd \u4F60\u597D caf\u00E9"),
            (Words{"can", "a_b", "22nd", "\u4F60\u597D", "caf\u00E9"}));
  // Lower case turns the dotted capital into i and a mark, which \w does not match.
  EXPECT_EQ(terms(kSklearn, "\u0130stanbul"), Words{"stanbul"});
  const Tokenizer as_it_is({.preset = Preset::kSklearn, .lowercase = false});
  EXPECT_EQ(terms(as_it_is, "\u0130stanbul NATO"), (Words{"\u0130stanbul", "NATO"}));
}

TEST(Sklearn, TakesRunsOfAsManyWordCharactersAsAsked) {
  const std::string_view text = "I can't: \u00E9 a_b \u4F60\u597D x\u0301y";
  const Tokenizer single({.preset = Preset::kSklearn, .min_length = 1});
  EXPECT_EQ(pieces(single, text),
            (Words{"I", "can", "t", "\u00E9", "a_b", "\u4F60\u597D", "x", "y"}));
  const Tokenizer triple({.preset = Preset::kSklearn, .min_length = 3});
  EXPECT_EQ(pieces(triple, text), (Words{"can", "a_b"}));
  EXPECT_EQ(counted_terms(triple, text), (Words{"can", "a_b"}));
}

TEST(Sklearn, StripsAccentsOffTheLowerCasedTextBeforeItCuts) {
  const std::string_view text = "\u0130s Zo\u00EB \uFB01ve x\u0301y \u4F60\u597D \uFDFA";
  const Tokenizer stripped({.preset = Preset::kSklearn, .accents = Accents::kStripped});
  EXPECT_EQ(terms(stripped, text), (Words{"is", "zoe", "five", "xy", "\u4F60\u597D",
                                          "\u0635\u0644\u0649", "\u0627\u0644\u0644\u0647",
                                          "\u0639\u0644\u064A\u0647", "\u0648\u0633\u0644\u0645"}));
  const Tokenizer ascii({.preset = Preset::kSklearn, .accents = Accents::kAscii});
  EXPECT_EQ(terms(ascii, text), (Words{"is", "zoe", "five", "xy"}));
}

TEST(Tokenizer, FindsItsSpansInTheOriginal) {
  const std::string_view text = "\u0130\u0130x NATO";
  const auto tokens = Tokenizer({.preset = Preset::kSklearn}).explain(text);
  ASSERT_EQ(tokens.size(), 1);
  EXPECT_EQ(text::slice(text, tokens[0].span), "NATO");
}

TEST(Tokenizer, CountsWhatItExplainsForAllShortStrings) {
  // A letter, a capital, a digit, a space, a combining mark, an apostrophe, a hyphen and a stop.
  const std::vector<std::string> alphabet{"a", "S", "1", " ", "\u0301", "'", "-", "."};
  const auto tokenizers = all_tokenizers();
  std::vector<std::string> strings{""};
  for (int length = 1; length <= 5; ++length) {
    std::vector<std::string> longer;
    for (const std::string& string : strings) {
      for (const std::string& letter : alphabet) longer.push_back(string + letter);
    }
    strings = std::move(longer);
    for (const std::string& string : strings) expect_both_paths_agree(tokenizers, string);
  }
  const std::vector<Tokenizer> defaults{kNews, kUnicode, kSklearn};
  for (const std::string& string : strings) {
    for (const std::string& letter : alphabet) expect_both_paths_agree(defaults, string + letter);
  }
}

TEST(Tokenizer, CountsWhatItExplainsForRandomStrings) {
  const std::vector<std::string> pieces{"a",
                                        "bc",
                                        "De",
                                        "S",
                                        "s",
                                        "1",
                                        "23",
                                        " ",
                                        " ",
                                        "  ",
                                        "\n",
                                        "\u0301",
                                        "'",
                                        "-",
                                        ".",
                                        ",",
                                        "\u2019",
                                        "&",
                                        "@",
                                        "#",
                                        "$",
                                        "%",
                                        "/",
                                        ":",
                                        ";",
                                        "_",
                                        "(",
                                        ")",
                                        "\"",
                                        "http://",
                                        "www.",
                                        "\u20AC",
                                        "\u4F60",
                                        "\u00E9",
                                        "\u0130",
                                        "\u03A3",
                                        "\u00AD",
                                        "\u00A0",
                                        "\u2010",
                                        "\u3000",
                                        "\u05D0",
                                        "\u30AB",
                                        "\xF0\x9F\x87\xB7",
                                        "\u200D",
                                        "\u231A",
                                        "it's",
                                        "abcdefghijklmnopqrst",
                                        "\u0436\u0416",
                                        "\u1230\u120B",
                                        "\u4F60\u597D",
                                        "\u3002",
                                        "\uFF0C",
                                        "\u201C",
                                        "\u2014",
                                        "\u0E01\u0E31",
                                        "\u00BD",
                                        "\u0663",
                                        "\uFB01"};
  const auto tokenizers = all_tokenizers();
  std::mt19937_64 random(3);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    const auto n_pieces = random() % (i % 100 == 0 ? 6000 : 60);
    // Some texts have hardly any white space, so stretches outgrow tiles.
    const auto n_choices = i % 3 == 0 ? 7 : pieces.size();
    for (auto k = n_pieces; k > 0; --k) text += pieces[random() % n_choices];
    expect_both_paths_agree(tokenizers, text);
  }
}

TEST(Tokenizer, CountsWhatItExplainsForEveryCharacterInEachPlace) {
  // Beside letters, numbers, ideographs and signs, on either side of them and behind breaks.
  const std::vector<std::string> before{
      "",  "x", "7", "\u4F60\u597D", "\u30AB",  "\u3002",  "a'",
      "@", "#", "-", "\u3002\uFF0C", "e\u0301", "A\u03A3", "\u05D0\""};
  const std::vector<std::string> after{
      "",  "y",      "4",      "\u4F60\u597D",       "'s",          "-z", "\u3002@b.de",
      "%", "\u0301", "\u05D0", "\uFF0C\u4F60\u597D", "\u200D\u231A"};
  const auto tokenizers = all_tokenizers();
  std::mt19937_64 random(5);
  // Planes above the first hold scripts, pictures and ideographs in long runs.
  for (char32_t value = 1; value < 0x30000; value += value < 0x10000 ? 1 : 31) {
    if (0xD800 <= value && value < 0xE000) continue;
    std::string text;
    for (int i = 0; i < 6; ++i) {
      text += before[random() % before.size()];
      text::append_utf8(text, value);
      text += after[random() % after.size()];
      if (random() % 2 == 0) text += ' ';
    }
    expect_both_paths_agree({tokenizers[value % tokenizers.size()]}, text);
    expect_both_paths_agree({value % 2 == 0 ? kNews : kUnicode}, text);
  }
}

TEST(Tokenizer, TakesLinearTimeForRepeatsOfAnything) {
  // With anything quadratic in it, each of these would take minutes.
  for (const std::string_view piece :
       {".",       "'",       "a'",     "a.",      "A.",      "a@",        "@",
        "#1",      "#_",      "a-",     "&a",      "1/",      "$1",        "http://",
        "www.a)",  "aa.Aa",   "a+",     "\u0301",  "'\u0301", "(http://a", "\u2019s",
        "\u00E9(", "\u00C9(", "\u4F60", "\u3002&", "\u4F60#", "\u00E9'",   "\u00E9'\u0301"}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    EXPECT_EQ(counted_terms(kNews, text).size(), kNews.explain(text).size()) << piece;
    EXPECT_EQ(counted_terms(kUnicode, text).size(), kUnicode.explain(text).size()) << piece;
    // An address in the end makes every word before it a candidate for one.
    text += "@b";
    EXPECT_EQ(counted_terms(kNews, text).size(), kNews.explain(text).size()) << piece;
  }
}

TEST(Tokenizer, KeepsNulAndControlCharactersApart) {
  EXPECT_EQ(terms(kNews, std::string_view("a\0b\x01"
                                          "c",
                                          5)),
            (Words{"a", "b", "c"}));
  EXPECT_EQ(counted_terms(kSklearn, std::string_view("aa\0bb", 5)), (Words{"aa", "bb"}));
}

TEST(Tokenizer, FoldsAWordAsATermWithoutCuttingIt) {
  EXPECT_EQ(kNews.fold("DON\u2019T stop"), "don't stop");
  EXPECT_EQ(kUnicode.fold("DON\u2019T"), "don\u2019t");
}

TEST(Tokenizer, RejectsPunctuationUnderSklearn) {
  EXPECT_THROW(Tokenizer({.preset = Preset::kSklearn, .punctuation = true}), std::invalid_argument);
}

TEST(Tokenizer, RejectsAsciiAloneButUnderSklearnAndLengthsBelowOne) {
  EXPECT_THROW(Tokenizer({.accents = Accents::kAscii}), std::invalid_argument);
  EXPECT_THROW(Tokenizer({.preset = Preset::kSklearn, .min_length = 0}), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::terms
