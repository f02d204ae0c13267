// The part of the scoring that is the same SQL for DuckDB and polars: from a table `judged`, with a column for each figure and the
// verdict of each indicator as judged, to the columns of `kdcl score -f csv`. Verdicts are 0 not met, 1 unknown, 2 met,
// 3 not applicable, so that the verdict of several is the least of theirs.

export const text = (value) => `'${value.replaceAll("'", "''")}'`;
export const name = (value) => `"${value.replaceAll('"', '""')}"`;
export const list = (items, make, separator = ", ") => items.map(make).join(separator);
export const identity = ["school_id", "school_name", "school_type", "district", "commune", "assessed_on", "assessment"];

const least = (items) => (items.length === 1 ? items[0] : `least(${items.join(", ")})`);
const operators = { "==": "=", "!=": "<>", and: "AND", or: "OR" };

function expression([kind, ...parts]) {
  if (kind === "number") return String(parts[0]);
  if (kind === "unknown") return "CAST(NULL AS BOOLEAN)";
  if (kind === "name") return name(parts[0]);
  if (kind === "not") return `(NOT ${expression(parts[0])})`;
  const [left, right] = parts.map(expression);
  return `(${left} ${operators[kind] ?? kind} ${kind === "/" ? `nullif(${right}, 0)` : right})`;
}

function verdict({ name: column, require, part }) {
  if (!require) return name(column);
  const figures = expression(require);
  const met = part ? "" : `WHEN ${name(column)} = 1 AND ${figures} THEN 2`;
  return `CASE WHEN ${name(column)} = 3 THEN 3 WHEN NOT ${figures} THEN 0 ${met} ELSE ${name(column)} END AS ${name(column)}`;
}

/** The condition under which rules.set is the set of a row. */
export function isInScope(rules) {
  const [first, last] = rules.in_force.map(text);
  return `${name(rules.applies_to.column)} = ${text(rules.applies_to.equals)} AND assessed_on BETWEEN ${first} AND ${last}`;
}

/** A figure written in words, as a number or a flag. */
export function figureOfWords(column, field) {
  const value = field.type === "flag" ? (number) => String(number === 1).toUpperCase() : (number) => number;
  const cases = list(Object.entries(field.words),
    ([word, number]) => `WHEN ${name(column)} = ${text(word)} THEN ${value(number)}`, " ");
  return `CASE ${cases} END AS ${name(column)}`;
}

/**
 * The query as common table expressions, each with what the one before has not, and the final SELECT.
 * `counts` is the SQL that counts the verdicts, from the columns of `criteria`; `extra` are columns added to that table for it.
 */
export function scoring(rules, counts, extra = []) {
  const { indicators } = rules;
  const levels = Array.from({ length: rules.top }, (_, index) => index + 1);
  const criteria = rules.criteria.map((criterion, index) => ({
    ...criterion,
    indicators: indicators.filter((indicator) => indicator.criterion === index),
  }));

  // The least verdict of a criterion's indicators at one level, and of all indicators at one level.
  const leastOf = (criterion, level) => name(`least ${criterion.id} ${level}`);
  const leastAt = (level) => name(`least ${level}`);
  const criterionLeasts = criteria.flatMap((criterion) => criterion.levels.map((level) => {
    const verdicts = criterion.indicators.filter((one) => one.level === level).map((one) => name(one.name));
    return `${least(verdicts)} AS ${leastOf(criterion, level)}`;
  }));
  const schoolLeasts = levels.map((level) => {
    const all = criteria.filter((criterion) => criterion.levels.includes(level)).map((criterion) => leastOf(criterion, level));
    return `${all.length ? least(all) : 3} AS ${leastAt(level)}`;
  });

  function schoolLevel(enough) {
    const none = list(levels, (level) => `${leastAt(level)} = 3`, " AND ");
    const cases = list(levels, (level) => `WHEN ${leastAt(level)} < ${enough} THEN ${level - 1}`, " ");
    return `CASE WHEN ${none} THEN 0 ${cases} ELSE ${rules.top} END`;
  }

  function criterionLevel(criterion) {
    const none = list(criterion.levels, (level) => `${leastOf(criterion, level)} = 3`, " AND ");
    const cases = list(criterion.levels, (level, index) =>
      `WHEN ${leastOf(criterion, level)} < 2 THEN '${index ? criterion.levels[index - 1] : 0}'`, " ");
    return `CASE WHEN ${none} THEN 'n/a' ${cases} ELSE '${criterion.levels.at(-1)}' END AS ${name(criterion.id)}`;
  }

  function award(family) {
    const cases = list((rules.awards[family] ?? []).map((level, index) => [level, index + 1]).reverse(),
      ([level, number]) => `WHEN level >= ${level} THEN ${number}`, " ");
    return cases ? `CASE ${cases} ELSE 0 END AS ${family}` : `NULL AS ${family}`;
  }

  const standingInTheWay = (value) => `concat_ws(';', ${list(indicators, (one) =>
    `CASE WHEN ${name(one.name)} = ${value} AND level >= ${one.level - 1} THEN ${text(one.name)} END`)})`;

  const counted = [["met", 2], ["not_met", 0], ["unknown", 1], ["not_applicable", 3]];

  return {
    tables: `scored AS (
  SELECT ${identity.join(", ")}, ${list(indicators, verdict)} FROM judged
), criteria AS (
  SELECT *, ${[...extra, ...criterionLeasts].join(", ")} FROM scored
), school AS (
  SELECT *, ${schoolLeasts.join(", ")} FROM criteria
), levels AS (
  SELECT *, ${schoolLevel(2)} AS level, ${schoolLevel(1)} AS level_max FROM school
)`,
    select: `SELECT school_id, school_name, school_type, NULL AS stage, district, commune, assessed_on, assessment,
  ${text(rules.set)} AS criteria_set, level, level_max, level AS school_level,
  ${award("accreditation")}, ${award("national_standard")},
  ${list(counted, ([column, value]) => `${counts(value)} AS ${name(column)}`)},
  ${standingInTheWay(0)} AS blocking, ${standingInTheWay(1)} AS missing, ${list(criteria, criterionLevel)}
FROM levels`,
  };
}
