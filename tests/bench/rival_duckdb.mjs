// The DuckDB rival: one columnar statement, from read_csv to COPY ... TO, on all threads.
//     node rival_duckdb.mjs RULES.json FILE.csv OUTPUT.csv      (npm packages are looked up from the working folder)
// Verdict words are read as an enumeration, so that cells become small integers while the file is read: a CASE over texts takes half
// as long again, and long IN lists for each column are planned as joins, hundreds of them here, and take minutes.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { figureOfWords, identity, isInScope, list, name, scoring, text } from "./scoring_sql.mjs";

const { DuckDBInstance } = createRequire(process.cwd() + "/")("@duckdb/node-api");

const [rulesFile, data, output] = process.argv.slice(2);
const rules = JSON.parse(readFileSync(rulesFile, "utf8"));
const { indicators, fields } = rules;

// Words in the order of their verdicts, so that the number of a word tells its verdict. Empty cells are NULL.
const words = [0, 1, 2, 3].flatMap((verdict) =>
  Object.keys(rules.verdicts).filter((word) => word !== "" && rules.verdicts[word] === verdict));
const firstAbove = (verdict) => words.findIndex((word) => rules.verdicts[word] > verdict);

function columnType(column) {
  if (indicators.some((indicator) => indicator.name === column)) return "verdict_word";
  return { integer: "INTEGER", number: "DOUBLE" }[fields[column]?.type] ?? "VARCHAR";
}

function judged({ name: column }) {
  const word = `enum_code(${name(column)})`;
  const cases = list([0, 1, 2], (verdict) => `WHEN ${word} < ${firstAbove(verdict)} THEN ${verdict}`, " ");
  return `CAST(CASE WHEN ${name(column)} IS NULL THEN 1 ${cases} ELSE 3 END AS UTINYINT) AS ${name(column)}`;
}

const verdicts = `[${list(indicators, (one) => name(one.name))}] AS verdicts`;
const count = (verdict) => `len(list_filter(verdicts, lambda verdict: verdict = ${verdict}))`;
const { tables, select } = scoring(rules, count, [verdicts]);
const figures = list(Object.entries(fields), ([column, field]) => (field.words ? figureOfWords(column, field) : name(column)));
const columns = list(rules.columns, (column) => `${text(column)}: ${text(columnType(column))}`);

// Buffers of 4 MB let several threads share a file of 25 MB; one of the default 32 MB would go to a single thread.
const query = `COPY (WITH judged AS (
  SELECT ${identity.join(", ")}, ${figures}, ${list(indicators, judged)}
  FROM read_csv(${text(data)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', buffer_size = 4000000,
                columns = {${columns}})
  WHERE ${isInScope(rules)}
), ${tables} ${select}) TO ${text(output)} (FORMAT csv, HEADER true)`;

const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(`CREATE TYPE verdict_word AS ENUM (${list(words, text)})`);
await connection.run(query);
