"""Checks the causes that `kdcl compare` gives for schools that moved: complete and minimal, by the oracle.

    causes.py KDCL --seeds A B [--keep DIR]

Each case has schools in two states: other data under the same sets (`data`), the same data under two sets (`sets`), or data
before and after an amending set is in force (`amended`), or judgements that are all met, so that figures decide, and make up for
each other (`figures`), or a set that asks for little but the level of another (`levels`). The oracle scores both, works out who moved, and for every move scores
states between the two: with all causes undone the level must be the one before (complete), with any single cause left as it is
it must not be (minimal), and each of `also`, undone alone, must give it. Exit code 1 if anything differs.
"""

import datetime
import argparse
import collections
import copy
import json
import pathlib
import re
import subprocess
import sys
from fractions import Fraction

import compare
import oracle
import random_case
import summary
from random_case import Plain

KINDS = ["data", "sets", "amended", "figures", "levels"]
ASKED = re.compile(r"\b(?:at_least|at_most|more_than|less_than|equals) (\S+?)(?=,|\s|$)")
DEFINITIONS = ("threshold", "exception", "requirement", "added", "removed")


# ---------------------------------------------------------------------------------------------------------------------
# A set that was changed


class SetChanger:
    """Makes another set of one that a SetWriter wrote, with every kind of change that may move a school."""

    def __init__(self, writer):
        self.writer, self.rng = writer, writer.rng
        self.focus = self.rng.choice([None, "threshold", "exception", "requirement", "indicator", "rule"])

    def happens(self, what, chance):
        """Whether to change something: in a set all of whose changes are of one kind, more often."""
        return self.focus in (None, what) and self.rng.random() < (2 * chance if self.focus else chance)

    def changed(self, tree):
        tree = copy.deepcopy(tree)
        tree["id"] = "bo-khac"
        if self.happens("rule", 0.08):
            self.add_level(tree)
        if self.happens("rule", 0.15):
            self.change_needs(tree)
        if self.happens("requirement", 0.2):
            self.change_measure(tree)
        for standard in tree["standards"]:
            self.change_standard(standard)
        self.writer.fill_empty_levels(tree["standards"])
        return tree

    def add_level(self, tree):
        self.writer.top += 1
        if self.writer.top > 4:
            self.writer.top = 4
            return
        tree["levels"][Plain(self.writer.top)] = {"title": random_case.title(f"Mức {self.writer.top}")}

    def change_needs(self, tree):
        level = self.rng.choice(list(tree["levels"]))
        if tree["levels"][level].pop("needs", None) is None or self.rng.random() < 0.5:
            tree["levels"][level]["needs"] = [self.writer.clause(int(level)) for _ in range(self.rng.randint(1, 2))]

    def change_measure(self, tree):
        """The last one, which names no other that comes after it."""
        name = list(tree["measures"])[-1]
        tree["measures"][name]["formula"] += " + 1"

    def change_standard(self, standard):
        criteria = standard["criteria"]
        if len(criteria) > 1 and self.happens("indicator", 0.06):
            criteria.pop(self.rng.randrange(len(criteria)))
        criteria[:] = [self.change_criterion(criterion) for criterion in criteria]
        if self.happens("indicator", 0.1):
            criteria.append(self.writer.criterion(f"{standard['id']}.88"))

    def change_criterion(self, criterion):
        changed = copy.deepcopy(criterion)
        if self.happens("rule", 0.05):
            changed["mandatory"] = Plain("true" if criterion.get("mandatory") == "false" else "false")
        self.change_where(changed, 0.05)
        for level in list(changed["levels"]):
            self.change_level(changed, level)
        unused = [level for level in range(1, self.writer.top + 1) if str(level) not in changed["levels"]]
        if unused and self.happens("indicator", 0.1):
            level = self.rng.choice(unused)
            changed["levels"][Plain(level)] = self.indicator(level)
        return criterion if loosens(changed) else changed

    def indicator(self, level):
        self.writer.edges = {}
        return self.writer.indicator(level)

    def change_level(self, criterion, level):
        item = criterion["levels"][level]
        letters = [key for key in item if oracle.is_letter(key)]
        for tree in [item[letter] for letter in letters] or [item]:
            self.change_indicator(tree, int(level))
        if letters and self.happens("indicator", 0.06):
            item["g"] = self.indicator(int(level))
        if len(letters) > 1 and self.happens("indicator", 0.06):
            del item[self.rng.choice(letters)]

    def change_where(self, tree, chance):
        if self.happens("requirement", chance) and tree.pop("where", None) is None:
            tree["where"] = self.writer.expressions.condition(1)

    def change_indicator(self, tree, level):
        self.change_where(tree, 0.04)
        if "require" not in tree:
            if self.writer.requirements and self.happens("requirement", 0.05):
                self.writer.edges = {}
                tree["require"] = [item for item in [self.writer.requirement(level)] if item]
                if not tree["require"]:
                    del tree["require"]
        elif self.happens("requirement", 0.05):
            del tree["require"]
        else:
            for requirement in tree["require"] if isinstance(tree["require"], list) else [tree["require"]]:
                self.change_requirement(requirement)

    def change_requirement(self, tree):
        key = next(key for key in oracle.OPERATORS if key in tree)
        if "level_of" in tree:
            if self.happens("threshold", 0.4):
                tree[key] = Plain(self.writer.level_asked(key, 0))
            return
        if self.happens("threshold", 0.4):
            tree[key] = self.other_value(tree["measure"], tree[key])
        if self.happens("requirement", 0.05) and tree.pop("covers", None) is None:
            tree["covers"] = "part"
        self.change_where(tree, 0.04)
        if self.happens("exception", 0.3) and tree.pop("exceptions", None) is None:
            tree["exceptions"] = [{"where": self.writer.expressions.condition(1), key: self.other_value(tree["measure"], tree[key]),
                                   "because": random_case.title("Ngoại lệ mới")}]

    def other_value(self, measure, value):
        field = self.writer.fields.get(measure)
        if field and field.type not in ("integer", "number"):
            return value if field.type == "flag" else self.rng.choice(field.ids)
        other = max(Fraction(0), Fraction(str(value)) + self.rng.choice([-1000, -5, Fraction("0.01"), 5, 1000]))
        self.writer.note_threshold(measure, other)
        return Plain(random_case.decimal(other))


