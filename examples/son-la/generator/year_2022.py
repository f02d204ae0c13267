"""schools-2022.csv: the schools a year before schools.csv, worked back from their rows there.

Nearly all are as they will be, a few figures a little lower. Some lack something of the level they will reach, some have it yet and will
lose it. Two schools of several levels are still a primary and a lower-secondary school each, and one school returned nothing.
"""

from . import figures as figures_of
from . import province
from .answers import HABITS, LIBRARIES, answers, applies, figure_cell
from .criteria import covers_all, sets_named
from .dice import Dice

DATE = "2022-12-31"
SEED = "Sơn La 2022"
SETS = ["tieu-hoc-2018", "trung-hoc-2018", "mam-non-2018"]
RISING = {"judgement": 22, "figure": 16}  # schools that will rise, and by what
FALLING = 8
MERGED = 2
WANTED = 3  # figures a school that may be a little lower, where that changes no verdict

# Parts of a whole that other figures do not add up to.
GROWING = ["teachers_above_qualified", "teachers_professional_fair", "teachers_professional_good", "pupils_completed", "healthy_children",
           "five_year_olds_attendance", "younger_children_attendance", "individual_goal_pupils_successful", "six_year_olds_in_grade_1",
           "children_to_14_completed", "nutrition_cases_improved", "lower_secondary_fair", "lower_secondary_excellent",
           "upper_secondary_fair", "upper_secondary_excellent"]


class Year:
    """A school's row as it was, while it is being worked back."""

    def __init__(self, school, criteria_set, cells):
        self.school, self.criteria_set, self.cells = school, criteria_set, dict(cells)
        self.words = next(words for words in HABITS if any(self.cells[one.name] == words[0] for one in criteria_set.indicators))
        self.figures = {"school_type": school.type}
        for name, field in criteria_set.fields.items():
            if name not in self.figures and self.cells.get(name, "") not in ("", "?"):
                self.figures[name] = self.value_of(field, self.cells[name])

    def value_of(self, field, cell):
        if field["type"] == "flag":
            return cell == self.words[3]
        if field["type"] == "scale":
            return next(id for id, word in LIBRARIES.items() if word == cell)
        return float(cell) if "." in cell else int(cell)

    def outcomes(self, figures):
        """Indicator name -> whether figures satisfy it; none if there are none or one of them is lacking."""
        return {one.name: self.criteria_set.outcome(one, figures) for one in self.criteria_set.indicators}

    def judged(self, indicator):
        return {self.words[0]: True, self.words[1]: False}.get(self.cells[indicator.name])

    def judge(self, indicator, met):
        self.cells[indicator.name] = self.words[0 if met else 1]

    def take(self, figures):
        """Other figures, and judgements that go with them."""
        before, after = self.outcomes(self.figures), self.outcomes(figures)
        for indicator in self.criteria_set.indicators:
            if after[indicator.name] != before[indicator.name] and self.judged(indicator) is not None:
                self.judge(indicator, after[indicator.name])
        for name, value in figures.items():
            if value != self.figures[name]:
                self.cells[name] = figure_cell(value, self.words)
        self.figures = figures

    def of_level(self, level):
        return [one for one in self.criteria_set.indicators if one.level == level and applies(self.criteria_set, one, self.figures)]


def table():
    """Header and rows, every cell a text."""
    header, *lines = province.tables()[0]
    sets = sets_named(*SETS)
    after = {line[0]: dict(zip(header, line)) for line in lines}
    schools = {school.id: school for school in province.planned_schools()}
    years = {id: Year(school, sets[school.set_id], after[id]) for id, school in schools.items()}
    dice = Dice(SEED)
    work_back(years, dice)
    merged = dice.some(could_be_merged(schools.values()), MERGED)
    silent = dice.one_of([one for one in schools.values() if one.level == 0 and one.type == "mam_non"])
    rows = []
    for id, row in after.items():
        if id in [school.id for school in merged]:
            rows += parts_of(schools[id], sets, merged.index(schools[id]) + 1, after)
        elif id != silent.id:
            rows.append(recognised_then({**(years[id].cells if id in years else row), "assessed_on": DATE}))
    return [header] + [[row.get(column, "") for column in header] for row in rows]


def could_be_merged(schools):
    """Schools of both levels that no other school of one of these stands beside."""
    taken = {school.commune for school in schools if school.type in ("tieu_hoc", "thcs")}
    return [one for one in schools if one.name == f"TH&THCS {one.commune}" and not one.recognition and one.commune not in taken]


def recognised_then(row):
    """Those recognised in 2023 were not yet, as all of these were new ones."""
    if row["recognized_on"] > DATE:
        row.update(recognized_level="0", recognized_on="", decision="", recognized_before="")
    return row


