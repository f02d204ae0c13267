# shellcheck shell=bash
# What the three ways share. Sourced after the arguments DATA OUT were given; KDCL names the program, DATE the day of the report.

usage="usage: bash $(basename "$0") DATA OUT    (DATA: a folder with a CSV a province)"
data=${1:?$usage}
out=${2:?$usage}
kdcl=${KDCL:-kdcl}
# The same in every step: sums of another day, or by another column, don't add up.
options=(--by district --date "${DATE:-2023-12-31}" -q)

provinces=("$data"/*.csv)
if [ ! -e "${provinces[0]}" ]; then
  echo "$data: no CSV files" >&2
  exit 2
fi
mkdir -p "$out/parts"

# The country's reports, from its sums.
write_reports() {
  "$kdcl" summary "${options[@]}" "$out/country.kdcl" -o "$out/country.xlsx"
  "$kdcl" summary "${options[@]}" "$out/country.kdcl" -o "$out/country.txt"
  echo "$out/country.xlsx"
}
