"""A piece of work in a process of its own, beside what goes on here: for the second core of a small machine."""

import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def beside(work: Callable[[], bytes]) -> Iterator[Callable[[], bytes]]:
    """Begin ``work`` in a copy of this process, and give the function that waits for its result.

    Where that can't be, or the copy comes to grief for whatever reason, the work is done here when its result is asked
    for: so its errors are raised here. The copy never outlives the block: what it writes, it may have to write all at
    once or not at all. The result is never empty, for that is what a copy leaves that came to grief.
    """
    pid, pipe = _begun(work) if _can_fork() else (0, -1)
    told: list[bytes] = []

    def result() -> bytes:
        if not told:
            told.append((_all_of(pipe) if pid else b"") or work())
        return told[0]

    try:
        yield result
    finally:
        if pid:
            os.close(pipe)
            os.kill(pid, signal.SIGKILL)  # nobody has waited for it yet: the number can't be another's
            os.waitpid(pid, 0)


def _can_fork() -> bool:
    """Whether a copy gains anything, and is safe: locks that other threads hold would stay locked in it for ever.

    On Linux alone: Windows knows no copies, and macOS's own libraries don't bear them.
    """
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _begun(work: Callable[[], bytes]) -> tuple[int, int]:
    """The number of the copy that does ``work``, and the end of the pipe that its result comes through."""
    out, into = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads: a numeric library's look after themselves
        pid = os.fork()
    if not pid:
        _work_and_leave(work, out, into)
    os.close(into)
    return pid, out


def _work_and_leave(work: Callable[[], bytes], out: int, into: int) -> None:
    """What the copy does: it never returns, prints nothing, and leaves alone what this process has open."""
    code = 1
    try:
        os.close(out)
        with os.fdopen(into, "wb") as pipe:
            pipe.write(work())
        code = 0
    finally:
        os._exit(code)


def _all_of(pipe: int) -> bytes:
    """What the copy wrote; waits until it has ended."""
    with os.fdopen(os.dup(pipe), "rb") as said:
        return said.read()
