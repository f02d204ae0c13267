#!/usr/bin/env python3
"""The shipped criteria and the example province are what they say they are. Usage: examples_test.py KDCL"""

import collections
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
SON_LA = "examples/son-la"
DATE = "2023-12-31"
VALID_YEARS = 5
KDCL = ""


def run(*command):
    environment = os.environ | {"KDCL_LANG": "en"}
    return subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)


def schools(name="schools.csv"):
    with open(ROOT / SON_LA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def years_earlier(date, years):
    return f"{int(date[:4]) - years}{date[4:]}"


SHARED = ("fields", "data-")  # files that sets use begin with these


def criteria_files(shared):
    return sorted(path for path in (ROOT / "criteria").glob("*.yaml") if path.name.startswith(SHARED) == shared)


class Criteria(unittest.TestCase):
    def test_every_file_passes_check(self):
        self.assertGreaterEqual(len(criteria_files(shared=False)), 6)
        for path in criteria_files(shared=False) + criteria_files(shared=True):
            with self.subTest(path.name):
                result = run(KDCL, "check", path.relative_to(ROOT).as_posix())
                self.assertEqual((result.returncode, result.stderr), (0, ""), result.stdout)

    def test_all_sets_together_pass_check(self):
        sets = [path.relative_to(ROOT).as_posix() for path in criteria_files(shared=False)]
        result = run(KDCL, "check", *sets)
        self.assertEqual((result.returncode, result.stderr), (0, ""), result.stdout)

    def test_every_shared_part_is_used(self):
        texts = [path.read_text() for path in (ROOT / "criteria").glob("*.yaml")]
        for path in criteria_files(shared=True):
            self.assertTrue(any(re.search(rf"^uses:.*\b{re.escape(path.name)}", text, re.M) for text in texts), path.name)

    def test_every_set_is_shipped_as_it_stands(self):
        listed = run(KDCL, "criteria", "list").stdout
        for path in criteria_files(shared=False):
            with self.subTest(path.name):
                self.assertIn(path.stem, listed)
                self.assertEqual(run(KDCL, "criteria", "show", path.stem, "--yaml").stdout, path.read_text())


class Province(unittest.TestCase):
    def test_rows_and_types(self):
        rows = schools()
        self.assertEqual(len(rows), 609)
        self.assertEqual(len({row["school_id"] for row in rows}), 609)
        types = collections.Counter(row["school_type"] for row in rows)
        self.assertEqual(types["gdtx"], 12)
        self.assertEqual(set(types), {"mam_non", "tieu_hoc", "thcs", "thpt", "th_thcs", "thcs_thpt", "th_thcs_thpt", "gdtx"})
        self.assertEqual(len({row["district"] for row in rows}), 12)
        self.assertEqual({row["assessed_on"] for row in rows}, {DATE})

    def test_recognitions_in_force(self):
        others = [row for row in schools() if row["school_type"] != "gdtx"]
        self.assertEqual(len(others), 597)
        in_force = [row for row in others if row["recognized_level"] in ("1", "2")
                    and years_earlier(DATE, VALID_YEARS) < row["recognized_on"] <= DATE]
        self.assertEqual(len(in_force), 394)
        self.assertEqual({row["recognized_on"][:4] for row in in_force}, {"2019", "2020", "2021", "2022", "2023"})
        self.assertTrue(all(row["decision"] for row in in_force))
        # The same by the program.
        text = run(KDCL, "score", f"{SON_LA}/schools.csv").stdout
        self.assertRegex(text, r"(?m)^National standard by decision +394/597 +66\.0 %")

    def test_no_faults_but_contradictions(self):
        result = run(KDCL, "check", f"{SON_LA}/schools.csv")
        self.assertRegex(result.stdout, r"\Aerrors: 0, warnings: 0, contradictions: [1-9]\d*\nwithout a judgement: indicators: \d+, rows: \d+\n\Z")
        lines = [line for line in result.stderr.splitlines() if not line.startswith("  ")]
        self.assertEqual(len(lines), int(result.stdout.splitlines()[0].split()[-1]))
        for line in lines:
            self.assertRegex(line, r": warning: school \S+ \(.+\): \S+: judged (not )?met, but the figure is .+, required .+")
        self.assertEqual(result.returncode, 1)

    def test_every_school_is_scored(self):
        result = run(KDCL, "score", f"{SON_LA}/schools.csv", "-f", "csv")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        rows = list(csv.DictReader(result.stdout.splitlines()))
        self.assertEqual([row["school_id"] for row in rows], [row["school_id"] for row in schools()])
        for row in rows:
            self.assertEqual(row["level"] == "", row["school_type"] == "gdtx", row["school_id"])
        self.assertTrue(any(row["level"] != row["level_max"] for row in rows), "no school with gaps")

    def test_generator_reproduces_the_files(self):
        result = run(sys.executable, f"{SON_LA}/generate.py", "--check")
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))