def loosens(tree):
    """Whether the thresholds of a criterion may loosen as the level rises, which is an error in a set."""
    edges = collections.defaultdict(list)
    for indicator in oracle.Criterion(json.loads(json.dumps(tree))).indicators:
        for item in indicator.requirements:
            edges[item.measure, item.op, repr(item.where)].append(item.value)
    for (_, op, _), values in edges.items():
        if len(values) > 1 and (op == "==" or not all(value.replace(".", "").isdigit() for value in values)):
            return True
        values = [Fraction(value) if len(values) > 1 else 0 for value in values]
        if values != sorted(values, reverse=op in ("<=", "<")):
            return True
    return False


def asks_levels(tree):
    return any(requirement.level_of for indicator in oracle.CriteriaSet(json.loads(json.dumps(tree))).indicators()
               for requirement in indicator.requirements)


# ---------------------------------------------------------------------------------------------------------------------
# Schools in two states


class Writer(summary.SummaryWriter):
    repeats, figures_only = True, False

    def repeat(self, table):
        if self.repeats:
            super().repeat(table)

    def cell(self, kind, what, quality):
        """Mostly met, so that the level hangs on few things."""
        if self.figures_only and kind in ("indicator", "criterion"):
            return "x" if kind == "indicator" else "2"
        return super().cell(kind, what, 1.0 if self.rng.random() < 0.5 else quality)

    def facts(self, id, criteria_set):
        facts = super().facts(id, criteria_set)
        facts["district"] = self.rng.choice(random_case.DISTRICTS[:2] + [""])
        return facts

    def column(self, name):
        return self.columns.index(("identity", name))

    def later(self, table):
        """The same schools in another state; some are gone, some are new."""
        later = copy.copy(table)
        often = collections.Counter(row[self.column("school_id")] for row in table.rows)
        later.rows = [self.later_row(row, often[row[self.column("school_id")]] == 1) for row in table.rows]
        later.rows = [row for row in later.rows if self.rng.random() < 0.97]
        for number in range(self.rng.randint(0, 2)):
            later.rows += self.school(f"MOI-{number}")
        self.rng.shuffle(later.rows)
        return later

    def later_row(self, row, is_single):
        """Judgements turn better or worse; of identity only what cannot make two rows alike."""
        rng, row = self.rng, list(row)
        change, quality = rng.choice([0.05, 0.2, 0.6, 1]), rng.choice([1.0, 1.0, 0.9, 0.4])
        facts = self.facts("", rng.choice(self.world.choosable))
        for index, (kind, what) in enumerate(self.columns):
            if kind != "identity" and rng.random() < change:
                row[index] = self.cell(kind, what, quality)
            elif what in ("district", "ownership", "recognized_level", "recognized_on") and rng.random() < change:
                row[index] = facts[what]
            elif what in ("assessed_on", "school_type", "stage", "assessment") and is_single and rng.random() < change / 3:
                row[index] = facts[what]
        return row

    def date_all(self, table, days):
        """One day for all rows of a school."""
        for row in table.rows:
            row[self.column("assessed_on")] = days[sum(row[self.column("school_id")].encode()) % len(days)]


