#!/usr/bin/env bash
# The country on a cluster: a Slurm array with a task a province, then a job that adds up, only if every task succeeded. DATA and OUT must
# be visible on all nodes, KDCL the same program everywhere. On one machine without Slurm, see slurm-one-machine.sh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
rm -rf "$out/logs"
mkdir -p "$out/logs"
printf '%s\n' "${provinces[@]}" >"$out/provinces.txt"

array=$(sbatch --parsable --array=1-${#provinces[@]} --output="$out/logs/%a.log" --wrap \
  "bash '$here/province.sh' '$data' '$out' \"\$(sed -n \"\${SLURM_ARRAY_TASK_ID}p\" '$out/provinces.txt')\"")
code=0
sbatch --wait --dependency="afterok:$array" --kill-on-invalid-dep=yes --output="$out/logs/merge.log" --wrap \
  "bash '$here/merge.sh' '$data' '$out'" >/dev/null || code=$?
# A job whose array failed is taken away without a word.
if [ "$code" -ne 0 ] || [ ! -e "$out/logs/merge.log" ]; then
  echo "the country was not added up:" >&2
  cat "$out"/logs/*.log >&2
  exit 1
fi
cat "$out/logs/merge.log"
