"""A sentence that loses its "we" keeps verbs that agree: all of those that had that subject, or none."""

import pytest

from survey.voice import by_its_means, by_itself, in_third_person, straight


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("We find that while small nets outperform large ones.", "finds that small nets outperform large ones."),
        ("We find that while small nets win, large ones lose.", "finds that while small nets win, large ones lose."),
        ("In recent years, we have seen a surge of nets.", "In recent years, there has been a surge of nets."),
        ("We first demonstrate and analyze that nets fail.", "demonstrates that nets fail."),
        (
            "We use a net to extract the shape of an image and then enhance the edges of it.",
            "uses a net to extract the shape of an image and then enhances the edges of it.",
        ),
        (
            "We employ codes to make maps at some layer, then compose them by their weight.",
            "employs codes to make maps at some layer, then composes them by their weight.",
        ),
        (
            "We propose a broad framework and design empirical tests of it.",
            "proposes a broad framework and designs empirical tests of it.",
        ),
        (
            "We survey advances in question answering and compare and analyze these approaches by their strength.",
            "surveys advances in question answering and compares and analyzes these approaches by their strength.",
        ),
        (
            "We break down systems into components and conclude by identifying directions.",
            "breaks down systems into components and concludes by identifying directions.",
        ),
        (
            "We present a typology of the texts used and share some observations about them.",
            "presents a typology of the texts used and shares some observations about them.",
        ),
        (  # "apply" is no adverb
            "We cut rare twigs from old trees and apply random bends to vary them.",
            "cuts rare twigs from old trees and applies random bends to vary them.",
        ),
        (  # a series of three
            "We analyze trends by season, establish a benchmark with shears, and evaluate methods in terms of speed.",
            "analyzes trends by season, establishes a benchmark with shears, and evaluates methods in terms of speed.",
        ),
        (  # "to the tree" is no infinitive
            "We introduce ropes to the tallest tree and refine the ladder to save time.",
            "introduces ropes to the tallest tree and refines the ladder to save time.",
        ),
        (
            "We determine leaves that account for most light and incorporate them as labels.",
            "determines leaves that account for most light and incorporates them as labels.",
        ),
        (
            "We test SAP on five trees and compare with old shears.",
            "tests SAP on five trees and compares with old shears.",
        ),
        (  # right behind the first verb there is nothing else to share a subject with
            "We developed and evaluated six saws for old trees.",
            "develops and evaluates six saws for old trees.",
        ),
        (  # no verb that papers do, but it has what only a verb can have
            "We take the saw from FLUX to cut our twigs, and rely on the rope to hold them.",
            "takes the saw from FLUX to cut the twigs, and relies on the rope to hold them.",
        ),
        ("We represent trees as ropes and bend their twigs.", "represents trees as ropes and bends their twigs."),
        (  # "to graphs" is no infinitive either, behind which an "and" could stand
            "We apply ropes to trees, and show that they hold.",
            "applies ropes to trees, and shows that they hold.",
        ),
        (
            "We share the light among trees and then retain old twigs of each.",
            "shares the light among trees and then retains old twigs of each.",
        ),
        ("We use BudNet to find, sort, and explain buds.", "uses BudNet to find, sort, and explain buds."),
        ("We set a net to prune buds, then bend after a rest.", "sets a net to prune buds, then bend after a rest."),
        (
            "We curate a herbarium and annotate it by hand.",
            "curates a herbarium and annotates it by hand.",
        ),
    ],
)
def test_a_second_verb_agrees_where_it_surely_had_the_same_subject(said: str, told: str) -> None:
    assert in_third_person(said) == told


@pytest.mark.parametrize(
    "said",
    [
        "We use a net to find the shapes of objects and describe the image.",  # the net, or the authors?
        "We propose a pair of operators which yields gains, relate it to other nets.",
        "We train a model that can find objects and then track the people.",
        "We propose a sieve that filters noise and design a loss for it.",  # which no sieve designs
        "We use ropes to reach twigs, select leaves, and compare buds.",
    ],
)
def test_where_the_second_verb_could_have_two_subjects_the_authors_stay(said: str) -> None:
    assert in_third_person(said) == said.replace("We", "The authors")


@pytest.mark.parametrize(
    "said",
    [
        "We propose a rich data mixture and benchmark implementation.",
        "We use the code and model of the first net.",
        "We present a loss that helps ladders to find buds and capture light.",
        "We present distances for images and point clouds of any size.",
        "We use a net to first find the shapes, and the edges then follow.",
    ],
)
def test_nouns_behind_an_and_stay_as_they_are(said: str) -> None:
    told = in_third_person(said)
    assert told.split(" ", 1)[1] == said.split(" ", 2)[2]
    assert told.split(" ", 1)[0] in {"proposes", "uses", "presents"}


def test_what_is_done_by_introducing_and_proposing_is_introduced_and_proposed() -> None:
    said = "Addresses these shortcomings by introducing two factors affecting it and proposing new measures."
    assert straight(said) == "introduces two factors affecting it and proposes new measures."


def test_what_a_means_does_is_not_what_its_paper_does() -> None:
    said = "Addresses this by introducing a net, extracting and merging its features."
    assert straight(said) == "introduces a net, extracting and merging its features."


