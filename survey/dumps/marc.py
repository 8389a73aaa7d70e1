"""MARC 21 in XML, as library catalogues, CERN and INSPIRE serve it within OAI-PMH."""

from collections.abc import Iterator

from survey.dumps.parser import Raw
from survey.dumps.xml_records import Element, children, text_of


def raw_of_marc(record: Element, line: int) -> Raw:
    """The paper that a MARC <record> describes."""

    def subfields(tag: str, codes: str) -> Iterator[str]:
        for field in children(record, "datafield"):
            if field.get("tag") == tag:
                yield from (text_of(s).strip() for s in children(field, "subfield") if s.get("code") in codes)

    title = ": ".join(part.rstrip(" :/") for part in list(subfields("245", "ab"))[:2])
    identifiers = [*subfields("024", "a"), *subfields("037", "a"), *subfields("773", "a")]
    return Raw(
        line=line,
        title=title,
        abstract=max(subfields("520", "a"), key=len, default=""),
        authors=(*subfields("100", "a"), *subfields("700", "a")),
        year=" ".join([*subfields("260", "c"), *subfields("264", "c"), *subfields("773", "y"), *subfields("269", "c")]),
        venue=next(iter([*subfields("773", "p"), *subfields("773", "t")]), ""),
        doi=" ".join(identifiers),
        arxiv_id=" ".join(identifiers),
        url=" ".join(subfields("856", "u")),
        text=title,
    )
