"""Random criteria sets and random school data for them, all of it valid, the same for the same seed.

Edges are sought on purpose: figures at, just under and just over every threshold, words in every accepted spelling, both ends of
`in_force`, files as officials' Excel writes them. Run as a script it writes one case to a folder and prints how to score it.
"""

import argparse
import io
import pathlib
import random
import unicodedata
from fractions import Fraction

import yaml

import oracle

SCHOOL_TYPES = ["mam_non", "tieu_hoc", "thcs", "thpt", "th_thcs", "thcs_thpt", "th_thcs_thpt", "gdtx"]
STAGES = ["mam_non", "tieu_hoc", "thcs", "thpt"]
DISTRICTS = ["Mộc Châu", "Sốp Cộp", "Vân Hồ", "Quỳnh Nhai"]
NAMES = ["Trường Tiểu học Chiềng Sơn", "TH&THCS \"Mường Và\"", "Trường MN\nHoa Ban", "=Trường A", "@Trường B", "+Trường C",
         "Tân Lập; Lóng Sập, Tà Lại", "-5", "Trường số 7", "'Trường D"]
LETTERS = "abcdđe"
SENTENCE = "câu tự viết"  # the sentence of every random indicator


# ---------------------------------------------------------------------------------------------------------------------
# YAML as people write it: figures, dates and true are not quoted


class Plain(str):
    """A scalar that is written without quotes."""


class Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True  # anchors are an error in criteria files


def represent_plain(dumper, text):
    return dumper.represent_scalar(dumper.resolve(yaml.ScalarNode, str(text), (True, False)), str(text))


Dumper.add_representer(Plain, represent_plain)


def to_yaml(tree, rng):
    flow = rng.choice([None, False])
    return yaml.dump(tree, Dumper=Dumper, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=4000)


def title(text):
    return {"vi": text, "en": "en " + text}


def decimal(value):
    """A fraction of at most two decimals as people write it."""
    text = f"{float(value):.2f}"
    return text.rstrip("0").rstrip(".")


# ---------------------------------------------------------------------------------------------------------------------
# Fields


class FieldSpec:
    def __init__(self, name, type, tree):
        self.name, self.type, self.tree = name, type, tree
        self.ids = [value["id"] if isinstance(value, dict) else value for value in tree.get("values", [])]
        self.thresholds = []  # figures at which something changes, filled while requirements are written


def random_field(rng, number, prefix, huge):
    type = rng.choice(["integer"] * 4 + ["number"] * 3 + ["flag"] * 2 + ["choice", "scale", "date", "text"])
    name = f"{prefix}{number}_{rng.choice(['hs', 'lop', 'gv'])}"
    marks = rng.choice(["", ", tính tròn", "; cả năm", ' "mới"'])
    tree = {"title": title(f"Chỉ số {prefix} {number}{marks}"), "type": type}
    if type in ("integer", "number"):
        tree["min"] = Plain("0")
        tree["max"] = Plain("999999999999999" if huge else "20000")
        if rng.random() < 0.7:
            tree["unit"] = rng.choice(["học sinh", "m2", "%", {"vi": "phòng/lớp", "en": "rooms a class", "one": "room a class"}])
    if type in ("choice", "scale"):
        tree["values"] = [random_value(rng, f"{prefix}{number}v{index}") for index in range(rng.randint(2, 4))]
    if rng.random() < 0.4:
        tree["aliases"] = [f"Cột {prefix} {number} đổi tên"]
    return FieldSpec(name, type, tree)


def random_value(rng, id):
    return id if rng.random() < 0.4 else {"id": id, "title": {"vi": f"Mức khá {id}", "en": f"rather good {id}"}}


# ---------------------------------------------------------------------------------------------------------------------
# Expressions, drawn from the grammar row by row so that precedence is exercised


