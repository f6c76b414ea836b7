# One imported target per library, under the name its users expect; README.md in this folder lists them. Everything here is
# an imported target, so the compiler treats the headers as system headers and our warnings do not reach them.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

find_package(ZLIB REQUIRED)   # answers in gzip
find_package(OpenSSL REQUIRED)   # encrypted lines, hashes of keys
find_package(Poco REQUIRED COMPONENTS Foundation Net Crypto NetSSL)
# Poco passes the feature-test macros it was built with (_FILE_OFFSET_BITS and the like) on to its users. They change nothing
# on 64-bit systems, but a precompiled header made without them could not be used.
get_target_property(poco_definitions Poco::Foundation INTERFACE_COMPILE_DEFINITIONS)
list(FILTER poco_definitions EXCLUDE REGEX "^_")
set_target_properties(Poco::Foundation PROPERTIES INTERFACE_COMPILE_DEFINITIONS "${poco_definitions}")
find_package(ICU 72 REQUIRED COMPONENTS uc i18n data)
find_package(pugixml REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(SQLite3 REQUIRED)

# Known to pkg-config only, or with CMake files that define no target or ask for more than their own package brings (md4c).
function(schakel_pkg_config_target name module)
    string(MAKE_C_IDENTIFIER "${module}" key)
    pkg_check_modules(${key} REQUIRED IMPORTED_TARGET GLOBAL ${module})
    add_library(${name} ALIAS PkgConfig::${key})
endfunction()
schakel_pkg_config_target(Xapian::xapian xapian-core)
schakel_pkg_config_target(zstd::zstd libzstd)
schakel_pkg_config_target(xxHash::xxhash libxxhash)
schakel_pkg_config_target(libarchive::libarchive libarchive)
schakel_pkg_config_target(libseccomp::libseccomp libseccomp)
schakel_pkg_config_target(gumbo::gumbo gumbo)
schakel_pkg_config_target(md4c::md4c md4c)
schakel_pkg_config_target(poppler::cpp poppler-cpp)
schakel_pkg_config_target(jemalloc::jemalloc jemalloc)

find_package(Cld2 REQUIRED)
find_package(Mustache REQUIRED)

if(NOT TARGET yaml-cpp::yaml-cpp)
    add_library(yaml-cpp::yaml-cpp INTERFACE IMPORTED)
    target_link_libraries(yaml-cpp::yaml-cpp INTERFACE yaml-cpp)
endif()

if(BUILD_TESTING)
    find_package(Catch2 2.13 REQUIRED)
    find_package(rapidcheck REQUIRED)
endif()
