# The Debian packages that building and testing need, and their installation. Sourced by run.sh and test.sh.
# shellcheck shell=bash

build_packages=(
    g++ cmake ninja-build pkg-config
    libxapian-dev libpoco-dev libicu-dev libpugixml-dev libcli11-dev libexpected-dev libfmt-dev libspdlog-dev
    nlohmann-json3-dev libtomlplusplus-dev libyaml-cpp-dev libmd4c-dev libzstd-dev libxxhash-dev
    libkainjow-mustache-dev robin-map-dev libcld2-dev libsqlite3-dev libpoppler-cpp-dev libcsv-dev libgumbo-dev libarchive-dev libseccomp-dev libssl-dev zlib1g-dev
    libjemalloc-dev libsimdjson-dev
    ca-certificates wdutch hunspell-nl dict-freedict-nld-eng dict-freedict-nld-deu dict-freedict-nld-fra
)

test_packages=(
    catch2 librapidcheck-dev libxml2-utils yaz zstd curl ccache mold clang-format-19 snowball-data openssl
)

# For the checks beside the tests: naming rules and the fuzz preset.
check_packages=(clang-19 clang-tidy-19 libclang-rt-19-dev)

# The programs of the browser tests. A Node.js or Chromium from elsewhere will do too.
browser_packages() {
    command -v chromium >/dev/null || echo chromium
    command -v node >/dev/null || echo nodejs
    command -v npm >/dev/null || echo npm
}

is_installed() {
    [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# missing_packages NAME…: those that are not installed, one a line.
missing_packages() {
    local package
    for package in "$@"; do
        is_installed "$package" || echo "$package"
    done
}

# quietly LOG COMMAND…: runs the command with its output in LOG, and shows that output only when it fails.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        return 1
    fi
}

# require_packages NAME…: installs what is missing when we may; otherwise says how and exits with status 2.
require_packages() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]} == 0)) && return
    if [[ $(id -u) -ne 0 ]]; then
        echo "Er ontbreken pakketten. Installeer ze en begin opnieuw:" >&2
        echo "  sudo apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 2
    fi
    echo "Pakketten installeren: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    quietly build/packages.log apt-get update
    quietly build/packages.log apt-get install -y --no-install-recommends "${missing[@]}"
}
