"""Compares the program with the oracle, value by value, and checks laws that need no oracle.

    compare.py KDCL --seeds A B [--keep DIR]                random sets and schools, cases A to B
    compare.py KDCL --seeds A B -c SET [-c SET]             random schools for these sets
    compare.py KDCL --files -c SET [-c SET] DATA.csv [--date D]   one real case

Exit code 1 and the first differences on standard output if anything differs. Numbers must equal the exact rational rounded to
the nearest float.
"""

import argparse
import contextlib
import csv
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unicodedata
from fractions import Fraction

import oracle
import random_case

SHOWN = 12  # differences printed for one case


# ---------------------------------------------------------------------------------------------------------------------
# Two trees


def same_number(expected, found):
    return isinstance(found, (int, float)) and not isinstance(found, bool) and float(found) == float(expected)


def same_leaf(expected, found):
    if isinstance(expected, (Fraction, int, float)) and not isinstance(expected, bool):
        return same_number(expected, found)
    return type(expected) is type(found) and expected == found


def differences(expected, found, path=""):
    """(path, expected, found) of every place where two trees differ."""
    if path.endswith("/exception") and isinstance(expected, dict) and isinstance(found, str):
        expected = expected["vi"]  # the design leaves open whether both languages are written or the run's
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in list(expected) + [key for key in found if key not in expected]:
            yield from differences(expected.get(key, "(no such key)"), found.get(key, "(no such key)"), f"{path}/{key}")
        if list(expected) != list(found) and set(expected) == set(found):
            yield path + " (order of keys)", list(expected), list(found)
    elif isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            yield path + " (length)", len(expected), len(found)
        for index, (one, other) in enumerate(zip(expected, found)):
            yield from differences(one, other, f"{path}/{index}")
    elif not same_leaf(expected, found):
        yield path, expected, found


def json_differences(expected, found):
    """Differences of two score results, under the school they belong to."""
    given = [{"id": one.get("id"), "document": one.get("document")} for one in found.get("criteria", [])]
    yield from (("", *one) for one in differences(expected["criteria"], given, "criteria"))
    outside = [{"school_id": one.get("school_id")} for one in found.get("out_of_scope", [])]
    yield from (("", *one) for one in differences(expected["out_of_scope"], outside, "out_of_scope"))
    if not all(isinstance(one.get("reason"), str) and one["reason"] for one in found.get("out_of_scope", [])):
        yield "", "out_of_scope", "a reason for each", found["out_of_scope"]
    schools = found.get("schools", [])
    if len(schools) != len(expected["schools"]):
        yield "", "schools (length)", len(expected["schools"]), len(schools)
    for one, other in zip(expected["schools"], schools):
        yield from ((f"{one['school_id']} {one['stage'] or ''}".strip(), *rest) for rest in differences(one, other))


