"""The command ``broadsheet``: report, similar, demo."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from broadsheet._core import __version__
from broadsheet.corpus import Corpus
from broadsheet.reading import read, sample
from broadsheet.report import make_report, to_html, to_text
from broadsheet.report.report import title_of

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Parameters
    ----------
    arguments : sequence of str, optional
        The words after the command's name; None takes them from the shell.

    Returns
    -------
    int
        0 where all went well, 1 where input could not be read, 2 where the words are wrong.
    """
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except (OSError, ValueError, ImportError) as error:
        print(f"broadsheet: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="broadsheet",
        description="Read news articles, count their terms, find the nearest articles.",
    )
    parser.add_argument("--version", action="version", version=f"broadsheet {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    report = commands.add_parser("report", help="what is in the articles, at a glance")
    _add_input(report)
    report.add_argument("--article", metavar="ID", help="the article to take apart")
    _add_output(report)
    report.set_defaults(run=_report)

    similar = commands.add_parser("similar", help="the nearest articles of each article")
    _add_input(similar)
    similar.add_argument("-k", type=int, default=5, help="how many (default: 5)")
    similar.add_argument(
        "--min-similarity", type=float, default=0.0, metavar="X", help="at least this (default: 0)"
    )
    similar.add_argument("--json", action="store_true", help="one JSON object a line")
    similar.set_defaults(run=_similar)

    demo = commands.add_parser("demo", help="a report on the bundled sample")
    _add_output(demo)
    demo.set_defaults(run=_demo)
    return parser


def _add_input(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="file, folder or pattern")
    parser.add_argument(
        "--errors",
        choices=["strict", "replace", "skip"],
        default="strict",
        help="what to do with a text that cannot be read (default: strict)",
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--html", metavar="FILE", type=Path, help="write a page there")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _report(options: argparse.Namespace) -> None:
    corpus = read(options.paths, errors=options.errors)
    _show(corpus, options, article=0 if options.article is None else options.article)


def _demo(options: argparse.Namespace) -> None:
    _show(sample(), options, article=0)


def _show(corpus: Corpus, options: argparse.Namespace, article: int | str) -> None:
    report = make_report(corpus, article=article)
    if options.html:
        options.html.write_text(to_html(report), encoding="utf-8")
    if options.json:
        _print_json(report.to_dict(), indent=2)
        return
    _print(to_text(report))
    if options.html:
        _print(f"\nThe same as a page: {options.html}\n")


def _similar(options: argparse.Namespace) -> None:
    corpus = read(options.paths, errors=options.errors)
    weights = corpus.tokens().matrix().weight("tfidf")
    neighbors = weights.similar(k=options.k, min_similarity=options.min_similarity)
    for row in range(len(corpus)):
        found = [
            {"id": str(corpus.ids[other]), "similarity": round(float(score), 6)}
            for other, score in zip(neighbors.indices[row], neighbors.scores[row], strict=True)
            if other >= 0
        ]
        if options.json:
            _print_json({"id": str(corpus.ids[row]), "nearest": found})
            continue
        _print(f"{corpus.ids[row]}  {title_of(corpus[row])}\n")
        for near in found:
            _print(f"  {near['similarity']:.3f}  {near['id']}\n")


def _print_json(value: Any, indent: int | None = None) -> None:
    _print(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")


def _print(text: str) -> None:
    """Write UTF-8 whatever the terminal's locale says, so that no character is lost."""
    sys.stdout.buffer.write(text.encode("utf-8"))
