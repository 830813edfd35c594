"""Keywords that readers chose for news, found by broadsheet, yake and textacy.

The 500 stories of 500N-KPCrowd (Marujo et al., LREC 2012) have the keys of twenty readers each.
The ten best keywords of each method are compared with these in lower case, each word by the stem of
Porter, as is usual for this collection: precision and recall at ten, averaged over the stories.
Peers that choose by part of speech have no tagger here, as we have none: textacy runs on a blank
English pipe with sentence ends, ``include_pos=None``.

    python tests/evaluation/keywords.py [FOLDER]
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from nltk.stem.porter import PorterStemmer

import broadsheet as bs

FOLDER = Path(__file__).parents[2] / "../shared/corpora/keywords/500N-KPCrowd"
K = 10

Keywords = list[list[str]]
stemmer = PorterStemmer()


def read(folder: Path) -> tuple[list[str], list[set[str]]]:
    """Return the stories and the keys of each."""
    texts, keys = [], []
    for path in sorted((folder / "docsutf8").glob("*.txt")):
        texts.append(path.read_text("utf-8"))
        lines = (folder / "keys" / f"{path.stem}.key").read_text("utf-8").splitlines()
        keys.append({stemmed(line) for line in lines if line.strip()})
    return texts, keys


def stemmed(phrase: str) -> str:
    return " ".join(stemmer.stem(word) for word in phrase.lower().split())


def broadsheet(texts: list[str], method: str, max_words: int | None = None) -> Keywords:
    tokens = bs.Corpus(texts).tokens(n_jobs=1)
    frame = tokens.keywords(method, K, max_words=max_words, n_jobs=1)
    found: Keywords = [[] for _ in texts]
    for row, term in zip(frame["row"], frame["term"], strict=True):
        found[row].append(term)
    return found


def yake(texts: list[str], n: int = 3) -> Keywords:
    from yake import KeywordExtractor

    extractor = KeywordExtractor(n=n, top=K, dedup_func="levs")
    return [[term for term, _ in extractor.extract_keywords(text)] for text in texts]


def textacy(texts: list[str], method: str) -> Keywords:
    import spacy
    from textacy.extract import keyterms

    pipe = spacy.blank("en")
    pipe.add_pipe("sentencizer")
    extract = getattr(keyterms, method)
    options = {"normalize": "lower", "topn": K, "include_pos": None}
    return [[term for term, _ in extract(pipe(text), **options)] for text in texts]


def scores(found: Keywords, keys: list[set[str]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 at K, means over the stories."""

    def of_each() -> Iterator[tuple[float, float, float]]:
        for terms, wanted in zip(found, keys, strict=True):
            right = len(wanted & {stemmed(term) for term in terms[:K]})
            precision, recall = right / K, right / max(len(wanted), 1)
            f1 = 2 * precision * recall / (precision + recall) if right else 0.0
            yield precision, recall, f1

    columns = zip(*of_each(), strict=True)
    precision, recall, f1 = (statistics.fmean(column) for column in columns)
    return precision, recall, f1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    texts, keys = read(parser.parse_args().folder)
    methods: dict[str, Callable[[], Keywords]] = {
        "broadsheet tfidf": lambda: broadsheet(texts, "tfidf"),
        "broadsheet rake": lambda: broadsheet(texts, "rake"),
        "broadsheet textrank": lambda: broadsheet(texts, "textrank"),
        "broadsheet yake": lambda: broadsheet(texts, "yake"),
        "broadsheet yake, n=1": lambda: broadsheet(texts, "yake", 1),
        "broadsheet tfidf, n=1": lambda: broadsheet(texts, "tfidf", 1),
        "yake": lambda: yake(texts),
        "yake, n=1": lambda: yake(texts, 1),
        "textacy textrank": lambda: textacy(texts, "textrank"),
        "textacy yake": lambda: textacy(texts, "yake"),
    }
    print(f"{len(texts)} stories, one thread\n{'':22} P@10   R@10   F1@10  seconds")
    for name, find in methods.items():
        begin = time.perf_counter()
        try:
            found = find()
        except ImportError as error:
            print(f"{name:22} left out: {error}")
            continue
        seconds = time.perf_counter() - begin
        row = "  ".join(f"{value:.3f}" for value in scores(found, keys))
        print(f"{name:22} {row}  {seconds:.2f}", flush=True)


if __name__ == "__main__":
    main()