class Expressions:
    """Draws expressions over some fields and measures."""

    def __init__(self, rng, fields, allow_known=True):
        self.rng, self.fields, self.allow_known = rng, fields, allow_known
        self.measures = []

    def of_type(self, *types):
        return [field.name for field in self.fields if field.type in types]

    def number(self):
        return self.rng.choice(["0", "1", "2", "3", "10", "100", "0.1", "0.5", "2.5", "69.96", "70"])

    def sum(self, depth):
        text = self.product(depth)
        while self.rng.random() < 0.25:
            text += self.rng.choice([" + ", " - "]) + self.product(depth)
        return text

    def product(self, depth):
        text = self.primary(depth)
        while self.rng.random() < 0.25:
            text += self.rng.choice([" * ", " / "]) + self.primary(depth)
        return text

    def primary(self, depth):
        draw = self.rng.random()
        if depth > 0 and draw < 0.15:
            return f"({self.sum(depth - 1)})"
        if depth > 0 and draw < 0.4:
            return self.call(depth - 1)
        names = self.of_type("integer", "number") + self.measures[:2]
        return self.rng.choice(names) if names and draw < 0.85 else self.number()

    def call(self, depth):
        name = self.rng.choice(["min", "max", "ceil", "floor", "abs"])
        count = self.rng.randint(1, 3) if name in ("min", "max") else 1
        return f"{name}({', '.join(self.sum(depth) for _ in range(count))})"

    def share(self):
        names = self.of_type("integer", "number")
        x, y = self.rng.choice(names), self.rng.choice(names)
        forms = [f"100 * {x} / {y}"] * 5 + [f"100 * {x} / ({y} + {self.rng.choice(names)})", f"100 * {x} / ({y} - {x})",
                                           f"100 * ({x} + {self.rng.choice(names)}) / {y}", f"100 * {x} / {y} / 2",
                                           f"100 * {x} / max({y}, 1)", f"100 * {x} / abs({y} - 10)",
                                           f"100 * {x} / ({y} - {self.rng.choice(names)})"]
        return self.rng.choice(forms)

    def condition(self, depth=2):
        text = self.conjunction(depth)
        while self.rng.random() < 0.2:
            text += " or " + self.conjunction(depth)
        return text

    def conjunction(self, depth):
        text = self.negation(depth)
        while self.rng.random() < 0.25:
            text += " and " + self.negation(depth)
        return text

    def negation(self, depth):
        return ("not " if self.rng.random() < 0.2 else "") + self.statement(depth)

    def statement(self, depth):
        if depth > 0 and self.rng.random() < 0.15:
            return f"({self.condition(depth - 1)})"
        kinds = [self.comparison, self.comparison, self.identity] + [self.flag] * 3 * bool(self.of_type("flag"))
        kinds += [self.known] * self.allow_known
        kinds += [self.of_choice] * bool(self.of_type("choice")) + [self.of_scale] * bool(self.of_type("scale"))
        kinds += [self.of_date] * bool(self.of_type("date")) + [self.of_text] * bool(self.of_type("text"))
        return self.rng.choice(kinds)()

    def flag(self):
        return self.rng.choice(self.of_type("flag"))

    def known(self):
        names = [field.name for field in self.fields] + self.measures + ["district", "recognized_level"]
        return f"known({self.rng.choice(names)})" if self.rng.random() < 0.8 else f"known({self.sum(1)})"

    def comparison(self):
        if self.rng.random() < 0.2:
            return f"{self.sum(0)} in ({', '.join(self.number() for _ in range(self.rng.randint(1, 3)))})"
        return f"{self.sum(1)} {self.rng.choice(['==', '!=', '<', '<=', '>', '>='])} {self.sum(1)}"

    def identity(self):
        rng = self.rng
        return rng.choice([f"district == '{rng.choice(DISTRICTS)}'", f"district != '{rng.choice(DISTRICTS)}'",
                           f"school_type in ('{rng.choice(SCHOOL_TYPES)}', '{rng.choice(SCHOOL_TYPES)}')",
                           f"recognized_level {rng.choice(['==', '<', '>='])} {rng.randint(0, 2)}", f"ownership == '{rng.choice(['cong_lap', 'Công lập', 'tư thục'])}'",
                           f"stage == '{rng.choice(STAGES)}'", "assessment == 'self'"])

    def with_values(self, type):
        field = self.rng.choice([field for field in self.fields if field.type == type])
        return field.name, field.ids

    def of_choice(self):
        name, ids = self.with_values("choice")
        if self.rng.random() < 0.3:
            return f"{name} in ({', '.join(repr(id) for id in self.rng.sample(ids, 2))})"
        return f"{name} {self.rng.choice(['==', '!='])} '{self.rng.choice(ids)}'"

    def of_scale(self):
        name, ids = self.with_values("scale")
        op = self.rng.choice(["==", "!=", "<", "<=", ">", ">="])
        if self.rng.random() < 0.2:
            return f"'{self.rng.choice(ids)}' {op} {name}"
        return f"{name} {op} '{self.rng.choice(ids)}'"

    def of_date(self):
        return f"{self.rng.choice(self.of_type('date'))} {self.rng.choice(['<', '>=', '==', '!='])} '{self.rng.choice(DATES)}'"

    def of_text(self):
        return f"{self.rng.choice(self.of_type('text'))} {self.rng.choice(['==', '!='])} '{self.rng.choice(TEXTS)}'"


DATES = ["2019-12-31", "2020-01-01", "2020-02-29"]
TEXTS = ["Đúng quy định", "đúng quy định", "Khác"]


# ---------------------------------------------------------------------------------------------------------------------
# Criteria sets


