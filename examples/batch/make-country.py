#!/usr/bin/env python3
"""Writes a made-up country to try the scripts of this folder on: a CSV a province, its schools drawn from examples/son-la.

    make-country.py FOLDER [--provinces 63] [--schools 41000]
"""

import argparse
import csv
import pathlib

SON_LA = pathlib.Path(__file__).resolve().parent.parent / "son-la" / "schools.csv"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--provinces", type=int, default=63)
    arguments.add_argument("--schools", type=int, default=41000)
    options = arguments.parse_args()
    with open(SON_LA, encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    id, district = header.index("school_id"), header.index("district")
    options.folder.mkdir(parents=True, exist_ok=True)
    for province in range(1, options.provinces + 1):
        # Provinces share what is left over, so that they differ in size.
        count = options.schools // options.provinces + (province <= options.schools % options.provinces)
        with open(options.folder / f"tinh-{province:02}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            for number in range(count):
                row = list(rows[(province * 97 + number * 13) % len(rows)])
                row[id] = f"T{province:02}-{number:05}"
                row[district] = f"{row[district]} {province:02}"
                writer.writerow(row)


if __name__ == "__main__":
    main()