def figures_set(rng, fields):
    """A set all of whose indicators are about three small numbers, so that one may make up for another."""
    names = ["mot", "hai", "ba"]
    own = {name: {"title": random_case.title("Chỉ số " + name), "type": "integer", "min": Plain("0"), "max": Plain("9")}
           for name in names}
    fields[:] = [random_case.FieldSpec(name, "integer", tree) for name, tree in own.items()]
    formulas = ["{0} + {1}", "{0} - {1}", "100 * {0} / {1}", "{0} * {1} / {2}", "max({0}, {1}) - {2}"]
    measures = {f"do{number}": {"title": random_case.title(f"Số đo {number}"),
                                "formula": rng.choice(formulas).format(*rng.sample(names, 3))} for number in range(4)}

    def indicator():
        figure = rng.choice(names + list(measures))
        return {**random_case.title(random_case.SENTENCE),
                "require": {"measure": figure, rng.choice(["at_least", "at_most"]): Plain(rng.choice(["1", "3", "5", "8"]))}}

    def criterion(id):
        tree = {"id": id, "title": random_case.title("Tiêu chí"), "levels": {Plain("1"): indicator(), Plain("2"): indicator()}}
        return criterion(id) if loosens(tree) else tree

    return {"kdcl": Plain("1"), "id": "so-do", "title": random_case.title("Bộ số đo"), "applies_to": "school_type != 'gdtx'",
            "source": {"document": "1/TT", "issued": Plain("2018-08-22")}, "in_force": {"from": Plain("2018-10-10")},
            "levels": {Plain(level): {"title": random_case.title(f"Mức {level}")} for level in (1, 2)},
            "fields": own, "measures": measures,
            "standards": [{"id": "1", "title": random_case.title("Một"), "criteria": [criterion("1.1"), criterion("1.2")]}]}


def set_of(id, top, standard):
    return {"kdcl": Plain("1"), "id": id, "title": random_case.title(f"Bộ {id}"),
            "source": {"document": "1/TT", "issued": Plain("2018-08-22")}, "in_force": {"from": Plain("2018-10-10")},
            "levels": {Plain(level): {"title": random_case.title(f"Mức {level}")} for level in range(1, top + 1)},
            "standards": [standard]}