class SetWriter:
    """Writes one random set as a tree ready for YAML."""

    def __init__(self, rng, id, own, shared, helper=None, requirements=True, prefix=""):
        """`helper` is the tree of a set that requirements may name, `prefix` starts the ids of standards and criteria."""
        self.rng, self.id, self.own, self.shared = rng, id, own, shared
        self.helper, self.requirements, self.prefix = helper, requirements, prefix
        self.expressions = Expressions(rng, own + shared, allow_known=requirements)
        self.fields = {field.name: field for field in own + shared}
        self.measures, self.shares = {}, {}
        self.top = rng.randint(1, 4)
        self.edges = {}  # (measure, operator, where) -> the tightest value of the criterion being written

    def write(self):
        self.write_measures()
        tree = {"kdcl": Plain("1"), "id": self.id, "title": title("Bộ " + self.id),
                "source": {"document": f"{self.id}/TT", "issued": Plain("2018-08-22")},
                "in_force": {"from": Plain("2018-10-10")}, "uses": ["dung-chung.yaml"],
                "levels": self.levels(), "awards": self.awards()}
        if self.own:
            tree["fields"] = {field.name: field.tree for field in self.own}
        if self.measures:
            tree["measures"] = self.measures
        tree["standards"] = self.standards()
        return tree

    def write_measures(self):
        for number in range(self.rng.randint(1, 5)):
            name = f"{self.id.replace('-', '_')}_do{number}"
            share = self.rng.random() < 0.6 and len(self.expressions.of_type("integer", "number")) > 0
            formula = self.expressions.share() if share else self.expressions.sum(1)
            unit = "%" if share else self.rng.choice(["%", "m2", None])
            self.measures[name] = {"title": title("Số đo " + name), "formula": formula}
            if unit:
                self.measures[name]["unit"] = unit
            self.expressions.measures.append(name)

    def levels(self):
        levels = {}
        for level in range(1, self.top + 1):
            levels[Plain(level)] = {"title": title(f"Mức {level}")}
            if self.rng.random() < 0.55:
                levels[Plain(level)]["needs"] = [self.clause(level) for _ in range(self.rng.randint(1, 3))]
        return levels

    def clause(self, level):
        clause = {"criteria": self.rng.choice(["mandatory", "optional", "all"]),
                  "level": Plain(level if self.rng.random() < 0.5 else self.rng.randint(1, level))}
        if self.rng.random() < 0.4:
            clause["at_least"] = Plain(self.rng.randint(1, 3))
        return clause

    def awards(self):
        families = {}
        for family in ["accreditation", "national_standard"]:
            if self.rng.random() < 0.85:
                levels = sorted(self.rng.sample(range(1, self.top + 1), self.rng.randint(1, self.top)))
                families[family] = [self.award(level) for level in levels]
        return families or {"accreditation": [self.award(1)]}

    def award(self, level):
        award = {"level": Plain(level), "title": title(f"Cấp độ {level}"), "valid_years": Plain("5")}
        if self.rng.random() < 0.4:
            award["needs"] = [{"id": f"dk{number}", **title("Điều kiện"), "where": self.expressions.condition(1)}
                              for number in range(self.rng.randint(1, 2))]
        return award

    def standards(self):
        standards = []
        for number in range(1, self.rng.randint(1, 3) + 1):
            criteria = [self.criterion(f"{self.prefix}{number}.{index}") for index in self.criterion_numbers()]
            standards.append({"id": f"{self.prefix}{number}", "title": title(f"Tiêu chuẩn {number}"), "criteria": criteria})
        if self.top == 4 and self.rng.random() < 0.6:
            standards.append(self.whole_school_standard())
        self.fill_empty_levels(standards)
        return standards

    def criterion_numbers(self):
        numbers = list(range(1, self.rng.randint(1, 3) + 1))
        return numbers + [10] if self.rng.random() < 0.2 else numbers  # 1.10 is not 1.1

    def whole_school_standard(self):
        criteria = []
        for number in range(1, self.rng.randint(1, 3) + 1):
            self.edges = {}
            criteria.append({"id": f"{self.prefix}M4.{number}", "title": title("Toàn trường"),
                             "levels": {Plain("4"): self.indicator(4)}})
        return {"id": f"{self.prefix}M4", "title": title("Yêu cầu toàn trường"), "criteria": criteria}

    def fill_empty_levels(self, standards):
        """Every level of the set gets at least one indicator."""
        first = standards[0]["criteria"][0]["levels"]
        used = {str(level) for standard in standards for criterion in standard["criteria"] for level in criterion["levels"]}
        for level in range(1, self.top + 1):
            if str(level) not in used:
                first[Plain(level)] = title(SENTENCE)

    def criterion(self, id):
        self.edges = {}
        rng = self.rng
        tree = {"id": Plain(id) if rng.random() < 0.3 else id, "title": title("Tiêu chí " + id)}
        if rng.random() < 0.8:
            tree["clause"] = f"Điều {rng.randint(1, 30)} khoản 1"
        if rng.random() < 0.4:
            tree["mandatory"] = Plain(rng.choice(["true", "false", "false"]))
        if rng.random() < 0.15:
            tree["where"] = self.expressions.condition(1)
        if self.measures and rng.random() < 0.3:
            tree["monitor"] = rng.sample(list(self.measures), rng.randint(1, min(2, len(self.measures))))
        if rng.random() < 0.2:
            tree["evidence"] = [title("Sổ theo dõi")]
        tree["levels"] = self.criterion_levels()
        return tree

    def criterion_levels(self):
        levels = sorted(self.rng.sample(range(1, self.top + 1), self.rng.randint(1, self.top)))
        pairs = [(Plain(level), self.level(level)) for level in levels]
        if self.rng.random() < 0.2:
            self.rng.shuffle(pairs)  # set order has levels rising, however the file has them
        return dict(pairs)

    def level(self, level):
        if self.rng.random() < 0.4:
            return self.indicator(level)
        letters = LETTERS[:self.rng.randint(1, 3)] if self.rng.random() < 0.8 else "dđ"
        return {letter: self.indicator(level) for letter in letters}

    def indicator(self, level):
        rng = self.rng
        tree = title(SENTENCE)
        if rng.random() < 0.2:
            tree["clause"] = f"Điều {level} điểm a"
        if rng.random() < 0.1:
            tree["where"] = self.expressions.condition(1)
        if rng.random() < 0.1:
            tree["checked"] = rng.choice(["high", "medium", "low"])
        if self.requirements and rng.random() < 0.45:
            wanted = [self.requirement(level) for _ in range(rng.choice([1, 1, 1, 2, 3]))]
            wanted = [item for item in wanted if item]
            if wanted:
                tree["require"] = wanted[0] if len(wanted) == 1 and rng.random() < 0.7 else wanted
        return tree

    def requirement(self, level):
        rng = self.rng
        kinds = [self.of_number] * 6 + [self.of_flag, self.of_choice, self.of_scale, self.of_scale]
        kinds += [self.of_helper] * 4 * bool(self.helper)
        where = self.expressions.condition(1) if rng.random() < 0.2 else None
        tree = rng.choice(kinds)(where)
        if tree is None:
            return None
        if where:
            tree["where"] = where
        if rng.random() < 0.25:
            tree["covers"] = "part"
        return tree

    def of_number(self, where):
        names = list(self.measures) * 2 + self.expressions.of_type("integer", "number")
        name, key = self.rng.choice(names), self.operator()
        value = self.rng.choice(["70", "69.96", "50", "33.33", "0", "1", "2.5", "100", "10", "98", "0.3"])
        value = self.not_looser(name, key, where, Fraction(value))
        if value is None:
            return None
        self.note_threshold(name, value)
        return self.with_exceptions({"measure": name, key: Plain(decimal(value))}, name, key)

    def operator(self):
        return self.rng.choice(["at_least"] * 4 + ["at_most", "at_most", "more_than", "less_than", "equals"])

    def not_looser(self, name, key, where, value):
        """The value drawn, or the tighter one this criterion already has; none where the rule leaves no room."""
        edge = (name, key, where)
        if edge in self.edges and key == "equals":
            return None
        if edge in self.edges:
            value = (max if key in ("at_least", "more_than") else min)(value, self.edges[edge])
        self.edges[edge] = value
        return value

    def note_threshold(self, name, value):
        if name in self.fields:
            self.fields[name].thresholds.append(value)
        else:
            for part in oracle.names_in(oracle.parse_expression(self.measures[name]["formula"])):
                if part in self.fields:
                    self.fields[part].thresholds.append(value)

    def with_exceptions(self, tree, name, key):
        if self.rng.random() < 0.35:
            tree["exceptions"] = []
            for number in range(self.rng.randint(1, 3)):
                value = Fraction(str(tree[key])) + self.rng.choice([-20, -5, 0, Fraction("0.01"), 5])
                value = max(value, Fraction(0))
                self.note_threshold(name, value)
                tree["exceptions"].append({"where": self.expressions.condition(1), key: Plain(decimal(value)),
                                           "because": title(f"Ngoại lệ {number}")})
        return tree

    def of_flag(self, where):
        names = self.expressions.of_type("flag")
        if not names:
            return None
        name = self.rng.choice(names)
        if self.not_looser(name, "equals", where, 0) is None:
            return None
        return {"measure": name, "equals": Plain(self.rng.choice(["true", "true", "false"]))}

    def of_choice(self, where):
        if not self.expressions.of_type("choice"):
            return None
        name, ids = self.expressions.with_values("choice")
        if self.not_looser(name, "equals", where, 0) is None:
            return None
        return self.id_exceptions({"measure": name, "equals": self.rng.choice(ids)}, "equals", ids)

    def of_scale(self, where):
        if not self.expressions.of_type("scale"):
            return None
        name, ids = self.expressions.with_values("scale")
        key = self.operator()
        rank = self.not_looser(name, key, where, self.rng.randrange(len(ids)))
        return None if rank is None else self.id_exceptions({"measure": name, key: ids[rank]}, key, ids)

    def id_exceptions(self, tree, key, ids):
        if self.rng.random() < 0.3:
            tree["exceptions"] = [{"where": self.expressions.condition(1), key: self.rng.choice(ids),
                                   "because": title("Ngoại lệ")}]
        return tree

    def level_asked(self, key, least):
        """Nobody is above the helper's top level."""
        top = len(self.helper["levels"])
        return self.rng.randint(0, top - 1) if key == "more_than" else self.rng.randint(least, top)

    def of_helper(self, where):
        key = self.rng.choice(["at_least", "at_least", "at_least", "equals", "more_than"])
        level = self.not_looser("level_of", key, where, self.level_asked(key, 1))
        if level is None:
            return None
        tree = {"level_of": self.helper["id"], key: Plain(level)}
        if self.rng.random() < 0.3:
            tree["exceptions"] = [{"where": self.expressions.condition(1), key: Plain(max(level - 1, 0)),
                                   "because": title("Ngoại lệ")}]
        return tree


