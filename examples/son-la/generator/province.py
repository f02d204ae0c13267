"""schools.csv: 597 schools and 12 continuing-education centres on 31/12/2023, of which 394 have a recognition in force."""

import datetime

from . import answers, chieng_khoa, places
from .criteria import column_order, sets_named
from .dice import Dice

SEED = "Sơn La 2023"
DATE = "2023-12-31"
IDENTITY = ["school_id", "school_name", "school_type", "ownership", "district", "commune", "assessed_on", "assessment",
            "recognized_level", "recognized_on", "decision"]

# How many schools with which recognition (0: none) reach which level by self-assessment.
LEVELS = {2: {3: 78, 2: 15, 1: 2}, 1: {3: 18, 2: 261, 1: 18, 0: 2}, 0: {3: 1, 2: 26, 1: 111, 0: 65}}

# Published: recognised during 2023, by groups of types.
RECOGNISED_2023 = [(("mam_non",), 12), (("tieu_hoc",), 2), (("thcs", "th_thcs"), 16), (("thpt",), 3)]
EARLIER_YEARS = {2019: 88, 2020: 97, 2021: 91, 2022: 85}

# Schools whose level is open until data are in: (level now, highest possible level): how many.
OPEN = {(1, 2): 11, (1, 3): 1, (2, 3): 2}

PRIVATE = {"mam_non": 7, "th_thcs_thpt": 1}


class School:
    """What is decided about a school before its figures are."""

    def __init__(self, id, name, type, district, commune):
        self.id, self.name, self.type, self.district, self.commune = id, name, type, district.name, commune
        self.urban = commune in district.towns
        self.hardship = 2 if commune in district.especially_difficult else 1 if commune in district.difficult else 0
        self.special_type = "PTDT" in name or "Chuyên" in name
        self.specialised = "Chuyên" in name
        self.private = False
        self.recognition, self.recognized_on, self.decision = 0, "", ""
        self.level = 0          # reached by self-assessment
        self.aim = 0            # reached once all data are in
        self.contradicted = ""  # a judgement ("met" or "not_met") that figures speak against, if any
        self.fixed = {}         # figures and shortcomings set by hand

    @property
    def set_id(self):
        return {"mam_non": "mam-non-2018", "tieu_hoc": "tieu-hoc-2018"}.get(self.type, "trung-hoc-2018")


def planned_schools():
    dice = Dice(SEED)
    schools = founded(dice)
    promise = {school.id: dice.normal(0, 1) - 0.6 * school.hardship + 0.5 * school.urban for school in schools}
    recognise(schools, promise, dice)
    for recognition, levels in LEVELS.items():
        group = [school for school in schools if school.recognition == recognition]
        group.sort(key=lambda school: promise[school.id] + dice.normal(0, 0.5), reverse=True)
        for school, level in zip(group, [level for level, count in levels.items() for _ in range(count)]):
            school.level = school.aim = level
    leave_open(schools, dice)
    contradict(schools, dice)
    make_room_for_the_example(schools)
    return schools


def founded(dice):
    """All schools, district by district, with ids that run through the province type by type."""
    schools, last = [], dict.fromkeys(places.PREFIXES.values(), 0)
    for district in places.DISTRICTS:
        for type in places.TYPES:
            for name, commune in places.named_schools(type, district, dice):
                prefix = places.PREFIXES[type]
                last[prefix] += 1
                schools.append(School(f"{prefix}{last[prefix]:04}", name, type, district, commune))
    for type, count in PRIVATE.items():
        for school in dice.some([school for school in schools if school.type == type and not school.hardship], count):
            school.private = True
    return schools


def recognise(schools, promise, dice):
    """The best of each district are recognised, at level 2 the best of these."""
    for district in places.DISTRICTS:
        own = [school for school in schools if school.district == district.name]
        own.sort(key=lambda school: promise[school.id] + dice.normal(0, 0.5), reverse=True)
        for school in own[:district.recognised]:
            school.recognition = 1
    recognised = [school for school in schools if school.recognition]
    for school in sorted(recognised, key=lambda school: promise[school.id], reverse=True)[:sum(LEVELS[2].values())]:
        school.recognition = 2
    years = [year for year, count in EARLIER_YEARS.items() for _ in range(count)]
    latest = []
    for types, count in RECOGNISED_2023:
        latest += dice.some([school for school in recognised if school.type in types], count)
    earlier = dice.shuffled([school for school in recognised if school not in latest])
    decisions = {year: decisions_of(year, dice) for year in [*EARLIER_YEARS, 2023]}
    for school, year in zip(latest + earlier, [2023] * len(latest) + years):
        school.recognized_on, school.decision = dice.one_of(decisions[year])


