"""scikit-learn's checks of estimators.

Of a vectorizer `check_estimator` by itself checks next to nothing, since its input is no table of
numbers. So it is given one here that writes each row of numbers as a document; and the checks that
do not ask what the input is are called by their names.
"""

import numpy as np
import pytest
import sklearn
from sklearn.utils import estimator_checks
from sklearn.utils.fixes import parse_version
from sklearn.utils.validation import check_is_fitted

from broadsheet.sklearn import CountVectorizer, HashingVectorizer, TfidfTransformer, TfidfVectorizer
from broadsheet.sklearn._scikit_learn import validate_data

KINDS = [CountVectorizer, HashingVectorizer, TfidfTransformer, TfidfVectorizer]
OF_ANY_INPUT = [
    "check_estimator_cloneable",
    "check_estimator_tags_renamed",
    "check_valid_tag_types",
    "check_estimator_repr",
    "check_no_attributes_set_in_init",
    "check_estimators_unfitted",
    "check_do_not_raise_errors_in_init_or_set_params",
    "check_n_features_in_after_fitting",
    "check_mixin_order",
    "check_transformers_unfitted",
    "check_transformer_n_iter",
    "check_parameters_default_constructible",
    "check_get_params_invariance",
    "check_set_params",
]
needs_results = pytest.mark.skipif(
    parse_version(sklearn.__version__) < parse_version("1.6"),
    reason="check_estimator of scikit-learn 1.5 returns no results and takes no tags",
)


class OfRows:
    """Reads rows of numbers as documents of a word a column."""

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = True
        tags.transformer_tags = sklearn.utils.TransformerTags(preserves_dtype=[])
        tags._skip_test = False
        return tags

    def fit(self, X, y=None):
        super().fit(self._read(X, reset=True), y)
        return self

    def fit_transform(self, X, y=None):
        if isinstance(X, list) and all(isinstance(row, str) for row in X):
            return super().fit_transform(X, y)  # As scikit-learn's fit calls it.
        return super().fit_transform(self._read(X, reset=True), y)

    def partial_fit(self, X, y=None):
        is_first = not hasattr(self, "n_features_in_")
        return super().partial_fit(self._read(X, reset=is_first), y)

    def transform(self, X):
        check_is_fitted(self)
        return super().transform(self._read(X, reset=False))

    def _read(self, X, *, reset):
        X = validate_data(self, X, reset=reset)
        rows = [[f"{value:.2f}".replace(".", "_") for value in row] for row in X]
        return [" ".join(f"c{column}_{value}" for column, value in enumerate(row)) for row in rows]


class CountsOfRows(OfRows, CountVectorizer):
    pass


class WeightsOfRows(OfRows, TfidfVectorizer):
    pass


# This check calls partial_fit of what it has fitted at once. That keeps no totals of the terms that
# it dropped, so it says so instead of adding to something else than what it was fitted to.
AFTER_FIT = "check_fit_score_takes_y"


@needs_results
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", [CountsOfRows, WeightsOfRows])
def test_passes_the_checks_of_estimators_with_rows_as_documents(kind):
    results = estimator_checks.check_estimator(kind(), on_fail=None, on_skip=None)
    statuses = {result["check_name"]: result["status"] for result in results}
    failed = {
        result["check_name"]: str(result["exception"])
        for result in results
        if result["status"] == "failed"
    }
    assert failed.keys() <= {AFTER_FIT}
    assert sum(status == "passed" for status in statuses.values()) > 30


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", OF_ANY_INPUT)
@pytest.mark.parametrize("kind", KINDS)
def test_passes_the_checks_that_do_not_ask_what_the_input_is(kind, name):
    if name == "check_transformers_unfitted" and kind is HashingVectorizer:
        pytest.skip("it has nothing to learn, so it may be asked before it is fitted")
    check = getattr(estimator_checks, name, None)
    if check is None:
        pytest.skip(f"this scikit-learn has no {name}")
    if name == "check_parameters_default_constructible":
        check(kind.__name__, kind())
    else:
        check(kind.__name__, kind())


@needs_results
@pytest.mark.filterwarnings("ignore")
def test_the_transformer_passes_all_checks():
    results = estimator_checks.check_estimator(TfidfTransformer(), on_fail=None, on_skip=None)
    assert not [result["check_name"] for result in results if result["status"] == "failed"]
    assert sum(result["status"] == "passed" for result in results) > 40


def test_numbers_are_read():
    rows = np.array([[1.0, 2.0], [1.0, 3.0]])
    assert CountsOfRows().fit_transform(rows).toarray().tolist() == [[1, 1, 0], [1, 0, 1]]