def amendment_of(rng, base, id):
    """A set that amends `base` from 2021 on. Nothing it changes can loosen a threshold or empty a criterion."""
    changes = []
    for standard in base["standards"]:
        for criterion in standard["criteria"]:
            if rng.random() < 0.4:
                changes.append({"at": str(criterion["id"]), "set": {"mandatory": Plain(rng.choice(["true", "false"]))}})
            changes += indicator_changes(rng, criterion)
    changes.append({"at": base["standards"][0]["id"], "add": {"criteria": [
        {"id": base["standards"][0]["id"] + ".77", "title": title("Tiêu chí thêm"),
         "levels": {Plain("1"): {"a": title(SENTENCE)}}}]}})
    return {"kdcl": Plain("1"), "id": id, "title": title("Bộ " + id), "amends": base["id"],
            "source": {"document": f"{id}/TT", "issued": Plain("2020-12-01")},
            "in_force": {"from": Plain("2021-01-01")}, "changes": changes}


def indicator_changes(rng, criterion):
    changes = []
    for level, item in criterion["levels"].items():
        letters = [key for key in item if len(key) == 1]
        names = [(f"{criterion['id']}.{level}{letter}", item[letter]) for letter in letters]
        for name, tree in names or [(f"{criterion['id']}.{level}", item)]:
            if "require" in tree and rng.random() < 0.5:
                changes.append({"at": name, "set": {"require": Plain("null")}})
            elif rng.random() < 0.2:
                changes.append({"at": name, "set": {"vi": "câu mới", "clause": "Điều mới"}})
            elif "clause" not in tree and rng.random() < 0.2:
                changes.append({"at": name, "add": {"clause": "Điều thêm"}})
        if len(letters) > 1 and rng.random() < 0.3:
            last = names[-1][0]
            changes = [change for change in changes if change["at"] != last] + [{"at": last, "remove": Plain("true")}]
    return changes


