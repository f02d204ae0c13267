"""Works out every sum of `kdcl summary` a second time, from the verdicts of the oracle, and checks that sums add up.

    summary.py KDCL --seeds A B                       random sets and schools
    summary.py KDCL --files -c SET [-c SET] DATA.csv  one real case

Written from the design and docs/summary.md, not from the program: dictionaries, one school at a time. `--partial` writes every
sum by name, so it is what is compared. Exit code 1 if anything differs.
"""

import argparse
import collections
import copy
import csv
import datetime
import io
import pathlib
import random
import subprocess
import sys
import tempfile

import oracle
import random_case

STATE = {"cong_lap", "công lập", "cong lap", "public", "state"}
COUNTED = {"rows", "outside", "older"}
FAR_DAYS = 180
REFUSED = "an error that asks for --date"


# ---------------------------------------------------------------------------------------------------------------------
# What is expected


def day_of(text):
    return datetime.date.fromisoformat(text)


def years_later(day, years):
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def first_known(entries, name):
    return next((one["row"].identity[name] for one in entries if one["row"].identity[name]), "") or ""


def schools_of(scored):
    """Lists of entries, one list an assessment of a school."""
    schools, staged = [], {}
    for entry in scored:
        key = oracle.school_key(entry)
        if entry["set"].per_stage and key in staged:
            staged[key].append(entry)
            continue
        schools.append([entry])
        if entry["set"].per_stage:
            staged[key] = schools[-1]
    return schools


def is_external(entries):
    return entries[0]["row"].identity["assessment"] == "external"


def is_assessed(entry):
    return any(one["verdict"] != "unknown" for one in entry["indicators"].values())


def end_of_year(year, as_of):
    """Years end on the day and month of the report."""
    return years_later(as_of, year - as_of.year)


def report_year(day, as_of):
    return day.year + (day > end_of_year(day.year, as_of))


class School:
    """All assessments of one school up to the day of the report, and the one that counts."""

    def __init__(self, as_of):
        self.as_of, self.counted, self.self_assessed, self.external = as_of, None, False, False
        self.years = {}  # year -> the assessment that counts of it

    def add(self, entries):
        year = str(report_year(day_of(entries[0]["date"]), self.as_of))
        if year not in self.years or self.rank(entries) > self.rank(self.years[year]):
            self.years[year] = entries
        assessed = any(is_assessed(one) for one in entries)
        self.external |= assessed and is_external(entries)
        self.self_assessed |= assessed and not is_external(entries)
        if self.counted is None or self.rank(entries) > self.rank(self.counted):
            self.counted = entries

    @staticmethod
    def rank(entries):
        return entries[0]["date"], is_external(entries)


def decision_of(entries, as_of):
    """(state, level, first day, last day)."""
    for entry in entries:
        level = entry["row"].identity["recognized_level"]
        if level is oracle.UNKNOWN:
            continue
        level = int(level)
        if level == 0:
            return "none", 0, None, None
        since = entry["row"].identity["recognized_on"]
        if not since:
            return "undated", level, None, None
        awards = entry["set"].awards.get("national_standard", [])
        since = day_of(since)
        until = years_later(since, awards[level - 1].years if level <= len(awards) else 5)
        state = "misdated" if since > as_of or since.year < 1990 else "expired" if until < as_of else "valid"
        return state, level, since, until
    return "no_data", 0, None, None


def place_name(given, rows, as_of):
    if given:
        return given
    has = {name: any(row.identity[name] for row in rows) for name in ("district", "commune")}
    if as_of >= datetime.date(2025, 7, 1) and has["commune"]:
        return "commune"
    return "district" if has["district"] else "commune"


def distance_of(entries):
    level = entries[0]["school_level"]
    awards = entries[0]["set"].awards
    if not any(oracle.award_number(one, level + 1) > oracle.award_number(one, level) for one in awards.values()):
        return 0
    return sum(len(one["blocking"]) + len(one["missing"]) for one in entries if one["level"] <= level)


