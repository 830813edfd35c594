"""Threads, progress and Ctrl-C of calls that loop over documents."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from broadsheet import _parallel
from broadsheet._parallel import resolve_n_jobs, watch


@pytest.fixture
def cores(monkeypatch):
    """Return a function that sets the number of cores and the variables of the environment."""

    def set_cores(n_cores, **variables):
        monkeypatch.setattr(
            _parallel.os, "sched_getaffinity", lambda _: set(range(n_cores)), raising=False
        )
        for name in ("BROADSHEET_NUM_THREADS", "OMP_NUM_THREADS"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return set_cores


@pytest.mark.parametrize(
    ("n_jobs", "expected"), [(1, 1), (3, 3), (100, 100), (None, 8), (-1, 8), (-2, 7), (-100, 1)]
)
def test_number_of_threads_without_variables(cores, n_jobs, expected):
    cores(8)
    assert resolve_n_jobs(n_jobs) == expected


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"OMP_NUM_THREADS": "2"}, 2),
        ({"BROADSHEET_NUM_THREADS": "3"}, 3),
        ({"BROADSHEET_NUM_THREADS": "3", "OMP_NUM_THREADS": "2"}, 3),
        ({"BROADSHEET_NUM_THREADS": "", "OMP_NUM_THREADS": "2"}, 2),
        ({"OMP_NUM_THREADS": "16"}, 8),
        ({"OMP_NUM_THREADS": "0"}, 8),
        ({"OMP_NUM_THREADS": "4,2"}, 8),
        ({"OMP_NUM_THREADS": "auto"}, 8),
    ],
)
def test_variables_limit_what_every_core_means(cores, variables, expected):
    cores(8, **variables)
    assert resolve_n_jobs(None) == resolve_n_jobs(-1) == expected
    assert resolve_n_jobs(5) == 5


def test_counts_cores_where_the_system_knows_no_affinity(cores, monkeypatch):
    cores(8)
    monkeypatch.delattr(_parallel.os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(_parallel.os, "cpu_count", lambda: None)
    assert resolve_n_jobs(None) == 1


def test_no_threads_are_refused():
    with pytest.raises(ValueError, match="n_jobs must not be 0: None means every core"):
        resolve_n_jobs(0)
    with pytest.raises(TypeError, match="n_jobs must be a whole number, not str"):
        resolve_n_jobs("2")


@pytest.mark.parametrize("progress", [None, False])
def test_silence_is_watched_by_nobody(progress):
    with watch(progress, 10, "count") as tell:
        assert tell is None


def test_a_callable_is_told_what_is_done_of_how_much():
    told = []
    with watch(lambda n_done, total: told.append((n_done, total)), 10, "count") as tell:
        tell(4)
        tell(10)
    assert told == [(4, 10), (10, 10)]


def test_a_bar_moves_to_the_number_done(capsys):
    pytest.importorskip("tqdm")
    with watch(True, 10, "count", unit="row") as tell:
        tell(4)
        tell(10)
    shown = capsys.readouterr().err
    assert "count" in shown
    assert "10.0/10.0" in shown
    assert "row/s" in shown


def test_a_bar_without_tqdm_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with (
        pytest.raises(ModuleNotFoundError, match=r"pip install 'broadsheet\[progress\]'"),
        watch(True, 10, "count"),
    ):
        pass


def test_an_exception_of_the_callable_comes_out_as_itself():
    def stop(_done, _total):
        raise LookupError("enough")

    with pytest.raises(LookupError, match="enough"), watch(stop, 10, "count") as tell:
        tell(4)


LONG_CALL = """
import numpy as np
from scipy import sparse
from broadsheet.similarity import find_neighbors

rows = sparse.random_array((20_000, 500), density=0.2, rng=np.random.default_rng(1)).tocsr()
before = rows.copy()
told = []

def progress(n_done, total):
    told.append(n_done)
    if n_done > 0 and not any(told[:-1]):
        print("started", flush=True)

try:
    find_neighbors(rows, k=10, n_jobs=2, progress=progress)
except KeyboardInterrupt:
    print("interrupted")
assert told[-1] < rows.shape[0]
assert (rows != before).nnz == 0
print(find_neighbors(rows[:3], k=1).indices.shape)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_ends_a_long_call_and_leaves_its_arguments_as_they_were():
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(LONG_CALL)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "started\n"
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        # Left alone, the call takes many times as long as this.
        rest, _ = process.communicate(timeout=10)
    assert rest == "interrupted\n(3, 1)\n"
    assert process.returncode == 0