# ---------------------------------------------------------------------------------------------------------------------
# Cells


def any_case(rng, text):
    """The same word as somebody else types it."""
    text = rng.choice([str.upper, str.lower, str.title, str])(text)
    return unicodedata.normalize(rng.choice(["NFC", "NFC", "NFD"]), text)


def verdict_cell(rng, verdict):
    words = {"met": oracle.MET_WORDS, "not_met": oracle.NOT_MET_WORDS, "not_applicable": oracle.NOT_APPLICABLE_WORDS,
             "unknown": oracle.UNKNOWN_WORDS}[verdict]
    return any_case(rng, rng.choice(words))


def level_cell(rng, top):
    draw = rng.random()
    if draw < 0.1:
        return verdict_cell(rng, "not_applicable")
    if draw < 0.2:
        return verdict_cell(rng, "unknown")
    if draw < 0.3:
        return "-".join(map(str, sorted([rng.randint(0, top), rng.randint(0, top)])))
    return str(rng.choice([top, top, rng.randint(0, top)]))


def office_cell(rng, name, text):
    """A word of an identity column that takes certain ones, as an office may write it; any other text as it is."""
    if name not in oracle.OFFICE_WORDS or not text:
        return text
    id = oracle.office_word(name, text)
    spellings = [word for word, meant in oracle.OFFICE_WORDS[name].items() if meant == id]
    return any_case(rng, rng.choice([id] * 3 + spellings)).replace(" ", rng.choice([" ", " ", "  "]))


def within_limits(field, value):
    return min(max(value, Fraction(str(field.tree.get("min", 0)))), Fraction(str(field.tree.get("max", 20000))), Fraction(20000))


def number_text(rng, field, huge):
    near = field.thresholds + [Fraction(0), Fraction(10)]
    draw = rng.random()
    if huge and draw < 0.3:
        return huge_text(rng, field.type)
    if field.type == "integer":
        value = rng.choice([10, 100, 1000, 10000, 7, 3, rng.randint(0, 300), int(rng.choice(near)) + rng.choice([-1, 0, 1]),
                            int(rng.choice(near) * rng.choice([1, 10, 100])) + rng.choice([-1, 0, 0, 1])])
        return ("0" if rng.random() < 0.03 else "") + str(int(within_limits(field, value)))
    value = rng.choice(near) + rng.choice([0, 0, Fraction("0.01"), Fraction("-0.01"), 1, -1])
    if draw > 0.7:
        value = Fraction(rng.randint(0, 100000), rng.choice([1, 10, 100, 1000]))
    text = f"{float(within_limits(field, value)):.3f}".rstrip("0").rstrip(".")
    if "." in text and rng.random() < 0.1:
        text += "0"
    whole, _, decimals = text.partition(".")
    # Three digits behind the sign may be thousands, which is an error.
    return text + "0" if len(decimals) == 3 and 0 < int(whole) < 1000 else text


