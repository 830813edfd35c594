"""Clusters of similar rows, against a search by hand and what they promise."""

import numpy as np
import pytest
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

import broadsheet as bs
from broadsheet.similarity import Pairs, find_clusters, find_neighbors, find_pairs


def random_pairs(n_rows, n_links, seed):
    """Pairs that a random graph holds: of rows that share a column with nobody else."""
    rng = np.random.default_rng(seed)
    links = {tuple(sorted(rng.choice(n_rows, 2, replace=False))) for _ in range(n_links)}
    rows = sparse.lil_array((n_rows, len(links)))
    for column, (i, j) in enumerate(sorted(links)):
        rows[i, column] = rows[j, column] = 1 + rng.random()
    return find_pairs(sparse.csr_array(rows), min_similarity=0.01), links


def groups_of(n_rows, links):
    """Follow links from each row until no new one is met: no array and no library."""
    groups, left = [], set(range(n_rows))
    while left:
        group, waiting = set(), [min(left)]
        while waiting:
            row = waiting.pop()
            if row not in group:
                group.add(row)
                waiting += [b if a == row else a for a, b in links if row in (a, b)]
        groups.append(sorted(group))
        left -= group
    return sorted(groups, key=lambda group: (-len(group), group[0]))


@pytest.mark.parametrize("seed", range(20))
def test_components_are_what_links_lead_to(seed):
    pairs, links = random_pairs(30, 18, seed)
    clusters = find_clusters(pairs)
    found = [clusters.rows(number).tolist() for number in range(len(clusters))]
    assert found == groups_of(30, links)
    assert clusters.sizes.tolist() == [len(group) for group in found]


@pytest.mark.parametrize("method", ["components", "average", "leiden"])
@pytest.mark.parametrize("seed", range(5))
def test_medoid_is_nearest_to_the_others_of_its_cluster(method, seed):
    pairs, _ = random_pairs(30, 40, seed)
    clusters = find_clusters(pairs, method)
    scores = pairs.to_scipy().toarray()
    scores += scores.T
    for number, medoid in enumerate(clusters.medoids):
        rows = clusters.rows(number)
        sums = scores[np.ix_(rows, rows)].sum(axis=1)
        assert medoid in rows
        assert sums[rows == medoid][0] == pytest.approx(sums.max())


def test_communities_part_what_one_link_joins():
    # Two groups of three rows, each alike, and one weaker link between them.
    rows = np.zeros((6, 3))
    rows[:3, 0] = rows[3:, 1] = 1
    rows[2, 2] = rows[3, 2] = 0.8
    pairs = find_pairs(rows, min_similarity=0.2)
    assert len(find_clusters(pairs)) == 1
    communities = find_clusters(pairs, "leiden", resolution=0.5)
    assert communities.labels.tolist() == [0, 0, 0, 1, 1, 1]
    assert communities.parameters["resolution"] == 0.5


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("resolution", [0.02, 0.1, 0.3])
def test_average_linkage_is_that_of_the_dense_distances(seed, resolution):
    pairs, _ = random_pairs(40, 150, seed)
    scores = pairs.to_scipy().toarray()
    distances = squareform(1 - scores - scores.T, checks=False)
    tree = linkage(distances, "average")
    expected = fcluster(tree, 1 - resolution, "distance")
    clusters = find_clusters(pairs, "average", resolution=resolution)
    same = clusters.labels[:, None] == clusters.labels
    assert (same == (expected[:, None] == expected)).all()
    assert clusters.parameters["resolution"] == resolution
    assert "seed" not in clusters.parameters


def test_average_linkage_parts_what_a_chain_joins():
    rows = np.zeros((6, 3))
    rows[:3, 0] = rows[3:, 1] = 1
    rows[2, 2] = rows[3, 2] = 0.8
    pairs = find_pairs(rows, min_similarity=0.2)
    calls = []
    clusters = find_clusters(
        pairs, "average", resolution=0.5, progress=lambda *call: calls.append(call)
    )
    assert clusters.labels.tolist() == [0, 0, 0, 1, 1, 1]
    assert calls[-1] == (6, 6)


def test_html_shows_the_largest_clusters_with_their_medoids():
    m = (
        bs.Corpus(["<b> rose", "<b> rose", "rain"], ids=["<i>one", "two", "three"])
        .tokens()
        .matrix()
    )
    html = find_clusters(m.pairs(0.9))._repr_html_()
    assert "&lt;i&gt;one" in html
    assert "<i>" not in html
    assert "rows by themselves" in html
    many = find_clusters(find_pairs(np.eye(30), min_similarity=0.5))._repr_html_()
    assert "and 20 more" in many
    assert (
        "0</b> rows"
        in find_clusters(find_pairs(np.empty((0, 2)), min_similarity=0.5))._repr_html_()
    )


def test_communities_depend_on_the_seed_alone():
    import random

    w = bs.sample().tokens().matrix(min_df=2).weight("tfidf")
    pairs = w.pairs(0.1)
    random.seed(1)
    one = find_clusters(pairs, "leiden", seed=3)
    random.seed(2)
    state = random.getstate()
    other = find_clusters(pairs, "leiden", seed=3)
    assert other.labels.tobytes() == one.labels.tobytes()
    assert random.getstate() == state


def test_neighbours_link_both_ways():
    rows = [[1.0, 0], [3, 1], [1, 1]]
    found = find_clusters(find_neighbors(rows, k=1))
    assert found.labels.tolist() == [0, 0, 0]


def test_terms_and_table_say_what_a_cluster_is():
    m = bs.sample().tokens().matrix()
    clusters = find_clusters(m.weight("tfidf").pairs(0.3))
    frame = clusters.to_frame()
    assert frame["cluster"].tolist() == clusters.labels.tolist()
    assert frame["is_medoid"].sum() == len(clusters)
    assert frame.attrs["parameters"]["method"] == "components"
    terms = clusters.terms(m, 0, n=3)
    expected = m.keyness(target=clusters.rows(0))[:3]
    assert terms["term"].tolist() == expected["term"].tolist()
    assert repr(clusters).startswith("Clusters(")


def test_no_pairs_leave_every_row_by_itself():
    clusters = find_clusters(find_pairs(np.eye(3), min_similarity=0.5))
    assert clusters.labels.tolist() == clusters.medoids.tolist() == [0, 1, 2]


def test_refuses_what_it_cannot_do():
    rows = np.eye(3)
    pairs = find_pairs(rows, min_similarity=0.5)
    assert isinstance(pairs, Pairs)
    with pytest.raises(ValueError, match=r"method must be one of .*'leiden'.*, not 'kmeans'"):
        find_clusters(pairs, "kmeans")
    with pytest.raises(ValueError, match="of one matrix, not between two"):
        find_clusters(find_pairs(rows, rows + 1, min_similarity=0.5))
    with pytest.raises(TypeError, match="similar must be Pairs or Neighbors, not ndarray"):
        find_clusters(rows)
    with pytest.raises(ValueError, match="resolution must be above 0, not 0"):
        find_clusters(pairs, "leiden", resolution=0)
    with pytest.raises(ValueError, match="seed must not be negative, not -1"):
        find_clusters(pairs, "leiden", seed=-1)
    with pytest.raises(IndexError, match="cluster must be from 0 to 2, not 3"):
        find_clusters(pairs).rows(3)
    m = bs.sample().tokens().matrix()
    with pytest.raises(ValueError, match="counts must be of the 3 rows, not of"):
        find_clusters(pairs).terms(m, 0)
