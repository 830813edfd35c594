"""A matrix as SciPy, pandas, polars and Arrow hold one."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from broadsheet._extras import import_extra
from broadsheet._frames import make_frame
from broadsheet._options import options
from broadsheet.terms._labelled_csr import LabelledCsr

__all__ = ["ExportableMatrix"]

_LAYOUTS = ("long", "sparse", "dense")
_DENSE_BYTES = 100_000_000


class ExportableMatrix(LabelledCsr):
    """Values that can be given to other packages, with their labels."""

    __slots__ = ()

    def to_scipy(self) -> sparse.csr_array:
        """Return a copy of the matrix that is yours to change.

        `csr` is the same without a copy, and read-only.

        Returns
        -------
        scipy.sparse.csr_array of shape (n_documents, n_terms)
            The values; `ids` and `terms` are the labels of rows and columns.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> matrix = TermMatrix([[2, 1], [0, 1]], ["nato", "summit"]).to_scipy()
        >>> matrix.data[0] = 5
        >>> matrix.toarray()
        array([[5, 1],
               [0, 1]], dtype=int32)
        """
        return self.csr.copy()

    def to_frame(
        self,
        layout: Literal["long", "sparse", "dense"] = "long",
        *,
        max_bytes: int = _DENSE_BYTES,
    ) -> Any:
        """Return the values as a table.

        Parameters
        ----------
        layout : {"long", "sparse", "dense"}, default="long"
            ``"long"``: a row for each stored value, of the kind that ``broadsheet.options.frame``
            names. ``"sparse"``: a row for each document and a sparse column for each term, of
            pandas, which is slow with very many columns. ``"dense"``: the same with every 0
            written out.
        max_bytes : int, default=100_000_000
            The size from which on a dense table is refused.

        Returns
        -------
        DataFrame
            Long: ``document``, ``term``, and ``count`` or ``weight``, in the order of rows and
            columns; documents and terms are categories, so that 16 bytes a value suffice. Else
            `ids` as index and `terms` as columns.

        Raises
        ------
        ValueError
            If a dense table would be larger than `max_bytes`, a layout is not known, or it is
            not long and ``broadsheet.options.frame`` is not pandas.

        See Also
        --------
        TermMatrix.to_arrow : The long table in Arrow.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> m = TermMatrix([[2, 1], [0, 1]], ["nato", "summit"], ids=["a", "b"])
        >>> m.to_frame()
          document    term  count
        0        a    nato      2
        1        a  summit      1
        2        b  summit      1
        >>> m.to_frame("dense")
           nato  summit
        a     2       1
        b     0       1
        """
        if layout not in _LAYOUTS:
            raise ValueError(f"layout must be one of {_LAYOUTS}, not {layout!r}")
        if layout == "long":
            return self._to_long()
        if options.frame != "pandas":
            raise ValueError(f"layout {layout!r} is of pandas, not of {options.frame}")
        if layout == "dense":
            return self._to_dense(max_bytes)
        sparse_frame: Any = pd.DataFrame.sparse
        frame = sparse_frame.from_spmatrix(self.csr, index=self.ids, columns=self.terms)
        frame.attrs.update(self.attrs)
        return frame

    def to_arrow(self) -> Any:
        """Return a row for each stored value, in an Arrow table.

        Returns
        -------
        pyarrow.Table
            ``document`` and ``term``, dictionaries of the labels, and ``count`` or ``weight``, in
            the order of rows and columns. The values are not copied. Its schema's metadata say
            where the numbers come from.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> table = TermMatrix([[2, 1], [0, 1]], ["nato", "summit"], ids=["a", "b"]).to_arrow()
        >>> table.to_pylist()[0]
        {'document': 'a', 'term': 'nato', 'count': 2}
        """
        pyarrow = import_extra("pyarrow", extra="arrow")
        labels = self._labels
        terms = pyarrow.LargeStringArray.from_buffers(
            len(labels), pyarrow.py_buffer(labels.offsets), pyarrow.py_buffer(labels.data)
        )
        columns = {
            "document": (self._rows_of_values(), pyarrow.array(self.ids)),
            "term": (self._arrays.indices, terms),
        }
        table = pyarrow.table(
            {
                name: pyarrow.DictionaryArray.from_arrays(pyarrow.array(codes), names)
                for name, (codes, names) in columns.items()
            }
            | {self._value_name: pyarrow.array(self._arrays.values)}
        )
        return table.replace_schema_metadata({k: str(v) for k, v in self.attrs.items()})

    @property
    def _value_name(self) -> str:
        return "count" if self._weighting is None else "weight"

    def _rows_of_values(self) -> NDArray[np.int32]:
        rows = np.arange(len(self), dtype=np.int32)
        return np.repeat(rows, np.diff(self._arrays.indptr))

    def _to_long(self) -> Any:
        if options.frame == "pyarrow":
            return self.to_arrow()
        if options.frame == "polars":
            return import_extra("polars", extra="polars").from_arrow(self.to_arrow())
        rows = self._rows_of_values()
        columns = {
            "document": _categories(rows, self.ids),
            "term": _categories(self._arrays.indices, self.terms),
            self._value_name: self._arrays.values,
        }
        return make_frame(columns, self.attrs)

    def _to_dense(self, max_bytes: int) -> Any:
        n_documents, n_terms = self.shape
        n_bytes = n_documents * n_terms * self.dtype.itemsize
        if n_bytes > max_bytes:
            raise ValueError(
                f"a dense table of {n_documents:,} x {n_terms:,} values takes {n_bytes:,} bytes, "
                f"more than max_bytes={max_bytes:,}: choose fewer terms, take layout 'long' or "
                "'sparse', or raise max_bytes"
            )
        frame = pd.DataFrame(self.csr.toarray(), index=self.ids, columns=self.terms)
        frame.attrs.update(self.attrs)
        return frame


def _categories(codes: NDArray[np.int32], labels: NDArray[Any]) -> Any:
    """Return labels by their codes: categories if they are distinct, as terms are."""
    index = pd.Index(labels)
    return pd.Categorical.from_codes(codes, index) if index.is_unique else labels[codes]