def school_counts(school, decision, as_of):
    """The names of everything that a school is counted as."""
    entries = school.counted
    names = ["schools"]
    names += ["self_assessed"] * school.self_assessed + ["externally_assessed"] * school.external
    level, highest = entries[0]["school_level"], entries[0]["school_level_max"]
    for family, awards in entries[0]["set"].awards.items():
        number = oracle.award_number(awards, level)
        if number:
            names.append(f"{family}:{awards[number - 1].title}")
    standard = entries[0]["set"].awards.get("national_standard")
    if standard is not None:
        names += standard_counts(entries, decision, as_of, standard)
        names += ["may_be_higher"] * (oracle.award_number(standard, highest) > oracle.award_number(standard, level))
    distance = distance_of(entries)
    names += [f"near_{distance}"] * (1 <= distance <= 3)
    names += ["with_missing"] * any(one["missing"] for one in entries)
    names += ["with_contradictions"] * any(one["contradictions"] for one in entries)
    names += ["with_unverified"] * any(item["unverified"] for one in entries for item in one["indicators"].values())
    return names


def standing(entries, asked):
    """What the data say of the level that a recognition asks for."""
    verdicts = {one["verdict"] for entry in entries for one in entry["indicators"].values()}
    if not verdicts & {"met", "not_met"}:
        return []
    if entries[0]["school_level"] >= asked:
        return []
    return ["carried_in_doubt"] if entries[0]["school_level_max"] >= asked else ["not_carried"]


def standard_counts(entries, decision, as_of, awards):
    state, level, since, until = decision
    if state != "valid":
        return ["national", "decision_base"] + {"expired": ["expired"], "undated": ["undated"], "misdated": ["misdated"], "no_data": ["no_decision_data"]}.get(state, [])
    names = ["national", "decision_base", f"decided_{level}"]
    names += ["expiring"] * (until <= years_later(as_of, 1))
    names += standing(entries, awards[min(level, len(awards)) - 1].level)
    if since.year == as_of.year:
        known = [one["row"].fields.get("recognized_before") for one in entries]
        known = [value for value in known if value is not oracle.UNKNOWN]
        names.append("recognized_unclear" if not known else "recognized_again" if known[0] else "recognized_new")
    return names


def row_counts(entry):
    """The names of everything that a row of a set is counted as."""
    names = ["rows"] + ["at_top"] * (entry["level"] == entry["set"].top)
    names += [f"kept:{name}" for name in entry["blocking"]] + [f"missing:{name}" for name in entry["missing"]]
    names += [f"contradicted:{name}" for name in entry["contradictions"]]
    names += [f"unverified:{name}" for name, one in entry["indicators"].items() if one["unverified"]]
    if len(entry["blocking"]) == 1 and not entry["missing"]:
        names.append(f"only:{entry['blocking'][0]}")
    kept = kept_criteria(entry)
    names += [f"standard:{id}" for id, criteria in entry["set"].standards.items() if set(criteria) & kept]
    names += [f"level_{one['level']}:{id}" for id, one in entry["criteria"].items() if one["level"] is not None]
    return names


def kept_criteria(entry):
    return {criterion.id for criterion in entry["set"].criteria
            if any(indicator.name in entry["blocking"] for indicator in criterion.indicators)}


def is_lone(scored, as_of):
    """Hardly any school but one is near the last day."""
    near = {one["row"].identity["school_id"] for one in scored if (as_of - day_of(one["date"])).days <= FAR_DAYS}
    schools = {one["row"].identity["school_id"] for one in scored}
    return len(schools) > 1 and (len(near) < 2 or 20 * len(near) < len(schools))


def first_day(since, as_of):
    if since == "all":
        return datetime.date.min
    return day_of(since) if since else years_later(as_of, -1) + datetime.timedelta(days=1)


