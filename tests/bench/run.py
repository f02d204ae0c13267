#!/usr/bin/env python3
"""Scores the same schools with kdcl and with what a user would use instead: checks that all say the same, then times them.

README.md tells what is measured and how to rerun it. Prints Markdown.
"""

import argparse
import contextlib
import csv
import datetime
import functools
import itertools
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RIVALS = ["duckdb", "polars", "pandas", "mawk", "gawk"]
APT_PACKAGES = ["python3-pandas", "mawk", "gawk"]
NPM_PACKAGES = ["@duckdb/node-api", "nodejs-polars"]
SMALL = 10_000   # below so many schools a run is short and needs repeating more often
ORACLE_AT_MOST = 1_000   # schools; the oracle takes a second for them
SAMPLE_EVERY = 0.001     # seconds between two looks at the memory of a run


def fail(message):
    sys.exit(f"run.py: {message}")


def note(message):
    print(message, file=sys.stderr, flush=True)


# ---------------------------------------------------------------------------------------------------------------------
# What is needed: tools, data, rules


@functools.cache
def python_with_pandas():
    """An interpreter that has pandas: this one, or else Debian's, which may be another."""
    for python in (sys.executable, "/usr/bin/python3"):
        if succeeds([python, "-c", "import pandas"]):
            return python
    return None


def succeeds(command, folder=None):
    try:
        return subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except FileNotFoundError:
        return False


def output_of(command, folder=None):
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def has_package(npm, package):
    return succeeds(["node", "-e", f"require('{package}')"], npm)


def install(npm):
    """Debian's packages as root, npm's into a folder of our own."""
    if not (python_with_pandas() and shutil.which("mawk") and shutil.which("gawk")):
        subprocess.run(["apt-get", "install", "-y", "-q", *APT_PACKAGES], check=True, stdout=sys.stderr)
        python_with_pandas.cache_clear()
    missing = [package for package in NPM_PACKAGES if not has_package(npm, package)]
    if missing:
        npm_install(npm, missing)
    if not has_package(npm, "nodejs-polars"):
        # npm leaves the native part out where Node is older than it asks for. It runs all the same.
        version = json.loads((npm / "node_modules/nodejs-polars/package.json").read_text())["version"]
        machine = output_of(["node", "-p", "process.platform + '-' + process.arch"])
        npm_install(npm, [f"nodejs-polars-{machine}-gnu@{version}"])


def npm_install(npm, packages):
    npm.mkdir(parents=True, exist_ok=True)
    if not (npm / "package.json").exists():
        (npm / "package.json").write_text('{"private": true}\n')  # else npm looks for one in the folders above
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", *packages], cwd=npm, check=True, stdout=sys.stderr)


def is_there(rival, npm):
    if rival == "pandas":
        return python_with_pandas() is not None
    package = {"duckdb": "@duckdb/node-api", "polars": "nodejs-polars"}.get(rival)
    return has_package(npm, package) if package else shutil.which(rival) is not None


def version_of(rival, npm):
    if rival == "pandas":
        return output_of([python_with_pandas(), "-c", "import pandas; print(pandas.__version__)"])
    package = {"duckdb": "@duckdb/node-api", "polars": "nodejs-polars"}.get(rival)
    if package:
        return json.loads((npm / "node_modules" / package / "package.json").read_text())["version"]
    text = output_of([rival, "-W", "version"] if rival == "mawk" else [rival, "--version"])
    return text.splitlines()[0].split(",")[0].removeprefix("GNU Awk").removeprefix("mawk").strip()


def made(target, sources, command):
    """A file, made anew unless it is newer than what it is made of."""
    newest = max(source.stat().st_mtime for source in sources)
    if not target.exists() or target.stat().st_mtime < newest:
        note(f"making {target.name}")
        subprocess.run(command, check=True)
    return target


