#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test.
#   bash tests/run.sh [BUILD FOLDER [CMAKE ARGUMENTS...]]      (a folder of its own for sanitizers and the like)
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/support/prepare.sh

folder=${1:-build}
[ $# -gt 0 ] && shift
install "${kdcl_packages[@]}" doctest-dev libicu-dev python3 python3-yaml python3-jsonschema python3-openpyxl parallel slurm-wlm clang-format
# Debian's own Python, which has the packages just installed.
build "$folder" all -DKDCL_TESTS=ON -DKDCL_WERROR=ON -DPython3_EXECUTABLE=/usr/bin/python3 "$@"
# The count keeps a filter or a lost file from passing as success.
ctest --test-dir "$folder" --output-on-failure --no-tests=error -j 2
