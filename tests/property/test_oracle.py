"""Tests of the oracle itself, with results worked by hand from the design."""

import json
import pathlib
import tempfile
import unittest
from fractions import Fraction

import compare
import oracle
import random_case

HEAD = """
kdcl: 1
id: thu
title: {vi: Thử, en: Trial}
source: {document: 1/TT, issued: 2018-08-22}
in_force: {from: 2018-10-10, to: 2026-07-06}
applies_to: school_type == 'tieu_hoc'
levels:
  1: {title: {vi: Mức 1, en: Level 1}}
  2: {title: {vi: Mức 2, en: Level 2}}
  3: {title: {vi: Mức 3, en: Level 3}}
awards:
  accreditation: [{level: 1}, {level: 3}]
  national_standard: [{level: 2, needs: [{id: cohort, vi: k, en: k, where: cohorts >= 1}]}]
fields:
  pupils: {title: {vi: Số học sinh, en: Pupils}, type: integer, aliases: [Tổng số học sinh]}
  completed: {title: {vi: Số hoàn thành, en: Completed}, type: integer}
  cohorts: {title: {vi: Số khóa, en: Cohorts}, type: integer}
  area: {title: {vi: Diện tích, en: Area}, type: number, unit: m2}
  hard: {title: {vi: Vùng khó khăn, en: Difficult}, type: flag}
  far: {title: {vi: Vùng xa, en: Far}, type: flag}
  library: {title: {vi: Thư viện, en: Library}, type: scale, values: [{id: low, title: {vi: chưa đạt, en: below}}, mid, high]}
measures:
  share: {title: {vi: Tỷ lệ, en: Share}, unit: "%", formula: 100 * completed / pupils}
standards:
  - id: "1"
    title: {vi: Một, en: One}
    criteria:
"""

SHARE_70 = "{measure: share, at_least: 70}"


def criterion(id, levels, extra=""):
    """A criterion in YAML flow style; `levels` is the inside of its `levels` map."""
    return f"      - {{id: '{id}', title: {{vi: t, en: t}}, {extra}levels: {{{levels}}}}}\n"


def indicator(require=None, extra=""):
    return "{vi: v, en: v" + (f", require: {require}" if require else "") + extra + "}"


class Run:
    """Sets (texts) and data (text) scored in a folder of their own."""

    def __init__(self, sets, data, date=None, given=1):
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for number, text in enumerate(sets if isinstance(sets, list) else [sets]):
                paths.append(pathlib.Path(folder) / f"{number}.yaml")
                paths[-1].write_text(text, encoding="utf-8")
            self.library = oracle.Library(paths[:given], paths[given:])
            data = data if isinstance(data, bytes) else data.encode()
            self.scored, self.out_of_scope = oracle.score_run(self.library, [data], date)

    def first(self):
        return self.scored[0]


def one_school(criteria, columns, head=HEAD):
    """The score of one school with these columns under a set of these criteria."""
    columns = {"school_id": "A", "school_type": "tieu_hoc", "assessed_on": "2024-05-20", **columns}
    data = ";".join(columns) + "\n" + ";".join(str(value) for value in columns.values())
    return Run(head + criteria, data).first()


class NoNames:
    """Values for expressions that a test gives as a dictionary."""

    def __init__(self, values):
        self.values = values

    def value_of(self, name):
        return self.values[name]

    def scale_of(self, tree):
        return ["low", "mid", "high"] if tree == ("name", "library") else None


def value(text, **names):
    return oracle.evaluate(oracle.parse_expression(text), NoNames(names))


