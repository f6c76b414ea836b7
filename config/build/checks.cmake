# Checks of the source text, as targets: `cmake --build --preset dev --target format-check`.

find_program(CLANG_FORMAT_PROGRAM clang-format-19)
find_program(RUN_CLANG_TIDY_PROGRAM run-clang-tidy-19)
mark_as_advanced(CLANG_FORMAT_PROGRAM RUN_CLANG_TIDY_PROGRAM)

set(schakel_code_folders config analyzers corpus indexer searchd tests)
set(schakel_code_patterns "")
foreach(folder ${schakel_code_folders})
    list(APPEND schakel_code_patterns "${PROJECT_SOURCE_DIR}/${folder}/*.cpp" "${PROJECT_SOURCE_DIR}/${folder}/*.hpp")
endforeach()
file(GLOB_RECURSE schakel_code CONFIGURE_DEPENDS ${schakel_code_patterns})
list(FILTER schakel_code EXCLUDE REGEX "/node_modules/")

if(CLANG_FORMAT_PROGRAM)
    add_custom_target(format-check COMMAND ${CLANG_FORMAT_PROGRAM} --dry-run --Werror ${schakel_code} VERBATIM)
    add_custom_target(format COMMAND ${CLANG_FORMAT_PROGRAM} -i ${schakel_code} VERBATIM)
endif()
# In preset tidy: `tidy` runs every check of .clang-tidy and takes minutes; `names` only the naming rules of the programs, for CI.
if(RUN_CLANG_TIDY_PROGRAM)
    set(tidy_command ${RUN_CLANG_TIDY_PROGRAM} -quiet -p "${PROJECT_BINARY_DIR}")
    add_custom_target(tidy COMMAND ${tidy_command} USES_TERMINAL VERBATIM)
    add_custom_target(names COMMAND ${tidy_command} "-checks=-*,readability-identifier-naming"
        "${PROJECT_SOURCE_DIR}/(analyzers|config|corpus|indexer|searchd)/" USES_TERMINAL VERBATIM)
endif()