def prepare(options, schools):
    """(data, folder of rules) for a number of schools."""
    criteria = criteria_file(options.criteria)
    read = [criteria, *criteria.parent.glob("fields*.yaml"), *criteria.parent.glob("data-*.yaml"), HERE.parent / "property/oracle.py"]
    options.scratch.mkdir(parents=True, exist_ok=True)
    name = f"{criteria.stem}-{schools}-{options.seed}"
    data = made(options.scratch / f"{name}.csv", [HERE / "generate.py", *read],
                [sys.executable, HERE / "generate.py", "--criteria", criteria, "--schools", str(schools),
                 "--seed", str(options.seed), "-o", options.scratch / f"{name}.csv"])
    rules = options.scratch / f"{name}.rules"
    made(rules / "rules.awk", [HERE / "rules.py", data, *read],
         [sys.executable, HERE / "rules.py", "--criteria", criteria, "--data", data, "-o", rules])
    return data, rules


def criteria_file(criteria):
    """The file of a set given as a file or as the id of a shipped one."""
    file = pathlib.Path(criteria)
    return file if file.suffix == ".yaml" else ROOT / "criteria" / f"{criteria}.yaml"


# ---------------------------------------------------------------------------------------------------------------------
# One run of one program


class Contestant:
    """`command` gets its result by standard output or, where the text OUTPUT stands in it, by a file named there."""

    def __init__(self, name, command, folder=None, environment=None):
        self.name, self.command, self.folder = name, [str(part) for part in command], folder
        self.environment = {**os.environ, **(environment or {})}

    def run(self, output, errors):
        """(seconds, processor seconds, exit code) of the whole process, its start included."""
        command = [part if part != "OUTPUT" else str(output) for part in self.command]
        with open("/dev/null" if "OUTPUT" in self.command else output, "wb") as out, open(errors, "wb") as err:
            # posix_spawn is the start with the least cost of its own, which counts when a run takes milliseconds.
            actions = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, err.fileno(), 2)]
            # posix_spawn can't change the folder itself; node finds its packages from there.
            with contextlib.chdir(self.folder or "."):
                start = time.perf_counter()
                process = os.posix_spawnp(command[0], command, self.environment, file_actions=actions)
            _, status, usage = os.wait4(process, 0)
            seconds = time.perf_counter() - start
        return seconds, usage.ru_utime + usage.ru_stime, os.waitstatus_to_exitcode(status)

    def must_run(self, output, errors):
        seconds, processor, code = self.run(output, errors)
        if code != 0:
            fail(f"{self.name} ended with {code}: {errors.read_text(errors='replace')[-2000:]}")
        return seconds, processor


def score_command(options, data):
    return [options.kdcl, "score", "-c", options.criteria, "-f", "csv", data]


def kdcl_contestants(options, data):
    pipe = 'data=$1; shift; cat "$data" | "$@"'
    return [Contestant("kdcl", score_command(options, data)),
            Contestant("cat | kdcl", ["sh", "-c", pipe, "sh", data, *score_command(options, "-")])]


def rival_contestant(rival, options, data, rules):
    npm = options.scratch / "npm"
    if rival in ("duckdb", "polars"):
        return Contestant(rival, ["node", HERE / f"rival_{rival}.mjs", rules / "rules.json", data, "OUTPUT"], npm)
    if rival == "pandas":
        return Contestant(rival, [python_with_pandas(), HERE / "rival_pandas.py", rules / "rules.json", data, "OUTPUT"])
    # Bytes instead of characters: a little faster in gawk; mawk knows nothing else.
    return Contestant(rival, [rival, "-f", rules / "rules.awk", "-f", HERE / "rival.awk", data], environment={"LC_ALL": "C"})


# ---------------------------------------------------------------------------------------------------------------------
# The same answer


def rows_of(file):
    with open(file, encoding="utf-8", newline="") as text:
        yield from csv.reader(text)


def first_difference(expected, actual):
    """Where two outputs differ, or none. A program may write schools in another order, but each once."""
    in_order = True
    for one, other in itertools.zip_longest(rows_of(expected), rows_of(actual)):
        if one != other:
            if one and other and one[0] == other[0]:
                return cell_difference(rows_of(expected), one, other)
            in_order = False
            break
    if in_order:
        return None
    left, right = ([*rows[:1], *sorted(rows[1:])] for rows in (list(rows_of(expected)), list(rows_of(actual))))
    for one, other in itertools.zip_longest(left, right, fillvalue=[]):
        if one != other:
            return cell_difference(left, one, other)
    return None


