"""Concatenation: any split of a corpus, put together in document order, is one pass."""

import pickle
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from term_matrices import WORDS, random_counts, random_texts, same, tokens_of

import broadsheet as bs
from broadsheet.terms import TermMatrix, Vocabulary

TOKENIZERS = [
    bs.Tokenizer("news"),
    bs.Tokenizer("sklearn", stopwords=["nato"], min_length=3),
]

texts_and_cuts = st.lists(
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), max_size=12
).flatmap(
    lambda texts: st.tuples(
        st.just(texts), st.lists(st.integers(0, len(texts)), max_size=5).map(sorted)
    )
)


def split(corpus, cuts):
    edges = [0, *cuts, len(corpus)]
    return [corpus[begin:end] for begin, end in pairwise(edges)]


def nest(parts, data):
    """Put parts together two by two, in any order of the steps."""
    while len(parts) > 1:
        at = data.draw(st.integers(0, len(parts) - 2))
        parts[at : at + 2] = [bs.concat(parts[at : at + 2], n_jobs=data.draw(st.integers(1, 3)))]
    return parts[0]


def have_same_bytes(one, other):
    return (
        one.indptr.tobytes() == other.indptr.tobytes()
        and one._ids.tobytes() == other._ids.tobytes()
        and one.vocabulary.terms.tolist() == other.vocabulary.terms.tolist()
        and one.document_ids.tolist() == other.document_ids.tolist()
        and pickle.dumps(one.vocabulary) == pickle.dumps(other.vocabulary)
    )


# --- Tokens ---


def test_tokens_worked_by_hand():
    one = bs.Corpus(["wheat rose", ""], ids=["a", "b"]).tokens()
    two = bs.Corpus(["corn rose corn"], ids=["c"]).tokens()
    tokens = bs.concat([one, two])
    assert list(tokens.vocabulary) == ["wheat", "rose", "corn"]
    assert tokens.indptr.tolist() == [0, 2, 2, 5]
    assert [tokens.ids(row).tolist() for row in range(3)] == [[0, 1], [], [2, 1, 2]]
    assert tokens.document_ids.tolist() == ["a", "b", "c"]
    assert tokens.offsets(2).tolist() == [[0, 4], [5, 9], [10, 14]]
    assert tokens[2] == ["corn", "rose", "corn"]
    assert one.n_tokens == 2
    assert have_same_bytes(one.merge(two), tokens)


@given(texts_and_cuts, st.sampled_from(TOKENIZERS), st.data())
def test_tokens_of_any_split_are_those_of_one_pass(texts_and_cuts, tokenizer, data):
    texts, cuts = texts_and_cuts
    corpus = bs.Corpus(texts)
    whole = corpus.tokens(tokenizer, n_jobs=1)
    parts = [part.tokens(tokenizer, n_jobs=1) for part in split(corpus, cuts)]
    for n_jobs in (1, 2, 3):
        assert have_same_bytes(bs.concat(parts, n_jobs=n_jobs), whole)
    assert have_same_bytes(nest(parts, data), whole)


@given(texts_and_cuts, st.randoms())
def test_tokens_of_parts_in_another_order_are_those_of_that_order(texts_and_cuts, random):
    texts, cuts = texts_and_cuts
    parts = split(bs.Corpus(texts), cuts)
    random.shuffle(parts)
    whole = bs.concat(parts).tokens()
    assert have_same_bytes(bs.concat([part.tokens() for part in parts]), whole)


def test_selections_share_the_vocabulary_that_they_keep():
    tokens = tokens_of(random_texts(1))
    joined = bs.concat([tokens[:7], tokens[7:30], tokens[30:]])
    assert have_same_bytes(joined, tokens)
    assert joined.vocabulary._core is tokens.vocabulary._core
    assert have_same_bytes(bs.concat([tokens]), tokens)


def test_zones_are_put_together_too():
    texts = [
        "Wheat rises\n\nPARIS, March 3 (Reuters) - Wheat rose.",
        "Corn\n\nCorn fell. It rained.",
    ]
    corpus = bs.Corpus(texts)
    for zone in ("headline", "body"):
        whole = corpus.tokens(zone=zone)
        joined = bs.concat([corpus[:1].tokens(zone=zone), corpus[1:].tokens(zone=zone)])
        assert have_same_bytes(joined, whole)
        assert joined.zone == zone
        for row in range(2):
            assert joined.offsets(row).tolist() == whole.offsets(row).tolist()
        assert pickle.loads(pickle.dumps(joined)).offsets(1).tolist() == whole.offsets(1).tolist()


