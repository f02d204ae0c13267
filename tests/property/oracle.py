"""A second scorer, naive on purpose, against which the program is compared value by value.

It is written from the design alone and shares nothing with the program: dictionaries, one school at a time, exact fractions.
It trusts its input to be valid; what it cannot read raises ValueError, so that a bad random case shows up as a bad case.

Readings taken where the design leaves a choice (the most literal one each time):

 1. Level keys with single letters are lettered indicators; any other level is one unlettered paragraph. Set order: standards
    and criteria as in the file, levels rising, letters as in the file.
 2. `covers: part` marks the list as written: it counts even if that requirement is left out by its `where`.
 3. "R not met" for shortfall and heads means the requirement that is shown; it is null while its outcome is unknown.
 4. heads: X is one factor (a name, a call or a parenthesis). "X not in Y" looks through measures. The change is whole, X itself
    need not be, and no field limit is respected. The value to reach is the `required` that is shown.
 5. A filled-in "met" can be contradicted by figures; only a filled-in "not met" cannot.
 6. An exception without `because` shows as null. The text is that of the run's language (Vietnamese), see compare.py.
 7. `clause` and `judged` are not figures: shown even if a `where` hides the figures. A clause of the indicator's own comes before
    its criterion's. `monitor` values are figures: null if no criterion that lists the measure has a true `where`.
 8. `op` is one of >= <= > < ==. `found` and `required` of a flag are booleans; of a choice or scale, ids; shortfall is null then.
 9. `awards` has the families of the set only; in CSV a family the set has not is empty.
10. A row out of scope is only in `out_of_scope`; `schools` has the rows that were scored.
11. CSV `assessed_on` is the cell as YYYY-MM-DD, empty if the cell is, even if --date stood in for it.
12. Criterion columns in CSV are those of the sets given with -c (helpers too), not of helpers reached through `level_of` only.
13. A set named in `criteria_set` is taken as it is: neither its dates nor `applies_to` nor amendments are looked at.
14. Without `criteria_set`, a given set is replaced only by an amending set that is given too; in `level_of`, by any known one. A row
    without a date keeps the set named. A helper given alone is the only set given if the others amend it.
15. Rows are one school's if school_id, assessment and date (the cell's, else --date) are equal, whichever per-stage set they have.
16. An unknown `applies_to` does not apply.
17. A clause without `at_least` over a group with no applicable criterion holds; one with `at_least` does not.
18. Cells are read without outer blanks. Choice and scale values match by id, Vietnamese or English title.
19. Requirement values of date fields are YYYY-MM-DD.
20. The apostrophe of CSV output goes before = + - @ tab and carriage return, except in plain numbers.
"""

import argparse
import csv
import io
import json
import math
import pathlib
import re
import sys
import unicodedata
from fractions import Fraction

import yaml

UNKNOWN = None  # unknown, in conditions, numbers and judgements alike

IDENTITY = ["school_id", "school_name", "school_type", "ownership", "district", "commune", "assessed_on", "assessment",
            "recognized_level", "recognized_on", "decision", "stage", "criteria_set"]
OFFICE_WORDS = {
    "school_type": {"tieu_hoc": "tieu_hoc", "tiểu học": "tieu_hoc", "tieu hoc": "tieu_hoc", "trường tiểu học": "tieu_hoc",
                    "mầm non": "mam_non", "trường mn": "mam_non", "thcs": "thcs", "trung học cơ sở": "thcs", "thpt": "thpt",
                    "th và thcs": "th_thcs", "th&thcs": "th_thcs", "thcs-thpt": "thcs_thpt", "th, thcs và thpt": "th_thcs_thpt",
                    "trung tâm gdnn-gdtx": "gdtx"},
    "stage": {"tiểu học": "tieu_hoc", "mam non": "mam_non", "cấp thcs": "thcs", "upper secondary": "thpt"},
    "ownership": {"công lập": "cong_lap", "cl": "cong_lap", "public": "cong_lap", "tư thục": "tu_thuc", "tu thuc": "tu_thuc"},
    "assessment": {"tự đánh giá": "self", "self": "self", "đánh giá ngoài": "external", "danh gia ngoai": "external"},
}
RESULT_COLUMNS = ["level", "level_max", "school_level", "accreditation", "national_standard", "met", "not_met", "unknown",
                  "not_applicable", "blocking", "missing"]
CSV_COLUMNS = ["school_id", "school_name", "school_type", "stage", "district", "commune", "assessed_on", "assessment",
               "criteria_set"] + RESULT_COLUMNS

OPERATORS = {"at_least": ">=", "at_most": "<=", "more_than": ">", "less_than": "<", "equals": "=="}

MET_WORDS = ["x", "đ", "đạt", "dat", "1", "yes", "true", "met"]
NOT_MET_WORDS = ["k", "kđ", "không đạt", "khong dat", "0", "no", "false", "not met"]
NOT_APPLICABLE_WORDS = ["n/a", "kad", "không áp dụng", "khong ap dung", "not applicable"]
UNKNOWN_WORDS = ["", "?", "chưa rõ", "chua ro", "unknown"]
YES_WORDS = MET_WORDS + ["có", "co"]
NO_WORDS = NOT_MET_WORDS + ["không", "khong"]


def nfc(text):
    return unicodedata.normalize("NFC", text)


def folded(text):
    """The form in which headers and words are equal: no outer blanks, NFC, one case."""
    return nfc(nfc(text.strip()).lower())


