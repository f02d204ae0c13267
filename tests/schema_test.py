#!/usr/bin/env python3
"""Tests docs/criteria.schema.json: against the criteria files, the example in docs/criteria-format.md, and the loader.

    python3 tests/schema_test.py [KDCL]      with the program, the loader must agree on every file too
"""

import copy
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import jsonschema
import yaml

ROOT = Path(__file__).resolve().parent.parent
KDCL = None


class Loader(yaml.SafeLoader):
    """YAML as editors read it (1.2): true and false, numbers and null; dates and `no` stay text."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^-?[0-9]+$", "-0123456789"),
    ("float", r"^-?[0-9]+\.[0-9]+$", "-0123456789"),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def with_text_keys(node):
    """JSON has only text as keys: the level 1 becomes "1"."""
    if isinstance(node, dict):
        return {str(key): with_text_keys(value) for key, value in node.items()}
    return [with_text_keys(item) for item in node] if isinstance(node, list) else node


def read_yaml(text):
    return with_text_keys(yaml.load(text, Loader))


SCHEMA = json.loads((ROOT / "docs/criteria.schema.json").read_text("utf-8"))
FORMAT = (ROOT / "docs/criteria-format.md").read_text("utf-8")
EXAMPLE = re.search(r"```yaml\n(kdcl: 1\n.*?)```", FORMAT, re.S).group(1)
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


def faults(data):
    return [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}" for fault in VALIDATOR.iter_errors(data)]


def loader_accepts(data):
    """What `kdcl check` says of the data as a criteria file; the example uses no other file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "set.yaml"
        path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")  # JSON is YAML
        run = subprocess.run([KDCL, "check", "--lang", "en", path], capture_output=True, text=True)
        return run.returncode == 0, run.stdout + run.stderr


def loader_keys():
    """The key tables of the loader: {kind: (keys, required keys)}."""
    source = (ROOT / "src/read/criteria/keys.h").read_text("utf-8")
    tables = {}
    for kind, body in re.findall(r"YamlKey k(\w+)Keys\[\] = \{(.*?)\};", source, re.S):
        keys = dict(re.findall(r'\{"(\w+)"(?:, KeyUse::(\w+))?\}', body))
        required = {key for key, use in keys.items() if use == "required"}
        tables[kind[0].lower() + kind[1:]] = (set(keys), required)
    return tables


def resolved(node):
    while "$ref" in node:
        node = SCHEMA["definitions"][node["$ref"].rsplit("/", 1)[1]]
    return node


