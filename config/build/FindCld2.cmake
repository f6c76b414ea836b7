# Debian ships CLD2 without CMake or pkg-config files. libcld2_full holds only the larger tables (Frisian among them), which take
# the place of those in libcld2 when it is linked first.
find_path(Cld2_INCLUDE_DIR cld2/public/compact_lang_det.h)
find_library(Cld2_LIBRARY cld2)
find_library(Cld2_FULL_LIBRARY cld2_full)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Cld2 REQUIRED_VARS Cld2_INCLUDE_DIR Cld2_LIBRARY Cld2_FULL_LIBRARY)
mark_as_advanced(Cld2_INCLUDE_DIR Cld2_LIBRARY Cld2_FULL_LIBRARY)

if(Cld2_FOUND AND NOT TARGET cld2::cld2)
    add_library(cld2::cld2 INTERFACE IMPORTED)
    target_include_directories(cld2::cld2 SYSTEM INTERFACE "${Cld2_INCLUDE_DIR}")
    target_link_libraries(cld2::cld2 INTERFACE -Wl,--push-state,--no-as-needed "${Cld2_FULL_LIBRARY}" -Wl,--pop-state "${Cld2_LIBRARY}")
endif()
