#!/usr/bin/env python3
"""Writes made-up primary schools as one wide CSV file: every indicator of the set and a dozen of its figures.

The same number and seed give the same bytes. A school aims at a level; what that level asks is nearly always met, what lies
above it often is not, and figures gather at the thresholds, as they do in real returns. Rows are put together from fragments
made beforehand (the cells of one criterion, all figures of a school), so that a million rows take well under a minute.
"""

import argparse
import math
import os
import pathlib
import random
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "property"))
import oracle  # noqa: E402  (reads criteria sets; the path has to be known first)

IDENTITY = ["school_id", "school_name", "school_type", "district", "commune", "assessed_on", "assessment", "recognized_level"]
FIGURES = ["classes", "classrooms", "teachers", "teachers_qualified", "teachers_above_qualified", "pupils", "pupils_completed",
           "eleven_year_olds", "eleven_year_olds_completed", "eleven_year_olds_in_primary", "six_year_olds",
           "six_year_olds_in_grade_1", "difficult_area", "especially_difficult_commune", "library_title"]

# How likely a school aims at level 0, 1, 2, 3, 4.
AIMS = [0.20, 0.32, 0.34, 0.12, 0.02]

# (met, not met, unknown, not applicable) as officials write them, and how likely a person writes so. Most unknown cells are
# simply left empty, whatever the habit. The weights make a row about 600 bytes long.
HABITS = [(("x", "k", "?", "n/a"), 0.75), (("đạt", "không đạt", "?", "n/a"), 0.15), (("đ", "kđ", "chưa rõ", "kad"), 0.07),
          (("X", "K", "?", "N/A"), 0.02), (("Đạt", "Không đạt", "Chưa rõ", "Không áp dụng"), 0.01)]

# Verdicts by how far an indicator's level lies above the level aimed at: shares of met, not met, unknown, not applicable.
VERDICTS = {0: [0.9885, 0.0005, 0.001, 0.010], 1: [0.80, 0.09, 0.10, 0.01], 2: [0.55, 0.12, 0.32, 0.01]}

FRAGMENTS = 1000  # distinct fragments of each kind: more than the cells of one criterion have in practice

SYLLABLES = ["Chiềng", "Mường", "Nà", "Bản", "Phiêng", "Tân", "Vân", "Sơn", "Hòa", "Lập", "Khoa", "Ân", "Hát", "Lót", "Pằn", "Cơi",
             "Sinh", "Bằng", "Mai", "Yên", "Quỳnh", "Đông", "Ngọc", "Xuân", "Phúc", "Thịnh", "Lộc", "Kiều", "Ơn", "Ưng"]
SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lò", "Cầm", "Quàng"]
MIDDLE_NAMES = ["Văn", "Thị", "Đình", "Hữu", "Quốc", "Minh", "Bích", "Ngọc"]
GIVEN_NAMES = ["Trỗi", "Sáu", "Tám", "Phú", "Hưng", "Thụ", "Bính", "Diệu", "Tuệ", "Ước", "Ảnh", "Ỷ", "Kỳ", "Điện", "Thùy"]


