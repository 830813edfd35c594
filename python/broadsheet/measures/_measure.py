"""What is known of a measure: one entry each, from which tables, docstrings and `cite` are made."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Measure"]

# The families that no function of `broadsheet.measures` computes.
_METHODS = {
    "frequency": "broadsheet.TermMatrix.frequency",
    "keywords": "broadsheet.Tokens.keywords",
    "keyness": "broadsheet.TermMatrix.keyness",
    "trend": "broadsheet.TermMatrix.trend",
}


@dataclass(frozen=True, repr=False)
class Measure:
    """A published measure: what it is called, how it is defined, and where.

    `broadsheet.cite` gives it; printed, it is its own entry.

    Parameters
    ----------
    name : str
        What functions and columns call it.
    title : str
        What people call it.
    formula : str
        Its definition.
    variant : str
        Which of the published forms it is; empty where there is but one.
    range : str
        The values it takes, and what the ends mean.
    source : tuple of str
        Where the form is published.
    parameters : tuple of str, default=()
        The parameters it depends on.
    needs : tuple of str, default=()
        The counts it is made of, where the family has several.
    family : str, default=""
        The function of `broadsheet.measures` that computes it, or the method of matrices or tokens.

    Examples
    --------
    >>> import broadsheet as bs
    >>> bs.cite("log_dice").formula
    '14 + log2(2 O11 / (R1 + C1))'
    """

    name: str
    title: str
    formula: str
    variant: str
    range: str
    source: tuple[str, ...]
    parameters: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    family: str = ""

    def __repr__(self) -> str:
        lines = [f"{self.name}: {self.title}"]
        rows = {
            "formula": self.formula,
            "variant": self.variant,
            "range": self.range,
            "needs": ", ".join(self.needs),
            "parameters": ", ".join(self.parameters),
            "computed by": self._function,
        }
        lines += [f"  {label:<12} {value}" for label, value in rows.items() if value]
        lines += [f"  {'source':<12} {source}" for source in self.source]
        return "\n".join(lines)

    @property
    def _function(self) -> str:
        """The name of what computes it."""
        return _METHODS.get(self.family, f"broadsheet.measures.{self.family}")
