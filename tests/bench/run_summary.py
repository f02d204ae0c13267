#!/usr/bin/env python3
"""Times `kdcl summary` beside pandas + XlsxWriter, beside `kdcl score -f csv`, and the adding up of 63 provinces.

    run_summary.py [--kdcl build/kdcl] [--runs 5] [--scratch build/bench]

Needs Debian's python3-pandas, python3-xlsxwriter and python3-openpyxl. The totals of both are compared first. Medians of whole processes, in turn.
"""

import argparse
import datetime
import json
import pathlib
import statistics
import subprocess
import sys
import time

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def run(command, **options):
    return subprocess.run([str(word) for word in command], check=True, stderr=subprocess.DEVNULL, **options)


def seconds(command):
    start = time.perf_counter()
    run(command, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak(command):
    """Highest RssAnon in MiB, looked at every millisecond."""
    highest = 0
    with subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            try:
                status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
                highest = max([highest] + [int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon")])
            except OSError:
                pass
            time.sleep(0.001)
    return highest / 1024


def totals_of(kdcl, data):
    tables = json.loads(run([kdcl, "summary", data, "-f", "json", "-q"], stdout=subprocess.PIPE).stdout)["tables"]
    total = tables["by_type"]["totals"][0]
    kept = sum(row["kept"] for name, table in tables.items() if name.startswith("weak_indicators.") for row in table["rows"] if row["kept"])
    return [total["schools"], total["decided"], total["national_standard_by_score"], kept]


def country(folder, schools):
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.glob("*.csv")):
        run([sys.executable, ROOT / "examples/batch/make-country.py", folder, "--schools", schools])
    whole = folder.with_suffix(".csv")
    if not whole.exists():
        parts = sorted(folder.glob("*.csv"))
        whole.write_text("".join(part.read_text() if number == 0 else part.read_text().split("\n", 1)[1]
                                 for number, part in enumerate(parts)))
    return whole


def dump_cells(book, cells):
    """Every cell of the workbook that holds anything, row by row, for same_cells.cc."""
    formulas, values = (openpyxl.load_workbook(book, read_only=True, data_only=only) for only in (False, True))
    days = datetime.datetime(1899, 12, 30)
    with cells.open("w") as out:
        for sheet, stored in zip(formulas, values):
            out.write(f"S\t{sheet.title}\n")
            for row, stored_row in zip(sheet.iter_rows(), stored.iter_rows()):
                for cell, known in zip(row, stored_row):
                    value = cell.value
                    if value is None:
                        continue
                    at = f"{cell.row - 1}\t{cell.column - 1}"
                    if isinstance(value, datetime.datetime):
                        value = (value - days).days
                    if cell.data_type == "f":
                        out.write(f"F\t{at}\t{value}\t{known.value}\n")
                    elif isinstance(value, (int, float)):
                        out.write(f"N\t{at}\t{value}\n")
                    else:
                        out.write(f"T\t{at}\t" + " ".join(str(value).split()) + "\n")


def compare(kdcl, data, scratch, runs):
    """Prints a line of Markdown for one size."""
    scored, book, rival_book = scratch / "scored.csv", scratch / "kdcl.xlsx", scratch / "pandas.xlsx"
    run([kdcl, "score", data, "-f", "csv", "-o", scored, "-q"])
    rival = ["/usr/bin/python3", HERE / "summary_pandas.py", data, scored, rival_book, "2023-12-31"]
    other = [int(word) for word in run(rival, stdout=subprocess.PIPE).stdout.split()]
    if other != totals_of(kdcl, data):
        sys.exit(f"{data}: pandas counts {other}, kdcl {totals_of(kdcl, data)}")
    commands = {"score -f csv": [kdcl, "score", data, "-f", "csv", "-q"], "summary": [kdcl, "summary", data, "-q"],
                "summary -o .xlsx": [kdcl, "summary", data, "-q", "-o", book], "pandas + XlsxWriter": rival}
    run(commands["summary -o .xlsx"])
    dump_cells(book, scratch / "cells.tsv")
    commands["libxlsxwriter, same cells"] = [scratch / "same_cells", scratch / "cells.tsv", scratch / "same.xlsx"]
    times = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(seconds(command))
    for name, taken in times.items():
        memory = f"{peak(commands[name]):.0f} MiB" if "pandas" not in name else ""
        print(f"| {other[0]:,} | {name} | {1000 * statistics.median(taken):.1f} ms | {1000 * min(taken):.1f} to {1000 * max(taken):.1f} | {memory} |")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--kdcl", type=pathlib.Path, default=ROOT / "build/kdcl")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--scratch", type=pathlib.Path, default=ROOT / "build/bench")
    options = arguments.parse_args()
    kdcl = options.kdcl.resolve()
    options.scratch.mkdir(parents=True, exist_ok=True)
    run(["g++", "-O2", "-o", options.scratch / "same_cells", HERE / "same_cells.cc", "-lxlsxwriter"])
    print("| schools | | median | lowest to highest | RssAnon |\n|---|---|---|---|---|")
    compare(kdcl, ROOT / "examples/son-la/schools.csv", options.scratch, options.runs)
    folder = options.scratch / "country"
    compare(kdcl, country(folder, 41000), options.scratch, options.runs)
    parts = []
    for province in sorted(folder.glob("*.csv")):
        parts.append(province.with_suffix(".kdcl"))
        run([kdcl, "summary", province, "--partial", "--by", "district", "-q", "-o", parts[-1]])
    taken = [seconds([kdcl, "summary", *parts, "--partial"]) for _ in range(options.runs)]
    print(f"| 41,000 | 63 sums added up | {1000 * statistics.median(taken):.1f} ms | {1000 * min(taken):.1f} to {1000 * max(taken):.1f} | |")


if __name__ == "__main__":
    main()
