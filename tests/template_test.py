#!/usr/bin/env python3
"""Templates: what is filled in, by openpyxl or LibreOffice, reads back to exactly the same data.

    template_test.py KDCL
"""

import csv
import datetime
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

import openpyxl

ROOT = pathlib.Path(__file__).resolve().parent.parent
KDCL = pathlib.Path(sys.argv.pop(1)).resolve()
PROVINCE = ROOT / "examples/son-la/schools.csv"
SET = "tieu-hoc-2018"
SETS = [line.split()[0] for line in subprocess.run([KDCL, "criteria", "list", "-f", "csv"], capture_output=True, text=True,
                                                   check=True).stdout.replace(",", " ").splitlines()[1:]]
ID_ROW = 5


def kdcl(*words):
    found = subprocess.run([str(KDCL), *map(str, words)], capture_output=True, text=True, timeout=120)
    return found


def judged(name):
    return re.match(r"M?\d+\.\d+", name) is not None


def as_cell(text):
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return datetime.date.fromisoformat(text)
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


class Templates(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        with PROVINCE.open(encoding="utf-8-sig", newline="") as lines:
            self.all = [row for row in csv.DictReader(lines)]
        self.schools = [row for row in self.all if row["school_type"] == "tieu_hoc"][:3]

    def write(self, name, rows, wanted=lambda column: True):
        path = self.folder / name
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, [column for column in rows[0] if wanted(column)], extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        return path

    def scores(self, path, *words):
        found = kdcl("score", "-c", SET, path, "-f", "json", "-q", *words)
        self.assertEqual(found.returncode, 0, found.stderr)
        return re.sub(r'"inputs": \[.*?\]', "", found.stdout, flags=re.S)

    def template(self, *words, name="mau.xlsx"):
        found = kdcl("template", SET, "-o", self.folder / name, *words)
        self.assertEqual((found.returncode, found.stderr), (0, ""))
        return self.folder / name

    def judge(self, sheet, schools):
        """Fills in the results of the schools, a row an indicator."""
        columns = {cell.value: cell.column for cell in sheet[ID_ROW] if cell.value}
        by_id = {school["school_id"]: school for school in schools}
        for row in range(ID_ROW + 1, sheet.max_row + 1):
            school = by_id[sheet.cell(row, columns["school_id"]).value] if "school_id" in columns else schools[0]
            text = school[sheet.cell(row, columns["indicator"]).value]
            sheet.cell(row, columns["result"]).value = text or None

    def test_several_schools(self):
        listed = self.write("list.csv", self.all, lambda column: not judged(column))
        path = self.template("--schools", listed)
        book = openpyxl.load_workbook(path)
        self.assertEqual(book.sheetnames, ["Hướng dẫn", "Trường", "Chỉ báo", "Minh chứng", "Cải tiến"])
        schools = [row for row in self.all if row["school_type"] == "tieu_hoc"]
        self.assertEqual(book["Trường"].max_row, ID_ROW + len(schools))
        self.judge(book["Chỉ báo"], schools)
        book.save(path)
        self.assertEqual(self.scores(path), self.scores(self.write("wide.csv", schools)))

    def test_one_school_by_hand(self):
        path = self.template()
        book = openpyxl.load_workbook(path)
        sheet, school = book["Trường"], self.schools[1]
        for cell in list(sheet[ID_ROW]):
            if cell.value:
                sheet.cell(ID_ROW + 1, cell.column).value = as_cell(school[cell.value]) if school.get(cell.value) else None
        self.judge(book["Chỉ báo"], [school])
        # Rows and columns inserted do no harm: the codes in the header count.
        for each in ("Trường", "Chỉ báo"):
            book[each].insert_rows(1, 2)
            book[each].insert_cols(1, 1)
        book.save(path)
        self.assertEqual(self.scores(path), self.scores(self.write("wide.csv", [school])))
        if shutil.which("libreoffice"):
            subprocess.run(["libreoffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to",
                            "xlsx:Calc MS Excel 2007 XML", "--outdir", self.folder / "lo", path], check=True, capture_output=True)
            self.assertEqual(self.scores(self.folder / "lo/mau.xlsx"), self.scores(self.folder / "wide.csv"))

    def fill(self, path, day, judged_as, notes):
        """The only school of a template: all indicators judged alike, and rows of the sheets of notes by code."""
        book = openpyxl.load_workbook(path)
        schools = book["Trường"]
        ids = {cell.value: cell.column for cell in schools[ID_ROW]}
        for name, value in (("school_id", "A1"), ("school_name", "Tiểu học Hoa Ban"), ("school_type", "tieu_hoc"), ("assessed_on", day), ("assessment", "self")):
            schools.cell(ID_ROW + 1, ids[name]).value = value
        for row in range(ID_ROW + 1, book["Chỉ báo"].max_row + 1):
            book["Chỉ báo"].cell(row, 4).value = judged_as
        for title, key, rows in notes:
            sheet = book[title]
            columns = {cell.value: cell.column for cell in sheet[ID_ROW]}
            for number, values in enumerate(rows):
                found = [row for row in range(ID_ROW + 1, sheet.max_row + 1) if sheet.cell(row, columns[key]).value == values[key]]
                for name, value in values.items():
                    sheet.cell(found[0] if found else ID_ROW + 1 + number, columns[name]).value = value
        book.save(path)
        return path

    def test_notes(self):
        """Notes, evidence and plans of two years' templates, as the report has them."""
        first = self.fill(self.template(name="2023.xlsx"), datetime.date(2023, 5, 31), "không đạt",
                          [("Cải tiến", "criterion", [{"criterion": "1.1", "action": "Niêm yết", "by": datetime.date(2024, 3, 1), "owner": "Văn phòng"},
                                                      {"criterion": "1.2", "action": "Kiện toàn", "by": "học kỳ II"}])])
        last = self.fill(self.template(name="2024.xlsx"), datetime.date(2024, 5, 31), "đạt",
                         [("Chỉ báo", "indicator", [{"indicator": "1.1.1a", "note": "Có chiến lược.", "evidence": "[H1-1.1-01]; H1-1.1-02"}]),
                          ("Minh chứng", "code", [{"code": "[H1-1.1-01]", "title": "Chiến lược", "criterion": "1.1", "issued": datetime.date(2021, 9, 5)},
                                                  {"code": "H1-1.01-02", "title": "Nghị quyết"}]),
                          ("Cải tiến", "criterion", [{"criterion": "1.1", "strengths": "Rõ ràng", "action": "Rà soát", "cost": 1500000, "done": "không"}])])
        files = [[first, last]]
        if shutil.which("libreoffice"):
            for path in (first, last):
                subprocess.run(["libreoffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to",
                                "xlsx:Calc MS Excel 2007 XML", "--outdir", self.folder / "lo", path], check=True, capture_output=True)
            files.append([self.folder / "lo/2023.xlsx", self.folder / "lo/2024.xlsx"])
        for pair in files:
            found = kdcl("report", *pair, "--lang", "vi")
            self.assertEqual((found.returncode, found.stderr), (0, ""))
            text = " ".join(found.stdout.split())
            for words in ("a) Có chiến lược [H1-1.1-01]; [H1-1.1-02].", "2. Điểm mạnh Rõ ràng 3. Điểm yếu",
                          "- Rà soát; kinh phí: 1.500.000 đồng.", "1.1 1 [H1-1.1-01] Chiến lược 05/09/2021 2 [H1-1.1-02] Nghị quyết",
                          "Kế hoạch của lần đánh giá 31/05/2023, xét tại lần đánh giá 31/05/2024",
                          "1 1.1 1.1.1a, 1.1.1b, 1.1.1c Niêm yết 01/03/2024 Văn phòng đã xong",
                          "2 1.2 1.2.1a, 1.2.1b, 1.2.1c Kiện toàn học kỳ II đã xong"):
                self.assertIn(words, text)

    def test_edited_header(self):
        """A sheet that is no longer known by its codes is not passed over in silence."""
        for title, code in (("Chỉ báo", "result"), ("Chỉ báo", "indicator"), ("Minh chứng", "code"), ("Cải tiến", "action")):
            with self.subTest(title=title, code=code):
                path = self.fill(self.template(), datetime.date(2024, 5, 31), "đạt", [])
                book = openpyxl.load_workbook(path)
                cell = next(cell for cell in book[title][ID_ROW] if cell.value == code)
                cell.value = "sửa"
                book.save(path)
                found = kdcl("score", path, "--lang", "en", "-f", "csv")
                self.assertEqual((found.returncode, found.stdout), (2, ""))
                self.assertIn(f'mau.xlsx:{title}!A{ID_ROW}: error: the row of column codes lacks "{code}": this sheet can\'t be read', found.stderr)

    def test_reports_side_by_side(self):
        """Each report has the day of its own school, whatever is written beside it."""
        rows = [self.schools[0] | {"school_id": f"S{number:03}", "assessed_on": f"20{19 + number % 5}-12-31"} for number in range(60)]
        folder = self.folder / "reports"
        self.assertEqual(kdcl("report", self.write("many.csv", rows), "-o", folder, "-j", "4", "-q").stderr, "")
        for row in rows:
            book = openpyxl.load_workbook(folder / f"{row['school_id']}.xlsx", read_only=True)
            self.assertEqual(book.properties.created.date().isoformat(), row["assessed_on"])

    def test_template_of_another_set(self):
        path = self.fill(self.template(), datetime.date(2024, 5, 31), "đạt", [])
        found = kdcl("score", path, "-c", "mam-non-2018", "--lang", "en")
        self.assertEqual(found.returncode, 2)

        # Said once, at the cell, and nothing of what follows from it.
        self.assertIn("mau.xlsx:Trường!L6: error: criteria_set: there is no criteria set \"tieu-hoc-2018\" in this run\n"
                      "  hint: this run has: mam-non-2018", found.stderr)
        self.assertEqual(len(found.stderr.splitlines()), 3, found.stderr)
        sheet = openpyxl.load_workbook(path)
        sheet["Trường"]["C6"] = "mam_non"
        sheet.save(path)
        self.assertIn("mau.xlsx:Trường!L6: warning: school A1 (Tiểu học Hoa Ban): criteria_set: tieu-hoc-2018 is not made for schools of type \"mam_non\"",
                      kdcl("check", path, "--lang", "en").stderr)

    def test_lost_school_ids(self):
        path = self.fill(self.template(), datetime.date(2024, 5, 31), "đạt", [])
        book = openpyxl.load_workbook(path)
        book["Trường"].cell(ID_ROW, 1).value = "mã"
        book.save(path)
        found = kdcl("score", path, "--lang", "en", "-f", "csv")
        self.assertEqual((found.returncode, found.stdout), (2, ""))
        self.assertIn(f'mau.xlsx:Trường!A{ID_ROW}: error: the row of column codes lacks "school_id"', found.stderr)
        self.assertEqual(len(found.stderr.splitlines()), 3, found.stderr)

    def test_decimal_commas_of_the_list(self):
        listed = self.folder / "list.csv"
        listed.write_text("school_id;school_type;assessed_on;teachers_by_norm\nA1;mam_non;31/12/2026;12,5\n", encoding="utf-8")
        path = self.folder / "mau.xlsx"
        self.assertEqual(kdcl("template", "mam-non-2026", "--schools", listed, "-o", path).returncode, 0)
        self.assertIn(12.5, [cell.value for cell in openpyxl.load_workbook(path)["Trường"][ID_ROW + 1]])
        self.assertEqual(kdcl("check", path).returncode, 0)
        path = self.folder / "mau.csv"
        self.assertEqual(kdcl("template", "mam-non-2026", "--schools", listed, "-o", path).returncode, 0)
        self.assertEqual(kdcl("check", path).returncode, 0)

    def test_several_rows_of_a_school(self):
        """Their judgements could not be told apart in the workbook; in CSV each row has its own."""
        listed = self.write("list.csv", [self.schools[0] | {"assessment": who} for who in ("self", "external")])
        found = kdcl("template", SET, "--schools", listed, "-o", self.folder / "mau.xlsx", "--lang", "en")
        self.assertEqual(found.returncode, 2)
        self.assertIn("several rows in the list that no stage tells apart; an .xlsx form has one row a school and stage\n  hint: use -f csv",
                      found.stderr)
        self.assertFalse((self.folder / "mau.xlsx").exists())
        self.assertEqual(kdcl("template", SET, "--schools", listed, "-o", self.folder / "mau.csv").returncode, 0)

    STAGES = ("tieu_hoc", "thcs")
    STAGE_ROWS = [{"school_id": "L1", "school_name": "Chu Văn An", "school_type": "th_thcs", "stage": stage, "assessed_on": "2026-12-31",
                   "assessment": "self"} for stage in STAGES]

    def stage_form(self, name="mau.xlsx"):
        listed = self.write("list.csv", self.STAGE_ROWS)
        found = kdcl("template", "pho-thong-2026", "--schools", listed, "-o", self.folder / name)
        self.assertEqual((found.returncode, found.stderr), (0, ""))
        return self.folder / name

    def stage_judgements(self, indicators):
        """Of two stages, different in every indicator."""
        words = ("đạt", "không đạt", "không áp dụng")
        return {(stage, name): words[(number + shift) % 3] for shift, stage in enumerate(self.STAGES)
                for number, name in enumerate(indicators)}

    STAGE_NOTES = {"tieu_hoc": ("Kế hoạch của tiểu học", "MC.1.1.01", "Kế hoạch tiểu học", "Đội ngũ trẻ", "Thiếu phòng", "Xây thêm 2 phòng"),
                   "thcs": ("Kế hoạch của THCS", "MC.1.1.02", "Kế hoạch THCS", "Học sinh giỏi", "Thiếu giáo viên", "Tuyển thêm 3 giáo viên")}

    STAGE_IDS = {"Tiểu học": "tieu_hoc", "THCS": "thcs"}  # the form has their titles

    def fill_stages(self, path):
        """Every cell that a school of two stages would fill in, found by its codes."""
        book = openpyxl.load_workbook(path)
        columns = {sheet.title: {cell.value: cell.column for cell in sheet[ID_ROW] if cell.value} for sheet in book}
        sheet, ids = book["Chỉ báo"], columns["Chỉ báo"]
        rows = {(self.STAGE_IDS[sheet.cell(row, ids["stage"]).value], sheet.cell(row, ids["indicator"]).value): row
                for row in range(ID_ROW + 1, sheet.max_row + 1)}
        indicators = [name for stage, name in rows if stage == "thcs"]
        judgements = self.stage_judgements(indicators)
        for key, row in rows.items():
            sheet.cell(row, ids["result"]).value = judgements[key]
        plans, plan_ids = book["Cải tiến"], columns["Cải tiến"]
        documents, document_ids = book["Minh chứng"], columns["Minh chứng"]
        plan_rows = {(self.STAGE_IDS[plans.cell(row, plan_ids["stage"]).value], plans.cell(row, plan_ids["criterion"]).value): row
                     for row in range(ID_ROW + 1, plans.max_row + 1)}
        for number, (stage, (note, code, title, strength, weakness, action)) in enumerate(self.STAGE_NOTES.items()):
            row = rows[stage, "1.1.1"]
            sheet.cell(row, ids["note"]).value, sheet.cell(row, ids["evidence"]).value = note, code
            for name, value in (("strengths", strength), ("weaknesses", weakness), ("action", action), ("cost", 1500000 + number)):
                plans.cell(plan_rows[stage, "1.1"], plan_ids[name]).value = value
            for name, value in (("school_id", "L1"), ("stage", stage), ("criterion", "1.1.1"), ("code", code), ("title", title)):
                documents.cell(ID_ROW + 1 + number, document_ids[name]).value = value
        book.save(path)
        return judgements

    def same_stages_otherwise(self, judgements):
        """The same school as a wide table, and as YAML with its notes."""
        wide = [row | {name: word for (stage, name), word in judgements.items() if stage == row["stage"]} for row in self.STAGE_ROWS]
        schools = []
        for row in wide:
            note, code, title, strength, weakness, action = self.STAGE_NOTES[row["stage"]]
            number = self.STAGES.index(row["stage"])
            identity = "".join(f"    {name}: {value}\n" for name, value in row.items() if not judged(name))
            results = "".join(f'    "{name}": {value}\n' for name, value in row.items() if judged(name))
            schools.append(f"- school:\n{identity}  results:\n{results}  notes:\n"
                           f'    "1.1.1": {{state: {note}, evidence: [{{code: {code}, title: {title}}}]}}\n'
                           f'    "1.1": {{strengths: {strength}, weaknesses: {weakness}, plan: [{{action: {action}, cost: {1500000 + number}}}]}}\n')
        path = self.folder / "schools.yaml"
        path.write_text("".join(schools), encoding="utf-8")
        return self.write("wide.csv", wide), path

    def test_stages_of_a_school(self):
        """A form for two stages, filled in, is the same data as a wide table and as YAML: results, notes, evidence, plans."""
        form = self.stage_form()
        judgements = self.fill_stages(form)
        self.assertEqual(len(judgements), 2 * 30)
        forms = [form]
        if shutil.which("libreoffice"):
            subprocess.run(["libreoffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to",
                            "xlsx:Calc MS Excel 2007 XML", "--outdir", self.folder / "lo", form], check=True, capture_output=True)
            forms.append(self.folder / "lo/mau.xlsx")
        wide, yaml = self.same_stages_otherwise(judgements)

        def scored(path):
            found = kdcl("score", path, "-f", "json", "-q")
            self.assertEqual(found.returncode, 0, found.stderr)
            return re.sub(r'"inputs": \[.*?\]', "", found.stdout, flags=re.S)

        def reported(path):
            found = kdcl("report", path, "--lang", "vi")
            self.assertEqual((found.returncode, found.stderr), (0, ""))
            return found.stdout[:found.stdout.index("NGUỒN SỐ LIỆU")]

        checked = [kdcl("check", path, "--lang", "en").stderr for path in (*forms, yaml)]
        self.assertEqual([text.count("error") for text in checked], [0, 0, 0][:len(checked)])
        self.assertEqual(scored(yaml), scored(wide))
        for path in forms:
            self.assertEqual(scored(path), scored(wide))
            self.assertEqual(reported(path), reported(yaml))
        for words in self.STAGE_NOTES.values():
            for text in words:
                self.assertIn(text, reported(form))

    def test_faults_of_stages(self):
        """Stages that are lost, unknown, or of no row, and an indicator twice for one."""
        def faults(edit):
            form = self.stage_form()
            self.fill_stages(form)
            book = openpyxl.load_workbook(form)
            edit(book)
            book.save(form)
            found = kdcl("check", form, "--lang", "en")
            return [line.replace(f"{form}:", "") for line in found.stderr.splitlines() if "error" in line]

        def put(sheet, cell, value):
            return lambda book: book[sheet].__setitem__(cell, value)

        for sheet in ("Chỉ báo", "Minh chứng", "Cải tiến"):
            self.assertEqual(faults(put(sheet, "B5", "sửa")),
                             [f'{sheet}!A5: error: the row of column codes lacks "stage": this sheet can\'t be read'])
            self.assertEqual(faults(put(sheet, "B6", "Lớp 1")),
                             [f'{sheet}!B6: error: school L1: stage: expected mam_non, tieu_hoc, thcs or thpt, found "Lớp 1"'])
            self.assertEqual(faults(put(sheet, "B6", "thpt")),
                             [f"{sheet}!B6: error: school L1 has no row of Upper secondary in a table with its name and type"])
            several = f"{sheet}!A6: error: school L1 has several rows, such as Trường!6 and Trường!7: it is not known which this belongs to"
            found = faults(put(sheet, "B6", None))
            self.assertEqual(found[:1], [] if sheet == "Minh chứng" else [several])  # documents may be for all stages
        self.assertEqual(faults(put("Chỉ báo", "B7", "thcs")), ["Chỉ báo!C37: error: school L1 (Lower secondary) already has 1.1.2 in row 7"])

    def test_what_a_form_has_lost(self):
        """A form is known by a hidden name: what is gone of it is an error, however it went."""
        filled = self.fill(self.template(), datetime.date(2024, 5, 31), "đạt", [])

        def faults(edit, *words):
            path = self.folder / "lost.xlsx"
            book = openpyxl.load_workbook(filled)
            self.assertEqual(book.defined_names["kdcl_form"].hidden, True)
            edit(book)
            book.save(path)
            found = kdcl("score", path, "-f", "csv", "--lang", "en", *words)
            return found.returncode, [line.split("lost.xlsx:")[-1] for line in found.stderr.splitlines() if "error:" in line]

        gone = 'the form lacks its sheet "{}": what was written there does not count'
        codes = "the row of column codes of the form is gone: this sheet can't be read"
        self.assertEqual(faults(lambda book: book.remove(book["Chỉ báo"])), (2, [" error: " + gone.format("Chỉ báo")]))
        self.assertEqual(faults(lambda book: book.remove(book["Trường"])), (2, [" error: " + gone.format("Trường")]))
        for sheet in ("Chỉ báo", "Trường"):
            self.assertEqual(faults(lambda book: book[sheet].delete_rows(ID_ROW)), (2, [f"{sheet}!A5: error: {codes}"]), sheet)
        self.assertEqual(faults(lambda book: book["Chỉ báo"].delete_cols(1)),
                         (2, ['Chỉ báo!A5: error: the row of column codes lacks "indicator": this sheet can\'t be read']))
        self.assertEqual(faults(lambda book: book["Chỉ báo"].delete_cols(4)),
                         (2, ['Chỉ báo!A5: error: the row of column codes lacks "result": this sheet can\'t be read']))

        # By any other name a sheet is as good, and one of notes is not needed.
        def rename(book):
            book["Chỉ báo"].title = "Kết quả của trường"
            book.remove(book["Minh chứng"])
        self.assertEqual(faults(rename), (0, []))
        found = kdcl("check", self.folder / "lost.xlsx", "--lang", "en")
        self.assertIn("lost.xlsx: warning: " + gone.format("Minh chứng"), found.stderr)
        self.assertIn("warning: a hidden sheet", kdcl("check", self.hidden(filled, "Chỉ báo"), "--lang", "en").stderr)

    def test_forms_with_faults_are_left_out(self):
        """One bad cell, one lost sheet and one damaged file of four forms need not stop an evening's run."""
        filled = self.fill(self.template(), datetime.date(2024, 5, 31), "đạt", [])
        paths = [self.folder / f"{number}.xlsx" for number in range(4)]
        for number, path in enumerate(paths):
            book = openpyxl.load_workbook(filled)
            book["Trường"].cell(ID_ROW + 1, 1).value = f"S{number}"
            if number == 1:
                book["Chỉ báo"].cell(ID_ROW + 1, 4).value = "chưa rõ lắm"
            if number == 2:
                book.remove(book["Chỉ báo"])
            book.save(path)
        paths[3].write_bytes(paths[3].read_bytes()[:2000])
        found = kdcl("score", *paths, "-f", "json", "--keep-going", "--lang", "en")
        self.assertEqual(found.returncode, 1, found.stderr)
        result = json.loads(found.stdout)
        self.assertEqual([school["school_id"] for school in result["schools"]], ["S0"])
        left = [(pathlib.Path(each["school_id"]).name, pathlib.Path(each["place"]).name) for each in result["left_out"]]
        self.assertEqual(left, [("S1", "1.xlsx:Chỉ báo!D6"), ("2.xlsx", "2.xlsx"), ("3.xlsx", "3.xlsx")])

    def test_every_lost_sheet_is_told(self):
        filled = self.fill(self.template(), datetime.date(2024, 5, 31), "đạt", [])
        book = openpyxl.load_workbook(filled)
        for title in ("Minh chứng", "Cải tiến"):
            book.remove(book[title])
        book.save(filled)
        found = kdcl("check", filled, "--lang", "en").stderr
        for title in ("Minh chứng", "Cải tiến"):
            self.assertIn(f'the form lacks its sheet "{title}"', found)

    def hidden(self, path, title):
        book = openpyxl.load_workbook(path)
        book[title].sheet_state = "hidden"
        book.save(self.folder / "hidden.xlsx")
        return self.folder / "hidden.xlsx"

    def test_second_school_in_a_template_for_one(self):
        path = self.template()
        book = openpyxl.load_workbook(path)
        sheet = book["Trường"]
        for row in (ID_ROW + 1, ID_ROW + 2):
            for column, value in ((1, f"T{row}"), (3, "tieu_hoc"), (7, "31/12/2023")):
                sheet.cell(row, column).value = value
        book.save(path)
        found = kdcl("score", path, "-f", "csv", "--lang", "en")
        self.assertEqual((found.returncode, found.stdout), (2, ""))
        self.assertIn(f"mau.xlsx:Chỉ báo!{ID_ROW}: error: the table of indicators has no column school_id", found.stderr)

    def test_form_without_the_code_of_the_school(self):
        """The code is asked for once, at its cell, however many judgements are filled in."""
        path = self.template()
        book = openpyxl.load_workbook(path)
        for column, value in ((3, "tieu_hoc"), (7, "31/12/2023")):
            book["Trường"].cell(ID_ROW + 1, column).value = value
        for row in range(ID_ROW + 1, ID_ROW + 30):
            book["Chỉ báo"].cell(row, 4).value = "đạt"
            book["Chỉ báo"].cell(row, 5).value = "có hồ sơ"
        book.save(path)
        found = kdcl("check", path, "--lang", "en")
        self.assertEqual(found.stderr, f"{path}:Trường!A{ID_ROW + 1}: error: school_id: expected the school's id, found an empty cell\n")

    def test_csv(self):
        found = kdcl("template", SET, "-f", "csv", "--schools", self.write("list.csv", self.schools))
        rows = list(csv.DictReader(io.StringIO(found.stdout.removeprefix("\ufeff"))))
        self.assertEqual([row["school_id"] for row in rows], [school["school_id"] for school in self.schools])
        for row, school in zip(rows, self.schools):
            for name in row:
                known = SET if name == "criteria_set" else school.get(name, "").strip()
                self.assertEqual(row[name], "" if judged(name) else known)
                if judged(name):
                    row[name] = school[name]
        self.assertEqual(self.scores(self.write("filled.csv", rows)), self.scores(self.write("wide.csv", self.schools)))

    def test_cells(self):
        """Cells to fill in are open and checked, all others locked; nothing has a password."""
        book = openpyxl.load_workbook(self.template())
        for sheet in book:
            self.assertTrue(sheet.protection.sheet)
            self.assertIsNone(sheet.protection.password)
        sheet = book["Trường"]
        ids = {cell.value: cell.column_letter for cell in sheet[ID_ROW]}
        for cell in sheet[ID_ROW]:
            self.assertTrue(cell.protection.locked)
            self.assertEqual(sheet.cell(ID_ROW + 1, cell.column).protection.locked, cell.value == "criteria_set")
        rules = {str(rule.sqref).split(":")[0].split("6")[0]: rule for rule in sheet.data_validations.dataValidation}
        pupils = rules[ids["pupils"]]
        self.assertEqual((pupils.type, pupils.operator, pupils.formula1, pupils.formula2), ("whole", None, "0", "20000"))
        qualified = rules[ids["teachers_qualified"]]
        whole = f"{ids['teachers']}{ID_ROW + 1}"
        self.assertEqual((qualified.type, qualified.formula1, qualified.formula2),
                         ("whole", "0", f"IF(ISNUMBER({whole}),MIN({whole},2000),2000)"))
        self.assertEqual(rules[ids["assessment"]].formula1, '"Tự đánh giá,Đánh giá ngoài"')
        self.assertEqual(rules[ids["ownership"]].formula1, '"Công lập,Dân lập,Tư thục,Ngoài công lập"')
        self.assertEqual(rules[ids["assessed_on"]].type, "date")
        for rule in sheet.data_validations.dataValidation:  # a note at every cell
            self.assertTrue(rule.showInputMessage and rule.promptTitle and rule.prompt, rule.sqref)
        self.assertEqual(pupils.prompt, "Số học sinh\nsố nguyên · học sinh · từ 0 đến 20.000")
        indicators = book["Chỉ báo"]
        self.assertEqual([cell.value for cell in indicators[ID_ROW]], ["indicator", "text", "clause", "result", "note", "evidence"])
        self.assertEqual(indicators.data_validations.dataValidation[0].formula1, '"đạt,không đạt,không áp dụng"')
        self.assertTrue(indicators.cell(ID_ROW + 1, 1).protection.locked)
        self.assertFalse(indicators.cell(ID_ROW + 1, 4).protection.locked)

    def test_words_of_lists(self):
        """Every word of every list to choose from is read, in both languages."""
        for language in ("vi", "en"):
            path = self.template("--lang", language, name=f"{language}.xlsx")
            book = openpyxl.load_workbook(path)
            sheet = book.worksheets[1]
            ids = {cell.value: cell.column for cell in sheet[ID_ROW]}
            lists = {}
            for rule in sheet.data_validations.dataValidation:
                if rule.type == "list":
                    column = openpyxl.utils.range_boundaries(str(rule.sqref).split()[0])[0]
                    lists[column] = rule.formula1.strip('"').split(",")
            self.assertLessEqual({ids["school_type"], ids["ownership"], ids["assessment"], ids["recognized_level"]}, set(lists))
            self.assertEqual(len(lists[ids["school_type"]]), 8)
            for number in range(max(map(len, lists.values()))):
                row = ID_ROW + 1 + number
                for column, words in lists.items():
                    word = words[number % len(words)]
                    sheet.cell(row, column).value = int(word) if word.isdigit() else word
                sheet.cell(row, ids["school_id"]).value = f"A{number}"
                sheet.cell(row, ids["assessed_on"]).value = datetime.date(2023, 12, 31)
                sheet.cell(row, ids["criteria_set"]).value = SET
            for other in book.worksheets[2:]:  # they need the column of schools
                book.remove(other)
            book.defined_names.delete("kdcl_form")  # else a form that lacks sheets is an error
            book.save(path)
            found = kdcl("check", path, "--lang", "en")
            self.assertNotIn("error:", found.stderr)

    def test_heights_of_rows(self):
        """Every row shows what it was made with, and is free to grow with what is typed into it."""
        with zipfile.ZipFile(self.template()) as book:
            for name in book.namelist():
                if not name.startswith("xl/worksheets/"):
                    continue
                sheet = book.read(name).decode()
                rows = re.findall(r"<row [^>]*>", sheet)
                self.assertGreaterEqual(len(rows), 5)
                self.assertTrue(all(re.search(r' ht="[\d.]+"', row) for row in rows if name != "xl/worksheets/sheet1.xml"), name)
                self.assertNotIn("customHeight", sheet)

    def test_every_set(self):
        for name in SETS:
            for language in ("vi", "en"):
                path, again = self.folder / f"{name}.xlsx", self.folder / "again.xlsx"
                for each in (path, again):
                    self.assertEqual(kdcl("template", name, "-o", each, "--lang", language).stderr, "")
                self.assertEqual(path.read_bytes(), again.read_bytes())
                # Empty: nothing to score yet, and nothing wrong but that.
                found = kdcl("check", path, "--lang", "en")
                self.assertEqual(found.stderr.split("error: ")[1:], ["school_id: expected the school's id, found an empty cell\n"], found.stderr)


if __name__ == "__main__":
    unittest.main()
