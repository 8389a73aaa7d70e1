"""PubMed's XML."""

import re
from collections.abc import Iterator

from survey.dumps.content import Content
from survey.dumps.parser import Raw, Unusable
from survey.dumps.xml_records import Element, children, first, text_of, texts, xml_records


class PubmedXml:
    """A <PubmedArticle> (or <PubmedBookArticle>) for each citation."""

    name = "pubmed-xml"

    def sniff(self, head: str) -> bool:
        """XML with PubMed's root or a citation."""
        return re.match(r"\s*<", head) is not None and (
            re.search(r"<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle|MedlineCitationSet)\b", head) is not None
        )

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each citation."""
        return xml_records(content, ("PubmedArticle", "PubmedBookArticle"), _raw)


def _raw(citation: Element, line: int) -> Raw:
    article = next(iter(children(citation, "**", "Article") or children(citation, "**", "BookDocument")), citation)
    pmid = first(citation, "**", "PMID")
    issue = next(iter(children(article, "Journal", "JournalIssue", "PubDate")), None)
    issue = next(iter(children(article, "Book", "PubDate")), None) if issue is None else issue
    dois = [e for e in children(article, "ELocationID") if e.get("EIdType") == "doi"]
    dois += [e for e in children(citation, "PubmedData", "ArticleIdList", "ArticleId") if e.get("IdType") == "doi"]
    return Raw(
        line=line,
        title=first(article, "ArticleTitle")
        or first(article, "VernacularTitle")
        or first(article, "Book", "BookTitle"),
        abstract=" ".join(filter(None, map(_labelled, children(article, "Abstract", "AbstractText")))),
        authors=tuple(filter(None, map(_author, children(article, "AuthorList", "Author")))),
        year=" ".join(texts(issue, "Year") + texts(issue, "MedlineDate")) if issue is not None else "",
        venue=first(article, "Journal", "Title") or first(article, "Book", "BookTitle"),
        doi=" ".join(map(text_of, dois)),
        url=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid.isdigit() else "",
        text=f"PMID {pmid}",
    )


def _labelled(part: Element) -> str:
    text, label = text_of(part).strip(), part.get("Label", "")
    return f"{label}: {text}" if text and label and label != "UNLABELLED" else text


def _author(author: Element) -> str:
    given = first(author, "ForeName") or first(author, "Initials")
    return ", ".join(filter(None, (first(author, "LastName"), given))) or first(author, "CollectiveName")
