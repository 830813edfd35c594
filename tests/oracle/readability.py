"""Readability as printed, of exact fractions; no shared code."""

from fractions import Fraction as F
from math import sqrt


def readability(
    words: int,
    sentences: int,
    letters: int,
    syllables: int,
    polysyllables: int,
    long_words: int,
    unfamiliar_words: int,
) -> dict[str, float]:
    w = F(words)
    length = w / sentences
    per_word = F(syllables) / w
    letters_of_hundred = 100 * F(letters) / w
    sentences_of_hundred = 100 * F(sentences) / w
    unfamiliar = 100 * F(unfamiliar_words) / w
    cloze = F("141.8401") - F("0.21459") * letters_of_hundred + F("1.079812") * sentences_of_hundred
    dale_chall = F("0.1579") * unfamiliar + F("0.0496") * length
    values = {
        "flesch": F("206.835") - F("1.015") * length - F("84.6") * per_word,
        "flesch_kincaid": F("0.39") * length + F("11.8") * per_word - F("15.59"),
        "fog": F("0.4") * (length + 100 * F(polysyllables) / w),
        "ari": F("4.71") * F(letters) / w + F("0.5") * length - F("21.43"),
        "coleman_liau": F("0.0588") * letters_of_hundred
        - F("0.296") * sentences_of_hundred
        - F("15.8"),
        "coleman_liau_cloze": cloze,
        "coleman_liau_grade": F("23.06395") - F("27.4004") * cloze / 100,
        "dale_chall": dale_chall + F("3.6365"),
        "dale_chall_adjusted": dale_chall + (F("3.6365") if unfamiliar > 5 else 0),
        "dale_chall_1995": 64 - F("0.95") * unfamiliar - F("0.69") * length,
        "lix": length + 100 * F(long_words) / w,
        "rix": F(long_words) / sentences,
    }
    smog = 1.043 * sqrt(30 * F(polysyllables) / sentences) + 3.1291
    return {name: float(value) for name, value in values.items()} | {"smog": smog}