def expected(library, files, by, date, since=None):
    """The sums as a dictionary: line without counts -> Counter."""
    scored, outside = oracle.score_run(library, files, date)
    rows = [row for data in files for row in oracle.read_rows(data, library.read_sets())]
    as_of = day_of(date) if date else max((day_of(one["date"]) for one in scored), default=None)
    if as_of is None:
        return None
    if not date and is_lone(scored, as_of) or since not in (None, "all") and day_of(since) > as_of:
        return REFUSED
    schools = {}
    for entries in schools_of(scored):
        if day_of(entries[0]["date"]) <= as_of:
            schools.setdefault(entries[0]["row"].identity["school_id"], School(as_of)).add(entries)
    place = place_name(by, rows, as_of)
    sums = collections.defaultdict(collections.Counter)
    sums["as_of", as_of.isoformat()], sums["place", place]  # lines without counts
    sums["rows",]["rows"] = len(rows)
    first = first_day(since, as_of)
    sums["outside",]["outside"] = len(outside_counted(outside, rows, date, first, as_of) - set(schools))
    sums["older",]["older"] = 0
    for school in schools.values():
        add_years(school, as_of, sums)
        if day_of(school.counted[0]["date"]) < first:
            sums["older",]["older"] += 1
        else:
            add_school(school, place, as_of, sums)
    return {line: +counts for line, counts in sums.items()}


def outside_counted(outside, rows, date, first, as_of):
    """Ids out of scope whose latest row up to the day is not too old."""
    latest = {}
    for row in rows:
        id, day = row.identity["school_id"], row.identity["assessed_on"] or date
        day = day_of(day) if day else as_of
        if id in outside and day <= as_of:
            latest[id] = max(latest.get(id, day), day)
    return {id for id, day in latest.items() if day >= first}


def add_school(school, place, as_of, sums):
    entries = school.counted
    decision = decision_of(entries, as_of)
    where, type = first_known(entries, place), first_known(entries, "school_type")
    owner = first_known(entries, "ownership")
    ownership = "unknown" if not owner else "public" if oracle.folded(owner) in STATE else "non_public"
    sums["group", type, ownership, where].update(school_counts(school, decision, as_of))
    if decision[0] == "valid" and "national_standard" in entries[0]["set"].awards:
        sums["expiry", str(decision[3].year)][f"level_{decision[1]}"] += 1
    for entry in entries:
        sums["sums", entry["set"].id, type].update(row_counts(entry))
        sums["kept", entry["set"].id, where].update(["rows", *kept_criteria(entry)])


def add_years(school, as_of, sums):
    """Every year by itself, and every year against the school's year before."""
    for year, entries in school.years.items():
        end = end_of_year(int(year), as_of)
        decided = decision_of(entries, end)[0] == "valid" and "national_standard" in entries[0]["set"].awards
        sums["year", year, entries[0]["set"].id].update([f"level_{entries[0]['school_level']}"] + ["decided"] * decided)
    years = sorted(school.years)
    for before, after in zip(years, years[1:]):
        sums["change", before, after].update([change_between(school.years[before][0], school.years[after][0])])


def change_between(before, after):
    """Of every level that a school may have had, to every one that it may have now."""
    if before["set"].top != after["set"].top:
        return "other_levels"
    then, now = (range(one["school_level"], one["school_level_max"] + 1) for one in (before, after))
    signs = {(to > level) - (to < level) for level in then for to in now}
    return {1: "rose", 0: "same", -1: "fell"}[signs.pop()] if len(signs) == 1 else "unclear"


# ---------------------------------------------------------------------------------------------------------------------
# What the program says


class Failed(Exception):
    """The program refused input that is valid."""


def run(kdcl, criteria, files, by, date, *more):
    command = [str(kdcl), "summary", "--partial", "-q"]
    for path in criteria:
        command += ["-c", str(path)]
    command += (["--by", by] if by else []) + (["--date", date] if date else []) + list(more)
    done = subprocess.run(command + [str(file) for file in files], capture_output=True, timeout=120)
    if done.returncode != 0:
        raise Failed(f"exit code {done.returncode}: {' '.join(command)}\n{done.stderr.decode(errors='replace')[:2000]}")
    return done.stdout


def counts_in(fields):
    return collections.Counter({name: int(count) for name, _, count in (field.rpartition("=") for field in fields)})