def huge_text(rng, type):
    digits = str(rng.randint(10 ** 14, 10 ** 15 - 1)) if rng.random() < 0.7 else "999999999999999"
    if type == "integer":
        return digits
    point = rng.randint(1, 14)
    return digits[:point] + "." + digits[point:]


def field_cell(rng, field, huge):
    if rng.random() < 0.12:
        return verdict_cell(rng, "unknown")
    if field.type in ("integer", "number"):
        return number_text(rng, field, huge)
    if field.type == "flag":
        return any_case(rng, rng.choice(oracle.YES_WORDS * 2 + oracle.NO_WORDS))
    if field.type == "date":
        year, month, day = rng.choice(DATES + ["2021-11-30"]).split("-")
        return rng.choice([f"{year}-{month}-{day}", f"{day}/{month}/{year}"])
    if field.type == "text":
        return unicodedata.normalize(rng.choice(["NFC", "NFD"]), rng.choice(TEXTS))
    value = rng.choice(field.tree["values"])
    spellings = [value] if isinstance(value, str) else [value["id"], value["title"]["vi"], value["title"]["en"]]
    return any_case(rng, rng.choice(spellings))


def header_cell(rng, name, field=None):
    spellings = [name, name] + ([field.tree["title"]["vi"]] + field.tree.get("aliases", []) if field else [])
    pad = rng.choice(["", "", "", " "])
    return pad + any_case(rng, rng.choice(spellings)) + pad


# ---------------------------------------------------------------------------------------------------------------------
# A table of schools


class Table:
    """Header and rows of cells, and how they are written as bytes."""

    def __init__(self, rng, header, rows, decimal_comma):
        self.header, self.rows = header, rows
        self.separator = rng.choice(";\t") if decimal_comma else rng.choice(",,;\t")
        self.newline = rng.choice(["\n", "\r\n"])
        self.encoding = rng.choice(["utf-8", "utf-8", "utf-8-sig", "utf-16"])
        self.names_separator = rng.random() < 0.15
        self.style_seed = rng.random()

    def bytes(self, rows=None):
        """The file; with other `rows` (the same ones in another order), in the same style."""
        rng = random.Random(self.style_seed)
        out = io.StringIO()
        if self.names_separator:
            out.write(f"sep={self.separator}{self.newline}")
        lines = [self.line(rng, self.header, False)]
        for row in self.rows if rows is None else rows:
            lines.append(self.line(rng, row, rng.random() < 0.3))
            if rng.random() < 0.03:
                lines.append(rng.choice(["", self.separator * (len(self.header) - 1)]))
        out.write(self.newline.join(lines))
        out.write(rng.choice(["", self.newline]))
        if self.encoding == "utf-16":
            return b"\xff\xfe" + out.getvalue().encode("utf-16-le")
        return out.getvalue().encode(self.encoding)

    def line(self, rng, cells, short):
        cells = list(cells)
        while short and cells[-1] == "":
            cells.pop()
        return self.separator.join(self.cell(rng, cell) for cell in cells)

    def cell(self, rng, text):
        must = any(char in text for char in ',;\t"\r\n')
        return '"' + text.replace('"', '""') + '"' if must or rng.random() < 0.05 else text


