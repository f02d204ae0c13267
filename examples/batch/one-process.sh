#!/usr/bin/env bash
# The country in one process: kdcl reads all provinces, on all cores.
set -euo pipefail
. "$(dirname "$0")/common.sh"

"$kdcl" summary "${options[@]}" "${provinces[@]}" --partial -o "$out/country.kdcl"
write_reports
