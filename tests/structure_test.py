#!/usr/bin/env python3
"""The shape of the sources: who may include whom, how long a file and how full a folder may be, what is built, and that messages exist in both languages.

Usage: structure_test.py [FOLDER]   (the repository; for tests of this test another one)
"""

import collections
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
ROOT = ROOT if len(sys.argv) > 1 else ROOT.parent.parent
MOST_LINES = 600
MOST_FILES = 40

# What each folder of src/ may include, besides itself. The stages never include each other; they meet in model/.
STAGES = ("read", "score", "report", "write")
ALLOWED = {"base": (), "model": ("base",), **{stage: ("base", "model") for stage in STAGES},
           "command": ("base", "model", *STAGES), "": ("base", "model", *STAGES, "command")}
# Libraries that only some sources may include: the start of the header's name, and those sources.
LIBRARIES = {
    "yaml-cpp/": r"read/yaml/yaml\.(cc|h)",
    "CLI/": r"command/command_line\.cc",
    "xlsxwriter": r"write/workbook\w*\.(cc|h)",
    "boost/": r"model/exact\.h",
    "expat": r"read/xlsx/xml\.cc",
    "zlib": r"read/xlsx/zip\.cc|write/zip_edit\.cc",
}


def sources():
    """Path below src/ -> text."""
    folder = ROOT / "src"
    return {path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*"))
            if path.suffix in (".cc", ".h")}


def wrong_includes(files):
    for name, text in files.items():
        folder = name.rpartition("/")[0].partition("/")[0]
        if folder not in ALLOWED:
            yield f"src/{name}: the folder {folder} is not in the plan"
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if not (include := re.match(r'\s*#\s*include\s*([<"])(\S+)[>"]', line)):
                continue
            kind, header = include.groups()
            place = f"src/{name}:{number}: includes {header}"
            for library, users in LIBRARIES.items():
                if header.startswith(library) and not re.fullmatch(users, name):
                    yield f"{place}, which is for {users} only"
            if kind == '"' and header not in files:
                yield f"{place}, which is no file below src/"
            elif kind == '"' and header.partition("/")[0] not in (folder, *ALLOWED[folder]):
                yield f"{place}: {folder or 'main'} may include only {', '.join(filter(None, (folder, *ALLOWED[folder])))}"


def long_files(files):
    for name, text in files.items():
        if (lines := text.count("\n")) > MOST_LINES:
            yield f"src/{name}: {lines} lines, at most {MOST_LINES}"


def full_folders(files):
    folders = collections.Counter(name.rpartition("/")[0] for name in files)
    yield from (f"src/{folder}: {count} files, at most {MOST_FILES}" for folder, count in sorted(folders.items()) if count > MOST_FILES)


def unbuilt_sources(files):
    listed = set(re.findall(r"\bsrc/([\w/]+\.cc)\b", (ROOT / "CMakeLists.txt").read_text()))
    yield from (f"src/{name} is missing from CMakeLists.txt" for name in files if name.endswith(".cc") and name not in listed)
    yield from (f"CMakeLists.txt: src/{name} is not there" for name in sorted(listed - files.keys()))


def messages(text):
    """Yields line, name, Vietnamese and English of each `Message name{...};`, literals joined."""
    literal = r'(?:"(?:[^"\\]|\\.)*"\s*)+'
    for found in re.finditer(rf"\bMessage\s*(\w*)\s*\{{\s*({literal}),\s*({literal})\}}", text):
        joined = ["".join(re.findall(r'"((?:[^"\\]|\\.)*)"', group)) for group in found.groups()[1:]]
        yield text.count("\n", 0, found.start()) + 1, found[1] or "a message without a name", *joined


def arguments(text):
    """The numbers of the arguments of a message; {{ and }} are braces."""
    return sorted(set(re.findall(r"\{(\d*)[^}]*\}", text.replace("{{", "").replace("}}", ""))))


def wrong_messages(files):
    for name, text in files.items():
        found = list(messages(text))
        for line, message, vietnamese, english in found:
            place = f"src/{name}:{line}: {message}"
            if not vietnamese.strip() or not english.strip():
                yield f"{place} is empty in one language"
            numbers = arguments(vietnamese)
            if numbers != arguments(english):
                yield f"{place} has arguments {numbers} in Vietnamese, {arguments(english)} in English"
            if "" in numbers:
                yield f"{place} has an argument without a number"
            elif numbers != [str(number) for number in range(len(numbers))]:
                yield f"{place}: arguments {numbers} are not 0, 1, ..."
        declared = re.findall(r"\bMessage\s+(k\w+)(?:\[\])?\s*=?\s*\{", text)
        yield from (f"src/{name}: {message} is in a form that this test does not read"
                    for message in declared if message not in {entry[1] for entry in found})


def unused_messages(files):
    uses = collections.Counter(word for text in files.values() for word in re.findall(r"\bk\w+", text))
    for name, text in files.items():
        for line, message, *_ in messages(text):
            if message.startswith("k") and uses[message] < 2:
                yield f"src/{name}:{line}: {message} is used nowhere"


def doubled_types(files):
    """Two structs of one name in the namespace are one to the linker."""
    places = {}
    for name, text in files.items():
        if name.endswith(".h"):
            for found in re.finditer(r"^(?:struct|class|enum class) (\w+)[^;\n]*\{", text, re.M):
                places.setdefault(found[1], []).append(name)
    yield from (f"{name} stands in {' and '.join(found)}" for name, found in sorted(places.items()) if len(found) > 1)


def doubled_messages(files):
    """Two messages of one name in a namespace are one to the linker: readers see whichever it keeps."""
    places = {}
    for name, text in files.items():
        space = re.search(r"^namespace (\S+) \{", text, re.M)
        if name.endswith(".h") and space:
            for _, message, *_ in messages(text):
                if message.startswith("k"):
                    places.setdefault(f"{space[1]}::{message}", []).append(name)
    yield from (f"{message} stands in {' and '.join(found)}" for message, found in sorted(places.items()) if len(found) > 1)


def wrong_layout(files):
    """What clang-format would write otherwise: `clang-format -i FILE` mends it."""
    written = sorted(path for folder in ("src", "tests") for path in (ROOT / folder).rglob("*") if path.suffix in (".cc", ".h"))
    if files:
        done = subprocess.run(["clang-format", "--dry-run", *map(str, written)], capture_output=True, text=True, check=True)
        yield from sorted(set(re.findall(rf"^{re.escape(str(ROOT))}/([^:\n]+):", done.stderr, re.M)))


def main():
    files = sources()
    checks = (wrong_includes, long_files, full_folders, unbuilt_sources, wrong_messages, unused_messages, doubled_types, doubled_messages, wrong_layout)
    failed = 0
    for check in checks:
        faults = list(check(files))
        failed += bool(faults)
        if faults:
            print(f"FAILED {check.__name__.replace('_', ' ')}")
            print("".join(f"  {fault}\n" for fault in faults), end="")
    if not files:
        sys.exit("no sources found")
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
