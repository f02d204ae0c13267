#!/usr/bin/env python3
"""Reading workbooks: the same schools as CSV and as .xlsx give the same results, whoever wrote the workbook, and hostile
workbooks give a clear error in little time and memory.

    xlsx_test.py KDCL
"""

import csv
import datetime
import hashlib
import io
import pathlib
import re
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

import openpyxl

ROOT = pathlib.Path(__file__).resolve().parent.parent
KDCL = pathlib.Path(sys.argv.pop(1)).resolve()
PROVINCE = ROOT / "examples/son-la/schools.csv"
MOST_SECONDS = 20  # sanitizers are slow; a bomb that is not stopped takes minutes
HEAD = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"


def kdcl(*words, **options):
    return subprocess.run([str(KDCL), *map(str, words)], capture_output=True, text=True, timeout=120, **options)


def as_excel_keeps_it(name, text):
    """Figures as numbers, dates as dates, the rest as text."""
    if text == "":
        return None
    if name in ("assessed_on", "recognized_on"):
        return datetime.date.fromisoformat(text)
    if name != "school_id" and re.fullmatch(r"-?\d+", text):
        return int(text)
    if re.fullmatch(r"-?\d+\.\d+", text):
        return float(text)
    return text


def province_workbook(path):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Trường")
    with PROVINCE.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines)
        head = next(rows)
        sheet.append(head)
        for row in rows:
            sheet.append([as_excel_keeps_it(name, text) for name, text in zip(head, row)])
    book.save(path)


class Same(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.book = self.folder / "truong.xlsx"
        province_workbook(self.book)
        self.expected = kdcl("score", PROVINCE, "-f", "csv", "-q").stdout
        self.assertEqual(self.expected.count("\n"), 610)

    def test_openpyxl(self):
        for threads in (1, 3):
            self.assertEqual(kdcl("score", self.book, "-f", "csv", "-q", "-j", threads).stdout, self.expected)

    def test_every_command_reads_workbooks(self):
        summary = kdcl("summary", PROVINCE, "-q").stdout
        self.assertIn("394/597", summary)
        self.assertEqual(kdcl("summary", self.book, "-q").stdout, summary)
        self.assertIn("truong.xlsx:Trường!", kdcl("check", self.book).stderr)

    def test_open_criterion(self):
        """1-2 as text is a level; Excel's date of it is an error that says so."""
        book = openpyxl.Workbook()
        book.active.append(["school_id", "school_type", "assessed_on", "1.1", "1.2"])
        book.active.append(["A1", "tieu_hoc", datetime.date(2023, 12, 31), "1-2", 2])
        book.save(self.book)
        found = kdcl("score", self.book, "-f", "csv", "-q")
        self.assertEqual(next(csv.DictReader(io.StringIO(found.stdout)))["1.1"], "1-2")
        book.active["D2"] = datetime.date(2026, 2, 1)
        book.save(self.book)
        found = kdcl("score", self.book, "--lang", "en")
        self.assertEqual(found.returncode, 2)
        self.assertIn("truong.xlsx:Sheet!D2: error: school A1: 1.1: ", found.stderr)
        self.assertIn("hint: Excel makes a date of 1-2", found.stderr)

    def test_words_and_codes(self):
        """Words of the office, what nobody sees, and codes that are alike, as in CSV."""
        book = openpyxl.Workbook()
        for row in (["school_id", "school_type", "ownership", "district", "assessed_on", "assessment", "1.1"],
                    ["T01\u200b", "Tiểu  học", "Công lập", "Mai\u00a0Sơn", "31/12/2023", "Tự đánh giá", 2],
                    ["t1", "Trường Tiểu học", "Bán công", "Mai Sơn", "31/12/2023", "Self", 2]):
            book.active.append(row)
        book.save(self.book)
        said = kdcl("check", self.book, "--lang", "en").stderr.replace(str(self.book), "B")
        self.assertIn("B:Sheet!A2: warning: school_id: characters that nobody sees", said)
        self.assertIn("B:Sheet!D2: warning: district: characters that nobody sees", said)
        self.assertIn('B:Sheet!A3: warning: school_id: the code "t1" here differs from that at B:Sheet!2 only in', said)
        self.assertIn('B:Sheet!C3: error: school t1: ownership: expected one of cong_lap, dan_lap, tu_thuc, ngoai_cong_lap, found "Bán công"', said)
        self.assertEqual((said.count("error:"), said.count("warning:")), (1, 3))

    def test_cover_and_long_sheet(self):
        """A cover before the schools, and their judgements one below the other on a sheet of their own."""
        judged = re.compile(r"M?\d+\.\d+")
        book = openpyxl.Workbook()
        book.active["A1"] = "Sở Giáo dục và Đào tạo"
        schools, results = book.create_sheet("Trường"), book.create_sheet("Chỉ báo")
        results.append(["Kết quả các chỉ báo"])
        results.append([None, "Mã trường", "Chỉ báo", "Kết quả"])
        with PROVINCE.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.reader(lines))
        for number, row in enumerate(rows):
            pairs = list(zip(rows[0], row))
            schools.append([as_excel_keeps_it(name, text) if number else name for name, text in pairs if not judged.match(name)])
            for name, text in pairs if number else ():
                if judged.match(name) and text:
                    results.append([None, row[0], name, text])
        book.save(self.book)
        self.assertEqual(kdcl("score", self.book, "-f", "csv", "-q").stdout, self.expected)

    def test_libreoffice(self):
        if not shutil.which("libreoffice"):
            self.skipTest("libreoffice is not installed: its workbooks were not tried")
        subprocess.run(["libreoffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML", "--outdir", self.folder / "lo", self.book], check=True, capture_output=True)
        self.assertEqual(kdcl("score", self.folder / "lo/truong.xlsx", "-f", "csv", "-q").stdout, self.expected)


