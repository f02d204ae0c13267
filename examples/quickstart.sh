#!/usr/bin/env bash
# From a fresh clone on Debian 12 to the scored province: installs what is missing, builds, scores the schools of Sơn La, and writes
# the workbook.
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/support/prepare.sh

install "${kdcl_packages[@]}"
build build kdcl -DKDCL_TESTS=OFF -DKDCL_UNITY=ON
build/kdcl score examples/son-la/schools.csv
build/kdcl score examples/son-la/schools.csv -q -o build/son-la.xlsx
echo
echo "Excel: build/son-la.xlsx"
