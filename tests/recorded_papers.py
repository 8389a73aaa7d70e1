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


# --- a topic of seven papers: figures on shared data and on others, what was found, praise, and a paper's own ---

ON_COCO = said("result", "FastNet reaches 54.5 AP on COCO.", value="54.5", measure="AP", dataset="COCO")
ON_ADE = said("result", "SlowNet reaches 60.8 mIoU on ADE20K.", value="60.8", measure="mIoU", dataset="ADE20K")
ALSO_COCO = said("result", "BoxNet reaches 50.1 AP on COCO.", value="50.1", measure="AP", dataset="COCO")
UNMEASURED = said("result", "TinyNet needs 3x less memory.", value="3", unit="x")
FOUND = said("result", "Finds that nets forget what was learned first of all things.")
PRAISED = said("result", "Shows that nets of that kind outperform all the others there are.")
OWN = said("result", "Shows that the proposed method learns from a handful of examples.")
TOPIC = (
    paper(1, "Slow", ON_ADE), paper(2, "Fast", ON_COCO), paper(3, "Forgetting", FOUND),
    paper(4, "Tiny", UNMEASURED), paper(5, "Box", ALSO_COCO), paper(6, "Praise", PRAISED), paper(7, "Own", OWN),
)  # fmt: skip
