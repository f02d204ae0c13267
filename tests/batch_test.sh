#!/usr/bin/env bash
# The three ways of examples/batch give the same country; a province that fails stops them; done work is not done again.
#   batch_test.sh KDCL
set -euo pipefail
KDCL=$(realpath "$1")
cd "$(dirname "$0")/../examples/batch"
export KDCL KDCL_LANG=en
work=$(mktemp -d)
trap 'type stop_slurm >/dev/null 2>&1 && stop_slurm; rm -rf "$work"' EXIT
fail() {
  echo "FAILED: $1"
  exit 1
}

/usr/bin/python3 make-country.py "$work/country" --provinces 7 --schools 500
bash one-process.sh "$work/country" "$work/one"
bash gnu-parallel.sh "$work/country" "$work/parallel"
ways=(parallel)
scripts=(one-process gnu-parallel)
if [ "$(id -u)" -eq 0 ]; then
  . ./slurm-one-machine.sh "$work/slurm"
  bash slurm-array.sh "$work/country" "$work/array"
  ways+=(array)
  scripts+=(slurm-array)
else
  echo "NOT TRIED: Slurm, whose programs only root may start"
fi
for way in "${ways[@]}"; do
  for file in country.kdcl country.xlsx country.txt; do
    cmp "$work/one/$file" "$work/$way/$file" || fail "$way: another $file"
  done
done
grep -qx "rows,500" "$work/one/country.kdcl" || fail "not all rows are in the sums"

# Nothing is made again: a part that is there is taken as it is.
stamp=$(stat -c %y "$work/parallel/parts/tinh-03.kdcl")
bash gnu-parallel.sh "$work/country" "$work/parallel" >/dev/null
[ "$stamp" = "$(stat -c %y "$work/parallel/parts/tinh-03.kdcl")" ] || fail "a finished province was made again"

# A province with a fault: no country, and its message.
sed -i '2s/,2023-12-31,/,31-12-2023,/' "$work/country/tinh-03.csv"
for way in "${scripts[@]}"; do
  if bash "$way.sh" "$work/country" "$work/broken-$way" 2>"$work/messages"; then fail "$way: took a broken province"; fi
  grep -q "tinh-03.csv:2:7: error: school T03-00000 .*assessed_on" "$work/messages" || fail "$way: does not say what is wrong"
  [ ! -e "$work/broken-$way/country.kdcl" ] || fail "$way: left a country behind"
done
echo "the three ways agree"