class YearBefore(unittest.TestCase):
    def setUp(self):
        self.before = {row["school_id"]: row for row in schools("schools-2022.csv")}
        self.after = {row["school_id"]: row for row in schools()}

    def levels(self, name):
        text = run(KDCL, "score", f"{SON_LA}/{name}", "-f", "csv").stdout
        return {row["school_id"]: (row["level"], row["level_max"]) for row in csv.DictReader(text.splitlines())}

    def test_rows(self):
        self.assertEqual({row["assessed_on"] for row in self.before.values()}, {"2022-12-31"})
        self.assertEqual(len(self.before.keys() - self.after.keys()), 4)
        self.assertEqual(len(self.after.keys() - self.before.keys()), 3)
        check = run(KDCL, "check", f"{SON_LA}/schools-2022.csv")
        self.assertRegex(check.stdout, r"\Aerrors: 0, warnings: 0, contradictions: [1-9]\d*\nwithout a judgement: indicators: \d+, rows: \d+\n\Z")

    def test_recognitions_of_2023_came_later(self):
        then = {id: row for id, row in self.before.items() if row["recognized_level"] in ("1", "2")}
        now = {id: row for id, row in self.after.items() if row["recognized_level"] in ("1", "2")}
        self.assertTrue(all("2018-01-01" < row["recognized_on"] <= "2022-12-31" for row in then.values()))
        self.assertEqual({id for id in now if id not in then}, {id for id, row in now.items() if row["recognized_on"] > "2022-12-31"})
        self.assertEqual((len(then), len(now)), (394 - 33, 394))

    def test_moves(self):
        before, after = self.levels("schools-2022.csv"), self.levels("schools.csv")
        both = [id for id in before if id in after and before[id][0]]
        moved = collections.Counter((after[id][0] > before[id][0]) - (after[id][0] < before[id][0]) for id in both)
        self.assertEqual((moved[1], moved[-1]), (38, 9))
        flags = [id for id in both if (self.before[id]["difficult_area"] == "có") != (self.after[id]["difficult_area"] == "có")
                 and "có" in (self.before[id]["difficult_area"], self.after[id]["difficult_area"])]
        self.assertEqual(len(flags), 1)
        self.assertGreater(before[flags[0]], after[flags[0]])


class OtherFiles(unittest.TestCase):
    def scored(self, name):
        result = run(KDCL, "score", f"{SON_LA}/{name}", "-f", "json")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return json.loads(result.stdout)

    def test_self_assessment(self):
        names = [path.name for path in (ROOT / SON_LA).glob("tu-danh-gia-*.yaml")]
        self.assertEqual(len(names), 1)
        scored = self.scored(names[0])
        self.assertEqual(len(scored["schools"]), 1)
        self.assertEqual(scored["schools"][0]["criteria_set"], "tieu-hoc-2018")
        self.assertNotIn(" error: ", run(KDCL, "check", f"{SON_LA}/{names[0]}").stderr)

    def test_self_assessment_is_the_school_of_the_province(self):
        name = next((ROOT / SON_LA).glob("tu-danh-gia-*.yaml")).name
        alone = self.scored(name)["schools"][0]
        among = json.loads(run(KDCL, "score", f"{SON_LA}/schools.csv", "-f", "json", "--school", alone["school_id"]).stdout)["schools"][0]
        self.assertEqual(alone, among)

    def test_targets_and_letterhead_pass_check(self):
        for name in ("targets.yaml", "letterhead.yaml"):
            with self.subTest(name):
                result = run(KDCL, "check", f"{SON_LA}/{name}")
                self.assertEqual((result.returncode, result.stderr, result.stdout), (0, "", f"{SON_LA}/{name}: no faults\n"))

    def test_2026(self):
        scored = self.scored("lien-cap-2026.csv")
        self.assertEqual(scored["out_of_scope"], [])
        stages = collections.defaultdict(list)
        for school in scored["schools"]:
            self.assertTrue(school["criteria_set"].endswith("-2026"))
            stages[school["school_id"]].append(school)
        several = {id: rows for id, rows in stages.items() if len(rows) > 1}
        self.assertTrue(several, "no school with several stages")
        for rows in several.values():
            self.assertEqual({row["school_level"] for row in rows}, {min(row["level"] for row in rows)})
            self.assertEqual({row["school_level_max"] for row in rows}, {min(row["level_max"] for row in rows)})
        self.assertTrue(any(len({row["level"] for row in rows}) > 1 for rows in several.values()), "no school whose stages differ")
        # Everything is judged: no faults, and no contradictions in a circular where figures only monitor.
        check = run(KDCL, "check", f"{SON_LA}/lien-cap-2026.csv")
        self.assertEqual((check.returncode, check.stderr), (0, ""), check.stdout)


def main():
    global KDCL
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    KDCL = str(pathlib.Path(sys.argv[1]).resolve(strict=True))
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(suite)
    failed = len({test.id() for test, _ in result.failures + result.errors})
    print(f"{result.testsRun - failed} passed, {failed} failed")
    return 1 if failed or not result.testsRun else 0


if __name__ == "__main__":
    sys.exit(main())
