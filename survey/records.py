"""What is said of one paper: fields, each with verbatim quotes."""

from pydantic import BaseModel, ConfigDict


class Statement(BaseModel):
    """One thing a paper says: ``text`` for the reader, ``quotes`` the verbatim sentences it rests on (at least one)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    quotes: tuple[str, ...]


class Result(Statement):
    """One reported result; ``value`` and ``unit`` as the paper writes them, absent where its sentence doesn't say."""

    measure: str | None = None
    value: str | None = None
    unit: str | None = None
    dataset: str | None = None
    baseline: str | None = None


class Record(BaseModel):
    """All that is known of one paper; an absent field is None, never made up."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    contribution: Statement | None = None
    problem: Statement | None = None
    method: Statement | None = None
    data: Statement | None = None
    limitations: Statement | None = None
    results: tuple[Result, ...] = ()

    def statements(self) -> tuple[Statement, ...]:
        """All that is said, field by field, then result by result."""
        fields = (self.contribution, self.problem, self.method, self.data, self.limitations)
        return (*(field for field in fields if field), *self.results)
