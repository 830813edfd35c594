#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

namespace broadsheet::article::testing_junk {

/// Pieces in any order, so that rules meet what nobody wrote.
template <std::size_t N>
std::string shuffle(unsigned seed, const std::array<std::string_view, N>& pieces, int n_max) {
  std::mt19937 random(seed);  // Its numbers are the same everywhere; a distribution's are not.
  std::string text;
  for (auto n = random() % static_cast<unsigned>(n_max) + 1; n > 0; --n) {
    text += pieces[random() % N];
  }
  return text;
}

/// What datelines are made of.
inline std::string opening(unsigned seed) {
  static constexpr std::array<std::string_view, 34> kPieces{"MOSCOW",     "Paris",
                                                            "WASHINGTON", "RIO DE JANEIRO",
                                                            "St",         "D.C",
                                                            "Calif",      ", ",
                                                            ". ",         ".",
                                                            " ",          " - ",
                                                            "--",         "\u2014",
                                                            "_",          "(",
                                                            ")",          "/",
                                                            "AP",         "TASS",
                                                            "Reuters",    "March",
                                                            "Feb",        " 3",
                                                            "2016",       "31st",
                                                            "5/23/2007",  "Monday",
                                                            "*",          "\n    ",
                                                            "\u00e9",     "The",
                                                            ":",          "\xF0\x9F\x98\x80"};
  return shuffle(seed, kPieces, 12);
}

/// What articles are made of.
inline std::string article(unsigned seed) {
  static constexpr std::array<std::string_view, 44> kPieces{
      "The Senate voted",
      "wheat fell",
      "By Jane Doe",
      "LONDON, March 3 (Reuters) -",
      "MOSCOW, December 23. /TASS/.",
      "PARIS \u2014",
      "FOR IMMEDIATE RELEASE",
      "Contact: A. B.",
      "Reuter",
      "###",
      "-30-",
      ".",
      "!",
      "?",
      "\u2026",
      "\"",
      "\u201c",
      "\u201d",
      "'",
      "(",
      ")",
      " ",
      " ",
      " ",
      "    ",
      "\t",
      "\n",
      "\n",
      "\n",
      "\r\n",
      "\n\n",
      "\u2028",
      "\u00a0",
      "\ufeff",
      "\u3000",
      "U.S.",
      "Sen.",
      "Inc.",
      "J.",
      "3.9",
      "\u4e2d\u6587\u3002",
      "\u00e9",
      "iPhone",
      "a line that is long enough to be wrapped somewhere, if it is"};
  return shuffle(seed, kPieces, 60);
}

}  // namespace broadsheet::article::testing_junk