def levels_sets(rng, fields):
    """A set that asks for the level of a helper, by judgements and figures, and perhaps an amendment of the helper."""
    names = [f"p{number}_hs" for number in range(3)]
    own = {name: {"title": random_case.title(f"Số {name}"), "type": "integer", "min": Plain("0"), "max": Plain("9")}
           for name in names}
    fields[:] = [random_case.FieldSpec(name, "integer", tree) for name, tree in own.items()]

    def item(**more):
        return {**random_case.title(random_case.SENTENCE), **more}

    def judged_or_figure(level):
        if rng.random() < 0.6:
            return item()
        return item(require={"measure": names[level], "at_least": Plain(rng.choice(["2", "4"]))})

    def criterion(id, indicator):
        return {"id": id, "title": random_case.title("Tiêu chí"), "levels": {Plain(level): indicator(level) for level in (1, 2)}}

    def of_helper(level):
        asked = {"level_of": "bo-phu", "at_least": Plain(level)}
        if rng.random() < 0.3:
            asked["exceptions"] = [{"where": f"{names[0]} > 5", "at_least": Plain(level - 1), "because": random_case.title("Trường lớn")}]
        return item(require=asked)

    helper = set_of("bo-phu", 2, {"id": "H", "title": random_case.title("Phụ"),
                                  "criteria": [criterion(f"H.{number}", judged_or_figure) for number in (1, 2)]})
    main = set_of("so-muc", 2, {"id": "1", "title": random_case.title("Một"),
                                "criteria": [criterion("1.1", of_helper), criterion("1.2", lambda level: item())]})
    main["applies_to"] = "school_type != 'gdtx'"
    helper["fields"] = main["fields"] = own
    return [main, helper] + [random_case.amendment_of(rng, helper, "bo-phu-sua")] * (rng.random() < 0.5)


class CausesCase(random_case.Case):
    """Two sides, each with its files of criteria and its data."""

    def __init__(self, seed):
        self.kind = KINDS[seed % len(KINDS)]
        super().__init__(seed)

    def random_sets(self, rng, shared):
        if self.kind == "figures":
            self.huge = False
            return [figures_set(rng, self.fields)]
        if self.kind == "levels":
            self.huge = False
            return levels_sets(rng, self.fields)
        if self.kind == "data":
            return super().random_sets(rng, shared)
        helpers = [] if self.without_requirements or rng.random() < 0.5 else [self.random_helper(rng, shared)]
        writer = random_case.SetWriter(rng, "bo-0", [], shared, helpers and helpers[0], not self.without_requirements)
        tree = writer.write()
        tree["applies_to"] = "school_type in ('mam_non', 'thcs')"
        if rng.random() < 0.3:
            tree["per_stage"] = Plain("true")
        if helpers and rng.random() < 0.4:
            helpers.append(random_case.amendment_of(rng, helpers[0], "bo-phu-sua"))
        if self.kind == "sets":
            changed = SetChanger(writer).changed(tree)
            return [tree, changed] + [one for one in helpers if asks_levels(tree) or asks_levels(changed)]
        amending = random_case.amendment_of(rng, tree, "bo-sua")
        if rng.random() < 0.4:
            amending["levels"] = writer.levels()
        return [tree, amending] + helpers

    def write(self, folder):
        for name, text in self.files.items():
            (folder / name).write_text(text, encoding="utf-8")
        # The first two are the sides.
        self.paths = sorted([folder / name for name in self.criteria], key=lambda path: path.name.startswith("bo-phu"))
        self.library = oracle.Library(self.paths)
        writer = Writer(self.rng, random_case.World(self.library, self.fields, self.huge))
        writer.repeats, writer.figures_only = self.kind != "amended", self.kind == "figures"
        self.date = writer.date_option
        table = writer.table(700 if self.rng.random() < 0.005 else self.rng.randint(5, 40))
        later = table if self.kind == "sets" else writer.later(table)
        if self.kind == "amended":
            writer.date_all(table, ["2018-10-10", "2019-05-20", "2020-12-31"])
            writer.date_all(later, ["2021-01-01", "2023-05-20"])
        self.data = [table.bytes(), later.bytes()]
        names = [folder / "truoc.csv", folder / "sau.csv"]
        for name, data in zip(names, self.data):
            name.write_bytes(data)
        self.names = names[:1] if self.kind == "sets" else names

    def sides(self):
        """What the oracle scores, side by side."""
        if self.kind != "sets":
            return [oracle.score_run(self.library, [data], self.date)[0] for data in self.data]
        return [scored_by(one, self.library, data, self.date) for one, data in zip(self.library.given_sets(), self.data)]


def scored_by(criteria_set, library, data, date):
    """Every row that the set may apply to, scored by it."""
    scored = []
    for row in oracle.read_rows(data, library.read_sets()):
        day = row.identity["assessed_on"] or date
        if oracle.evaluate(criteria_set.applies_to, oracle.Place(criteria_set, row, library, day)) is not False:
            scored.append({"row": row, "set": criteria_set, "date": day, **oracle.score_set(criteria_set, row, library, day)})
    return scored


