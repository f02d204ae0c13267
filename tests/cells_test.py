#!/usr/bin/env python3
"""Cells of workbooks mean what they show: percentages, zeros of formats, formulas that were never calculated, merged cells,
text of old fonts. What can't be known for sure is told at its cell.

    cells_test.py KDCL
"""

import datetime
import io
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

import openpyxl
from openpyxl.styles import Font

KDCL = pathlib.Path(sys.argv.pop(1)).resolve()
HEAD = ["school_id", "school_type", "assessed_on"]


class Cells(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def kdcl(self, *words):
        return subprocess.run([str(KDCL), *map(str, words)], capture_output=True, text=True, timeout=60, cwd=self.folder)

    def book(self, rows, change=None, name="b.xlsx"):
        """A workbook with these rows in its sheet S; `change` gets the sheet."""
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "S"
        for row in rows:
            sheet.append(row)
        if change:
            change(sheet)
        book.save(self.folder / name)
        return name

    def patched(self, rows, patches, name="b.xlsx", change=None):
        """The same with pieces of its parts replaced: {part: [(old, new)]}."""
        self.book(rows, change, name)
        plain = (self.folder / name).read_bytes()
        with zipfile.ZipFile(io.BytesIO(plain)) as source, zipfile.ZipFile(self.folder / name, "w") as made:
            for part in source.namelist():
                text = source.read(part)
                for old, new in patches.get(part, ()):
                    self.assertIn(old.encode(), text)
                    text = text.replace(old.encode(), new.encode())
                made.writestr(part, text)
        return name

    def check(self, *files):
        """The lines of faults, without hints and the schools they name."""
        found = re.sub(r": school \S+( \([^)]*\))?: ", ": ", self.kdcl("check", *files, "--lang", "en").stderr)
        return [line for line in found.splitlines() if re.search(r": (error|warning): ", line)]

    def csv(self, *files, columns):
        """The lines of score -f csv, of these columns."""
        found = self.kdcl("score", *files, "--lang", "en", "-f", "csv")
        self.assertEqual(found.returncode, 0, found.stderr)
        lines = [line.split(",") for line in found.stdout.splitlines()]
        return [[line[lines[0].index(name)] for name in columns] for line in lines[1:]]


class Numbers(Cells):
    PERCENT = ["five_year_olds_attendance", "younger_children_attendance"]

    def found(self, name):
        text = self.kdcl("score", name, "-f", "json").stdout
        return set(re.findall(r'"found": ([\d.]+)', text))

    def test_percent_in_a_field_of_per_cent(self):
        for number_format, shown in (("0%", "69.5"), ("0.00%", "69.5"), ("[Red]0 %;-0%", "69.5"), ("General", "0.695"), ('0"%"', "0.695")):
            def change(sheet, number_format=number_format):
                sheet["D2"].number_format = number_format
            name = self.book([HEAD + self.PERCENT, ["M1", "mam_non", "2023-12-31", 0.695, 90]], change)
            self.assertIn(shown, self.found(name), number_format)

    def test_percent_elsewhere(self):
        head = [*HEAD, "pupils", "1.1", "5.5.1a", "recognized_level", "school_name", "stray"]
        def change(sheet):
            for cell in sheet[2][3:]:
                cell.number_format = "0%"
        faults = self.check(self.book([head, ["S1", "tieu_hoc", "2023-12-31", 0.5, 0.02, 0.01, 0.01, 0.5, 0.5]], change))
        for column, name in zip("DEFGH", head[3:8]):
            self.assertEqual(sum(f"!{column}2: error: {name}: the cell shows a percentage" in line for line in faults), 1, faults)
        self.assertEqual(len(faults), 6)  # and the column that is not known

    def test_text_with_a_sign_stays_an_error(self):
        faults = self.check(self.book([[*HEAD, *self.PERCENT], ["M1", "mam_non", "2023-12-31", "95%", 90]]))
        self.assertEqual(len(faults), 1)
        self.assertRegex(faults[0], '!D2: error: .*five_year_olds_attendance.*: expected a number, found "95%"')

    def test_percent_in_a_long_table(self):
        book = openpyxl.Workbook()
        book.active.append(HEAD)
        book.active.append(["S1", "tieu_hoc", "2023-12-31"])
        sheet = book.create_sheet("Chỉ báo")
        sheet.append(["school_id", "indicator", "result", "clause"])
        sheet.append(["S1", "1.2", 0.02, 0.5])
        sheet["C2"].number_format = sheet["D2"].number_format = "0%"
        book.save(self.folder / "b.xlsx")
        self.assertEqual(self.check("b.xlsx"),
                         ["b.xlsx:Chỉ báo!C2: error: result: the cell shows a percentage (2%), but the column is not in %"])

    def test_parts_of_one(self):
        rows = [[*HEAD, *self.PERCENT], *([f"M{i}", "mam_non", "2023-12-31", round(0.9 + i / 100, 2), 80 + i] for i in range(5))]
        expected = "Attendance of five-year-olds (five_year_olds_attendance): nearly all figures are between 0 and 1, but the column is in %; parts of 1?"
        self.assertEqual(self.check(self.book(rows)), [f"b.xlsx:S!D2: warning: {expected}"])
        text = "\n".join(",".join(map(str, row)) for row in rows) + "\n"
        (self.folder / "c.csv").write_text(text)
        self.assertEqual(self.check("c.csv"), [f"c.csv:2:4: warning: {expected}"])
        school = "school: {{school_id: Y{0}, school_type: mam_non, assessed_on: 2023-12-31}}\ndata: {{five_year_olds_attendance: 0.9{0}}}\n"
        for number in (1, 2):
            (self.folder / f"{number}.yaml").write_text(school.format(number))
        self.assertEqual(self.check("1.yaml"), [])
        self.assertEqual(self.check("1.yaml", "2.yaml"), [f"1.yaml:2:35: warning: {expected}"])

    def test_zeros_of_formats(self):
        def change(sheet):
            sheet["A2"].number_format = "00000000"
            sheet["A3"].number_format = '"TH"000'
        name = self.book([HEAD, [1001701, "tieu_hoc", "2023-12-31"], [7, "tieu_hoc", "2023-12-31"], [1001701, "tieu_hoc", "2023-12-31"]], change)
        self.assertEqual(self.csv(name, columns=["school_id"]), [["01001701"], ["TH007"], ["1001701"]])

    def test_codes_of_too_many_digits(self):
        faults = self.check(self.book([HEAD, [123456789012345, "tieu_hoc", "2023-12-31"], [1234567890123456, "tieu_hoc", "2023-12-31"]]))
        self.assertEqual(len(faults), 1)
        self.assertIn("!A3: error: school_id: a code that is a number has at most 15 digits", faults[0])

    def test_codes_with_an_exponent(self):
        faults = self.check(self.book([HEAD, ["1.0017E+07", "tieu_hoc", "2023-12-31"]]))
        self.assertIn("!A2: error: school_id: the code has become a number with an exponent", faults[0])
        for code in ("1.0017E+07", '"1,0017E+07"'):
            (self.folder / "c.csv").write_text(f"school_id,school_type,assessed_on\n{code},tieu_hoc,2023-12-31\n")
            self.assertIn("c.csv:2:1: error: school_id: the code has become", self.check("c.csv")[0])
        (self.folder / "c.yaml").write_text("school: {school_id: 1.0017E+07, school_type: tieu_hoc, assessed_on: 2023-12-31}\n")
        self.assertIn("c.yaml:1:21: error: school_id: the code has become", self.check("c.yaml")[0])

    def test_codes_that_are_other_things(self):
        day = datetime.date(2026, 10, 1)
        rows = [[*HEAD, "predecessors"], *([code, "tieu_hoc", "2023-12-31", old] for code, old in
                                           ((1001704.5, 7), (day, "S7"), (True, "S7"), ("S1", 2.5), ("S2", day), ("S3", False), (1.0, 2.0)))]

        def change(sheet):
            sheet["A2"].number_format = "0"
        said = ["!A2: error: school_id: the cell holds the number 1001704.5, which is not whole, not a code",
                "!A3: error: school_id: the cell holds a day (2026-10-01), not a code",
                "!A4: error: school_id: the cell holds TRUE or FALSE, not a code",
                "!D5: error: predecessors: the cell holds the number 2.5, which is not whole, not a code",
                "!D6: error: predecessors: the cell holds a day (2026-10-01), not a code",
                "!D7: error: predecessors: the cell holds TRUE or FALSE, not a code"]
        self.assertEqual(self.check(self.book(rows, change)), ["b.xlsx:S" + line for line in said])
        self.assertEqual(self.check(self.book([["school_id", "indicator", "result"], [day, "1.1.1a", "x"]])),
                         ["b.xlsx:S!A2: error: school_id: the cell holds a day (2026-10-01), not a code"])

    def test_codes_with_decimals(self):
        """As programs write codes that they took for numbers: it can't be told whether zeros stood in front."""
        for bare in ("1001701.0", "1001701,00", "7.0"):
            (self.folder / "c.csv").write_text(f'school_id,school_type,assessed_on,predecessors\nS1,tieu_hoc,2023-12-31,"S0;{bare}"\n'
                                               f'"{bare}",tieu_hoc,2023-12-31,\n')
            self.assertEqual(self.check("c.csv"), [f'c.csv:2:4: error: predecessors: the code has become a number with decimals: "{bare}"',
                                                   f'c.csv:3:1: error: school_id: the code has become a number with decimals: "{bare}"'])
        (self.folder / "c.yaml").write_text("school: {school_id: 1001701.0, school_type: tieu_hoc, assessed_on: 2023-12-31}\n")
        self.assertIn("c.yaml:1:21: error: school_id: the code has become a number with decimals", self.check("c.yaml")[0])
        for code in ("1001701.5", "1.01", "TH1.0", "0.", ".0"):
            (self.folder / "c.csv").write_text(f"school_id,school_type,assessed_on\n{code},tieu_hoc,2023-12-31\n")
            self.assertEqual(self.check("c.csv"), [])

    def test_point_zero(self):
        sheet = "xl/worksheets/sheet1.xml"
        rows = [[*HEAD, "pupils", "1.1", "1.2.1a"], [1001701, "tieu_hoc", "2023-12-31", 100, 2, 1], ["1001701", "tieu_hoc", "2023-12-31"]]
        faults = self.check(self.patched(rows, {sheet: [("<v>1001701<", "<v>1001701.0<"), ("<v>100<", "<v>100.0<"),
                                                        ("<v>2</v></c><c r=\"F2\" t=\"n\"><v>1<", "<v>2.0</v></c><c r=\"F2\" t=\"n\"><v>1.0<")]}))
        self.assertEqual(len(faults), 1)
        self.assertIn("!A3: error: school 1001701 (same stage, assessor and date) is already at b.xlsx:S!2", faults[0].replace("S:2", "S!2"))

    def test_numbers_as_ids_of_indicators(self):
        """1.1 may be 1.10, which a number can't say."""
        book = openpyxl.Workbook()
        book.active.append(HEAD)
        book.active.append(["S1", "tieu_hoc", "2023-12-31"])
        sheet = book.create_sheet("Chỉ báo")
        sheet.append(["school_id", "indicator", "result"])
        for indicator in (1.1, 1.2, "1.10"):
            sheet.append(["S1", indicator, 2])
        book.save(self.folder / "b.xlsx")
        faults = self.check("b.xlsx")
        self.assertEqual(len(faults), 1)
        self.assertIn("!B2: error: indicator: the cell is the number 1.1; it is not known whether 1.1 or 1.10", faults[0])
        row = ["S1", "tieu_hoc", "2023-12-31", 2, 2]
        self.assertEqual(self.check(self.book([[*HEAD, 1.1, 1.2], row])),
                         ["b.xlsx:S!D1: warning: the name of the column is the number 1.1: it is read as 1.1, not 1.10"])
        self.assertEqual(self.check(self.book([[*HEAD, 1.1, "1.10"], row])), [])

    def test_headings_that_became_numbers(self):
        """1.10 of score's CSV is the number 1.1 once a spreadsheet has saved it."""
        found = self.kdcl("check", self.book([[*HEAD, "1.1", 1.1, "1.2", 1.2], ["S1", "tieu_hoc", "2023-12-31"]]), "--lang", "en").stderr
        self.assertIn('!E1: error: the column "1.1" is already column 4\n  hint: if this column is 1.10, format its heading as text and write 1.10 again\n', found)
        self.assertIn('!G1: error: the column "1.2" is already column 6\n', found)
        self.assertNotIn("1.20", found)

    def test_bare_serial(self):
        found = self.kdcl("check", self.book([HEAD, ["S1", "tieu_hoc", 45291]]), "--lang", "en").stderr
        self.assertRegex(found, "!C2: error: .*assessed_on: expected a date")
        self.assertIn("perhaps a date in a cell without a date format", found)


class Values(Cells):
    def test_booleans(self):
        sheet = "xl/worksheets/sheet1.xml"
        name = self.patched([[*HEAD, "1.1.1a", "1.1.1b"], ["S1", "tieu_hoc", "2023-12-31", False, True]],
                            {sheet: [("<v>0</v>", "<v>false</v>"), ('t="b"><v>1</v>', 't="b"><v>true</v>')]})
        text = self.kdcl("score", name, "-f", "json").stdout
        self.assertIn('"1.1.1a": {"verdict": "not_met"', text)
        self.assertIn('"1.1.1b": {"verdict": "met"', text)
        name = self.patched([[*HEAD, "1.1.1a"], ["S1", "tieu_hoc", "2023-12-31", False]], {sheet: [("<v>0</v>", "<v>FALSE</v>")]})
        self.assertEqual(self.check(name), ['b.xlsx:S!D2: error: 1.1.1a: a boolean cell is true, false, 1 or 0, found "FALSE"'])

    def test_formulas_never_calculated(self):
        rows = [[*HEAD, "pupils", "pupils_completed", "Ghi chú"], ["S1", "tieu_hoc", "2023-12-31", "=1+1", "=1+1", "=1+1"]]
        sheet = "xl/worksheets/sheet1.xml"
        said = "the formula was never calculated"
        self.assertEqual(self.check(self.book(rows))[1:], [f"b.xlsx:S!D2: error: pupils: {said}",
                                                           f"b.xlsx:S!E2: error: Pupils who completed the class programme (pupils_completed): {said}",
                                                           "b.xlsx:S!F2: warning: the formula was never calculated"])
        for empty in ("<v></v>", "<v/>", "<v />"):
            with zipfile.ZipFile(self.folder / self.book(rows)) as book:
                if empty in book.read(sheet).decode():
                    break
        stored = {sheet: [(f"<f>1+1</f>{empty}</c><c r=\"E2\"><f>1+1</f>{empty}", "<f>1+1</f><v>0</v></c><c r=\"E2\"><f>1+1</f><v>5</v>"),
                          (empty, "<v>5</v>")]}
        self.assertEqual(self.check(self.patched(rows, stored))[1:], [f"b.xlsx:S!D2: error: pupils: {said}"])
        stored["xl/workbook.xml"] = [(' fullCalcOnLoad="1"', "")]
        self.assertNotIn("calculated", "".join(self.check(self.patched(rows, stored))))

    def test_one_cell_is_one_error(self):
        name = self.book([HEAD, ["S1", "tieu_hoc", "=TODAY()"], ["=A2", "tieu_hoc", "2023-12-31"]])
        self.assertEqual(self.check(name), ["b.xlsx:S!C2: error: assessed_on: the formula was never calculated", "b.xlsx:S!A3: error: school_id: the formula was never calculated"])

    def test_numbered_rows(self):
        """Rows numbered beforehand, and dots in a column that is not read, are empty."""
        name = self.book([["STT", "Ghi chú", *HEAD], [1, None, "S1", "tieu_hoc", "2023-12-31"], [2, "...", None, None, None], [3]])
        self.assertEqual([line.split(": ")[1] for line in self.check(name)], ["warning", "warning"])

    def test_faults_in_columns_that_are_left_out(self):
        def change(sheet):
            for row in (2, 3):
                sheet.cell(row, 5).value = "#REF!"
                sheet.cell(row, 5).data_type = "e"
                sheet.cell(row, 8).value = "beside"
        rows = [[*HEAD, "1.1", "Ghi chú"], ["S1", "tieu_hoc", "2023-12-31", 2], ["S2", "tieu_hoc", "2023-12-31", 2]]
        faults = self.check(self.book(rows, change))
        self.assertEqual(faults[1:], ["b.xlsx:S!E2: warning: the cell holds the error #REF!",
                                      "b.xlsx:S!H2: warning: the cell stands outside the columns that have names and is left out"])
        self.assertEqual(self.csv("b.xlsx", columns=["school_id", "1.1"]), [["S1", "2"], ["S2", "2"]])

    def test_schools_with_faults_are_left_out(self):
        """One bad cell need not stop the run: --keep-going."""
        rows = [HEAD + ["pupils"], ["A1", "tieu_hoc", "2023-12-31", 300], ["A2", "tieu_hoc", "2023-12-31", "ba trăm"],
                ["A3", "tieu_hoc", "2023-13-31", 20], ["A4", "tieu_hoc", "2023-12-31", 20]]
        done = self.kdcl("score", self.book(rows), "-f", "csv", "--lang", "en", "--keep-going")
        self.assertEqual((done.returncode, [line.split(",")[0] for line in done.stdout.splitlines()]), (1, ["school_id", "A1", "A4"]))
        self.assertEqual([line.split(": error")[0] for line in done.stderr.splitlines()[:2]], ["b.xlsx:S!D3", "b.xlsx:S!C4"])


class Merged(Cells):
    HEAD = [*HEAD, "recognized_level", "recognized_on", "decision"]

    def rows(self):
        first = ["S1", "tieu_hoc", "2023-12-31", 1, "2022-05-20", "12/QĐ-UBND"]
        return [self.HEAD, first, ["S2", "tieu_hoc", "2023-12-31"], ["S3", "tieu_hoc", "2023-12-31"]]

    def merged(self, *ranges, rows=None):
        return self.book(rows or self.rows(), lambda sheet: [sheet.merge_cells(each) for each in ranges])

    def test_over_rows(self):
        name = self.merged("D2:D4", "E2:E4", "F2:F4")
        said = "count for each of their rows, and so do others of this column"
        self.assertEqual(self.check(name), [f"b.xlsx:S!{c}2: warning: the merged cells {c}2:{c}4 {said}" for c in "DEF"])
        self.assertIn("3/3", self.kdcl("summary", name, "--lang", "en").stdout)

    def test_over_columns_and_blocks(self):
        said = "it is not known which their value is of"
        self.assertEqual(self.check(self.merged("D2:E4")), [f"b.xlsx:S!D2: error: recognized_level: the merged cells D2:E4: {said}"])
        self.assertEqual(self.check(self.merged("D2:E2")), [f"b.xlsx:S!D2: error: recognized_level: the merged cells D2:E2: {said}"])

    def test_what_does_not_matter(self):
        rows = [["DANH SÁCH TRƯỜNG"], [], *self.rows(), [None] * 8, ["x"]]
        rows = [*rows[:6], [*rows[2][:0], "Tổng cộng", None, None, 1]]
        name = self.merged("A1:F1", "H3:J8", "A7:C7", "D20:F22", rows=rows)
        self.assertEqual([line for line in self.check(name) if "merged" in line], [])

    def test_header_over_two_rows(self):
        rows = [["Mã trường", "Loại trường", "Ngày đánh giá", "Quy mô", None], [None, None, None, "Số học sinh", "Số lớp"],
                ["S1", "tieu_hoc", "31/12/2023", 300, 10]]
        self.assertEqual(self.check(self.merged("A1:A2", "B1:B2", "C1:C2", "D1:E1", rows=rows)),
                         ["b.xlsx:S!D1: error: the header cell is merged over 2 columns"])
        rows = [rows[0][:3], [None] * 3, rows[2][:3]]
        self.assertEqual(self.csv(self.merged("A1:A2", "B1:B2", "C1:C2", rows=rows), columns=["school_id"]), [["S1"]])

    def test_header_over_data(self):
        """A header cell that is merged down hides cells of schools; over a second row of the header it hides nothing."""
        said = "is merged down over rows of data and hides their cells"
        self.assertEqual(self.check(self.merged("D1:D2", "F1:F3")),
                         [f"b.xlsx:S!D1: error: the header cell D1:D2 {said}", f"b.xlsx:S!F1: error: the header cell F1:F3 {said}"])
        rows = [["Danh sách"], *self.rows()]
        self.assertEqual(self.check(self.merged("E2:E4", "A1:F1", rows=rows)), [f"b.xlsx:S!E2: error: the header cell E2:E4 {said}"])
        rows = [self.HEAD, [None] * 6, *self.rows()[1:]]
        self.assertEqual(self.check(self.merged("A1:A2", "D1:D2", rows=rows)), [])

    def test_in_a_long_table(self):
        book = openpyxl.Workbook()
        book.active.append(HEAD)
        book.active.append(["S1", "tieu_hoc", "2023-12-31"])
        sheet = book.create_sheet("Chỉ báo")
        for row in (["school_id", "indicator", "result"], ["S1", "1.2", 2], [None, "1.3", 1], [None, "1.4", 3]):
            sheet.append(row)
        sheet.merge_cells("A2:A4")
        book.save(self.folder / "b.xlsx")
        self.assertEqual(self.csv("b.xlsx", columns=["1.2", "1.3", "1.4"]), [["2", "1", "3"]])

    def test_threads_and_blocks(self):
        rows = [self.HEAD, *([f"S{i}", "tieu_hoc", "2023-12-31", 1 if i == 0 else None, "2022-05-20"] for i in range(20000))]
        name = self.merged("D2:D20001", rows=rows)
        one, many = (self.kdcl("summary", name, "-j", threads, "--lang", "en") for threads in (1, 4))
        self.assertIn("20000/20000", one.stdout.replace(",", ""))
        self.assertEqual((one.stdout, one.stderr), (many.stdout, many.stderr))


class Text(Cells):
    def test_breaks_in_headers(self):
        head = ["Mã\ntrường", "Loại \n trường", "Ngày đánh\ngiá", "pupils"]
        self.assertEqual(self.csv(self.book([head, ["S1", "tieu_hoc", "31/12/2023", 5]]), columns=["school_id", "school_type"]), [["S1", "tieu_hoc"]])
        (self.folder / "c.csv").write_text('"Mã\ntrường","Loại  trường","Ngày đánh giá"\nS1,tieu_hoc,31/12/2023\n')
        self.assertEqual(self.check("c.csv"), [])

    def test_old_fonts(self):
        rows = [[*HEAD, "school_name", "district"], ["S1", "tieu_hoc", "2023-12-31", "TiÓu häc §oµn KÕt", "M\u00ADêng La"],
                ["S2", "tieu_hoc", "2023-12-31", "TiÓu häc", "M\u00ADêng La"]]
        self.assertEqual(self.check(self.book(rows)), [
            'b.xlsx:S!D2: warning: school_name: the text may be garbled: "TiÓu häc §oµn KÕt"; as tcvn3: "Tiểu học Đoàn Kết"',
            'b.xlsx:S!E2: warning: district: the text may be garbled: "M\u00ADêng La"; as tcvn3: "Mường La"'])
        def change(sheet):
            sheet["D2"].font = Font(name=".VnTime")
        rows = [[*HEAD, "district"], ["S1", "tieu_hoc", "2023-12-31", "phè"]]
        self.assertEqual(self.check(self.book(rows, change)),
                         ['b.xlsx:S!D2: warning: text typed in a .Vn or VNI font, not in Unicode: "phè" = "phố" (tcvn3)'])

    def test_mojibake(self):
        name = "Sơn La".encode().decode("latin-1")
        rows = [[*HEAD, "district"], ["S1", "tieu_hoc", "2023-12-31", name], ["S2", "tieu_hoc", "2023-12-31", name]]
        said = f'warning: district: the text may be garbled: "{name}"; as utf-8: "Sơn La"'
        self.assertEqual(self.check(self.book(rows)), [f"b.xlsx:S!D2: {said}"])
        (self.folder / "c.csv").write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
        self.assertEqual(self.check("c.csv"), [f"c.csv:2:4: {said}"])
        (self.folder / "c.yaml").write_text("school: {school_id: S1, school_type: tieu_hoc, assessed_on: 2023-12-31, district: '" + name + "'}\n", encoding="utf-8")
        self.assertIn("as utf-8", self.check("c.yaml")[0])
        (self.folder / "c.csv").write_text("Mã trường,Loại trường\nS1,tieu_hoc\n".encode().decode("latin-1"), encoding="utf-8")
        found = self.kdcl("check", "c.csv", "--lang", "en").stderr
        self.assertIn("there is no column school_id", found)
        self.assertIn('as utf-8 is "Mã trường"', found)


if __name__ == "__main__":
    unittest.main()
