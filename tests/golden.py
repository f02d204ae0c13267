#!/usr/bin/env python3
"""End-to-end tests: what each command line prints, writes and exits with. Usage: golden.py KDCL [--update] [CASE...]

A case is a folder of tests/golden/: `about` (one line: what it shows), `cmd`, `exit`, `stdout`, `stderr`, the files it writes in
`expected/`, and its input files. It runs in a copy of the folder, beside copies of the files of tests/golden/ itself.
`cmd` is one shell line without the word kdcl in front: `score data.csv`, `KDCL_LANG=en score data.csv` or
`cat data.csv | score -`; behind that it may go on with pipes to other commands. A workbook NAME.xlsx is compared as the text
expected/NAME.xlsx.txt.
With KDCL_SIMD set all cases take that scan path; the exit code is 77 where the machine lacks it.
"""

import argparse
import concurrent.futures
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

CASES = pathlib.Path(__file__).resolve().parent / "golden"
OWN_FILES = ("about", "cmd", "exit", "stdout", "stderr")  # in a case folder, but no input
TIME_LIMIT = 120


def shell_line(cmd):
    """The line with the word kdcl put in front of its arguments."""
    return re.sub(r"^(cat [^|]*\| |(?:\w+=\S* )*)", r"\1kdcl ", cmd.strip(), count=1)


