"""Papers with their records, as the questions about topics show them to a model, for the tests of what it answers."""

from survey.questions import RecordedPaper, Said, SynthesisValues


def said(field: str, text: str, **parts: str) -> Said:
    return Said(field, text, (text,), **parts)


def paper(number: int, title: str, *told: Said) -> RecordedPaper:
    return RecordedPaper(f"P{number}", title, told)


def values(
    *papers: RecordedPaper, topic: str = "Nets", most: int = 10, words: int = 200, keywords: tuple[str, ...] = ("nets",)
) -> SynthesisValues:
    return SynthesisValues(topic, keywords, papers, "English", words, 1, most)
