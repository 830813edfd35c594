"""Choose the articles that the package ships, and write python/broadsheet/data/sample.jsonl.gz.

    python tests/sample/make_sample.py            # writes the file
    python tests/sample/make_sample.py --check    # says whether the file is what the rules give

The rules, in the order they apply:

1. The seed article comes first.
2. A press release is a candidate when its date is known and its layout is clean: a headline on
   the first line, at least four paragraphs of whole sentences, one a line, 1,000 to 6,000
   characters, and no trace of mark-up, lost punctuation, tables, lists or letterheads.
3. Near-copies are pairs of candidates with a Jaccard similarity above 0.5 over their sets of
   five-word shingles. Connected pairs form a group.
4. A candidate belongs to the topic whose words it uses most, if it uses at least
   MIN_TOPIC_WORDS of them (the first of a group: MIN_GROUP_TOPIC_WORDS), TOPIC_LEAD times as
   many as of any other topic, and one in its headline.
5. Each topic takes up to GROUPS_PER_TOPIC joint groups (of several offices, at most four
   releases), then single releases up to PER_TOPIC, in an order drawn by a hash of the id and
   at most PER_SENATOR_AND_TOPIC of one office. Near-copies are taken as whole groups or not at
   all, so that the groups are complete.
6. DROPPED lists releases that read badly nevertheless.

Texts are copied as they are, byte for byte.
"""

import argparse
import gzip
import hashlib
import io
import json
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared/corpora"
SAMPLE = ROOT / "python/broadsheet/data/sample.jsonl.gz"

PER_TOPIC = 25
GROUPS_PER_TOPIC = 2
PER_SENATOR_AND_TOPIC = 4
MIN_TOPIC_WORDS = 7
MIN_GROUP_TOPIC_WORDS = 4
TOPIC_LEAD = 1.5
MIN_JACCARD = 0.5
DROPPED = {
    "10Oct2004Talent10": "about a house, not agriculture",
    "10Apr2008Whitehouse3": "about the Environmental Protection Agency, not the courts",
    "15Feb2006Frist337": "about the Tennessee Valley Authority, not the courts",
    "15Jun2007Grassley288": "words lost",
    "16Jan2007Grassley449": "quotation marks lost",
    "16Jun2006Warner60": "two words of the headline run together",
    "18Nov2004Dodd348": "a sentence broken in two",
    "19Jan2006Domenici112": "about a post office, not agriculture",
    "20Dec2007Hutchison63": "about television, not immigration",
    "31Jan2008Domenici99": "misspelt",
}

TOPICS = {
    "agriculture": r"farm\w*|crops?|agricultur\w*|livestock|cattle|wheat|corn|dairy|ranchers?|usda",
    "arms control": r"russian?|russians|nato|putin|soviet|moscow|kremlin|ukrain\w+|kosovo|nunn"
    r"|(?:non|counter)?proliferation|missile defense|arms control|warheads?|chemical weapons"
    r"|nuclear (?:weapons?|materials?|arms|tests?|testing|forces|arsenals?|terrorism|threat)"
    r"|plutonium|iran|north korean?|security council",
    "defense": r"navy|air force|army|aircraft|fighters?|shipyards?|ships?|bases?|pentagon"
    r"|armed forces|national guard",
    "disaster relief": r"hurricanes?|katrina|rita|fema|floods?|flooding|tornado\w*|disasters?"
    r"|levees?|wildfires?|evacuat\w*|drought",
    "education": r"schools?|students?|teachers?|colleges?|universit\w+|education\w*|classrooms?"
    r"|pell|head start",
    "energy": r"oil|gas|gasoline|energy|ethanol|fuels?|coal|nuclear power|wind|solar|renewable"
    r"|electricity",
    "health": r"medicare|medicaid|health|patients?|drugs?|prescriptions?|hospitals?|doctors?"
    r"|diseases?|cancer|medical|nurses?|stem cell",
    "immigration": r"immigra\w+|borders?|visas?|aliens?|undocumented|guest workers?|citizenship"
    r"|amnesty",
    "iraq": r"iraqi?|iraqis|baghdad|saddam|insurgen\w+|maliki|petraeus|shiites?|sunnis?",
    "judiciary": r"judges?|nominees?|courts?|supreme court|roberts|alito|judicial|judiciary"
    r"|confirmation|filibusters?",
    "trade": r"trade|tariffs?|exports?|imports?|china|chinese|cafta|nafta|currency|dumping"
    r"|steel|lumber|manufactur\w+",
    "veterans": r"veterans?|va|gi bill|ptsd|walter reed|wounded|clinics?",
}
TOPIC_WORDS = {
    topic: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for topic, words in TOPICS.items()
}

