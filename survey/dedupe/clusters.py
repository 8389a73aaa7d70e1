"""Versions gathered into papers, so that a chain of likenesses never glues different papers together."""

from collections.abc import Callable, Iterable, Sequence

from survey.dedupe.alike import Facts, alike, same_id

_SLACK = 0.1  # asked of members that were not joined directly
_LOOKED_AT = 6

Allowed = Callable[[int, int], bool]


class Clusters:
    """A growing partition of versions. A core is what pins and identifiers joined; a cluster is made of cores."""

    def __init__(self, facts: Sequence[Facts], forbidden: Iterable[tuple[int, int]]) -> None:
        self._facts = facts
        self._cluster = list(range(len(facts)))
        self._cores: dict[int, list[list[int]]] = {}
        self._forbidden: dict[int, set[int]] = {}
        for a, b in forbidden:
            self._forbidden.setdefault(a, set()).add(b)
            self._forbidden.setdefault(b, set()).add(a)

    def groups(self) -> list[list[int]]:
        """The clusters, each in ascending order."""
        found: dict[int, list[int]] = {}
        for version, cluster in enumerate(self._cluster):
            found.setdefault(cluster, []).append(version)
        return list(found.values())

    def pin(self, a: int, b: int) -> bool:
        """Join because the user says so; False when the user says otherwise too."""
        return self._join(a, b, one_core=True, allowed=lambda x, y: True)

    def join_ids(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join what shares an identifier, arXiv ids first."""
        self._join_best(
            pairs, same_id, one_core=True, allowed=lambda x, y: self._facts[x].about == self._facts[y].about
        )

    def join_alike(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join what is alike, the most alike first, when each core of one is alike to each core of the other."""
        self._join_best(pairs, alike, one_core=False, allowed=lambda x, y: True)

    def _join_best(self, pairs, find, one_core: bool, allowed: Allowed) -> None:  # type: ignore[no-untyped-def]
        found = []
        for a, b in pairs:
            likeness = find(self._facts[a], self._facts[b])
            if likeness:
                found.append((-likeness.strength, a, b))
        for _, a, b in sorted(found):
            self._join(a, b, one_core, allowed)

    def _members(self, version: int) -> list[list[int]]:
        cluster = self._cluster[version]
        return self._cores.get(cluster, [[cluster]])

    def _join(self, a: int, b: int, one_core: bool, allowed: Allowed) -> bool:
        left, right = self._cluster[a], self._cluster[b]
        if left == right:
            return True
        ours, theirs = self._members(a), self._members(b)
        if self._kept_apart(ours, theirs):
            return False
        if one_core:
            if not all(allowed(x, y) for x in ours[0][:_LOOKED_AT] for y in theirs[0][:_LOOKED_AT]):
                return False
            cores = [sorted(ours[0] + theirs[0])]
        else:
            if not all(self._close(x, y) for x in ours[:_LOOKED_AT] for y in theirs[:_LOOKED_AT]):
                return False
            cores = sorted(ours + theirs)
        for core in ours + theirs:
            for version in core:
                self._cluster[version] = min(left, right)
        self._cores[min(left, right)] = cores
        return True

    def _kept_apart(self, ours: list[list[int]], theirs: list[list[int]]) -> bool:
        if not self._forbidden:
            return False
        others = {version for core in theirs for version in core}
        return any(self._forbidden.get(version, set()) & others for core in ours for version in core)

    def _close(self, x: list[int], y: list[int]) -> bool:
        pairs = ((self._facts[a], self._facts[b]) for a in x[:_LOOKED_AT] for b in y[:_LOOKED_AT])
        return any(alike(a, b, _SLACK) for a, b in pairs)
