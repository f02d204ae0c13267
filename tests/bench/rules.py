#!/usr/bin/env python3
"""Turns a criteria set into what the rivals read: rules.json, and rules.awk for awk, which reads no JSON.

The rivals do not interpret criteria files: like any user of their tools they score one set over one known table. This script
does what such a user would do once, by hand, before writing a query: measures are put into the requirements that use them, scale
values become ranks, exceptions become plain logic, and what needs a column that the data lack is dropped.

rules.json, with truth as in SQL (true, false, unknown):

  set, applies_to {column, equals}, in_force [from, to], top (the highest level), awards {family: [levels]}
  columns     the header of the data
  verdicts    word: 0 not met, 1 unknown, 2 met, 3 not applicable; so the verdict of several is the least of theirs
  fields      of the figures used: {type: integer | number}, or {type: flag | scale, words: {word: 0 or 1 | rank}}
  criteria    [{id, levels}], `levels` being those at which it has indicators
  indicators  [{name, criterion, level, part, require}] in set order; `criterion` is an index, `require` an expression or null:
              ["name", field] ["number", x] ["+", a, b] … [">=", a, b] … ["and", a, b] ["or", a, b] ["not", a]
"""

import argparse
import csv
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "property"))
import oracle  # noqa: E402  (reads criteria sets; the path has to be known first)

UNKNOWN = ["unknown"]
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
VERDICT_WORDS = [oracle.NOT_MET_WORDS, oracle.UNKNOWN_WORDS, oracle.MET_WORDS, oracle.NOT_APPLICABLE_WORDS]


class Unsupported(Exception):
    pass


def insist(condition, what):
    """The rivals know only what sets like the primary one use; anything else must not be scored wrongly in silence."""
    if not condition:
        raise Unsupported(f"the rivals can't score {what}")


# ---------------------------------------------------------------------------------------------------------------------
# Expressions


class Lowering:
    """Expressions of one set over one table."""

    def __init__(self, criteria_set, columns):
        self.set, self.columns, self.used = criteria_set, columns, set()

    def lowered(self, tree):
        kind = tree[0]
        if kind == "number":
            return ["number", plain_number(tree[1])]
        if kind == "name":
            return self.lowered_name(tree[1])
        insist(kind in ("and", "or", "not", "+", "-", "*", "/") + COMPARISONS, f"expressions with {kind}")
        return folded(kind, *[self.lowered(part) for part in tree[1:]])

    def lowered_name(self, name):
        if name in self.set.measures:
            return self.lowered(self.set.measures[name].formula)
        insist(name in self.set.fields, f"expressions with the column {name}")
        type = self.set.fields[name].type
        insist(type in ("integer", "number", "flag", "scale"), f"figures of type {type}")
        if name not in self.columns:
            return UNKNOWN
        self.used.add(name)
        return ["name", name]

    def literal(self, requirement, text):
        field = self.set.fields.get(requirement.measure)
        if field and field.type == "scale":
            return ["number", field.values.index(text)]
        insist(not field or field.type in ("integer", "number"), f"requirements on {requirement.measure}")
        return ["number", plain_number(oracle.Fraction(text))]

    def outcome(self, requirement):
        """Whether the figure is enough, under whichever exception holds; unknown if that is unknown and would matter."""
        insist(requirement.level_of is None, "the level of another set")
        found = self.lowered_name(requirement.measure)
        result = folded(requirement.op, found, self.literal(requirement, requirement.value))
        for where, value, _ in reversed(requirement.exceptions):
            exceptional = folded(requirement.op, found, self.literal(requirement, value))
            result = chosen(self.lowered(where), exceptional, result)
        return result

    def requirements(self, requirements):
        """One expression for all requirements, or none if it can't be known."""
        result = None
        for requirement in requirements:
            outcome = self.outcome(requirement)
            if requirement.where:
                # Left out, a requirement changes nothing, as a true one does.
                outcome = folded("or", folded("not", self.lowered(requirement.where)), outcome)
            result = outcome if result is None else folded("and", result, outcome)
        insist(not requirements or any(one.where is None for one in requirements), "requirements that may all be left out")
        return None if result == UNKNOWN else result


def plain_number(fraction):
    return int(fraction) if fraction.denominator == 1 else float(fraction)


def folded(kind, *parts):
    """An operation, or unknown if it can be nothing else."""
    if kind in ("and", "or"):
        return UNKNOWN if all(part == UNKNOWN for part in parts) else [kind, *parts]
    return UNKNOWN if UNKNOWN in parts else [kind, *parts]