class Dice:
    """Chance that is the same on every version of Python: only random() is promised to be."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, count):
        return int(self.random() * count)

    def one_of(self, items):
        return items[int(self.random() * len(items))]

    def weighted(self, items, weights):
        at = self.random()
        for item, weight in zip(items, weights):
            at -= weight
            if at < 0:
                return item
        return items[-1]


def cells(values):
    """Values as one piece of a CSV line, quoted where they must be. (csv.writer would quote a lone empty cell.)"""
    return ",".join(quoted(str(value)) for value in values)


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if '"' in text or "," in text else text


def school_name(dice):
    person = f"{dice.one_of(SURNAMES)} {dice.one_of(MIDDLE_NAMES)} {dice.one_of(GIVEN_NAMES)}"
    place = f"{dice.one_of(SYLLABLES)} {dice.one_of(SYLLABLES)}"
    name = f"Trường Tiểu học {dice.one_of([person, place])}"
    ending = dice.weighted(["", ", cơ sở 2", f' "{place}"', f", xã {place}", f' "{place}", cơ sở 1'], [0.94, 0.02, 0.02, 0.01, 0.01])
    return name + ending


def places(dice):
    """Pieces of (district, commune); a commune lies in one district."""
    found = []
    for district in range(120):
        name = f"{dice.one_of(SYLLABLES)} {dice.one_of(SYLLABLES)} {district + 1}"
        found += [cells([name, f"{dice.one_of(SYLLABLES)} {dice.one_of(SYLLABLES)}"]) for _ in range(12)]
    return found


def computed_indicators(criteria_set):
    """Indicators that the figures of this file decide whole."""
    def known(measure):
        names = oracle.names_in(criteria_set.measures[measure].formula) if measure in criteria_set.measures else {measure}
        return names <= set(FIGURES)

    return {one.name for one in criteria_set.indicators() if one.requirements and not one.part
            and all(known(requirement.measure) for requirement in one.requirements)}


def judgements(dice, indicators, computed, aim):
    """The cells of one criterion, filled in by one person."""
    words = dice.weighted([words for words, _ in HABITS], [weight for _, weight in HABITS])
    return cells([judgement(dice, indicator, indicator.name in computed, aim, words) for indicator in indicators])


def judgement(dice, indicator, is_computed, aim, words):
    verdict = dice.weighted(range(4), VERDICTS[min(max(indicator.level - aim, 0), 2)])
    if verdict == 2 and dice.random() < 0.8:
        return ""
    # Where figures decide, many leave the judging to them.
    if verdict == 0 and is_computed and dice.random() < 0.25:
        return ""
    return words[verdict]


def edges_by_measure(criteria_set):
    """For each measure, (level, threshold) of its requirements, levels rising."""
    found = {}
    for indicator in sorted(criteria_set.indicators(), key=lambda one: one.level):
        for requirement in indicator.requirements:
            found.setdefault(requirement.measure, []).append((indicator.level, requirement.value))
    return found


def near_edge(dice, whole, edges, aim):
    """A count out of `whole` around the share that the level aimed at asks for, often just at the edge."""
    asked = [int(value) for level, value in edges if level <= max(aim, 1)] or [50]
    enough = math.ceil(whole * asked[-1] / 100)
    chance = dice.random()
    if chance < (0.01 if aim else 0.30):
        return max(enough - 1 - dice.below(3), 0)  # just under
    return enough if chance < 0.30 else enough + dice.below(whole - enough + 1)


def figures(dice, edges, aim):
    """All figures of one school."""
    classes = 5 + dice.below(26) + (dice.below(8) if dice.random() < 0.05 else 0)
    pupils = classes * (18 + dice.below(17)) + dice.below(7)
    teachers = classes + dice.below(classes // 2 + 2)
    eleven = 20 + dice.below(pupils // 5 + 1)
    eleven_completed = near_edge(dice, eleven, edges["eleven_completion"], aim)
    six = 20 + dice.below(pupils // 5 + 1)
    values = {
        "classes": classes,
        "classrooms": classes - 1 if dice.random() < 0.02 else classes + dice.below(3),
        "teachers": teachers,
        "teachers_qualified": (qualified := teachers - (dice.random() < (0.02 if aim else 0.2))),
        "teachers_above_qualified": min(qualified, near_edge(dice, teachers, edges["above_qualified_share"], aim)),
        "pupils": pupils,
        "pupils_completed": near_edge(dice, pupils, edges["class_completion"], aim),
        "eleven_year_olds": eleven,
        "eleven_year_olds_completed": eleven_completed,
        "eleven_year_olds_in_primary": eleven - eleven_completed - (eleven_completed < eleven and dice.random() < 0.03),
        "six_year_olds": six,
        "six_year_olds_in_grade_1": near_edge(dice, six, edges["six_year_old_enrolment"], aim),
        "difficult_area": dice.weighted(["không", "có", "x"], [0.7, 0.2, 0.1]),
        "especially_difficult_commune": dice.weighted(["không", "có", "x"], [0.8, 0.15, 0.05]),
        "library_title": dice.one_of([["chưa đạt chuẩn", "đạt chuẩn"], ["đạt chuẩn", "dat_chuan"], ["đạt chuẩn", "tiên tiến"],
                                      ["tiên tiến", "Tiên tiến"], ["tiên tiến", "xuất sắc"]][aim]),
    }
    return cells(["" if dice.random() < 0.03 else values[name] for name in FIGURES])


def write_schools(file, criteria_set, schools, seed):
    dice = Dice(seed)
    edges = edges_by_measure(criteria_set)
    computed = computed_indicators(criteria_set)
    names = [cells([school_name(dice)]) for _ in range(20 * FRAGMENTS)]
    communes = places(dice)
    days = [f"{year}-{month:02}-{day:02}" for year in range(2019, 2026) for month in range(1, 13) for day in (1, 15, 28)]
    # What follows the date: who judged, the level recognised, the judgements of a criterion at a time, the figures.
    tails = []
    for aim in range(len(AIMS)):
        judged = [[judgements(dice, criterion.indicators, computed, aim) for _ in range(FRAGMENTS)]
                  for criterion in criteria_set.criteria]
        recognised = [f"{who},{level}" for who in ("self", "self", "external") for level in ("", min(max(aim - 1, 0), 2))]
        tails.append([recognised, *judged, [figures(dice, edges, aim) for _ in range(10 * FRAGMENTS)]])

    file.write(cells(IDENTITY + [one.name for one in criteria_set.indicators()] + FIGURES) + "\n")
    for number in range(1, schools + 1):
        tail = dice.weighted(tails, AIMS)
        file.write(",".join([f"TH{number:07}", dice.one_of(names), "tieu_hoc", dice.one_of(communes), dice.one_of(days),
                             *map(dice.one_of, tail)]))
        file.write("\n")


def main():
    arguments = argparse.ArgumentParser(description="Write made-up primary schools for the benchmark.")
    arguments.add_argument("--schools", type=int, required=True, help="rows; the benchmark uses 600, 41000 and 1000000")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--criteria", type=pathlib.Path, default=ROOT / "criteria" / "tieu-hoc-2018.yaml")
    arguments.add_argument("-o", "--output", type=pathlib.Path, required=True)
    options = arguments.parse_args()
    criteria_set = oracle.CriteriaSet(oracle.with_used_files(options.criteria))
    missing = [name for name in FIGURES if name not in criteria_set.fields]
    if missing:
        sys.exit(f"{options.criteria} has no fields {', '.join(missing)}")
    # Under its own name only when whole, so that a run cut short leaves nothing that looks finished.
    unfinished = options.output.with_name(options.output.name + ".part")
    with open(unfinished, "w", encoding="utf-8", newline="") as file:
        write_schools(file, criteria_set, options.schools, options.seed)
    os.replace(unfinished, options.output)


if __name__ == "__main__":
    main()
