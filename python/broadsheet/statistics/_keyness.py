"""Keyness: which terms a target uses more, or less, than a reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._frames import make_frame
from broadsheet._numbers import as_count, as_flag, as_number
from broadsheet._parallel import Progress
from broadsheet.measures._catalogue import describe, find, select
from broadsheet.measures._counts import as_whole
from broadsheet.measures._measure import Measure
from broadsheet.measures._ranges import P_VALUE
from broadsheet.measures.adjustment import adjust
from broadsheet.measures.association import compute_association
from broadsheet.measures.dispersion import compute_dispersion
from broadsheet.measures.log_odds import compute_log_odds
from broadsheet.statistics._comparison import Comparison, read_reference

if TYPE_CHECKING:
    from broadsheet.terms import TermMatrix

__all__ = ["Keyness", "KeynessOptions", "compute_keyness", "keyness_frame"]

_Values = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeynessOptions:
    """What `TermMatrix.keyness` computes of a comparison; the fields are its parameters."""

    measures: str | Iterable[str]
    correction: Literal["benjamini_hochberg", "bonferroni", "holm"] | None
    permutations: int
    bootstrap: int
    dispersion: str | None
    signed: bool
    alpha: float
    k: float
    prior: str | ArrayLike
    prior_size: float | None
    seed: int


@dataclass(frozen=True, slots=True)
class Keyness:
    """The table of a comparison, column by column, with the measures and their parameters."""

    measures: list[Measure]
    parameters: dict[str, Any]
    columns: _Values


def keyness_frame(
    matrix: TermMatrix, target: Any, reference: Any, options: KeynessOptions, **settings: Any
) -> Any:
    """Make the table of `TermMatrix.keyness`; the settings are those of `compute_keyness`."""
    found = compute_keyness(matrix, target, reference, options, **settings)
    attrs = describe(found.measures, found.parameters, options.correction)
    return make_frame(found.columns, attrs)


def compute_keyness(
    matrix: TermMatrix,
    target: Any,
    reference: Any,
    options: KeynessOptions,
    *,
    sizes: ArrayLike | None,
    reference_size: float | None,
    n_jobs: int | None,
    progress: Progress,
) -> Keyness:
    """Compare a target with a reference, as `TermMatrix.keyness` says."""
    compared = _compare(matrix, target, reference, sizes, reference_size)
    chosen = select(options.measures, "association", "log_odds")
    rows = np.flatnonzero(compared.target + compared.reference > 0)
    values, parameters = _measured(compared, rows, chosen, options, n_jobs, progress)
    checks = _of_documents(compared, rows, options, n_jobs, progress)
    if options.correction is not None:
        p_values = [m.name for m in chosen if m.range == P_VALUE]
        for found in (values, checks):
            for name in {*p_values, "permutation_p"} & found.keys():
                found[name] = adjust(found[name], options.correction)
    columns: _Values = {
        "term": compared.labels.strings[rows],
        "count": as_whole(compared.target[rows]),
        "reference_count": as_whole(compared.reference[rows]),
        **{name: documents[rows] for name, documents in compared.documents.items()},
    }
    described = list(chosen)
    if options.dispersion is not None:
        measure = find(options.dispersion, "dispersion", "dispersion")
        described.append(measure)
        counts, tokens = compared.target_documents()
        spread = compute_dispersion(counts, tokens, [measure], n_jobs, None)[0]
        columns[measure.name] = spread[rows]
    columns |= values | checks
    if options.permutations:
        described.append(find("permutation_p", "permutations"))
    if options.bootstrap:
        described.append(find("log_ratio_interval", "bootstrap"))
    parameters |= {name: getattr(options, name) for name in ("permutations", "bootstrap", "seed")}
    keys = values[chosen[0].name]
    keys = keys if chosen[0].range == P_VALUE else -keys
    order = np.lexsort((compared.labels.alphabet()[rows], keys))
    return Keyness(described, parameters, {name: column[order] for name, column in columns.items()})


def _compare(
    matrix: TermMatrix,
    target: Any,
    reference: Any,
    sizes: ArrayLike | None,
    reference_size: float | None,
) -> Comparison:
    """Say what is compared with what."""
    is_matrix = isinstance(reference, type(matrix))
    is_table = hasattr(reference, "keys") and not is_matrix
    if reference_size is not None and not is_table:
        raise ValueError("reference_size is that of a table; a matrix has its own")
    if not is_matrix and not is_table:
        if target is None:
            raise ValueError("target must be given: which documents are compared with the rest")
        return Comparison.of_rows(matrix, target, reference, sizes)
    rows = slice(None) if target is None else matrix._row_places(target)
    part = matrix if target is None else matrix[rows]
    if is_matrix:
        if sizes is not None:
            raise ValueError(
                "sizes are those of one matrix: put both into one by broadsheet.concat"
            )
        return Comparison.of_matrices(part, reference)
    part_sizes = None if sizes is None else np.asarray(sizes, dtype=np.float64)[rows]
    return Comparison.of_table(part, read_reference(reference), reference_size, part_sizes)


def _measured(
    compared: Comparison,
    rows: NDArray[np.int64],
    measures: list[Measure],
    options: KeynessOptions,
    n_jobs: int | None,
    progress: Progress,
) -> tuple[_Values, dict[str, Any]]:
    """Return the values of measures of some terms by name, and the parameters."""
    parameters: dict[str, Any] = {
        "signed": as_flag(options.signed, "signed"),
        "alpha": as_number(options.alpha, "alpha"),
        "n_comparisons": max(rows.size, 1),
        "k": as_number(options.k, "k"),
    }
    tables = [measure for measure in measures if measure.family == "association"]
    cells = tuple(cell[rows] for cell in compared.cells())
    columns = compute_association(cells, tables, parameters, n_jobs, progress)
    values: _Values = {m.name: column for m, column in zip(tables, columns, strict=True)}
    if len(tables) < len(measures):
        both, prior = compute_log_odds(
            compared.target, compared.reference, options.prior, options.prior_size
        )
        values |= {"log_odds": both[0][rows], "log_odds_z": both[1][rows]}
        parameters |= prior
    return {measure.name: values[measure.name] for measure in measures}, parameters


def _of_documents(
    compared: Comparison,
    rows: NDArray[np.int64],
    options: KeynessOptions,
    n_jobs: int | None,
    progress: Progress,
) -> _Values:
    """Return what whole documents say of some terms."""
    values: _Values = {}
    seed = as_count(options.seed, "seed")
    if options.permutations:
        n_samples = as_count(options.permutations, "permutations")
        values["permutation_p"] = compared.permutation_p(n_samples, seed, n_jobs, progress)
    if options.bootstrap:
        n_samples = as_count(options.bootstrap, "bootstrap")
        interval = compared.bootstrap(n_samples, seed, options.alpha, n_jobs, progress)
        values["log_ratio_low"], values["log_ratio_high"] = interval
    return {name: column[rows] for name, column in values.items()}
