"""Article: its parts, where they stand, and how it shows itself."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import broadsheet as bs

CORPORA = Path(__file__).parents[3] / "../shared/corpora"
ZONES = ("headline", "deck", "byline", "dateline", "body")

SEED = """\
Moscow won’t accept US preconditions for talks on security guarantees
Russia is calling on the US not to delay the launch of negotiations, Russian Deputy Foreign \
Minister Sergey Ryabkov stressed
MOSCOW, December 23. /TASS/. Russia will not accept any preconditions from Washington in terms of \
future work to formalize Russia’s proposals on security guarantees, Russian Deputy Foreign \
Minister Sergey Ryabkov said in an interview with the International Affairs magazine, a part of \
which was published on Thursday.
"We would like the agreements that we put on paper to be formalized promptly so that they take the \
shape of contractual agreements. If the US demands we carry out some activities on our territory \
as a precondition, which will appeal to Washington and to other NATO capitals or which the \
Americans would like to present as a precondition for future work at Kiev’s behest, this won’t \
do," he pointed out.
According to the deputy foreign minister, if something of this sort happens, Russia will come to \
the conclusion that the US "lacks political will to make agreements" and is taking advantage of \
these developments "to cover up its ongoing policy aimed at using the territory of Ukraine and \
other countries for military purposes against Russia." "This is what made us put forward these \
proposals," he noted. "Under these circumstances, the responsibility for future tensions - and \
they seem inevitable in such a situation - will be shouldered by the Americans and US allies," \
Ryabkov added.
In this regard, Moscow is calling on Washington not to delay the launch of negotiations on \
security guarantees and is waiting for a specific response, the senior Russian diplomat stressed. \
"From the very beginning, we have been expressing readiness to immediately engage in dialogue \
without delay. However, I presume that the Christmas season turned out to be an obstacle for \
them. A brief pause between Western Christmas and the New Year’s Day will follow, but the process \
cannot be delayed any longer," Ryabkov said.
On December 17, the Russian Foreign Ministry released draft agreements on legally-binding \
security guarantees on the part of the United States and NATO. Russian President Vladimir Putin \
earlier called on NATO to launch substantive negotiations in order to provide Russia with \
reliable and long-term security guarantees. The head of state specified that Russia was seeking \
legal and judicial guarantees because the West had earlier failed to keep its verbal promises. \
According to Kremlin Spokesman Dmitry Peskov, Kremlin Aide Yury Ushakov informed White House \
National Security Advisor Jake Sullivan of Moscow’s readiness to immediately launch talks on the \
draft agreements on security guarantees. Deputy Foreign Minister Sergey Ryabkov will represent \
Russia at the negotiations."""

# The first and last words of each sentence, as a reader splits them, by paragraph.
SEED_SENTENCES = [
    [("Russia will not accept", "published on Thursday.")],
    [
        ('"We would like', "of contractual agreements."),
        ("If the US demands", 'do," he pointed out.'),
    ],
    [
        ("According to the deputy", 'purposes against Russia."'),
        ('"This is what', 'proposals," he noted.'),
        ('"Under these circumstances,', 'allies," Ryabkov added.'),
    ],
    [
        ("In this regard,", "Russian diplomat stressed."),
        ('"From the very beginning,', "in dialogue without delay."),
        ("However, I presume", "an obstacle for them."),
        ("A brief pause", 'any longer," Ryabkov said.'),
    ],
    [
        ("On December 17,", "United States and NATO."),
        ("Russian President Vladimir Putin", "long-term security guarantees."),
        ("The head of state", "keep its verbal promises."),
        ("According to Kremlin Spokesman", "agreements on security guarantees."),
        ("Deputy Foreign Minister", "at the negotiations."),
    ],
]


@pytest.fixture
def seed():
    return bs.Article(SEED, id="seed")


def test_seed_article_comes_out_field_by_field(seed):
    lines = SEED.split("\n")
    assert seed.headline == lines[0]
    assert seed.deck == lines[1]
    assert seed.byline is None
    assert seed.dateline.place == "MOSCOW"
    assert seed.dateline.region is None
    assert seed.dateline.date == "December 23"
    assert seed.dateline.agency == "TASS"
    assert seed.dateline.text == "MOSCOW, December 23. /TASS/."
    assert seed.body == SEED[SEED.index("Russia will not") :]
    assert len(seed.paragraphs) == 5
    assert seed.paragraphs == (lines[2].removeprefix("MOSCOW, December 23. /TASS/. "), *lines[3:])


def test_seed_sentences_are_those_of_a_reader(seed):
    ends = [edge for paragraph in SEED_SENTENCES for edge in paragraph]
    assert len(seed.sentences) == len(ends)
    for sentence, (first, last) in zip(seed.sentences, ends, strict=True):
        assert sentence.startswith(first)
        assert sentence.endswith(last)
    n_by_paragraph = [
        sum(p.start <= s.start and s.end <= p.end for s in seed.sentences) for p in seed.paragraphs
    ]
    assert n_by_paragraph == [len(paragraph) for paragraph in SEED_SENTENCES]


def test_seed_is_the_article_of_the_corpora():
    folder = CORPORA / "seed"
    if not folder.exists():
        pytest.skip("the shared corpora are not beside the project")
    (path,) = folder.glob("*.txt")
    assert path.read_text(encoding="utf-8") == SEED


def all_passages(article):
    named = [article.headline, article.deck, article.byline]
    if article.dateline:
        d = article.dateline
        named += [d.whole, d.place, d.region, d.date, d.agency]
    return [*(p for p in named if p is not None), *article.paragraphs, *article.sentences]


@pytest.mark.parametrize(
    "text", [SEED, "“Ünïcode” 😀 falls\nPARIS (AP) — Ça va? Très bien, merci à tous."]
)
def test_every_passage_slices_back_to_the_text(text):
    article = bs.Article(text)
    passages = [*all_passages(article), article.body]
    assert len(passages) > 5
    for passage in passages:
        assert text[passage.start : passage.end] == passage == passage.text
        assert type(passage.text) is str
        assert type(str(passage)) is str


PIECES = st.sampled_from(
    ["The Senate voted", "By Jane Doe", "LONDON, March 3 (Reuters) -", "PARIS — ", "U.S.", ". ",
     "“", "”", '"', "\n", "\n\n", "\r\n", "    ", "\u00a0", "\ufeff", "中文。", "😀", "é", "Reuter",
     "FOR IMMEDIATE RELEASE", "he said", "!"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_parts_of_any_text_slice_back_and_do_not_overlap(text):
    for zones in ("detect", None):
        article = bs.Article(text, zones=zones)
        for passage in all_passages(article):
            assert text[passage.start : passage.end] == passage
            assert passage
            assert passage == passage.strip()
        spans = sorted(span for zone in ZONES for span in article.spans(zone))
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_zones_is_a_table_of_offsets(seed):
    table = seed.zones
    assert list(table["zone"]) == ["headline", "deck", "dateline", *["body"] * 5]
    for row in table.itertuples():
        assert SEED[row.start : row.end] == row.text
    assert seed.spans("dateline") == [(seed.dateline.start, seed.dateline.end)]
    assert seed.spans("byline") == []


def test_plain_text_is_all_body():
    article = bs.Article(SEED, zones=None)
    assert article.headline is None
    assert article.dateline is None
    assert article.body == SEED
    assert len(article.paragraphs) == 7


def test_known_zones_are_kept():
    text = "Über den Weizen\nEr fällt.\nPARIS (AP) — Wheat fell."
    headline, deck, _ = (line.encode() for line in text.split("\n"))
    known = (0, len(headline), len(headline) + 1, len(headline) + 1 + len(deck))
    article = bs.Article._with_known_zones(text, known, id="a", metadata={"day": 3})
    assert (article.headline, article.deck) == ("Über den Weizen", "Er fällt.")
    assert article.dateline.place == "PARIS"
    assert article.paragraphs == ("Wheat fell.",)
    assert pickle.loads(pickle.dumps(article)).deck == "Er fällt."


def test_empty_text_has_empty_parts():
    article = bs.Article("")
    assert article.headline is article.deck is article.byline is article.dateline is None
    assert article.body == ""
    assert article.paragraphs == article.sentences == ()
    assert article.zones.shape == (0, 4)
    assert "Article" in article._repr_html_()


def test_passage_is_a_str_that_survives_pickling(seed):
    passage = pickle.loads(pickle.dumps(seed.sentences[1]))
    assert isinstance(passage, str)
    assert (passage, passage.start, passage.end) == (
        seed.sentences[1],
        seed.sentences[1].start,
        seed.sentences[1].end,
    )
    assert repr(bs.Passage("wheat", 7)) == "Passage('wheat', 7)"
    assert " ".join(seed.sentences[:1]).startswith("Russia")


def test_articles_are_compared_pickled_and_hashed_by_value(seed):
    copy = pickle.loads(pickle.dumps(seed))
    assert copy == seed
    assert hash(copy) == hash(seed)
    assert copy.dateline == seed.dateline
    assert bs.Article(SEED, id="other") != seed
    assert bs.Article(SEED, id="seed", zones=None) != seed
    assert seed != SEED


def test_article_is_immutable(seed):
    with pytest.raises(AttributeError):
        seed.text = "other"
    with pytest.raises(AttributeError):
        seed.other = 1
    with pytest.raises(TypeError):
        seed.metadata["other"] = 1
    with pytest.raises(AttributeError):
        seed.dateline.place = "PARIS"


def test_metadata_is_a_copy():
    metadata = {"section": "world"}
    article = bs.Article("Text.", metadata=metadata)
    metadata["section"] = "sport"
    assert article.metadata["section"] == "world"


def test_many_threads_may_read_one_article():
    article = bs.Article(SEED)
    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(lambda _: len(article.sentences), range(64)))
    assert set(counts) == {15}


def test_repr_is_one_short_line(seed):
    assert repr(seed) == (
        "Article(id='seed', 'Moscow won’t accept US preconditions for talks on security …', "
        "5 paragraphs)"
    )
    assert "\n" not in repr(bs.Article("One line\nand another.\n"))
    assert repr(seed.dateline) == "Dateline(place='MOSCOW', date='December 23', agency='TASS')"


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"text": b"bytes"}, TypeError, "text must be a str, not bytes"),
        ({"text": None}, TypeError, "text must be a str, not NoneType"),
        ({"text": "a\ud800b"}, ValueError, r"lone surrogate U\+D800 at character 1"),
        ({"text": "a", "zones": "all"}, ValueError, "zones must be 'detect' or None, not 'all'"),
    ],
)
def test_says_what_is_wrong(arguments, error, message):
    with pytest.raises(error, match=message):
        bs.Article(**arguments)


def test_says_which_zones_there_are(seed):
    with pytest.raises(ValueError, match=r"zone must be one of \('headline', .*, not 'lead'"):
        seed.spans("lead")


class Elements(HTMLParser):
    """Every element and attribute of a page."""

    def __init__(self, page):
        super().__init__()
        self.names, self.attributes, self.shown = set(), set(), []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.shown.append(data)


PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload='x'>",
    "</li></ol></div><iframe>",
    "&lt;b&gt;",
    "' onmouseover='x",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_html_holds_no_element_or_attribute_from_data(payload):
    article = bs.Article(
        f"Wheat {payload} falls\nGood {payload} weather\nBy Jane Doe\n"
        f"PARIS (AP) — Wheat {payload} fell today. It fell {payload} again.\nLast {payload} line.",
        id=payload,
        metadata={payload: payload},
    )
    elements = Elements(article._repr_html_())
    assert elements.names == {"div", "style", "h4", "p", "b", "em", "ol", "li", "mark"}
    assert elements.attributes <= {"class"}
    assert payload in "".join(elements.shown)


def test_html_shows_the_parts_and_is_bounded():
    page = bs.Article(SEED)._repr_html_()
    shown = "".join(Elements(page).shown)
    assert SEED.split("\n")[0] in shown
    assert "<mark>MOSCOW, December 23. /TASS/.</mark>" in page
    assert page.count("<li>") == 5
    long = "A headline\n" + "\n".join(f"Paragraph {i} says much. " * 100 for i in range(500))
    page = bs.Article(long)._repr_html_()
    assert len(page) < 20_000
    assert "488 more" in page
