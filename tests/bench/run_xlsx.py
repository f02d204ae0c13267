#!/usr/bin/env python3
"""Times reading of workbooks by kdcl beside openpyxl, which only reads the cells.

    run_xlsx.py [--kdcl build/kdcl] [--runs 3] [--scratch build/bench]

Needs Debian's python3-openpyxl. A workbook of 41,000 schools and 60 columns, and 600 templates filled in. kdcl reads, checks and scores; its scores are
compared with those of the same schools as CSV before anything is timed. Medians of whole processes, in turn.
"""

import argparse
import csv
import pathlib
import re
import statistics
import subprocess
import sys

import openpyxl

from run_summary import peak, run, seconds

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
COLUMNS = 60
READ = "import sys, openpyxl\nfor path in sys.argv[1:]:\n  for sheet in openpyxl.load_workbook(path, read_only=True):\n    for row in sheet.iter_rows(values_only=True): pass"


def as_number(name, text):
    if text and name != "school_id" and re.fullmatch(r"-?\d+(\.\d+)?", text):
        return float(text)
    return text or None


def large_workbook(scratch):
    """The first 60 columns of the benchmark's 41,000 schools, as CSV and as a workbook."""
    source, narrow, book = scratch / "tieu-hoc-2018-41000-1.csv", scratch / "narrow.csv", scratch / "narrow.xlsx"
    if not source.exists():
        run([sys.executable, HERE / "generate.py", "--schools", 41000, "-o", source])
    made = openpyxl.Workbook(write_only=True)
    sheet = made.create_sheet("Trường")
    with source.open(newline="") as lines, narrow.open("w", newline="") as out:
        writer = csv.writer(out)
        for number, row in enumerate(csv.reader(lines)):
            head = row if number == 0 else head
            writer.writerow(row[:COLUMNS])
            sheet.append([as_number(name, text) if number else text for name, text in zip(head[:COLUMNS], row)])
    made.save(book)
    return narrow, book


def templates(kdcl, scratch, count):
    """Templates of primary schools, each filled in with an id, figures and judgements."""
    folder = scratch / "templates"
    folder.mkdir(exist_ok=True)
    run([kdcl, "template", "tieu-hoc-2018", "-o", scratch / "empty.xlsx"])
    book = openpyxl.load_workbook(scratch / "empty.xlsx")
    schools, indicators = book["Trường"], book["Chỉ báo"]
    for row in range(6, indicators.max_row + 1):
        indicators.cell(row, 4).value = "đạt"
    ids = {cell.value: cell.column for cell in schools[5]}
    for number in range(count):
        for name, value in (("school_id", f"T{number:04}"), ("school_type", "tieu_hoc"), ("assessed_on", "31/12/2023"), ("pupils", 100 + number)):
            schools.cell(6, ids[name]).value = value
        book.save(folder / f"T{number:04}.xlsx")
    return sorted(folder.glob("*.xlsx"))


def compare(what, kdcl, files, runs):
    commands = {"kdcl score -f csv": [kdcl, "score", *files, "-f", "csv", "-q"], "openpyxl, reading only": [sys.executable, "-c", READ, *files]}
    times = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(seconds(command))
    for name, taken in times.items():
        memory = f"{peak(commands[name]):.0f} MiB" if name.startswith("kdcl") else ""
        print(f"| {what} | {name} | {statistics.median(taken):.2f} s | {min(taken):.2f} to {max(taken):.2f} | {memory} |", flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--kdcl", type=pathlib.Path, default=ROOT / "build/kdcl")
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--scratch", type=pathlib.Path, default=ROOT / "build/bench")
    options = arguments.parse_args()
    kdcl = options.kdcl.resolve()
    options.scratch.mkdir(parents=True, exist_ok=True)
    narrow, book = large_workbook(options.scratch)
    scores = [run([kdcl, "score", path, "-f", "csv", "-q"], stdout=subprocess.PIPE).stdout for path in (narrow, book)]
    if scores[0] != scores[1]:
        sys.exit("the workbook's scores are not those of the CSV file")
    print("| data | | median | lowest to highest | RssAnon |\n|---|---|---|---|---|")
    compare("41,000 x 60", kdcl, [book], options.runs)
    compare("600 templates", kdcl, templates(kdcl, options.scratch, 600), options.runs)


if __name__ == "__main__":
    main()