def chosen(condition, if_true, if_false):
    """One of two outcomes; when the condition is unknown, what both agree on."""
    if if_true == if_false:
        return if_true
    return folded("or", folded("or", folded("and", condition, if_true), folded("and", folded("not", condition), if_false)),
                  folded("and", if_true, if_false))


# ---------------------------------------------------------------------------------------------------------------------
# The rules as one object


def rules_of(criteria_set, columns):
    check_supported(criteria_set)
    lowering = Lowering(criteria_set, columns)
    criteria = {criterion.id: number for number, criterion in enumerate(criteria_set.criteria)}
    indicators = [{"name": indicator.name, "criterion": criteria[criterion.id], "level": indicator.level, "part": indicator.part,
                   "require": lowering.requirements(indicator.requirements)}
                  for criterion in criteria_set.criteria for indicator in criterion.indicators]
    missing = [one["name"] for one in indicators if one["name"] not in columns]
    insist(not missing, f"data without the columns {', '.join(missing)}")
    _, (_, column), (_, value) = criteria_set.applies_to
    return {"set": criteria_set.id, "applies_to": {"column": column, "equals": value},
            "in_force": [criteria_set.starts, criteria_set.ends], "top": criteria_set.top,
            "awards": {family: [award.level for award in awards] for family, awards in criteria_set.awards.items()},
            "columns": columns, "verdicts": {word: code for code, words in enumerate(VERDICT_WORDS) for word in as_typed(words)},
            "fields": {name: field_of(criteria_set.fields[name]) for name in columns if name in lowering.used},
            "criteria": [{"id": criterion.id, "levels": sorted({indicator.level for indicator in criterion.indicators})}
                         for criterion in criteria_set.criteria],
            "indicators": indicators}


def check_supported(criteria_set):
    insist(not criteria_set.per_stage, "sets with stages")
    insist(criteria_set.applies_to and [part if isinstance(part, str) else part[0] for part in criteria_set.applies_to]
           == ["==", "name", "text"], "an applies_to other than column == 'text'")
    insist(set(criteria_set.awards) <= {"accreditation", "national_standard"}, "awards of other families")
    for level, clauses in criteria_set.needs.items():
        insist(clauses == [{"group": "all", "level": level, "at_least": None}], "levels that don't need every criterion")
    for criterion in criteria_set.criteria:
        insist(criterion.where is None and all(one.where is None for one in criterion.indicators), "criteria with a where")


def as_typed(words):
    """Words as people type them: small, with a capital, all in capitals. A user would list these rather than fold every cell."""
    return list(dict.fromkeys(form for word in words for form in (word, word.capitalize(), word.upper())))


def field_of(field):
    if field.type == "flag":
        return {"type": "flag", "words": {word: value for value, words in enumerate([oracle.NO_WORDS, oracle.YES_WORDS])
                                          for word in as_typed(words)}}
    if field.type == "scale":
        return {"type": "scale", "words": {form: field.values.index(value) for word, value in field.words.items()
                                           for form in as_typed([word])}}
    return {"type": field.type}


# ---------------------------------------------------------------------------------------------------------------------
# The rules as a part of rival.awk


class AwkWriter:
    """One assignment for each distinct expression; truth is 0, 1 (unknown), 2, an unknown number is an empty text."""

    def __init__(self, rules):
        self.rules, self.names, self.lines = rules, {}, []

    def value(self, tree):
        if tree[0] == "number":
            return str(tree[1])
        if tree == UNKNOWN:
            return "1"
        key = json.dumps(tree)
        if key not in self.names:
            expression = self.expression(tree)
            self.names[key] = f"t{len(self.names) + 1}"
            self.lines.append(f"    {self.names[key]} = {expression}")
        return self.names[key]

    def expression(self, tree):
        if tree[0] == "name":
            cell = f"${self.rules['columns'].index(tree[1]) + 1}"
            type = self.rules["fields"][tree[1]]["type"]
            return cell if type in ("integer", "number") else f'{type}_word["{tree[1]}", {cell}]'
        parts = [self.value(part) for part in tree[1:]]
        if tree[0] == "not":
            return f"2 - {parts[0]}"
        left, right = parts
        if tree[0] in ("and", "or"):
            return f"{left} {'<' if tree[0] == 'and' else '>'} {right} ? {left} : {right}"
        unknown = " || ".join([f'{part} == ""' for part, of in zip(parts, tree[1:]) if of[0] != "number"]
                              + ([f"{right} == 0"] if tree[0] == "/" else []))
        if tree[0] in COMPARISONS:
            return f"({unknown}) ? 1 : ({left} {tree[0]} {right} ? 2 : 0)"
        return f'({unknown}) ? "" : {left} {tree[0]} {right}'