def cell_difference(rows, one, other):
    header = next(iter(rows))
    for column, left, right in itertools.zip_longest(header, one, other):
        if left != right:
            return f"{one[0] if one else other[0]}, {column}: {left!r} by kdcl, {right!r} here"
    return None


def check(options, schools, data, kdcl, others):
    """Ends the program at the first contestant whose output is not kdcl's, cell by cell."""
    expected, actual, errors = (options.scratch / name for name in ("expected.csv", "actual.csv", "errors.txt"))
    kdcl.must_run(expected, errors)
    if schools <= ORACLE_AT_MOST:
        others = [*others, Contestant("oracle", [sys.executable, HERE.parent / "property/oracle.py", "-c",
                                                 criteria_file(options.criteria), "-f", "csv", data])]
    for other in others:
        actual.unlink(missing_ok=True)
        other.must_run(actual, errors)
        difference = first_difference(expected, actual)
        if difference:
            fail(f"{schools} schools: {other.name} differs at {difference}")
        note(f"{schools} schools: {other.name} equals kdcl in every cell")
    expected.unlink()
    actual.unlink(missing_ok=True)


# ---------------------------------------------------------------------------------------------------------------------
# Time and memory


def timings(contestants, runs, errors):
    """{name: ([seconds], [processor seconds])}; one run of each in turn, so that a slow moment hits all alike."""
    found = {contestant.name: ([], []) for contestant in contestants}
    for number in range(runs):
        for contestant in contestants:
            for times, value in zip(found[contestant.name], contestant.must_run("/dev/null", errors)):
                times.append(value)
        note(f"round {number + 1} of {runs} done")
    return found


class MemoryWatch(threading.Thread):
    """The highest RssAnon of a process, looked at until it ends. Linux keeps no such maximum itself."""

    def __init__(self, process, program):
        super().__init__()
        self.status, self.program, self.highest = pathlib.Path(f"/proc/{process}/status"), program, 0
        self.start()

    def run(self):
        while True:
            try:
                lines = dict(line.split(":", 1) for line in self.status.read_text().splitlines())
            except (FileNotFoundError, ProcessLookupError):
                return
            # Until exec has changed the name, the memory is still that of this script.
            if lines["Name"].strip() == self.program[:15]:
                if "RssAnon" not in lines:
                    return  # ended, and waiting to be asked for its exit code
                self.highest = max(self.highest, int(lines["RssAnon"].split()[0]))
            time.sleep(SAMPLE_EVERY)


