#!/usr/bin/env python3
"""Reads back the workbooks of `kdcl score`, `summary`, `recheck` and `compare`: cells, formulas and the values stored with them, styles, and that two runs agree.

  workbook_test.py KDCL
"""

import hashlib
import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
import zipfile
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parent.parent
SCHOOLS = ROOT / "examples/son-la/schools.csv"
STAGES = ROOT / "examples/son-la/lien-cap-2026.csv"
KDCL = str(Path(sys.argv.pop()).resolve()) if len(sys.argv) > 1 else "kdcl"


def write(command, folder, name, *arguments, **environment):
    path = Path(folder) / name
    clean = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run([KDCL, command, *map(str, arguments), "-o", str(path)], check=True, capture_output=True,
                   env=clean | environment)
    return path


def score(folder, name, *arguments, **environment):
    return write("score", folder, name, *arguments, **environment)


def column(sheet, head, header):
    """Values under a label of the header row."""
    labels = [cell.value for cell in sheet[header]]
    place = labels.index(head)
    return [row[place] for row in sheet.iter_rows(min_row=header + 1, values_only=True)]


def find(sheet, text):
    """The first cell that holds a text."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == text:
                return cell
    raise AssertionError(f"no cell of {sheet.title} holds {text}")


class Province(unittest.TestCase):
    """One workbook of the example province, by district."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = score(cls.folder.name, "a.xlsx", "--lang", "vi", "--by", "district", SCHOOLS)
        cls.values = openpyxl.load_workbook(cls.path, data_only=True)
        cls.formulas = openpyxl.load_workbook(cls.path)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def lines(self):
        """Lines of the list of schools, without head and foot."""
        sheet = self.values["Danh sách"]
        header = find(sheet, "STT").row
        return [row for row in sheet.iter_rows(min_row=header + 1, values_only=True) if isinstance(row[0], int)]

    def test_sheets(self):
        names = self.values.sheetnames
        self.assertEqual(names[:3], ["Tổng hợp", "Danh sách", "Theo nhóm"])
        self.assertEqual(names[-1], "Nguồn")
        self.assertEqual(sum(name.startswith("Tiêu chí ") for name in names), 3)

    def test_list_has_every_school_once(self):
        lines = self.lines()
        self.assertEqual(len(lines), 597)
        self.assertEqual(len({line[1] for line in lines}), 597)
        self.assertEqual([line[0] for line in lines], list(range(1, 598)))

    def test_every_count_is_a_live_formula_with_its_value(self):
        """The stored values against the list, counted here a second time."""
        summary, lines = self.values["Tổng hợp"], self.lines()
        for level, name in enumerate(["Chưa đạt", "Mức 1", "Mức 2", "Mức 3", "Mức 4"]):
            cell = find(summary, name)
            counted = sum(line[5] == level for line in lines)
            self.assertEqual(summary.cell(cell.row, 2).value, counted, name)
            self.assertAlmostEqual(summary.cell(cell.row, 4).value, counted / 597)
            for place in (2, 3, 4):
                self.assertTrue(str(self.formulas["Tổng hợp"].cell(cell.row, place).value).startswith("="))
        decided = find(summary, "Chuẩn quốc gia theo quyết định").row
        self.assertEqual(summary.cell(decided, 2).value, 394)
        self.assertEqual(summary.cell(decided, 3).value, 597)

    def test_no_formula_lacks_its_value(self):
        for sheet in self.formulas:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        value = self.values[sheet.title][cell.coordinate].value
                        self.assertIsInstance(value, (int, float), f"{sheet.title} {cell.coordinate}")

    def test_groups_add_up(self):
        sheet = self.values["Theo nhóm"]
        total = find(sheet, "Tổng cộng").row
        first = find(sheet, "TP Sơn La").row
        for place in range(2, 9):
            above = [sheet.cell(row, place).value for row in range(first, total)]
            self.assertEqual(sheet.cell(total, place).value, sum(above), place)
        self.assertEqual(sheet.cell(total, 2).value, 597)
        self.assertEqual(sheet.cell(total, 8).value, 394)

    def test_criteria_sheets_have_levels(self):
        levels = 0
        for name in self.values.sheetnames:
            if not name.startswith("Tiêu chí "):
                continue
            sheet = self.values[name]
            header = find(sheet, "1.1").row
            cells = [value for value in column(sheet, "1.1", header) if value is not None]
            self.assertTrue(all(value in (0, 1, 2, 3, 4, "–") or "-" in str(value) for value in cells), name)
            levels += len(cells)
        self.assertEqual(levels, 597)

    def test_sources(self):
        sheet = self.values["Nguồn"]
        digest = hashlib.sha256(SCHOOLS.read_bytes()).hexdigest()
        find(sheet, digest)
        find(sheet, hashlib.sha256((ROOT / "criteria/tieu-hoc-2018.yaml").read_bytes()).hexdigest())
        find(sheet, "17/2018/TT-BGDĐT")
        find(sheet, "GX0001")

    def test_paper(self):
        sheet = self.formulas["Danh sách"]
        self.assertEqual(sheet.page_setup.orientation, "landscape")
        self.assertEqual(sheet.page_setup.paperSize, 9)
        self.assertEqual((sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight), (1, 0))
        header = find(sheet, "STT")
        self.assertEqual(sheet.print_title_rows, f"${header.row}:${header.row}")
        self.assertEqual(sheet.freeze_panes, f"D{header.row + 1}")
        self.assertTrue(sheet.auto_filter.ref.startswith(f"A{header.row}:"))
        self.assertIn("&P", sheet.oddFooter.center.text)
        find(sheet, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        find(sheet, "NGƯỜI LẬP BIỂU")

    def test_style(self):
        sheet = self.formulas["Danh sách"]
        header = find(sheet, "STT")
        self.assertTrue(header.font.bold)
        body = sheet.cell(header.row + 1, 3)
        self.assertEqual((body.font.name, body.font.size), ("Times New Roman", 13))
        self.assertTrue(body.alignment.wrap_text)
        self.assertEqual(body.border.left.style, "thin")
        level = sheet.cell(header.row + 1, 6)
        self.assertNotEqual(level.fill.fgColor.rgb, "00000000")
        share = self.formulas["Tổng hợp"].cell(find(self.formulas["Tổng hợp"], "Mức 2").row, 4)
        self.assertEqual(share.number_format, "0.0\\ %")

    def test_every_sheet_says_what_it_is_for(self):
        for sheet in self.values:
            find(sheet, "Kết quả hỗ trợ hội đồng, không thay kết luận của hội đồng.")

    def test_two_runs_give_the_same_bytes(self):
        again = score(self.folder.name, "b.xlsx", "--lang", "vi", "--by", "district", SCHOOLS)
        self.assertEqual(self.path.read_bytes(), again.read_bytes())

    def test_the_time_is_that_of_the_date_or_the_environment(self):
        def created(*arguments, **environment):
            path = score(self.folder.name, "c.xlsx", *arguments, SCHOOLS, **environment)
            return openpyxl.load_workbook(path).properties.created.isoformat()
        self.assertEqual(created(), "2023-12-31T00:00:00")
        self.assertEqual(created(SOURCE_DATE_EPOCH="1704067205"), "2024-01-01T00:00:05")
        self.assertEqual(created("--date", "2025-02-03", SOURCE_DATE_EPOCH="1704067205"), "2025-02-03T00:00:00")


class Others(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def test_text_of_data_is_never_a_formula(self):
        data = Path(self.folder.name) / "data.csv"
        data.write_text("school_id,school_name,school_type,district,assessed_on\n"
                        'A1,=1+1,tieu_hoc,"{x}""*",2023-12-31\nA2,@x,tieu_hoc,+1,2023-12-31\n', encoding="utf-8")
        sheet = openpyxl.load_workbook(score(self.folder.name, "a.xlsx", "--lang", "vi", "--by", "district", data))["Danh sách"]
        self.assertEqual(find(sheet, "=1+1").data_type, "s")
        for text in ("@x", "+1", '{x}"*'):
            self.assertEqual(find(sheet, text).data_type, "s")

    def test_text_of_data_is_never_a_code_of_a_character(self):
        """Excel shows _x0041_ of a file as "A", and _x005F_x0041_ as what the data say."""
        data = Path(self.folder.name) / "data.csv"
        data.write_text("school_id,school_name,school_type,assessed_on\nA1,_x0041_x000D_ _x12,tieu_hoc,2023-12-31\n",
                        encoding="utf-8")
        with zipfile.ZipFile(score(self.folder.name, "a.xlsx", "--lang", "vi", data)) as book:
            self.assertIn(">_x005F_x0041_x005F_x000D_ _x12<", book.read("xl/sharedStrings.xml").decode())

    def test_stages_are_one_line(self):
        path = score(self.folder.name, "a.xlsx", "--lang", "en", STAGES)
        sheet = openpyxl.load_workbook(path, data_only=True)["Schools"]
        ids = [row[1].value for row in sheet.iter_rows() if isinstance(row[0].value, int)]
        self.assertEqual(len(ids), 11)
        self.assertEqual(len(set(ids)), 11)

    def test_one_school(self):
        path = score(self.folder.name, "a.xlsx", "--lang", "vi", "--school", "TH0017", SCHOOLS)
        book = openpyxl.load_workbook(path)
        self.assertEqual(book.sheetnames, ["TH0017"])
        row = find(book["TH0017"], "2.2.3b").row
        self.assertEqual([book["TH0017"].cell(row, place).value for place in (3, 4, 5)],
                         ["64,3 %", "cần ≥ 70 %", "thiếu 5,7 điểm = 2 giáo viên"])
        again = score(self.folder.name, "b.xlsx", "--lang", "vi", "--school", "TH0017", SCHOOLS)
        self.assertEqual(path.read_bytes(), again.read_bytes())

    def test_a_big_book_has_the_same_cells(self):
        """Rows of big books are written out as they come; header and totals must not suffer."""
        data = Path(self.folder.name) / "big.csv"
        head, *rows = SCHOOLS.read_text(encoding="utf-8").splitlines()
        many = [line.replace(",", f"x{copy},", 1) for copy in range(5) for line in rows]
        data.write_text("\n".join([head, *many]) + "\n", encoding="utf-8")
        book = openpyxl.load_workbook(score(self.folder.name, "a.xlsx", "--lang", "vi", data), data_only=True)
        summary = book["Tổng hợp"]
        self.assertEqual(summary.cell(find(summary, "Tổng cộng").row, 2).value, 5 * 597)
        criteria = next(sheet for sheet in book if sheet.title.startswith("Tiêu chí "))
        self.assertEqual(find(criteria, "STT").row + 1, find(criteria, "1.1").row)
        self.assertIn(f"A{find(criteria, 'STT').row}:A{find(criteria, '1.1').row}", [str(place) for place in criteria.merged_cells.ranges])


class ProvinceBook:
    """A workbook of the example province, made by COMMAND from SOURCES; it has more than FORMULAS formulas."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = write(cls.COMMAND, cls.folder.name, "s.xlsx", "--lang", "vi", *cls.SOURCES)
        cls.values = openpyxl.load_workbook(cls.path, data_only=True)
        cls.formulas = openpyxl.load_workbook(cls.path)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def value_of(self, sheet, formula):
        """The formula worked out from the cells it names; those may be formulas themselves."""
        def cell(reference):
            content = self.formulas[sheet][reference.replace("$", "")].value
            if isinstance(content, str) and content.startswith("="):
                return self.value_of(sheet, content)
            return content or 0
        text = formula[1:]
        if whole := re.fullmatch(r"SUM\((\$?[A-Z]+\$?\d+):(\$?[A-Z]+\$?\d+)\)", text):
            cells = self.formulas[sheet][f"{whole[1]}:{whole[2]}".replace("$", "")]
            return sum(cell(one.coordinate) for row in cells for one in row)
        if change := re.fullmatch(r"\((\S+)-(\S+)\)\*100", text):
            return (cell(change[1]) - cell(change[2])) * 100
        if share := re.fullmatch(r"IF\((\S+)=0,0,\((\S+)\+(\S+)\)/\1\)", text):
            return (cell(share[2]) + cell(share[3])) / cell(share[1]) if cell(share[1]) else 0
        if share := re.fullmatch(r"IF\((\S+)=0,0,(\S+)/\1\)", text):
            return cell(share[2]) / cell(share[1]) if cell(share[1]) else 0
        if change := re.fullmatch(r"(\S+)\*100-(\S+)", text):
            return cell(change[1]) * 100 - cell(change[2])
        if part := re.fullmatch(r"(\$[A-Z]+\$\d+)/(\d+)", text):
            return cell(part[1]) / int(part[2])
        self.assertRegex(text, r"^\$[A-Z]+\$\d+(\+\$[A-Z]+\$\d+)*$")
        return sum(cell(one) for one in text.split("+"))

    def line_labels(self, chart):
        """Of every line of a chart the side on which its figures stand, and how many points have none."""
        with zipfile.ZipFile(self.path) as book:
            lines = book.read(f"xl/charts/chart{chart}.xml").decode().split("<c:ser>")[1:]
        return [(re.search('<c:dLblPos val="(.)"', line)[1], line.count("<c:delete ")) for line in lines]

    def test_stored_values_are_those_of_the_formulas(self):
        formulas = 0
        for sheet in self.formulas:
            for row in sheet.iter_rows():
                for one in row:
                    if one.data_type == "f":
                        formulas += 1
                        stored = self.values[sheet.title][one.coordinate].value
                        self.assertAlmostEqual(stored, self.value_of(sheet.title, one.value), 9, f"{sheet.title} {one.coordinate}")
        self.assertGreater(formulas, self.FORMULAS)

    def check_pages(self, titles, charts):
        self.assertEqual([sheet.title for sheet in self.values], titles)
        for sheet in self.values.worksheets[:-1]:
            self.assertEqual(sheet["A1"].value, "ỦY BAN NHÂN DÂN TỈNH SƠN LA", sheet.title)
            self.assertEqual((sheet.page_setup.orientation, sheet.sheet_properties.pageSetUpPr.fitToPage), ("landscape", True), sheet.title)
            find(sheet, "GIÁM ĐỐC")
        with zipfile.ZipFile(self.path) as book:
            self.assertEqual(sum(name.startswith("xl/charts/chart") for name in book.namelist()), charts)

    def test_two_runs_give_the_same_bytes(self):
        again = write(self.COMMAND, self.folder.name, "again.xlsx", "--lang", "vi", *self.SOURCES)
        self.assertEqual(self.path.read_bytes(), again.read_bytes())


class Summary(ProvinceBook, unittest.TestCase):
    """The ten sheets of the example province with its targets and letterhead."""

    COMMAND, FORMULAS = "summary", 500
    SOURCES = [SCHOOLS, "--targets", ROOT / "examples/son-la/targets.yaml", "--letterhead", ROOT / "examples/son-la/letterhead.yaml"]

    def test_targets_read_as_published(self):
        sheet = self.values["2 Chỉ tiêu"]
        first = find(sheet, "Trường mầm non và phổ thông đạt chuẩn quốc gia").row
        goal, reached, of, share, difference, ahead = [sheet.cell(first, column).value for column in range(4, 10)]
        self.assertEqual((goal, reached, of, ahead), (63.2, 394, 597, 16))
        self.assertAlmostEqual(share, 394 / 597, 12)
        self.assertAlmostEqual(difference, 100 * 394 / 597 - 63.2, 9)
        self.assertEqual(self.formulas["2 Chỉ tiêu"].cell(first, 8).number_format, "+#,##0.0;-#,##0.0;#,##0.0")

    def test_every_school_is_listed_and_counted_once(self):
        listed = [row[1] for row in self.values["8 Danh sách"].iter_rows(values_only=True) if isinstance(row[0], (int, float))]
        self.assertEqual((len(listed), len(set(listed))), (597, 597))
        total = find(self.values["1 Tổng hợp"], "Cộng")
        self.assertEqual(self.values["1 Tổng hợp"].cell(total.row, 3).value, 597)
        total = find(self.values["3 Theo địa bàn"], "Cộng")
        self.assertEqual(self.values["3 Theo địa bàn"].cell(total.row, 3).value, 597)

    def test_pages_charts_and_signers(self):
        self.check_pages([
            "1 Tổng hợp", "2 Chỉ tiêu", "3 Theo địa bàn", "4 Điểm yếu", "5 Điểm mạnh", "6 Sắp đạt", "7 Hết hạn", "8 Danh sách",
            "9 Dữ liệu thiếu", "10 Nguồn"], 2)
        # The way ends at the day of the report, the only one of the example with a figure.
        self.assertEqual(self.line_labels(1), [("b", 0), ("t", 0)])


class SummaryOfYears(ProvinceBook, unittest.TestCase):
    """The same of two years: two sheets more."""

    COMMAND, FORMULAS = "summary", 500
    SOURCES = [ROOT / "examples/son-la/schools-2022.csv", SCHOOLS]

    def lines(self):
        """The rows of the list of schools: id, place, change, levels and decisions of the two years."""
        rows = self.values["11 Diễn biến"].iter_rows(values_only=True)
        return [(row[1], row[4], *row[5:10]) for row in rows if isinstance(row[0], (int, float))]

    def test_sheets_and_charts(self):
        self.assertEqual([sheet.title for sheet in self.values.worksheets[8:]], ["9 Dữ liệu thiếu", "10 Qua các năm", "11 Diễn biến", "12 Nguồn"])
        find(self.values["12 Nguồn"], "BIỂU 12. NGUỒN SỐ LIỆU VÀ TIÊU CHÍ")
        self.assertEqual([len(sheet._charts) for sheet in self.formulas.worksheets[9:]], [1, 0, 0])
        self.assertEqual(self.values["10 Qua các năm"].page_setup.orientation, "portrait")
        self.assertEqual(self.line_labels(2), [("t", 0), ("b", 0)])

    def test_years_side_by_side(self):
        sheet = self.values["10 Qua các năm"]
        rows = [row[:8] for row in sheet.iter_rows(values_only=True) if row[0] in ("2022", "2023")]
        self.assertEqual([row[2:5] + row[6:7] for row in rows[:2]], [(598, 598, 372, 361), (597, 597, 399, 394)])
        self.assertAlmostEqual(rows[1][5], 399 / 597)
        self.assertEqual(rows[-1], ("2023", "2022", 38, 533, 9, 14, 594, 3))

    def test_list_is_of_the_schools_of_both_years(self):
        lines = self.lines()
        self.assertEqual((len(lines), len({line[0] for line in lines})), (594, 594))
        changes = [line[2] for line in lines]
        self.assertEqual([changes.count(change) for change in (1, 0, -1, "chưa rõ")], [38, 533, 9, 14])
        for id, _, change, before, after, *decided in lines:
            if change != "chưa rõ":
                self.assertEqual(after - before, change, id)
            self.assertTrue(set(decided) <= {0, 1, 2}, id)

    def test_list_is_by_place_then_as_the_data_are(self):
        lines = self.lines()
        places = list(dict.fromkeys(line[1] for line in lines))
        self.assertEqual(places, ["Bắc Yên", "Mai Sơn", "Mộc Châu", "Mường La", "Phù Yên", "Quỳnh Nhai", "Sông Mã", "Sốp Cộp", "Thuận Châu",
                                  "TP Sơn La", "Vân Hồ", "Yên Châu"])
        self.assertEqual(sorted(places.index(line[1]) for line in lines), [places.index(line[1]) for line in lines])


class Recheck(ProvinceBook, unittest.TestCase):
    """The eight sheets of the recheck on the day of the data."""

    COMMAND, FORMULAS = "recheck", 90
    SOURCES = [SCHOOLS, "--letterhead", ROOT / "examples/son-la/letterhead.yaml"]

    def test_every_recognised_school_is_listed_once(self):
        listed = [row[1] for row in self.values["6 Danh sách"].iter_rows(values_only=True) if isinstance(row[0], (int, float))]
        self.assertEqual((len(listed), len(set(listed))), (394, 394))

    def test_pages_charts_and_signers(self):
        self.check_pages(["1 Tổng quan", "2 Theo địa bàn", "3 Không còn đạt", "4 Còn nghi vấn", "5 Thời hạn", "6 Danh sách", "7 Sáp nhập",
                          "8 Nguồn"], 1)


class Controls(unittest.TestCase):
    """Characters that XML cannot hold, wherever data can put them: blanks in every workbook, and every part can be read."""

    BAD = "\x01\x0b\x1b\x7f\x9b\ufffe\uffff"
    SET = """
kdcl: 1
id: dieu-khien
title: {vi: "Bộ\ufffe", en: "Set\uffff"}
source: {document: "1/2020\x9b", issued: 2020-01-01}
in_force: {from: 2020-01-10}
applies_to: school_type == 'tieu_hoc'
levels: {1: {title: {vi: "Mức\ufffe1", en: "Level\ufffe1"}}}
awards: {national_standard: [{level: 1, title: {vi: "Mức\uffff", en: "L\uffff"}, valid_years: 5}]}
fields:
  pupils: {title: {vi: "Học\ufffe sinh", en: "Pu\uffffpils"}, type: integer, unit: {vi: "em\ufffe", en: "u\uffff"}, min: 1, max: 99}
  kind: {title: {vi: Loại, en: Kind}, type: choice, values: [{id: a, title: {vi: "A\ufffe", en: "A\uffff"}}, b]}
standards:
  - id: "1"
    title: {vi: "Chuẩn\ufffe", en: "Standard\uffff"}
    criteria:
      - id: "1.1"
        title: {vi: "Tiêu chí\ufffe", en: "Criterion\uffff"}
        levels: {1: {a: {vi: "Có\ufffe", en: "Is\uffff", require: {measure: pupils, at_least: 10}}}}
"""

    def test_every_workbook(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "set.yaml").write_text(self.SET, encoding="utf-8")
            row = f'"T1{self.BAD}","Hoa{self.BAD}Ban",tieu_hoc,"Mai{self.BAD}Sơn",{{}}-12-31,1,2021-05-20,"12{self.BAD}",{{}},x\n'
            head = "school_id,school_name,school_type,district,assessed_on,recognized_level,recognized_on,decision,pupils,1.1.1a\n"
            for year, pupils in ((2022, 9), (2023, 10)):
                (folder / f"{year}.csv").write_text(head + row.format(year, pupils), encoding="utf-8")
            notes = f'school_id,criterion,weaknesses,action\n"T1{self.BAD}",1.1,"Yếu{self.BAD}","Làm{self.BAD}"\n'
            (folder / "notes.csv").write_text(notes, encoding="utf-8")
            (folder / "letterhead.yaml").write_text("left: [\"UBND\ufffe\"]\nplace: \"Sơn La\uffff\"\n", encoding="utf-8")
            at = lambda *names: [folder / name for name in names]
            rules = ("-c", folder / "set.yaml", "--lang", "vi")
            paper = ("--letterhead", folder / "letterhead.yaml")
            runs = [
                ("score", *rules, "--by", "district", *at("2023.csv")),
                ("score", *rules, "--school", "T1" + self.BAD, *at("2023.csv")),
                ("report", *rules, *paper, *at("2022.csv", "2023.csv", "notes.csv")),
                ("summary", *rules, *paper, *at("2022.csv", "2023.csv")),
                ("recheck", *rules, *paper, *at("2023.csv")),
                ("compare", *rules, *at("2022.csv", "2023.csv")),
                ("template", folder / "set.yaml", "--lang", "vi", "--schools", folder / "2023.csv"),
            ]
            for number, (command, *arguments) in enumerate(runs):
                with self.subTest(command=command, number=number):
                    path = write(command, folder, f"{number}.xlsx", *arguments)
                    self.check_parts(path)
                    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows(values_only=True)
                             for cell in row if isinstance(cell, str)]
                    self.assertTrue(any("Hoa" + " " * len(self.BAD) + "Ban" in cell for cell in cells))

    def check_parts(self, path):
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                text = book.read(name).decode("utf-8")
                xml.etree.ElementTree.fromstring(text)
                self.assertIsNone(re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|_x00[01]", text), f"{path} {name}")


class Comparison(unittest.TestCase):
    """The chart of the schools that rose and fell, by district."""

    def axis_unit(self, *sources):
        with tempfile.TemporaryDirectory() as folder:
            with zipfile.ZipFile(write("compare", folder, "a.xlsx", *sources)) as book:
                return re.findall('<c:majorUnit val="(.*?)"', book.read("xl/charts/chart1.xml").decode())

    def test_axis_of_few_schools_marks_whole_ones(self):
        golden = ROOT / "tests/golden"
        at_most_5 = [golden / "compare-before.csv", golden / "compare-after.csv", "-c", golden / "mini.yaml"]
        self.assertEqual(self.axis_unit(*at_most_5), ["1"])
        at_most_6 = [ROOT / "examples/son-la/schools-2022.csv", SCHOOLS]
        self.assertEqual(self.axis_unit(*at_most_6), [])


if __name__ == "__main__":
    unittest.main(warnings="ignore")  # openpyxl warns of data bars, which it does not read