def test_a_step_of_others_that_are_not_told_is_no_first_one() -> None:
    assert by_itself("On old oaks, the authors further show that saws cut.") == (
        "On old oaks, the authors show that saws cut."
    )
    assert by_itself("Nets can indeed prune all the oaks.") == "Nets can prune all the oaks."
    assert (
        by_itself("Saws gain 4% on six more challenging benchmarks.") == "Saws gain 4% on six challenging benchmarks."
    )
    assert by_itself("Saws cut less oak compared to the baseline.") == "Saws cut less oak."
    assert by_itself("Saws not only outlive axes, even surpasses all knives.") == (
        "Saws not only outlive axes, but even surpasses all knives."
    )
    kept = ("Saws gain 4% on more challenging tasks than this.", "Saws cut 4% less oak compared to the baseline.")
    assert tuple(map(by_itself, kept)) == kept
    for said in ("On oaks, the authors first cut and then saw.", "On oaks, the authors first and foremost cut."):
        assert by_itself(said) == said


@pytest.mark.parametrize(
    "said",
    [
        "We extracted twigs from the forest using saws and bent them.",  # no form of which it could be told
        "We extracted twigs from the forest using saws and embedded them in clay.",
        "We used the saw as a baseline and introduced several new ropes.",
        "We turned the handbook into a graph with many nodes, then used ropes to climb it.",
    ],
)
def test_what_was_done_in_the_past_is_told_so_throughout(said: str) -> None:
    assert in_third_person(said).startswith(("The authors extracted", "The authors used", "The authors turned"))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "SawNet, which addresses this issue by quickly extracting, consolidating, and retrieving old twigs.",
            "SawNet, which quickly extracts, consolidates, and retrieves old twigs.",
        ),
        (
            "SawNet, which addresses this issue by extracting, moulding, and retrieving old twigs.",
            "SawNet, which addresses this issue by extracting, moulding, and retrieving old twigs.",
        ),
        (
            "SawNet, which addresses this issue by learning twigs from cutting trees and bending the ropes.",
            "SawNet, which learns twigs from cutting trees and bending the ropes.",
        ),
    ],
)
def test_what_is_done_by_several_means_agrees_throughout(said: str, told: str) -> None:
    assert by_its_means(said) == told


def test_a_survey_by_providing_and_examining_provides_and_examines() -> None:
    said = "We aim to bridge this gap by providing an overview of twigs in trees and examining their use."
    assert in_third_person(said) == "provides an overview of twigs in trees and examines their use."


def test_two_sentences_that_a_comma_joins_are_told_as_one() -> None:
    said = "We applied saws to FLUX-3 and tried them on 1,000 trees, we find twigs are held by ropes."
    told = "The authors applied saws to FLUX-3 and tried them on 1,000 trees, and find twigs are held by ropes."
    assert in_third_person(said) == told


def test_they_are_not_the_things_of_which_something_was_shown() -> None:
    said = "Here, we propose and prove that nets are trees, and we introduce a saw for nets."
    assert in_third_person(said).endswith("that nets are trees, and the authors introduce a saw for nets.")
    assert (
        in_third_person("Here, we take nets, and we cut trees.") == "Here, the authors take nets, and they cut trees."
    )


def test_a_verb_of_a_clause_is_not_the_papers() -> None:
    told = in_third_person("We model the woods as a game, where the saws communicate and contribute to the cut.")
    assert told == "models the woods as a game, where the saws communicate and contribute to the cut."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Introduces a saw that closes this gap by pairing a rope with a ladder.",
            "Introduces a saw that pairs a rope with a ladder.",
        ),
        (
            "The proposed method addresses these challenges by dividing old woods.",
            "The proposed method divides old woods.",
        ),
        ("The method consistently mitigates these issues, achieving a 5% gain.", "The method achieves a 5% gain."),
        (
            "Proposes a method that improves this trade-off through twig encoding.",
            "Proposes a method that uses twig encoding.",
        ),
        (
            "Presents SawNet, a benchmark designed to address this gap by covering wet and dry woods.",
            "Presents SawNet, a benchmark that covers wet and dry woods.",
        ),
        (
            "Proposes the SawNet (SN) framework to overcome these limitations by extracting twigs.",
            "Proposes the SawNet (SN) framework that extracts twigs.",
        ),
        (
            "The saw is made for old woods, addressing this limitation and advancing the craft.",
            "The saw is made for old woods, advancing the craft.",
        ),
    ],
)
def test_a_trouble_that_another_sentence_names_gives_way_to_what_is_done(said: str, told: str) -> None:
    assert by_its_means(said) == told


@pytest.mark.parametrize(
    "said",
    [
        "Presents saws to address this gap by cutting old woods.",  # of several the verb would be another
        "Aims to address the gap between saws by cutting old woods.",
        "A rope is used to mitigate this issue by bending twigs.",
        "Introduces a saw that closes this gap by crosscutting old woods.",  # no verb that is known
    ],
)
def test_a_trouble_stays_where_its_means_cannot_be_told_for_sure(said: str) -> None:
    assert by_its_means(said) == said