def test_tokens_that_differ_are_refused_with_the_difference():
    corpus = bs.Corpus(["Wheat rose."], ids=["a"])
    other = bs.Corpus(["Corn rose."], ids=["b"])
    tokens = corpus.tokens()
    for tokenizer, message in [
        (
            bs.Tokenizer("unicode"),
            "preset of the tokenizer is 'news' in part 0 and 'unicode' in part 1",
        ),
        (
            bs.Tokenizer(stopwords="en"),
            "stopwords of the tokenizer is None in part 0 and 'en' in part 1",
        ),
        (
            bs.Tokenizer(stopwords=["a", "b"]),
            "stopwords of the tokenizer is None in part 0 and <2 words> in part 1",
        ),
        (
            bs.Tokenizer(rules={"urls": False}),
            "rules of the tokenizer is all on in part 0 and without",
        ),
    ]:
        with pytest.raises(ValueError, match=f"parts must be tokenised alike: {message}"):
            bs.concat([tokens, other.tokens(tokenizer)])
    with pytest.raises(ValueError, match="alike: zone is None in part 0 and 'body' in part 2"):
        bs.concat([tokens, other.tokens(), other.tokens(zone="body")], ignore_ids=True)
    equal = bs.Tokenizer("news", stopwords=None)
    assert len(bs.concat([tokens, other.tokens(equal)])) == 2


# --- Corpus ---


@given(texts_and_cuts, st.data())
def test_a_corpus_of_any_split_is_the_corpus(texts_and_cuts, data):
    texts, cuts = texts_and_cuts
    for ids in (None, [f"text {row}" for row in range(len(texts))]):
        whole = bs.Corpus(texts, ids=ids, metadata={"year": np.arange(len(texts))})
        assert bs.concat(split(whole, cuts)) == whole
        joined = nest(split(whole, cuts), data)
        assert joined == whole
        assert joined.metadata.dtypes.tolist() == whole.metadata.dtypes.tolist()


def test_texts_are_shared_and_metadata_united():
    one = bs.Corpus(["Wheat."], ids=["a"], metadata={"year": [2001], "agency": ["TASS"]})
    two = bs.Corpus(["Corn.", "Oats."], ids=["b", "c"], metadata={"year": [2002, 2003]})
    corpus = bs.concat([one, two, one[:0]])
    assert list(corpus.texts) == ["Wheat.", "Corn.", "Oats."]
    expected = pd.concat([one.metadata, two.metadata], ignore_index=True)
    pd.testing.assert_frame_equal(corpus.metadata, expected)
    assert corpus.metadata["agency"].tolist()[0] == "TASS"
    assert len(bs.concat([bs.Corpus(["a"]), bs.Corpus(["b"])], ignore_ids=True).metadata) == 2


def test_rows_of_the_input_are_counted_through():
    one = bs.Corpus(["a", None, b"\xff"], errors="skip")
    two = bs.Corpus([None, b"\xff", "b"], ids=["x", "y", "z"], errors="replace")
    corpus = bs.concat([one[:0], two])
    assert corpus.skipped.tolist() == [1, 2]
    assert corpus.replaced.tolist() == [3, 4]
    assert bs.concat([corpus, one]).skipped.tolist() == [1, 2, 7, 8]


def test_known_zones_are_put_together():
    frame = pd.DataFrame({"title": ["Wheat rises", None], "text": ["It rose.", "It fell."]})
    whole = bs.Corpus.from_frame(frame, headline="title")
    joined = bs.concat([whole[:1], whole[1:]])
    assert joined == whole
    assert joined[0].headline.text == "Wheat rises"
    assert joined[1].headline is None
    found = bs.Corpus(["A text."], ids=["a"])
    message = "those of part 0 are from columns of headlines or decks, those of part 1 of zones="
    with pytest.raises(ValueError, match=message):
        bs.concat([whole, found])
    with pytest.raises(ValueError, match="of zones='detect', those of part 1 of zones=None"):
        bs.concat([found, bs.Corpus(["b"], ids=["b"], zones=None)])