def found(data):
    """The same dictionary, read from sums. Lines that the oracle does not know are left out."""
    sums = {}
    for fields in csv.reader(io.StringIO(data.decode())):
        kind = fields[0]
        if kind in ("as_of", "place"):
            sums[tuple(fields)] = collections.Counter()
        elif kind in COUNTED:
            sums[kind,] = +collections.Counter({kind: int(fields[1])})
        elif kind == "expiry":
            sums[kind, fields[1]] = +collections.Counter(level_1=int(fields[2]), level_2=int(fields[3]))
        elif kind in ("group", "sums", "kept", "year", "change"):
            head = 4 if kind == "group" else 3
            counts = counts_in(fields[head:])
            sums[tuple(fields[:head])] = collections.Counter(
                {name: count for name, count in counts.items() if not name.startswith("doubtful:")})
    return sums


def differences(one, other):
    for line in [*one, *(line for line in other if line not in one)]:
        if line not in one or line not in other:
            yield line, "line" if line in one else "no line", "line" if line in other else "no line"
            continue
        for name in one[line].keys() | other[line].keys():
            if one[line][name] != other[line][name]:
                yield (*line, name), one[line][name], other[line][name]


# ---------------------------------------------------------------------------------------------------------------------
# Random schools with recognitions, and several assessments of one school


