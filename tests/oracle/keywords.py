"""Keywords, found the slow and obvious way from words that were cut by hand.

A text is a list of sentences, a sentence a list of runs of words that nothing but spaces stand
between, a word as it is written.
"""

from __future__ import annotations

import math
import statistics
import string
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

Run = Sequence[str]
Text = Sequence[Sequence[Run]]
Phrase = tuple[str, ...]


def _runs(text: Text) -> list[list[str]]:
    return [[word.lower() for word in run] for sentence in text for run in sentence]


def _grams(run: Sequence[str], longest: int) -> list[Phrase]:
    """Return the n-grams of a run in the order of their last words, the shortest first."""
    return [
        tuple(run[end - size : end])
        for end in range(1, len(run) + 1)
        for size in range(1, min(end, longest) + 1)
    ]


def _ranked(scores: dict[Phrase, float], *, lowest_first: bool = False) -> list[Phrase]:
    sign = 1 if lowest_first else -1
    return sorted(scores, key=lambda phrase: sign * scores[phrase])


# tf-idf


def tf_idf(
    texts: Sequence[Text],
    stopwords: frozenset[str] | set[str],
    longest: int,
    background: Sequence[Text] | None = None,
) -> list[list[tuple[Phrase, float]]]:
    """Return the n-grams of each text that neither begin nor end with a stop word, best first."""

    def candidates(text: Text) -> Counter[Phrase]:
        grams = [gram for run in _runs(text) for gram in _grams(run, longest)]
        return Counter(
            gram for gram in grams if gram[0] not in stopwords and gram[-1] not in stopwords
        )

    others = texts if background is None else background
    n_texts = len(others)
    within = Counter(gram for text in others for gram in candidates(text))
    answer = []
    for text in texts:
        scores = {
            gram: count * (math.log((1 + n_texts) / (1 + within[gram])) + 1)
            for gram, count in candidates(text).items()
        }
        answer.append([(gram, scores[gram]) for gram in _ranked(scores)])
    return answer


# RAKE


def rake_words(text: Text, stopwords: frozenset[str] | set[str]) -> dict[str, tuple[int, int]]:
    """Return degree and frequency of each word: row sum and diagonal of the co-occurrences."""
    together: Counter[tuple[str, str]] = Counter()
    for candidate in _contents(text, stopwords):
        together.update((one, other) for one in candidate for other in candidate)
    frequency = Counter(word for content in _contents(text, stopwords) for word in content)
    return {
        word: (sum(n for (one, _), n in together.items() if one == word), frequency[word])
        for word in frequency
    }


def rake(text: Text, stopwords: frozenset[str] | set[str]) -> list[tuple[Phrase, float]]:
    """Return every candidate and every pair of adjoining ones that comes twice, best first."""
    words = {
        word: degree / frequency
        for word, (degree, frequency) in rake_words(text, stopwords).items()
    }
    scores: dict[Phrase, float] = {}
    for candidate in _contents(text, stopwords):
        scores[candidate] = sum(words[word] for word in candidate)
    adjoining: Counter[Phrase] = Counter()
    for run in _runs(text):
        spans = cut(run, stopwords)
        adjoining.update(tuple(run[begin:end]) for (begin, _), (_, end) in pairwise(spans))
    for phrase, n in adjoining.items():
        if n >= 2:
            scores[phrase] = sum(words[word] for word in phrase if word not in stopwords)
    return [(phrase, scores[phrase]) for phrase in _ranked(scores)]


def cut(run: Sequence[str], stopwords: frozenset[str] | set[str]) -> list[tuple[int, int]]:
    """Return begin and end of each longest stretch without stop words."""
    spans = []
    begin = 0
    for at, word in enumerate([*run, None]):
        if word is None or word in stopwords:
            if at > begin:
                spans.append((begin, at))
            begin = at + 1
    return spans


def _contents(text: Text, stopwords: frozenset[str] | set[str]) -> list[Phrase]:
    return [tuple(run[begin:end]) for run in _runs(text) for begin, end in cut(run, stopwords)]


# TextRank


def textrank_words(
    text: Text, stopwords: frozenset[str] | set[str], window: int = 2, damping: float = 0.85
) -> dict[str, float]:
    """Return the scores of words, from the linear equations that they solve."""
    runs = _runs(text)
    vertices = list(dict.fromkeys(word for run in runs for word in run if word not in stopwords))
    near = np.zeros((len(vertices), len(vertices)))
    for run in runs:
        for i, one in enumerate(run):
            for other in run[i + 1 : i + window]:
                if one != other and one in vertices and other in vertices:
                    a, b = vertices.index(one), vertices.index(other)
                    near[a, b] = near[b, a] = 1
    degrees = np.maximum(near.sum(axis=0), 1)
    equations = np.eye(len(vertices)) - damping * near / degrees
    scores = np.linalg.solve(equations, np.full(len(vertices), 1 - damping))
    return dict(zip(vertices, scores.tolist(), strict=True))


