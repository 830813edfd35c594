"""Words chosen to collide in a hash table, beside random words of the same shape.

    python tests/bench/bench_hashing.py [--rounds 9] [--words FILE]

Two sets of 32,768 words: of 16 letters, thousands at a time with the same `fast_hash`, the hash of
the vocabulary that needs no key, found by reducing a lattice; and of 48 letters, which
begin with these and are alike after. `--words` adds the words of a file, one a line, beside random
letters and digits of the same length.

For each way that meets words: the median ratio of the time for the chosen words to that for the
random ones, in turn. TRUST asks for at most 3.
"""

import argparse
import random
import re
import statistics
import time
from itertools import combinations
from pathlib import Path

import numpy as np

import broadsheet as bs

N_WORDS = 1 << 15
HEADER = Path(__file__).parents[2] / "cpp" / "include" / "broadsheet" / "terms" / "hash.hpp"
# What `fast_hash` multiplies the two halves of a word by.
FACTORS = [
    int(re.search(rf"term\.{half} \* (0x[0-9A-F]+)", HEADER.read_text())[1], 16)
    for half in ("low", "high")
]
MODULUS = 1 << 64
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def shorten(basis, at):
    """Take multiples of earlier vectors from one: return its R factor, and whether it changed."""
    triangle = np.linalg.qr(np.array(basis[: at + 1], dtype=float).T, mode="r")
    before = basis[at]
    for other in range(at - 1, -1, -1):
        factor = round(triangle[other, at] / triangle[other, other])
        triangle[:, at] -= factor * triangle[:, other]
        basis[at] = [x - factor * y for x, y in zip(basis[at], basis[other], strict=True)]
    return triangle, basis[at] != before


def reduce_basis(basis):
    """Make the vectors of a lattice short: Lenstra, Lenstra and Lovasz 1982, delta = 3/4.

    In floating point, so vectors are shortened until rounding finds nothing more.
    """
    at = 1
    while at < len(basis):
        is_shorter = True
        while is_shorter:
            triangle, is_shorter = shorten(basis, at)
        projected = triangle[at - 1, at] ** 2 + triangle[at, at] ** 2
        if projected >= 0.75 * triangle[at - 1, at - 1] ** 2:
            at += 1
        else:
            basis[at - 1], basis[at] = basis[at], basis[at - 1]
            at = max(at - 1, 1)
    return basis


def differences():
    """Return 16 short differences of the 16 bytes of words that leave their hash as it is."""
    weights = [factor << 8 * place for factor in FACTORS for place in range(8)]
    inverse = pow(weights[0], -1, MODULUS)
    basis = [[MODULUS] + [0] * 15]
    for place in range(1, 16):
        row = [0] * 16
        row[0], row[place] = -weights[place] * inverse % MODULUS, 1
        basis.append(row)
    return reduce_basis(basis)


def colliding_words():
    """Return words of 16 letters of which thousands at a time collide."""
    steps, chosen, words = differences(), random.Random(1), set()
    steps += [
        [x + sign * y for x, y in zip(*pair, strict=True)]
        for pair in combinations(steps, 2)
        for sign in (-1, 1)
    ]
    while len(words) < N_WORDS:
        alike = collide_with(chosen.choices(range(len(LETTERS)), k=16), steps)
        require_collisions(alike)
        words |= alike
    return chosen.sample(sorted(words), N_WORDS)


def collide_with(word, steps):
    """Return the words that can be reached from one by steps that keep the hash."""
    found, new = set(), [tuple(word)]
    while new and len(found) < N_WORDS:
        word = new.pop()
        for step in steps:
            for moved in (
                tuple(x + y for x, y in zip(word, step, strict=True)),
                tuple(x - y for x, y in zip(word, step, strict=True)),
            ):
                if moved not in found and min(moved) >= 0 and max(moved) < len(LETTERS):
                    found.add(moved)
                    new.append(moved)
    return {"".join(LETTERS[x] for x in word) for word in found}


def require_collisions(words):
    hashes = {
        sum(
            int.from_bytes(word.encode()[8 * half : 8 * half + 8], "little") * factor
            for half, factor in enumerate(FACTORS)
        )
        % MODULUS
        for word in words
    }
    if len(hashes) > 1:
        raise SystemExit(f"the words have {len(hashes)} hashes, not one")


def random_words(length, alphabet=LETTERS):
    chosen = random.Random(2)
    return ["".join(chosen.choices(alphabet, k=length)) for _ in range(N_WORDS)]


def ways(words):
    """Return by name the ways that put words into a table, over texts of these words."""
    texts = [" ".join(words[first : first + 512]) for first in range(0, len(words), 512)]
    corpus, listed = bs.Corpus(texts, zones=None), sorted(words)
    tokenizer = bs.Tokenizer("sklearn")
    tokens = corpus.tokens(tokenizer, n_jobs=1)
    return {
        "tokens": lambda: corpus.tokens(tokenizer, n_jobs=1),
        "matrix": lambda: tokens.matrix(n_jobs=1),
        "pairs": lambda: tokens.matrix((1, 2), n_jobs=1),
        "given terms": lambda: tokens.matrix(terms=listed, n_jobs=1),
        "characters": lambda: corpus.character_matrix(n_jobs=1),
        "hashed columns": lambda: tokens.hashed_matrix(n_jobs=1),
    }


def time_once(run):
    start = time.process_time()
    run()
    return time.process_time() - start


def compare(name, chosen, usual, n_rounds):
    theirs = ways(usual)
    for way, run in ways(chosen).items():
        ratios = [time_once(run) / time_once(theirs[way]) for _ in range(n_rounds)]
        print(f"{name:>22}  {way:<15} {statistics.median(ratios):5.2f}x", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--words", type=Path, help="more words, one a line")
    options = parser.parse_args()
    words = colliding_words()
    compare("16 letters, one hash", words, random_words(16), options.rounds)
    tail = "q" * 32
    compare(
        "48 letters",
        [word + tail for word in words],
        [word + tail for word in random_words(16)],
        options.rounds,
    )
    if options.words:
        given = options.words.read_text(encoding="utf-8").split()
        usual = random_words(len(given[0].encode()), LETTERS + LETTERS.upper() + "0123456789")
        compare(options.words.name, given, usual, options.rounds)


if __name__ == "__main__":
    main()