class SummaryWriter(random_case.SchoolWriter):
    def identity_columns(self):
        columns = [column for column in super().identity_columns() if column[1] not in ("recognized_level", "district", "commune")]
        return columns + [("identity", name) for name in ("recognized_level", "recognized_on", "district", "commune")]

    def facts(self, id, criteria_set):
        facts = super().facts(id, criteria_set)
        facts["recognized_on"] = self.rng.choice(["", "2017-07-06", "2018-05-20", "20/05/2018", "2019-02-28", "2020-02-29", "2021-07-07",
                                                  "2022-05-20", "2023-05-20", "19/05/2023", "2023-05-21", "2026-07-07", "2027-01-01"])
        facts["district"] = self.rng.choice(["Mai Sơn", "TP Sơn La", "Yên, Châu", ""])
        return facts

    def table(self, count):
        table = super().table(count)
        table.id_column = self.columns.index(("identity", "school_id"))
        self.repeat(table)
        return table

    def repeat(self, table):
        """Some schools once or twice more, as they were or as another is, on another day or by the other assessor."""
        names = [what if kind == "identity" else None for kind, what in self.columns]
        id, day, assessor = names.index("school_id"), names.index("assessed_on"), names.index("assessment")
        for row in self.rng.choices(table.rows, k=len(table.rows) // 2):
            again = list(self.rng.choice([row, self.rng.choice(table.rows)]))
            again[id] = row[id]
            again[day] = self.rng.choice(["2019-03-01", "2022-11-30", "2022-12-31", "2023-01-01", "2024-01-15"])
            again[assessor] = self.rng.choice(["self", "external"])
            if again[day] != row[day] and not any(self.is_same(names, again, other) for other in table.rows):
                table.rows.append(again)

    @staticmethod
    def is_same(names, one, other):
        return all(one[names.index(name)] == other[names.index(name)] for name in ("school_id", "assessed_on", "assessment"))


class SummaryCase(random_case.Case):
    def __init__(self, seed):
        super().__init__(seed)
        self.by = self.rng.choice([None, "district", "school_type", "ownership"])
        self.since = self.rng.choice([None, None, "all", "2022-12-01"])

    def random_sets(self, rng, shared):
        before = random_case.FieldSpec("recognized_before", "flag", {"title": random_case.title("Công nhận trước"), "type": "flag"})
        shared.append(before)
        self.fields.append(before)
        return super().random_sets(rng, shared)

    def write(self, folder):
        writer, random_case.SchoolWriter = random_case.SchoolWriter, SummaryWriter
        try:
            return super().write(folder)
        finally:
            random_case.SchoolWriter = writer


def split(table, folder, rng):
    """The rows of a table in two files with the same header, all rows of a school in one of them."""
    ids = sorted({row[table.id_column] for row in table.rows})
    first = rng.sample(ids, rng.randint(1, len(ids) - 1))
    names = [folder / "mot.csv", folder / "hai.csv"]
    for name, is_first in zip(names, (True, False)):
        part = copy.copy(table)
        part.rows = [row for row in table.rows if (row[table.id_column] in first) == is_first]
        name.write_bytes(part.bytes())
    return names


def school_ids(data, library):
    return {row.identity["school_id"] for row in oracle.read_rows(data, library.read_sets())}


def laws(kdcl, criteria, data, case, library, folder):
    """Threads change nothing; sums of parts are the sums of the whole, in any mixture of data and sums."""
    since = ["--since", case.since] if case.since else []
    whole = run(kdcl, criteria, [data], case.by, case.date, *since)
    if run(kdcl, criteria, [data], case.by, case.date, *since, "-j", "1") != whole:
        yield "-j 1", "the same bytes", "others"
    if not case.date or not case.by or len({row[case.table.id_column] for row in case.table.rows}) < 2:
        return  # the day and the places of the parts could differ
    parts = split(case.table, folder, case.rng)
    if school_ids(parts[0].read_bytes(), library) & school_ids(parts[1].read_bytes(), library):
        return  # a school in two parts is counted in both
    both = run(kdcl, criteria, parts, case.by, case.date, *since)
    sums = [part.with_suffix(".kdcl") for part in parts]
    for part, sum_file in zip(parts, sums):
        sum_file.write_bytes(run(kdcl, criteria, [part], case.by, case.date, *since))
    if run(kdcl, criteria, sums, case.by, case.date, *since) != both:
        yield "sums of two parts", "the same bytes", "others"
    if run(kdcl, criteria, [parts[0], sums[1]], case.by, case.date, *since) != both:
        yield "data and sums", "the same bytes", "others"
    without_inputs = [line for line in both.splitlines() if not line.startswith((b"input,", b"end,"))]
    if [line for line in whole.splitlines() if not line.startswith((b"input,", b"end,"))] != without_inputs:
        yield "one file and two", "the same sums", "others"


def case_differences(kdcl, case, folder):
    criteria, data = case.write(folder)
    library = oracle.Library(criteria, case.others)
    wanted = expected(library, [data.read_bytes()], case.by, case.date, case.since)
    if wanted is None:
        return  # nobody is in scope: no day, which has a golden case
    since = ["--since", case.since] if case.since else []
    if wanted == REFUSED:
        return (yield from refusal(kdcl, criteria, data, case, since))
    yield from differences(wanted, found(run(kdcl, criteria, [data], case.by, case.date, *since)))
    yield from laws(kdcl, criteria, data, case, library, folder)


def refusal(kdcl, criteria, data, case, since):
    try:
        run(kdcl, criteria, [data], case.by, case.date, *since)
    except Failed as failure:
        if str(failure).startswith("exit code 2"):
            return
    yield "run", REFUSED, "a result"


def report(title, found_differences):
    try:
        found_differences = list(found_differences)
    except Failed as failure:
        found_differences = [("run", "a result", str(failure))]
    for line, one, other in found_differences[:12]:
        print(f"{title}: {line}: expected {one}, found {other}")
    return bool(found_differences)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("kdcl")
    arguments.add_argument("--seeds", nargs=2, type=int)
    arguments.add_argument("--files", nargs="+", type=pathlib.Path)
    arguments.add_argument("-c", "--criteria", action="append", type=pathlib.Path, default=[])
    options = arguments.parse_args()
    failed = 0
    if options.files:
        library = oracle.Library(options.criteria, oracle.shipped_sets())
        wanted = expected(library, [file.read_bytes() for file in options.files], None, None)
        failed = report("files", differences(wanted, found(run(options.kdcl, options.criteria, options.files, None, None))))
    for seed in range(options.seeds[0], options.seeds[1] + 1) if options.seeds else ():
        with tempfile.TemporaryDirectory() as folder:
            failed += report(f"seed {seed}", case_differences(options.kdcl, SummaryCase(seed), pathlib.Path(folder)))
    print("differences" if failed else "no differences")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
