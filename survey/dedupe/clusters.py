"""Versions gathered into papers, so that a chain of likenesses never glues different papers together."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import accumulate

from survey.dedupe.alike import Likeness, alike, same_id
from survey.dedupe.candidates import Component, Pair
from survey.dedupe.facts import Facts

_SLACK = 0.1  # for members of a cluster that aren't compared for joining, but for staying together
_REMEMBERED = 20_000  # versions' facts: some 15 kB each
_LOOKED_AT = 3  # versions of a cluster, and of a core

Core = list[int]


class Clusters:
    """The papers among a component's versions, as they grow.

    A core is what pins, identifiers and twins joined; its members may look nothing alike. A cluster is made of cores.
    Two clusters are joined when two of their members are alike, and the largest cores of the one are close to those of
    the other.
    """

    def __init__(self, facts_of: Callable[[int], Facts], apart: dict[int, set[int]]) -> None:
        self.fact = lru_cache(maxsize=_REMEMBERED)(facts_of)
        self._apart = apart
        self._clusters: dict[int, list[Core]] = {}

    def gather(self, component: Component) -> list[list[int]]:
        """The clusters of two versions or more; pins and identifiers first, then the most alike."""
        for a, b in component.pinned:
            self._join_cores(a, b)
        for a, b in self._best_first(component.by_id, same_id):
            if self._of_a_kind(a, b):
                self._join_cores(a, b)
        for a, b in component.by_text:
            if self._cluster(a) is not self._cluster(b) and alike(self.fact(a), self.fact(b)):
                self._join_clusters(a, b)
        for a, b in self._best_first(component.by_title, alike):
            self._join_clusters(a, b)
        clusters = {id(cores): cores for cores in self._clusters.values()}
        return [sorted(version for core in cores for version in core) for cores in clusters.values()]

    def _cluster(self, version: int) -> list[Core]:
        return self._clusters.setdefault(version, [[version]])

    def _best_first(self, pairs: Iterable[Pair], compare: Callable[[Facts, Facts], Likeness | None]) -> list[Pair]:
        apart = ((a, b) for a, b in pairs if self._cluster(a) is not self._cluster(b))
        found = [(a, b, compare(self.fact(a), self.fact(b))) for a, b in apart]
        ranked = sorted((-likeness.strength, a, b) for a, b, likeness in found if likeness)
        return [(a, b) for _, a, b in ranked]

    def _join_cores(self, a: int, b: int) -> None:
        """Join two clusters that have one core each."""
        ours, theirs = self._cluster(a), self._cluster(b)
        if ours is not theirs and not self._kept_apart(ours, theirs):
            self._replace([sorted(ours[0] + theirs[0])])

    def _join_clusters(self, a: int, b: int) -> None:
        ours, theirs = self._cluster(a), self._cluster(b)
        if ours is theirs or self._kept_apart(ours, theirs):
            return
        pairs = [(x, y) for x in _looked_at(ours, a) for y in _looked_at(theirs, b)]
        if all(self._close(x, y) for x, y in pairs[1:]):  # the first pair of cores holds a and b
            self._replace(sorted(ours + theirs))

    def _replace(self, cores: list[Core]) -> None:
        for core in cores:
            for version in core:
                self._clusters[version] = cores

    def _kept_apart(self, ours: list[Core], theirs: list[Core]) -> bool:
        if not self._apart:
            return False
        others = {version for core in theirs for version in core}
        return any(self._apart.get(version, set()) & others for core in ours for version in core)

    def _of_a_kind(self, a: int, b: int) -> bool:
        """Whether an identifier joins no reply or erratum with its paper by way of a third record."""
        members = (self.fact(version) for side in (a, b) for version in self._cluster(side)[0][:_LOOKED_AT])
        return len({member.about for member in members}) == 1

    def _close(self, ours: Core, theirs: Core) -> bool:
        pairs = ((self.fact(a), self.fact(b)) for a in ours[:_LOOKED_AT] for b in theirs[:_LOOKED_AT])
        return any(alike(a, b, _SLACK) for a, b in pairs)


def _looked_at(cores: list[Core], version: int) -> list[Core]:
    """The core of the version, and the largest ones until they have versions enough."""
    ranked = sorted(cores, key=len, reverse=True)
    before = accumulate((len(core) for core in ranked), initial=0)
    largest = [core for core, versions in zip(ranked, before, strict=False) if versions < _LOOKED_AT]
    return sorted((core for core in cores if version in core or core in largest), key=lambda core: version not in core)
