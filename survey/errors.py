"""Everything that can go wrong and be said in a sentence.

::

    SurveyError              exit code 2 unless its class says otherwise
    ├── SettingsError        an option, a setting or survey.toml is wrong
    ├── DumpError            an input can't be read, or holds no paper
    ├── TemplateError        a prompt template doesn't parse or asks for an unknown variable
    ├── FolderError          the output folder can't be used
    ├── DocumentError        a survey.json can't be read or is of another schema
    ├── ModelError           the model can't be used at all: no key, no such model, a refused request
    ├── CallFailed           one call can't be answered; what it asked about is left out, by name
    │   └── TooLong          its prompt doesn't fit the model; a smaller pack might
    ├── NothingFound         no paper is on the topic of a brief (exit code 1)
    ├── BudgetError          a budget stopped the run (exit code 3)
    └── Interrupted          the user or the system stopped the run (exit code 130)

Each error says what happened and, after it, what to do.
"""

from typing import ClassVar


class SurveyError(Exception):
    """The base of all errors that reach a user.

    ``what`` says what happened; ``todo``, where there is something to do, says what.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, what: str, todo: str = "") -> None:
        self.what = what
        self.todo = todo
        super().__init__(f"{what}\n{todo}" if todo else what)


class SettingsError(SurveyError):
    """An option, an environment variable or a line of survey.toml is wrong."""


class DumpError(SurveyError):
    """An input can't be read, or holds no usable record."""


class TemplateError(SurveyError):
    """A prompt template doesn't parse, is missing, or asks for an unknown variable."""


class FolderError(SurveyError):
    """The output folder can't be written, or holds something else."""


class DocumentError(SurveyError):
    """A survey.json is missing, damaged, or of a schema that this version doesn't know."""


class ModelError(SurveyError):
    """The model can't be used: no key, no such model, a request that will never be accepted."""


class CallFailed(SurveyError):
    """One call can't be answered, after all retries; only what it asked about is left out."""


class TooLong(CallFailed):
    """The prompt doesn't fit into the model's context; a smaller pack might."""


class NothingFound(SurveyError):
    """No paper is on the topic that a brief was asked for; ``todo`` says what is near."""

    exit_code: ClassVar[int] = 1


class BudgetError(SurveyError):
    """A budget stopped the run before the call that would have crossed it."""

    exit_code: ClassVar[int] = 3


class Interrupted(SurveyError):
    """The run was interrupted; what was answered so far is in the cache."""

    exit_code: ClassVar[int] = 130
