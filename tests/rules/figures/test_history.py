"""Which figures stand out from their own history, and which only end a slow trend or move by chance."""

import pytest

from lif.rules.figures.history import Point, Step, base_breaks, steps


def points(*values: float, parts: tuple[float, float] | None = None) -> list[Point]:
    return [Point(value, *(parts or ())) for value in values]


def at(found: list[Step]) -> list[tuple[int, bool]]:
    return [(step.at, step.stays) for step in found]


STEADY = (50.0, 52.0, 49.0, 51.0, 50.0)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((*STEADY, 52.0, 51.0), []),
        ((*STEADY, 80.0), [(5, False)]),
        ((*STEADY, 20.0), [(5, False)]),
        ((*STEADY, 80.0, 51.0, 50.0), [(5, False)]),  # going back is not asked about again
        ((*STEADY, 80.0, 82.0), [(5, True)]),
        ((*STEADY, 80.0, 20.0), [(5, False), (6, False)]),
        ((*STEADY, 80.0, 82.0, 50.0), [(5, True)]),  # after a break history begins anew
        ((50.0, 52.0, 49.0, 51.0, 80.0), []),  # four earlier figures are too few
        (tuple(float(number) for number in range(50, 90, 4)), []),  # a steady rise
    ],
)
def test_a_sudden_step_stands_out(values: tuple[float, ...], found: list[tuple[int, bool]]) -> None:
    assert at(steps(points(*values), set(), counts=False)) == found


def test_the_limit_is_that_of_the_moving_range() -> None:
    # The steps before are 2, 3, 2 and 1: 2 on average, so that one of more than 6.534 stands out.
    (step,) = steps(points(*STEADY, 56.6), set(), counts=False)
    assert (step.before, step.mean) == (4, 2.0)
    assert not steps(points(*STEADY, 56.5), set(), counts=False)


def test_where_a_series_begins_anew_nothing_stands_out() -> None:
    series = points(*STEADY, 80.0, 82.0, 81.0, 80.0, 83.0, 120.0)
    assert at(steps(series, {5}, counts=False)) == [(10, False)]


def test_small_counts_move_by_chance() -> None:
    assert steps(points(3, 3, 4, 3, 3, 7), set(), counts=True) == []
    assert at(steps(points(300, 300, 400, 300, 300, 700), set(), counts=True)) == [(5, False)]


def test_shares_of_few_move_by_chance() -> None:
    def shares(whole: float) -> list[Point]:
        return [Point(value, value * whole / 100, whole) for value in (40, 42, 40, 42, 40, 60)]

    assert steps(shares(10), set(), counts=False) == []
    assert at(steps(shares(200), set(), counts=False)) == [(5, False)]


def test_after_figures_that_were_all_alike_a_tenth_is_needed() -> None:
    assert steps(points(20, 20, 20, 20, 20, 21), set(), counts=False) == []
    assert at(steps(points(20, 20, 20, 20, 20, 23), set(), counts=False)) == [(5, False)]


def test_the_base_of_a_share_may_change_by_half() -> None:
    def bases(*wholes: float | None) -> list[Point]:
        return [Point(10, 1, whole) for whole in wholes]

    assert base_breaks(bases(100, 149, 100), 1.5) == []
    assert base_breaks(bases(100, 151, 90), 1.5) == [1]  # going back is not asked about again
    assert base_breaks(bases(100, 151, 152, 90), 1.5) == [1, 3]
    assert base_breaks(bases(100, 151, 300), 1.5) == [1, 2]
    assert base_breaks(bases(100, None, 151), 1.5) == [2]
    assert base_breaks(bases(40, 100), 1.5) == []  # so few change by half by themselves
