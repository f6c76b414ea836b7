#!/usr/bin/env bash
# Builds and tests everything that must hold before a change is shared.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=config/build/packages.sh
source config/build/packages.sh

usage() {
    cat <<'TEXT'
Usage: ./test.sh [--fast]

Installs what the tests need, checks formatting and names, and runs every test once:
  tests of the programs       preset dev: end to end, faults, relevance, browser
  unit, golden and fuzz seeds preset asan: with AddressSanitizer and UndefinedBehaviorSanitizer

All of them without sanitizers:  cmake --workflow --preset dev
All checks of clang-tidy:        cmake --workflow --preset tidy

  --fast   formatting and the unit and golden tests of preset dev only
  --help   this text
TEXT
}

fast=no
for option in "$@"; do
    case $option in
        --fast) fast=yes ;;
        --help | -h) usage && exit 0 ;;
        *)
            usage >&2
            exit 2
            ;;
    esac
done

# phase NAME COMMAND…: one line when it is done, the output when it fails.
phase() {
    local name=$1 started=$SECONDS
    shift
    quietly "build/test/${name// /-}.log" "$@" || {
        echo "FAILED: $name" >&2
        return 1
    }
    echo "ok  $name ($((SECONDS - started)) s)"
}

# test_phase NAME COMMAND…: the same for tests, with ctest's summary.
test_phase() {
    phase "$@"
    grep -E 'tests? (passed|failed)' "build/test/${1// /-}.log" | sed 's/^/    /'
}

require_packages "${build_packages[@]}" "${test_packages[@]}"
if [[ $fast == no ]]; then
    require_packages "${check_packages[@]}"
    mapfile -t browser < <(browser_packages)
    require_packages "${browser[@]}"
    phase "browser packages" npm ci --prefix tests/browser --no-audit --no-fund --ignore-scripts
    phase "api rules packages" npm ci --prefix tests/api_rules --no-audit --no-fund --ignore-scripts
fi

phase "configure dev" cmake --preset dev
phase "format check" cmake --build --preset dev --target format-check || {
    echo "  repair with: cmake --build --preset dev --target format" >&2
    exit 1
}
if [[ $fast == yes ]]; then
    phase "build dev" cmake --build --preset dev
    test_phase "fast tests" ctest --preset fast
    exit
fi
phase "naming rules" cmake --build --preset dev --target names
phase "build programs" cmake --build --preset programs
test_phase "tests of the programs" ctest --preset programs
phase "configure asan" cmake --preset asan
phase "build asan" cmake --build --preset asan
test_phase "unit tests with sanitizers" ctest --preset asan