class ExpressionTest(unittest.TestCase):
    def test_values(self):
        table = [("100 * 7 / 10 == 70", True), ("0.1 + 0.2 == 0.3", True), ("69.96 >= 70", False), ("69.96 == 70", False),
                 ("1 / 3 * 3 == 1", True), ("10 - 3 - 2", 5), ("12 / 3 / 2", 2), ("2 + 3 * 4", 14), ("(2 + 3) * 4", 20),
                 ("8 / 2 * 4", 16), ("ceil(7 / 2)", 4), ("floor(7 / 2)", 3), ("ceil(0 - 7 / 2)", -3), ("floor(0 - 7 / 2)", -4),
                 ("abs(2 - 5)", 3), ("min(3, 1, 2)", 1), ("max(3, 1, 2)", 3), ("'a' in ('a', 'b')", True), ("2 in (1, 3)", False),
                 ("not 1 == 2", True), ("not 1 == 1 or 2 == 2", True), ("not (1 == 1 or 2 == 2)", False),
                 ("1 == 1 or 1 == 1 and 1 == 2", True), ("'Đ' == 'đ'", False), ("'Đa\u0323t' == 'Đạt'", True)]
        for text, expected in table:
            self.assertEqual(value(text), expected, text)

    def test_unknown(self):
        table = [("1 == 2 and u", False), ("u and 1 == 2", False), ("1 == 1 and u", None), ("1 == 1 or u", True), ("u or 1 == 1", True),
                 ("1 == 2 or u", None), ("not u", None), ("0 * n", None), ("n == n", None), ("known(n)", False), ("known(1 / 0)", False),
                 ("1 / 0", None), ("0 / 0", None), ("min(1, n)", None), ("n in (1, 2)", None), ("known(u) or u", None),
                 ("not known(n)", True)]
        for text, expected in table:
            self.assertIs(value(text, u=None, n=None), expected, text)

    def test_scale_and_dates(self):
        self.assertIs(value("library >= 'mid'", library="high"), True)
        self.assertIs(value("'mid' <= library", library="low"), False)
        self.assertIs(value("opened < '2020-01-01'", opened="2019-12-31"), True)


class JudgementTableTest(unittest.TestCase):
    """Section 7, every cell; R is met at 70 of 100, not met at 69, unknown without figures."""

    CELLS = {"met": ("x", 70), "not_met": ("k", 69), "unknown": ("", "")}

    def verdict(self, judged, outcome, part=False):
        require = SHARE_70[:-1] + (", covers: part}" if part else "}")
        columns = {"1.1.1": judged, "completed": self.CELLS[outcome][1], "pupils": 100}
        score = one_school(criterion("1.1", f"1: {indicator(require)}"), columns)
        return score["indicators"]["1.1.1"]["verdict"], score["contradictions"] == ["1.1.1"]

    def test_table(self):
        table = [("x", "met", False, "met", False), ("x", "not_met", False, "not_met", True), ("x", "unknown", False, "met", False),
                 ("k", "met", False, "not_met", True), ("k", "met", True, "not_met", False), ("k", "not_met", False, "not_met", False),
                 ("k", "unknown", False, "not_met", False), ("", "met", False, "met", False), ("", "not_met", False, "not_met", False),
                 ("", "unknown", False, "unknown", False), ("", "met", True, "unknown", False), ("", "not_met", True, "not_met", False),
                 ("", "unknown", True, "unknown", False), ("x", "not_met", True, "not_met", True),
                 ("n/a", "not_met", False, "not_applicable", False)]
        for judged, outcome, part, verdict, contradiction in table:
            self.assertEqual(self.verdict(judged, outcome, part), (verdict, contradiction), (judged, outcome, part))

    def test_filled_in_not_met_is_no_contradiction(self):
        criteria = criterion("1.1", f"1: {indicator(SHARE_70)}")
        score = one_school(criteria, {"1.1": 0, "completed": 70, "pupils": 100})
        self.assertEqual((score["indicators"]["1.1.1"]["verdict"], score["contradictions"]), ("not_met", []))
        score = one_school(criteria, {"1.1": 1, "completed": 69, "pupils": 100})
        self.assertEqual((score["indicators"]["1.1.1"]["verdict"], score["contradictions"]), ("not_met", ["1.1.1"]))


