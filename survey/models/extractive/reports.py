"""What a paper reports on, from its checked record."""

from survey.datasets import data_reported
from survey.questions import RecordedPaper
from survey.words import data_key


def data_of(paper: RecordedPaper) -> tuple[str, ...]:
    """The data sets of its results and of what it says of its data, each once, as most papers write them."""
    said = [one for one in paper.said if one.field in {"result", "data"}]
    listed = (one.dataset for one in said if one.field == "result" and one.dataset)
    told = " ".join(one.text for one in said if one.field == "data")
    return data_reported(listed, told, [quote for one in said for quote in one.quotes])


def is_written(name: str, paper: RecordedPaper) -> bool:
    """Whether a quoted sentence of the paper has the data set's name, as a statement on several papers needs it."""
    return any(data_key(name) in data_key(quote) for one in paper.said for quote in one.quotes)