def test_ids_that_come_twice_are_refused_or_ignored():
    one, two = bs.Corpus(["a", "b"], ids=["x", "y"]), bs.Corpus(["c", "d"], ids=["y", "x"])
    message = "ids must be unique: y is in parts 0 and 1, and 1 more come again; ignore_ids=True"
    for make in (lambda c: c, lambda c: c.tokens(), lambda c: c.tokens().matrix()):
        with pytest.raises(ValueError, match=message):
            bs.concat([make(one), make(two)])
        joined = bs.concat([make(one), make(two)], ignore_ids=True)
        ids = joined.document_ids if isinstance(joined, bs.Tokens) else joined.ids
        assert [str(id) for id in ids] == ["0", "1", "2", "3"]
    with pytest.raises(ValueError, match="ids must be unique: 0 is in parts 0 and 1;"):
        bs.concat([bs.Corpus(["a"]), bs.Corpus(["b"])])
    mixed = bs.concat([bs.Corpus(["a"]), one])
    assert mixed.ids.tolist() == ["0", "x", "y"]
    with pytest.raises(ValueError, match="ids must be unique: 0 is in parts 0 and 1"):
        bs.concat([bs.Corpus(["a"]), bs.Corpus(["b"], ids=["0"])])


# --- TermMatrix ---


def test_matrices_worked_by_hand():
    one = TermMatrix([[1, 2], [0, 3]], ["nato", "wheat"], ids=["a", "b"])
    two = TermMatrix([[4, 5, 6]], ["eu", "wheat", "zinc"], ids=["c"])
    joined = bs.concat([one, two])
    assert joined.terms.tolist() == ["eu", "nato", "wheat", "zinc"]
    assert joined.csr.toarray().tolist() == [[0, 1, 2, 0], [0, 0, 3, 0], [4, 0, 5, 6]]
    assert joined.ids.tolist() == ["a", "b", "c"]
    assert joined.dtype == np.int32
    assert same(one.merge(two), joined)


@given(texts_and_cuts, st.sampled_from([(1, 1), (1, 2)]), st.data())
def test_counts_of_any_split_are_those_of_one_pass(texts_and_cuts, ngrams, data):
    texts, cuts = texts_and_cuts
    corpus = bs.Corpus([text + " common" for text in texts] or ["common"])
    whole = corpus.tokens().matrix(ngrams)
    parts = [part for part in split(corpus, cuts) if len(part)]
    matrices = [part.tokens().matrix(ngrams) for part in parts]
    for n_jobs in (1, 2, 3):
        joined = bs.concat(matrices, n_jobs=n_jobs)
        assert same(joined, whole)
        assert joined.attrs == whole.attrs
    assert same(nest(matrices, data), whole)


@given(st.lists(st.permutations(["a", "b", "c", "d", "é"]), min_size=1, max_size=4), st.data())
def test_columns_in_any_order_agree_with_a_table_of_all(orders, data):
    matrices, rows = [], []
    for part, order in enumerate(orders):
        terms = order[: data.draw(st.integers(0, 5))]
        cells = data.draw(
            st.lists(st.lists(st.integers(0, 3), min_size=len(terms), max_size=len(terms)))
        )
        counts = np.array(cells, dtype=int).reshape(len(cells), len(terms))
        ids = [f"{part}-{row}" for row in range(len(cells))]
        matrices.append(TermMatrix(counts, terms, ids=ids))
        rows += [dict(zip(terms, row, strict=True)) for row in cells]
    joined = bs.concat(matrices)
    lists = [m.terms.tolist() for m in matrices]
    is_same = all(terms == lists[0] for terms in lists)
    assert joined.terms.tolist() == (lists[0] if is_same else sorted(set().union(*lists)))
    expected = [[row.get(term, 0) for term in joined.terms] for row in rows]
    assert joined.csr.toarray().tolist() == expected
    assert same(nest(matrices, data), joined)


def test_counts_of_several_types_become_the_widest():
    whole, half = TermMatrix([[1]], ["a"], ids=["x"]), TermMatrix([[0.5]], ["a"], ids=["y"])
    assert bs.concat([whole, half]).dtype == np.float64
    assert bs.concat([whole, half]).csr.toarray().tolist() == [[1], [0.5]]


def test_weights_are_refused_unless_one_weighting_made_them():
    counts, others = random_counts(1), random_counts(2)
    weights = counts.weight("tfidf")
    joined = bs.concat([weights, weights.transform(others)], ignore_ids=True)
    assert joined.weighting == weights.weighting
    assert joined.shape == (80, 15)
    whole = bs.concat([counts, others], ignore_ids=True)
    assert same(joined, weights.transform(whole))
    again = pickle.loads(pickle.dumps(weights))
    assert same(bs.concat([again, weights.transform(others)], ignore_ids=True), joined)
    with pytest.raises(
        ValueError, match=r"part 0 holds weights \(tfidf\) of 15 terms .*part 1 cou"
    ):
        bs.concat([weights, others], ignore_ids=True)
    with pytest.raises(ValueError, match="Put the counts together and weigh these"):
        bs.concat([weights, others.weight("tfidf")], ignore_ids=True)
    with pytest.raises(ValueError, match="of 4 terms"):
        bs.concat([weights, weights[:, :4]], ignore_ids=True)


