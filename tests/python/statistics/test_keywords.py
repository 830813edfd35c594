"""Keywords of articles."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import broadsheet as bs
from oracle import keywords as oracle

STOPWORDS = {"the", "of", "and", "with"}
WORDS = ["wheat", "prices", "price", "NATO", "Kansas", "markets", "market", *sorted(STOPWORDS)]
run = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6)
text = st.lists(st.lists(run, min_size=1, max_size=3), max_size=5)

# The news that the test of the authors' program takes, with what it prints.
# Source: github.com/LIAAD/yake, tests/test_yake.py, test_n3_EN.
NEWS = (
    "Google is acquiring data science community Kaggle. Sources tell us that Google is acquiring "
    "Kaggle, a platform that hosts data science and machine learning competitions. Details about "
    "the transaction remain somewhat vague , but given that Google is hosting its Cloud Next "
    "conference in San Francisco this week, the official announcement could come as early as "
    "tomorrow. Reached by phone, Kaggle co-founder CEO Anthony Goldbloom declined to deny that "
    "the acquisition is happening. Google itself declined 'to comment on rumors'. Kaggle, which "
    "has about half a million data scientists on its platform, was founded by Goldbloom and Ben "
    "Hamner in 2010. The service got an early start and even though it has a few competitors like "
    "DrivenData, TopCoder and HackerRank, it has managed to stay well ahead of them by focusing on "
    "its specific niche. The service is basically the de facto home for running data science and "
    "machine learning competitions. With Kaggle, Google is buying one of the largest and most "
    "active communities for data scientists - and with that, it will get increased mindshare in "
    "this community, too (though it already has plenty of that thanks to Tensorflow and other "
    "projects). Kaggle has a bit of a history with Google, too, but that's pretty recent. Earlier "
    "this month, Google and Kaggle teamed up to host a $100,000 machine learning competition "
    "around classifying YouTube videos. That competition had some deep integrations with the "
    "Google Cloud Platform, too. Our understanding is that Google will keep the service running - "
    "likely under its current name. While the acquisition is probably more about Kaggle's "
    "community than technology, Kaggle did build some interesting tools for hosting its "
    "competition and 'kernels', too. On Kaggle, kernels are basically the source code for "
    "analyzing data sets and developers can share this code on the platform (the company "
    "previously called them 'scripts'). Like similar competition-centric sites, Kaggle also runs a "
    "job board, too. It's unclear what Google will do with that part of the service. According to "
    "Crunchbase, Kaggle raised $12.5 million (though PitchBook says it's $12.75) since its launch "
    "in 2010. Investors in Kaggle include Index Ventures, SV Angel, Max Levchin, Naval Ravikant, "
    "Google chief economist Hal Varian, Khosla Ventures and Yuri Milner"
)
PRINTED = {
    "Google": 0.02509259635302287,
    "Kaggle": 0.027297150442917317,
    "CEO Anthony Goldbloom": 0.04834891465259988,
    "data science": 0.05499112888517541,
    "acquiring data science": 0.06029572445726576,
    "Google Cloud Platform": 0.07461585862381104,
    "data": 0.07999958986489127,
    "San Francisco": 0.0913829662674319,
    "Anthony Goldbloom declined": 0.09740885820462175,
    "science": 0.09834167930168546,
    "science community Kaggle": 0.1014394718805728,
    "machine learning": 0.10754988562466912,
    "Google Cloud": 0.1136787749431024,
    "Google is acquiring": 0.114683257931042,
    "acquiring Kaggle": 0.12012386507741751,
    "Anthony Goldbloom": 0.1213027418574554,
    "platform": 0.12404419723925647,
    "co-founder CEO Anthony": 0.12411964553586782,
    "CEO Anthony": 0.12462950727635251,
    "service": 0.1316357590449064,
}
# The words of the news that are in the list of stop words of that program.
LISTED = (
    "about according already also and are around but can come could did even few for get given "
    "got had has it's its itself keep like likely more most name next one other our probably "
    "say says since some somewhat tell than thank thanks that that's the them this though too "
    "under was well what which while will with"
)


def written(sentences):
    """Return a text that is cut into just these sentences and runs."""
    return "\n\n".join(", ".join(map(" ".join, sentence)) + "!" for sentence in sentences)


def found(texts, method, **options):
    """Return the keywords of each text as phrases with their scores."""
    tokens = bs.Corpus([written(text) for text in texts], zones=None).tokens()
    frame = tokens.keywords(method, None, stopwords=STOPWORDS, **options)
    answer = [[] for _ in texts]
    for row in frame.to_dict("records"):
        answer[row["row"]].append((tuple(row["term"].split()), row["score"]))
    return answer


def agree(ours, theirs):
    assert [phrase for phrase, _ in ours] == [phrase for phrase, _ in theirs]
    assert [score for _, score in ours] == pytest.approx([score for _, score in theirs], rel=1e-9)


def test_yake_gives_the_printed_scores():
    frame = bs.Corpus([NEWS]).tokens().keywords("yake", 20, stopwords=LISTED.split())
    assert frame["text"].tolist() == list(PRINTED)
    assert frame["score"].tolist() == pytest.approx(list(PRINTED.values()), rel=1e-12)


@given(text, st.sampled_from([1, 2, 3]), st.sampled_from([1, 2]), st.sampled_from([0.6, 0.9, 1.0]))
def test_yake_agrees_with_the_formula(sentences, max_words, window, dedup):
    expected = oracle.yake(sentences, STOPWORDS, max_words, window, dedup)
    [ours] = found([sentences], "yake", max_words=max_words, window=window, dedup=dedup)
    scores = dict(oracle.yake(sentences, STOPWORDS, max_words, window, 1.0))
    assert all(score == pytest.approx(scores[phrase], rel=1e-9) for phrase, score in ours)
    # What is kept beside near copies depends on the last digits where scores are equal.
    if len({round(score, 9) for score in scores.values()}) == len(scores):
        agree(ours, expected)


@given(text)
def test_rake_agrees_with_the_table_of_cooccurrences(sentences):
    [ours] = found([sentences], "rake")
    expected = dict(oracle.rake(sentences, STOPWORDS))
    assert dict(ours) == pytest.approx(expected, rel=1e-12)
    assert len(ours) == len(expected)
    assert [score for _, score in ours] == sorted((s for _, s in ours), reverse=True)


@given(text, st.integers(2, 4), st.sampled_from([0.5, 0.85]))
def test_textrank_agrees_with_the_linear_equations(sentences, window, damping):
    words = oracle.textrank_words(sentences, STOPWORDS, window, damping)
    words = {word: round(score, 9) for word, score in words.items()}
    best = sorted(words, key=lambda word: -words[word])[: -(-len(words) // 3)]
    others = set(words) - set(best)
    runs = [[word.lower() for word in part] for sentence in sentences for part in sentence]
    expected = {
        tuple(part[begin:end]): sum(words[word] for word in part[begin:end])
        for part in runs
        for begin, end in oracle.cut(part, STOPWORDS | others)
    }
    [ours] = found([sentences], "textrank", window=window, damping=damping)
    assert dict(ours) == pytest.approx(expected, abs=1e-8)


@given(st.lists(text, min_size=1, max_size=4), st.integers(1, 3))
def test_tfidf_agrees_with_counting_each_candidate(texts, max_words):
    expected = oracle.tf_idf(texts, STOPWORDS, max_words)
    for ours, theirs in zip(found(texts, "tfidf", max_words=max_words), expected, strict=True):
        agree(ours, theirs)


@given(text, st.lists(text, min_size=1, max_size=3))
def test_tfidf_counts_documents_in_the_background(sentences, others):
    background = bs.Corpus([written(text) for text in others], zones=None).tokens()
    [ours] = found([sentences], "tfidf", background=background)
    [expected] = oracle.tf_idf([sentences], STOPWORDS, 3, others)
    agree(ours, expected)


@pytest.mark.parametrize("method", ["tfidf", "rake", "textrank", "yake"])
def test_spans_are_all_places_and_terms_lead_to_their_evidence(method):
    corpus = bs.sample()
    tokens = corpus.tokens()
    frame = tokens.keywords(method, 5, n_jobs=1)
    assert frame.equals(tokens.keywords(method, 5, n_jobs=3))
    assert frame["row"].value_counts().max() == 5
    assert frame.attrs["measure"] == [method]
    for row in frame[:200].to_dict("records"):
        text = corpus.texts[row["row"]]
        begin, end = row["spans"][0]
        assert " ".join(text[begin:end].split()) == row["text"]
        assert len(row["spans"]) == row["count"]
    per_text = Counter(tokens.evidence(frame["term"][0]).documents.tolist())
    assert per_text[frame["row"][0]] >= frame["count"][0]


@pytest.mark.parametrize("method", ["tfidf", "rake", "textrank", "yake"])
def test_nothing_has_no_keywords(method):
    for texts in ([], [""], ["..."], ["the of"]):
        assert bs.Corpus(texts).tokens().keywords(method).empty
    assert bs.Corpus(["Wheat"]).tokens().keywords(method)["term"].tolist() == ["wheat"]


@pytest.mark.parametrize("kind", ["polars", "pyarrow"])
def test_spans_are_lists_in_other_tables(kind, monkeypatch):
    pytest.importorskip(kind)
    monkeypatch.setattr(bs.options, "frame", kind)
    frame = bs.Corpus(["Wheat fell, wheat."]).tokens().keywords("rake", 2)
    spans = frame["spans"].to_list() if kind == "polars" else frame["spans"].to_pylist()
    assert [[tuple(span) for span in places] for places in spans] == [[(0, 10)], [(0, 5), (12, 17)]]


def test_numbers_may_be_larger_than_any_text():
    tokens = bs.Corpus(["Wheat fell."]).tokens()
    assert len(tokens.keywords("yake", 10**12, max_words=10**12, window=10**12)) == 3


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"method": "kea"}, "method must be of tfidf, rake, textrank, yake.*'kea'"),
        ({"k": 0}, "k must be at least 1, not 0"),
        ({"max_words": 0}, "max_words must be at least 1, not 0"),
        (
            {"method": "rake", "window": 2},
            "window is a parameter of textrank and yake, not of rake",
        ),
        ({"method": "textrank", "window": 1}, "window must be at least 2, not 1"),
        ({"method": "textrank", "damping": 1.0}, "damping must be from 0 to 0.99, not 1"),
        ({"dedup": 1.5}, "dedup must be from 0 to 1, not 1.5"),
        ({"stopwords": "xx"}, "xx"),
    ],
)
def test_says_what_is_wrong(options, message):
    with pytest.raises(ValueError, match=message):
        bs.Corpus(["a b c"]).tokens().keywords(**options)
