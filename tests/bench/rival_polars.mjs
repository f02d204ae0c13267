// The polars rival: one lazy query in the streaming engine, from scanCSV to sinkCSV, on all threads.
//     node rival_polars.mjs RULES.json FILE.csv OUTPUT.csv      (npm packages are looked up from the working folder)
// Most of it is SQL: the expressions of nodejs-polars are heavy objects, and building these rules from them takes ten seconds.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { figureOfWords, identity, isInScope, list, name, scoring } from "./scoring_sql.mjs";

const pl = createRequire(process.cwd() + "/")("nodejs-polars");

const [rulesFile, data, output] = process.argv.slice(2);
const rules = JSON.parse(readFileSync(rulesFile, "utf8"));
const { indicators, fields } = rules;

// Figures are read as decimals: the SQL of polars divides whole numbers into whole ones.
const isNumber = (column) => fields[column] && !fields[column].words;
const schema = Object.fromEntries(rules.columns.map((column) => [column, isNumber(column) ? pl.Float64 : pl.Utf8]));

const words = Object.keys(rules.verdicts).filter((word) => word !== "");
const judgements = pl.col(indicators.map((one) => one.name))
  .replaceStrict(words, words.map((word) => rules.verdicts[word]), null, pl.Int8).fillNull(pl.lit(1).cast(pl.Int8));
const file = pl.scanCSV(data, { schema }).withColumns(judgements);

const count = (verdict) => list(indicators, (one) => `CAST(${name(one.name)} = ${verdict} AS SMALLINT)`, " + ");
const { tables, select } = scoring(rules, count);
const figures = list(Object.entries(fields), ([column, field]) => (field.words ? figureOfWords(column, field) : name(column)));
const query = pl.SQLContext({ file }).execute(`WITH judged AS (
  SELECT ${identity.join(", ")}, ${figures}, ${list(indicators, (one) => name(one.name))} FROM file WHERE ${isInScope(rules)}
), ${tables} ${select}`);

// checkExtension: the output may be /dev/null.
await query.sinkCSV(output, { checkExtension: false }).collect({ streaming: true });
