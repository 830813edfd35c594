"""How a matrix looks in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _core
from broadsheet._display import Markup, bar, card, element, facts, join, table

if TYPE_CHECKING:
    from broadsheet.terms.matrix import TermMatrix

__all__ = ["matrix_html"]

N_TERMS, N_DOCUMENTS, N_CHARACTERS = 10, 4, 24


def matrix_html(matrix: TermMatrix) -> Markup:
    """Show the size of a matrix, and its strongest terms in a few documents."""
    n_documents, n_terms = matrix.shape
    n_cells = n_documents * n_terms
    pairs: dict[str, object] = {
        "documents": f"{n_documents:,}",
        "terms": f"{n_terms:,}",
        "values": f"{matrix.nnz:,}",
        "of all cells": f"{matrix.nnz / n_cells:.3%}" if n_cells else "0%",
    }
    title = (
        "Counts of terms"
        if matrix.weighting is None
        else f"Weights of terms: {matrix.attrs['weighting']}"
    )
    made = "" if matrix.weighting is None else element("p", _made(matrix), class_="bs-facts")
    return card(title, facts(pairs), made, _corner(matrix) if matrix.nnz else "")


def _made(matrix: TermMatrix) -> str:
    attrs = matrix.attrs
    parameters = ", ".join(f"{name} = {value}" for name, value in attrs["parameters"].items())
    return f"{attrs['variant']}; {parameters}. {attrs['source']}"


def _corner(matrix: TermMatrix) -> Markup:
    """Show the strongest terms by their sums, and their values in the first documents."""
    totals, documents = _core.frequencies(*matrix._arrays)
    strongest = np.argsort(-totals, kind="stable")[:N_TERMS]
    corner = matrix.csr[:N_DOCUMENTS][:, strongest].toarray()
    largest = float(np.abs(corner).max(initial=0))
    strings = matrix._labels.take(strongest).strings
    lines = [
        [
            _short(strings[place]),
            join([bar(_share(totals[column], totals[strongest])), f" {_number(totals[column])}"]),
            f"{documents[column]:,}",
            *(_cell(value, largest) for value in corner[:, place]),
        ]
        for place, column in enumerate(strongest)
    ]
    names = [_short(label) for label in matrix.ids[: len(corner)]]
    return table(
        ["term", "sum", "documents", *names],
        lines,
        numeric=["documents"],
        caption="Strongest terms, and the first documents",
        n_more=matrix.shape[1] - len(lines),
    )


def _share(value: float, among: NDArray[Any]) -> float:
    largest = float(np.abs(among).max(initial=0))
    return float(value) / largest if largest else 0.0


def _cell(value: float, largest: float) -> Markup | str:
    if value == 0:
        return ""
    return join([bar(float(value) / largest / 2), f" {_number(value)}"])


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.3f}"


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= N_CHARACTERS else text[: N_CHARACTERS - 1] + "…"