# ---------------------------------------------------------------------------------------------------------------------
# Who is compared with whom


def counted_schools(scored):
    """School id -> the rows of the assessment that counts."""
    schools = {}
    for entries in summary.schools_of(scored):
        schools.setdefault(entries[0]["row"].identity["school_id"], summary.School(datetime.date(2000, 12, 31))).add(entries)
    return {id: school.counted for id, school in schools.items()}


def stage_of(entry):
    return entry["row"].identity["stage"] if entry["set"].per_stage else None


def pairs(before, after):
    """(entry before, entry after), either none: the schools of the later side, then what only the earlier one has."""
    before, after = counted_schools(before), counted_schools(after)
    found = []
    for id, entries in after.items():
        left = list(before.pop(id, []))
        is_single = len(left) == 1 and len(entries) == 1
        for entry in entries:
            other = next((one for one in left if is_single or stage_of(one) == stage_of(entry)), None)
            found.append((other, entry))
            left = [one for one in left if one is not other]
        found += [(one, None) for one in left]
    return found + [(entry, None) for entries in before.values() for entry in entries]


def move_of(before, after):
    if before is None or after is None:
        return "only_after" if before is None else "only_before"
    if not {*worded_indicators(before["set"])} & {*worded_indicators(after["set"])}:
        return "not_comparable"
    return {1: "rose", 0: "same", -1: "fell"}[(after["level"] > before["level"]) - (after["level"] < before["level"])]


# ---------------------------------------------------------------------------------------------------------------------
# States between


def worded_indicators(criteria_set):
    return [(indicator.name, indicator.text) for criterion in criteria_set.criteria for indicator in criterion.indicators]


def indicators_by_name(criteria_set):
    return {indicator.name: (indicator, criterion) for criterion in criteria_set.criteria for indicator in criterion.indicators}


class Rule:
    """Criteria of both sides under the level rule of one: what oracle.set_level looks at."""

    def __init__(self, rule):
        self.top, self.needs, self.criteria = rule.top, rule.needs, []


class Between:
    """The states of one school between before and after."""

    def __init__(self, before, after, library):
        self.before, self.after, self.library = before, after, library
        self.known_before, self.known_after = indicators_by_name(before["set"]), indicators_by_name(after["set"])
        self.names = [*self.known_after, *(name for name in self.known_before if name not in self.known_after)]
        self.judged_before, self.judged_after = (
            {name: found for one in library.read_sets([entry["set"].id]) for name, found in indicators_by_name(one).items()}
            for entry in (before, after))

    def judged(self, name, undone):
        """J of an indicator: of the only side that has it, else of the side that the state chooses."""
        is_before = name not in self.judged_after or (name in self.judged_before and ("judgement", name) in undone)
        known, entry = (self.judged_before, self.before) if is_before else (self.judged_after, self.after)
        return oracle.judgement(*known[name], entry["row"])[0]

    def row(self, undone):
        row = oracle.Row()
        row.identity, row.fields = dict(self.after["row"].identity), dict(self.after["row"].fields)
        for kind, of in undone:
            if kind == "figure":
                row.fields[of] = self.before["row"].fields.get(of, oracle.UNKNOWN)
            if kind == "identity":
                row.identity[of] = self.before["row"].identity[of]
        row.judged = {name: self.judged(name, undone) for name in {**self.judged_before, **self.judged_after}}
        return row

    def defined(self, name, undone):
        """(indicator, criterion, entry of the side whose definition counts), or none if it is not there."""
        is_before = ("definition", name) in undone
        known, entry = (self.known_before, self.before) if is_before else (self.known_after, self.after)
        return (*known[name], entry) if name in known else None

    def level(self, undone):
        row = self.row(undone)
        rule = (self.before if ("level_rule", None) in undone else self.after)["set"]
        day = (self.before if ("identity", "assessed_on") in undone else self.after)["date"]
        mandatory = {one.id: one.mandatory for side in (self.before, self.after) for one in side["set"].criteria}
        mandatory.update({one.id: one.mandatory for one in rule.criteria})
        state, verdicts, criteria = Rule(rule), {}, {}
        for name in self.names:
            if defined := self.defined(name, undone):
                indicator, criterion, entry = defined
                place = oracle.Place(entry["set"], row, self.library, day)
                verdicts[name] = oracle.score_indicator(indicator, criterion, place)
                if criterion.id not in criteria:
                    criteria[criterion.id] = copy.copy(criterion)
                    criteria[criterion.id].indicators, criteria[criterion.id].mandatory = [], mandatory[criterion.id]
                criteria[criterion.id].indicators.append(indicator)
        state.criteria = list(criteria.values())
        return oracle.set_level(state, verdicts, oracle.PESSIMIST)


