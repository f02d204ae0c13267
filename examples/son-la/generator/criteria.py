"""What the criteria sets ask, read from the shipped files: names of fields and indicators, and whether figures satisfy them.

The expressions of criteria files happen to be Python too, once a name that is not in the data counts as unknown.
"""

import pathlib
import re
from collections import namedtuple
from functools import lru_cache

import yaml

CRITERIA = pathlib.Path(__file__).resolve().parents[3] / "criteria"

Indicator = namedtuple("Indicator", "name standard level where requirements")


class CriteriaSet:
    def __init__(self, id):
        tree = load(f"{id}.yaml")
        used = [load(name) for name in tree["uses"]]
        self.measures = {name: measure for part in [*used, tree] for name, measure in part["measures"].items()}
        self.fields = {name: field for part in [*used, tree] for name, field in part["fields"].items()}
        self.tables = tree.get("data_tables", [])
        self.deciding = {word for part in ("standards", "awards", "applies_to") for word in self.words(tree.get(part))}
        self.shown = {word for table in self.tables for word in self.words(table)}
        self.criteria = [criterion for standard in tree["standards"] for criterion in standard["criteria"]]
        self.indicators = [indicator for criterion in self.criteria for indicator in indicators_of(criterion)]

    def words(self, node, key="where"):
        """The names in the expressions at a node and below, measures written out."""
        if isinstance(node, dict):
            return {word for key, item in node.items() for word in self.words(item, key)}
        if isinstance(node, list):
            return {word for item in node for word in self.words(item, key)}
        if key not in ("measure", "monitor", "show", "where", "formula") or not isinstance(node, str):
            return set()
        names = set(re.findall(r"[a-z]\w*", re.sub("'.*?'", "", node)))
        return names.union(*(self.words(self.measures[name]["formula"]) for name in names if name in self.measures))

    def formula(self, name):
        return self.measures[name]["formula"] if name in self.measures else name

    def applies(self, item, figures):
        return "where" not in item or value_of(item["where"], figures) is True

    def rank(self, name, value):
        """A value as a number, that of a scale as its place on it."""
        scale = [step["id"] for step in self.fields.get(name, {}).get("values", [])]
        return scale.index(value) if value in scale else value

    def met(self, requirement, figures):
        """Whether figures satisfy one requirement; none if a figure is lacking."""
        found = value_of(self.formula(requirement["measure"]), figures)
        if found is None:
            return None
        operator, required = self.asked(requirement, figures)
        found = self.rank(requirement["measure"], found)
        return {"at_least": found >= required, "at_most": found <= required, "equals": found == required}[operator]

    def asked(self, requirement, figures):
        """(operator, value), the value of the first exception that holds if one does."""
        operator = next(key for key in ("at_least", "at_most", "equals") if key in requirement)
        holder = next((item for item in requirement.get("exceptions", []) if self.applies(item, figures)), requirement)
        return operator, self.rank(requirement["measure"], holder[operator])

    def counting(self, indicator, figures):
        """The requirements of an indicator that count for a school."""
        return [item for item in indicator.requirements if self.applies(item, figures)]

    def outcome(self, indicator, figures):
        """Whether the figures behind an indicator satisfy it; none if there are none or one of them is lacking."""
        outcomes = [self.met(item, figures) for item in self.counting(indicator, figures)]
        if False in outcomes:
            return False
        return None if not outcomes or None in outcomes else True

    def lever(self, requirement, figures):
        """(field, factor, point): the field that moves a measure, how much of it makes one unit of the measure, and how much one
        hundredth of the whole."""
        formula = self.formula(requirement["measure"])
        quotient = re.fullmatch(r"(100 \* )?(\w+) / (.+)", formula)
        if not quotient:
            return formula, 1, 0.2
        point = value_of(quotient.group(3), figures) / 100
        return quotient.group(2), point if quotient.group(1) else 100 * point, point


def sets_named(*ids):
    """The sets by id, without the fields that the example has nothing for: those that only data tables of self-assessment reports show, and
    that of merged schools."""
    every = [CriteriaSet(path.stem) for path in CRITERIA.glob("*.yaml") if "standards" in load(path.name)]
    left_out = {word for each in every for word in each.shown} - {word for each in every for word in each.deciding} | {"predecessors"}
    sets = {id: CriteriaSet(id) for id in ids}
    for each in sets.values():
        each.fields = {name: field for name, field in each.fields.items() if name not in left_out}
    return sets


@lru_cache
def load(name):
    return yaml.load((CRITERIA / name).read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def indicators_of(criterion):
    for level, tree in criterion["levels"].items():
        for letter, item in ({"": tree} if "vi" in tree else tree).items():
            requirements = item.get("require", [])
            yield Indicator(f"{criterion['id']}.{level}{letter}", criterion["id"].split(".")[0], level, item.get("where"),
                            requirements if isinstance(requirements, list) else [requirements])


@lru_cache(maxsize=None)
def compiled(expression):
    return compile(re.sub(r"known\((\w+)\)", r"known('\1')", expression), "criteria", "eval")


def value_of(expression, figures):
    known = {"__builtins__": {}, "known": lambda name: name in figures}
    try:
        return eval(compiled(expression), known, figures)  # the text is our own criteria file
    except (NameError, ZeroDivisionError):
        return None


def covers_all(indicator):
    return bool(indicator.requirements) and not any(item.get("covers") == "part" for item in indicator.requirements)


def column_order(name):
    """Standard, criterion, level, letter as in the circulars, whichever set a column comes from."""
    standard, criterion, rest = name.split(".")
    return standard[0] == "M", standard, int(criterion), rest[0], " abcdđe".find(rest[1:] or " ")
