"""tf-idf of counts, in the place of scikit-learn's."""

from __future__ import annotations

from broadsheet.sklearn._scikit_learn import text

__all__ = ["TfidfTransformer"]


class TfidfTransformer(text.TfidfTransformer, auto_wrap_output_keys=None):  # type: ignore[call-arg,misc]
    """Weighs counts as scikit-learn's class of this name does: it is that class.

    Parameters
    ----------
    norm : {"l2", "l1"} or None, default="l2"
        What the weights of a document are divided by.
    use_idf : bool, default=True
        Whether counts are multiplied by the idf of their terms.
    smooth_idf : bool, default=True
        Whether idf is reckoned as if one more document held every term.
    sublinear_tf : bool, default=False
        Whether 1 + ln(count) stands for a count.

    Attributes
    ----------
    idf_ : ndarray of shape (n_terms,)
        The idf of each term, if `use_idf`.

    Examples
    --------
    >>> from broadsheet.sklearn import TfidfTransformer
    >>> TfidfTransformer(norm=None).fit_transform([[2, 1], [0, 1]]).toarray().round(3)
    array([[2.811, 1.   ],
           [0.   , 1.   ]])
    """