def undo_of(cause):
    """What a cause of the program undoes."""
    return ("definition" if cause["kind"] in DEFINITIONS else cause["kind"]), cause.get("of")


# ---------------------------------------------------------------------------------------------------------------------
# What is told of a cause


def expanded(tree, measures):
    """An expression without measures."""
    if tree is None:
        return None
    if tree[0] == "name" and tree[1] in measures:
        return expanded(measures[tree[1]].formula, measures)
    return tuple(expanded(part, measures) if isinstance(part, tuple) else
                 tuple(expanded(one, measures) for one in part) if isinstance(part, list) and tree[0] == "call" else
                 tuple(part) if isinstance(part, list) else part for part in tree)


class Definition:
    """What decides an indicator, in parts."""

    def __init__(self, indicator, criterion, criteria_set, library):
        def plain(tree):
            return expanded(tree, criteria_set.measures)

        items = indicator.requirements
        self.conditions = plain(criterion.where), plain(indicator.where)
        self.figures = [(plain(("name", item.measure)), item.level_of, item.op, item.part, plain(item.where)) for item in items]
        self.others = []  # what decides the sets whose level is asked for
        if any(item.level_of for item in items):
            self.others = [Definition(*found, one, library) for one in library.read_sets([criteria_set.id])[1:]
                           for found in indicators_by_name(one).values()]
        self.values = [item.value for item in items]
        self.exceptions = [[(plain(where), value) for where, value, _ in item.exceptions] for item in items]

    def names(self):
        names = names_of((self.conditions, self.figures, self.exceptions))
        return names.union({"assessed_on"}, *(one.names() for one in self.others)) if self.others else names


def names_of(tree):
    """Every name in expressions without measures, however nested."""
    if isinstance(tree, tuple) and len(tree) == 2 and tree[0] == "name":
        return {tree[1]}
    return set().union(*map(names_of, tree)) if isinstance(tree, (tuple, list)) else set()


