"""Tokens by the letter of the rules: slow, plain Python, no shared code with the package.

Word boundaries follow UAX #29 with classes put together from general categories, which is right
for the scripts of news: Latin, Greek, Cyrillic, Hebrew, Arabic, Ethiopic, Han, kana, Thai.
"""

import re
import unicodedata
from functools import cache
from itertools import islice

STRETCH = re.compile(r"[^ \t-\r]+")
URL = re.compile(
    r"(?:https?://|ftp://|www\.)(?=[A-Za-z0-9])[!#-;=?-\[\]_a-z~]+", re.ASCII | re.IGNORECASE
)
EMAIL = re.compile(r"[A-Za-z0-9][\w.%+-]*@([A-Za-z0-9]+(?:(?:-+|\.)[A-Za-z0-9]+)*)", re.ASCII)
APOSTROPHES = "'’‘ʼ＇"
HYPHENS = "-‐‑"
CONTRACTED = {
    "it",
    "he",
    "she",
    "that",
    "there",
    "here",
    "what",
    "who",
    "where",
    "when",
    "why",
    "how",
    "let",
}
INVISIBLE = re.compile(
    "[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
MID_LETTER = set(":·\u0387\u055f\u05f4\u2027\ufe13\ufe55\uff1a")
MID_NUM = set(",;\u037e\u0589\u060c\u060d\u066c\u07f8\u2044\ufe10\ufe14\ufe50\ufe54\uff0c\uff1b")
MID_NUM_LET = set(".\u2018\u2019\u2024\ufe52\uff07\uff0e")
ALL_RULES = frozenset(
    [
        "urls",
        "emails",
        "handles",
        "hashtags",
        "money",
        "percents",
        "dates",
        "abbreviations",
        "ampersands",
        "hyphens",
        "apostrophes",
        "possessives",
        "stops",
        "invisibles",
    ]
)


@cache
def word_break(c):
    code, category = ord(c), unicodedata.category(c)
    for name, members in (
        ("MidLetter", MID_LETTER),
        ("MidNum", MID_NUM),
        ("MidNumLet", MID_NUM_LET),
    ):
        if c in members:
            return name
    if c in "\n\r\v\f\x85\u2028\u2029":
        return "Newline"
    if c == "'" or c == '"' or c == "\u200d":
        return {"'": "Single", '"': "Double", "\u200d": "ZWJ"}[c]
    if category == "Nd" or c == "\u066b":
        return "Numeric"
    if category == "Pc" or c == "\u202f":
        return "ExtendNumLet"
    if category in ("Mn", "Me", "Mc") or c == "\u200c" or 0x1F3FB <= code <= 0x1F3FF:
        return "Extend"
    if category == "Cf" and c != "\u200b":
        return "Format"
    if category == "Zs" and c not in "\xa0\u2007\u202f":
        return "Space"
    if 0x1F1E6 <= code <= 0x1F1FF:
        return "Flag"
    if "\u05d0" <= c <= "\u05f2":
        return "Hebrew"
    if is_katakana(code):
        return "Katakana"
    if category[0] == "L" or category == "Nl":
        return "Other" if is_dense(code) else "Letter"
    return "Picture" if is_picture(c) or c in "\xa9\xae\u203c\u2049\u2122\u2139" else "Other"


def is_katakana(code):
    is_full = 0x30A1 <= code <= 0x30FA or 0x30FC <= code <= 0x30FF or 0x31F0 <= code <= 0x31FF
    return is_full or 0xFF66 <= code <= 0xFF9D or 0x3031 <= code <= 0x3035


def is_dense(code):
    """Scripts that are written without spaces, each letter a segment of its own."""
    is_ideograph = 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000
    is_kana = 0x3006 <= code <= 0x3007 or 0x3021 <= code <= 0x3029 or 0x3041 <= code <= 0x309F
    return is_ideograph or is_kana or 0x0E01 <= code <= 0x0EDF or 0x1780 <= code <= 0x17FF


def is_picture(c):
    code = ord(c)
    return (
        code >= 0x231A
        and unicodedata.category(c) == "So"
        and (code in (0x231A, 0x231B) or 0x2600 <= code <= 0x27BF or 0x1F300 <= code <= 0x1FAFF)
    )


def word_end(text, start):
    """Return where the segment of UAX #29 ends that starts at `start`."""
    ends = range(start + 1, len(text))
    return next((at for at in ends if is_boundary(text, start, at)), len(text))


def words(text):
    """The segments of UAX #29 of a stretch without ASCII white space, in order."""
    segments, at = [], 0
    while at < len(text):
        end = word_end(text, at)
        segments.append(text[at:end])
        at = end
    return segments


def is_boundary(text, start, at):
    after = word_break(text[at])
    last = word_break(text[at - 1])
    if last == "Newline" or after == "Newline":
        return True
    if last == "ZWJ" and after == "Picture":
        return False
    if last == after == "Space":
        return False
    if after in ("Extend", "Format", "ZWJ"):
        return False
    # From here on what WB4 ignores is not there, unless the segment starts with it.
    before = [
        word_break(c)
        for i, c in enumerate(text[start:at])
        if i == 0 or word_break(c) not in ("Extend", "Format", "ZWJ")
    ]
    places = range(at, len(text))
    breaks = (word_break(text[i]) for i in places)
    behind = list(islice((b for b in breaks if b not in ("Extend", "Format", "ZWJ")), 2))
    left, right = before[-1], behind[0]
    two_left = before[-2] if len(before) > 1 else None
    two_right = behind[1] if len(behind) > 1 else None
    letters = ("Letter", "Hebrew")
    between_letters = ("MidLetter", "MidNumLet", "Single")
    between_numbers = ("MidNum", "MidNumLet", "Single")
    if left in letters and right in letters:
        return False
    if left in letters and right in between_letters and two_right in letters:
        return False
    if two_left in letters and left in between_letters and right in letters:
        return False
    if left == "Hebrew" and right == "Single":
        return False
    if left == "Hebrew" and right == "Double" and two_right == "Hebrew":
        return False
    if two_left == "Hebrew" and left == "Double" and right == "Hebrew":
        return False
    if left == "Numeric" and right in ("Numeric", *letters):
        return False
    if left in letters and right == "Numeric":
        return False
    if two_left == "Numeric" and left in between_numbers and right == "Numeric":
        return False
    if left == "Numeric" and right in between_numbers and two_right == "Numeric":
        return False
    if left == right == "Katakana":
        return False
    joined = (*letters, "Numeric", "Katakana", "ExtendNumLet")
    if right == "ExtendNumLet" and left in joined:
        return False
    if left == "ExtendNumLet" and right in joined:
        return False
    return not (left == right == "Flag" and before.count("Flag") % 2 == 1)


def is_letter(c):
    return unicodedata.category(c)[0] == "L"


def starts_word(c):
    return c != "" and (is_letter(c) or unicodedata.numeric(c, None) is not None)


def is_token(segment):
    return any(starts_word(c) or is_picture(c) or word_break(c) == "Flag" for c in segment)


def is_digit(c):
    return c != "" and unicodedata.category(c) == "Nd"


def is_currency(c):
    return c != "" and unicodedata.category(c) == "Sc"


def is_in_tag(c):
    return c != "" and (starts_word(c) or unicodedata.category(c)[0] == "M" or c in "_\u200c\u200d")


def sklearn(text, lowercase=True, strip_accents=False, min_length=2):
    if lowercase:
        text = text.lower()
    if strip_accents:
        text = unicodedata.normalize("NFKD", text)
        is_kept = str.isascii if strip_accents == "ascii" else is_not_combining
        text = "".join(filter(is_kept, text))
    return re.findall(rf"(?u)\b\w{{{min_length},}}\b", text)


def is_not_combining(c):
    return not unicodedata.combining(c)


def fold(token):
    return unicodedata.normalize("NFC", token.lower())


def unicode(text):
    pieces = [segment for stretch in STRETCH.findall(text) for segment in words(stretch)]
    return [fold(piece) for piece in pieces if is_token(piece)]


def news(text, off=()):
    rules = ALL_RULES - set(off)
    terms = []
    for stretch in STRETCH.findall(text):
        for token in Stretch(stretch, rules).tokens():
            term = fold(respell(token, rules))
            if term:
                terms.append(term)
    return terms


def respell(token, rules):
    spelt = token[1:-1]
    if "apostrophes" in rules:
        spelt = re.sub(f"[{APOSTROPHES}]", "'", spelt)
    if "hyphens" in rules:
        spelt = re.sub(f"[{HYPHENS}]", "-", spelt)
    spelt = token if len(token) < 3 else token[0] + spelt + token[-1]
    return INVISIBLE.sub("", spelt) if "invisibles" in rules else spelt


class Stretch:
    """A text without white space, cut from left to right."""

    def __init__(self, text, rules):
        self.text, self.rules, self.at = text, rules, 0

    def char(self, at):
        return self.text[at] if 0 <= at < len(self.text) else ""

    def segment_end(self, at):
        segment = self.text[at : word_end(self.text, at)]
        if "stops" in self.rules:
            for match in re.finditer(r"(?<=..)\.(?=..)", segment, re.DOTALL):
                a, b = segment[match.start() - 2 : match.start()]
                c, d = segment[match.end() : match.end() + 2]
                is_capital = c.isupper() or c.istitle()
                if is_letter(a) and is_letter(b) and is_capital and d.islower():
                    return at + match.start()
        return at + len(segment)

    def tokens(self):
        while self.at < len(self.text):
            start = self.at
            end, is_kept, may_own = self.next_token()
            self.at = end
            if "possessives" in self.rules and may_own:
                end = self.without_possessive(start, end)
            if is_kept:
                yield self.text[start:end]

    def without_possessive(self, start, end):
        """Return the end of the token less its possessive ending, and go behind one."""
        token = self.text[start:end]
        match = re.fullmatch(f"(.+)[{APOSTROPHES}][sS]", token, re.DOTALL)
        if match:
            is_contraction = match[1].lower() in CONTRACTED and match[1].isascii()
            return end if is_contraction else start + len(match[1])
        is_next = self.char(end) and self.char(end) in APOSTROPHES
        if is_next and self.char(end + 1) in ("s", "S") and not is_in_tag(self.char(end + 2)):
            self.at = end + 2
        return end

    def next_token(self):
        """Return the end of the token, whether it is one, and whether it may be a possessive."""
        for name, find in (
            ("urls", self.url),
            ("emails", self.email),
            ("handles", self.handle),
            ("hashtags", self.hashtag),
        ):
            end = find() if name in self.rules else None
            if end:
                return end, True, name != "urls"
        at, is_money = self.at, False
        if "money" in self.rules and is_currency(self.char(at)) and is_digit(self.char(at + 1)):
            at, is_money = at + 1, True
        end = self.segment_end(at)
        segment = self.text[at:end]
        if not is_money and not any(map(starts_word, segment)):
            return end, is_token(segment), False
        while True:
            end = self.extended(at, end)
            after = self.joined(end)
            if after is None:
                return end, True, True
            at, end = after, self.segment_end(after)

    def url(self):
        match = URL.match(self.text, self.at)
        if not match:
            return None
        url = match[0]
        while url[-1] in ".,;:!?'*]" or (url[-1] == ")" and url.count(")") > url.count("(")):
            url = url[:-1]
        return self.at + len(url)

    def email(self):
        match = EMAIL.match(self.text, self.at)
        return match.end() if match and "." in match[1] else None

    def tag(self, sign, is_needed):
        if self.char(self.at) != sign or is_in_tag(self.char(self.at - 1)):
            return None
        end = self.at + 1
        while is_in_tag(self.char(end)):
            end += 1
        return end if any(map(is_needed, self.text[self.at + 1 : end])) else None

    def handle(self):
        return self.tag("@", starts_word)

    def hashtag(self):
        return self.tag("#", is_letter)

    def extended(self, at, end):
        segment, sign, after = self.text[at:end], self.char(end), self.char(end + 1)
        shape = "".join("L" if is_letter(c) else unicodedata.category(c)[0] + c for c in segment)
        is_dotted = re.fullmatch(r"L(M.)*(P\.L(M.)*)+", shape, re.DOTALL)
        if "abbreviations" in self.rules and sign == "." and is_dotted:
            return end + 1
        is_sum = "money" in self.rules and is_currency(sign)
        if is_sum and is_digit(after) and re.fullmatch("[A-Z]{1,3}", segment):
            return self.segment_end(end + 1)
        if not is_digit(segment[-1]):
            return end
        if "percents" in self.rules and sign in ("%", "‰"):
            return end + 1
        return end + 1 if is_sum and not starts_word(after) else end

    def joined(self, end):
        """Return where the segment starts that a sign joins to the one that ends at `end`."""
        last, sign, after = self.char(end - 1), self.char(end), self.char(end + 1)
        is_date = "dates" in self.rules and sign and sign in "/:"
        is_joint = ("ampersands" in self.rules and sign == "&") or (
            "hyphens" in self.rules and sign and sign in HYPHENS
        )
        if is_joint and starts_word(after):
            return end + 1
        return end + 1 if is_date and is_digit(last) and is_digit(after) else None
