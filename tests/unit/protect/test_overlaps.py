"""Which candidate wins."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mannerly.model.spans import SpanKind
from mannerly.protect.candidate import Candidate
from mannerly.protect.overlaps import resolve

CANDIDATES = st.lists(
    st.builds(
        lambda start, length, kind: Candidate(start, start + length, kind),
        st.integers(0, 40),
        st.integers(1, 10),
        st.sampled_from(SpanKind),
    ),
    max_size=30,
)


def test_the_longest_wins():
    """A link beats the number inside it."""
    link, number = Candidate(0, 20, SpanKind.URL), Candidate(15, 17, SpanKind.NUMBER)
    assert resolve([number, link], 20) == [link]


def test_the_more_specific_wins_among_equals():
    """A date beats a code of the same length."""
    day, code = Candidate(0, 10, SpanKind.DATE), Candidate(0, 10, SpanKind.CODE)
    assert resolve([code, day], 10) == [day]


def test_a_placeholder_with_a_value_cuts_a_link_but_not_a_code():
    """What would be torn apart gives way altogether."""
    hole = Candidate(5, 9, SpanKind.TEXT, certain=True)
    link, code = Candidate(0, 20, SpanKind.URL), Candidate(7, 12, SpanKind.CODE)
    assert resolve([link, hole, code], 20) == [Candidate(0, 5, SpanKind.URL), hole, Candidate(9, 20, SpanKind.URL)]


@given(CANDIDATES)
def test_winners_never_overlap_and_cover_what_was_proposed(candidates):
    """Disjoint, in order, independent of the order of proposals, and every loser meets a winner."""
    winners = resolve(candidates, 60)
    assert all(left.end <= right.start for left, right in pairwise(winners))
    assert {(w.start, w.end, w.kind) for w in winners} == {
        (w.start, w.end, w.kind) for w in resolve(list(reversed(candidates)), 60)
    }
    for loser in candidates:
        assert any(winner.start < loser.end and loser.start < winner.end for winner in winners)
