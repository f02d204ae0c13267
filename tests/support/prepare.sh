# Installs what is missing and builds. Sourced by examples/quickstart.sh and tests/run.sh from the repository root.

kdcl_packages=(g++ cmake ninja-build ccache pkg-config libcli11-dev libyaml-cpp-dev libfmt-dev libxlsxwriter-dev
               libutf8proc-dev nettle-dev libboost-dev libexpat1-dev zlib1g-dev)

# install PACKAGE...: with apt, only those that are not there yet.
install() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "Installing ${missing[*]}"
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build FOLDER TARGET [CMAKE ARGUMENTS...]
build() {
  local folder=$1 target=$2
  shift 2
  cmake -S . -B "$folder" -G Ninja "$@" >/dev/null
  ninja -C "$folder" "$target" --quiet
}