class Figures(unittest.TestCase):
    """What a number cell means is what it holds; what a text cell means is what it says."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def check(self, *areas):
        book = openpyxl.Workbook()
        book.active.append(["Danh sách trường"])
        book.active.append([None, "Mã trường", "Tên trường", "Loại trường", "Ngày đánh giá", "Diện tích mặt bằng của trường"])
        for number, area in enumerate(areas, 1):
            book.active.append([None, f"C{number}", f"THCS {number}", "thcs", datetime.date(2023, 12, 31), area])
        book.save(self.folder / "thcs.xlsx")
        return kdcl("check", "thcs.xlsx", "--lang", "en", cwd=self.folder)

    def test_numbers_with_three_decimals(self):
        found = self.check(8.125, 12.5, 999.125, 8500)
        self.assertEqual((found.returncode, found.stderr), (0, ""))

    def test_texts_that_may_be_thousands(self):
        found = self.check("8.500", 8.125, "12,000", "8500,5", "8.50")
        field = "Site area of the school (site_area)"
        self.assertEqual(found.stderr, (
            f'thcs.xlsx:Sheet!F3: error: school C1 (THCS 1): {field}: "8.500" may mean 8500 or 8.5\n'
            "  hint: write 8500, or 8.50 if 8.5 is meant\n"
            f'thcs.xlsx:Sheet!F5: error: school C3 (THCS 3): {field}: "12,000" may mean 12000 or 12\n'
            "  hint: write 12000, or 12.00 if 12 is meant\n"
            f'thcs.xlsx:Sheet!F6: error: school C4 (THCS 4): {field}: expected a number, found "8500,5"\n'))

    def test_numbers_next_to_each_other_in_many_rows(self):
        """Which cells are numbers is kept by place: rows of several blocks, and every other one a text."""
        found = self.check(*[8.125 if number % 2 else "8,5" for number in range(1, 4001)])
        self.assertNotIn("may mean", found.stderr)
        self.assertIn("errors: 2000,", found.stdout)


HEADER = ["school_id", "school_name", "school_type", "district", "assessed_on", "pupils", "1.1"]


def row_of(school, district="Mai Sơn"):
    return [school, f"Tiểu học {school}", "tieu_hoc", district, "31/12/2023", 100, 2]


class Sheets(unittest.TestCase):
    """Which sheets of a workbook are read, and what is said of the others."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def book(self, sheets, name="tinh.xlsx", hidden=(), hidden_rows=()):
        """A sheet for each title: its rows."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
            sheet.sheet_state = "hidden" if title in hidden else "visible"
            for row in hidden_rows:
                sheet.row_dimensions[row].hidden = True
        if all(title in hidden for title in sheets):
            book.create_sheet("Bìa")
        path = self.folder / name
        book.save(path)
        return path

    def said(self, *words, command="check"):
        found = kdcl(command, *words, "--lang", "en", cwd=self.folder)
        return found.stderr.replace(f"{self.folder}/", "")

    def schools(self, *words):
        found = kdcl("score", *words, "-f", "csv", "-q", cwd=self.folder)
        self.assertEqual(found.returncode, 0, found.stderr)
        return [row["school_id"] for row in csv.DictReader(io.StringIO(found.stdout))]

    def test_a_sheet_per_district(self):
        path = self.book({"Mai Sơn": [HEADER, row_of("T2")], "Mộc Châu": [["Danh sách"], HEADER, row_of("T1"), row_of("T3")]})
        self.assertEqual(self.schools(path), ["T2", "T1", "T3"])
        self.assertEqual(self.schools(path, "-j", 1), ["T2", "T1", "T3"])
        self.assertEqual(self.said(path), "")
        self.assertEqual(self.schools(path, "--sheet", "mộc châu"), ["T1", "T3"])
        self.assertEqual(self.said(path, "--sheet", "Mộc Châu"), "")
        # Each stands in the sources by its name.
        found = kdcl("score", "tinh.xlsx", "-f", "json", "-q", cwd=self.folder)
        self.assertEqual(re.findall(r'"name": "(.*?)", "sha256": "(.*?)"', found.stdout),
                         [(f"tinh.xlsx:{title}", hashlib.sha256(path.read_bytes()).hexdigest()) for title in ("Mai Sơn", "Mộc Châu")])
        self.assertEqual(kdcl("score", path, "-q", "-o", self.folder / "x.xlsx").returncode, 0)
        cells = [str(cell.value) for sheet in openpyxl.load_workbook(self.folder / "x.xlsx") for row in sheet for cell in row]
        self.assertTrue({f"{path}:Mai Sơn", f"{path}:Mộc Châu"} <= set(cells))
        self.assertIn("3 schools", kdcl("summary", path, "--lang", "en").stdout.splitlines()[0])

    def test_the_same_as_files(self):
        """A workbook stands for as many tables as files would."""
        rows = {"A": [row_of("T1"), row_of("T2")], "B": [row_of("T3", "Sông Mã")]}
        whole = self.book({title: [HEADER, *found] for title, found in rows.items()})
        parts = [self.book({title: [HEADER, *found]}, f"{title}.xlsx") for title, found in rows.items()]
        for words in (["summary"], ["score"], ["score", "-f", "csv"], ["recheck", "--date", "2026-12-31"], ["summary", "-f", "csv"]):
            self.assertEqual(kdcl(*words, whole, "--lang", "en").stdout, kdcl(*words, *parts, "--lang", "en").stdout, words)

    def test_a_school_on_two_sheets(self):
        path = self.book({"Mai Sơn": [HEADER, row_of("T2")], "Mộc Châu": [HEADER, row_of("T1"), row_of("T2")]})
        self.assertIn("tinh.xlsx:Mộc Châu!A3: error: school T2 (same stage, assessor and date) is already at tinh.xlsx:Mai Sơn!2",
                      self.said(path))

    def test_sums_of_a_workbook(self):
        """Several sheets of one file are no data given twice; the file in two parts is."""
        path = self.book({"Mai Sơn": [HEADER, row_of("T2")], "Mộc Châu": [HEADER, row_of("T1")]})
        part = self.folder / "part.txt"
        part.write_text(kdcl("summary", path, "--partial").stdout, encoding="utf-8")
        self.assertEqual(kdcl("summary", part).stdout, kdcl("summary", path).stdout)
        copy = shutil.copy(part, self.folder / "copy.txt")
        self.assertEqual(self.said(part, copy, command="summary").count("the same data would be added twice"), 1)

    def test_guide_before_the_data(self):
        path = self.book({"Hướng dẫn": [["Cột", "Cách nhập"], ["Mã trường", "Bắt buộc"], ["Tên trường", "Bắt buộc"]],
                          "Dữ liệu": [HEADER, row_of("T1")]})
        self.assertEqual(self.schools(path), ["T1"])
        self.assertEqual(self.said(path), "tinh.xlsx:Hướng dẫn!2: warning: only a list of schools (no type, day, decision, figure or "
                                          "judgement), not read\n")

    def test_lists(self):
        names = [["Mã trường", "Tên trường", "Huyện", "Loại hình"], ["T1", "Hoa", "Mai Sơn", "công lập"]]
        path = self.book({"Danh sách": names, "Số liệu": [HEADER, row_of("T1")]})
        self.assertEqual(self.schools(path), ["T1"])
        self.assertIn("tinh.xlsx:Danh sách!1: warning: only a list of schools", self.said(path))
        # Any other known column makes it a table.
        for column in ("Loại trường", "assessed_on", "Số quyết định", "pupils", "5.5.1a", "5.5", "stage"):
            found = self.said(self.book({"Danh sách": [[*names[0][:2], column], ["T9", "Hoa", None]], "Số liệu": [HEADER, row_of("T1")]}))
            self.assertNotIn("only a list", found, column)
        # A list of schools may be no more.
        path = self.book({"Danh sách": names})
        self.assertIn("no school of the list belongs to the criteria set",
                      self.said("tieu-hoc-2018", "--schools", path, "-f", "csv", command="template"))
        # Nothing else: said, and an error.
        path = self.book({"Danh sách": names})
        self.assertEqual(self.said(path, command="score"), (
            "tinh.xlsx:Danh sách!1: warning: only a list of schools (no type, day, decision, figure or judgement), not read\n"
            "tinh.xlsx: error: all sheets with school ids are only lists: there is nothing to read\n"
            "  hint: name a sheet with --sheet to read it all the same\n"
            "errors: 1, warnings: 1. Nothing was scored.\n"))

    def test_sheets_without_a_column_of_ids(self):
        """A sheet of schools whose ids have no known name, or none at all, is told of; a guide is not."""
        not_read = "this sheet is not read: it has columns"
        for header, place, columns, hint in (
                (["Mã trừơng", "Tên trường", "Loại trường", "Ngày đánh giá"], "A1", '"Loại trường", "Ngày đánh giá"', "if \"Mã trừơng\" has the codes"),
                (["TT", "Mã định danh trường", "Loại trường", "Ngày đánh giá", "pupils", "5.5.1a"], "A1",
                 '"Loại trường", "Ngày đánh giá", "pupils"', "name the column of the schools' codes"),
                (["Tên trường", "5.5.1a", "5.5.1b"], "A1", '"5.5.1a", "5.5.1b"', "name the column"),
                (["STT", "school-id", "pupils"], "B1", '"pupils"', "if \"school-id\" has the codes")):
            rows = [header, ["T9"] * len(header)]
            found = self.said(self.book({"Sai": rows, "Đúng": [HEADER, row_of("T1")]})).splitlines()
            self.assertEqual(found[0], f"tinh.xlsx:Sai!{place}: warning: {not_read} {columns} but no column school_id (Mã trường)", header)
            self.assertIn(hint, found[1])
            self.assertEqual(self.schools(self.folder / "tinh.xlsx"), ["T1"])
            found = self.said(self.book({"Sai": rows}))
            self.assertEqual(found.count("error: "), 1, found)
            self.assertIn(f"tinh.xlsx:Sai!{place}: error: {not_read}", found)
        for rows in ([["Cột", "Cách nhập"], ["Loại trường", "Bắt buộc"], ["Ngày đánh giá", "Bắt buộc"]], [["Huyện", "Xã", "Tên trường"]],
                     [["Tổng hợp", "pupils"]]):
            self.assertEqual(self.said(self.book({"Khác": rows, "Đúng": [HEADER, row_of("T1")]})), "", rows)

    def test_headers_far_down(self):
        for above, is_read in ((19, True), (20, True), (27, True), (99, True)):
            title = [["Ghi chú"]] * above
            path = self.book({"Sâu": [*title, HEADER, row_of("T2")], "Đúng": [HEADER, row_of("T1")]})
            self.assertEqual(self.schools(path), ["T2", "T1"], above)

    def test_columns_of_long_tables(self):
        """Columns that nothing is read from are told, with the nearest; one that may be that of schools is an error."""
        long = [["indicator", "Kết quả", "Mã số trường"], ["1.2.1a", "k", "T98"], ["1.2.1b", "k", "T99"]]
        found = self.said(self.book({"Mai Sơn": [HEADER, row_of("T1")], "Chỉ báo": long}), command="score")
        self.assertIn('tinh.xlsx:Chỉ báo!C1: error: is the column "Mã số trường" that of schools?', found)
        long = [["school_id", "school_name", "indicator", "Kết quả", "Ghi chu", "x"], ["T1", "Hoa", "1.2.1a", "k"]]
        path = self.book({"Mai Sơn": [HEADER, row_of("T1")], "Chỉ báo": long})
        self.assertEqual(self.said(path), 'tinh.xlsx:Chỉ báo!E1: warning: unknown column "Ghi chu" is left out\n  hint: did you mean "ghi chú"?\n'
                                          'tinh.xlsx:Chỉ báo!F1: warning: unknown column "x" is left out\n')
        self.assertIn("!E1: error: unknown column", self.said(path, "--strict"))

    def test_faults_stand_in_the_table_that_has_them(self):
        """What a long table says wrongly is told at its cell, though the school stands elsewhere."""
        rows = [[*HEADER, "5.4"], [*row_of("T1"), None], [*row_of("T2"), 9]]
        long = [["Kết quả đánh giá"], [None, "school_id", "indicator", "result"], [None, "T2", "5.5", "9"], [None, "T1", "5.4", 9]]
        said = self.said(self.book({"Mai Sơn": rows, "Chỉ báo": long}))
        places = re.findall(r"tinh.xlsx:(\S.*?): error: school (T\d) .*?(5\.\d): the criteria set", said)
        column = openpyxl.utils.get_column_letter(len(rows[0]))
        self.assertEqual(places, [("Chỉ báo!D3", "T2", "5.5"), ("Chỉ báo!D4", "T1", "5.4"), (f"Mai Sơn!{column}3", "T2", "5.4")], said)

    def test_hidden_sheets(self):
        sheets = {"Cũ": [HEADER, row_of("T9")], "Chỉ báo": [["school_id", "indicator", "result"], ["T1", "1.2.1a", "k"]],
                  "Ghi": [["Không có gì"]], "Dữ liệu": [HEADER, row_of("T1")]}
        path = self.book(sheets, hidden=("Cũ", "Chỉ báo", "Ghi"))
        self.assertEqual(self.schools(path), ["T1"])
        said = self.said(path)
        for title in ("Cũ", "Chỉ báo"):
            self.assertIn(f"tinh.xlsx:{title}: warning: a hidden sheet with a table of data is not read\n  hint: unhide it to have it read\n", said)
        self.assertNotIn("Ghi", said)
        self.assertEqual(self.schools(path, "--sheet", "Cũ"), ["T9"])

    def test_hidden_rows(self):
        path = self.book({"Dữ liệu": [["Danh sách"], HEADER, row_of("T1"), row_of("T2"), row_of("T3")]}, hidden_rows=(1, 4, 5, 9))
        self.assertEqual(self.schools(path), ["T1", "T2", "T3"])
        self.assertEqual(self.said(path), "tinh.xlsx:Dữ liệu!4: warning: rows of the table that are hidden (by a filter or by hand): 2; "
                                          "they count all the same\n")

    def test_sheets_without_schools(self):
        path = self.book({"Mai Sơn": [HEADER, row_of("T1")], "Mộc Châu": [HEADER]})
        self.assertEqual(self.schools(path), ["T1"])
        self.assertEqual(self.said(path), "tinh.xlsx:Mộc Châu: warning: only a header row, no schools\n")
        path = self.book({"Mai Sơn": [HEADER], "Mộc Châu": [HEADER]})
        self.assertIn("tinh.xlsx:Mai Sơn: error: only a header row, no schools", self.said(path))

    def test_judgements_of_several_sheets(self):
        """A long table is about the schools of all sheets of its workbook; --sheet says that it is left out."""
        long = [["school_id", "indicator", "result"], ["T1", "1.2.1a", "k"], ["T2", "1.2.1a", "x"]]
        sheets = {"Mai Sơn": [HEADER, row_of("T1")], "Chỉ báo": long, "Mộc Châu": [HEADER, row_of("T2")]}
        found = kdcl("score", self.book(sheets), "-f", "json", "-q").stdout
        self.assertEqual(re.findall(r'"1.2.1a": {"verdict": "(\w+)"', found), ["not_met", "met"])
        self.assertEqual(self.said(self.folder / "tinh.xlsx", "--sheet", "Mộc Châu"),
                         "tinh.xlsx:Chỉ báo: warning: this sheet has judgements and is not read, as --sheet names another\n")
        # One without ids of schools can't be about two.
        long = [row[1:] for row in long]
        self.assertIn("there are several schools", self.said(self.book(sheets | {"Chỉ báo": long})))

    def test_judgements_alone(self):
        """A workbook that has only judgements, of schools in another file."""
        long = self.book({"Chỉ báo": [["school_id", "indicator", "result"], ["T1", "1.2.1a", "k"]]}, "long.xlsx")
        wide = self.book({"Dữ liệu": [HEADER, row_of("T1")]})
        for files in ((long, wide), (wide, long)):
            found = kdcl("score", *files, "-f", "json", "-q")
            self.assertEqual(found.returncode, 0, found.stderr)
            self.assertIn('"1.2.1a": {"verdict": "not_met"', found.stdout)
            self.assertEqual(sorted(re.findall(r'"name": ".*/(.*?)"', found.stdout)), ["long.xlsx:Chỉ báo", "tinh.xlsx:Dữ liệu"])

    def test_half_long_tables(self):
        path = self.book({"Chỉ báo": [["Mã trường", "Chỉ báo", "Ket qua"], ["T1", "1.2.1a", "k"], ["T1", "1.2.1b", "k"]],
                          "Dữ liệu": [HEADER, row_of("T1")]})
        self.assertEqual(self.said(path).splitlines()[0],
                         'tinh.xlsx:Chỉ báo!B1: error: a long table (it has a column of indicators) without a column "result" (Kết quả)')
        self.assertNotIn("already", self.said(path))
        # Without ids of schools too, if indicators stand there; the word alone is nothing.
        path = self.book({"Dữ liệu": [HEADER, row_of("T1")], "KQ": [["TT", "Chỉ báo", "Ket qua"], [1, "1.2.1a", "k"]],
                          "Hướng dẫn": [["Chỉ báo", "mã như 1.2.1a"], ["Kết quả", "đạt"]]})
        self.assertEqual(self.said(path).count("error:"), 1)
        self.assertIn('tinh.xlsx:KQ!B1: error: a long table (it has a column of indicators) without a column "result"', self.said(path))

    def test_kinds_under_other_names(self):
        book = self.book({"Dữ liệu": [HEADER, row_of("T1")]})
        for name in ("a.xls", "a.csv", "a.dat"):
            shutil.copy(book, self.folder / name)
            self.assertEqual(self.schools(name), ["T1"])
            self.assertEqual(self.said(name), f"{name}: warning: not named as a workbook, but it is one (.xlsx): read as such\n")
        text = "\n".join(",".join(map(str, row)) for row in (HEADER, row_of("T1")))
        (self.folder / "t.xlsx").write_text(text, encoding="utf-8")
        self.assertEqual(self.schools("t.xlsx"), ["T1"])
        self.assertEqual(self.said("t.xlsx"), "t.xlsx: warning: named as a workbook, but it is text: read as CSV\n")
        (self.folder / "u.xlsx").write_text(text.replace(",", "\t"), encoding="utf-16")
        self.assertEqual(self.schools("u.xlsx"), ["T1"])
        # What is not read is named for what it is, whatever it is called.
        page = "<html><body><table><tr><td>Mã trường</td></tr></table></body></html>"
        (self.folder / "page").write_text(page, encoding="utf-8")
        (self.folder / "page16").write_text(page, encoding="utf-16")
        with zipfile.ZipFile(self.folder / "ods", "w") as ods:
            ods.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        with zipfile.ZipFile(self.folder / "xlsb", "w") as xlsb:
            xlsb.writestr("[Content_Types].xml", "<Types/>")
            xlsb.writestr("xl/workbook.bin", b"\0")
        (self.folder / "pdf").write_bytes(b"%PDF-1.7\n\x00\x01")
        for kind, called in (("page", "a web page (HTML)"), ("page16", "a web page (HTML)"), ("ods", "an OpenDocument spreadsheet (.ods)"),
                             ("xlsb", "a binary Excel workbook (.xlsb)"), ("pdf", "a PDF file")):
            for ending in (".xls", ".xlsx", ".csv", ".yaml", ".ods"):
                if (kind, ending) == ("page16", ".yaml"):
                    continue  # no UTF-8, which the reader of YAML says
                name = kind + "1" + ending
                shutil.copy(self.folder / kind, self.folder / name)
                said = self.said(name)
                self.assertEqual(said.splitlines()[0], f"{name}: error: expected .xlsx or CSV text, found {called}")
                self.assertEqual(len(said.splitlines()), 2, said)
                self.assertIn("  hint: ", said)

    def test_folders(self):
        self.book({"Dữ liệu": [HEADER, row_of("T2")]}, "b.XLSX")
        (self.folder / "a.csv").write_text(",".join(HEADER) + "\n" + ",".join(map(str, row_of("T1"))), encoding="utf-8")
        (self.folder / "c.YAML").write_text("school: {school_id: T3, school_type: tieu_hoc, assessed_on: 2023-12-31}\n", encoding="utf-8")
        (self.folder / "~$b.xlsx").write_bytes(b"\x05Nguoi dung")
        (self.folder / "old.xls").write_bytes(b"\xD0\xCF\x11\xE0")
        (self.folder / "part.kdcl").write_text("kdcl-summary,2\n", encoding="utf-8")
        (self.folder / "photo.jpg").write_bytes(b"\xFF\xD8\xFF")
        (self.folder / "sub").mkdir()
        shutil.copy(self.folder / "a.csv", self.folder / "sub/a.csv")
        said = ("./old.xls: warning: not read: of a folder only .xlsx, .xlsm, .csv, .yaml and .yml are\n"
                "  hint: save it as one of these, or name the file\n"
                "./part.kdcl: warning: not read: of a folder only .xlsx, .xlsm, .csv, .yaml and .yml are\n"
                "  hint: save it as one of these, or name the file\n"
                "./~$b.xlsx: warning: left by Excel, which has another file open; passed over\n")
        self.assertEqual(self.said("."), said)
        self.assertEqual(self.schools("."), ["T1", "T2", "T3"])
        self.assertEqual(self.schools("b.XLSX", "~$b.xlsx", "sub/"), ["T2", "T1"])
        for words in (["summary"], ["recheck", "--date", "2026-12-31"], ["score"]):
            self.assertEqual(kdcl(*words, ".", cwd=self.folder).stdout,
                             kdcl(*words, "a.csv", "b.XLSX", "c.YAML", cwd=self.folder).stdout)
        found = kdcl("compare", "sub/", "a.csv", "--lang", "en", cwd=self.folder)
        self.assertEqual(found.returncode, 0, found.stderr)
        # An output among the inputs is refused, as if the file were named.
        self.assertEqual(kdcl("score", ".", "-o", "a.csv", cwd=self.folder).returncode, 2)
        self.assertIn("T1", (self.folder / "a.csv").read_text(encoding="utf-8"))
        found = kdcl("template", "tieu-hoc-2018", "--schools", "sub", "-f", "csv", cwd=self.folder)
        self.assertIn("T1", found.stdout)
        (self.folder / "empty").mkdir()
        self.assertEqual(self.said("empty"), "empty: error: the folder has no .xlsx, .xlsm, .csv, .yaml or .yml file\n"
                                             "  hint: folders inside it are not read: name each of them\n")
        self.assertIn("~$b.xlsx: error: only what Excel left, no data\n", self.said("~$b.xlsx", command="score"))


class Hostile(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def book(self, sheet, compression=zipfile.ZIP_DEFLATED, **parts):
        """An openpyxl workbook whose sheet is replaced by these pieces of XML."""
        plain = io.BytesIO()
        openpyxl.Workbook().save(plain)
        path = self.folder / "x.xlsx"
        with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", compression) as made:
            for name in source.namelist():
                if name != "xl/worksheets/sheet1.xml":
                    made.writestr(name, source.read(name))
            with made.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
                for piece in sheet:
                    part.write(piece.encode())
        return path

    def refused(self, path, said):
        start = time.monotonic()
        found = kdcl("score", path, "--lang", "en", "-f", "csv")
        self.assertEqual(found.returncode, 2, found.stderr)
        self.assertIn(said, found.stderr)
        self.assertEqual(found.stdout, "")
        self.assertLess(time.monotonic() - start, MOST_SECONDS)
        return found.stderr

    def test_zip_bomb(self):
        rows = ("<row><c s='1'/></row>" * 3000 for _ in range(340))  # 21 MB in 60 KB; over a million rows would be damage
        self.refused(self.book([HEAD, "<row><c t='str'><v>school_id</v></c><c t='str'><v>school_type</v></c></row>", *rows, "</sheetData></worksheet>"]),
                     "unpacks to over 2 GiB or over 200 times")

    def test_entities(self):
        laughs = "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 12))
        self.refused(self.book([f"<!DOCTYPE x [<!ENTITY a0 'ha'>{laughs}]>", HEAD, "<row><c t='str'><v>&a11;</v></c></row>",
                                "</sheetData></worksheet>"]), "DOCTYPE")
        self.refused(self.book(["<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", HEAD, "<row><c t='str'><v>&a;</v></c></row>",
                                "</sheetData></worksheet>"]), "DOCTYPE")

    def test_endless_rows(self):
        """A million rows with nothing but formats cost little and do no harm."""
        pieces = [HEAD, "<row><c t='str'><v>school_id</v></c><c t='str'><v>school_type</v></c><c t='str'><v>assessed_on</v></c></row>",
                  "<row><c t='str'><v>S1</v></c><c t='str'><v>tieu_hoc</v></c><c t='str'><v>2023-12-31</v></c></row>"]
        pieces += [f"<row r='{row}' ht='{row % 97}'><c r='A{row}' s='{row % 3}'/></row>" for row in range(3, 1048577)]
        path = self.book([*pieces, "</sheetData></worksheet>"])
        start = time.monotonic()
        found = kdcl("score", path, "--lang", "en", "-f", "csv")
        self.assertEqual(found.returncode, 0, found.stderr)
        self.assertEqual(found.stdout.count("\n"), 2)
        self.assertLess(time.monotonic() - start, MOST_SECONDS)

    def test_truncated(self):
        whole = self.book([HEAD, "<row><c t='str'><v>school_id</v></c><c t='str'><v>school_type</v></c></row></sheetData></worksheet>"]).read_bytes()
        path = self.folder / "cut.xlsx"
        for size in (0, 1, 4, 100, len(whole) // 2, len(whole) - 23, len(whole) - 1):
            path.write_bytes(whole[:size])
            self.refused(path, "damaged or cut short")

    def test_changed_bytes(self):
        """Whatever byte is changed: results or an error, never a crash."""
        whole = bytearray(self.book([HEAD, "<row><c t='str'><v>school_id</v></c><c t='str'><v>school_type</v></c></row></sheetData></worksheet>"]).read_bytes())
        path = self.folder / "changed.xlsx"
        for at in range(0, len(whole), 61):
            changed = bytearray(whole)
            changed[at] ^= 0xFF
            path.write_bytes(changed)
            self.assertIn(kdcl("score", path, "-f", "csv").returncode, (0, 2), at)

    def test_memory(self):
        """One long row, and a sheet that says it is 4 GiB."""
        row = "<c t='inlineStr'><is><t>" + "ab" * 200000 + "</t></is></c>"
        pieces = [HEAD, "<row>", *[row] * 400]
        limit = 1 << 30 if not sanitized() else resource.RLIM_INFINITY
        path = self.book([*pieces, "</row></sheetData></worksheet>"], zipfile.ZIP_STORED)
        found = kdcl("score", path, "--lang", "en", "-f", "csv",
                     preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
        self.assertEqual(found.returncode, 2, found.stderr)
        self.assertIn("a row is longer than 64 MiB", found.stderr)
        path = self.book([HEAD, "<row><c t='str'><v>school_id</v></c><c t='str'><v>school_type</v></c></row></sheetData></worksheet>"])
        whole = bytearray(path.read_bytes())
        name = whole.rindex(b"xl/worksheets/sheet1.xml")  # in the directory, 46 bytes behind the beginning of its entry
        whole[name - 22:name - 18] = struct.pack("<I", 0xFFFFFFFE)
        path.write_bytes(whole)
        self.refused(path, "do not match its checksum")


def sanitized():
    return b"__asan_init" in KDCL.read_bytes() or b"__tsan_init" in KDCL.read_bytes()


if __name__ == "__main__":
    unittest.main()