DEBRIS = re.compile(
    r"\\|[^\n\x20-\x7e\xa1-\xff\u2013-\u201d]"  # control characters, tabs, carriage returns
    r"|\S {3,}|\n {4,}"  # runs of blanks
    r"|<[a-zA-Z/!]|&[a-zA-Z]+;|&#|://|www\.|[\[\]{}@*#|_]"  # mark-up, addresses, lists, tables
    r"|[a-z]{3}[.!?;:,][A-Za-z]|\w\?\w|\?s | [,;]| 's\b|\n +[a-z]|\.\s\.|\s\.[^.\d]"  # lost blanks and letters
    r"|\(s\)|omitted|Contact:|[Ll]etter follows|Dear |Sincerely|IMMEDIATE"  # letters, letterheads
)
CLOSED = re.compile(r"[.!?:;][\"')]*$|; and$")
TRAILER = "\n \n "


def is_clean(text: str) -> bool:
    """Say whether `text` is laid out as rule 2 asks."""
    if not (1_000 <= len(text) <= 6_000 and text.endswith(TRAILER)):
        return False
    text = text.removesuffix(TRAILER)
    headline, *paragraphs = text.split("\n")
    return (
        4 <= len(paragraphs) <= 30
        and 30 <= len(headline) <= 140
        and not headline.startswith(" ")
        and paragraphs[0].startswith("  ")
        and all(paragraph.startswith("   ") for paragraph in paragraphs[1:])
        and all(CLOSED.search(paragraph.rstrip()) for paragraph in paragraphs)
        and all(40 <= len(paragraph.strip()) <= 1_500 for paragraph in paragraphs)
        and text.count('"') > 1
        and not DEBRIS.search(text)
    )


def shingles(text: str, n: int = 5) -> frozenset[tuple[str, ...]]:
    """Return the set of runs of `n` words of `text`, in lower case."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(zip(*(words[start:] for start in range(n)), strict=False))


def jaccard(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> float:
    """Return the share of the shingles of either set that both have."""
    n_common = len(left & right)
    return n_common / (len(left) + len(right) - n_common)


def near_copies(texts: pd.Series) -> Iterator[tuple[str, str]]:
    """Yield the pairs of ids that rule 3 asks for."""
    sets = {id_: shingles(text) for id_, text in texts.items()}
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_, set_ in sets.items():
        # Copies above 0.5 share at least a third of their shingles, so a fixed quarter of all
        # shingles suffices to find them; the similarity itself uses them all.
        for shingle in set_:
            if zlib.crc32(" ".join(shingle).encode()) % 4 == 0:
                holders[shingle].append(id_)
    n_shared = Counter(
        pair
        for ids in holders.values()
        if 2 <= len(ids) <= 50
        for position, left in enumerate(ids)
        for pair in ((left, right) for right in ids[position + 1 :])
    )
    for (left, right), count in n_shared.items():
        if count > 5 and jaccard(sets[left], sets[right]) > MIN_JACCARD:
            yield left, right


def connected(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the connected groups of `pairs`, each sorted."""
    group_of: dict[str, set[str]] = {}
    for left, right in pairs:
        group = group_of.get(left, {left}) | group_of.get(right, {right})
        for id_ in group:
            group_of[id_] = group
    return sorted({tuple(sorted(group)) for group in group_of.values()})