class SchoolWriter:
    """Draws the columns that a table has, then rows."""

    def __init__(self, rng, world):
        self.rng, self.world = rng, world
        self.date_option = "2022-05-20" if rng.random() < 0.3 else None
        self.decimal_comma = rng.random() < 0.4
        self.columns = self.identity_columns() + self.field_columns() + self.criterion_columns()
        self.columns += [("ignored", name) for name in rng.sample(["level", "blocking", "met", "cột_lạ"], rng.choice([0, 0, 1]))]
        rng.shuffle(self.columns)

    def identity_columns(self):
        optional = ["school_name", "ownership", "district", "commune", "recognized_level", "decision", "criteria_set"]
        kept = [name for name in optional if self.rng.random() < 0.6]
        return [("identity", name) for name in ["school_id", "school_type", "assessed_on", "assessment", "stage"] + kept]

    def field_columns(self):
        return [("field", field) for field in self.world.fields if self.rng.random() < 0.85]

    def criterion_columns(self):
        columns = {}
        for criteria_set in self.world.sets:
            for criterion in criteria_set.criteria:
                shape = self.rng.choice(["indicators"] * 6 + ["criterion", "both", "both", "none"])
                if shape in ("criterion", "both"):
                    columns[criterion.id] = "criterion"
                for indicator in criterion.indicators:
                    if shape in ("indicators", "both") and self.rng.random() < 0.97:
                        columns[indicator.name] = "indicator"
        return [(kind, name) for name, kind in columns.items()]

    def top_of(self, criterion):
        """The highest level that every set with the criterion has."""
        return min(criteria_set.top for criteria_set in self.world.sets
                   if any(each.id == criterion for each in criteria_set.criteria))

    def header(self):
        return [header_cell(self.rng, what.name, what) if kind == "field" else
                any_case(self.rng, what) if kind == "ignored" else header_cell(self.rng, what) for kind, what in self.columns]

    def table(self, count):
        rows = []
        while len(rows) < count:
            rows += self.school(f"{len(rows):04d}" if self.rng.random() < 0.2 else f"SL-{len(rows)}")
        header = self.header()
        order = rows if self.rng.random() < 0.5 else self.rng.sample(rows, len(rows))
        return Table(self.rng, header, order, self.decimal_comma)

    def school(self, id):
        """The rows of one school: one, or one a stage where its set is per-stage."""
        criteria_set = self.rng.choice(self.world.choosable)
        facts = self.facts(id, criteria_set)
        if not self.world.per_stage(criteria_set, facts, self.date_option):
            return [self.row(facts)]
        stages = self.rng.sample(STAGES, self.rng.randint(1, 3))
        assessors = self.rng.choice([[facts["assessment"]], ["self", "external"]])
        return [self.row({**facts, "stage": stage, "assessment": assessor}) for assessor in assessors for stage in stages]

    def facts(self, id, criteria_set):
        rng = self.rng
        facts = {"school_id": id, "school_name": rng.choice(NAMES), "ownership": rng.choice(["công lập", "tư thục", ""]),
                 "district": rng.choice(DISTRICTS + [""]), "commune": rng.choice(["Xã A", ""]), "decision": rng.choice(["12/QĐ", ""]),
                 "assessment": rng.choice(["self", "external", ""]), "recognized_level": rng.choice(["0", "1", "2", ""]),
                 "school_type": self.world.school_type(rng, criteria_set), "assessed_on": self.date(criteria_set),
                 "stage": rng.choice(STAGES) if rng.random() < 0.1 else "", "criteria_set": ""}
        if ("identity", "criteria_set") in self.columns and criteria_set.applies_to and rng.random() < 0.3:
            facts["criteria_set"] = criteria_set.id
        return facts

    def date(self, criteria_set):
        """Often a day on which a set comes into force or goes out, or the day before or after."""
        if self.date_option and self.rng.random() < 0.3:
            return ""
        ends = [day for day in (criteria_set.starts, criteria_set.ends) if "0001" < day < "9999"]
        day = self.rng.choice(ends * 3 + ["2018-10-09", "2020-12-31", "2021-01-01", "2026-07-07"] + ["2023-05-20"] * 4)
        parts = [part.lstrip("0") for part in day.split("-")] if self.rng.random() < 0.2 else day.split("-")
        return "-".join(parts) if self.rng.random() < 0.6 else "/".join(reversed(parts))

    def row(self, facts):
        quality = self.rng.choice([1.0, 0.98, 0.9, 0.6, 0.2])
        cells = []
        for kind, what in self.columns:
            text = office_cell(self.rng, what, facts[what]) if kind == "identity" else self.cell(kind, what, quality)
            cells.append(text)
        return cells

    def cell(self, kind, what, quality):
        rng = self.rng
        if kind == "field":
            text = field_cell(rng, what, self.world.huge)
            number = what.type in ("integer", "number")
            return text.replace(".", ",") if number and self.decimal_comma else text
        if kind == "criterion":
            return level_cell(rng, self.top_of(what) if quality > 0.5 else 1)
        if kind == "indicator":
            other = rng.choice(["not_met", "unknown", "unknown", "not_applicable"])
            return verdict_cell(rng, "met" if rng.random() < quality else other)
        return rng.choice(["", "3", "lạ"])


# ---------------------------------------------------------------------------------------------------------------------
# A whole case


class World:
    """The sets of a case as the writer of schools needs to know them."""

    def __init__(self, library, fields, huge):
        self.library, self.fields, self.huge = library, fields, huge
        self.sets = library.given_sets()
        self.single_helper = oracle.lone_helper(library) is not None
        self.choosable = [one for one in self.sets if one.applies_to or self.single_helper]

    def school_type(self, rng, criteria_set):
        fitting = [type for type in SCHOOL_TYPES if self.applies(criteria_set, type)]
        return rng.choice(fitting) if fitting and rng.random() < 0.95 else rng.choice(SCHOOL_TYPES)

    def per_stage(self, criteria_set, facts, date):
        """Whether such a row is sure to be scored by a per-stage set: elsewhere a school has one row a date and assessor."""
        date = oracle.read_date(facts["assessed_on"]) if facts["assessed_on"] else date
        return (criteria_set.per_stage and criteria_set.in_force(date)
                and (self.single_helper or self.applies(criteria_set, facts["school_type"])))

    def applies(self, criteria_set, type):
        row = oracle.Row()
        row.identity["school_type"] = type
        return criteria_set.applies_to and oracle.evaluate(criteria_set.applies_to, oracle.Place(criteria_set, row, None, None))