def test_parts_whose_terms_were_chosen_by_frequency_are_refused():
    one, two = bs.Corpus(["a b", "a"], ids=["w", "x"]), bs.Corpus(["b c", "c"], ids=["y", "z"])
    first = one.tokens().matrix(min_df=2)
    with pytest.raises(
        ValueError, match=r"those of part 0 .*\{'min_df': 2.* 2 terms of other part"
    ):
        bs.concat([first, two.tokens().matrix()])
    joined = bs.concat([first, two.tokens().matrix(terms=first)])
    assert joined.terms.tolist() == ["a"]
    with pytest.raises(ValueError, match="chosen by how often"):
        bs.concat([joined, two.tokens().matrix()], ignore_ids=True)


def test_parts_counted_in_different_ways_are_refused():
    corpus = bs.Corpus(["nato summit"])
    tokens = corpus.tokens()
    unknown = TermMatrix([[1]], ["nato"], ids=["a"])
    for part, message in [
        (tokens.matrix((1, 2)), r"ngrams is \(1, 1\) in part 1 and \(1, 2\) in part 2"),
        (corpus.tokens(zone="body").matrix(), "zone is None in part 1 and 'body' in part 2"),
        (
            corpus.tokens(bs.Tokenizer(stopwords=["the"])).matrix(),
            "stopwords of the tokenizer is None in part 1 and <1 words> in part 2",
        ),
        (corpus.character_matrix(), r"ngrams is \(1, 1\) in part 1 and not told in part 2"),
    ]:
        with pytest.raises(ValueError, match=f"parts must be counted alike: {message}"):
            bs.concat([unknown, tokens.matrix(), part])
    assert bs.concat([unknown, tokens.matrix()]).attrs == {"weighting": "counts"}


# --- Vocabulary ---


@given(st.lists(st.lists(st.sampled_from(WORDS), unique=True), min_size=1), st.data())
def test_vocabularies_keep_the_order_in_which_terms_come(lists, data):
    parts = [Vocabulary(words) for words in lists]
    expected = list(dict.fromkeys(word for words in lists for word in words))
    assert list(bs.concat(parts)) == expected
    assert list(nest(parts, data)) == expected


def test_a_merged_vocabulary_finds_all_terms_and_leaves_its_parts_alone():
    one, two = Vocabulary(["moscow", "nato"]), Vocabulary(["eu", "nato", "x" * 40])
    merged = one.merge(two)
    assert [merged.id(term) for term in ["moscow", "nato", "eu", "x" * 40]] == [0, 1, 2, 3]
    assert list(one) == ["moscow", "nato"]
    assert list(two) == ["eu", "nato", "x" * 40]


# --- What is no list of parts ---


def test_what_cannot_be_put_together_is_refused():
    corpus = bs.Corpus(["a"])
    with pytest.raises(ValueError, match="parts must be at least one, not none"):
        bs.concat([])
    with pytest.raises(TypeError, match="parts must be several, as a list, not one Corpus"):
        bs.concat(corpus)
    with pytest.raises(TypeError, match=r"parts\[1\] must be of Corpus, not Tokens"):
        bs.concat([corpus, corpus.tokens()])
    with pytest.raises(TypeError, match=r"parts\[0\] must be of Corpus, Tokens, TermMatrix, Voc"):
        bs.concat(["a"])
    with pytest.raises(TypeError, match=r"parts\[1\] must be of Vocabulary, not list"):
        Vocabulary(["a"]).merge(["b"])
    assert bs.concat(iter([corpus])) == corpus


def test_progress_is_told_and_can_cancel():
    parts = [random_counts(seed) for seed in range(3)]
    calls = []
    bs.concat(parts, ignore_ids=True, progress=lambda *call: calls.append(call))
    assert calls[-1] == (120, 120)

    def cancel(*_):
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        bs.concat(parts, ignore_ids=True, progress=cancel)
    with pytest.raises(RuntimeError, match="enough"):
        bs.concat([tokens_of(["nato"]), tokens_of(["eu"])], ignore_ids=True, progress=cancel)