def compare_values(op, left, right):
    """Two values of one type; numbers are fractions, so this is exact."""
    if op == "==":
        return left == right
    if op == "!=":
        return left != right
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[op]


# ---------------------------------------------------------------------------------------------------------------------
# Expressions: a tree of tuples, ("number", v) ("text", v) ("name", n) ("call", f, args) ("in", x, values) (op, a, b) ("not", a)

TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|'([^']*)'|([A-Za-z_]\w*)|(==|!=|<=|>=|[-+*/()<>,]))")


def tokens_of(text):
    tokens, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise ValueError(f"expression: cannot read {text[at:]!r}")
        number, string, name, sign = match.groups()
        if number is not None:
            tokens.append(("number", Fraction(number)))
        elif string is not None:
            tokens.append(("text", nfc(string)))
        elif name is not None:
            tokens.append(("name", name))
        else:
            tokens.append(("sign", sign))
        at = match.end()
    return tokens + [("end", "")]


class Parser:
    """One function for each row of the precedence table, loosest first."""

    def __init__(self, text):
        self.tokens = tokens_of(text)
        self.at = 0

    def next_is(self, *words):
        kind, value = self.tokens[self.at]
        return kind in ("sign", "name") and value in words

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def expect(self, word):
        if not self.next_is(word):
            raise ValueError(f"expression: expected {word!r}, found {self.tokens[self.at]!r}")
        self.take()

    def left_to_right(self, operand, *words):
        tree = operand()
        while self.next_is(*words):
            op = self.take()[1]
            tree = (op, tree, operand())
        return tree

    def whole(self):
        tree = self.disjunction()
        if self.tokens[self.at][0] != "end":
            raise ValueError(f"expression: unexpected {self.tokens[self.at]!r}")
        return tree

    def disjunction(self):
        return self.left_to_right(self.conjunction, "or")

    def conjunction(self):
        return self.left_to_right(self.negation, "and")

    def negation(self):
        if self.next_is("not"):
            self.take()
            return ("not", self.negation())
        return self.comparison()

    def comparison(self):
        left = self.sum()
        if self.next_is("==", "!=", "<", "<=", ">", ">="):
            return (self.take()[1], left, self.sum())
        if self.next_is("in"):
            self.take()
            return ("in", left, [value for _, value in self.list_of(self.take)])
        return left

    def sum(self):
        return self.left_to_right(self.product, "+", "-")

    def product(self):
        return self.left_to_right(self.primary, "*", "/")

    def list_of(self, item):
        self.expect("(")
        items = [item()]
        while self.next_is(","):
            self.take()
            items.append(item())
        self.expect(")")
        return items

    def primary(self):
        if self.next_is("("):
            self.take()
            tree = self.disjunction()
            self.expect(")")
            return tree
        kind, value = self.take()
        if kind == "name" and self.next_is("("):
            return ("call", value, self.list_of(self.disjunction))
        if kind in ("number", "text", "name"):
            return (kind, value)
        raise ValueError(f"expression: unexpected {value!r}")


def parse_expression(text):
    return Parser(text).whole()


def names_in(tree):
    """Every name an expression reads directly."""
    if tree[0] == "name":
        return {tree[1]}
    if tree[0] == "call":
        return set().union(*[names_in(part) for part in tree[2]])
    return set().union(*[names_in(part) for part in tree[1:] if isinstance(part, tuple)])


def evaluate(tree, place):
    """The value of an expression in `place`, which knows names (`value_of`) and ranks of scale words (`scale_of`)."""
    kind = tree[0]
    if kind in ("number", "text"):
        return tree[1]
    if kind == "name":
        return place.value_of(tree[1])
    if kind == "not":
        value = evaluate(tree[1], place)
        return UNKNOWN if value is UNKNOWN else not value
    if kind in ("and", "or"):
        return evaluate_logic(kind, evaluate(tree[1], place), evaluate(tree[2], place))
    if kind == "call":
        return evaluate_call(tree[1], [evaluate(part, place) for part in tree[2]])
    if kind == "in":
        value = evaluate(tree[1], place)
        words = [office_word(tree[1][1], word) for word in tree[2]] if tree[1][0] == "name" else tree[2]
        return UNKNOWN if value is UNKNOWN else value in words
    left, right = evaluate(tree[1], place), evaluate(tree[2], place)
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
    if tree[1][0] == "name" and tree[2][0] == "text":
        right = office_word(tree[1][1], right)
    if kind in "+-*/":
        return evaluate_arithmetic(kind, left, right)
    scale = place.scale_of(tree[1]) or place.scale_of(tree[2])
    if scale:
        left, right = scale.index(left), scale.index(right)
    return compare_values(kind, left, right)


def evaluate_logic(kind, left, right):
    decisive = kind == "or"  # true decides an `or`, false decides an `and`
    if left is decisive or right is decisive:
        return decisive
    return UNKNOWN if left is UNKNOWN or right is UNKNOWN else not decisive


def evaluate_call(name, values):
    if name == "known":
        return values[0] is not UNKNOWN
    if any(value is UNKNOWN for value in values):
        return UNKNOWN
    if name in ("ceil", "floor", "abs"):
        return Fraction({"ceil": math.ceil, "floor": math.floor, "abs": abs}[name](values[0]))
    return {"min": min, "max": max}[name](values)