def decisions_of(year, dice):
    """(date, decision) of the sessions of a year; numbers rise with the date."""
    days = sorted({datetime.date(year, 1, 1) + datetime.timedelta(days=dice.between(14, 360)) for _ in range(12)})
    days = [day for day in days if day.weekday() < 5]
    return [(day.isoformat(), f"{day.timetuple().tm_yday * 8 + dice.below(8)}/QĐ-UBND") for day in days]


def leave_open(schools, dice):
    for (level, highest), count in OPEN.items():
        for school in dice.some([school for school in schools if school.level == level == school.aim], count):
            school.aim = highest


def contradict(schools, dice):
    settled = dice.shuffled([school for school in schools if school.level == school.aim < 3])
    for school in settled[:16]:
        school.contradicted = "met"
    for school in settled[16:24]:
        school.contradicted = "not_met"


def make_room_for_the_example(schools):
    """The school with a self-assessment of its own is recognised at level 1 and reaches level 2; it swaps with one that is so."""
    example = next(school for school in schools if school.id == chieng_khoa.ID)
    fitting = [school for school in schools
               if school.recognition == 1 and school.level == school.aim == 2 and not school.contradicted]
    other = example if example in fitting else fitting[0]
    for name in ("recognition", "recognized_on", "decision", "level", "aim", "contradicted"):
        mine, its = getattr(example, name), getattr(other, name)
        setattr(example, name, its)
        setattr(other, name, mine)
    example.name, example.commune, example.hardship, example.special_type = chieng_khoa.NAME, chieng_khoa.COMMUNE, 1, False
    example.fixed = chieng_khoa.BY_HAND


# ---------------------------------------------------------------------------------------------------------------------
# The tables


def tables():
    """Header and rows of schools.csv, every cell a text, and the text of the self-assessment."""
    sets = sets_named("tieu-hoc-2018", "trung-hoc-2018", "mam-non-2018")
    fields = list(dict.fromkeys(name for criteria_set in sets.values() for name in criteria_set.fields))
    names = {indicator.name for criteria_set in sets.values() for indicator in criteria_set.indicators}
    indicators = sorted(names, key=column_order)
    rows = [{**identity(school), **answers.answers(school, sets[school.set_id], Dice(f"{SEED} {school.id}")), **recognition(school)}
            for school in planned_schools()]
    columns = IDENTITY + [name for name in fields if any(name in row for row in rows)] + indicators
    lines = {row["school_id"]: [row.get(column, "") for column in columns] for row in with_centres(rows)}
    self_assessment = chieng_khoa.text(columns, lines[chieng_khoa.ID], IDENTITY, indicators)
    return [columns, *lines.values()], self_assessment


def identities():
    """The identity of every school and centre."""
    return with_centres([identity(school) for school in planned_schools()])


def identity(school):
    return {"school_id": school.id, "school_name": school.name, "school_type": school.type,
            "ownership": "tu_thuc" if school.private else "cong_lap", "district": school.district, "commune": school.commune,
            "assessed_on": DATE, "assessment": "self", "recognized_level": str(school.recognition),
            "recognized_on": school.recognized_on, "decision": school.decision}


def recognition(school):
    """Those of 2023 were published as new ones; nothing is known of the others."""
    return {"recognized_before": "không"} if school.recognized_on.startswith("2023") else {}


def with_centres(rows):
    """The continuing-education centre of each district after the district's schools; no circular of 2018 applies to it."""
    found = []
    for number, district in enumerate(places.DISTRICTS, 1):
        own = [row for row in rows if row["district"] == district.name]
        commune = (district.towns + district.ordinary)[0]
        found += own + [{"school_id": f"GX{number:04}", "school_name": f"Trung tâm GDNN - GDTX {district.name}", "school_type": "gdtx",
                         "ownership": "cong_lap", "district": district.name, "commune": commune, "assessed_on": DATE,
                         "assessment": "self"}]
    return found