def clean_environment(programs):
    kept = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS") or name == "KDCL_SIMD"}
    return kept | {"PATH": f"{programs}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


def files_below(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def workbook_text(path):
    """Sheet by sheet, each cell as `A1: value`, with the formula in front of the value it holds."""
    spaces = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(path) as book:
        read = lambda name: xml.fromstring(book.read(name))
        strings = []
        if "xl/sharedStrings.xml" in book.namelist():
            strings = ["".join(item.itertext()) for item in read("xl/sharedStrings.xml").findall("m:si", spaces)]
        lines = []
        for number, sheet in enumerate(read("xl/workbook.xml").findall("m:sheets/m:sheet", spaces), 1):
            lines.append(f"== {sheet.get('name')}")
            for cell in read(f"xl/worksheets/sheet{number}.xml").iter(f"{{{spaces['m']}}}c"):
                value, formula = cell.findtext("m:v", None, spaces), cell.findtext("m:f", None, spaces)
                if value is None:
                    continue
                if cell.get("t") == "s":
                    value = strings[int(value)]
                lines.append(f"{cell.get('r')}: {'=' + formula + ' -> ' if formula else ''}{value}")
    return ("\n".join(lines) + "\n").encode()


def run_case(case, programs):
    """What the case gives: `exit`, `stdout`, `stderr` and expected/NAME -> bytes; and a list of broken promises."""
    with tempfile.TemporaryDirectory(prefix="kdcl-golden-") as temporary:
        folder = pathlib.Path(temporary) / "case"
        shutil.copytree(case, folder, ignore=lambda at, names: [
            name for name in names if at == str(case) and name in OWN_FILES + ("expected",)])
        for shared in CASES.iterdir():
            if shared.is_file():
                shutil.copy(shared, temporary)
        before, beside = files_below(folder), files_below(pathlib.Path(temporary))
        run = subprocess.run(["bash", "-o", "pipefail", "-c", shell_line((case / "cmd").read_text())], cwd=folder,
                             env=clean_environment(programs), stdin=subprocess.DEVNULL, capture_output=True, timeout=TIME_LIMIT)
        after = files_below(folder)
        results = {"exit": f"{run.returncode}\n".encode(), "stdout": run.stdout, "stderr": run.stderr}
        outputs = wanted_results(case).keys()
        overwritten = {name for name in before if f"expected/{name}" in outputs}
        faults = [f"the input {name} was changed" for name in before.keys() - overwritten if after.get(name) != before[name]]
        for name in sorted(after.keys() - before.keys() | overwritten & after.keys()):
            is_workbook = name.endswith(".xlsx")
            results[f"expected/{name}{'.txt' if is_workbook else ''}"] = (
                workbook_text(folder / name) if is_workbook else after[name])
        around = {name: data for name, data in files_below(pathlib.Path(temporary)).items() if not name.startswith("case/")}
        if around != {name: data for name, data in beside.items() if not name.startswith("case/")}:
            faults.append("files beside the case folder were changed")
    return results, faults


def wanted_results(case):
    wanted = {name: (case / name).read_bytes() for name in ("exit", "stdout", "stderr") if (case / name).exists()}
    if (case / "expected").is_dir():
        wanted |= {f"expected/{name}": data for name, data in files_below(case / "expected").items()}
    return wanted


def difference(name, wanted, found):
    if wanted is None:
        wanted, name = b"", f"{name} (not expected at all)"
    if found is None:
        return f"--- {name}: expected, but not there\n"
    lines = [data.decode("utf-8", "backslashreplace").splitlines() for data in (wanted, found)]
    diff = list(difflib.unified_diff(*lines, f"{name}, expected", f"{name}, found", lineterm=""))
    return "\n".join(diff or [f"--- {name}: differs only in bytes that print alike (line ends?)"]) + "\n"


def compare(case, programs):
    """Nothing if all is as expected, else what to print."""
    if not (case / "about").exists() or len((case / "about").read_text().splitlines()) != 1:
        return "no file `about` of one line\n"
    found, faults = run_case(case, programs)
    wanted = wanted_results(case)
    text = "".join(fault + "\n" for fault in faults)
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            text += difference(name, wanted.get(name), found.get(name))
    return text


def update(case, programs):
    found, faults = run_case(case, programs)
    shutil.rmtree(case / "expected", ignore_errors=True)
    for name, data in found.items():
        (case / name).parent.mkdir(parents=True, exist_ok=True)
        (case / name).write_bytes(data)
    return "".join(fault + "\n" for fault in faults)


def help_of(kdcl, words):
    return subprocess.run([kdcl, *words, "--help"], capture_output=True, text=True, timeout=TIME_LIMIT, check=True).stdout


def options_of(kdcl, words=()):
    """Yields each command (a tuple of words) with the spellings of each of its options."""
    text = help_of(kdcl, words)
    for line in text.splitlines():
        if option := re.match(r"\s+(-[^\s,]+(?:, -\S+)?)", line):
            yield words, tuple(option[1].split(", "))
        elif command := re.match(r"  ([a-z][a-z-]*)\s{2,}\S", line):
            yield (*words, command[1]), ()
            yield from options_of(kdcl, (*words, command[1]))


def uses(line, words, spellings):
    """True if the command line calls this command with one of these spellings (with any, if there are none)."""
    called = line.split()
    called = called[called.index("kdcl"):]
    if called[1:len(words) + 1] != list(words):
        return False
    return not spellings or any(word.split("=")[0] in spellings for word in called)


def unused_options(kdcl, cases):
    """A line for each command and option that no case uses."""
    lines = [shell_line((case / "cmd").read_text()) for case in cases]
    return [f"no case uses: kdcl {' '.join(words)} {'/'.join(spellings)}".rstrip()
            for words, spellings in options_of(kdcl) if not any(uses(line, words, spellings) for line in lines)]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("kdcl", type=lambda path: str(pathlib.Path(path).resolve(strict=True)))
    arguments.add_argument("cases", nargs="*", metavar="CASE")
    arguments.add_argument("--update", action="store_true", help="rewrite what is expected")
    options = arguments.parse_intermixed_args()
    if subprocess.run([options.kdcl, "--version"], stdout=subprocess.DEVNULL).returncode != 0:
        sys.exit(77 if "KDCL_SIMD" in os.environ else f"{options.kdcl} does not run")
    every = sorted(path for path in CASES.iterdir() if path.is_dir())
    chosen = [case for case in every if not options.cases or case.name in options.cases]
    if missing := set(options.cases) - {case.name for case in chosen}:
        sys.exit(f"no such case: {', '.join(sorted(missing))}")
    with tempfile.TemporaryDirectory() as programs, concurrent.futures.ThreadPoolExecutor(2) as pool:
        os.symlink(options.kdcl, pathlib.Path(programs) / "kdcl")
        work = update if options.update else compare
        results = dict(zip((case.name for case in chosen), pool.map(lambda case: work(case, programs), chosen)))
    if not options.cases:
        results["(completeness)"] = "".join(line + "\n" for line in unused_options(options.kdcl, every))
    for name, text in results.items():
        if text:
            print(f"FAILED {name}\n{text}")
    failed = sum(bool(text) for text in results.values())
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed or not results else 0


if __name__ == "__main__":
    sys.exit(main())
