"""Articles to files, in ways that share no code with the reader."""

import bz2
import csv
import gzip
import io
import json
import lzma

FORMATS = ("txt", "jsonl", "ndjson", "csv", "tsv", "parquet", "sgml")
COMPRESSIONS = ("", ".gz", ".bz2", ".xz", ".zst")


def compress(data, suffix):
    if suffix == ".zst":
        import zstandard

        return zstandard.ZstdCompressor().compress(data)
    return {"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}[suffix](
        data
    )


def as_bytes(articles, suffix):
    """Return (id, text) pairs as the content of one file."""
    if suffix in ("jsonl", "ndjson"):
        lines = [json.dumps({"id": id_, "text": text}) for id_, text in articles]
        return "".join(f"{line}\n" for line in lines).encode("utf-8")
    if suffix in ("csv", "tsv"):
        out = io.StringIO(newline="")
        delimiter = "," if suffix == "csv" else "\t"
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerows([("id", "text"), *articles])
        return out.getvalue().encode("utf-8")
    if suffix == "parquet":
        import pyarrow as pa
        from pyarrow import parquet

        ids, texts = zip(*articles, strict=True)
        sink = pa.BufferOutputStream()
        parquet.write_table(pa.table({"id": ids, "text": texts}), sink)
        return sink.getvalue().to_pybytes()
    assert suffix == "sgml"
    stories = (
        f'<REUTERS NEWID="{id_}"><TEXT><BODY>{escape(text)}</BODY></TEXT></REUTERS>'
        for id_, text in articles
    )
    return "\n".join(stories).encode("utf-8")


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def write(folder, articles, suffix, compression=""):
    """Write (id, text) pairs; return the file, or the folder where each has a file of its own."""
    if suffix == "txt":
        for id_, text in articles:
            data = compress(text.encode("utf-8"), compression)
            (folder / f"{id_}.txt{compression}").write_bytes(data)
        return folder
    path = folder / f"articles.{suffix}{compression}"
    path.write_bytes(compress(as_bytes(articles, suffix), compression))
    return path
