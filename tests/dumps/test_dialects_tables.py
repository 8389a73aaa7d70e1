"""Tables as services and data sets lay them out: one paper, many headings."""
# ruff: noqa: E501  the samples are easier to read unbroken

from pathlib import Path

import pytest
from dialects import ABSTRACT, ADLER, ARXIV, DOI, LIU, TITLE, facts, read_one, table

SHORT = ("R Liu", "D Adler")

ROWS: dict[str, tuple[dict[str, str], tuple[object, ...]]] = {
    "Scopus of 2018": (
        {"Authors": "Liu R., Adler D.", "Title": TITLE, "Year": "2019", "Source title": "Forests", "Volume": "3",
         "Cited by": "4", "DOI": DOI, "Link": "https://www.scopus.com/inward/record.uri?eid=2-s2.0-1", "Abstract":
         f"{ABSTRACT} © 2019 Elsevier B.V.", "Document Type": "Article", "Source": "Scopus", "EID": "2-s2.0-1"},
        (("Liu R.", "Adler D."), 2019, "Forests", DOI, None),
    ),
    "Web of Science, spreadsheet": (
        {"Publication Type": "J", "Authors": "Liu, R; Adler, D", "Book Authors": "", "Author Full Names":
         "Liu, Rana; Adler, Dora", "Article Title": TITLE, "Source Title": "FORESTS", "Book Series Title": "",
         "Language": "English", "Abstract": ABSTRACT, "Publication Year": "2019", "DOI": DOI, "DOI Link":
         f"http://dx.doi.org/{DOI}", "Early Access Date": "DEC 2018", "UT (Unique WOS ID)": "WOS:0001"},
        (("Liu, R", "Adler, D"), 2019, "FORESTS", DOI, None),
    ),
    "IEEE Xplore": (
        {"Document Title": TITLE, "Authors": "R. Liu; D. Adler", "Author Affiliations": "Univ. A; Univ. B",
         "Publication Title": "2019 IEEE Forests Conference (FC)", "Date Added To Xplore": "4 March 2020",
         "Publication Year": "2019", "Volume": "", "Abstract": ABSTRACT, "DOI": DOI, "PDF Link":
         "https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=1", "Online Date": "4 March 2020", "Document Identifier":
         "IEEE Conferences"},
        (("R. Liu", "D. Adler"), 2019, "2019 IEEE Forests Conference (FC)", DOI, None),
    ),
    "Lens": (
        {"Lens ID": "000-111", "Title": TITLE, "Date Published": "2019-05-06", "Publication Year": "2019",
         "Publication Type": "journal article", "Source Title": "Forests", "ISSNs": "12345678", "Author/s":
         "Rana Liu; Dora Adler", "Abstract": ABSTRACT, "Source URLs": "https://example.org/a", "External URL":
         "https://lens.org/000-111", "DOI": DOI, "PMID": "", "Is Open Access": "true"},
        (("Rana Liu", "Dora Adler"), 2019, "Forests", DOI, None),
    ),
    "Dimensions": (
        {"Publication ID": "pub.1", "DOI": DOI, "PMID": "", "Title": TITLE, "Abstract": ABSTRACT, "Acknowledgements":
         "We thank all.", "Source title": "Forests", "Anthology title": "", "Publication Date": "2019-05-06",
         "PubYear": "2019", "Authors": "Liu, Rana; Adler, Dora", "Authors (Raw Affiliation)": "Liu, Rana (Univ. A)",
         "Source Linkout": "https://example.org/a", "Dimensions URL": "https://app.dimensions.ai/details/pub.1"},
        (("Liu, Rana", "Adler, Dora"), 2019, "Forests", DOI, None),
    ),
    "Publish or Perish": (
        {"Cites": "4", "Authors": "R Liu, D Adler", "Title": TITLE, "Year": "2019", "Source": "Forests", "Publisher":
         "mdpi.com", "ArticleURL": "https://example.org/a", "CitesURL": "https://scholar.example/1", "GSRank": "1",
         "QueryDate": "2024-02-01 10:00:00", "Type": "", "DOI": DOI, "Abstract": ABSTRACT, "FullTextURL": ""},
        (SHORT, 2019, "Forests", DOI, None),
    ),
    "CORD-19": (
        {"cord_uid": "a1b2", "sha": "", "source_x": "PMC", "title": TITLE, "doi": DOI, "pmcid": "PMC1", "pubmed_id":
         "1", "license": "cc-by", "abstract": ABSTRACT, "publish_time": "2019-05-06", "authors":
         "Liu, Rana; Adler, Dora", "journal": "Forests", "mag_id": "", "arxiv_id": "", "url": "https://example.org/a"},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "arXiv's titles, summaries and terms": (
        {"titles": TITLE, "summaries": ABSTRACT, "terms": "['cs.CV', 'cs.LG']"},
        ((), None, None, None, None),
    ),
    "a notebook's index before the columns": (
        {"": "0", "title": TITLE, "abstract": ABSTRACT, "id": ARXIV, "categories": "cs.LG"},
        ((), 2019, None, None, ARXIV),
    ),
    "arXiv snapshot as CSV": (
        {"id": ARXIV, "submitter": "Rana Liu", "authors": "Rana Liu and Dora Adler", "title": TITLE, "comments":
         "9 pages", "journal-ref": "Forests 3 (2020) 1", "doi": DOI, "report-no": "", "categories": "q-bio.PE",
         "license": "", "abstract": f"  {ABSTRACT}\n", "update_date": "2023-01-01", "authors_parsed":
         "[['Liu', 'Rana', ''], ['Adler', 'Dora', '']]"},
        (("Rana Liu", "Dora Adler"), 2020, "Forests 3", DOI, ARXIV),
    ),
    "OpenAlex": (
        {"id": "https://openalex.org/W1", "doi": f"https://doi.org/{DOI}", "title": TITLE, "display_name": TITLE,
         "publication_year": "2019", "publication_date": "2019-05-06", "primary_location.source.display_name":
         "Forests", "authorships.author.display_name": "Rana Liu|Dora Adler", "abstract": ABSTRACT},
        (("Rana Liu", "Dora Adler"), 2019, "Forests", DOI, None),
    ),
    "Semantic Scholar": (
        {"paperId": "abcdef", "title": TITLE, "abstract": ABSTRACT, "venue": "Forests", "year": "2019", "authors":
         "[{'authorId': '1', 'name': 'Rana Liu'}, {'authorId': '2', 'name': 'Dora Adler'}]", "externalIds":
         f"{{'DOI': '{DOI}', 'CorpusId': 7}}", "url": "https://www.semanticscholar.org/paper/abcdef"},
        (("Rana Liu", "Dora Adler"), 2019, "Forests", DOI, None),
    ),
    "Rayyan": (
        {"key": "rayyan-1", "title": TITLE, "year": "2019", "month": "5", "day": "6", "journal": "Forests", "issn": "",
         "volume": "3", "issue": "1", "pages": "1-9", "authors": "Liu, Rana and Adler, Dora", "url":
         "https://example.org/a", "language": "eng", "publisher": "", "location": "", "abstract": ABSTRACT, "notes":
         "RAYYAN-INCLUSION: {\"A\"=>\"Included\"}", "doi": DOI, "keywords": ""},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "Covidence": (
        {"Title": TITLE, "Authors": "Liu, Rana; Adler, Dora", "Abstract": ABSTRACT, "Published Year": "2019",
         "Published Month": "May", "Journal": "Forests", "Volume": "3", "Issue": "", "Pages": "", "Accession Number":
         "", "DOI": DOI, "Ref": "17", "Covidence #": "#17", "Study": "Liu 2019", "Notes": "", "Tags": ""},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "EBSCO": (
        {"Article Title": TITLE, "Author": "Liu, Rana; Adler, Dora", "Journal Title": "Forests", "ISSN": "1", "ISBN":
         "", "Publication Date": "May2019", "Volume": "3", "Issue": "1", "First Page": "1", "Page Count": "9",
         "Accession Number": "123", "DOI": DOI, "Publisher": "", "Doctype": "Article", "Subjects": "TREES",
         "Keywords": "", "Abstract": f"{ABSTRACT} [ABSTRACT FROM AUTHOR]", "PLink": "http://search.example.org/1"},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "ProQuest": (
        {"Title": TITLE, "Abstract": ABSTRACT, "StoreId": "1", "ArticleType": "Journal Article", "AuthorAffiliation":
         "", "Authors": "Liu, Rana; Adler, Dora", "companies": "", "digitalObjectIdentifier": DOI, "documentURL":
         "https://www.proquest.com/docview/1", "pubdate": "May 6, 2019", "pubtitle": "Forests", "year": "2019"},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "ASReview": (
        {"record_id": "1", "title": TITLE, "abstract": ABSTRACT, "authors": "Liu, Rana; Adler, Dora", "year": "2019",
         "doi": DOI, "included": "1", "asreview_ranking": "3"},
        ((LIU, ADLER), 2019, None, DOI, None),
    ),
    "OpenReview or a conference's list": (
        {"id": "a1B2", "title": TITLE, "keywords": "trees;north", "abstract": ABSTRACT, "authors": "Rana Liu;Dora Adler",
         "site": "https://openreview.net/forum?id=a1B2", "status": "Poster", "conference": "Forests", "year": "2019"},
        (("Rana Liu", "Dora Adler"), 2019, "Forests", None, None),
    ),
    "NeurIPS, as scraped": (
        {"source_id": "1", "year": "2019", "title": TITLE, "abstract": ABSTRACT, "full_text": "Trees. " * 50},
        ((), 2019, None, None, None),
    ),
    "Cochrane Library": (
        {"Cochrane Review Group Code": "TREES", "Author(s)": "R Liu; D Adler", "Title": TITLE, "Year": "2019", "Source":
         "Forests", "DOI": DOI, "URL": "https://example.org/a", "Publication type": "Review", "Abstract": ABSTRACT},
        (SHORT, 2019, "Forests", DOI, None),
    ),
    "Springer, with abstracts": (
        {"Item Title": TITLE, "Publication Title": "Forests", "Book Series Title": "", "Journal Volume": "3", "Item DOI":
         DOI, "Authors": "Rana LiuDora Adler", "Publication Year": "2019", "URL": "http://link.example.org/a",
         "Content Type": "Article", "Abstract": ABSTRACT},
        (("Rana Liu", "Dora Adler"), 2019, "Forests", DOI, None),
    ),
    "Europe PMC": (
        {"SOURCE": "MED", "EXTERNAL_ID": "1", "TITLE": TITLE, "AUTHORS": "Liu R, Adler D.", "JOURNAL_TITLE": "Forests",
         "PUBLICATION_YEAR": "2019", "DOI": DOI, "ABSTRACT": ABSTRACT},
        (("Liu R", "Adler D"), 2019, "Forests", DOI, None),
    ),
    "Mendeley or JabRef": (
        {"Identifier": "liu2019", "BibliographyType": "7", "Author": "Liu, Rana and Adler, Dora", "Title": TITLE,
         "Year": "2019", "Journal": "Forests", "Month": "5", "DOI": DOI, "Url": "https://example.org/a", "Abstract":
         ABSTRACT},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "PubMed through a program": (
        {"pmid": "1", "ArticleTitle": TITLE, "AbstractText": ABSTRACT, "Journal": "Forests", "PubDate": "2019 May",
         "AuthorList": "Liu, Rana; Adler, Dora", "DOI": DOI},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "DOAJ": (
        {"Article title": TITLE, "Journal title": "Forests", "Author": "Rana Liu, Dora Adler", "Article abstract":
         ABSTRACT, "Year of publication": "2019", "Article DOI": DOI},
        (("Rana Liu", "Dora Adler"), 2019, "Forests", DOI, None),
    ),
    "a spreadsheet kept by hand": (
        {"No.": "1", "Paper Title": TITLE, "Paper Abstract": ABSTRACT, "Author Names": "Rana Liu, Dora Adler", "Year of"
         " Publication": "2019", "Journal/Conference": "Forests", "Paper Link": f"https://arxiv.org/abs/{ARXIV}"},
        (("Rana Liu", "Dora Adler"), 2019, "Forests", None, ARXIV),
    ),
    "BioRxiv": (
        {"doi": DOI, "title": TITLE, "authors": "Liu, R.; Adler, D.", "author_corresponding": "Rana Liu", "date":
         "2019-05-06", "version": "1", "category": "ecology", "abstract": ABSTRACT, "server": "biorxiv"},
        (("Liu, R.", "Adler, D."), 2019, None, DOI, None),
    ),
    "Elicit": (
        {"Title": TITLE, "Authors": "Rana Liu, Dora Adler", "DOI": DOI, "DOI link": f"https://doi.org/{DOI}", "Venue":
         "Forests", "Citation count": "4", "Year": "2019", "Abstract": ABSTRACT, "Summary": "Northern trees are slow."},
        (("Rana Liu", "Dora Adler"), 2019, "Forests", DOI, None),
    ),
    "INSPIRE or ADS through a program": (
        {"bibcode": "2019For.....3....1L", "title": f"['{TITLE}']", "author": "['Liu, Rana', 'Adler, Dora']", "pub":
         "Forests", "pubdate": "2019-05-00", "abstract": ABSTRACT, "doi": f"['{DOI}']"},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize(
    ("form", "delimiter", "all_quoted"), [("csv", ",", False), ("csv", ";", True), ("tsv", "\t", False)]
)
def test_a_table(name: str, form: str, delimiter: str, all_quoted: bool, tmp_path: Path) -> None:
    row, expected = ROWS[name]
    assert facts(read_one(tmp_path, table(row, delimiter, all_quoted=all_quoted), form)) == expected
