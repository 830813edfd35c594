"""Stop words: what is in the lists, and what is not."""

import pytest

import broadsheet as bs


def test_english_has_the_words_that_build_sentences():
    words = bs.stopwords("en")
    assert isinstance(words, frozenset)
    assert {"the", "of", "and", "it's", "don't", "would", "themselves", "however"} <= words
    assert all(word == word.lower().strip() for word in words)


def test_english_has_nothing_that_news_is_about():
    about = "state states bill world million case government president war new first"
    assert not bs.stopwords("en") & set(about.split())


def test_other_languages_come_from_the_package():
    assert "der" in bs.stopwords("de")
    assert "и" in bs.stopwords("ru")
    assert "na" in bs.stopwords("sw")


def test_an_unknown_language_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="no stop words for 'xx'; there are for af, ar"):
        bs.stopwords("xx")


def test_the_extra_is_named_where_it_is_missing(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "stopwordsiso", None)
    bs.stopwords.cache_clear()
    with pytest.raises(ModuleNotFoundError, match=r"broadsheet\[languages\]"):
        bs.stopwords("fr")
    assert "the" in bs.stopwords("en")
