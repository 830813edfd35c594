"""Speed of counting the words of news, language by language.

    python tests/bench/bench_languages.py [--mb 4] [--rounds 5] [language...]

For each language: megabytes of UTF-8 a second from texts in memory to a document-term matrix under
each preset, on one thread; each as a share of English; and how many times the speed of
scikit-learn's `CountVectorizer` the sklearn preset has on the same texts. Its matrix is compared
first. Texts of a language are repeated until they are as many megabytes as asked for, so each
language meets its terms about as often. All ways are timed in turn, and the medians of their
processor time are shown.
"""

import argparse
import gc
import statistics
import time
from pathlib import Path

import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer

import broadsheet as bs

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
PRESETS = ("sklearn", "unicode", "news")


def load(n_bytes):
    """Return the texts of each language, English first."""
    english = pd.read_parquet(CORPORA / "press_releases.parquet", columns=["text"])["text"]
    texts = {"eng": repeat(english.iloc[:5000].tolist(), n_bytes)}
    frame = pd.read_parquet(CORPORA / "languages" / "news.parquet", columns=["language", "text"])
    for language, column in frame.groupby("language")["text"]:
        texts[language] = repeat(column.tolist(), n_bytes)
    return texts


def repeat(texts, n_bytes):
    """Return as many texts, from the first on and over again, as have `n_bytes` together."""
    repeated = []
    while n_bytes > 0:
        for text in texts:
            repeated.append(text)
            n_bytes -= len(text.encode())
            if n_bytes <= 0:
                break
    return repeated


def count(corpus, preset):
    return corpus.tokens(bs.Tokenizer(preset), n_jobs=1).matrix(n_jobs=1)


def check(language, texts, corpus):
    peer = CountVectorizer()
    theirs = peer.fit_transform(texts)
    ours = count(corpus, "sklearn")
    if list(ours.terms) != list(peer.get_feature_names_out()) or (ours.csr != theirs).nnz:
        raise SystemExit(f"{language}: the matrices differ")


def measure(texts, n_rounds):
    """Return the median seconds of processor time of each way."""
    corpus = bs.Corpus(texts, zones=None)
    ways = {preset: lambda preset=preset: count(corpus, preset) for preset in PRESETS}
    ways["scikit-learn"] = lambda: CountVectorizer().fit_transform(texts)
    seconds = {name: [] for name in ways}
    for _ in range(n_rounds):
        for name, run in ways.items():
            gc.collect()
            start = time.process_time()
            run()
            seconds[name].append(time.process_time() - start)
    return {name: statistics.median(each) for name, each in seconds.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("languages", nargs="*", help="ISO 639-3; all by default")
    parser.add_argument("--mb", type=float, default=4, help="megabytes of each language")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each way")
    options = parser.parse_args()
    texts = load(int(options.mb * 1e6))
    english = {}
    head = "".join(f"{preset:>10}{'of eng':>8}" for preset in PRESETS)
    print(f"MB/s{head}{'scikit-learn':>15}{'ratio':>8}")
    for language in ["eng", *(options.languages or list(texts)[1:])]:
        corpus = bs.Corpus(texts[language], zones=None)
        check(language, texts[language], corpus)
        seconds = measure(texts[language], options.rounds)
        n_megabytes = sum(len(text.encode()) for text in texts[language]) / 1e6
        speed = {name: n_megabytes / each for name, each in seconds.items()}
        english = english or speed
        row = "".join(f"{speed[p]:10.0f}{speed[p] / english[p]:8.2f}" for p in PRESETS)
        ratio = speed["sklearn"] / speed["scikit-learn"]
        print(f"{language:4}{row}{speed['scikit-learn']:15.1f}{ratio:7.1f}x", flush=True)


if __name__ == "__main__":
    main()