class RequirementTest(unittest.TestCase):
    def figures(self, require, extra="", criterion_extra="", **columns):
        score = one_school(criterion("1.1", f"1: {indicator(require, extra)}", criterion_extra), columns)
        return score["indicators"]["1.1.1"]

    def test_shortfall_and_heads(self):
        figures = self.figures(SHARE_70, completed=78, pupils=125)  # 62.4 %
        self.assertEqual([figures[key] for key in ("found", "shortfall", "heads", "op", "unit")],
                         [Fraction("62.4"), Fraction("7.6"), 10, ">=", "%"])
        self.assertEqual(float(figures["shortfall"]), 7.6)
        # The design's "6.8 points = 12 pupils": 70 % of 176 is 123.2, so 124, and 112 are there.
        self.assertEqual(self.figures(SHARE_70, completed=112, pupils=176)["heads"], 12)

    def test_heads_of_other_operators(self):
        table = [("{measure: share, more_than: 70}", 70, 1), ("{measure: share, at_most: 70}", 75, 5), ("{measure: share, less_than: 70}", 75, 6),
                 ("{measure: share, equals: 70}", 75, None)]
        for require, completed, heads in table:
            self.assertEqual(self.figures(require, completed=completed, pupils=100)["heads"], heads, require)

    def test_figures_only_when_not_met(self):
        figures = self.figures(SHARE_70, completed=70, pupils=100)
        self.assertEqual((figures["found"], figures["shortfall"], figures["heads"]), (70, None, None))
        figures = self.figures(SHARE_70, completed=70, pupils=0)
        self.assertEqual((figures["found"], figures["required"], figures["verdict"]), (None, 70, "unknown"))

    def test_edges(self):
        for area, verdict in [("69,99", "not_met"), ("70", "met"), ("70,01", "met")]:
            self.assertEqual(self.figures("{measure: area, at_least: 70}", area=area)["verdict"], verdict, area)

    def test_exceptions(self):
        require = ("{measure: area, at_least: 70, exceptions: [{where: hard, at_least: 60, because: {vi: khó, en: hard}}, "
                   "{where: far, at_least: 50, because: {vi: xa, en: far}}]}")
        table = [(65, "k", "k", "not_met", 70, None), (65, "có", "", "met", 60, "khó"), (65, "k", "có", "met", 50, "xa"),
                 (65, "", "k", "unknown", 70, None), (75, "", "", "met", 70, None), (45, "", "", "not_met", 70, None),
                 (55, "", "có", "unknown", 50, "xa"), (65, "", "có", "met", 50, "xa")]
        for area, hard, far, verdict, required, because in table:
            figures = self.figures(require, area=area, hard=hard, far=far)
            shown = figures["exception"]["vi"] if figures["exception"] else None
            self.assertEqual((figures["verdict"], figures["required"], shown), (verdict, required, because), (area, hard, far))

    def test_where(self):
        require = "{measure: area, at_least: 70, where: hard}"
        self.assertEqual(self.figures(require, area=10, hard="k")["verdict"], "unknown")  # left out, nothing judged
        self.assertEqual(self.figures(require, area=10, hard="?", **{"1.1.1": "x"})["verdict"], "met")
        figures = self.figures("{measure: area, at_least: 70}", ", where: hard", area=10, hard="không", **{"1.1.1": "x"})
        self.assertEqual((figures["verdict"], figures["judged"], figures["found"]), ("not_applicable", "met", None))
        figures = self.figures("{measure: area, at_least: 70}", "", "where: hard, ", area=10, hard="", **{"1.1.1": "x"})
        self.assertEqual((figures["verdict"], figures["required"]), ("met", None))

    def test_flag_scale_and_several(self):
        self.assertEqual(self.figures("{measure: hard, equals: true}", hard="co")["verdict"], "met")
        self.assertEqual(self.figures("{measure: library, at_least: mid}", library="CHƯA ĐẠT")["verdict"], "not_met")
        both = "[{measure: area, at_least: 1}, {measure: library, at_least: mid}, {measure: share, at_least: 70}]"
        figures = self.figures(both, area=1, library="", completed=1, pupils=2)
        self.assertEqual((figures["verdict"], figures["found"]), ("not_met", 50))
        self.assertEqual(self.figures(both, area=1, library="", completed=70, pupils=100)["required"], "mid")


