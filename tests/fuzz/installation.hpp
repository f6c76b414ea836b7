#pragma once

#include "analyzers/installation.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/paths.hpp"

namespace schakel {

/// The installation of this repository, loaded once.
inline const Installation& installation() {
    static const auto loaded = load_installation(repository_folder() / "config" / "schakel.toml");
    promise(loaded.has_value(), "the configuration can be loaded");
    return *loaded;
}

}  // namespace schakel
