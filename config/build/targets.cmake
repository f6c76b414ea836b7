# schakel_target(name): what every library and program of ours has in common. Call it directly after add_library or
# add_executable.

option(SCHAKEL_WARNINGS_AS_ERRORS "Fail the build on a compiler warning" ON)
option(SCHAKEL_PRECOMPILED_HEADERS "Compile the headers that nearly every file includes only once" ON)
option(SCHAKEL_FUZZING "Build the fuzz targets with libFuzzer (needs clang) instead of as seed replayers" OFF)
set(SCHAKEL_SANITIZERS "" CACHE STRING "Sanitizers, as for -fsanitize=; empty for none")

add_library(schakel_warnings INTERFACE)
target_compile_options(schakel_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wdouble-promotion -Wformat=2 -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wcast-qual -Wextra-semi -Wimplicit-fallthrough
    # Options travel as structs with designated initialisers, and what is left out means its default.
    -Wno-missing-field-initializers
    # g++ 12 takes the concatenation of std::strings for overlapping or overrun memory (GCC bugs 105651 and 105329); the
    # sanitizers find the real ones.
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op
    -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread>
    # std::stable_sort of libstdc++ 12 uses what C++17 deprecated, and Catch2's Approx promotes floats; g++ keeps silent
    # about both, clang does not.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations -Wno-double-promotion>
    $<$<BOOL:${SCHAKEL_WARNINGS_AS_ERRORS}>:-Werror>)

add_library(schakel_sanitizers INTERFACE)
if(SCHAKEL_SANITIZERS)
    set(sanitizer_flags -fsanitize=${SCHAKEL_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_compile_options(schakel_sanitizers INTERFACE ${sanitizer_flags})
    target_link_options(schakel_sanitizers INTERFACE ${sanitizer_flags})
    # Instrumented code confuses g++'s flow analysis, in <regex> among others.
    target_compile_options(schakel_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()
if(SCHAKEL_FUZZING)
    target_compile_options(schakel_sanitizers INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE_PROGRAM ccache)
mark_as_advanced(CCACHE_PROGRAM)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers are only cached with these tolerances (ccache manual, "Precompiled headers").
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
endif()

# A faster linker, if there is one: a build links a hundred programs.
find_program(MOLD_PROGRAM mold)
mark_as_advanced(MOLD_PROGRAM)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()

# The one precompiled header; every target reuses it, so that it is compiled once per build.
if(SCHAKEL_PRECOMPILED_HEADERS)
    file(WRITE "${PROJECT_BINARY_DIR}/precompiled.cpp" "")
    add_library(schakel_precompiled OBJECT "${PROJECT_BINARY_DIR}/precompiled.cpp")
    target_precompile_headers(schakel_precompiled PRIVATE "${PROJECT_SOURCE_DIR}/config/build/precompiled.hpp")
endif()

function(schakel_target name)
    target_compile_features(${name} PUBLIC cxx_std_20)
    set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF)
    target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE schakel_warnings PUBLIC schakel_sanitizers)
    if(TARGET schakel_precompiled AND NOT name STREQUAL schakel_precompiled)
        target_precompile_headers(${name} REUSE_FROM schakel_precompiled)
    endif()
endfunction()

if(TARGET schakel_precompiled)
    schakel_target(schakel_precompiled)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)   # ccache asks for it
    else()
        add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
    endif()
endif()
