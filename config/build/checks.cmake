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

# names: the naming rules over all headers as one text, which also finds a name that two of them give to different things.
find_program(CLANG_TIDY_PROGRAM clang-tidy-19)
mark_as_advanced(CLANG_TIDY_PROGRAM)
if(CLANG_TIDY_PROGRAM)
    set(program_headers ${schakel_code})
    list(FILTER program_headers INCLUDE REGEX "\\.hpp$")
    list(FILTER program_headers EXCLUDE REGEX "^${PROJECT_SOURCE_DIR}/tests/")
    list(TRANSFORM program_headers REPLACE "(.+)" "#include \"\\1\"\n")
    list(JOIN program_headers "" program_headers)
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/all_headers.cpp" CONTENT "${program_headers}")
    add_custom_target(names
        COMMAND ${CLANG_TIDY_PROGRAM} -quiet "--config-file=${PROJECT_SOURCE_DIR}/.clang-tidy" "-checks=-*,readability-identifier-naming"
            "${PROJECT_BINARY_DIR}/all_headers.cpp" -- -std=c++20 "-I${PROJECT_SOURCE_DIR}"
            "-isystem$<JOIN:$<TARGET_PROPERTY:poppler::cpp,INTERFACE_INCLUDE_DIRECTORIES>,;-isystem>"
        COMMAND_EXPAND_LISTS VERBATIM)
endif()

# tidy, in the preset of that name: every check of .clang-tidy over every file; takes long.
if(RUN_CLANG_TIDY_PROGRAM)
    add_custom_target(tidy COMMAND ${RUN_CLANG_TIDY_PROGRAM} -quiet -p "${PROJECT_BINARY_DIR}" USES_TERMINAL VERBATIM)
endif()