class LevelTest(unittest.TestCase):
    CRITERIA = (criterion("1.1", f"1: {{a: {indicator()}, b: {indicator()}}}, 2: {indicator()}, 3: {indicator()}")
                + criterion("1.2", f"1: {indicator()}, 2: {indicator()}"))

    def test_criterion_without_level_3(self):
        score = one_school(self.CRITERIA, {"1.1": 3, "1.2": 2})
        self.assertEqual((score["level"], score["criteria"]["1.2"]["level"]), (3, 2))

    def test_interval(self):
        score = one_school(self.CRITERIA, {"1.1.1a": "x", "1.1.1b": "x", "1.1.3": "x", "1.2": 2})
        self.assertEqual((score["level"], score["level_max"], score["missing"], score["blocking"]), (1, 3, ["1.1.2"], []))
        self.assertEqual(score["criteria"]["1.1"], {"level": 1, "level_max": 3})

    def test_blocking(self):
        score = one_school(self.CRITERIA, {"1.1": 3, "1.1.1b": "k", "1.2": 0})
        self.assertEqual((score["level"], score["blocking"]), (0, ["1.1.1b", "1.2.1"]))

    def test_criterion_cell_fills_what_is_unknown(self):
        score = one_school(self.CRITERIA, {"1.1": 1, "1.1.1a": "?", "1.1.2": "x", "1.2": "kad"})
        self.assertEqual([score["indicators"][name]["judged"] for name in ("1.1.1a", "1.1.2", "1.1.3", "1.2.1")],
                         ["met", "met", "not_met", "not_applicable"])
        self.assertEqual((score["level"], score["criteria"]["1.2"]["level"]), (2, None))

    def test_nothing_applies(self):
        score = one_school(self.CRITERIA, {"1.1": "n/a", "1.2": "n/a"})
        self.assertEqual((score["level"], score["level_max"], score["blocking"]), (0, 0, []))

    def test_partly_not_applicable_reports_own_level(self):
        score = one_school(self.CRITERIA, {"1.1.1a": "x", "1.1.1b": "x", "1.1.2": "n/a", "1.1.3": "k", "1.2": 2})
        self.assertEqual(score["criteria"]["1.1"]["level"], 2)

    def test_awards(self):
        score = one_school(self.CRITERIA, {"1.1": 2, "1.2": 2, "cohorts": 0})
        self.assertEqual(score["awards"], {"accreditation": 1, "national_standard": 1})
        self.assertEqual(score["award_conditions"], {"national_standard": [{"cohort": "not_met"}]})

    def test_needs_as_in_the_2026_circular(self):
        needs = "needs: [{criteria: mandatory, level: 2}, {criteria: optional, at_least: 1, level: 2}, {criteria: all, level: 1}]"
        head = HEAD.replace("en: Level 2}", "en: Level 2}, " + needs)
        levels = f"1: {indicator()}, 2: {indicator()}"
        criteria = criterion("1.1", levels) + criterion("1.2", levels, "mandatory: false, ") + criterion("1.3", levels, "mandatory: false, ")
        score = one_school(criteria, {"1.1": 2, "1.2": 2, "1.3": 1}, head)
        self.assertEqual(score["level"], 2)
        score = one_school(criteria, {"1.1": 2, "1.2": 1, "1.3": 1}, head)
        self.assertEqual((score["level"], score["blocking"]), (1, ["1.2.2", "1.3.2"]))
        score = one_school(criteria, {"1.1": 2, "1.2": "n/a", "1.3": 1}, head)
        self.assertEqual((score["level"], score["blocking"]), (1, ["1.3.2"]))


