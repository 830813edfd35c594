"""A concordance by looking everywhere: slow, plain Python, no shared code with the package."""

import fnmatch
import re


def hits(documents, patterns):
    """Return row, position, length and pattern of each hit of phrases of predicates.

    A pattern is a list with a function of a term for each place.
    """
    found = {}
    for row, terms in enumerate(documents):
        for number, pattern in enumerate(patterns):
            for position in range(len(terms) - len(pattern) + 1):
                places = zip(pattern, terms[position:], strict=False)
                if all(fits(term) for fits, term in places):
                    found.setdefault((row, position, len(pattern)), number)
    return [(*key, found[key]) for key in sorted(found)]


def wildcards(query, fold=str.lower):
    """Return the pattern of a query of words with ``*`` and ``?``, which none of them escapes."""
    words = [re.compile(fnmatch.translate(fold(word))).match for word in query.split()]
    return [lambda term, matches=matches: matches(term) is not None for matches in words]


def expressions(query):
    words = query.split()
    return [
        lambda term, word=word: re.fullmatch(word, term, re.IGNORECASE) is not None
        for word in words
    ]


def context(text, spans, position, length, window):
    """Return begin and end of the node, and left, node and right, of a text whose tokens stand at
    `spans`."""
    last = position + length - 1
    start, end = spans[position][0], spans[last][1]
    left = spans[max(position - window, 0)][0]
    right = spans[min(last + window, len(spans) - 1)][1]
    return start, end, text[left:start], text[start:end], text[end:right]


def in_order(hits, documents, keys):
    """Return hits sorted by places like L1, R2, node and document."""

    def place(hit, key):
        row, position, length, _ = hit
        terms = documents[row]
        if key == "document":
            return row
        if key == "node":
            return terms[position : position + length]
        distance = int(key[1:])
        at = position - distance if key[0] == "L" else position + length - 1 + distance
        return terms[at] if 0 <= at < len(terms) else ""

    return sorted(hits, key=lambda hit: ([place(hit, key) for key in keys], hit[:3]))


def sample(n, n_drawn, seed):
    """Floyd's sample with the numbers of the 64-bit Mersenne Twister."""
    numbers = mersenne_twister(seed)
    drawn = set()
    for last in range(n - min(n, n_drawn), n):
        bound = last + 1
        number = next(x for x in numbers if x < 2**64 - 1 - (2**64 - 1) % bound) % bound
        drawn.add(last if number in drawn else number)
    return sorted(drawn)


def mersenne_twister(seed):
    """Nishimura (2000), "Tables of 64-bit Mersenne Twisters"; constants as in [rand.predef]."""
    n, m, mask = 312, 156, 2**64 - 1
    state = [seed]
    for i in range(1, n):
        state.append((6364136223846793005 * (state[-1] ^ state[-1] >> 62) + i) & mask)
    while True:
        for i in range(n):
            y = (state[i] & ~(2**31 - 1)) | (state[(i + 1) % n] & (2**31 - 1))
            state[i] = state[(i + m) % n] ^ y >> 1 ^ (0xB5026F5AA96619E9 if y & 1 else 0)
        for y in state:
            y ^= y >> 29 & 0x5555555555555555
            y ^= y << 17 & 0x71D67FFFEDA60000
            y ^= y << 37 & 0xFFF7EEE000000000
            yield y ^ y >> 43