def comparable(text):
    """A CSV cell without what the design leaves open: Unicode form and the kind of line break inside."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))


def csv_table(data):
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return rows[0], rows[1:]


def csv_differences(expected, data):
    header, rows = csv_table(data)
    if header != expected[0]:
        yield "", "header", expected[0], header
        return
    set_column = header.index("criteria_set")
    rows = [row for row in rows if row[set_column]]  # a row out of scope may be listed without a set
    if len(rows) != len(expected) - 1:
        yield "", "rows", len(expected) - 1, len(rows)
    for one, other in zip(expected[1:], rows):
        for column, left, right in zip(header, one, other):
            if comparable(left) != comparable(right):
                yield one[0], "CSV " + column, left, right


# ---------------------------------------------------------------------------------------------------------------------
# Running the program


class Failed(Exception):
    """The program refused input that is valid, or wrote what cannot be read."""


def run(kdcl, criteria, data, format, date=None, jobs=None):
    command = [str(kdcl), "score", "--lang", "vi", "-f", format]
    for path in criteria:
        command += ["-c", str(path)]
    command += ["--date", date] if date else []
    command += ["-j", str(jobs)] if jobs else []
    done = subprocess.run(command + [str(data)], capture_output=True, timeout=120)
    if done.returncode != 0:
        raise Failed(f"exit code {done.returncode}: {' '.join(command)} {data}\n{done.stderr.decode(errors='replace')[:2000]}")
    return done.stdout


def run_json(kdcl, criteria, data, date):
    try:
        return json.loads(run(kdcl, criteria, data, "json", date))
    except ValueError as error:
        raise Failed(f"output is not JSON: {error}") from error


def compare_with_oracle(kdcl, criteria, data, date, others=()):
    """Differences between program and oracle over one case."""
    library = oracle.Library(criteria, others)
    scored, out_of_scope = oracle.score_run(library, [pathlib.Path(data).read_bytes()], date)
    yield from json_differences(oracle.json_object(library, scored, out_of_scope), run_json(kdcl, criteria, data, date))
    yield from csv_differences(oracle.csv_rows(library, scored), run(kdcl, criteria, data, "csv", date))


# ---------------------------------------------------------------------------------------------------------------------
# Laws


def threads_law(kdcl, criteria, data, date):
    for format in ("json", "csv"):
        if run(kdcl, criteria, data, format, date, jobs=1) != run(kdcl, criteria, data, format, date, jobs=2):
            yield "", f"{format}: -j 1 and -j 2", "the same bytes", "other bytes"


def permutation_law(kdcl, criteria, data, case, folder):
    """Schools in another order give the same entries in that order."""
    id_column = case.columns.index(("identity", "school_id"))
    ids = sorted({row[id_column] for row in case.table.rows})
    random.Random(case.seed).shuffle(ids)
    permuted = folder / "permuted.csv"
    # Rows of one school keep their own order: entries name the school but not everything that tells its rows apart.
    permuted.write_bytes(case.table.bytes(sorted(case.table.rows, key=lambda row: ids.index(row[id_column]))))
    before = run_json(kdcl, criteria, data, case.date)
    after = run_json(kdcl, criteria, permuted, case.date)
    for key in ("schools", "out_of_scope"):
        expected = sorted(before[key], key=lambda entry: ids.index(entry["school_id"]))
        yield from (("", "permuted rows: " + path, one, other) for path, one, other in differences(expected, after[key], key))


def feedback_law(kdcl, criteria, data, case, folder):
    """Without requirements the output of `score`, read as data at criterion level, gives the same levels."""
    again = folder / "again.csv"
    again.write_bytes(run(kdcl, criteria, data, "csv", case.date))
    header, before = csv_table(again.read_bytes())
    after = csv_table(run(kdcl, criteria, again, "csv", case.date))[1]
    counted = ["level", "school_level", "accreditation", "national_standard"] + header[len(oracle.CSV_COLUMNS):]
    for one, other in zip(before, after):
        for column in counted:
            left, right = one[header.index(column)], other[header.index(column)]
            if left != right:
                yield one[0], "fed back: " + column, left, right
    if len(before) != len(after):
        yield "", "fed back: rows", len(before), len(after)


# ---------------------------------------------------------------------------------------------------------------------
# Cases


def random_case_differences(kdcl, case, folder):
    criteria, data = case.write(folder)
    yield from compare_with_oracle(kdcl, criteria, data, case.date, case.others)
    yield from threads_law(kdcl, criteria, data, case.date)
    yield from permutation_law(kdcl, criteria, data, case, folder)
    if case.without_requirements:
        yield from feedback_law(kdcl, criteria, data, case, folder)


def report(title, found):
    """Prints the first differences; returns whether there was any."""
    try:
        found = list(found)
    except Failed as failure:
        found = [("", "run", "a result", str(failure))]
    if found:
        print(f"{title}: {len(found)} differences")
    for school, path, expected, value in found[:SHOWN]:
        print(f"  {school or '-'}: {path}\n    expected {shown(expected)}\n    found    {shown(value)}")
    return bool(found)


def shown(value):
    return f"{value} = {float(value)!r}" if isinstance(value, Fraction) else value if isinstance(value, str) else repr(value)


def folder_for(keep, seed):
    """A folder for one case: kept under `keep`, or gone after use."""
    if not keep:
        return tempfile.TemporaryDirectory()
    folder = keep / str(seed)
    folder.mkdir(parents=True, exist_ok=True)
    return contextlib.nullcontext(folder)


def case_of(options, seed):
    if options.criteria:
        return random_case.GivenSetsCase(seed, options.criteria, oracle.shipped_sets())
    return random_case.Case(seed)


def compare_seeds(options):
    failed = 0
    first, last = options.seeds
    again = f"again: compare.py {options.kdcl}" + "".join(f" -c {path}" for path in options.criteria)
    for seed in range(first, last + 1):
        case = case_of(options, seed)
        title = f"seed {seed}{', 15-digit figures' if case.huge else ''} ({again} --seeds {seed} {seed} --keep DIR)"
        with folder_for(options.keep, seed) as folder:
            failed += report(title, random_case_differences(options.kdcl, case, pathlib.Path(folder)))
    print(f"{last - first + 1} cases, {failed} with differences")
    return failed


def compare_files(options):
    found = compare_with_oracle(options.kdcl, options.criteria, options.data, options.date, oracle.shipped_sets())
    laws = threads_law(options.kdcl, options.criteria, options.data, options.date)
    failed = report(options.data, found) + report(options.data, laws)
    print(f"{options.data}: {'differs' if failed else 'the same'}")
    return failed


def main():
    arguments = argparse.ArgumentParser(description="Compare kdcl with the oracle.")
    arguments.add_argument("kdcl", help="the program")
    mode = arguments.add_mutually_exclusive_group(required=True)
    mode.add_argument("--seeds", nargs=2, type=int, metavar=("A", "B"), help="random cases A to B")
    mode.add_argument("--files", action="store_true", help="one real case: -c SET... DATA.csv")
    arguments.add_argument("--keep", type=pathlib.Path, help="keep the files of random cases in this folder")
    arguments.add_argument("-c", "--criteria", action="append", default=[], help="a criteria file; may be repeated")
    arguments.add_argument("--date", help="with --files: for rows without assessed_on")
    arguments.add_argument("data", nargs="?", help="with --files: a wide CSV file")
    options = arguments.parse_intermixed_args()
    if options.files and not (options.data and options.criteria):
        arguments.error("--files needs -c SET and DATA.csv")
    sys.exit(1 if (compare_files if options.files else compare_seeds)(options) else 0)


if __name__ == "__main__":
    main()