# YAKE


def _stem(word: str) -> str:
    word = word.lower()
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _is_stop(word: str, stopwords: frozenset[str] | set[str]) -> bool:
    letters = [c for c in _stem(word) if c not in string.punctuation]
    return word.lower() in stopwords or _stem(word) in stopwords or len(letters) < 3


def _tag(word: str, *, is_first: bool) -> str:
    """Say what a word is: number, unparsable, acronym, name or plain."""
    has_digit = any(c.isdigit() for c in word)
    has_letter = any(c.isalpha() for c in word)
    if has_digit or not has_letter or sum(c in string.punctuation for c in word) > 1:
        return "u"
    if word.isupper():
        return "a"
    if len(word) > 1 and word[0].isupper() and sum(c.isupper() for c in word) == 1:
        return "p" if is_first else "n"
    return "p"


def yake(
    text: Text,
    stopwords: frozenset[str] | set[str],
    longest: int = 3,
    window: int = 1,
    dedup: float = 0.9,
    k: int | None = None,
) -> list[tuple[Phrase, float]]:
    """Return n-grams by the five features of their words, the lowest score first."""
    count: Counter[str] = Counter()
    acronyms: Counter[str] = Counter()
    names: Counter[str] = Counter()
    sentences: dict[str, list[int]] = {}
    is_stop: dict[str, bool] = {}
    follows: Counter[tuple[str, str]] = Counter()
    seen: Counter[Phrase] = Counter()
    valid: set[Phrase] = set()
    for number, sentence in enumerate(text):
        is_first = True
        for run in sentence:
            tags = []
            for word in run:
                key = _stem(word)
                is_stop.setdefault(key, _is_stop(word, stopwords))
                tags.append(_tag(word, is_first=is_first))
                is_first = False
                count[key] += 1
                acronyms[key] += tags[-1] == "a"
                names[key] += tags[-1] == "n"
                if number not in sentences.setdefault(key, []):
                    sentences[key].append(number)
            for i in range(len(run)):
                for j in range(max(0, i - window), i):
                    if tags[i] != "u" and tags[j] != "u":
                        follows[_stem(run[j]), _stem(run[i])] += 1
            places = list(range(len(run)))
            for gram in (places[b:e] for e in range(1, len(run) + 1) for b in range(e)):
                if len(gram) > longest:
                    continue
                phrase = tuple(run[i].lower() for i in gram)
                seen[phrase] += 1
                if "u" not in [tags[i] for i in gram]:
                    valid.add(phrase)
    content = [count[key] for key in count if not is_stop[key]]
    if not content:
        return []
    mean, spread = statistics.fmean(content), statistics.pstdev(content)
    highest = max(count.values())

    def weight(key: str) -> float:
        right = [n for (one, _), n in follows.items() if one == key]
        left = [n for (_, other), n in follows.items() if other == key]
        share = sum(len(side) / sum(side) for side in (left, right) if side)
        related = 1 + share * count[key] / highest
        frequency = count[key] / (mean + spread)
        spread_out = len(sentences[key]) / len(text)
        case = max(acronyms[key], names[key]) / (1 + math.log(count[key]))
        position = math.log(math.log(3 + statistics.median(sentences[key])))
        return related * position / (case + frequency / related + spread_out / related)

    scores = {}
    for phrase in _by_end(text, longest):
        keys = [_stem(word) for word in phrase]
        if phrase not in valid or is_stop[keys[0]] or is_stop[keys[-1]]:
            continue
        product, total = 1.0, 0.0
        for i, key in enumerate(keys):
            if not is_stop[key]:
                product *= weight(key)
                total += weight(key)
                continue
            before = follows[keys[i - 1], key] / count[keys[i - 1]]
            behind = follows[key, keys[i + 1]] / count[keys[i + 1]]
            product *= 2 - before * behind
            total -= 1 - before * behind
        scores[phrase] = product / ((total + 1) * seen[phrase])
    kept: list[Phrase] = []
    for phrase in _ranked(scores, lowest_first=True):
        if len(kept) == k:
            break
        if all(_likeness(" ".join(phrase), " ".join(other)) <= dedup for other in kept):
            kept.append(phrase)
    return [(phrase, scores[phrase]) for phrase in kept]


def _by_end(text: Text, longest: int) -> list[Phrase]:
    grams = [gram for run in _runs(text) for gram in _grams(run, longest)]
    return list(dict.fromkeys(grams))


def _likeness(one: str, other: str) -> float:
    return 1 - _edits(one, other) / max(len(one), len(other))


def _edits(one: str, other: str) -> int:
    table = np.zeros((len(one) + 1, len(other) + 1), dtype=int)
    table[:, 0], table[0] = range(len(one) + 1), range(len(other) + 1)
    for i, a in enumerate(one, 1):
        for j, b in enumerate(other, 1):
            table[i, j] = min(
                table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a != b)
            )
    return int(table[-1, -1])
