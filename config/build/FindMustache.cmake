# kainjow's mustache is a single header for which Debian ships neither CMake nor pkg-config files.
find_path(Mustache_INCLUDE_DIR kainjow/mustache.hpp)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Mustache REQUIRED_VARS Mustache_INCLUDE_DIR)
mark_as_advanced(Mustache_INCLUDE_DIR)

if(Mustache_FOUND AND NOT TARGET kainjow::mustache)
    add_library(kainjow::mustache INTERFACE IMPORTED)
    target_include_directories(kainjow::mustache SYSTEM INTERFACE "${Mustache_INCLUDE_DIR}")
endif()
