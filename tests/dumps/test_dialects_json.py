"""JSON as services and data sets write it: one paper, many shapes, alone and among others."""
# ruff: noqa: E501  the samples are easier to read unbroken

import json
from pathlib import Path
from typing import Any

import pytest
from dialects import ABSTRACT, ADLER, ARXIV, DOI, LIU, TITLE, facts, read_all, read_one

from survey.dumps import read_dumps

SENTENCES = ABSTRACT.replace(". ", ".\n").split("\n")
NAMES = ("Rana Liu", "Dora Adler")
WORDS = ABSTRACT.split()
INDEX = {word: [n for n, other in enumerate(WORDS) if other == word] for word in WORDS}
CITED = [{"key": "r1", "article-title": "Cited One", "year": "2001", "doi-asserted-by": "crossref", "DOI": "10.1/r1"},
         {"key": "r2", "article-title": "Cited Two", "year": "2002", "journal-title": "Old Forests"}]  # fmt: skip
CROSSREF: dict[str, Any] = {
    "indexed": {"date-parts": [[2022, 3, 31]], "date-time": "2022-03-31T00:00:00Z"}, "reference-count": 2,
    "publisher": "Trees Ltd", "issue": "1", "content-domain": {"domain": ["x.org"]}, "short-container-title": ["For"],
    "published-print": {"date-parts": [[2019, 5]]}, "abstract": f"<jats:title>Abstract</jats:title><jats:p>{ABSTRACT}"
    "</jats:p>", "DOI": DOI, "type": "journal-article", "created": {"date-parts": [[2018, 1, 1]]}, "title": [TITLE],
    "author": [{"given": "Rana", "family": "Liu", "sequence": "first", "affiliation": []},
               {"given": "Dora", "family": "Adler", "sequence": "additional", "affiliation": [{"name": "Univ. B"}]}],
    "reference": CITED, "container-title": ["Forests"], "URL": f"http://dx.doi.org/{DOI}", "relation": {},
}  # fmt: skip
OPENALEX: dict[str, Any] = {
    "id": "https://openalex.org/W1", "doi": f"https://doi.org/{DOI}", "title": TITLE, "display_name": TITLE,
    "publication_year": 2019, "publication_date": "2019-05-06", "ids": {"openalex": "https://openalex.org/W1"},
    "primary_location": {"is_oa": True, "landing_page_url": "https://example.org/a", "source": {"id": "S1",
                         "display_name": "Forests", "type": "journal"}},
    "authorships": [{"author_position": "first", "author": {"id": "A1", "display_name": "Rana Liu", "orcid": None},
                     "institutions": [{"display_name": "Univ. A"}], "raw_author_name": "R. Liu"},
                    {"author_position": "last", "author": {"id": "A2", "display_name": "Dora Adler", "orcid": None},
                     "institutions": [], "raw_author_name": "D. Adler"}],
    "concepts": [{"id": "C1", "display_name": "Tree", "level": 1, "score": 0.9}],
    "topics": [{"display_name": "Forests", "field": {"display_name": "Ecology"}}],
    "referenced_works": ["https://openalex.org/W2"], "abstract_inverted_index": INDEX, "counts_by_year": [],
}  # fmt: skip
SCHOLAR: dict[str, Any] = {
    "paperId": "abc", "externalIds": {"ArXiv": ARXIV, "DOI": DOI, "CorpusId": 7}, "url":
    "https://www.semanticscholar.org/paper/abc", "title": TITLE, "abstract": ABSTRACT, "venue": "Forests",
    "publicationVenue": {"id": "v", "name": "Forests"}, "year": 2019, "openAccessPdf": {"url": "https://x.org/a.pdf"},
    "tldr": {"model": "m", "text": "Trees are slow."}, "authors": [{"authorId": "1", "name": "Rana Liu"},
    {"authorId": "2", "name": "Dora Adler"}], "journal": {"name": "Forests", "volume": "3"},
    "publicationDate": "2019-05-06",
}  # fmt: skip