class RunTest(unittest.TestCase):
    CRITERIA = criterion("1.1", f"1: {indicator()}, 2: {indicator()}")

    def test_stages(self):
        data = ("school_id,school_type,stage,assessment,assessed_on,1.1\nA,tieu_hoc,thcs,self,2024-05-20,2\n"
                "A,tieu_hoc,thpt,self,20/05/2024,1\nA,tieu_hoc,thcs,external,2024-05-20,2\n")
        run = Run(HEAD + self.CRITERIA + "per_stage: true\n", data)
        self.assertEqual([entry["school_level"] for entry in run.scored], [1, 1, 3])
        self.assertEqual([entry["awards"]["national_standard"] for entry in run.scored], [0, 0, 1])
        self.assertEqual([entry["school_level"] for entry in Run(HEAD + self.CRITERIA, data).scored], [3, 1, 3])

    def test_dates_are_inclusive_and_others_are_out_of_scope(self):
        data = "school_id;school_type;assessed_on\n"
        for id, day in [("A", "2018-10-09"), ("B", "2018-10-10"), ("C", "06/07/2026"), ("D", "07/07/2026"), ("E", "")]:
            data += f"{id};tieu_hoc;{day}\n"
        run = Run(HEAD + self.CRITERIA, data + "F;gdtx;2024-05-20\n", date="2020-01-01")
        self.assertEqual([entry["row"].identity["school_id"] for entry in run.scored], ["B", "C", "E"])
        self.assertEqual(run.out_of_scope, ["A", "D", "F"])

    def test_officials_files(self):
        header = "school_id\tSCHOOL_TYPE\tTổng Số Học Sinh\tSô\u0301 hoàn thành \tassessed_on\t1.1.1"
        line = '"A"\ttieu_hoc\t125\t78\t20/05/2024\tĐA\u0323T'
        data = b"\xff\xfe" + (header + "\r\n" + line + "\r\n\t\t\t\t\t\r\nB\ttieu_hoc\t\t\t2024-05-20").encode("utf-16-le")
        run = Run(HEAD + criterion("1.1", f"1: {indicator(SHARE_70)}"), data)
        self.assertEqual(len(run.scored), 2)
        figures = run.first()["indicators"]["1.1.1"]
        self.assertEqual((figures["found"], figures["judged"], figures["verdict"]), (Fraction("62.4"), "met", "not_met"))

    def test_separators(self):
        self.assertEqual(oracle.separator_of('a;"b,c,d";e\n1,2,3,4'), (";", 'a;"b,c,d";e\n1,2,3,4'))
        self.assertEqual(oracle.separator_of("sep=;\r\na,b"), (";", "a,b"))

    def test_amendment(self):
        amendment = """
kdcl: 1
id: sua
amends: thu
source: {document: 2/TT, issued: 2021-01-01}
in_force: {from: 2021-01-01}
changes: [{at: 1.1.2, remove: true}, {at: 1.1.1, set: {vi: w, require: {measure: area, at_least: 5}}}, {at: "1.1", add: {clause: Điều 9}}]
"""
        data = "school_id;school_type;assessed_on;area;1.1\nA;tieu_hoc;2020-12-31;4;1\nA;tieu_hoc;2021-01-01;4;1\n"
        run = Run([HEAD + self.CRITERIA, amendment], data, given=2)
        self.assertEqual([entry["set"].id for entry in run.scored], ["thu", "sua"])
        self.assertEqual([entry["level"] for entry in run.scored], [1, 0])
        self.assertEqual(run.scored[1]["indicators"]["1.1.1"]["clause"], "Điều 9")
        self.assertNotIn("1.1.2", run.scored[1]["indicators"])

    def test_level_of(self):
        helper = "kdcl: 1\nid: phu\nlevels: {1: {}, 2: {}}\nstandards: [{id: H, criteria: [{id: H.1, levels: {1: {vi: v}, 2: {vi: v}}}]}]\n"
        criteria = criterion("1.1", f"1: {indicator('{level_of: phu, at_least: 1}')}")
        table = [("x", "", "met", 1), ("", "", "unknown", 0), ("k", "", "not_met", 0)]
        for one, two, verdict, found in table:
            data = f"school_id;school_type;assessed_on;H.1.1;H.1.2\nA;tieu_hoc;2024-05-20;{one};{two}"
            figures = Run([HEAD + criteria, helper], data).first()["indicators"]["1.1.1"]
            self.assertEqual((figures["verdict"], figures["found"]), (verdict, found))

    def test_output(self):
        run = Run(HEAD + self.CRITERIA, "school_id,school_name,school_type,assessed_on,1.1\nA,=1+1,tieu_hoc,20/05/2024,n/a\n")
        header, line = oracle.csv_rows(run.library, run.scored)
        row = dict(zip(header, line))
        self.assertEqual((row["school_name"], row["assessed_on"], row["1.1"], row["not_applicable"]), ("'=1+1", "2024-05-20", "n/a", "2"))
        text = json.dumps(oracle.json_object(run.library, run.scored, run.out_of_scope), default=oracle.plain)
        self.assertEqual(json.loads(text)["schools"][0]["criteria"], {"1.1": {"level": None, "level_max": None}})


class RandomCaseTest(unittest.TestCase):
    def test_same_seed_same_files(self):
        files = []
        for _ in range(2):
            with tempfile.TemporaryDirectory() as folder:
                paths, data = random_case.Case(7).write(folder)
                files.append([path.read_bytes() for path in paths + [data]])
        self.assertEqual(*files)

    def test_cases_can_be_scored(self):
        for seed in range(60):
            with tempfile.TemporaryDirectory() as folder:
                case = random_case.Case(seed)
                paths, data = case.write(folder)
                for entry in oracle.score_run(oracle.Library(paths), [data.read_bytes()], case.date)[0]:
                    self.assertLessEqual(entry["level"], entry["level_max"], seed)
                    self.assertLessEqual(entry["school_level"], entry["level"], seed)


class CompareTest(unittest.TestCase):
    def test_differences(self):
        expected = {"a": Fraction(76, 10), "b": [None, "x", True]}
        self.assertEqual(list(compare.differences(expected, {"a": 7.6, "b": [None, "x", True]})), [])
        self.assertEqual([path for path, _, _ in compare.differences(expected, {"a": 7.6000000000000005, "b": [None, "x", 1]})],
                         ["/a", "/b/2"])


if __name__ == "__main__":
    unittest.main()