class Case:
    """Files of criteria (name -> text), which of them go to -c, the table, --date, and what the case is good for."""

    others = ()  # sets that the given ones may name

    def __init__(self, seed):
        rng = random.Random(seed)
        self.seed = seed
        self.huge = rng.random() < 0.08
        self.without_requirements = rng.random() < 0.15
        shared = [random_field(rng, number, "c", self.huge) for number in range(rng.randint(2, 6))]
        # Measures and shares need something to count.
        shared.append(FieldSpec("c90_hs", "integer", {"title": title("Chỉ số c 90"), "type": "integer", "min": Plain("0")}))
        self.fields = list(shared)
        trees = self.random_sets(rng, shared)
        self.files = {"dung-chung.yaml": to_yaml({"kdcl": Plain("1"), "fields": {field.name: field.tree for field in shared}}, rng)}
        self.files.update({f"{tree['id']}.yaml": to_yaml(tree, rng) for tree in trees})
        self.criteria = [f"{tree['id']}.yaml" for tree in trees]
        rng.shuffle(self.criteria)
        self.rng = rng

    def random_sets(self, rng, shared):
        helper = self.random_helper(rng, shared) if not self.without_requirements and rng.random() < 0.3 else None
        if helper and rng.random() < 0.2:
            return [helper] + [amendment_of(rng, helper, "bo-phu-sua")] * (rng.random() < 0.4)
        types = rng.sample(SCHOOL_TYPES[:-1], 6)
        trees = [self.random_set(rng, f"bo-{number}", shared, types[2 * number:2 * number + 2], helper)
                 for number in range(rng.randint(1, 3))]
        if rng.random() < 0.3:
            trees.append(amendment_of(rng, trees[0], "bo-sua"))
        if helper:
            trees.append(helper)
        if helper and rng.random() < 0.3:
            trees.append(amendment_of(rng, helper, "bo-phu-sua"))
        return trees

    def random_helper(self, rng, shared):
        return SetWriter(rng, "bo-phu", [], shared, prefix="H").write()

    def random_set(self, rng, id, shared, types, helper):
        own = [random_field(rng, number, id[-1] + "r", self.huge) for number in range(rng.randint(0, 3))]
        own = [FieldSpec("r" + field.name, field.type, field.tree) for field in own]
        self.fields += own
        tree = SetWriter(rng, id, own, shared, helper, not self.without_requirements).write()
        tree["applies_to"] = f"school_type == '{types[0]}'" if rng.random() < 0.6 else f"school_type in ('{types[0]}', '{types[1]}')"
        if rng.random() < 0.4:
            tree["in_force"]["to"] = Plain("2026-07-06")
        if rng.random() < 0.35:
            tree["per_stage"] = Plain("true")
        return tree

    def write(self, folder):
        """Writes all files; returns (paths for -c, path of the data)."""
        folder = pathlib.Path(folder)
        for name, text in self.files.items():
            (folder / name).write_text(text, encoding="utf-8")
        paths = [folder / name for name in self.criteria]
        schools = SchoolWriter(self.rng, World(oracle.Library(paths, self.others), self.fields, self.huge))
        self.date = schools.date_option
        self.columns = schools.columns
        self.table = schools.table(1500 if self.rng.random() < 0.02 else self.rng.randint(1, 25))
        (folder / "data.csv").write_bytes(self.table.bytes())
        return paths, folder / "data.csv"


class GivenSetsCase(Case):
    """Random schools for sets that exist."""

    def __init__(self, seed, paths, others):
        self.seed, self.rng, self.others = seed, random.Random(seed), others
        self.huge, self.without_requirements, self.files = False, False, {}
        self.criteria = [pathlib.Path(path).resolve() for path in paths]
        library = oracle.Library(self.criteria, others)
        specs = {name: FieldSpec(name, tree["type"], tree) for one in library.read_sets()
                 for name, tree in library.tree(one.id).get("fields", {}).items()}
        self.fields = list(specs.values())
        for one in library.read_sets():
            note_thresholds(one, specs)


def note_thresholds(criteria_set, specs):
    """Tells the fields of a set at which figures its requirements change their mind."""
    for indicator in criteria_set.indicators():
        for requirement in indicator.requirements:
            measure = criteria_set.measures.get(requirement.measure)
            names = oracle.names_in(measure.formula) if measure else {requirement.measure}
            values = [requirement.value] + [value for _, value, _ in requirement.exceptions]
            for name in names & set(specs):
                specs[name].thresholds += [Fraction(value) for value in values if value.replace(".", "").isdigit()]


def main():
    arguments = argparse.ArgumentParser(description="Write one random case.")
    arguments.add_argument("seed", type=int)
    arguments.add_argument("folder", type=pathlib.Path)
    options = arguments.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    case = Case(options.seed)
    paths, data = case.write(options.folder)
    date = f" --date {case.date}" if case.date else ""
    print("kdcl score", " ".join(f"-c {path}" for path in paths), str(data) + date)


if __name__ == "__main__":
    main()
