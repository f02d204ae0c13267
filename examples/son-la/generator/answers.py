"""What a school returns: its figures, and a judgement of every indicator as officials write it, with gaps and slips."""

from collections import namedtuple

from . import figures as figures_of
from .criteria import covers_all

# Words for met, not met, not applicable, yes and no, and how many schools write so.
HABITS = {("đạt", "không đạt", "không áp dụng", "có", "không"): 40, ("x", "k", "kad", "x", "k"): 30,
          ("Đạt", "Không đạt", "Không áp dụng", "Có", "Không"): 15, ("đ", "kđ", "kad", "có", "không"): 10,
          ("1", "0", "n/a", "1", "0"): 5}
UNKNOWN = ["?", "?", "chưa rõ", ""]
LIBRARIES = {"chua_dat": "chưa đạt chuẩn", "dat_chuan": "đạt chuẩn", "tien_tien": "tiên tiến", "xuat_sac": "xuất sắc"}

# Where schools fall short most: by standard, and more often where figures show it.
WEAKNESSES = {"1": 1, "2": 3, "3": 5, "4": 1, "5": 2, "M4": 3}

# Figures that decide which indicators apply are never left out.
DECISIVE = {"children_with_disabilities", "disadvantaged_children", "difficult_area", "especially_difficult_commune"}

State = namedtuple("State", "figures judged weak")


def answers(school, criteria_set, dice):
    """Field or indicator -> cell."""
    state = settled_state(school, criteria_set, dice)
    words = school.fixed.get("words") or dice.weighted(HABITS)
    figures, judged = dict(state.figures), dict(state.judged)
    if school.fixed:
        judged.update(school.fixed["judged"])
    else:
        contradict(school, criteria_set, state, judged, dice)
        if school.level < school.aim:
            open_up(school, criteria_set, figures, judged, dice)
        else:
            leave_gaps(school, criteria_set, state, figures, judged, dice)
    cells = {name: figure_cell(value, words) for name, value in figures.items() if name in criteria_set.fields}
    spelling = dict(zip(("met", "not_met", "not_applicable"), words))
    cells.update({name: spelling.get(verdict, verdict) for name, verdict in judged.items()})
    return cells


def settled_state(school, criteria_set, dice):
    """Figures and judgements that agree: all met up to the level aimed at, something lacking at the next."""
    while True:
        figures = {**figures_of.believable_figures(school, dice), **school.fixed.get("figures", {})}
        figures_of.settle(figures)
        weak = school.fixed.get("weak") or shortcomings(school, criteria_set, figures, dice)
        if not school.fixed:
            bring_in_step(school, criteria_set, figures, weak, dice)
        if consistent(school, criteria_set, figures, weak):
            return State(figures, judgements(school, criteria_set, figures, weak, dice), weak)


def shortcomings(school, criteria_set, figures, dice):
    """Names of the indicators of the next level that are not met."""
    weights = {}
    for indicator in criteria_set.indicators:
        fields = {criteria_set.lever(item, figures)[0] for item in criteria_set.counting(indicator, figures)}
        if indicator.level == school.aim + 1 and applies(criteria_set, indicator, figures) and not fields & figures_of.SIZES:
            weights[indicator.name] = WEAKNESSES[indicator.standard] * (3 if indicator.requirements else 1)
    wanted = dice.weighted({1: 15, 2: 20, 3: 20, 4: 18, 5: 14, 6: 8, 7: 5})
    weak = set()
    while len(weak) < min(wanted, len(weights)):
        weak.add(dice.weighted(weights))
    return weak


def bring_in_step(school, criteria_set, figures, weak, dice):
    asked = [indicator for indicator in criteria_set.indicators if indicator.level <= school.aim + 1]
    for indicator in asked:
        counting = criteria_set.counting(indicator, figures)
        if indicator.name in weak and counting:
            figures_of.fall_short(dice.one_of(counting), criteria_set, figures, dice)
    for indicator in asked:
        if indicator.name not in weak:
            for requirement in criteria_set.counting(indicator, figures):
                figures_of.satisfy(requirement, criteria_set, figures, dice)
    figures_of.settle(figures)


