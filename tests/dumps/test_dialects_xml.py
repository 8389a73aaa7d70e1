"""XML as services write it: one paper in each."""
# ruff: noqa: E501  the samples are easier to read unbroken

from pathlib import Path

import pytest
from dialects import ABSTRACT, ADLER, ARXIV, DOI, LIU, TITLE, facts, read_all, read_one

from survey.dumps import read_dumps
from survey.errors import DumpError

DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'
JATS = f"""<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article">
<front><journal-meta><journal-id journal-id-type="nlm-ta">For</journal-id><journal-title-group><journal-title>Forests</journal-title>
</journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="pmid">1</article-id><article-id pub-id-type="doi">{DOI}</article-id>
<title-group><article-title>Slow Trees of the Far North: <italic>A Count</italic></article-title><alt-title>Trees</alt-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Liu</surname><given-names>Rana</given-names></name>
<xref ref-type="aff" rid="a1">1</xref></contrib>
<contrib contrib-type="author"><name><surname>Adler</surname><given-names>Dora</given-names></name></contrib>
<contrib contrib-type="editor"><name><surname>Old</surname><given-names>Ann</given-names></name></contrib></contrib-group>
<pub-date pub-type="epub"><day>6</day><month>5</month><year>2019</year></pub-date>
<permissions><copyright-year>2018</copyright-year></permissions>
<abstract><title>Abstract</title><p>{ABSTRACT}</p></abstract>
<abstract abstract-type="graphical"><p>A picture.</p></abstract></article-meta></front>
<body><sec><title>Introduction</title><p>Trees.</p></sec></body>
<back><ref-list><ref id="r1"><element-citation><article-title>Cited One</article-title><year>2001</year></element-citation></ref>
</ref-list></back></article>"""
STYLED = '<style face="normal" font="default" size="100%">{}</style>'

