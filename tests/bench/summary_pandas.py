#!/usr/bin/env python3
"""The main tables of `kdcl summary` by pandas and XlsxWriter, from schools that kdcl has already scored.

    summary_pandas.py SCHOOLS.csv SCORED.csv OUT.xlsx DAY

By type, by place, indicators in the way, schools near an award, recognitions by year of expiry, and every school. Scoring is not part of
its time, nor is reading the criteria; it prints the total that run_summary.py compares.
"""

import sys

import pandas

schools, scored, out, day = sys.argv[1:]
day = pandas.Timestamp(day)
identity = ["school_id", "ownership", "recognized_level", "recognized_on", "decision"]
data = pandas.read_csv(scored, dtype=str, keep_default_na=False, usecols=[
    "school_id", "school_name", "school_type", "district", "commune", "criteria_set", "level", "level_max", "national_standard",
    "accreditation", "blocking", "missing"])
given = pandas.read_csv(schools, dtype=str, keep_default_na=False, usecols=lambda name: name in identity)
data = data[data.criteria_set != ""].merge(given, on="school_id", how="left")
for name in identity:
    if name not in data:
        data[name] = ""
for name in ("level", "level_max", "national_standard", "accreditation", "recognized_level"):
    data[name] = pandas.to_numeric(data[name], errors="coerce")
since = pandas.to_datetime(data.recognized_on, errors="coerce")
until = since + pandas.DateOffset(years=5)
data["until"] = until.dt.date
data["decided"] = ((data.recognized_level >= 1) & (since <= day) & (until >= day)).astype(int)
data["by_score"] = (data.national_standard >= 1).astype(int)
data["expiring"] = ((data.decided == 1) & (until <= day + pandas.DateOffset(years=1))).astype(int)
lists = data.blocking.str.split(";"), data.missing.str.split(";")
data["away"] = sum(one.apply(lambda names: sum(name != "" for name in names)) for one in lists)
place = "district" if (data.district != "").any() and day < pandas.Timestamp("2025-07-01") else "commune"


def sums(by):
    table = data.groupby(by).agg(schools=("school_id", "count"), decided=("decided", "sum"), by_score=("by_score", "sum"),
                                 expiring=("expiring", "sum")).reset_index()
    table["decided_share"] = table.decided / table.schools
    table["by_score_share"] = table.by_score / table.schools
    return table


kept = data.assign(indicator=lists[0]).explode("indicator")
kept = kept[kept.indicator != ""].groupby(["criteria_set", "indicator"]).size().rename("kept").reset_index()
near = data[data.away.between(1, 3)].sort_values("away", kind="stable")
years = data[data.decided == 1].groupby(until.dt.year).size().rename("recognitions").reset_index()
with pandas.ExcelWriter(out, engine="xlsxwriter") as book:
    for name, table in {"type": sums(["ownership", "school_type"]), "place": sums([place]),
                        "weak": kept.sort_values("kept", ascending=False), "near": near, "expiry": years, "list": data}.items():
        table.to_excel(book, sheet_name=name, index=False)
print(len(data), int(data.decided.sum()), int(data.by_score.sum()), int(kept.kept.sum()))
