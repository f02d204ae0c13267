#!/usr/bin/env python3
"""Where results go, and what is left when a run ends before its time: pipes and devices, links and rights, signals, want of memory.

Usage: output_test.py KDCL
"""

import os
import pathlib
import random
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

PROVINCE = pathlib.Path(__file__).resolve().parent.parent / "examples/son-la/schools.csv"
TEMPLATE = ["template", "tieu-hoc-2018"]
SCHOOL = ["report", PROVINCE, "--school", "TH0017"]
# A command line without its -o, for each format that its output can have.
OUTPUTS = [
    (["score", PROVINCE], "csv json text xlsx"),
    (["summary", PROVINCE], "text xlsx"),
    (["summary", PROVINCE, "--partial"], "kdcl"),
    (["recheck", PROVINCE], "csv json text xlsx"),
    (["compare", PROVINCE.with_name("schools-2022.csv"), PROVINCE], "csv json text xlsx"),
    (SCHOOL, "text xlsx"),
    (TEMPLATE, "csv xlsx"),
    (["criteria", "list"], "csv json text xlsx"),
    (["criteria", "show", "tieu-hoc-2018"], "text xlsx"),
]
MEMORY_SIZES_MB = (25, 30, 35, 40, 50, 60, 80, 100, 140, 200)


class Runs:
    """A folder to run in, and what went wrong."""

    def __init__(self, kdcl, folder):
        self.kdcl, self.folder, self.faults = kdcl, folder, []

    def command(self, words):
        return [self.kdcl, *map(str, words), "-q", "--lang", "en"]

    def run(self, words, **options):
        return subprocess.run(self.command(words), cwd=self.folder, capture_output=True, timeout=120, **options)

    def expect(self, is_so, what):
        if not is_so:
            self.faults.append(what)

    def files(self):
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if not path.is_dir()}

    def clear(self):
        subprocess.run(f"rm -rf {self.folder}/* {self.folder}/.k*", shell=True, check=True)


def every_output():
    """Command lines with their formats, and the endings that these have in a name."""
    for words, formats in OUTPUTS:
        for form in formats.split():
            # Sums have a form of their own, and no name for it.
            yield words + (["-f", form] if form != "kdcl" else []), {"text": "txt"}.get(form, form)


def read_pipe(path, read):
    def reader():
        read.append(path.read_bytes())
    thread = threading.Thread(target=reader, daemon=True)
    thread.start()
    return thread


def pipes_and_devices(runs):
    for words, ending in every_output():
        name = " ".join(map(str, words))
        whole, link = f"whole.{ending}", f"link.{ending}"  # endings, because others are folders of reports
        done = runs.run([*words, "-o", whole])
        if done.returncode != 0:
            runs.faults.append(f"{name}: exit code {done.returncode}: {done.stderr}")
            continue
        wanted = (runs.folder / whole).read_bytes()
        pipe, read = runs.folder / "pipe", []
        os.mkfifo(pipe)
        thread = read_pipe(pipe, read)
        done = runs.run([*words, "-o", "pipe"])
        thread.join(10)
        runs.expect(done.returncode == 0 and read == [wanted], f"{name}: not the same bytes in a pipe: {done.stderr}")
        runs.expect(pipe.is_fifo(), f"{name}: the pipe is gone")
        done = runs.run([*words, "-o", "/dev/stdout"])
        runs.expect(done.stdout == wanted, f"{name}: not the same bytes in /dev/stdout: {done.stderr}")
        with open(runs.folder / "log", "wb") as log:
            log.write(b"before ")
            log.flush()
            subprocess.run(runs.command([*words, "-o", "/dev/fd/1"]), stdout=log, check=True, cwd=runs.folder)
            log.write(b" after")
        runs.expect((runs.folder / "log").read_bytes() == b"before " + wanted + b" after", f"{name}: /dev/fd/1 of a file")
        if os.geteuid() == 0:
            for number, code in ((3, 0), (7, 3)):  # like /dev/null and /dev/full
                device = runs.folder / f"device{number}"
                os.mknod(device, stat.S_IFCHR | 0o666, os.makedev(1, number))
                done = runs.run([*words, "-o", device.name])
                runs.expect(done.returncode == code, f"{name}: device 1,{number}: exit code {done.returncode}: {done.stderr}")
                runs.expect(device.is_char_device(), f"{name}: the device is gone")
        (runs.folder / whole).chmod(0o640)
        (runs.folder / link).symlink_to(whole)
        done = runs.run([*words, "-o", link])
        runs.expect(done.returncode == 0, f"{name}: onto a link: {done.stderr}")
        runs.expect((runs.folder / link).is_symlink(), f"{name}: the link is gone")
        runs.expect((runs.folder / whole).stat().st_mode & 0o7777 == 0o640, f"{name}: other rights than before")
        runs.expect((runs.folder / link).read_bytes() == wanted, f"{name}: the link leads to something else")
        extra = runs.files() - {whole, link, "pipe", "log", "device3", "device7"}
        runs.expect(not extra, f"{name}: left {extra}")
        runs.clear()