def topic_of(text: str, min_words: int = MIN_TOPIC_WORDS) -> str | None:
    """Return the topic of a release as rule 4 has it."""
    headline = text.partition("\n")[0]
    counts = Counter({topic: len(words.findall(text)) for topic, words in TOPIC_WORDS.items()})
    (topic, count), (_, runner_up) = counts.most_common(2)
    if count >= max(min_words, TOPIC_LEAD * runner_up) and TOPIC_WORDS[topic].search(headline):
        return topic
    return None


def draw(id_: str) -> bytes:
    """Return the place of `id_` in the drawn order."""
    return hashlib.sha256(id_.encode()).digest()


def choose(releases: pd.DataFrame) -> pd.DataFrame:
    """Return the chosen releases with their topic and group, by date."""
    clean = releases[releases["text"].map(is_clean) & releases["date"].notna()]
    groups = connected(near_copies(clean["text"]))
    grouped = {id_ for group in groups for id_ in group}
    joint = [
        group
        for group in sorted(groups, key=lambda group: draw(group[0]))
        if len(group) <= 4 and clean["senator"][list(group)].nunique() > 1
    ]
    topic_of_joint = {
        group: topic_of(clean["text"][group[0]], MIN_GROUP_TOPIC_WORDS) for group in joint
    }
    topics = clean["text"].map(topic_of)
    chosen: dict[str, tuple[str, str | None]] = {}
    for topic in TOPICS:
        of_topic: dict[str, tuple[str, str | None]] = {}
        for group in [group for group in joint if topic_of_joint[group] == topic][
            :GROUPS_PER_TOPIC
        ]:
            of_topic |= dict.fromkeys(group, (topic, group[0]))
        n_of: Counter[str] = Counter()
        for id_ in sorted(set(topics.index[topics == topic]) - grouped - set(DROPPED), key=draw):
            senator = clean["senator"][id_]
            if len(of_topic) < PER_TOPIC and n_of[senator] < PER_SENATOR_AND_TOPIC:
                of_topic[id_] = (topic, None)
                n_of[senator] += 1
        chosen |= of_topic
    table = clean.loc[list(chosen), ["senator", "date", "text"]]
    table["topic"] = [topic for topic, _ in chosen.values()]
    table["group"] = [group for _, group in chosen.values()]
    return table.reset_index().sort_values(["date", "id"])


def records() -> Iterator[dict[str, str | None]]:
    """Yield the articles of the sample, the seed article first."""
    seed = next((CORPORA / "seed").glob("*.txt")).read_bytes().decode("utf-8")
    yield {
        "id": "seed",
        "senator": None,
        "date": "2021-12-23",
        "topic": "arms control",
        "group": None,
        "text": seed,
    }
    releases = pd.read_parquet(CORPORA / "press_releases.parquet").set_index("id")
    columns = ["id", "senator", "date", "topic", "group", "text"]
    for record in choose(releases)[columns].to_dict("records"):
        yield {name: None if pd.isna(value) else value for name, value in record.items()}


def packed(articles: Iterable[dict[str, str | None]]) -> bytes:
    """Return the articles as gzipped JSON lines; the same articles give the same bytes."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as out:
        for article in articles:
            line = json.dumps(article, ensure_ascii=False, allow_nan=False)
            out.write(line.encode("utf-8") + b"\n")
    return buffer.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, do not write")
    data = packed(records())
    if parser.parse_args().check:
        # The compressed bytes depend on the version of zlib, the articles do not.
        same = gzip.decompress(data) == gzip.decompress(SAMPLE.read_bytes())
        raise SystemExit(0 if same else f"{SAMPLE.name} is not what the rules give")
    SAMPLE.write_bytes(data)


if __name__ == "__main__":
    main()
