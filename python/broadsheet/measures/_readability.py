"""The measures of readability."""

from __future__ import annotations

from broadsheet.measures import _references as ref
from broadsheet.measures._measure import Measure

__all__ = ["READABILITY"]

_GRADE = "a school grade of the United States; the higher, the harder"


def _formula(
    name: str,
    title: str,
    formula: str,
    variant: str,
    values: str,
    source: str,
    needs: tuple[str, ...],
) -> Measure:
    return Measure(
        name, title, formula, variant, values, (source,), needs=("words", "sentences", *needs)
    )


READABILITY = (
    _formula(
        "flesch",
        "Flesch reading ease",
        "206.835 - 1.015 words / sentences - 84.6 syllables / words",
        "",
        "up to 121; 60 to 70 is plain English, below 30 very hard",
        ref.FLESCH_1948,
        ("syllables",),
    ),
    _formula(
        "flesch_kincaid",
        "Flesch-Kincaid grade",
        "0.39 words / sentences + 11.8 syllables / words - 15.59",
        "",
        _GRADE,
        ref.KINCAID_ET_AL_1975,
        ("syllables",),
    ),
    _formula(
        "fog",
        "Gunning's fog index",
        "0.4 (words / sentences + 100 polysyllables / words)",
        "polysyllables as they are given: Gunning leaves out names, compounds and -ed, -es, -ing",
        "years of schooling; the higher, the harder",
        ref.GUNNING_1952,
        ("polysyllables",),
    ),
    _formula(
        "smog",
        "SMOG grade",
        "3.1291 + 1.043 sqrt(30 polysyllables / sentences)",
        "of any number of sentences; McLaughlin takes 30",
        _GRADE,
        ref.MCLAUGHLIN_1969,
        ("polysyllables",),
    ),
    _formula(
        "ari",
        "automated readability index",
        "4.71 letters / words + 0.5 words / sentences - 21.43",
        "",
        _GRADE,
        ref.SMITH_SENTER_1967,
        ("letters",),
    ),
    _formula(
        "coleman_liau",
        "Coleman-Liau index",
        "5.88 letters / words - 29.6 sentences / words - 15.8",
        "the grade formula as it is rounded nearly everywhere",
        _GRADE,
        ref.COLEMAN_LIAU_1975,
        ("letters",),
    ),
    _formula(
        "coleman_liau_cloze",
        "Coleman and Liau's cloze score",
        "141.8401 - 21.459 letters / words + 107.9812 sentences / words",
        "as printed",
        "per cent of deleted words that readers find; the higher, the easier",
        ref.COLEMAN_LIAU_1975,
        ("letters",),
    ),
    _formula(
        "coleman_liau_grade",
        "Coleman and Liau's grade",
        "23.06395 - 27.4004 coleman_liau_cloze / 100",
        "as printed",
        _GRADE,
        ref.COLEMAN_LIAU_1975,
        ("letters",),
    ),
    _formula(
        "lix",
        "LIX",
        "words / sentences + 100 long_words / words",
        "",
        "from 1; about 25 for children's books, above 60 for laws",
        ref.BJORNSSON_1968,
        ("long_words",),
    ),
    _formula(
        "rix",
        "RIX",
        "long_words / sentences",
        "",
        "from 0; the higher, the harder",
        ref.ANDERSON_1983,
        ("long_words",),
    ),
    _formula(
        "dale_chall",
        "Dale-Chall score of 1948",
        "15.79 unfamiliar_words / words + 0.0496 words / sentences + 3.6365",
        "as printed in 1948: the constant always",
        "4.9 and below for grade 4, 10 and above for graduates",
        ref.DALE_CHALL_1948,
        ("unfamiliar_words",),
    ),
    _formula(
        "dale_chall_adjusted",
        "Dale-Chall score of 1948, adjusted",
        "15.79 unfamiliar_words / words + 0.0496 words / sentences + 3.6365 where more than 5 % "
        "are unfamiliar",
        "as later software has it: the constant only above 5 %",
        "4.9 and below for grade 4, 10 and above for graduates",
        ref.DALE_CHALL_1948,
        ("unfamiliar_words",),
    ),
    _formula(
        "dale_chall_1995",
        "new Dale-Chall cloze score",
        "64 - 95 unfamiliar_words / words - 0.69 words / sentences",
        "of 1995",
        "up to 64; the higher, the easier",
        ref.CHALL_DALE_1995,
        ("unfamiliar_words",),
    ),
)
