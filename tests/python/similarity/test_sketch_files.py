"""Files of sketches: whole or refused, and of nothing else than they say."""

import io
import json
import pickle
import zipfile

import numpy as np
import pytest

import broadsheet as bs
from broadsheet.similarity import MinHash, SimHash, Sketches
from broadsheet.terms import TermMatrix

TEXTS = ["wheat rose in kansas", "wheat rose in kansas today", "rain", ""]


def of_words(texts=TEXTS, **options):
    return bs.Corpus(texts, **options).tokens().minhash(16, 2)


def of_characters(texts=TEXTS, **options):
    return bs.Corpus(texts, **options).character_minhash(16, 4)


def of_weights(texts=TEXTS, **options):
    return bs.Corpus(texts, **options).tokens().matrix((1, 2)).weight("tfidf").simhash()


KINDS = [of_words, of_characters, of_weights]


def rewrite(path, change, compress=zipfile.ZIP_STORED):
    """Write the members of a file anew, after `change` of a dict of their bytes."""
    with zipfile.ZipFile(path) as file:
        members = {info.filename: file.read(info) for info in file.infolist()}
    change(members)
    with zipfile.ZipFile(path, "w", compress) as file:
        for name, data in members.items():
            file.writestr(name, data)


def npy(array, allow_pickle=False):
    stream = io.BytesIO()
    np.lib.format.write_array(stream, np.asarray(array), allow_pickle=allow_pickle)
    return stream.getvalue()


def change_header(change):
    def rewritten(members):
        header = json.loads(np.load(io.BytesIO(members["header.npy"])).tobytes())
        change(header)
        data = json.dumps(header).encode()
        members["header.npy"] = npy(np.frombuffer(data, dtype=np.uint8))

    return rewritten


def change_settings(**settings):
    return change_header(lambda header: header["settings"].update(settings))


@pytest.mark.parametrize("make", KINDS)
@pytest.mark.parametrize("ids", [None, ["é", "b\0", "", "d"]])
def test_come_back_as_they_were(make, ids, tmp_path):
    sketches = make(ids=ids)
    path = tmp_path / "sketches.npz"
    sketches.save(path)
    for found in (Sketches.load(path), type(sketches).load(str(path))):
        assert type(found) is type(sketches)
        assert found.values.dtype == sketches.values.dtype
        assert found.values.tolist() == sketches.values.tolist()
        assert found.ids.tolist() == sketches.ids.tolist()
        assert found.settings == sketches.settings
        assert found.sources == ()
        assert not found.values.flags.writeable
        assert repr(found) == repr(sketches)
    loaded = Sketches.load(path, source=sketches.sources[0])
    assert loaded.pairs(0.3).equals(sketches.pairs(0.3))
    assert loaded.copy_groups(0.3).first.tolist() == sketches.copy_groups(0.3).first.tolist()
    estimated = Sketches.load(path).pairs(0.3, verify=False)
    assert estimated.equals(sketches.pairs(0.3, verify=False))


@pytest.mark.parametrize("make", KINDS)
def test_without_what_they_are_of_pairs_are_not_verified(make, tmp_path):
    make().save(tmp_path / "a")
    sketches = Sketches.load(tmp_path / "a")
    for find in (sketches.pairs, sketches.copy_groups):
        assert "Loaded without the texts" in sketches._repr_html_()
        with pytest.raises(ValueError, match="verify needs what the sketches are of: give it as"):
            find(0.5)
    joined = make().merge(sketches, ignore_ids=True)
    assert joined.sources == ()
    assert len(joined) == 8


def test_any_tokenizer_comes_back(tmp_path):
    tokenizer = bs.Tokenizer(
        "news", stopwords=["the", "a"], max_length=9, rules={"hyphens": False}, strip_accents=True
    )
    corpus = bs.Corpus(TEXTS)
    for number, tokens in enumerate([corpus.tokens(tokenizer), corpus.tokens(zone="body")]):
        tokens.minhash(4).save(tmp_path / str(number))
        settings = Sketches.load(tmp_path / str(number)).settings
        assert settings["tokenizer"] == tokens.tokenizer
        assert settings["zone"] == tokens.zone