def evaluate_arithmetic(op, left, right):
    if op == "/":
        return UNKNOWN if right == 0 else left / right
    return {"+": left + right, "-": left - right, "*": left * right}[op]


# ---------------------------------------------------------------------------------------------------------------------
# Criteria sets


class Field:
    def __init__(self, name, tree):
        self.name = name
        self.type = tree["type"]
        self.unit = tree.get("unit")
        self.headers = [name, tree["title"]["vi"]] + tree.get("aliases", [])
        self.values = [value["id"] if isinstance(value, dict) else value for value in tree.get("values", [])]
        self.words = {}
        for value in tree.get("values", []):
            spellings = [value["id"], *value.get("title", {}).values()] if isinstance(value, dict) else [value]
            for spelling in spellings:
                self.words[folded(spelling)] = value["id"] if isinstance(value, dict) else value


class Measure:
    def __init__(self, name, tree):
        self.name = name
        self.unit = tree.get("unit")
        self.formula = parse_expression(tree["formula"])


class Requirement:
    def __init__(self, tree):
        self.measure = tree.get("measure")
        self.level_of = tree.get("level_of")
        self.key = next(key for key in OPERATORS if key in tree)
        self.op = OPERATORS[self.key]
        self.value = tree[self.key]
        self.where = condition_of(tree)
        self.part = tree.get("covers") == "part"
        self.exceptions = [(condition_of(item), item[self.key], item.get("because")) for item in tree.get("exceptions", [])]


def condition_of(tree):
    return parse_expression(tree["where"]) if "where" in tree else None


class Indicator:
    def __init__(self, criterion, level, letter, tree):
        self.name = f"{criterion.id}.{level}{letter}"
        self.level = level
        self.text = (tree.get("vi"), tree.get("en"))
        self.clause = tree.get("clause", criterion.clause)
        self.where = condition_of(tree)
        requirements = tree.get("require", [])
        if isinstance(requirements, dict):
            requirements = [requirements]
        self.requirements = [Requirement(item) for item in requirements]
        self.part = any(requirement.part for requirement in self.requirements)


class Criterion:
    def __init__(self, tree):
        self.id = tree["id"]
        self.clause = tree.get("clause")
        self.mandatory = tree.get("mandatory", "true") == "true"
        self.where = condition_of(tree)
        self.monitor = tree.get("monitor", [])
        self.indicators = []
        for level in sorted(tree["levels"], key=int):
            for letter, item in indicators_of_level(tree["levels"][level]):
                self.indicators.append(Indicator(self, int(level), letter, item))


def is_letter(key):
    return len(nfc(key)) == 1


def indicators_of_level(tree):
    lettered = [(key, tree[key]) for key in tree if is_letter(key)]
    return lettered or [("", tree)]


class CriteriaSet:
    def __init__(self, tree):
        self.id = tree["id"]
        self.amends = tree.get("amends")
        self.document = tree.get("source", {}).get("document")
        self.starts = tree.get("in_force", {}).get("from", "0000-00-00")
        self.ends = tree.get("in_force", {}).get("to", "9999-99-99")
        self.applies_to = parse_expression(tree["applies_to"]) if "applies_to" in tree else None
        self.per_stage = tree.get("per_stage") == "true"
        self.fields = {name: Field(name, item) for name, item in tree.get("fields", {}).items()}
        self.measures = {name: Measure(name, item) for name, item in tree.get("measures", {}).items()}
        self.criteria = [Criterion(item) for standard in tree["standards"] for item in standard["criteria"]]
        self.standards = {standard["id"]: [item["id"] for item in standard["criteria"]] for standard in tree["standards"]}
        self.awards = {family: [Award(item) for item in items] for family, items in tree.get("awards", {}).items()}
        self.top = max(int(level) for level in tree["levels"])
        self.needs = {int(level): clauses_of(int(level), item) for level, item in tree["levels"].items()}

    def in_force(self, date):
        return self.starts <= date <= self.ends  # YYYY-MM-DD sorts as text

    def indicators(self):
        return [indicator for criterion in self.criteria for indicator in criterion.indicators]


class Award:
    def __init__(self, tree):
        self.level = int(tree["level"])
        self.title = tree.get("title", {}).get("vi")
        self.years = int(tree.get("valid_years", 5))
        self.needs = [(item["id"], condition_of(item)) for item in tree.get("needs", [])]


def clauses_of(level, tree):
    default = [{"criteria": "all", "level": str(level)}]
    return [{"group": clause["criteria"], "level": int(clause["level"]),
             "at_least": int(clause["at_least"]) if "at_least" in clause else None}
            for clause in (tree or {}).get("needs", default)]


