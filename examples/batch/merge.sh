#!/usr/bin/env bash
# Adds up the provinces' sums, in the order of their names.
#   bash merge.sh DATA OUT
set -euo pipefail
. "$(dirname "$0")/common.sh"

parts=()
for province in "${provinces[@]}"; do
  parts+=("$out/parts/$(basename "$province" .csv).kdcl")
done
"$kdcl" summary "${options[@]}" "${parts[@]}" --partial -o "$out/country.kdcl"
write_reports