def test_the_same_sketches_are_the_same_bytes_and_plain_arrays(tmp_path):
    for name in ("a", "b"):
        of_words().save(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
    with np.load(tmp_path / "a", allow_pickle=False) as file:
        assert file["values"].tolist() == of_words().values.tolist()


def test_ids_that_are_no_names_are_not_saved(tmp_path):
    m = TermMatrix([[1.0], [2.0]], ["a"], ids=np.array([0.5, 1.5]))
    with pytest.raises(TypeError, match="ids must be str or whole numbers to be saved: row 0 is"):
        m.simhash().save(tmp_path / "a")
    assert list(tmp_path.iterdir()) == []
    TermMatrix([[1.0], [2.0]], ["a"], ids=[7, 5]).simhash().save(tmp_path / "a")
    assert Sketches.load(tmp_path / "a").ids.tolist() == [7, 5]


def test_source_must_be_what_the_sketches_are_of(tmp_path):
    corpus = bs.Corpus(TEXTS)
    paths = [tmp_path / "words", tmp_path / "characters", tmp_path / "weights"]
    for make, path in zip(KINDS, paths, strict=True):
        make().save(path)
    words, characters, weights = paths
    other = bs.Corpus([*TEXTS[:3], "snow"])
    counts = corpus.tokens().matrix((1, 2))
    for path, source, error, message in [
        (words, corpus, TypeError, "source must be Tokens for shingles of words, not Corpus"),
        (characters, corpus.tokens(), TypeError, "source must be Corpus for shingles of char"),
        (weights, corpus, TypeError, "source must be a TermMatrix, not Corpus"),
        (words, other.tokens(), ValueError, r"source must be what .* row 3 \(3\) has another"),
        (characters, other, ValueError, r"source must be what .* row 3 \(3\) has another"),
        (words, corpus[:3].tokens(), ValueError, "source must have the ids of the sketches"),
        (words, corpus.tokens(bs.Tokenizer("unicode")), ValueError, "preset of the tokenizer is"),
        (weights, counts, ValueError, "weighting is 'tfidf' in part 0 and 'counts' in part 1"),
        (weights, counts[:3].weight("tfidf"), ValueError, "weighting_digest is"),
    ]:
        with pytest.raises(error, match=message):
            Sketches.load(path, source=source)
    with pytest.raises(ValueError, match="holds MinHash, not SimHash"):
        SimHash.load(words)
    with pytest.raises(ValueError, match="holds SimHash, not MinHash"):
        MinHash.load(weights)


def hostile():
    class Trap:
        def __reduce__(self):
            return (print, ("run",))

    return npy(np.array([Trap()], dtype=object), allow_pickle=True)


def claim(shape):
    """Return an array of 16 numbers that says it has another shape."""
    return npy(np.zeros(16, "<u4")).replace(b"(16,)", f"({shape},)".encode().ljust(5)[:30])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda m: m.pop("values.npy"), "its members must be"),
        (lambda m: m.update({"more.npy": npy([1])}), "its members must be"),
        (
            lambda m: m.update({"values.npy": hostile()}),
            "values must hold <u4 or <u8 in the order",
        ),
        (lambda m: m.update({"values.npy": npy(np.zeros((4, 16)))}), "in the order of C, not <f8"),
        (lambda m: m.update({"values.npy": claim(10**15)}), "values claims the shape"),
        (lambda m: m.update({"values.npy": npy(np.zeros((2, 2, 2), "<u4"))}), "not be of shape"),
        (lambda m: m.update({"values.npy": b"nothing"}), "magic string"),
        (lambda m: m.update({"values.npy": npy(np.zeros((3, 16), "<u4"))}), "one id a sketch, 3"),
        (lambda m: m.update({"values.npy": npy(np.zeros((4, 8), "<u4"))}), "of n_hashes = 16 must"),
        (lambda m: m.update({"id_offsets.npy": npy([0, 9, 1, 1, 4])}), "id_offsets must rise from"),
        (lambda m: m.update({"id_offsets.npy": npy([0, 2])}), "id_offsets must rise from 0 to 4"),
        (lambda m: m.update({"id_bytes.npy": npy(np.full(4, 255, "|u1"))}), "can't decode byte"),
        (lambda m: m.update({"header.npy": npy(np.full(9, 91, "|u1"))}), "Expecting value"),
        (lambda m: m.update({"header.npy": npy(np.full(10**6, 91, "|u1"))}), "nested too deep"),
        (change_header(lambda h: h.update(format="other")), "must say format 'broadsheet sket"),
        (change_header(lambda h: h.update(format_version=2)), "format_version must be 1, not 2"),
        (change_header(lambda h: h.update(settings=[])), "its header must hold settings"),
        (change_settings(algorithm="md5"), "of an algorithm not known: 'md5'"),
        (change_settings(algorithm=["a"]), "of an algorithm not known"),
        (change_settings(version=1), "must be of version 2 of minhash, that of this broadsheet, n"),
        (change_settings(seed=-1), "seed must not be negative, not -1"),
        (change_settings(shingle="5"), "shingle must be a whole number, not str"),
        (change_settings(unit="line"), "are not those of minhash"),
        (change_settings(more=1), "are not those of minhash"),
        (change_settings(tokenizer={"Tokenizer": {"preset": "x"}}), "preset must be"),
        (change_settings(tokenizer={"Tokenizer": {"shell": "x"}}), "tokenizer cannot be made"),
        (change_settings(tokenizer={"Tokenizer": {"version": 99}}), "version must be 1, that of"),
    ],
)
def test_what_is_not_whole_is_refused(change, message, tmp_path, capsys):
    path = tmp_path / "a.npz"
    of_words(ids=list("abcd")).save(path)
    rewrite(path, change)
    with pytest.raises(ValueError, match=message):
        Sketches.load(path)
    assert capsys.readouterr().out == ""