def load_tree(path):
    """The file as maps, lists and texts; BaseLoader keeps every scalar as written."""
    return yaml.load(pathlib.Path(path).read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def with_used_files(path):
    """A set's tree with the fields and measures of its `uses` files put into it."""
    tree = load_tree(path)
    for name in tree.pop("uses", []):
        used = load_tree(pathlib.Path(path).parent / name)
        for key in ("fields", "measures"):
            tree[key] = {**used.get(key, {}), **tree.get(key, {})}
    return tree


def amended(base, changes_tree):
    """The new tree that an amending set makes of the base's tree."""
    result = json.loads(json.dumps(base))  # a deep copy
    for key, value in changes_tree.items():
        if key in ("fields", "measures"):
            result[key] = {**result.get(key, {}), **value}
        elif key == "source":
            result[key] = {**value, "document": base["source"]["document"] + " + " + value["document"]}
        elif key != "changes":
            result[key] = value
    for change in changes_tree.get("changes", []):
        apply_change(result, change)
    return result


def apply_change(tree, change):
    holder, key = find_node(tree, change["at"])
    if change.get("remove") == "true":
        remove_node(tree, holder, key)
        return
    node = holder[key]
    for name, value in change.get("set", {}).items():
        if value == "null":
            del node[name]
        else:
            node[name] = value
    merge(node, change.get("add", {}))


def find_node(tree, at):
    """(container, key) of a standard, criterion or indicator."""
    for s, standard in enumerate(tree["standards"]):
        if standard["id"] == at:
            return tree["standards"], s
        for c, criterion in enumerate(standard["criteria"]):
            if criterion["id"] == at:
                return standard["criteria"], c
            for level, item in criterion["levels"].items():
                if f"{criterion['id']}.{level}" == at and not any(map(is_letter, item)):
                    return criterion["levels"], level
                for letter in filter(is_letter, item):
                    if f"{criterion['id']}.{level}{letter}" == at:
                        return item, letter
    raise ValueError(f"amendment: nothing is called {at}")


def remove_node(tree, holder, key):
    del holder[key]
    for standard in tree["standards"]:
        for criterion in standard["criteria"]:
            # A level whose last letter went is no level of the criterion any more.
            criterion["levels"] = {level: item for level, item in criterion["levels"].items() if item}


def merge(node, addition):
    for key, value in addition.items():
        if key not in node:
            node[key] = value
        elif isinstance(value, list):
            node[key] = node[key] + value
        else:
            merge(node[key], value)


class Library:
    """Sets by id: those given with -c, in order, and the files beside them that `amends` and `level_of` may name."""

    def __init__(self, given, others=()):
        self.trees, self.sets = {}, {}
        self.given = [self.add(path) for path in given]
        for path in others:
            self.add(path)

    def add(self, path):
        tree = with_used_files(path)
        if "id" not in tree:
            return None  # a `uses` file is no set
        self.trees.setdefault(tree["id"], tree)
        return tree["id"]

    def tree(self, id):
        tree = self.trees[id]
        return amended(self.tree(tree["amends"]), tree) if "amends" in tree else tree

    def set(self, id):
        if id not in self.sets:
            self.sets[id] = CriteriaSet(self.tree(id))
        return self.sets[id]

    def given_sets(self):
        return [self.set(id) for id in self.given]

    def in_place_of(self, id, date):
        """The set named, or the one in force at that date that amends it, directly or through others."""
        found = self.set(id)
        for other, tree in self.trees.items():
            if date and "amends" in tree and self.set(other).in_force(date) and amends(self.set(other), found, self):
                found = self.set(other)
        return found

    def read_sets(self, start=None):
        """Every set whose columns the data may have: given ones (or `start`) and what they reach through `level_of`."""
        found, waiting = [], list(self.given if start is None else start)
        while waiting:
            id = waiting.pop(0)
            if id in found:
                continue
            found.append(id)
            for indicator in self.set(id).indicators():
                for requirement in indicator.requirements:
                    if requirement.level_of:
                        waiting.append(requirement.level_of)
                        waiting += [other for other, tree in self.trees.items() if tree.get("amends") == requirement.level_of]
        return [self.set(id) for id in found]


# ---------------------------------------------------------------------------------------------------------------------
# School data


class Row:
    """One row: identity and fields by id (UNKNOWN where empty), judgements by indicator, levels by criterion."""

    def __init__(self):
        self.identity = dict.fromkeys(IDENTITY, UNKNOWN)
        self.fields, self.judged, self.levels = {}, {}, {}


def decode(data):
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    return data.decode("utf-8-sig")


def separator_of(text):
    """(separator, text without its `sep=` line)"""
    match = re.match(r"sep=([,;\t])(\r\n|\n|\r)", text, re.IGNORECASE)
    if match:
        return match.group(1), text[match.end():]
    quoted, counts = False, {",": 0, ";": 0, "\t": 0}
    for char in text:
        if char == '"':
            quoted = not quoted
        elif not quoted and char in "\r\n":
            break
        elif not quoted and char in counts:
            counts[char] += 1
    return max(counts, key=counts.get), text


def read_grid(data):
    """(separator, header, rows) of a CSV file's bytes; rows of only empty cells are left out, short ones filled up."""
    csv.field_size_limit(1 << 30)
    separator, text = separator_of(decode(data))
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    rows = [row for row in rows if any(row)]
    header = rows[0]
    if any(len(row) > len(header) for row in rows):
        raise ValueError("a row is longer than the header")
    return separator, header, [row + [""] * (len(header) - len(row)) for row in rows[1:]]


def meanings(sets):
    """What a header can mean: folded header -> (kind, id or field)."""
    found = {folded(name): ("ignored", name) for name in RESULT_COLUMNS}
    for criteria_set in sets:
        for criterion in criteria_set.criteria:
            found[folded(criterion.id)] = ("criterion", criterion.id)
            for indicator in criterion.indicators:
                found[folded(indicator.name)] = ("indicator", indicator.name)
        for field in criteria_set.fields.values():
            for header in field.headers:
                found[folded(header)] = ("field", field)
    found.update({name: ("identity", name) for name in IDENTITY})
    return found


def read_rows(data, sets):
    separator, header, lines = read_grid(data)
    known = meanings(sets)
    columns = [known.get(folded(title), ("ignored", title)) for title in header]
    rows = []
    for line in lines:
        row = Row()
        for (kind, what), cell in zip(columns, line):
            read_cell(row, kind, what, cell.strip(), decimal_comma=separator != ",")
        rows.append(row)
    return rows


def read_cell(row, kind, what, cell, decimal_comma):
    if kind == "identity":
        row.identity[what] = read_identity(what, cell)
    elif kind == "field":
        row.fields[what.name] = read_field(what, cell, decimal_comma)
    elif kind == "indicator":
        row.judged[what] = read_verdict(cell)
    elif kind == "criterion":
        row.levels[what] = read_level(cell)


def office_word(name, text):
    """The id of a word in a column that takes certain ones; other text as it is."""
    if name not in OFFICE_WORDS:
        return text
    word = " ".join(folded(text).split())
    return OFFICE_WORDS[name].get(word, word)


def read_identity(name, cell):
    if cell == "":
        return UNKNOWN
    if name in OFFICE_WORDS:
        return office_word(name, cell)
    if name in ("assessed_on", "recognized_on"):
        return read_date(cell)
    return Fraction(cell) if name == "recognized_level" else nfc(cell)


def read_field(field, cell, decimal_comma):
    word = folded(cell)
    if word in UNKNOWN_WORDS:
        return UNKNOWN
    if field.type == "flag":
        return read_flag(word)
    if field.type in ("choice", "scale"):
        return field.words[word]
    if field.type == "date":
        return read_date(cell)
    if field.type == "text":
        return nfc(cell)
    return read_number(cell, decimal_comma)


def read_flag(word):
    if word in YES_WORDS:
        return True
    if word in NO_WORDS:
        return False
    raise ValueError(f"flag: {word!r}")


def read_date(cell):
    day_first = re.fullmatch(r"(\d\d?)/(\d\d?)/(\d{4})", cell)
    year_first = re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", cell)
    if not day_first and not year_first:
        raise ValueError(f"date: {cell!r}")
    year, month, day = year_first.groups() if year_first else reversed(day_first.groups())
    return f"{year}-{month:0>2}-{day:0>2}"


def read_number(cell, decimal_comma):
    if not re.fullmatch(r"\d+([.,]\d+)?" if decimal_comma else r"\d+(\.\d+)?", cell):
        raise ValueError(f"number: {cell!r}")
    if sum(char.isdigit() for char in cell) > 15:
        raise ValueError(f"number of over 15 digits: {cell!r}")
    return Fraction(cell.replace(",", "."))


def read_verdict(cell):
    word = folded(cell)
    for verdict, words in (("met", MET_WORDS), ("not_met", NOT_MET_WORDS), ("not_applicable", NOT_APPLICABLE_WORDS),
                           (UNKNOWN, UNKNOWN_WORDS)):
        if word in words:
            return verdict
    raise ValueError(f"verdict: {cell!r}")


def read_level(cell):
    """UNKNOWN, "not_applicable" or the least and the most level."""
    word = folded(cell)
    if word in UNKNOWN_WORDS:
        return UNKNOWN
    if word in NOT_APPLICABLE_WORDS:
        return "not_applicable"
    if not re.fullmatch("[0-4](-[0-4])?", word):
        raise ValueError(f"level: {cell!r}")
    return int(word[0]), int(word[-1])


# ---------------------------------------------------------------------------------------------------------------------
# Scoring one row under one set


class Place:
    """One set over one row: where expressions find their values."""

    def __init__(self, criteria_set, row, library, date):
        self.set, self.row, self.library, self.date = criteria_set, row, library, date

    def value_of(self, name):
        if name in self.set.measures:
            return evaluate(self.set.measures[name].formula, self)
        if name in self.set.fields:
            return self.row.fields.get(name, UNKNOWN)
        if name in IDENTITY:
            return self.row.identity[name]
        raise ValueError(f"{self.set.id}: nothing is called {name}")

    def scale_of(self, tree):
        """The values of the scale that an expression names, or none."""
        field = self.set.fields.get(tree[1]) if tree[0] == "name" else None
        return field.values if field and field.type == "scale" else None

    def holds(self, *conditions):
        """Whether all conditions are true; an absent one is."""
        result = True
        for condition in conditions:
            if condition is not None:
                result = evaluate_logic("and", result, evaluate(condition, self))
        return result

    def all_names(self, tree):
        """Names an expression reads, directly or through measures."""
        names = names_in(tree)
        for name in list(names):
            if name in self.set.measures:
                names |= self.all_names(self.set.measures[name].formula)
        return names


def literal(requirement, text, place):
    """A requirement's value as the type of what it is compared with."""
    field = place.set.fields.get(requirement.measure)
    type = field.type if field else "number"
    if type in ("number", "integer"):
        return Fraction(text)
    return text == "true" if type == "flag" else nfc(text)


def other_score(requirement, place):
    """The score of the set whose level is asked for."""
    return score_set(place.library.in_place_of(requirement.level_of, place.date), place.row, place.library, place.date)


def found_by(requirement, place):
    """(what is shown as found, every value it may still be)"""
    if requirement.level_of:
        score = other_score(requirement, place)
        return Fraction(score["level"]), [Fraction(level) for level in range(score["level"], score["level_max"] + 1)]
    value = place.value_of(requirement.measure)
    return value, [] if value is UNKNOWN else [value]


def satisfied(requirement, found, required, place):
    scale = place.scale_of(("name", requirement.measure))
    if scale:
        found, required = scale.index(found), scale.index(required)
    return compare_values(requirement.op, found, required)


def agreed(outcomes):
    """What all outcomes say, if they say one thing."""
    outcomes = set(outcomes)
    return outcomes.pop() if len(outcomes) == 1 else UNKNOWN


def required_values(requirement, place):
    """Every value that may be the one required: the last of them is sure to hold if none before it does."""
    values = []
    for where, value, _ in requirement.exceptions:
        holds = place.holds(where)
        if holds is not False:
            values.append(literal(requirement, value, place))
        if holds is True:
            return values
    return values + [literal(requirement, requirement.value, place)]


def shown_exception(requirement, place):
    """The `because` of the exception that holds if unknown conditions are false, or none."""
    for where, _, because in requirement.exceptions:
        if place.holds(where) is True:
            return because
    return None


def figures_of(requirement, place):
    """Outcome and figures of one requirement, or none if its `where` leaves it out."""
    where = place.holds(requirement.where)
    if where is False:
        return None
    found, possible = found_by(requirement, place)
    values = required_values(requirement, place)
    outcome = agreed(agreed(satisfied(requirement, one, required, place) for one in possible) for required in values)
    if where is UNKNOWN:
        outcome = UNKNOWN
    required = values[-1]
    numeric = isinstance(required, Fraction) and outcome is False
    level_of = {}
    is_too_high = outcome is False and requirement.op not in (">=", ">") and found >= required
    if requirement.level_of and outcome is not True and not is_too_high:
        score = other_score(requirement, place)
        judging = place.library.in_place_of(requirement.level_of, place.date).id
        level_of = {"level_of": {"criteria_set": judging, "blocking": score["blocking"], "missing": score["missing"]}}
    return {"outcome": outcome, "found": found, "required": required, "op": requirement.op, "unit": unit_of(requirement, place),
            "shortfall": abs(required - found) if numeric else None,
            "heads": heads_of(requirement, required, place) if numeric else None,
            "exception": shown_exception(requirement, place), **level_of}


def unit_of(requirement, place):
    source = place.set.measures.get(requirement.measure) or place.set.fields.get(requirement.measure)
    unit = source.unit if source else None
    return unit["vi"] if isinstance(unit, dict) else unit


def share_of(measure):
    """(X, Y) of a measure in % written 100 * X / Y, else none."""
    formula = measure.formula
    if measure.unit == "%" and formula[0] == "/" and formula[1][0] == "*" and formula[1][1] == ("number", 100):
        return formula[1][2], formula[2]
    return None


def heads_of(requirement, required, place):
    measure = place.set.measures.get(requirement.measure)
    share = share_of(measure) if measure else None
    if not share or requirement.op == "==" or place.all_names(share[0]) & place.all_names(share[1]):
        return None
    x, y = evaluate(share[0], place), evaluate(share[1], place)
    # The edge lies where 100 (x + change) / y is the value required; the least whole change is next to it.
    edge = required * y / 100 - x
    changes = [math.floor(edge) + step for step in (-1, 0, 1, 2)]
    return min(abs(change) for change in changes if compare_values(requirement.op, 100 * (x + change) / y, required))


def judgement(indicator, criterion, row):
    """(J, whether it was filled in from the criterion's level)"""
    own = row.judged.get(indicator.name, UNKNOWN)
    level = row.levels.get(criterion.id, UNKNOWN)
    if own is not UNKNOWN or level is UNKNOWN:
        return own, False
    if level == "not_applicable":
        return "not_applicable", True
    least, most = level
    if least < indicator.level <= most:
        return UNKNOWN, False
    return ("met" if indicator.level <= least else "not_met"), True


def all_of(outcomes):
    """AND over outcomes of requirements."""
    if False in outcomes:
        return False
    return UNKNOWN if UNKNOWN in outcomes else True


def verdict_of(judged, filled, outcome, part):
    """(verdict, contradiction): the table of section 7. `outcome` is that of figures, at least one of which counts."""
    if judged == "not_applicable":
        return "not_applicable", False
    if judged == "met":
        return ("not_met", True) if outcome is False else ("met", False)
    if judged == "not_met":
        return "not_met", outcome is True and not part and not filled
    if outcome is False:
        return "not_met", False
    return ("met", False) if outcome is True and not part else ("unknown", False)


def score_indicator(indicator, criterion, place):
    judged, filled = judgement(indicator, criterion, place.row)
    where = place.holds(criterion.where, indicator.where)
    counted = []
    if where is True:
        counted = [figures for figures in (figures_of(item, place) for item in indicator.requirements) if figures]
    contradiction = unverified = False
    if where is False:
        verdict = "not_applicable"
    elif not counted:
        verdict = judged or "unknown"
    else:
        outcome = all_of([figures["outcome"] for figures in counted])
        verdict, contradiction = verdict_of(judged, filled, outcome, indicator.part)
        unverified = judged == "met" and outcome is UNKNOWN
    return {"verdict": verdict, "judged": judged, "contradiction": contradiction, "unverified": unverified, "clause": indicator.clause,
            **shown_figures(counted)}


def shown_figures(counted):
    """The first not met, else the first unknown, else the first."""
    for wanted in (False, UNKNOWN, True):
        for figures in counted:
            if figures["outcome"] is wanted:
                return {key: value for key, value in figures.items() if key != "outcome"}
    return dict.fromkeys(("found", "required", "op", "unit", "shortfall", "heads", "exception"))


def reaches(criterion, level, verdicts, hindering):
    """Whether no indicator at levels 1..level has a verdict that hinders."""
    return not any(indicator.level <= level and verdicts[indicator.name]["verdict"] in hindering
                   for indicator in criterion.indicators)


def applicable(criterion, verdicts):
    return any(verdicts[indicator.name]["verdict"] != "not_applicable" for indicator in criterion.indicators)


PESSIMIST = ("not_met", "unknown")  # for `level`
OPTIMIST = ("not_met",)             # for `level_max`


def criterion_level(criterion, verdicts, hindering):
    if not applicable(criterion, verdicts):
        return None
    own_levels = [indicator.level for indicator in criterion.indicators]
    return max([0] + [level for level in own_levels if reaches(criterion, level, verdicts, hindering)])


def covered(clause, criteria_set, verdicts):
    """The applicable criteria of a clause's group."""
    return [criterion for criterion in criteria_set.criteria if applicable(criterion, verdicts)
            and clause["group"] in ("all", "mandatory" if criterion.mandatory else "optional")]


def clause_holds(clause, criteria_set, verdicts, hindering):
    group = covered(clause, criteria_set, verdicts)
    reaching = [criterion for criterion in group if reaches(criterion, clause["level"], verdicts, hindering)]
    return len(reaching) >= (len(group) if clause["at_least"] is None else clause["at_least"])


def set_level(criteria_set, verdicts, hindering):
    if not any(applicable(criterion, verdicts) for criterion in criteria_set.criteria):
        return 0
    level = 0
    while level < criteria_set.top and all(clause_holds(clause, criteria_set, verdicts, hindering)
                                           for clause in criteria_set.needs.get(level + 1, [])):
        level += 1
    return level


def keeping_back(criteria_set, level, verdicts):
    """(blocking, missing) for the next level."""
    below = set()
    for clause in criteria_set.needs.get(level + 1, []):
        if not clause_holds(clause, criteria_set, verdicts, PESSIMIST):
            for criterion in covered(clause, criteria_set, verdicts):
                if not reaches(criterion, clause["level"], verdicts, PESSIMIST):
                    below |= {indicator.name for indicator in criterion.indicators if indicator.level <= clause["level"]}
    names = [indicator.name for indicator in criteria_set.indicators() if indicator.name in below]
    return [[name for name in names if verdicts[name]["verdict"] == verdict] for verdict in ("not_met", "unknown")]


def monitored(criteria_set, place):
    values = {}
    for criterion in criteria_set.criteria:
        for name in criterion.monitor:
            shown = place.holds(criterion.where) is True
            values[name] = place.value_of(name) if shown else values.get(name)
    return values


def condition_word(value):
    return {True: "met", False: "not_met", UNKNOWN: "unknown"}[value]


def award_conditions(criteria_set, place):
    return {family: [{id: condition_word(place.holds(where)) for id, where in award.needs} for award in awards]
            for family, awards in criteria_set.awards.items() if any(award.needs for award in awards)}


def score_set(criteria_set, row, library, date):
    """Everything about one row but what depends on other rows."""
    place = Place(criteria_set, row, library, date)
    verdicts = {}
    for criterion in criteria_set.criteria:
        for indicator in criterion.indicators:
            verdicts[indicator.name] = score_indicator(indicator, criterion, place)
    level = set_level(criteria_set, verdicts, PESSIMIST)
    blocking, missing = keeping_back(criteria_set, level, verdicts)
    return {"level": level, "level_max": set_level(criteria_set, verdicts, OPTIMIST), "blocking": blocking, "missing": missing,
            "contradictions": [name for name in verdicts if verdicts[name]["contradiction"]],
            "criteria": {criterion.id: {"level": criterion_level(criterion, verdicts, PESSIMIST),
                                        "level_max": criterion_level(criterion, verdicts, OPTIMIST)}
                         for criterion in criteria_set.criteria},
            "indicators": verdicts, "award_conditions": award_conditions(criteria_set, place),
            "monitor": monitored(criteria_set, place)}


# ---------------------------------------------------------------------------------------------------------------------
# A run: the set of each row, stages, awards


def chosen_set(row, library, date):
    """The set that scores a row, or none if the row is out of scope."""
    given = library.given_sets()
    helper = lone_helper(library)
    if helper:
        return library.in_place_of(helper.id, date)
    named = row.identity["criteria_set"]
    if named:
        return next(criteria_set for criteria_set in given if criteria_set.id == named)
    if not date:
        raise ValueError(f"{row.identity['school_id']}: neither criteria_set nor a date")
    fitting = [criteria_set for criteria_set in given if fits(criteria_set, row, library, date)]
    fitting = [one for one in fitting if not any(amends(other, one, library) for other in fitting)]
    if len(fitting) > 1:
        raise ValueError(f"{row.identity['school_id']}: two sets fit")
    return fitting[0] if fitting else None


def lone_helper(library):
    """The set without `applies_to` that is given alone, or with amendments of it only."""
    given = library.given_sets()
    alone = [one for one in given if all(other is one or amends(other, one, library) for other in given)]
    return alone[0] if alone and alone[0].applies_to is None else None


def fits(criteria_set, row, library, date):
    if criteria_set.applies_to is None or not criteria_set.in_force(date):
        return False
    return evaluate(criteria_set.applies_to, Place(criteria_set, row, library, date)) is True


def amends(later, earlier, library):
    """Whether one set amends another, directly or through a third."""
    if later.amends is None:
        return False
    return later.amends == earlier.id or amends(library.set(later.amends), earlier, library)


def score_run(library, files, date=None):
    """(scored rows, school_ids out of scope), both in input order. `files` are the bytes of the data files."""
    scored, out_of_scope = [], []
    for data in files:
        for row in read_rows(data, library.read_sets()):
            row_date = row.identity["assessed_on"] or date
            criteria_set = chosen_set(row, library, row_date)
            if criteria_set is None:
                out_of_scope.append(row.identity["school_id"])
            else:
                scored.append({"row": row, "set": criteria_set, "date": row_date,
                               **score_set(criteria_set, row, library, row_date)})
    for entry in scored:
        together = rows_of_school(entry, scored)
        entry["school_level"] = min(other["level"] for other in together)
        entry["school_level_max"] = min(other["level_max"] for other in together)
        entry["awards"] = {family: award_number(awards, entry["school_level"])
                           for family, awards in entry["set"].awards.items()}
    return scored, out_of_scope


def rows_of_school(entry, scored):
    if not entry["set"].per_stage:
        return [entry]
    return [other for other in scored if other["set"].per_stage and school_key(other) == school_key(entry)]


def school_key(entry):
    identity = entry["row"].identity
    return identity["school_id"], identity["assessment"], entry["date"]


def award_number(awards, level):
    return max([0] + [number for number, award in enumerate(awards, 1) if award.level <= level])


# ---------------------------------------------------------------------------------------------------------------------
# Output


SCHOOL_KEYS = ["level", "level_max", "school_level", "school_level_max", "awards", "award_conditions", "blocking", "missing",
               "contradictions", "criteria", "indicators", "monitor"]
INDICATOR_KEYS = ["verdict", "judged", "found", "required", "op", "unit", "shortfall", "heads", "clause", "exception",
                  "level_of"]


def json_object(library, scored, out_of_scope):
    """The object of section 8; numbers are still fractions, and what only the program can know is left out."""
    schools = []
    for entry in scored:
        school = {"school_id": entry["row"].identity["school_id"], "stage": entry["row"].identity["stage"],
                  "criteria_set": entry["set"].id, **{key: entry[key] for key in SCHOOL_KEYS}}
        school["indicators"] = {name: {key: indicator[key] for key in INDICATOR_KEYS if key in indicator}
                                for name, indicator in entry["indicators"].items()}
        schools.append(school)
    return {"criteria": [{"id": one.id, "document": one.document} for one in library.given_sets()],
            "out_of_scope": [{"school_id": id} for id in out_of_scope], "schools": schools}


def csv_rows(library, scored):
    """Header and rows as texts; only rows that were scored."""
    criteria = list(dict.fromkeys(criterion.id for one in library.given_sets() for criterion in one.criteria))
    return [CSV_COLUMNS + criteria] + [csv_row(entry, criteria) for entry in scored]


def csv_row(entry, criteria):
    verdicts = [indicator["verdict"] for indicator in entry["indicators"].values()]
    values = {**entry["row"].identity, **{key: entry[key] for key in ("level", "level_max", "school_level")}, **entry["awards"],
              **{word: verdicts.count(word) for word in ("met", "not_met", "unknown", "not_applicable")},
              "criteria_set": entry["set"].id, "blocking": ";".join(entry["blocking"]), "missing": ";".join(entry["missing"])}
    return [csv_cell(values.get(column)) for column in CSV_COLUMNS] + \
           [criterion_cell(entry["criteria"].get(id)) for id in criteria]


def csv_cell(value):
    text = "" if value is None else str(value)
    return "'" + text if runs_as_formula(text.lstrip("'")) else text


def runs_as_formula(text):
    return text[:1] in tuple("=+-@\t\r") and not re.fullmatch(r"[-+]?\d+([.,]\d+)?", text)


def criterion_cell(levels):
    if levels is None:
        return ""
    if levels["level"] is None:
        return "n/a"
    ends = sorted({levels["level"], levels["level_max"]})
    return "-".join(map(str, ends))


def plain(value):
    """A value as JSON writes it: the nearest float of an exact number."""
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    raise TypeError(value)


def shipped_sets():
    return sorted((pathlib.Path(__file__).resolve().parents[2] / "criteria").glob("*.yaml"))


def main():
    arguments = argparse.ArgumentParser(description="Score schools slowly and surely.")
    arguments.add_argument("-c", "--criteria", action="append", required=True, help="a criteria file; may be repeated")
    arguments.add_argument("--date", help="YYYY-MM-DD, for rows without assessed_on")
    arguments.add_argument("-f", "--format", choices=["json", "csv"], default="json")
    arguments.add_argument("data", nargs="+")
    options = arguments.parse_args()
    library = Library(options.criteria, shipped_sets())
    scored, out_of_scope = score_run(library, [pathlib.Path(name).read_bytes() for name in options.data], options.date)
    if options.format == "csv":
        csv.writer(sys.stdout, lineterminator="\n").writerows(csv_rows(library, scored))
    else:
        json.dump(json_object(library, scored, out_of_scope), sys.stdout, default=plain, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