def peak_memory(options, data, by_pipe, runs):
    """RssAnon in KiB, the highest over some runs."""
    highest = 0
    for _ in range(runs):
        feeder = subprocess.Popen(["cat", data], stdout=subprocess.PIPE) if by_pipe else None
        process = subprocess.Popen(score_command(options, "-" if by_pipe else data), stdin=feeder and feeder.stdout,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        watch = MemoryWatch(process.pid, pathlib.Path(options.kdcl).name)
        watch.join()
        if process.wait() != 0:
            fail("kdcl failed while its memory was watched")
        if feeder:
            feeder.stdout.close()
            feeder.wait()
        highest = max(highest, watch.highest)
    return highest


# ---------------------------------------------------------------------------------------------------------------------
# Report


def table(header, rows):
    lines = [header, ["---"] + ["---:"] * (len(header) - 1), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines) + "\n"


def seconds_text(seconds):
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def report_times(found):
    median = {name: statistics.median(seconds) for name, (seconds, _) in found.items()}
    rows = []
    for name, (seconds, processor) in found.items():
        rows.append([name.replace("|", "\\|"), seconds_text(median[name]),
                     f"{seconds_text(min(seconds))} to {seconds_text(max(seconds))}", seconds_text(statistics.median(processor)),
                     f"{median[name] / median['kdcl']:.2f}", f"{median[name] / median['wc -l']:.1f}"])
    print(table(["program", "median", "lowest to highest", "processor time", "÷ kdcl", "÷ wc -l"], rows))


def report_machine(options, rivals):
    processor = next((line.split(":")[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
                      if line.startswith("model name")), platform.machine())
    memory = int(pathlib.Path("/proc/meminfo").read_text().split()[1]) / 1024 / 1024
    versions = ", ".join(f"{rival} {version_of(rival, options.scratch / 'npm')}" for rival in rivals)
    print(f"{datetime.date.today()}, {len(os.sched_getaffinity(0))} cores ({processor}), {memory:.0f} GiB of memory, "
          f"Linux {platform.release().split('-')[0]}; load before the runs {os.getloadavg()[0]:.1f}; {versions}\n")


def measure(options, schools, rivals):
    data, rules = prepare(options, schools)
    kdcl, kdcl_by_pipe = kdcl_contestants(options, data)
    others = [rival_contestant(rival, options, data, rules) for rival in rivals]
    check(options, schools, data, kdcl, [kdcl_by_pipe, *others])
    if options.check_only:
        return
    runs = options.runs * (4 if schools < SMALL else 1)
    errors = options.scratch / "errors.txt"
    lines = Contestant("wc -l", ["wc", "-l", data])
    lines.must_run("/dev/null", errors)  # the file is in memory when the clock starts, for all
    print(f"### {schools:,} schools ({data.stat().st_size / 1e6:.1f} MB), {runs} runs\n")
    report_times(timings([lines, kdcl, kdcl_by_pipe, *others], runs, errors))
    times = 10 if schools < SMALL else 3
    by_file, by_pipe = (peak_memory(options, data, piped, times) / 1024 for piped in (False, True))
    print(f"Peak anonymous memory of kdcl: {by_file:.1f} MiB by file, {by_pipe:.1f} MiB by pipe.\n", flush=True)


def options_of(arguments):
    parser = argparse.ArgumentParser(description="Compare kdcl with other tools: same answer, then time and memory.")
    parser.add_argument("--kdcl", default=ROOT / "build/kdcl", type=pathlib.Path, help="the program (default build/kdcl)")
    parser.add_argument("--criteria", default="tieu-hoc-2018", help="a shipped set, or a criteria file")
    parser.add_argument("--sizes", default="600,41000,1000000", help="numbers of schools, joined by commas")
    parser.add_argument("--rivals", default=",".join(RIVALS), help=f"of {', '.join(RIVALS)}; empty for none")
    parser.add_argument("--runs", default=5, type=int, help=f"of each program; four times as many below {SMALL} schools")
    parser.add_argument("--seed", default=1, type=int, help="of the data")
    parser.add_argument("--scratch", default=ROOT / "build/bench", type=pathlib.Path, help="data, rules and packages are kept here")
    parser.add_argument("--install", action="store_true",
                        help="install the rivals that are missing (apt as root, npm into the scratch folder)")
    parser.add_argument("--check-only", action="store_true", help="compare the answers and measure nothing")
    options = parser.parse_args(arguments)
    options.kdcl, options.scratch = options.kdcl.resolve(), options.scratch.resolve()
    options.sizes = [int(size) for size in options.sizes.split(",")]
    options.rivals = [rival for rival in options.rivals.split(",") if rival]
    if pathlib.Path(options.criteria).suffix == ".yaml":
        options.criteria = str(pathlib.Path(options.criteria).resolve())
    return options


def main(arguments):
    options = options_of(arguments)
    unknown = set(options.rivals) - set(RIVALS)
    if unknown:
        fail(f"no rival is called {', '.join(sorted(unknown))}")
    if not options.kdcl.exists():
        fail(f"{options.kdcl} is not there: build it first, or name it with --kdcl")
    npm = options.scratch / "npm"
    npm.mkdir(parents=True, exist_ok=True)
    if options.install:
        install(npm)
    rivals = [rival for rival in options.rivals if is_there(rival, npm)]
    for rival in set(options.rivals) - set(rivals):
        note(f"{rival} is not installed and left out (--install gets it)")
    if not options.check_only:
        report_machine(options, rivals)
    for schools in options.sizes:
        measure(options, schools, rivals)


if __name__ == "__main__":
    main(sys.argv[1:])
