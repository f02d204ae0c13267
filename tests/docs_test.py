#!/usr/bin/env python3
"""Runs every console example of README.md and docs/*.md and compares its output with what the document shows.

  docs_test.py KDCL [--update]

An example is a fenced block that opens with ```console: lines "$ command", "> " for a command that goes on, then the exact output
(standard output and standard error as they come). The commands of a document run one after another in a folder that looks like the
root of the repository, so that a file which one of them writes is there for the next one and nothing stays behind. `$?` is the exit
code of the command before. --update rewrites the outputs in the documents.
"""

import argparse
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 60


class Example:
    """A command, where it stands, and the lines that the document shows under it."""

    def __init__(self, line, command):
        self.line = line
        self.command = command
        self.written = 1
        self.shown = []


def read_document(lines):
    """The examples of a document, in order; line numbers count from 0."""
    examples, inside, console = [], False, False
    for number, line in enumerate(lines):
        if line.startswith("```"):
            console = not inside and line.strip() == "```console"
            inside = not inside
            continue
        if not console:
            continue
        if line.startswith("$ "):
            examples.append(Example(number, line[2:]))
        elif not examples or lines[number - 1].startswith("```"):
            raise SystemExit(f"{number + 1}: an example starts with \"$ \"")
        elif (line == ">" or line.startswith("> ")) and not examples[-1].shown:
            examples[-1].command += "\n" + line[2:]
            examples[-1].written += 1
        else:
            examples[-1].shown.append(line)
    return examples


def make_root(folder, program):
    """Fills the folder with the repository's files and puts the program first on PATH."""
    tools = folder / "tools"
    root = folder / "root"
    tools.mkdir()
    root.mkdir()
    (tools / "kdcl").symlink_to(program)
    shutil.copytree(ROOT / "examples", root / "examples", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "criteria", root / "criteria")
    environment = {name: value for name, value in os.environ.items()
                   if name not in ("KDCL_LANG", "KDCL_SIMD", "LANG", "LC_MESSAGES", "NO_COLOR", "SOURCE_DATE_EPOCH")}
    environment.update(PATH=f"{tools}:{os.environ['PATH']}", COLUMNS="80", LC_ALL="C.UTF-8", TZ="UTC")
    return root, environment


def run(example, before, root, environment):
    """Output lines and exit code."""
    done = subprocess.run(["bash", "-c", f"(exit {before})\n{example.command}"], cwd=root, env=environment,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=SECONDS)
    return done.stdout.decode("utf-8", "replace").splitlines(), done.returncode


def report(path, example, found):
    print(f"{path.relative_to(ROOT)}:{example.line + 1}: $ {example.command}")
    for line in difflib.unified_diff(example.shown, found, "shown", "printed", lineterm="", n=1):
        print("    " + line)


def check_document(path, program, update):
    """Numbers of examples that passed and failed."""
    lines = path.read_text(encoding="utf-8").splitlines()
    examples = read_document(lines)
    passed, code, corrections = 0, 0, []
    with tempfile.TemporaryDirectory() as folder:
        root, environment = make_root(Path(folder), program)
        for example in examples:
            found, code = run(example, code, root, environment)
            if found == example.shown:
                passed += 1
                continue
            report(path, example, found)
            corrections.append((example, found))
    if update and corrections:
        for example, found in reversed(corrections):
            start = example.line + example.written
            lines[start:start + len(example.shown)] = found
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return passed, len(examples) - passed


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", type=lambda name: Path(shutil.which(name) or name).resolve(strict=True))
    parser.add_argument("--update", action="store_true", help="rewrite the outputs in the documents")
    options = parser.parse_args()
    passed = failed = 0
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        good, bad = check_document(path, options.program, options.update)
        passed += good
        failed += bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