def work_back(years, dice):
    settled = dice.shuffled([year for year in years.values() if year.school.level == year.school.aim and not year.school.contradicted
                             and not year.school.fixed])
    moves = [(reclassified, 1), (short_of_figure, RISING["figure"]), (short_of_judgement, RISING["judgement"]), (ahead, FALLING)]
    for move, wanted in moves:
        moved = []
        for year in settled:
            if len(moved) < wanted and move(year, dice):
                moved.append(year)
        settled = [year for year in settled if year not in moved]
    for year in years.values():
        a_little_lower(year, Dice(f"{SEED} {year.school.id}"))


def short_of_judgement(year, dice):
    """Something that no figure speaks of was not met yet. Schools that became recognised rise first."""
    lacking = [one for one in year.of_level(year.school.level) if not one.requirements and year.judged(one)]
    if not lacking or not (year.school.recognized_on > DATE or dice.chance(0.2)):
        return False
    year.judge(dice.one_of(lacking), False)
    return True


def short_of_figure(year, dice):
    """A figure fell short of the level, and of nothing below."""
    for indicator in dice.shuffled(year.of_level(year.school.level)):
        for requirement in year.criteria_set.counting(indicator, year.figures):
            figures = dict(year.figures)
            lever = year.criteria_set.lever(requirement, figures)[0]
            if lever not in GROWING or not year.judged(indicator):
                continue
            figures_of.fall_short(requirement, year.criteria_set, figures, dice)
            figures_of.settle(figures)
            before, after = year.outcomes(year.figures), year.outcomes(figures)
            changed = [one for one in year.criteria_set.indicators if before[one.name] != after[one.name]]
            if indicator in changed and all(one.level >= year.school.level for one in changed):
                year.take(figures)
                return True
    return False


def ahead(year, dice):
    """All of the next level was met, which is lost in 2023 by one or two indicators."""
    wanted = year.of_level(year.school.level + 1)
    lost = [one for one in wanted if year.judged(one) is False]
    if not 1 <= len(lost) <= 2 or any(year.judged(one) is None for one in wanted) or not dice.chance(0.3):
        return False
    figures = dict(year.figures)
    for indicator in lost:
        for requirement in year.criteria_set.counting(indicator, figures):
            figures_of.satisfy(requirement, year.criteria_set, figures, dice)
    figures_of.settle(figures)
    return take_next_level(year, figures, lost)


def reclassified(year, dice):
    """An area that counted as difficult in 2022 only: what its figures were enough for then is asked in full in 2023."""
    lost = [one for one in year.of_level(year.school.level + 1) if year.judged(one) is False]
    if len(lost) != 1 or year.figures.get("difficult_area") is not False or not lost[0].requirements:
        return False
    return take_next_level(year, {**year.figures, "difficult_area": True}, lost)


def take_next_level(year, figures, lost):
    """False, and nothing done, if the figures are against any of the next level or these indicators are not as the figures say."""
    outcomes = year.outcomes(figures)
    against = any(outcomes[one.name] is False for one in year.of_level(year.school.level + 1))
    if against or any(one.requirements and not outcomes[one.name] for one in lost):
        return False
    year.take(figures)
    for indicator in lost:
        year.judge(indicator, True)
    return True


def a_little_lower(year, dice):
    figures = dict(year.figures)
    for name in ["years_in_operation", "cohorts_completed"] + dice.some(GROWING, WANTED):
        if name not in figures or figures[name] == 0:
            continue
        lower = figures[name] - (figures[name] * 0.02 * dice.random() if name in GROWING else 1)
        tried = {**figures, name: round(lower, 1) if isinstance(lower, float) and "attendance" in name else round(lower)}
        figures_of.settle(tried)
        if year.outcomes(tried) == year.outcomes(figures) and not (year.school.fixed and name in GROWING):
            figures = tried
    year.take(figures)


def parts_of(merged, sets, number, after):
    """The primary and the lower-secondary school that a school of both levels was made from."""
    rows = []
    for type, prefix, kind in (("tieu_hoc", "TH", "Tiểu học"), ("thcs", "TC", "THCS")):
        last = sum(id.startswith(prefix) for id in after)
        part = province.School(f"{prefix}{last + number:04}", merged.name.replace("TH&THCS", kind), type, home_of(merged), merged.commune)
        part.level = part.aim = 1
        cells = answers(part, sets[part.set_id], Dice(f"{SEED} {part.id}"))
        rows.append({**province.identity(part), **cells, "assessed_on": DATE})
    return rows


def home_of(school):
    return next(one for one in province.places.DISTRICTS if one.name == school.district)
