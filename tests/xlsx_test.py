#!/usr/bin/env python3
"""Reading workbooks: the same schools as CSV and as .xlsx give the same results, whoever wrote the workbook, and hostile
workbooks give a clear error in little time and memory.

    xlsx_test.py KDCL
"""

import csv
import datetime
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
        self.assertEqual((found.stdout, found.stderr), ("thcs.xlsx: no faults\n", ""))

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
        self.refused(self.book([HEAD, "<row><c t='str'><v>school_id</v></c></row>", *rows, "</sheetData></worksheet>"]),
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
        whole = self.book([HEAD, "<row><c t='str'><v>school_id</v></c></row></sheetData></worksheet>"]).read_bytes()
        path = self.folder / "cut.xlsx"
        for size in (0, 1, 4, 100, len(whole) // 2, len(whole) - 23, len(whole) - 1):
            path.write_bytes(whole[:size])
            self.refused(path, "damaged or cut short")

    def test_changed_bytes(self):
        """Whatever byte is changed: results or an error, never a crash."""
        whole = bytearray(self.book([HEAD, "<row><c t='str'><v>school_id</v></c></row></sheetData></worksheet>"]).read_bytes())
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
        path = self.book([HEAD, "<row><c t='str'><v>school_id</v></c></row></sheetData></worksheet>"])
        whole = bytearray(path.read_bytes())
        name = whole.rindex(b"xl/worksheets/sheet1.xml")  # in the directory, 46 bytes behind the beginning of its entry
        whole[name - 22:name - 18] = struct.pack("<I", 0xFFFFFFFE)
        path.write_bytes(whole)
        self.refused(path, "do not match its checksum")


def sanitized():
    return b"__asan_init" in KDCL.read_bytes() or b"__tsan_init" in KDCL.read_bytes()


if __name__ == "__main__":
    unittest.main()
