"""Statements on single papers with what a reader needs who has no abstract at hand, whoever wrote them.

A short form is spelled out, a name has its paper's title behind it where the statement says too little of what it is or
is for, and what stands behind a bare name is told in that name's paper. Whatever is added stands in the paper, which
still bears the statement out.
"""

from collections.abc import Sequence

from survey.evidence import content_words
from survey.models.extractive.apposed import apposed
from survey.models.extractive.attributed import in_its_paper
from survey.models.extractive.introduced import of_each, with_domains, with_titles
from survey.models.extractive.spelled import spelled_out
from survey.models.extractive.tasked import with_tasks
from survey.questions import ClaimAnswer, SynthesisValues


def explained(claims: Sequence[ClaimAnswer], values: SynthesisValues) -> list[ClaimAnswer]:
    """The ``claims`` on the topic and the papers of ``values``, in their order, each so that it stands alone."""
    papers = values.papers
    about = content_words(" ".join((values.topic, *values.keywords)))
    titled = with_titles(spelled_out(with_domains(claims, papers, about), papers), papers, about)
    told = with_tasks(titled, papers, content_words(values.topic))
    return of_each(told, papers, lambda text, paper, _: apposed(in_its_paper(text, paper), paper))