def awk_text(text):
    return json.dumps(text, ensure_ascii=False)  # the escapes that our texts can need are the same


def awk_numbers(values):
    return awk_text(" ".join(map(str, values)))


def awk_list(name, values):
    return [f"    {name}[{number}] = {awk_text(value)}" for number, value in enumerate(values, 1)]


def awk_words(name, words, code=lambda value: value):
    return [f"    {name}, {awk_text(word)}] = {code(value)}" for word, value in words.items()]


def awk_program(rules):
    """A BEGIN with the tables, and judge_by_figures(): what the figures say about the indicators that ask for some."""
    indicators, criteria, columns = rules["indicators"], rules["criteria"], rules["columns"]
    lines = ["# Made by rules.py.", "BEGIN {",
             f"    set_id = {awk_text(rules['set'])}; first_day = {awk_text(rules['in_force'][0])}; "
             f"last_day = {awk_text(rules['in_force'][1])}; top = {rules['top']}",
             f"    applies_column = {columns.index(rules['applies_to']['column']) + 1}; "
             f"applies_value = {awk_text(rules['applies_to']['equals'])}",
             f"    indicators = {len(indicators)}; criteria = {len(criteria)}; columns = {len(columns)}"]
    lines += awk_list("column", columns)
    lines += [f"    verdict_word[{awk_text(word)}] = {code}" for word, code in rules["verdicts"].items()]
    for name, field in rules["fields"].items():
        if field["type"] == "flag":
            lines += [f'    flag_word["{name}", {awk_text(word)}] = 1' for word in oracle.UNKNOWN_WORDS]
            lines += awk_words(f'flag_word["{name}"', field["words"], lambda value: 2 * value)
        if field["type"] == "scale":
            lines += awk_words(f'scale_word["{name}"', field["words"])
    for number, one in enumerate(indicators, 1):
        lines.append(f"    name[{number}] = {awk_text(one['name'])}; level_of[{number}] = {one['level']}; "
                     f"criterion_of[{number}] = {one['criterion'] + 1}; cell_of[{number}] = {columns.index(one['name']) + 1}")
    for number, one in enumerate(criteria, 1):
        lines.append(f"    criterion[{number}] = {awk_text(one['id'])}; own_levels[{number}] = {awk_numbers(one['levels'])}")
    for family in ("accreditation", "national_standard"):
        lines.append(f"    {family} = {awk_numbers(rules['awards'].get(family, []))}")
    return "\n".join(lines + ["}", ""] + awk_figures(rules))


def awk_figures(rules):
    writer, outcomes = AwkWriter(rules), []
    for number, one in enumerate(rules["indicators"], 1):
        if not one["require"]:
            continue
        enough = writer.value(one["require"])
        outcomes.append(f"    if ({enough} == 0 && v[{number}] != 3) v[{number}] = 0")
        if not one["part"]:
            outcomes.append(f"    else if (v[{number}] == 1 && {enough} == 2) v[{number}] = 2")
    return ["function judge_by_figures() {", *writer.lines, *outcomes, "}", ""]


def main():
    arguments = argparse.ArgumentParser(description="Write rules.json and rules.awk for the rivals.")
    arguments.add_argument("--criteria", type=pathlib.Path, default=ROOT / "criteria" / "tieu-hoc-2018.yaml")
    arguments.add_argument("--data", type=pathlib.Path, required=True, help="a file whose header tells the columns")
    arguments.add_argument("-o", "--output", type=pathlib.Path, required=True, help="the folder to write to")
    options = arguments.parse_args()
    with open(options.data, encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    try:
        rules = rules_of(oracle.Library([options.criteria], oracle.shipped_sets()).given_sets()[0], columns)
    except Unsupported as error:
        sys.exit(f"{options.criteria}: {error}")
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "rules.json").write_text(json.dumps(rules, ensure_ascii=False, indent=1), encoding="utf-8")
    (options.output / "rules.awk").write_text(awk_program(rules), encoding="utf-8")


if __name__ == "__main__":
    main()
