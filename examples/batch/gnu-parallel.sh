#!/usr/bin/env bash
# The country by GNU parallel: a process a province, as many at a time as there are cores, then the sum.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"

# Stops at the first province that fails; kdcl has said why.
parallel --will-cite --halt soon,fail=1 bash "$here/province.sh" "$data" "$out" ::: "${provinces[@]}"
bash "$here/merge.sh" "$data" "$out"