# What is done to the example, by path; every one is wrong for the schema and for the loader.
MUTATIONS = {
    "unknown key": (["colour"], "red"),
    "unknown key of a field": (["fields", "pupils", "colour"], "red"),
    "format": (["kdcl"], 2),
    "set id": (["id"], "Example 1"),
    "title without English": (["title"], {"vi": "A"}),
    "title is a list": (["title"], ["A"]),
    "blank title": (["title", "vi"], " "),
    "date": (["source", "issued"], "22/8/2018"),
    "no levels": (["levels"], {}),
    "level in letters": (["levels", "one"], {"title": {"vi": "A", "en": "A"}}),
    "need group": (["levels", "2", "needs", 0, "criteria"], "some"),
    "empty needs": (["levels", "2", "needs"], []),
    "award family": (["awards", "prize"], [{"level": 1, "title": {"vi": "A", "en": "A"}}]),
    "award without level": (["awards", "accreditation", 0], {"title": {"vi": "A", "en": "A"}}),
    "years": (["awards", "accreditation", 0, "valid_years"], 0),
    "field id": (["fields", "Pupils"], {"title": {"vi": "A", "en": "A"}, "type": "flag"}),
    "field type": (["fields", "pupils", "type"], "whole"),
    "choice without values": (["fields", "pupils"], {"title": {"vi": "A", "en": "A"}, "type": "choice"}),
    "flag with unit": (["fields", "remote", "unit"], "m"),
    "unit without English": (["measures", "completion", "unit"], {"vi": "lớp"}),
    "unit is a list": (["fields", "pupils", "unit"], ["lớp"]),
    "limit in quotes": (["fields", "pupils", "max"], "5000"),
    "measure without formula": (["measures", "completion"], {"title": {"vi": "A", "en": "A"}}),
    "no standards": (["standards"], []),
    "standards is a map": (["standards"], {"id": "1"}),
    "no criteria": (["standards", 0, "criteria"], []),
    "id with a separator": (["standards", 0, "criteria", 0, "id"], "1;1"),
    "mandatory in words": (["standards", 0, "criteria", 0, "mandatory"], "yes"),
    "no levels of a criterion": (["standards", 0, "criteria", 0, "levels"], {}),
    "two letters": (["standards", 0, "criteria", 0, "levels", "1", "ab"], {"vi": "A", "en": "A"}),
    "letter beside text": (["standards", 0, "criteria", 0, "levels", "2", "a"], {"vi": "A", "en": "A"}),
    "text is missing": (["standards", 0, "criteria", 0, "levels", "1", "c"], {"vi": "A"}),
    "no comparison": (["standards", 0, "criteria", 0, "levels", "2", "require"], {"measure": "completion"}),
    "two comparisons": (
        ["standards", 0, "criteria", 0, "levels", "2", "require"],
        {"measure": "completion", "at_least": 80, "at_most": 90},
    ),
    "covers": (["standards", 0, "criteria", 0, "levels", "2", "require", "covers"], "whole"),
    "doubt without a last day": (
        ["standards", 0, "criteria", 0, "levels", "2", "doubt"],
        {"from": "2020-07-01", "because": {"vi": "A", "en": "A"}},
    ),
    "empty requirements": (["standards", 0, "criteria", 0, "levels", "2", "require"], []),
    "no data tables": (["data_tables"], []),
    "data years": (["data_years"], 11),
    "data table without rows": (["data_tables", 0, "rows"], []),
    "data table without a title": (["data_tables", 0], {"rows": [{"show": "pupils"}]}),
    "row without anything": (["data_tables", 0, "rows", 0], {"number": "1"}),
    "list without columns": (["data_tables", 0, "rows", 0, "show"], ["pupils"]),
    "name with columns": (["data_tables", 1, "rows", 0, "show"], "pupils"),
    "untitled row with columns": (["data_tables", 1, "rows", 0], {"show": ["pupils", "pupils"]}),
    "no columns": (["data_tables", 1, "columns"], []),
    "remarks in words": (["data_tables", 0, "remarks"], "yes"),
    "checked": (["checked"], "maybe"),
    "amends without changes": (["amends"], "tieu-hoc-2018"),
    "changes without amends": (["changes"], [{"at": "1.1", "remove": True}]),
}


def mutated(path, value):
    data = copy.deepcopy(read_yaml(EXAMPLE))
    node = data
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    return data


class SchemaTest(unittest.TestCase):
    def test_is_draft_7(self):
        jsonschema.Draft7Validator.check_schema(SCHEMA)

    def test_criteria_files_are_valid(self):
        files = sorted((ROOT / "criteria").glob("*.yaml"))
        self.assertTrue(files)
        for file in files:
            with self.subTest(file.name):
                self.assertEqual(faults(read_yaml(file.read_text("utf-8"))), [])

    def test_keys_are_those_of_the_loader(self):
        tables = loader_keys()
        self.assertEqual(len(tables), 24)
        for kind, (keys, required) in tables.items():
            with self.subTest(kind):
                node = resolved(SCHEMA["definitions"][kind])
                self.assertEqual(set(node["properties"]), keys)
                self.assertIs(node["additionalProperties"], False)
                self.assertEqual(set(node.get("required", [])), required)

    def test_example_is_valid(self):
        self.assertEqual(faults(read_yaml(EXAMPLE)), [])

    def test_wrong_files_are_refused(self):
        for name, (path, value) in MUTATIONS.items():
            with self.subTest(name):
                self.assertTrue(faults(mutated(path, value)))

    def test_keys_are_described(self):
        for key in {key for keys, _ in loader_keys().values() for key in keys}:
            with self.subTest(key):
                self.assertIn(f"`{key}`", FORMAT)

    def test_loader_agrees(self):
        if KDCL is None:
            self.skipTest("no program given")
        accepted, said = loader_accepts(read_yaml(EXAMPLE))
        self.assertTrue(accepted, said)
        for name, (path, value) in MUTATIONS.items():
            with self.subTest(name):
                self.assertFalse(loader_accepts(mutated(path, value))[0])


if __name__ == "__main__":
    if len(sys.argv) > 1:
        KDCL = sys.argv.pop(1)
    unittest.main()
