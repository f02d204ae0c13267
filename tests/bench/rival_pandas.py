#!/usr/bin/env python3
"""The pandas rival: columns as categories while the file is read, then NumPy on whole columns of small integers.

    rival_pandas.py RULES.json FILE.csv OUTPUT.csv

The file is taken in pieces of rows: no slower than all at once, and memory does not grow with it.
Verdicts and truth are 0 (not met, false), 1 (unknown), 2 (met, true); a verdict may be 3 (not applicable).
"""

import json
import operator
import sys

import numpy as np
import pandas as pd

IDENTITY = ["school_id", "school_name", "school_type", "district", "commune", "assessed_on", "assessment"]
ROWS = 50_000
COMPARISONS = {"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


class Figures:
    """Values of expressions over one piece of the file; what two requirements share is worked out once."""

    def __init__(self, fields, columns):
        self.fields, self.columns, self.known = fields, columns, {}

    def value(self, tree):
        key = json.dumps(tree)
        if key not in self.known:
            self.known[key] = self.computed(tree)
        return self.known[key]

    def computed(self, tree):
        kind = tree[0]
        if kind == "number":
            return tree[1]
        if kind == "unknown":
            return np.uint8(1)
        if kind == "name":
            return self.column(tree[1])
        parts = [self.value(part) for part in tree[1:]]
        if kind == "not":
            return 2 - parts[0]
        if kind in ("and", "or"):
            return {"and": np.minimum, "or": np.maximum}[kind](*parts)
        if kind in ARITHMETIC:
            found = ARITHMETIC[kind](*parts)
            return np.where(np.isfinite(found), found, np.nan)  # division by zero is unknown
        unknown = np.isnan(parts[0]) | np.isnan(parts[1])
        return np.where(unknown, 1, 2 * COMPARISONS[kind](*parts)).astype(np.uint8)

    def column(self, name):
        field, cells = self.fields[name], self.columns[name]
        if "words" not in field:
            return cells.to_numpy()
        if field["type"] == "flag":
            return by_word(cells, {word: 2 * value for word, value in field["words"].items()}, 1, np.uint8)
        return by_word(cells, field["words"], np.nan, float)


def by_word(cells, values, if_empty, type):
    """The value of each cell of a column of categories; a word that is none raises KeyError."""
    table = [values[word] if word != "" else if_empty for word in cells.cat.categories] + [if_empty]
    return np.array(table, dtype=type)[cells.cat.codes.to_numpy()]  # the code of an absent cell is -1: the last


def verdicts_of(rules, columns):
    """One row an indicator, one column a school."""
    figures = Figures(rules["fields"], columns)
    verdicts = np.empty((len(rules["indicators"]), len(columns)), dtype=np.uint8)
    for verdict, indicator in zip(verdicts, rules["indicators"]):
        verdict[:] = by_word(columns[indicator["name"]], rules["verdicts"], 1, np.uint8)
        if indicator["require"]:
            enough = figures.value(indicator["require"])
            if not indicator["part"]:
                verdict[(verdict == 1) & (enough == 2)] = 2
            verdict[(verdict != 3) & (enough == 0)] = 0
    return verdicts


def least(rules, verdicts, chosen):
    """The least verdict of each school over the indicators chosen."""
    return verdicts[[number for number, one in enumerate(rules["indicators"]) if chosen(one)]].min(axis=0, initial=3)


def standing_in_the_way(rules, verdicts, verdict, level):
    """The names, joined by `;`, of indicators up to the next level that have one verdict."""
    levels = np.array([one["level"] for one in rules["indicators"]])
    names = np.array([one["name"] for one in rules["indicators"]], dtype=object)
    schools, indicators = np.nonzero(((verdicts == verdict) & (levels[:, None] <= level + 1)).T)
    ends = np.searchsorted(schools, np.arange(verdicts.shape[1] + 1))
    found = names[indicators].tolist()
    return [";".join(found[start:end]) for start, end in zip(ends[:-1].tolist(), ends[1:].tolist())]


def scored(rules, columns):
    in_force = columns["assessed_on"].between(*rules["in_force"])
    columns = columns[in_force & (columns[rules["applies_to"]["column"]] == rules["applies_to"]["equals"])]
    verdicts = verdicts_of(rules, columns)
    least_at = np.array([least(rules, verdicts, lambda one: one["level"] <= level) for level in range(1, rules["top"] + 1)])
    some_apply = least_at[-1] < 3
    level = (least_at >= 2).sum(axis=0) * some_apply
    result = {name: columns[name] for name in IDENTITY[:3]}
    result |= {"stage": "", **{name: columns[name] for name in IDENTITY[3:]}, "criteria_set": rules["set"], "level": level,
               "level_max": (least_at >= 1).sum(axis=0) * some_apply, "school_level": level}
    for family in ("accreditation", "national_standard"):
        reached = [sum(award <= level for award in rules["awards"].get(family, [])) for level in range(rules["top"] + 1)]
        result[family] = np.array(reached)[level]
    for name, verdict in (("met", 2), ("not_met", 0), ("unknown", 1), ("not_applicable", 3)):
        result[name] = (verdicts == verdict).sum(axis=0)
    result["blocking"] = standing_in_the_way(rules, verdicts, 0, level)
    result["missing"] = standing_in_the_way(rules, verdicts, 1, level)
    for number, criterion in enumerate(rules["criteria"]):
        result[criterion["id"]] = criterion_levels(rules, verdicts, number, criterion["levels"])
    return pd.DataFrame(result, index=columns.index)


def criterion_levels(rules, verdicts, number, levels):
    least_at = [least(rules, verdicts, lambda one: one["criterion"] == number and one["level"] <= level) for level in levels]
    words = np.array(["0", *map(str, levels), "n/a"], dtype=object)
    reached = sum((one >= 2).astype(np.uint8) for one in least_at)
    return words[np.where(least_at[-1] == 3, len(words) - 1, reached)]


def main():
    rules_file, data, output = sys.argv[1:]
    with open(rules_file, encoding="utf-8") as file:
        rules = json.load(file)
    types = {name: "category" for name in [one["name"] for one in rules["indicators"]] + IDENTITY[2:]}
    types |= {name: "category" if "words" in field else float for name, field in rules["fields"].items()}
    types |= {"school_id": str, "school_name": str, "assessed_on": str}
    # "n/a" is a verdict here, not an absent cell.
    pieces = pd.read_csv(data, dtype=types, usecols=list(types), keep_default_na=False, na_values=[""], chunksize=ROWS)
    with open(output, "w", encoding="utf-8", newline="") as file:
        for number, piece in enumerate(pieces):
            scored(rules, piece).to_csv(file, index=False, header=number == 0)


if __name__ == "__main__":
    with np.errstate(divide="ignore", invalid="ignore"):
        main()