SAMPLES: dict[str, tuple[str, str, tuple[object, ...]]] = {
    "arXiv's answer": ("atom", f"""{DECLARED}<feed xmlns="http://www.w3.org/2005/Atom">
<link href="http://arxiv.org/api/query?search_query=all" rel="self" type="application/atom+xml"/>
<title type="html">ArXiv Query: trees</title><id>http://arxiv.org/api/x</id><updated>2024-02-01T00:00:00-05:00</updated>
<opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>
<entry><id>http://arxiv.org/abs/{ARXIV}v2</id><updated>2020-01-01T00:00:00Z</updated>
<published>2019-05-06T00:00:00Z</published><title>Slow Trees of the Far
  North: A Count</title><summary>  {ABSTRACT}
</summary><author><name>Rana Liu</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Univ. A</arxiv:affiliation></author>
<author><name>Dora Adler</name></author><author><name>:</name></author><arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">{DOI}</arxiv:doi>
<arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">Forests 3</arxiv:journal_ref>
<link title="doi" href="http://dx.doi.org/{DOI}" rel="related"/><link href="http://arxiv.org/abs/{ARXIV}v2" rel="alternate"/>
</entry></feed>""", (("Rana Liu", "Dora Adler"), 2019, "Forests 3", DOI, ARXIV)),
    "arXivRaw": ("oai", f"""{DECLARED}<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2024-02-01T00:00:00Z</responseDate>
<request verb="ListRecords" metadataPrefix="arXivRaw">http://export.arxiv.org/oai2</request><ListRecords>
<record><header><identifier>oai:arXiv.org:{ARXIV}</identifier><datestamp>2023-01-01</datestamp></header><metadata>
<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>{ARXIV}</id><submitter>Rana Liu</submitter>
<version version="v1"><date>Mon, 6 May 2019 00:00:00 GMT</date><size>9kb</size></version>
<version version="v2"><date>Wed, 1 Jan 2020 00:00:00 GMT</date></version>
<title>{TITLE}</title><authors>Rana Liu (1), Dora Adler (2) ((1) Univ. A, (2) Univ. B)</authors><categories>q-bio.PE</categories>
<journal-ref>Forests 3</journal-ref><doi>{DOI}</doi><license>http://x.org</license><abstract>  {ABSTRACT}
</abstract></arXivRaw></metadata></record><resumptionToken cursor="0">1|2</resumptionToken></ListRecords></OAI-PMH>""",
        (("Rana Liu", "Dora Adler"), 2019, "Forests 3", DOI, ARXIV)),
    "Dublin Core": ("oai", f"""{DECLARED}<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header>
<identifier>oai:x.org:1</identifier></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title><dc:title xml:lang="fr">Les arbres lents</dc:title>
<dc:creator>Liu, Rana</dc:creator><dc:creator>Adler, Dora</dc:creator><dc:subject>trees</dc:subject>
<dc:description>9 pages</dc:description><dc:description>{ABSTRACT}</dc:description><dc:publisher>Trees Ltd</dc:publisher>
<dc:date>2019-05-06</dc:date><dc:type>article</dc:type><dc:identifier>https://x.org/article/1</dc:identifier>
<dc:identifier>{DOI}</dc:identifier><dc:source>Forests; Vol 3 (2019)</dc:source></oai_dc:dc></metadata></record></ListRecords></OAI-PMH>""",
        ((LIU, ADLER), 2019, "Forests; Vol 3 (2019)", DOI, None)),
    "MARC": ("oai", f"""{DECLARED}<OAI-PMH><ListRecords><record><header><identifier>oai:x:1</identifier></header><metadata>
<record xmlns="http://www.loc.gov/MARC21/slim"><controlfield tag="001">1</controlfield>
<datafield tag="024" ind1="7" ind2=" "><subfield code="2">DOI</subfield><subfield code="a">{DOI}</subfield></datafield>
<datafield tag="100" ind1=" " ind2=" "><subfield code="a">Liu, Rana</subfield><subfield code="u">Univ. A</subfield></datafield>
<datafield tag="245" ind1=" " ind2=" "><subfield code="a">Slow Trees of the Far North</subfield><subfield code="b">A Count</subfield></datafield>
<datafield tag="260" ind1=" " ind2=" "><subfield code="c">2019</subfield></datafield>
<datafield tag="520" ind1=" " ind2=" "><subfield code="a">{ABSTRACT}</subfield></datafield>
<datafield tag="700" ind1=" " ind2=" "><subfield code="a">Adler, Dora</subfield></datafield>
<datafield tag="773" ind1=" " ind2=" "><subfield code="p">Forests</subfield></datafield></record></metadata></record></ListRecords></OAI-PMH>""",
        ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "PubMed Central, harvested": ("oai", f"""{DECLARED}<OAI-PMH><GetRecord><record><header><identifier>oai:pmc:1</identifier></header>
<metadata>{JATS}</metadata></record></GetRecord></OAI-PMH>""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "JATS, one article": ("jats", f"""{DECLARED}<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving//EN" "J.dtd">
{JATS}""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "JATS, a set of articles": ("jats", f"{DECLARED}<pmc-articleset>{JATS}</pmc-articleset>",
                                ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "PubMed": ("pubmed-xml", f"""{DECLARED}<PubmedArticleSet>
<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">1</PMID><DateRevised><Year>2022</Year></DateRevised>
<Article PubModel="Print"><Journal><ISSN>1</ISSN><JournalIssue CitedMedium="Internet"><PubDate><Year>2019</Year><Month>May</Month></PubDate>
</JournalIssue><Title>Forests</Title><ISOAbbreviation>For</ISOAbbreviation></Journal><ArticleTitle>{TITLE}</ArticleTitle>
<ELocationID EIdType="doi" ValidYN="Y">{DOI}</ELocationID><Abstract><AbstractText>{ABSTRACT}</AbstractText>
<CopyrightInformation>© 2019 Trees Ltd.</CopyrightInformation></Abstract>
<AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Liu</LastName><ForeName>Rana</ForeName><Initials>R</Initials></Author>
<Author><LastName>Adler</LastName><ForeName>Dora</ForeName></Author></AuthorList></Article>
<OtherAbstract Type="Publisher" Language="fre"><AbstractText>Les arbres.</AbstractText></OtherAbstract></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">1</ArticleId><ArticleId IdType="doi">{DOI}</ArticleId></ArticleIdList></PubmedData>
</PubmedArticle></PubmedArticleSet>""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "EndNote": ("endnote-xml", f"""{DECLARED}<xml><records><record><database name="My.enl" path="My.enl">My.enl</database>
<source-app name="EndNote" version="20.2">EndNote</source-app><rec-number>1</rec-number><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>{STYLED.format("Liu, Rana")}</author><author>{STYLED.format("Adler, Dora")}</author></authors></contributors>
<titles><title>{STYLED.format("Slow Trees of the Far ")}{STYLED.format("North: A Count")}</title>
<secondary-title>{STYLED.format("Forests")}</secondary-title></titles><periodical><full-title>{STYLED.format("Forests (Basel)")}</full-title></periodical>
<dates><year>{STYLED.format("2019")}</year><pub-dates><date>{STYLED.format("May 6")}</date></pub-dates></dates>
<urls><related-urls><url>{STYLED.format("https://example.org/a")}</url></related-urls></urls>
<electronic-resource-num>{STYLED.format(DOI)}</electronic-resource-num><abstract>{STYLED.format(ABSTRACT)}</abstract></record></records></xml>""",
        ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "EndNote of Rayyan or Zotero, bare": ("endnote-xml", f"""{DECLARED}<xml>
<records>
<record><ref-type name="Journal Article">17</ref-type><contributors><authors><author>Liu, Rana</author><author>Adler, Dora</author></authors></contributors>
<titles><title>{TITLE}</title></titles><periodical><full-title>Forests</full-title></periodical><dates><year>2019</year></dates>
<abstract>{ABSTRACT}</abstract><electronic-resource-num>{DOI}</electronic-resource-num></record></records></xml>""",
        ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "the ACL Anthology": ("xml", f"""{DECLARED}<collection id="2019.trees"><volume id="1" type="proceedings"><meta>
<booktitle>Proceedings of Forests</booktitle><editor><first>Ann</first><last>Old</last></editor><year>2019</year></meta>
<frontmatter><url hash="1">2019.trees-1.0</url></frontmatter>
<paper id="1"><title>Slow Trees of the <fixed-case>F</fixed-case>ar <fixed-case>N</fixed-case>orth: A Count</title>
<author><first>Rana</first><last>Liu</last></author><author><first>Dora</first><last>Adler</last></author><pages>1–9</pages>
<abstract>{ABSTRACT}</abstract><url hash="2">2019.trees-1.1</url><doi>{DOI}</doi><year>2019</year></paper></volume></collection>""",
        ((LIU, ADLER), 2019, None, DOI, None)),
    "Europe PMC": ("xml", f"""{DECLARED}<responseWrapper><version>6.9</version><hitCount>1</hitCount><resultList><result><id>1</id>
<source>MED</source><doi>{DOI}</doi><title>{TITLE}</title><authorString>Liu R, Adler D.</authorString><journalInfo><journal>
<title>Forests</title></journal></journalInfo><pubYear>2019</pubYear><abstractText>{ABSTRACT}</abstractText></result></resultList></responseWrapper>""",
        (("Liu R", "Adler D"), 2019, "Forests", DOI, None)),
    "RSS": ("xml", f"""{DECLARED}<rss version="2.0"><channel><title>Trees of today</title><description>New papers</description>
<item><title>{TITLE}</title><link>https://arxiv.org/abs/{ARXIV}</link><description>arXiv:{ARXIV}v1 Announce Type: new
Abstract: {ABSTRACT}</description>
<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Rana Liu, Dora Adler</dc:creator><pubDate>Mon, 06 May 2019 00:00:00 GMT</pubDate></item>
</channel></rss>""", (("Rana Liu", "Dora Adler"), 2019, None, None, ARXIV)),
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_one_record(name: str, tmp_path: Path) -> None:
    form, sample, expected = SAMPLES[name]
    assert facts(read_one(tmp_path, sample, form)) == expected


def test_an_error_of_arxiv_is_no_paper(tmp_path: Path) -> None:
    text = SAMPLES["arXiv's answer"][1].replace(
        "<entry>",
        "<entry><id>http://arxiv.org/api/errors#bad_id</id><title>Error</title><summary>bad id</summary></entry><entry>",
    )
    path = tmp_path / "answer"
    path.write_text(text)
    (dump,) = read_dumps([path]).dumps
    assert [p.title for p in dump.papers] == [TITLE]
    assert [(r.reason, r.text) for r in dump.rejected] == [("an error of the arXiv API", "bad id")]


@pytest.mark.parametrize(
    "text", ["<project><name>a</name><description>b</description></project>", "<html><title>x</title></html>"]
)
def test_other_xml_is_no_dump(text: str, tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="not a dump"):
        read_all(tmp_path, text, "xml")