class Told:
    """What the program tells of a cause, against what the two sides are."""

    def __init__(self, between):
        self.between = between

    def definition(self, name, of_before):
        known, entry = ((self.between.known_before, self.between.before) if of_before else
                        (self.between.known_after, self.between.after))
        return Definition(*known[name], entry["set"], self.between.library) if name in known else None

    def kind_of_definition(self, name):
        before, after = self.definition(name, True), self.definition(name, False)
        if not before or not after:
            return "removed" if before else "added"
        if before.conditions != after.conditions or before.figures != after.figures:
            return "requirement"
        if before.exceptions == after.exceptions:
            return "threshold"
        return "exception" if before.values == after.values else "requirement"

    def ends(self, cause):
        """The values before and after that the cause is to tell."""
        before, after = self.between.before, self.between.after
        if cause["kind"] == "judgement":
            known = self.between.judged_before, self.between.judged_after
            return [oracle.judgement(*one[cause["of"]], entry["row"])[0] or "unknown" for one, entry in zip(known, (before, after))]
        if cause["kind"] == "figure":
            return [entry["row"].fields.get(cause["of"], oracle.UNKNOWN) for entry in (before, after)]
        if cause["kind"] == "identity":
            return [text_of(entry["row"].identity[cause["of"]]) for entry in (before, after)]
        if cause["kind"] == "threshold":
            values = self.definition(cause["of"], True).values, self.definition(cause["of"], False).values
            return [value_of(one) for one in [pair for pair in zip(*values) if pair[0] != pair[1]][-1]]
        return None

    def asked(self, cause):
        """The values that rules of either side ask for and those of the other do not, or not so."""
        sides = [self.definition(cause["of"], of_before) for of_before in (True, False)]
        if cause["kind"] == "requirement":
            rules = [list(zip(one.figures, one.values, one.exceptions)) for one in sides]
            return [[value_of(value) for rule in own for value in [rule[1], *(value for _, value in rule[2])] if rule not in others]
                    for own, others in (rules, rules[::-1])]
        found = [[], []]
        for before, after in zip(*(one.exceptions for one in sides)):
            own = [[one for one in before if one not in after], [one for one in after if one not in before]]
            for values, exceptions in zip(found, own if any(own) or before == after else (before, after)):
                values += [value_of(value) for _, value in exceptions]
        return found

    def verdict(self, entry, name):
        return entry["indicators"][name]["verdict"] if name in entry["indicators"] else "not_applicable"

    def differing(self, cause):
        """The indicators with another verdict that a value decides."""
        return {name for name in self.decided(cause)
                if self.verdict(self.between.before, name) != self.verdict(self.between.after, name)}

    def decided(self, cause):
        """All indicators that a value decides."""
        is_other = cause["kind"] == "judgement" and cause["of"] not in self.between.names
        if cause["kind"] not in ("figure", "identity") and not is_other:
            return set()
        definitions = {name: [self.definition(name, True), self.definition(name, False)] for name in self.between.names}
        if is_other:
            return {name for name, sides in definitions.items() if any(one.others for one in sides if one)}
        return {name for name, sides in definitions.items() if any(cause["of"] in one.names() for one in sides if one)}

    def exceptions(self, cause):
        """The exceptions that a value gained or lost, as words."""
        found = set()
        for name in self.differing(cause):
            before, after = (self.shown(entry, name) for entry in (self.between.before, self.between.after))
            if not before or not after:
                continue
            if before[0] and not after[0] and cause["of"] in before[0]:
                found.add("lost")
            if after[0] and not before[0] and cause["of"] in after[0]:
                found.add("gained")
        return found

    def shown(self, entry, name):
        """(names in the condition of the exception that holds, or none,) of the requirement shown; none without figures."""
        if name not in entry["indicators"] or entry["indicators"][name]["op"] is None:
            return None
        place = oracle.Place(entry["set"], entry["row"], self.between.library, entry["date"])
        counted = [(item, oracle.figures_of(item, place)) for item in indicators_by_name(entry["set"])[name][0].requirements]
        counted = [one for one in counted if one[1]]
        item = next(one for wanted in (False, oracle.UNKNOWN, True) for one, figures in counted if figures["outcome"] is wanted)
        holding = next((where for where, _, _ in item.exceptions if place.holds(where) is True), None)
        return (names_of(expanded(holding, entry["set"].measures)) if holding else None,)


def text_of(value):
    return str(value) if isinstance(value, Fraction) else value


def value_of(text):
    """A threshold as JSON has it."""
    if text in ("true", "false"):
        return text == "true"
    return Fraction(text) if text.replace(".", "").isdigit() else text


# ---------------------------------------------------------------------------------------------------------------------
# One case


def run(kdcl, case):
    command = [str(kdcl), "compare", "-q", "--lang", "vi", "-f", "json"] + (["--date", case.date] if case.date else [])
    for path in case.paths:
        command += ["-c", str(path)]
    done = subprocess.run(command + [str(name) for name in case.names], capture_output=True, timeout=120)
    if done.returncode != 0:
        raise compare.Failed(f"exit code {done.returncode}: {' '.join(command)}\n{done.stderr.decode(errors='replace')[:2000]}")
    return json.loads(done.stdout)


def side_differences(name, entry, side):
    if (entry is None) != (side is None):
        yield name, entry and entry["level"], side
    elif entry:
        yield from ((f"{name} {key}", entry[key], side[key]) for key in ("level", "level_max") if entry[key] != side[key])
        if entry["set"].id != side["criteria_set"]:
            yield f"{name} set", entry["set"].id, side["criteria_set"]


