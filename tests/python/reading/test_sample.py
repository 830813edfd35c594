"""The articles that come with the package."""

import hashlib
import os
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import broadsheet as bs

ROOT = Path(__file__).parents[3]
CORPORA = ROOT.parent / "shared/corpora"


@pytest.fixture(scope="module")
def corpus():
    return bs.sample()


def shingles(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + 5]) for start in range(len(words) - 4)}


def test_holds_about_300_articles_on_twelve_topics(corpus):
    assert 280 <= len(corpus) <= 320
    counts = corpus.metadata["topic"].value_counts()
    assert len(counts) == 12
    assert counts.min() >= 20
    assert list(corpus.metadata.columns) == ["senator", "date", "topic", "group"]


def test_begins_with_the_seed_article_byte_for_byte(corpus):
    assert corpus.ids[0] == "seed"
    digest = hashlib.sha256(corpus.texts[0].encode("utf-8")).hexdigest()
    assert digest == "a4472a4c3004d2459598713a98b08d1a65b5d963b133ab82aea09db0518fe196"


def test_texts_have_a_headline_paragraphs_and_a_sensible_length(corpus):
    for text in corpus.texts:
        headline, *paragraphs = text.split("\n")
        assert 30 <= len(headline) <= 140
        assert len(paragraphs) >= 4
        assert 1_000 <= len(text) <= 6_000


def test_every_article_has_a_day(corpus):
    assert corpus.metadata["date"].str.fullmatch(r"\d{4}-\d\d-\d\d").all()
    assert corpus.metadata["date"][1:].between("2004-01-01", "2008-12-31").all()


def test_groups_are_exactly_the_near_copies(corpus):
    sets = [shingles(text) for text in corpus.texts]
    group = corpus.metadata["group"].to_numpy(dtype=object, na_value=None)
    for left, right in combinations(range(len(corpus)), 2):
        n_common = len(sets[left] & sets[right])
        similarity = n_common / (len(sets[left]) + len(sets[right]) - n_common)
        same_group = group[left] is not None and group[left] == group[right]
        assert (similarity > 0.5) == same_group, (corpus.ids[left], corpus.ids[right])
    assert len(set(group) - {None}) >= 8


def test_groups_are_called_after_a_member_and_join_several_offices(corpus):
    metadata = corpus.metadata.assign(id=corpus.ids).dropna(subset="group")
    for name, members in metadata.groupby("group"):
        assert name in set(members["id"])
        assert members["senator"].nunique() > 1
        assert members["topic"].nunique() == 1


def test_file_is_small_and_packed_without_a_clock():
    data = (ROOT / "python/broadsheet/data/sample.jsonl.gz").read_bytes()
    assert len(data) < 2_000_000
    assert data[4:8] == bytes(4)  # The time in the header of gzip.


def test_texts_are_those_of_the_source_byte_for_byte(corpus):
    # That they are also the ones the rules choose, make_sample.py --check says, in half a minute.
    source = CORPORA / "press_releases.parquet"
    if not source.exists():
        pytest.skip("the collection of press releases is not here")
    releases = pd.read_parquet(source).set_index("id")
    chosen = releases.loc[corpus.ids[1:]]
    assert list(chosen["text"]) == list(corpus.texts[1:])
    for column in ("senator", "date"):
        assert list(chosen[column]) == list(corpus.metadata[column][1:])


def test_reads_the_same_each_time(corpus):
    again = bs.sample()
    assert list(again.texts) == list(corpus.texts)
    np.testing.assert_array_equal(again.ids, corpus.ids)


def test_needs_no_optional_package():
    code = """if True:
        import sys
        for name in ("pyarrow", "polars", "zstandard", "tqdm", "Stemmer", "stopwordsiso"):
            sys.modules[name] = None
        import broadsheet as bs
        assert len(bs.sample()) > 280
        assert bs.sample().metadata["topic"].nunique() == 12
    """
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
