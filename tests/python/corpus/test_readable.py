"""Readability of articles: the counts, and the scores made of them."""

import numpy as np
import pandas as pd
import pytest

import broadsheet as bs

COUNTS = ["words", "sentences", "letters", "syllables", "polysyllables", "long_words"]
SCORED = list(bs.measures.readability(**dict.fromkeys(COUNTS, 1)).columns)


@pytest.fixture(scope="module")
def corpus():
    return bs.sample()


def test_counts_worked_by_hand():
    corpus = bs.Corpus(["Wheat exports rose 3.9% in Chicago. *** It fell!"], ids=["a"], zones=None)
    found = corpus.readability("lix")
    assert list(found.columns) == ["id", *COUNTS, "lix"]
    assert found.iloc[0].tolist() == ["a", 8, 2, 33, 12, 1, 2, 8 / 2 + 100 * 2 / 8]


def test_scores_are_those_of_the_counts_beside_them(corpus):
    found = corpus.readability()
    assert list(found.columns) == ["id", *COUNTS, *SCORED]
    again = bs.measures.readability(**{name: found[name] for name in COUNTS})
    pd.testing.assert_frame_equal(found[SCORED], again, check_exact=True)
    assert found["id"].tolist() == corpus.ids.tolist()


def test_sentences_are_those_of_the_articles(corpus):
    found = corpus.readability("rix")
    for row in range(0, len(corpus), 97):
        sentences = [s for s in corpus[row].sentences if any(c.isalnum() for c in s.text)]
        assert found["sentences"][row] == len(sentences)


def test_a_headline_is_read_only_where_there_are_no_zones():
    text = "Wheat falls\nPARIS, March 3 (Reuters) - Wheat fell, traders said. It rained."
    frame = bs.Corpus([text]).readability("rix")
    assert frame[["words", "sentences"]].iloc[0].tolist() == [6, 2]
    plain = bs.Corpus([text], zones=None).readability("rix")
    assert plain["words"].item() == 12


def test_an_article_without_words_has_no_score():
    found = bs.Corpus(["", "***"]).readability()
    assert found[COUNTS].to_numpy().sum() == 0
    assert np.isnan(found[SCORED].to_numpy()).all()


def test_threads_do_not_change_a_bit(corpus):
    one, many = corpus.readability(n_jobs=1), corpus.readability(n_jobs=5)
    pd.testing.assert_frame_equal(one, many, check_exact=True)


def test_a_zone_is_read_alone():
    text = "Wheat falls\nPARIS, March 3 (Reuters) - Wheat fell, traders said. It rained."
    corpus = bs.Corpus([text])
    found = {zone: corpus.readability("ari", zone) for zone in ("headline", "body", "deck", None)}
    counts = {zone: frame[COUNTS[:3]].iloc[0].tolist() for zone, frame in found.items()}
    assert counts == {
        "headline": [2, 1, 10],
        "body": [6, 2, 28],
        "deck": [0, 0, 0],
        None: [12, 4, 56],
    }
    assert found["headline"]["ari"].item() == pytest.approx(4.71 * 10 / 2 + 0.5 * 2 / 1 - 21.43)
    assert np.isnan(found["deck"]["ari"].item())
    assert found["headline"].attrs["zone"] == "headline"
    assert found["body"].equals(corpus.readability("ari"))


def test_a_headline_of_a_column_of_its_own_is_the_zone():
    frame = pd.DataFrame({"title": ["It rained. Wheat fell"], "text": ["They said so."]})
    corpus = bs.Corpus.from_frame(frame, headline="title")
    assert corpus.readability("rix", "headline")[COUNTS[:2]].iloc[0].tolist() == [4, 1]
    assert corpus.readability("rix")[COUNTS[:2]].iloc[0].tolist() == [3, 1]
    assert corpus.readability("rix", None)[COUNTS[:2]].iloc[0].tolist() == [7, 2]


def test_a_zone_that_is_not_there_is_refused_as_by_tokens():
    plain = bs.Corpus(["Wheat fell."], zones=None)
    for call in (plain.tokens, plain.readability):
        with pytest.raises(
            ValueError, match="zone must be 'body' in a corpus made with zones=None"
        ):
            call(zone="headline")
    for call in (bs.sample()[:2].tokens, bs.sample()[:2].readability):
        with pytest.raises(ValueError, match=r"zone must be 'headline', .* or 'body', not 'lead'"):
            call(zone="lead")
        with pytest.raises(TypeError, match="zone must be a str or None, not int"):
            call(zone=3)
    assert plain.readability(zone=None).equals(plain.readability(zone="body"))


def test_dale_chall_of_a_list_of_words_worked_by_hand():
    corpus = bs.Corpus(["Wheat prices planned for 1995 fell. The farmers hoped; Moscow bargained."])
    listed = ["The\n", "for\n", "fell\n", "price\n", "plan\n", "farmer\n", "hope\n"]
    found = corpus.readability(familiar_words=iter(listed))
    # Of 11 words in 2 sentences, wheat, Moscow and bargained are in no form listed.
    assert found["unfamiliar_words"].item() == 3
    raw = 15.79 * 3 / 11 + 0.0496 * 11 / 2
    assert found["dale_chall"].item() == pytest.approx(raw + 3.6365)
    assert found["dale_chall_adjusted"].item() == pytest.approx(raw + 3.6365)
    assert found["dale_chall_1995"].item() == pytest.approx(64 - 95 * 3 / 11 - 0.69 * 11 / 2)
    assert list(found.columns[:8]) == ["id", *COUNTS, "unfamiliar_words"]
    assert found.attrs["n_familiar_words"] == 7
    assert found[COUNTS].equals(corpus.readability()[COUNTS])


def test_all_words_are_unfamiliar_to_an_empty_list():
    found = bs.Corpus(["Wheat fell.", ""]).readability("dale_chall_1995", familiar_words=[])
    assert found["unfamiliar_words"].tolist() == [2, 0]
    assert found["dale_chall_1995"][0] == pytest.approx(64 - 95 - 0.69 * 2)
    assert np.isnan(found["dale_chall_1995"][1])


def test_familiar_words_are_several_str():
    corpus = bs.Corpus(["Wheat fell."])
    with pytest.raises(TypeError, match="familiar_words must be several words, not one str"):
        corpus.readability(familiar_words="dale-chall.txt")
    with pytest.raises(TypeError, match="familiar_words must be several words, not one int"):
        corpus.readability(familiar_words=3)
    with pytest.raises(TypeError, match="familiar_words must be str: word 1 is 3"):
        corpus.readability(familiar_words=["wheat", 3])


def test_what_needs_a_list_of_words_says_so(corpus):
    with pytest.raises(ValueError, match=r"^familiar_words must be given: dale_chall needs it"):
        corpus.readability("dale_chall")
    with pytest.raises(ValueError, match="there is no measure 'forcast'"):
        corpus.readability("forcast")


def test_attrs_say_what_the_table_holds(corpus):
    assert corpus[:3].readability("smog").attrs["source"]["smog"].startswith("McLaughlin")
