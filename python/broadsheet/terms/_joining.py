"""Matrices put one after the other: what has to agree, and the rows over common columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _core
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.corpus._ids import concat_ids
from broadsheet.terms._alike import check_alike
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labels import Labels
from broadsheet.terms._trimming import BOUNDS, is_trimmed
from broadsheet.terms.weighting import Weighting

if TYPE_CHECKING:
    from broadsheet.terms._labelled_csr import LabelledCsr

__all__ = ["join_matrices"]

MatrixParts = tuple[CsrArrays, Labels, NDArray[Any], Weighting | None, dict[str, Any]]


def join_matrices(
    parts: Sequence[LabelledCsr], ignore_ids: bool, n_jobs: int | None, progress: Progress
) -> MatrixParts:
    """Return arrays, labels, ids, weighting and settings of one matrix after the other."""
    _check_weighting(parts)
    settings = _join_settings([part._settings for part in parts])
    ids = concat_ids([part._ids for part in parts], ignore_ids=ignore_ids)
    labels, new_columns = Labels.merge([part._labels for part in parts])
    _check_columns(parts, labels)
    dtype = np.result_type(*(part.dtype for part in parts))
    with watch(progress, len(ids), "joining rows") as tell:
        rows = _core.join_rows(
            [
                (
                    part._arrays.indptr,
                    part._arrays.indices,
                    part._arrays.values.astype(dtype, copy=False),
                    part._arrays.n_columns,
                    columns,
                )
                for part, columns in zip(parts, new_columns, strict=True)
            ],
            n_columns=len(labels),
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    return CsrArrays(*rows, len(labels)), labels, ids, parts[0]._weighting, settings


def _check_weighting(parts: Sequence[LabelledCsr]) -> None:
    first = parts[0]
    for at, part in enumerate(parts):
        if part._weighting == first._weighting and (
            first._weighting is None or part._labels == first._labels
        ):
            continue
        raise ValueError(
            f"parts must be counts, or weights that one weighting made over the same terms: part 0 "
            f"holds {_describe(first)}, part {at} {_describe(part)}. Put the counts together and "
            "weigh these, or make the weights of part "
            f"{at} by transform() of those of part 0"
        )


def _describe(part: LabelledCsr) -> str:
    weighting = part._weighting
    if weighting is None:
        return "counts"
    return (
        f"weights ({weighting.scheme}) of {part.shape[1]:,} terms learned from "
        f"{weighting.n_documents:,} documents"
    )


def _check_columns(parts: Sequence[LabelledCsr], labels: Labels) -> None:
    """Refuse parts that were counted without terms which others have, and which they may hold."""
    for at, part in enumerate(parts):
        if is_trimmed(part._settings) and part.shape[1] < len(labels):
            bounds = {name: part._settings[name] for name in BOUNDS if name in part._settings}
            raise ValueError(
                f"parts must have all terms, or the same: those of part {at} were chosen by how "
                f"often they occur there ({bounds}), and {len(labels) - part.shape[1]:,} terms of "
                "other parts would seem not to occur in it. Count all terms, and trim() the whole"
            )


def _join_settings(parts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    how = [{name: part[name] for name in part if name not in BOUNDS} for part in parts]
    check_alike(how, "counted alike")
    chosen = next((part for part in parts if is_trimmed(part)), parts[0])
    shared = {
        name: value
        for name, value in parts[0].items()
        if all(name in part and part[name] == value for part in parts)
    }
    return shared | {name: chosen[name] for name in BOUNDS if name in chosen}
