#!/usr/bin/env python3
"""Works out a second time what `kdcl recheck` says of the example province, from what `kdcl score` says of it.

Usage: recheck_test.py KDCL

Under the circulars of 2018 every level asks for all criteria, so that what is in the way of a level is every indicator up to it that is
not met. After the circulars were amended, what they left word for word decides the second result.
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

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROVINCE = pathlib.Path(__file__).resolve().parent.parent / "examples/son-la/schools.csv"
AMENDED = {"tieu-hoc-2018": "tieu-hoc-2024", "trung-hoc-2018": "trung-hoc-2024", "mam-non-2018": "mam-non-2024"}
AMENDED_DAYS = ("2025-01-25", "2026-07-06")
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


def changed(base):
    """Ids of what an amendment took away, and of what it gave other words."""
    changes = yaml.safe_load((ROOT / f"criteria/{AMENDED[base]}.yaml").read_text(encoding="utf-8"))["changes"]
    other = [str(change["at"]) for change in changes if {"vi", "criteria", "levels"} & (change.get("set") or {}).keys()]
    return [str(change["at"]) for change in changes if change.get("remove")] + other, other


def is_below(name, ids):
    return any(name == one or name.startswith(one + ".") for one in ids)


def check_second(kdcl, rows, scores, day):
    """The result of each school without what was reworded; named are indicators of the changes only."""
    tables = read(kdcl, "recheck", "--date", day)["tables"]
    found = {row["school_id"]: row["result_without_reworded"] for row in tables["schools"]["rows"]}
    faults = []
    for row in rows:
        if row["recognized_level"] not in ("1", "2"):
            continue
        score, level = scores[row["school_id"]], int(row["recognized_level"]) + 1
        gone, _ = changed(score["criteria_set"])
        left = {name: one for name, one in score["indicators"].items() if not is_below(name, gone)}
        verdicts = {one["verdict"] for name, one in left.items() if one and int(re.search(r"\.(\d)\D?$", name)[1]) <= level}
        wanted = "Falls short" if "not_met" in verdicts else "Doubtful" if "unknown" in verdicts else "Holds"
        if found[row["school_id"]] != wanted:
            faults.append(f"{day} {row['school_id']}: expected {wanted} without the reworded, found {found[row['school_id']]}")
    for one in tables["reworded"]["rows"]:
        base = next(base for base, amended in AMENDED.items() if amended == one["criteria_set"])
        if not is_below(one["indicator"], changed(base)[1]):
            faults.append(f"{day}: {one['criteria_set']} {one['indicator']} was not reworded")
    counts = collections.Counter(found.values())
    told = {row["result"]: row["schools"] for row in tables["results_without_reworded"]["rows"]}
    if any(told[result] != counts[result] for result in told):
        faults.append(f"{day}: expected {counts}, found {told}")
    return faults


def main():
    kdcl = sys.argv[1]
    with PROVINCE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    scores = {school["school_id"]: school for school in read(kdcl, "score")["schools"]}
    faults = [fault for day in DAYS for fault in check(kdcl, rows, scores, day)]
    faults += [fault for day in AMENDED_DAYS for fault in check_second(kdcl, rows, scores, day)]
    print("\n".join(faults[:20]))
    print(f"{len(DAYS) + len(AMENDED_DAYS)} days, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