def applies(criteria_set, indicator, figures):
    return indicator.where is None or criteria_set.applies({"where": indicator.where}, figures)


def consistent(school, criteria_set, figures, weak):
    for indicator in criteria_set.indicators:
        if indicator.level <= school.aim + 1 and applies(criteria_set, indicator, figures):
            outcome = criteria_set.outcome(indicator, figures)
            if indicator.name in weak and covers_all(indicator) and outcome is True:
                return False
            if indicator.name not in weak and outcome is False:
                return False
    return True


def judgements(school, criteria_set, figures, weak, dice):
    judged = {}
    for indicator in criteria_set.indicators:
        outcome = criteria_set.outcome(indicator, figures)
        beyond = indicator.level > school.aim + 1
        if not applies(criteria_set, indicator, figures):
            judged[indicator.name] = "not_applicable"
        elif indicator.name in weak or outcome is False:
            judged[indicator.name] = "not_met"
        elif beyond and dice.chance(0.4) and not (covers_all(indicator) and outcome):
            judged[indicator.name] = "not_met"
        else:
            judged[indicator.name] = "met"
    return judged


def of_level(criteria_set, level):
    return [indicator for indicator in criteria_set.indicators if indicator.level == level]


def contradict(school, criteria_set, state, judged, dice):
    """One judgement that the school's own figures speak against; the verdict stays not met either way."""
    for indicator in dice.shuffled(of_level(criteria_set, school.aim + 1)):
        outcome = criteria_set.outcome(indicator, state.figures)
        if school.contradicted == "met" and indicator.name in state.weak and outcome is False:
            judged[indicator.name] = "met"
            return
        if school.contradicted == "not_met" and indicator.name not in state.weak and outcome is True and covers_all(indicator):
            judged[indicator.name] = "not_met"
            return


def open_up(school, criteria_set, figures, judged, dice):
    """Takes away judgements at the level in doubt, and what would decide in their place."""
    candidates = [one for one in of_level(criteria_set, school.level + 1) if judged[one.name] == "met" and not one.where]
    for indicator in dice.some(candidates, dice.between(1, 3)):
        judged[indicator.name] = dice.one_of(UNKNOWN)
        for requirement in criteria_set.counting(indicator, figures)[:1]:
            figures[criteria_set.lever(requirement, figures)[0]] = ""
    forget_the_rest(school, criteria_set, judged, dice)


def leave_gaps(school, criteria_set, state, figures, judged, dice):
    """Gaps that leave the level as it is: figures where the judgement is there, or judgements where the figure is."""
    kind = dice.weighted({"figures": 35, "judgements": 20, "none": 45})
    if kind == "figures" and not school.contradicted:
        spare = [name for name in figures if name in criteria_set.fields and name not in DECISIVE]
        for name in dice.some(spare, dice.between(1, 4)):
            figures[name] = dice.one_of(["", "", "?"])
    for indicator in criteria_set.indicators:
        decided = covers_all(indicator) and applies(criteria_set, indicator, figures)
        if kind == "judgements" and decided and criteria_set.outcome(indicator, figures) is not None and dice.chance(0.4):
            if judged[indicator.name] == ("met" if criteria_set.outcome(indicator, figures) else "not_met"):
                judged[indicator.name] = ""
    next_level = of_level(criteria_set, school.aim + 1)
    undecided = [one.name for one in next_level if one.name not in state.weak and not one.requirements]
    if undecided and dice.chance(0.15):
        judged[dice.one_of(undecided)] = dice.one_of(UNKNOWN)
    forget_the_rest(school, criteria_set, judged, dice)


def forget_the_rest(school, criteria_set, judged, dice):
    """Most schools do not judge what lies above the first level they miss."""
    if dice.chance(0.6):
        for indicator in criteria_set.indicators:
            if indicator.level > school.aim + 1:
                judged[indicator.name] = ""


def figure_cell(value, words):
    if isinstance(value, bool):
        return words[3] if value else words[4]
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return LIBRARIES.get(value, str(value))
