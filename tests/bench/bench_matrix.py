"""Time counting and weighing tokens beside scikit-learn's own step, in alternation.

Both start from tokens and end with the same matrix, which is compared first; each run is a process
of its own, so that its peak memory is its own. scikit-learn is spared its tokeniser: it is given
lists of words, made beforehand. Trap avoided: on a busy machine only CPU time says anything.

    python tests/bench/bench_matrix.py ../shared/corpora/press_releases.parquet --rows 20000 --hi 2
"""

import argparse
import hashlib
import json
import re
import resource
import subprocess
import sys
import time
from itertools import pairwise

import pyarrow.parquet


def texts_of(path, n_rows):
    return pyarrow.parquet.read_table(path, columns=["text"]).column("text").slice(0, n_rows)


def count_here(texts, options):
    import broadsheet as bs

    tokens = bs.Corpus(texts).tokens(bs.Tokenizer("sklearn"))

    def run():
        return tokens.matrix(ngrams=(1, options.hi), min_df=options.min_df, n_jobs=options.n_jobs)

    def read(m):
        return m.csr, m.terms

    return run, read, lambda m: m.weight("tfidf", n_jobs=options.n_jobs)


def count_there(texts, options):
    from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

    words = [re.findall(r"(?u)\b\w\w+\b", text.lower()) for text in texts.to_pylist()]
    vectorizer = CountVectorizer(
        ngram_range=(1, options.hi),
        min_df=options.min_df,
        tokenizer=list,
        token_pattern=None,
        preprocessor=list,
        lowercase=False,
    )

    def read(counts):
        counts.sort_indices()
        return counts, vectorizer.get_feature_names_out()

    return lambda: vectorizer.fit_transform(words), read, TfidfTransformer().fit_transform


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(options):
    count = {"broadsheet": count_here, "scikit-learn": count_there}[options.subject]
    run, read, weigh = count(texts_of(options.path, options.rows), options)
    before = peak()
    times = [(time.perf_counter(), time.process_time())]
    counts = run()
    times.append((time.perf_counter(), time.process_time()))
    after = peak()
    weigh(counts)
    times.append((time.perf_counter(), time.process_time()))
    csr, terms = read(counts)
    digest = hashlib.sha256("\n".join(terms).encode())
    for part, dtype in ((csr.indptr, "int64"), (csr.indices, "int32"), (csr.data, "int32")):
        digest.update(part.astype(dtype).tobytes())
    result = {"shape": csr.shape, "nnz": csr.nnz, "digest": digest.hexdigest()[:16]}
    for name, (begin, end) in zip(("count", "tf-idf"), pairwise(times), strict=True):
        result[f"{name}, s"] = round(end[0] - begin[0], 2)
        result[f"{name}, CPU s"] = round(end[1] - begin[1], 2)
    result["memory before and peak, MB"] = (round(before), round(after))
    print(json.dumps({"subject": options.subject, **result}))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path")
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--hi", type=int, default=1)
    parser.add_argument("--min-df", type=int, default=1)
    parser.add_argument("--n-jobs", type=int, default=1)
    parser.add_argument("--repeats", type=int, default=2)
    parser.add_argument("--subject", choices=["broadsheet", "scikit-learn"])
    options = parser.parse_args()
    if options.subject:
        measure(options)
        return
    digests = set()
    for _ in range(options.repeats):
        for subject in ("broadsheet", "scikit-learn"):
            command = [sys.executable, *sys.argv, "--subject", subject]
            line = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            digests.add(json.loads(line)["digest"])
            print(line, end="", flush=True)
    assert len(digests) == 1, "the matrices differ"


if __name__ == "__main__":
    main()
