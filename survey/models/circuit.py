"""When an endpoint is down, say so, rather than wait for the rest of a thousand calls to fail one by one."""

from survey.errors import CallFailed, ModelError
from survey.models.failures import Passing

_IN_A_ROW = 5


class Circuit:
    """Counts the calls in a row that failed for good; any success closes the circuit again."""

    def __init__(self) -> None:
        self._failures = 0
        self._worked = False

    def worked(self) -> None:
        """A call was answered."""
        self._failures, self._worked = 0, True

    def failed(self, error: Passing) -> CallFailed | ModelError:
        """What the failure of a call, after all its tries, means: that one call's loss, or the end of the run."""
        self._failures += 1
        if self._failures < _IN_A_ROW and (self._worked or not error.unreachable):
            return CallFailed(error.what, error.todo)
        count = (
            f"{self._failures} calls in a row failed, each after several tries" if self._worked else "No call worked"
        )
        todo = f"{error.todo} What was answered is cached; the same command goes on from there."
        return ModelError(f"{count}; the last: {error.what}", todo.strip())
