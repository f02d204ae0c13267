#!/usr/bin/env bash
# The sums of one province, unless they are there and newer than its data. kdcl writes a file whole or not at all, so a part that exists
# is complete; what stopped half-way is made again by the next run.
#   bash province.sh DATA OUT PROVINCE.csv
set -euo pipefail
. "$(dirname "$0")/common.sh"

part="$out/parts/$(basename "$3" .csv).kdcl"
[ "$part" -nt "$3" ] || "$kdcl" summary "${options[@]}" -j 1 "$3" --partial -o "$part"
