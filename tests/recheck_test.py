#!/usr/bin/env python3
"""Works out a second time what `kdcl recheck` says of the example province, from what `kdcl score` says of it.

Usage: recheck_test.py KDCL

Under the circulars of 2018 every level asks for all criteria, so that what is in the way of a level is every indicator up to it that is
not met.
"""

import calendar
import collections
import csv
import datetime
import json
import pathlib
import re
import subprocess
import sys

PROVINCE = pathlib.Path(__file__).resolve().parent.parent / "examples/son-la/schools.csv"
DAYS = ("2023-12-31", "2024-09-24", "2024-09-25", "2024-09-26", "2025-01-24")


def read(kdcl, command, *options):
    done = subprocess.run([kdcl, command, PROVINCE, "-f", "json", "-q", "--lang", "en", *options], capture_output=True, check=True)
    return json.loads(done.stdout)


def months_later(day, months):
    month = day.year * 12 + day.month - 1 + months
    year, month = month // 12, month % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def standing(school, asked):
    """The result, and the names of what is not met and unknown up to the level asked."""
    result = "Holds" if school["level"] >= asked else "Doubtful" if school["level_max"] >= asked else "Falls short"
    asked_of = {name: one for name, one in school["indicators"].items() if int(re.search(r"\.(\d)\D?$", name)[1]) <= asked}
    named = lambda verdict: ", ".join(name for name, one in asked_of.items() if one and one["verdict"] == verdict)
    return (result, None, None) if result == "Holds" else (result, named("not_met") or None, named("unknown") or None)


def dates(row, day):
    """Validity, last day and day to file by."""
    until = months_later(datetime.date.fromisoformat(row["recognized_on"]), 60)
    if until < day:
        return "Expired", until.isoformat(), None
    if until <= months_later(day, 12):
        return "Expires within 12 months", until.isoformat(), months_later(until, -5).isoformat()
    return "Valid", until.isoformat(), None


def expected(rows, scores, day):
    return {row["school_id"]: standing(scores[row["school_id"]], int(row["recognized_level"]) + 1) + dates(row, day)
            for row in rows if row["recognized_level"] in ("1", "2")}


def shares(schools, whole):
    kept = collections.Counter(one[0] for one in schools.values() if one[3] != "Expired")
    parts = (sum(kept.values()), kept["Holds"], kept["Holds"] + kept["Doubtful"])
    return [(part, whole) for part in parts]


def check(kdcl, rows, scores, day):
    tables = read(kdcl, "recheck", "--date", day)["tables"]
    columns = ("result", "not_met", "unknown", "validity", "valid_until", "file_by")
    found = {row["school_id"]: tuple(row[column] for column in columns) for row in tables["schools"]["rows"]}
    wanted = expected(rows, scores, datetime.date.fromisoformat(day))
    faults = [f"{day} {school}: expected {wanted.get(school)}, found {found.get(school)}"
              for school in sorted(wanted.keys() | found.keys()) if wanted.get(school) != found.get(school)]
    found_shares = [(row["schools"], row["of"]) for row in tables["share"]["rows"]]
    whole = sum(row["school_type"] != "gdtx" for row in rows)
    if found_shares != shares(wanted, whole):
        faults.append(f"{day}: expected shares {shares(wanted, whole)}, found {found_shares}")
    return faults


def main():
    kdcl = sys.argv[1]
    with PROVINCE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    scores = {school["school_id"]: school for school in read(kdcl, "score")["schools"]}
    faults = [fault for day in DAYS for fault in check(kdcl, rows, scores, day)]
    print("\n".join(faults[:20]))
    print(f"{len(DAYS)} days, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
