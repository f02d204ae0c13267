#!/usr/bin/env python3
"""Writes the data files of this folder, the same bytes every time; with --check compares them (exit code 1: one differs)."""

import argparse
import csv
import io
import pathlib
import sys

sys.dont_write_bytecode = True
from generator import chieng_khoa, province, year_2022, year_2026  # noqa: E402

FOLDER = pathlib.Path(__file__).resolve().parent


def csv_text(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def contents():
    """File name -> text."""
    schools, self_assessment = province.tables()
    return {"schools.csv": csv_text(schools), f"tu-danh-gia-{chieng_khoa.ID}.yaml": self_assessment,
            "schools-2022.csv": csv_text(year_2022.table()), "lien-cap-2026.csv": csv_text(year_2026.table())}


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true", help="compare, write nothing")
    check = arguments.parse_args().check
    differing = 0
    for name, text in contents().items():
        path, data = FOLDER / name, text.encode()
        if not check:
            path.write_bytes(data)
        elif not path.exists() or path.read_bytes() != data:
            print(f"{name}: differs from what generate.py makes", file=sys.stderr)
            differing = 1
    return differing


if __name__ == "__main__":
    sys.exit(main())
