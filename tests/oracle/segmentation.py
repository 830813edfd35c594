"""UAX #29 rule by rule: at each place of a text, the rules in order, looking wherever they say.

Slow and plain. Properties come from the Unicode Character Database in a directory.
"""

import re
from pathlib import Path

# Each rule: what stands before, a boundary or none, what stands after; the first that fits wins.
# Names are values of the break property, or macros.
GRAPHEME_RULES = """
    CR × LF
    (Control|CR|LF) ÷
    ÷ (Control|CR|LF)
    L × (L|V|LV|LVT)
    (LV|V) × (V|T)
    (LVT|T) × T
    × (Extend|ZWJ)
    × SpacingMark
    Prepend ×
    ExtPict Extend* ZWJ × ExtPict
    ^ (RI RI)* RI × RI
    NotRI (RI RI)* RI × RI
    Any ÷ Any
"""
WORD_RULES = """
    CR × LF
    (Newline|CR|LF) ÷
    ÷ (Newline|CR|LF)
    ZWJ × ExtPict
    WSegSpace × WSegSpace
    × (Extend|Format|ZWJ)
    AHLetter × AHLetter
    AHLetter × (MidLetter|MidNumLetQ) AHLetter
    AHLetter (MidLetter|MidNumLetQ) × AHLetter
    Hebrew_Letter × Single_Quote
    Hebrew_Letter × Double_Quote Hebrew_Letter
    Hebrew_Letter Double_Quote × Hebrew_Letter
    Numeric × Numeric
    AHLetter × Numeric
    Numeric × AHLetter
    Numeric (MidNum|MidNumLetQ) × Numeric
    Numeric × (MidNum|MidNumLetQ) Numeric
    Katakana × Katakana
    (AHLetter|Numeric|Katakana|ExtendNumLet) × ExtendNumLet
    ExtendNumLet × (AHLetter|Numeric|Katakana)
    ^ (RI RI)* RI × RI
    NotRI (RI RI)* RI × RI
    Any ÷ Any
"""
SENTENCE_RULES = """
    CR × LF
    ParaSep ÷
    × (Extend|Format)
    ATerm × Numeric
    (Upper|Lower) ATerm × Upper
    ATerm Close* Sp* × NotEnding* Lower
    SATerm Close* Sp* × (SContinue|SATerm)
    SATerm Close* × (Close|Sp|ParaSep)
    SATerm Close* Sp* × (Sp|ParaSep)
    SATerm Close* Sp* ParaSep? ÷
    Any × Any
"""
MACROS = {
    "Any": r"\w+",
    "AHLetter": "(ALetter|Hebrew_Letter)",
    "MidNumLetQ": "(MidNumLet|Single_Quote)",
    "ParaSep": "(Sep|CR|LF)",
    "SATerm": "(STerm|ATerm)",
    "NotEnding": r"(?!(OLetter|Upper|Lower|Sep|CR|LF|STerm|ATerm)[+-])\w+",
    "NotRI": r"(?!Regional_Indicator[+-])\w+",
    "RI": "Regional_Indicator",
}
KINDS = {
    # Rules; what may follow any code point unseen; the number of rules before that holds.
    "Grapheme": (GRAPHEME_RULES, "", 0),
    "Word": (WORD_RULES, "(<(Extend|Format|ZWJ)[+-]>)*", 6),
    "Sentence": (SENTENCE_RULES, "(<(Extend|Format)[+-]>)*", 3),
}


def read_property(path: Path) -> dict[str, set[str]]:
    """Return the characters of each value that a property file lists."""
    sets: dict[str, set[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"(\w+)(?:\.\.(\w+))?\s*;\s*(\w+)", line):
            first, last, name = match.groups()
            span = range(int(first, 16), int(last or first, 16) + 1)
            sets.setdefault(name, set()).update(map(chr, span))
    return sets


class Segmentation:
    """The boundaries of one kind: "Grapheme", "Word" or "Sentence"."""

    def __init__(self, directory: Path, kind: str) -> None:
        self.values = read_property(directory / f"auxiliary/{kind}BreakProperty.txt")
        emoji = read_property(directory / "emoji/emoji-data.txt")
        self.pictures = emoji["Extended_Pictographic"]
        rules, unseen, n_before = KINDS[kind]
        self.rules = []
        for number, rule in enumerate(rules.strip().splitlines()):
            before, sign, after = re.split("([×÷])", rule)
            tail = unseen if number >= n_before else ""
            patterns = translate(before, tail) + "$", translate(after, tail)
            self.rules.append((*map(re.compile, patterns), sign))

    def boundaries(self, text: str) -> list[int]:
        codes = [self._code(char) for char in text]
        inner = [
            at for at in range(1, len(text)) if self._cuts("".join(codes[:at]), "".join(codes[at:]))
        ]
        return [0, *inner, len(text)] if text else []

    def _cuts(self, before: str, after: str) -> bool:
        for before_pattern, after_pattern, sign in self.rules:
            if before_pattern.search(before) and after_pattern.match(after):
                return sign == "÷"
        raise AssertionError("no rule fits")

    def _code(self, char: str) -> str:
        """Write a code point as its break property and, as + or -, whether it is a picture."""
        value = next((name for name, chars in self.values.items() if char in chars), "Other")
        return f"<{value}{'+' if char in self.pictures else '-'}>"


def translate(side: str, tail: str) -> str:
    """Turn a side of a rule into a pattern over codes, `tail` being what each may drag along."""

    def element(match: re.Match[str]) -> str:
        name = match.group()
        if name == "ExtPict":
            return f"(<\\w+[+]>{tail})"
        if name in ("CR", "LF", "Newline", "Sep", "ParaSep"):  # These drag nothing along.
            return f"(<{MACROS.get(name, name)}->)"
        return f"(<{MACROS.get(name, name)}[+-]>{tail})"

    return re.sub(r"\w+", element, side).replace(" ", "")