def test_sketches_that_simhash_cannot_have_made_are_refused(tmp_path):
    path = tmp_path / "a.npz"
    for change, message in [
        (change_settings(n_bits=128), "are not those of simhash"),
        (change_settings(version=0), "must be of version 1 of simhash"),
        (lambda m: m.update({"values.npy": npy(np.zeros((4, 2), "<u8"))}), "of 2-D"),
    ]:
        of_weights().save(path)
        rewrite(path, change)
        with pytest.raises(ValueError, match=message):
            Sketches.load(path)


def test_files_that_are_compressed_cut_or_of_something_else_are_refused(tmp_path):
    path = tmp_path / "a.npz"
    of_words().save(path)
    whole = path.read_bytes()
    rewrite(path, lambda _: None, zipfile.ZIP_DEFLATED)
    with pytest.raises(ValueError, match="its members must not be compressed"):
        Sketches.load(path)
    for data in (b"", b"words", whole[: len(whole) // 2], pickle.dumps([1])):
        path.write_bytes(data)
        with pytest.raises(ValueError, match="is no file of sketches, or not whole"):
            Sketches.load(path)
    at = whole.index(of_words().values.tobytes())
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    with pytest.raises(ValueError, match="Bad CRC-32"):
        Sketches.load(path)
    with pytest.raises(FileNotFoundError):
        Sketches.load(tmp_path / "none")


def test_of_bytes_that_were_changed_it_says_that_they_are_no_sketches(tmp_path):
    path = tmp_path / "changed"
    KINDS[0]().save(path)
    whole = path.read_bytes()
    directory = whole.index(b"PK\x01\x02")
    path.write_bytes(whole[: directory + 8] + b"\x01" + whole[directory + 9 :])
    with pytest.raises(ValueError, match=r"is no file of sketches, or not whole: .* is encrypted"):
        Sketches.load(path)
    place = directory + 42  # Where the first member begins.
    path.write_bytes(whole[:place] + b"\xff\xff\xff\xff" + whole[place + 4 :])
    with pytest.raises(ValueError, match="is no file of sketches, or not whole"):
        Sketches.load(path)
    random = np.random.default_rng(0)
    for place, byte in zip(random.integers(len(whole), size=300), range(300), strict=True):
        path.write_bytes(whole[:place] + bytes([byte % 256]) + whole[place + 1 :])
        try:
            Sketches.load(path)
        except ValueError:
            continue
    with pytest.raises(FileNotFoundError):
        Sketches.load(tmp_path / "nothing")
