"""People's rulings on who is whom: hard constraints, their order, their contradictions."""

from onrecord.core.faults import Fault
from onrecord.core.resolved import PlacedRuling, Profile
from resolution.piles import chain, clusters_of, groups, links_of, rule, undo

ELENA = chain("courier", "Elena Varga")
AGAIN = chain("signal", "Elena Varga")
THIRD = chain("herald", "Elena Varga")
MARRIED = chain("letter", "Elena Lindqvist")
PILE = [ELENA, AGAIN, THIRD, MARRIED]


def faults(*rulings: PlacedRuling) -> tuple[Fault, ...]:
    return clusters_of(PILE, rulings).faults


def of(ruling: PlacedRuling) -> str:
    return f"decision {ruling.decision.id[:8]}"


def test_same_joins_what_nothing_else_would() -> None:
    joined = rule("same", ELENA, MARRIED)
    assert groups(PILE, joined) == [PILE]
    assert clusters_of(PILE, [joined]).entities[0].review == "accepted"
    assert clusters_of(PILE).entities[0].review == "machine"


def test_same_of_two_suffixes_covers_those_who_bear_the_names_elsewhere() -> None:
    junior, plain = chain("courier", "Harlan Pruett Jr."), chain("signal", "Harlan Pruett")
    others = [chain("herald", "Harlan Pruett Jr."), chain("letter", "Harlan Pruett")]
    assert groups([junior, plain, *others], rule("same", junior, plain)) == [[junior, plain, *others]]


def test_different_keeps_apart_what_shares_a_name() -> None:
    two = groups([ELENA, AGAIN], rule("different", ELENA, AGAIN))
    assert two == [[ELENA], [AGAIN]]


def test_different_takes_along_those_of_the_same_title() -> None:
    mayor, again = (chain(story, "Elena Varga", titles=["mayor"]) for story in ("courier", "signal"))
    coach, other = (chain(story, "Elena Varga", titles=["coach"]) for story in ("herald", "letter"))
    assert groups([mayor, again, coach, other]) == [[mayor, again, coach, other]]
    first = sorted([mayor, again, coach, other], key=lambda one: one.chain)[0]
    apart = next(one for one in (mayor, again, coach, other) if one.titles != first.titles)
    assert groups([mayor, again, coach, other], rule("different", first, apart)) == [[mayor, again], [coach, other]]


def test_a_surname_between_two_whom_a_ruling_split_stays_alone() -> None:
    mayor, other = (chain(story, "Elena Varga", titles=["mayor"]) for story in ("courier", "signal"))
    bare = chain("herald", "Varga", titles=["mayor"])
    assert groups([mayor, other, bare], rule("different", mayor, other)) == [[mayor], [other], [bare]]


def test_unsure_leaves_a_pair_unjoined_without_calling_it_settled() -> None:
    clusters = clusters_of([ELENA, AGAIN], [rule("unsure", ELENA, AGAIN)])
    assert [entity.chains for entity in clusters.entities] == sorted([(ELENA.chain,), (AGAIN.chain,)])
    assert {entity.review for entity in clusters.entities} == {"machine"}


def test_undo_restores_what_was_before() -> None:
    apart = rule("different", ELENA, AGAIN)
    first = undo(apart)
    assert groups([ELENA, AGAIN], apart, first) == [[ELENA, AGAIN]]
    assert groups([ELENA, AGAIN], apart, first, undo(first, at="2031-07-01")) == [[ELENA], [AGAIN]]


def test_of_contradicting_rulings_the_latest_holds_and_both_are_named() -> None:
    joined, apart = rule("same", ELENA, MARRIED, at="2031-01-01"), rule("different", ELENA, MARRIED, at="2031-02-01", by="ben")
    assert groups([ELENA, MARRIED], joined, apart) == [[ELENA], [MARRIED]]
    [fault] = faults(apart, joined)
    assert fault == Fault(
        of(joined),
        f"rules “same” on “Elena Varga” and “Elena Lindqvist”, but {of(apart)} “different”; the later holds: undo one of them",
    )


def test_a_revision_contradicts_nothing() -> None:
    joined = rule("same", ELENA, MARRIED)
    revised = rule("different", ELENA, MARRIED, at="2031-02-01", follows=joined.decision.id)
    assert faults(joined, revised) == ()
    assert groups([ELENA, MARRIED], joined, revised) == [[ELENA], [MARRIED]]


def test_a_contradiction_by_what_rulings_imply_names_them_all() -> None:
    apart = rule("different", ELENA, THIRD, at="2031-01-01")
    one, other = rule("same", ELENA, AGAIN, at="2031-02-01"), rule("same", AGAIN, THIRD, at="2031-03-01")
    [fault] = faults(apart, one, other)
    assert fault.place == of(apart)
    assert of(one) in fault.message and of(other) in fault.message


def test_same_against_what_later_rulings_imply_does_not_hold() -> None:
    old = rule("same", ELENA, THIRD, at="2031-01-01")
    one, apart = rule("same", ELENA, AGAIN, at="2031-02-01"), rule("different", AGAIN, THIRD, at="2031-03-01")
    pile = [ELENA, AGAIN, THIRD]
    assert groups(pile, old, one, apart) == [[ELENA, AGAIN], [THIRD]]
    assert [fault.place for fault in clusters_of(pile, [old, one, apart]).faults] == [of(old)]


def test_links_follow_rulings() -> None:
    apart = rule("different", ELENA, AGAIN)
    assert links_of([ELENA, AGAIN], [apart]) == ()
    [joined] = links_of([ELENA, AGAIN], [apart, rule("same", ELENA, AGAIN, at="2031-05-01")])
    assert (joined.score, joined.reasons) == (1.0, ("ruled the same by ada",))
    assert len(joined.decisions) == 1


def test_a_ruling_on_a_chain_that_is_adrift_joins_nothing() -> None:
    joined = rule("same", ELENA, MARRIED)
    adrift = PlacedRuling(joined.decision, (ELENA.chain, None))
    pile: list[Profile] = [ELENA, MARRIED]
    assert len(cluster_adrift(pile, adrift)) == 2


def cluster_adrift(pile: list[Profile], ruling: PlacedRuling) -> tuple[object, ...]:
    return clusters_of(pile, [ruling]).entities
