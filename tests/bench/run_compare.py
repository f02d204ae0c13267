#!/usr/bin/env python3
"""Times `kdcl compare` of 41,000 schools under two sets beside the two scorings it needs.

    run_compare.py [--kdcl build/kdcl] [--runs 5] [--scratch build/bench]

The moves are checked against the two scorings before anything is timed. Whole processes, in turn.
"""

import argparse
import csv
import pathlib
import statistics
import subprocess
import sys

from run_summary import peak, run, seconds

ROOT = pathlib.Path(__file__).resolve().parents[2]
SETS = ["tieu-hoc-2018", "tieu-hoc-2024"]
SCHOOLS = 41_000


def column(path, name):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [row[name] for row in csv.DictReader(file)]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--kdcl", default="build/kdcl")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--scratch", default="build/bench", type=pathlib.Path)
    options = arguments.parse_args()
    options.scratch.mkdir(parents=True, exist_ok=True)
    kdcl = str(pathlib.Path(options.kdcl).resolve())
    # One file a set: rows under the later set need a day on which it is in force.
    data = [options.scratch / f"compare-{name}.csv" for name in SETS]
    subprocess.run([sys.executable, ROOT / "tests/bench/generate.py", "--schools", str(SCHOOLS), "-o", data[0]], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(data[0], encoding="utf-8", newline="") as file, open(data[1], "w", encoding="utf-8", newline="") as out:
        reader = csv.DictReader(file)
        writer = csv.DictWriter(out, reader.fieldnames, lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "assessed_on": "2025-06-30"} for row in reader)
    scored = [options.scratch / f"compare-{name}-scored.csv" for name in SETS]
    score = [[kdcl, "score", file, "-c", name, "-q", "-o", out] for file, name, out in zip(data, SETS, scored)]
    compared = options.scratch / "compared.csv"
    compare = [kdcl, "compare", data[0], "-c", SETS[0], "-c", SETS[1], "-q", "-o", compared]
    for command in [*score, compare]:
        run(command)
    for side, out in zip(("level_before", "level_after"), scored):
        if column(compared, side) != column(out, "level"):
            sys.exit(f"{side} is not what score says")
    times = {"score": [], "compare": []}
    for _ in range(options.runs):
        times["score"].append(sum(seconds(command) for command in score))
        times["compare"].append(seconds(compare))
    moved = sum(move in ("rose", "fell") for move in column(compared, "move"))
    print(f"{SCHOOLS} schools, {moved} of them move\n")
    for name, taken in times.items():
        print(f"| {name} | {statistics.median(taken):.2f} s | {min(taken):.2f} to {max(taken):.2f} |")
    print(f"\ncompare / two scorings: {statistics.median(times['compare']) / statistics.median(times['score']):.2f}; {peak(compare):.0f} MiB")


if __name__ == "__main__":
    main()
