#!/usr/bin/env python3
"""Times `kdcl report` for all schools of the example province, on one thread and on all, beside openpyxl writing the same cells.

    run_report.py [--kdcl build/kdcl] [--runs 5] [--scratch build/bench]

Needs Debian's python3-openpyxl. openpyxl has it easier: the cells are in memory before the clock starts, and it writes no formats, merged cells,
charts or heights of rows. Before anything is timed, both thread counts must give the same bytes. Whole processes, in turn; openpyxl runs once.
"""

import argparse
import pathlib
import shutil
import statistics
import sys
import time

import openpyxl

from run_summary import peak, run, seconds

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROVINCE = ROOT / "examples" / "son-la" / "schools.csv"


def cells_of(path):
    """Sheet by sheet the rows of a workbook, as values."""
    book = openpyxl.load_workbook(path, read_only=True)
    return [(sheet.title, [list(row) for row in sheet.iter_rows(values_only=True)]) for sheet in book]


def write_all(books, folder):
    """The seconds openpyxl takes for the books in its fastest mode."""
    folder.mkdir(exist_ok=True)
    start = time.perf_counter()
    for name, sheets in books:
        book = openpyxl.Workbook(write_only=True)
        for title, rows in sheets:
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(folder / name)
    return time.perf_counter() - start


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--kdcl", default="build/kdcl")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--scratch", default="build/bench", type=pathlib.Path)
    options = arguments.parse_args()
    options.scratch.mkdir(parents=True, exist_ok=True)
    kdcl = str(pathlib.Path(options.kdcl).resolve())
    folders = {threads: options.scratch / f"reports-{threads}" for threads in (1, 2)}
    commands = {threads: [kdcl, "report", PROVINCE, "-o", folder, "-q", "--force", "-j", threads] for threads, folder in folders.items()}
    for threads, folder in folders.items():
        shutil.rmtree(folder, ignore_errors=True)
        run(commands[threads])
    files = sorted(path.name for path in folders[1].iterdir())
    for name in files:
        if (folders[1] / name).read_bytes() != (folders[2] / name).read_bytes():
            sys.exit(f"{name} differs with the number of threads")
    times = {threads: [] for threads in commands}
    for _ in range(options.runs):
        for threads, command in commands.items():
            times[threads].append(seconds(command))
    books = [(name, cells_of(folders[1] / name)) for name in files]
    written = write_all(books, options.scratch / "reports-openpyxl")
    sheets = sum(len(sheets) for _, sheets in books)
    print(f"{len(files)} workbooks, {sheets} sheets\n")
    for threads, taken in times.items():
        print(f"| kdcl report -j {threads} | {statistics.median(taken):.2f} s | {min(taken):.2f} to {max(taken):.2f} | {peak(commands[threads]):.0f} MiB |")
    print(f"| openpyxl, write-only, values alone | {written:.1f} s | | |")
    print(f"\none thread / two: {statistics.median(times[1]) / statistics.median(times[2]):.2f} (best of each {min(times[1]) / min(times[2]):.2f}); "
          f"openpyxl / kdcl -j 2: {written / statistics.median(times[2]):.1f}, / kdcl -j 1: {written / statistics.median(times[1]):.1f}")


if __name__ == "__main__":
    main()