def told_differences(cause, told):
    """Whether kind, values, ways and exceptions of a cause are those of the two sides."""
    if cause["kind"] in DEFINITIONS and cause["kind"] != told.kind_of_definition(cause["of"]):
        yield f"kind of {cause['of']}", told.kind_of_definition(cause["of"]), cause["kind"]
        return
    if cause["kind"] in ("exception", "requirement"):
        values = [[value_of(one) for one in ASKED.findall(side or "")] for side in (cause["before"], cause["after"])]
        if values != told.asked(cause):
            yield f"rules of {cause['of']}", told.asked(cause), (cause["before"], cause["after"])
    ends = told.ends(cause)
    if ends and not all(map(compare.same_leaf, ends, (cause["before"], cause["after"]))):
        yield f"values of {cause['of']}", ends, (cause["before"], cause["after"])
    through = told.differing(cause) or told.decided(cause)
    if through != set(cause.get("through", [])):
        yield f"ways of {cause.get('of')}", sorted(through), cause.get("through")
    exceptions = told.exceptions(cause)
    if cause.get("exception") not in (exceptions or {None}):
        yield f"exception of {cause.get('of')}", exceptions, cause.get("exception")


def cause_differences(entry, between):
    """Complete, minimal, and each of `also` good by itself."""
    level = between.before["level"]
    undone = [undo_of(cause) for cause in entry["causes"]]
    if between.level(undone) != level:
        yield "complete", level, between.level(undone)
    for one in undone:
        if between.level([other for other in undone if other != one]) == level:
            yield "minimal", f"not without {one}", undone
    also = [undo_of(cause) for cause in entry["also"]]
    for one in also:
        if between.level([one]) != level:
            yield "also", f"level {level} by {one}", between.level([one])
    if len(set(undone + also)) != len(undone + also):
        yield "causes", "each once", undone + also
    told = Told(between)
    for cause in entry["causes"] + entry["also"]:
        yield from told_differences(cause, told)


def school_differences(before, after, entry, library):
    shown = after or before
    for key in ("school_id", "stage"):
        if shown["row"].identity[key] != entry[key]:
            yield key, shown["row"].identity[key], entry[key]
            return
    yield from side_differences("before", before, entry["before"])
    yield from side_differences("after", after, entry["after"])
    move = move_of(before, after)
    if move != entry["move"]:
        yield "move", move, entry["move"]
    elif move in ("rose", "fell"):
        yield from cause_differences(entry, Between(before, after, library))
    elif entry["causes"] or entry["also"]:
        yield "causes", "none", entry["causes"] + entry["also"]


def case_differences(kdcl, case, folder, seen):
    case.write(folder)
    found = run(kdcl, case)
    wanted = pairs(*case.sides())
    if len(wanted) != len(found["schools"]):
        yield "", "schools", len(wanted), len(found["schools"])
    for (before, after), entry in zip(wanted, found["schools"]):
        yield from ((entry["school_id"], *one) for one in school_differences(before, after, entry, case.library))
        seen.update([entry["move"]] + [cause["kind"] for cause in entry["causes"]])
        seen.update(f"{len(entry['causes'])} causes" for _ in entry["causes"][:1])
        seen.update("of another set" for cause in entry["causes"] if cause["kind"] == "judgement" and "through" in cause)
        seen.update(["also"] * bool(entry["also"]) + [cause["exception"] for cause in entry["causes"] if "exception" in cause])
    counts = collections.Counter(entry["move"] for entry in found["schools"])
    if +collections.Counter(found["moves"]) != counts:
        yield "", "moves", counts, found["moves"]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("kdcl")
    arguments.add_argument("--seeds", nargs=2, type=int, required=True)
    arguments.add_argument("--keep", type=pathlib.Path, help="keep the files of the cases in this folder")
    options = arguments.parse_args()
    failed, seen = 0, collections.Counter()
    for seed in range(options.seeds[0], options.seeds[1] + 1):
        case = CausesCase(seed)
        with compare.folder_for(options.keep, seed) as folder:
            failed += compare.report(f"seed {seed}, {case.kind}", case_differences(options.kdcl, case, pathlib.Path(folder), seen))
    print(", ".join(f"{name} {count}" for name, count in sorted(seen.items())))
    print(f"{failed} cases with differences")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