def closed_streams(runs):
    """What is said does not go into a file that came in the place of a closed stream."""
    data = PROVINCE.read_text().splitlines()
    (runs.folder / "data.csv").write_text("\n".join([data[0] + ",unheard_of"] + [line + ",1" for line in data[1:]]))
    command = [runs.kdcl, "score", "data.csv", "-o", "out.csv", "--lang", "en"]
    said = subprocess.run(command, cwd=runs.folder, capture_output=True).stderr
    runs.expect(b"warning" in said, "nothing was said")
    wanted = (runs.folder / "out.csv").read_bytes()
    for closed in ("1>&-", "2>&-", "0<&-", "0<&- 1>&- 2>&-"):
        done = subprocess.run(["bash", "-c", f'"$@" {closed}', "bash", *command], cwd=runs.folder, capture_output=True)
        runs.expect(done.returncode == 0 and (runs.folder / "out.csv").read_bytes() == wanted, f"{closed}: other bytes")
    done = subprocess.run(["bash", "-c", '"$@" >&-', "bash", *command[:3], "-f", "csv"], cwd=runs.folder, capture_output=True)
    runs.expect(done.returncode == 3, f"closed standard output: exit code {done.returncode}")
    runs.clear()


def not_whole(runs):
    """Files that are no whole report."""
    return [name for name in runs.files() if not name.endswith(".xlsx") or not zipfile.is_zipfile(runs.folder / name)]


def signals(runs):
    """At many moments; SIGKILL too, where files can be without a name."""
    chance = random.Random(16)
    commands = [(["report", PROVINCE, "-o", "r"], 0.7), (["score", PROVINCE, "-o", "r.xlsx"], 0.15),
                (["recheck", PROVINCE, "-o", "r.xlsx"], 0.15), ([*TEMPLATE, "-o", "r.xlsx"], 0.1)]
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
        for words, longest in commands * 5:
            name = f"{words[0]} and {number.name}"
            run = subprocess.Popen(runs.command(words), cwd=runs.folder, stderr=subprocess.PIPE)
            time.sleep(chance.uniform(0, longest))
            run.send_signal(number)
            said = run.communicate()[1].decode()
            runs.expect(run.returncode in (0, -number), f"{name}: exit code {run.returncode}")
            runs.expect(not not_whole(runs), f"{name}: left {not_whole(runs)}")
            if words[0] == "report" and said and number != signal.SIGKILL:
                reports = sum(1 for name in runs.files() if name.startswith("r/"))
                runs.expect(said.splitlines()[-1] == f"{reports} of 597 reports written", f"{name}: {reports}, but says {said!r}")
            runs.clear()
    # A run that is to go on after the terminal is closed does.
    done = subprocess.run(["nohup", *runs.command(["score", PROVINCE, "-o", "r.xlsx"])], cwd=runs.folder, capture_output=True)
    runs.expect(done.returncode == 0, "nohup: ends")
    runs.clear()


def few_bytes(runs):
    """A limit on the size of files is like a full disk."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
    for words, ending in every_output():
        runs.run([*words, "-o", f"whole.{ending}"])
        size = sum(path.stat().st_size for path in runs.folder.glob("whole*"))
        runs.clear()
        done = runs.run([*words, "-o", f"out.{ending}"], preexec_fn=limit)
        if size > 20000:
            runs.expect(done.returncode == 3 and not runs.files(), f"{words}: {done.returncode} {done.stderr} {runs.files()}")
        runs.clear()


def little_memory(runs):
    commands = [([*words, "-o", f"r.{ending}"]) for words, ending in every_output()]
    folder = ["report", PROVINCE, "--where", "district == 'Vân Hồ'", "-o", "r"]
    for words in [*commands, folder, ["check", PROVINCE]]:
        wanted = None
        for megabytes in (None, *MEMORY_SIZES_MB):
            limit = (lambda: resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20,) * 2)) if megabytes else None
            done = runs.run(words, preexec_fn=limit)
            said = done.stderr.decode().splitlines()
            about = f"{' '.join(map(str, words))} with {megabytes} MB: exit code {done.returncode}: {said[-2:]}"
            files = {name: (runs.folder / name).read_bytes() for name in runs.files()}
            if wanted is None:
                wanted = files, done.returncode
            elif done.returncode == 3:
                runs.expect("kdcl: error: not enough memory to finish" in said[-2:], about)
                runs.expect(words is folder or not files, f"{about}: left {set(files)}")
                runs.expect(all(wanted[0].get(name) == bytes for name, bytes in files.items()), f"{about}: other files")
            elif done.returncode != 127:  # not even the program could be loaded
                runs.expect((files, done.returncode) == wanted, f"{about}: left {set(files)}")
            runs.clear()


def main():
    kdcl = str(pathlib.Path(sys.argv[1]).resolve())
    parts = [pipes_and_devices, closed_streams, signals, few_bytes, little_memory]
    chosen = sys.argv[2:]
    bytes = pathlib.Path(kdcl).read_bytes()
    if b"__asan_init" in bytes or b"__tsan_init" in bytes:
        parts.remove(little_memory)  # sanitizers map more than any limit
    with tempfile.TemporaryDirectory() as folder:
        runs = Runs(kdcl, pathlib.Path(folder))
        for part in parts:
            if not chosen or part.__name__ in chosen:
                part(runs)
    for fault in runs.faults[:40]:
        print(fault)
    print(f"{len(runs.faults)} faults" if runs.faults else "all results are where they belong")
    return 1 if runs.faults else 0


if __name__ == "__main__":
    sys.exit(main())
