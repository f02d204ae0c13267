"""lien-cap-2026.csv: eleven of the schools in September 2026 under Circular 57/2026, judged criterion by criterion.

There are no districts any more, and only recognitions since October 2021 are still in force. A school with several stages has a row
for each; its level is that of its lowest stage.
"""

from . import province
from .criteria import sets_named
from .dice import Dice

DATE = "2026-09-30"
IDENTITY = ["school_id", "school_name", "school_type", "stage", "ownership", "commune", "assessed_on", "assessment",
            "recognized_level", "recognized_on", "decision"]
EXPIRED = "2021-09-30"  # the last day whose recognitions are not in force any more
SETS = ["mam-non-2026", "pho-thong-2026", "gdtx-2026"]

# school, commune or ward since 01/07/2025, stage, pupils, criteria below the level aimed at, that level
ROWS = [
    ("MN0023", "Xuân Nha", "", 268, {"3.3": 1}, 2),
    ("MN0020", "Vân Hồ", "", 236, {"2.3": 0, "4.1": 1, "4.2": 2, "1.3": 2}, 1),
    ("TH0014", "Vân Hồ", "", 655, {}, 2),
    ("TH0017", "Vân Hồ", "", 352, {"2.2": 1, "3.5": 1}, 2),
    ("TC0001", "Phường Tô Hiệu", "", 508, {"3.2": "?"}, 2),
    ("LC0006", "Song Khủa", "tieu_hoc", 338, {"4.1": 0}, 1),
    ("LC0006", "Song Khủa", "thcs", 251, {"2.3": 0, "3.5": 0}, 1),
    ("LC0003", "Phường Chiềng Sinh", "tieu_hoc", 261, {"3.4": 1}, 2),
    ("LC0003", "Phường Chiềng Sinh", "thcs", 240, {"2.3": 1}, 2),
    ("LC0003", "Phường Chiềng Sinh", "thpt", 198, {"1.4": 1, "3.2": 1}, 2),
    ("PT0001", "Phường Chiềng Cơi", "", 1015, {"1.2": 1}, 2),
    ("LC0025", "Mộc Sơn", "thcs", 292, {"4.3": 1}, 2),
    ("LC0025", "Mộc Sơn", "thpt", 247, {"3.3": 1, "4.3": 1}, 2),
    ("GX0001", "Phường Tô Hiệu", "", 430, {"1.1": 1, "3.4": 1}, 2),
    ("GX0003", "Mộc Sơn", "", 274, {"3.3": 0, "2.3": 0, "4.1": 1, "3.1": 2}, 1),
]


def table():
    sets = sets_named(*SETS)
    criteria = [criterion["id"] for criterion in sets["pho-thong-2026"].criteria]
    known = {row["school_id"]: row for row in province.identities()}
    rows = []
    for id, commune, stage, pupils, differing, level in ROWS:
        dice = Dice(f"{DATE} {id} {stage}")
        row = {**known[id], "commune": commune, "stage": stage, "assessed_on": DATE}
        if row.get("recognized_on", "") <= EXPIRED and row["school_type"] != "gdtx":
            row.update({"recognized_level": "0", "recognized_on": "", "decision": ""})
        fields = sets[set_of(row["school_type"])].fields
        figures = monitoring(row["school_type"], pupils, level, dice)
        row.update({name: str(value) for name, value in figures.items() if name in fields})
        row.update({criterion: str(differing.get(criterion, level)) for criterion in criteria})
        rows.append(row)
    columns = IDENTITY + [name for name in figure_columns(sets) if any(name in row for row in rows)] + criteria
    return [columns] + [[row.get(column, "") for column in columns] for row in rows]


def set_of(type):
    return {"mam_non": "mam-non-2026", "gdtx": "gdtx-2026"}.get(type, "pho-thong-2026")


def figure_columns(sets):
    return dict.fromkeys(name for criteria_set in sets.values() for name in criteria_set.fields)


def share(whole, low, dice):
    """A part of a whole, at least `low` of it."""
    return round(whole * (low + (1 - low) * dice.random()))


def monitoring(type, pupils, level, dice):
    """Figures that circular asks to watch; they decide nothing."""
    good = 0.7 + 0.12 * level
    classes = round(pupils / (24 if type == "mam_non" else 34))
    norm = round(classes * (2.2 if type == "mam_non" else 1.9), 1)
    teachers = round(norm * (0.88 + 0.04 * level))
    rooms, positions = classes + dice.between(0, 2), dice.between(4, 6)
    items, errors, tasks = dice.between(60, 120), dice.between(2, 9), dice.between(8, 20)
    return {
        "pupils": pupils, "children": pupils, "learners": pupils, "classes": classes, "classes_courses": classes,
        "classrooms": rooms, "classrooms_adequate": share(rooms, good, dice),
        "classes_within_size_limit": share(classes, good, dice), "rooms": rooms, "rooms_meeting_standard": share(rooms, good, dice),
        "teachers": teachers, "teachers_qualified": teachers - (level < 2), "teachers_by_norm": norm, "teachers_needed": norm,
        "teachers_suitably_assigned": share(teachers, 0.9, dice), "managers": 2, "managers_by_norm": 3 if classes > 18 else 2,
        "managers_meeting_title_standard": 2, "support_positions_required": positions,
        "support_positions_filled": share(positions, good, dice), "cohorts_completed": dice.between(6, 30),
        "quality_data_years": 3 if level == 2 else dice.between(1, 2), "recognition_facilities_1": "có",
        "recognition_facilities_2": "có" if level == 2 else "không", "data_items_required": items,
        "data_items_complete_on_time": share(items, good, dice), "data_errors_found": errors,
        "data_errors_handled": share(errors, good, dice), "improvement_tasks_planned": tasks,
        "improvement_tasks_completed": share(tasks, good - 0.1, dice), "subjects_planned": 14, "subjects_completed": 14,
        "pupils_assessed": pupils, "pupils_meeting_assessment": share(pupils, 0.92, dice), "learners_assessed": pupils,
        "learners_meeting_requirements": share(pupils, 0.86, dice), "education_activities": dice.between(9, 24),
        "safety_incidents": dice.between(0, 3), "five_year_olds_prepared": round(pupils * 0.27),
    }