SHAPES: dict[str, tuple[Any, tuple[object, ...]]] = {
    "Crossref, many works": (
        {"status": "ok", "message-type": "work-list", "message-version": "1.0.0", "message": {"facets": {},
         "total-results": 1, "items": [CROSSREF], "items-per-page": 20, "query": {"start-index": 0}}},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "Crossref, one work": (
        {"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": CROSSREF},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "OpenAlex, works": (
        {"meta": {"count": 1, "page": 1}, "results": [OPENALEX], "group_by": []},
        (NAMES, 2019, "Forests", DOI, None),
    ),
    "OpenAlex, one work": (OPENALEX, (NAMES, 2019, "Forests", DOI, None)),
    "Semantic Scholar, search": (
        {"total": 1, "offset": 0, "next": 1, "data": [SCHOLAR]}, (NAMES, 2019, "Forests", DOI, ARXIV),
    ),
    "Semantic Scholar, one paper with its references": (
        SCHOLAR | {"references": [{"paperId": "r", "title": "Cited One", "abstract": "Another text.", "year": 2001}]},
        (NAMES, 2019, "Forests", DOI, ARXIV),
    ),
    "Semantic Scholar, what a paper cites": (
        {"offset": 0, "data": [{"contexts": ["as in"], "isInfluential": False, "citedPaper": SCHOLAR}]},
        (NAMES, 2019, "Forests", DOI, ARXIV),
    ),
    "Semantic Scholar, older bulk files": (
        [{"id": "abc", "title": TITLE, "paperAbstract": ABSTRACT, "authors": [{"name": "Rana Liu", "ids": ["1"]},
          {"name": "Dora Adler", "ids": []}], "inCitations": [], "outCitations": ["x"], "year": 2019, "s2Url":
          "https://semanticscholar.org/paper/abc", "venue": "Forests", "journalName": "Forests", "doi": DOI}],
        (NAMES, 2019, "Forests", DOI, None),
    ),
    "S2ORC": (
        [{"paper_id": "7", "title": TITLE, "authors": [{"first": "Rana", "middle": [], "last": "Liu", "suffix": ""},
          {"first": "Dora", "middle": ["G."], "last": "Adler", "suffix": ""}], "abstract": ABSTRACT, "year": 2019,
          "arxiv_id": ARXIV, "acl_id": None, "doi": DOI, "venue": "Forests", "journal": None, "mag_id": "3"}],
        ((LIU, "Adler, Dora G."), 2019, "Forests", DOI, ARXIV),
    ),
    "CORD-19, one parsed paper": (
        {"paper_id": "sha", "metadata": {"title": TITLE, "authors": [{"first": "Rana", "middle": [], "last": "Liu"},
         {"first": "Dora", "middle": [], "last": "Adler"}]}, "abstract": [{"text": s, "cite_spans": [], "section":
         "Abstract"} for s in SENTENCES], "body_text": [{"text": "Trees.", "section": "Introduction"}], "bib_entries":
         {"BIBREF0": {"ref_id": "b0", "title": "Cited One", "authors": [], "year": 2001, "venue": ""}}},
        ((LIU, ADLER), None, None, None, None),
    ),
    "a corpus for retrieval": ([{"_id": "7", "title": TITLE, "text": ABSTRACT, "metadata": {"url": "", "pubmed_id": ""}}],
                               ((), None, None, None, None)),
    "SciFact's corpus": ([{"doc_id": 7, "title": TITLE, "abstract": SENTENCES, "structured": False}],
                         ((), None, None, None, None)),
    "DBLP's citation network": (
        [{"id": "1", "title": TITLE, "authors": [{"name": "Rana Liu", "id": "1"}, {"name": "Dora Adler", "id": "2"}],
          "venue": {"raw": "Forests", "id": "3"}, "year": 2019, "n_citation": 3, "doc_type": "Journal", "doi": DOI,
          "references": ["4"], "indexed_abstract": {"IndexLength": len(WORDS), "InvertedIndex": INDEX}}],
        (NAMES, 2019, "Forests", DOI, None),
    ),
    "CSL, as Zotero saves it": (
        [{"id": "http://zotero.org/users/1/items/A", "type": "article-journal", "abstract": ABSTRACT,
          "container-title": "Forests", "DOI": DOI, "issue": "1", "language": "en", "source": "DOI.org", "title": TITLE,
          "URL": "https://example.org/a", "volume": "3", "author": [{"family": "Liu", "given": "Rana"}, {"family":
          "Adler", "given": "Dora"}], "accessed": {"date-parts": [["2024", 2, 1]]}, "issued": {"date-parts":
          [["2019", 5, 6]]}}],
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "Zotero's own": (
        [{"key": "A", "version": 1, "library": {"type": "user", "name": "me"}, "meta": {"parsedDate": "2019"}, "data":
          {"key": "A", "itemType": "journalArticle", "title": TITLE, "creators": [{"creatorType": "author", "firstName":
          "Rana", "lastName": "Liu"}, {"creatorType": "author", "firstName": "Dora", "lastName": "Adler"}],
          "abstractNote": ABSTRACT, "publicationTitle": "Forests", "date": "2019-05-06", "DOI": DOI, "url": "",
          "accessDate": "2024-01-01", "dateAdded": "2024-01-01T00:00:00Z", "tags": [{"tag": "trees"}]}}],
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "Better BibTeX's JSON": (
        {"config": {"id": "x", "label": "BetterBibTeX JSON"}, "version": {"zotero": "6"}, "collections": {}, "items":
         [{"citationKey": "liu2019", "itemType": "journalArticle", "itemID": 1, "title": TITLE, "abstractNote": ABSTRACT,
           "date": "2019-05-06", "publicationTitle": "Forests", "DOI": DOI, "creators": [{"firstName": "Rana",
           "lastName": "Liu", "creatorType": "author"}, {"firstName": "Dora", "lastName": "Adler", "creatorType":
           "author"}], "attachments": [{"title": "Full Text PDF", "path": "a.pdf"}], "notes": []}]},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "Hugging Face's daily papers": (
        [{"paper": {"id": ARXIV, "authors": [{"_id": "1", "name": "Rana Liu", "hidden": False}, {"_id": "2", "name":
          "Dora Adler", "user": {"fullname": "Dora", "name": "dora"}}], "publishedAt": "2019-05-06T10:00:00.000Z",
          "submittedOnDailyAt": "2019-05-07", "title": TITLE, "summary": ABSTRACT, "upvotes": 9, "ai_summary": "Slow.",
          "ai_keywords": ["trees"], "githubRepo": "https://github.com/x/y"}, "publishedAt": "2019-05-06T00:00:00.000Z",
          "title": TITLE, "summary": ABSTRACT, "thumbnail": "https://cdn.example/1.png", "numComments": 2,
          "submittedBy": {"fullname": "AK", "name": "ak"}}],
        (NAMES, 2019, None, None, ARXIV),
    ),
    "papers with code": (
        [{"paper_url": "https://paperswithcode.com/paper/slow-trees", "arxiv_id": ARXIV, "nips_id": None, "title": TITLE,
          "abstract": ABSTRACT, "short_abstract": "Trees grow slowly.", "url_abs": f"http://arxiv.org/abs/{ARXIV}v2",
          "url_pdf": f"http://arxiv.org/pdf/{ARXIV}v2.pdf", "proceeding": "Forests 2019 5", "authors": list(NAMES),
          "tasks": ["Counting"], "date": "2019-05-06", "methods": [{"name": "Linear", "full_name": "Linear Layer",
          "description": "A layer.", "introduced_year": 2000}]}],
        (NAMES, 2019, "Forests 2019 5", None, ARXIV),
    ),
    "OpenReview, second interface": (
        {"notes": [{"id": "a1B2", "forum": "a1B2", "cdate": 1556000000000, "invitations": ["x"], "content": {"title":
         {"value": TITLE}, "authors": {"value": list(NAMES)}, "authorids": {"value": ["~Rana_Liu1"]}, "abstract":
         {"value": ABSTRACT}, "TLDR": {"value": "Slow."}, "venue": {"value": "Forests 2019 poster"}, "venueid": {"value":
         "forests.cc/2019"}, "pdf": {"value": "/pdf/a.pdf"}}}], "count": 1},
        (NAMES, None, "Forests 2019 poster", None, None),
    ),
    "OpenReview, first interface": (
        {"notes": [{"id": "a1B2", "number": 1, "cdate": 1556000000000, "content": {"title": TITLE, "authors": list(NAMES),
         "abstract": ABSTRACT, "keywords": ["trees"], "venue": "Forests 2019", "_bibtex": "@article{x, title={y}}"}}]},
        (NAMES, None, "Forests 2019", None, None),
    ),
    "a conference's virtual site": (
        {"count": 1, "next": None, "results": [{"id": 1, "uid": "a", "name": TITLE, "authors": [{"id": 1, "fullname":
         "Rana Liu", "url": "http://x.org"}, {"id": 2, "fullname": "Dora Adler", "institution": "B"}], "abstract":
         ABSTRACT, "topic": "Trees", "eventtype": "Poster", "virtualsite_url": "/virtual/2019/poster/1"}]},
        (NAMES, None, None, None, None),
    ),
    "Europe PMC": (
        {"version": "6.9", "hitCount": 1, "resultList": {"result": [{"id": "1", "source": "MED", "pmid": "1", "doi": DOI,
         "title": TITLE, "authorString": "Liu R, Adler D.", "authorList": {"author": [{"fullName": "Liu R", "firstName":
         "Rana", "lastName": "Liu", "initials": "R"}, {"fullName": "Adler D", "firstName": "Dora", "lastName": "Adler",
         "initials": "D"}]}, "journalInfo": {"issue": "1", "yearOfPublication": 2019, "journal": {"title": "Forests",
         "issn": "1"}}, "pubYear": "2019", "abstractText": f"<p>{ABSTRACT}</p>"}]}},
        (("Liu R", "Adler D"), 2019, "Forests", DOI, None),
    ),
    "bioRxiv": (
        {"messages": [{"status": "ok", "count": 1}], "collection": [{"doi": DOI, "title": TITLE, "authors":
         "Liu, R.; Adler, D.", "author_corresponding": "Rana Liu", "date": "2019-05-06", "version": "1", "category":
         "ecology", "abstract": ABSTRACT, "published": "NA", "server": "biorxiv"}]},
        (("Liu, R.", "Adler, D."), 2019, None, DOI, None),
    ),
    "INSPIRE": (
        {"hits": {"total": 1, "hits": [{"id": "1", "links": {"json": "https://x.org"}, "metadata": {"control_number": 1,
         "titles": [{"title": TITLE, "source": "arXiv"}, {"title": "Slow <i>Trees</i> & all", "source": "Springer"}],
         "abstracts": [{"value": ABSTRACT, "source": "arXiv"}, {"value": "Another version.", "source": "Springer"}],
         "authors": [{"full_name": "Liu, Rana", "uuid": "u"}, {"full_name": "Adler, Dora"}], "dois": [{"value": DOI}],
         "arxiv_eprints": [{"value": ARXIV, "categories": ["hep-th"]}], "publication_info": [{"journal_title": "Forests",
         "year": 2019, "journal_volume": "3"}], "references": [{"reference": {"title": {"title": "Cited One"}}}]}}]}},
        ((LIU, ADLER), 2019, "Forests", DOI, ARXIV),
    ),
    "NASA ADS": (
        {"responseHeader": {"status": 0}, "response": {"numFound": 1, "start": 0, "docs": [{"bibcode": "2019For", "abstract":
         ABSTRACT, "author": ["Liu, Rana", "Adler, Dora"], "doi": [DOI], "identifier": [f"arXiv:{ARXIV}", DOI], "pub":
         "Forests", "pubdate": "2019-05-00", "title": [TITLE], "year": "2019"}]}},
        ((LIU, ADLER), 2019, "Forests", DOI, ARXIV),
    ),
    "HAL": (
        {"response": {"numFound": 1, "docs": [{"docid": "1", "title_s": [TITLE, "Les arbres lents"], "abstract_s":
         [ABSTRACT], "authFullName_s": list(NAMES), "journalTitle_s": "Forests", "producedDateY_i": 2019, "doiId_s": DOI,
         "uri_s": "https://hal.example.org/hal-1"}]}},
        (NAMES, 2019, "Forests", DOI, None),
    ),
    "Springer": (
        {"apiMessage": "ok", "query": "trees", "result": [{"total": "1"}], "records": [{"contentType": "Article",
         "identifier": f"doi:{DOI}", "title": TITLE, "creators": [{"creator": "Liu, Rana"}, {"creator": "Adler, Dora"}],
         "publicationName": "Forests", "doi": DOI, "publicationDate": "2019-05-06", "url": [{"format": "", "value":
         "http://x.org/a"}], "abstract": ABSTRACT}], "facets": []},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "IEEE": (
        {"total_records": 1, "articles": [{"doi": DOI, "title": TITLE, "publisher": "IEEE", "rank": 1, "authors": {"authors":
         [{"affiliation": "A", "full_name": "Rana Liu", "author_order": 1}, {"full_name": "Dora Adler", "author_order": 2}]},
         "content_type": "Conferences", "abstract": ABSTRACT, "article_number": "1", "publication_title": "Forests",
         "publication_year": 2019, "html_url": "https://ieeexplore.example/1"}]},
        (NAMES, 2019, "Forests", DOI, None),
    ),
    "Scopus": (
        {"search-results": {"opensearch:totalResults": "1", "link": [{"@ref": "self", "@href": "https://x.org"}], "entry":
         [{"@_fa": "true", "prism:url": "https://api.example/1", "dc:identifier": "SCOPUS_ID:1", "dc:title": TITLE,
           "dc:creator": "Liu R.", "prism:publicationName": "Forests", "prism:coverDate": "2019-05-06", "prism:doi": DOI,
           "dc:description": ABSTRACT}]}},
        (("Liu R.",), 2019, "Forests", DOI, None),
    ),
    "Lens": (
        {"total": 1, "data": [{"lens_id": "000-1", "title": TITLE, "abstract": ABSTRACT, "date_published": "2019-05-06",
         "year_published": 2019, "external_ids": [{"type": "doi", "value": DOI}], "authors": [{"first_name": "Rana",
         "last_name": "Liu"}, {"first_name": "Dora", "last_name": "Adler"}], "source": {"title": "Forests", "type":
         "Journal"}, "references": [{"lens_id": "000-2"}]}]},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "CORE": (
        {"totalHits": 1, "results": [{"id": 1, "title": TITLE, "abstract": ABSTRACT, "authors": [{"name": "Liu, Rana"},
         {"name": "Adler, Dora"}], "yearPublished": 2019, "doi": DOI, "downloadUrl": "https://core.example/1.pdf",
         "journals": [{"title": "Forests"}], "fullText": "Trees."}]},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "DataCite": (
        {"data": [{"id": DOI, "type": "dois", "attributes": {"doi": DOI, "titles": [{"title": TITLE}, {"title": "Sub",
         "titleType": "Subtitle"}], "creators": [{"name": "Liu, Rana", "givenName": "Rana", "familyName": "Liu"},
         {"name": "Adler, Dora"}], "publicationYear": 2019, "descriptions": [{"description": ABSTRACT,
         "descriptionType": "Abstract"}], "container": {"title": "Forests"}, "url": "https://x.org/a"}}]},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "DOAJ": (
        {"total": 1, "results": [{"id": "1", "bibjson": {"title": TITLE, "abstract": ABSTRACT, "year": "2019", "author":
         [{"name": "Rana Liu"}, {"name": "Dora Adler"}], "journal": {"title": "Forests", "publisher": "T"}, "identifier":
         [{"type": "doi", "id": DOI}, {"type": "eissn", "id": "1"}], "link": [{"type": "fulltext", "url":
         "https://x.org/a"}]}}]},
        (NAMES, 2019, "Forests", DOI, None),
    ),
    "PubMed through a program": (
        {"1": {"pubmed_id": "1", "title": TITLE, "abstract": ABSTRACT, "journal": "Forests", "publication_date": {"year":
         2019, "month": 5, "day": 6}, "doi": DOI, "authors": [{"lastname": "Liu", "firstname": "Rana", "initials": "R",
         "affiliation": "A"}, {"lastname": "Adler", "firstname": "Dora", "initials": "D", "affiliation": "B"}]}},
        ((LIU, ADLER), 2019, "Forests", DOI, None),
    ),
    "PubMed's XML turned to JSON": (
        {"PubmedArticleSet": {"PubmedArticle": [{"MedlineCitation": {"PMID": {"@Version": "1", "#text": "1"}, "Article":
         {"Journal": {"Title": "Forests", "JournalIssue": {"PubDate": {"Year": "2019", "Month": "May"}}}, "ArticleTitle":
         TITLE, "Abstract": {"AbstractText": ABSTRACT}, "AuthorList": {"Author": [{"LastName": "Liu", "ForeName":
         "Rana", "Initials": "R"}, {"LastName": "Adler", "ForeName": "Dora", "Initials": "D"}]}}}}]}},
        ((LIU, ADLER), None, "Forests", None, None),
    ),
    "the ACL Anthology": (
        {"2019.trees-1.1": {"acl_id": "2019.trees-1.1", "title": TITLE, "abstract": ABSTRACT, "author":
         "Liu, Rana  and Adler, Dora", "year": "2019", "booktitle": "Proceedings of Forests", "url":
         "https://aclanthology.org/2019.trees-1.1", "doi": DOI}},
        ((LIU, ADLER), 2019, "Proceedings of Forests", DOI, None),
    ),
    "arXiv's snapshot": (
        [{"id": ARXIV, "submitter": "Rana Liu", "authors": "Rana Liu and Dora Adler", "title":
          TITLE.replace(" Far", "\n  Far"), "comments": "9 pages", "journal-ref": None, "doi": None, "categories": "q-bio.PE",
          "abstract": f"  {ABSTRACT}\n", "versions": [{"version": "v1", "created": "Mon, 6 May 2019 00:00:00 GMT"}],
          "update_date": "2023-01-01", "authors_parsed": [["Liu", "Rana", ""], ["Adler", "Dora", ""]]}],
        (NAMES, 2019, None, None, ARXIV),
    ),
    "a feed turned to JSON": (
        {"feed": {"title": "arXiv query results", "updated": "2024-01-01", "entry": [{"id":
         f"http://arxiv.org/abs/{ARXIV}v1", "published": "2019-05-06T00:00:00Z", "title": TITLE, "summary": ABSTRACT,
         "author": [{"name": "Rana Liu"}, {"name": "Dora Adler"}], "arxiv:doi": {"#text": DOI}, "link": [{"@href":
         f"http://arxiv.org/abs/{ARXIV}v1"}]}]}},
        (NAMES, 2019, None, DOI, ARXIV),
    ),
    "a table by columns": (
        {"title": {"0": TITLE}, "abstract": {"0": ABSTRACT}, "year": {"0": 2019}, "doi": {"0": DOI}},
        ((), 2019, None, DOI, None),
    ),
    "capital keys": ([{"TITLE": TITLE, "ABSTRACT": ABSTRACT, "AUTHORS": "Rana Liu, Dora Adler", "YEAR": 2019.0}],
                     (NAMES, 2019, None, None, None)),
    "Elasticsearch": (
        {"took": 1, "hits": {"total": {"value": 1}, "hits": [{"_index": "p", "_id": "1", "_score": 1.0, "_source":
         {"title": TITLE, "abstract": ABSTRACT, "year": 2019}}]}},
        ((), 2019, None, None, None),
    ),
    "years above papers": ({"2019": {"Forests": [{"title": TITLE, "abstract": ABSTRACT, "authors": list(NAMES)}]}},
                           (NAMES, None, None, None, None)),
    "paper and its review": (
        [{"paper": {"title": TITLE, "abstract": ABSTRACT}, "reviews": [{"title": "Nice", "text": "I like trees."}]}],
        ((), None, None, None, None),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("indent", [None, 2])
def test_json(name: str, indent: int | None, tmp_path: Path) -> None:
    document, expected = SHAPES[name]
    paper = read_one(tmp_path, json.dumps(document, indent=indent), "json", "jsonl")
    assert facts(paper) == expected


LISTS = [name for name, (document, _) in SHAPES.items() if isinstance(document, list)]


@pytest.mark.parametrize("name", LISTS)
def test_json_lines(name: str, tmp_path: Path) -> None:
    document, expected = SHAPES[name]
    papers = read_all(tmp_path, "\n".join(json.dumps(document[0]) for _ in range(3)), "jsonl")
    assert [(p.title, p.abstract, *facts(p)) for p in papers] == [(TITLE, ABSTRACT, *expected)] * 3
    assert [p.sources[0].line for p in papers] == [1, 2, 3]


PAGES = ["Crossref, many works", "OpenAlex, works", "Semantic Scholar, search", "OpenReview, second interface"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_an_answer_on_each_line(name: str, tmp_path: Path) -> None:
    document, expected = SHAPES[name]
    papers = read_all(tmp_path, "\n".join(json.dumps(document) for _ in range(2)), "jsonl")
    assert [(p.title, p.abstract, *facts(p), p.sources[0].line) for p in papers] == [
        (TITLE, ABSTRACT, *expected, 1),
        (TITLE, ABSTRACT, *expected, 2),
    ]


def test_a_work_without_an_abstract_is_one_record_and_what_it_cites_is_none(tmp_path: Path) -> None:
    path = tmp_path / "work.json"
    work = {key: value for key, value in CROSSREF.items() if key != "abstract"}
    path.write_text(json.dumps({"status": "ok", "message-type": "work", "message": work}))
    (dump,) = read_dumps([path], title_only=True).dumps
    assert [(p.title, p.abstract) for p in dump.papers] == [(TITLE, "")]
    assert dump.read == 1


def test_a_table_by_columns_as_lists(tmp_path: Path) -> None:
    columns = {"title": [TITLE, "B"], "abstract": [ABSTRACT, "c d"], "authors": [[*NAMES], []], "year": [2019, 2020]}
    first, second = read_all(tmp_path, json.dumps(columns), "json", "jsonl")
    assert (first.title, first.abstract, first.authors, first.year) == (TITLE, ABSTRACT, NAMES, 2019)
    assert (second.title, second.year) == ("B", 2020)


def test_a_full_text_is_no_abstract(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(
        json.dumps({"title": TITLE, "text": "Trees grow slowly. " * 1000})
        + "\n"
        + json.dumps({"title": "B", "text": "c d"})
    )
    (dump,) = read_dumps([path]).dumps
    assert [p.title for p in dump.papers] == ["B"]
    assert [r.reason for r in dump.rejected] == ["no abstract"]
