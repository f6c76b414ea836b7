# What the build makes of Debian's packages wdutch and hunspell-nl (both OpenTaal) and dict-freedict-nld-*: the lexicon, the words as
# properly written and the confusions. The three stand beside each other.

set(SCHAKEL_WORD_LIST /usr/share/dict/dutch CACHE FILEPATH "Dutch words, one a line")
set(SCHAKEL_DICTIONARY /usr/share/hunspell/nl.dic CACHE FILEPATH "Hunspell dictionary for Dutch")
set(SCHAKEL_AFFIXES /usr/share/hunspell/nl.aff CACHE FILEPATH "Hunspell affix file for Dutch")
set(freedict /usr/share/dictd/freedict-nld)
set(SCHAKEL_HEADWORDS ${freedict}-eng.index ${freedict}-deu.index ${freedict}-fra.index CACHE STRING
    "Indexes of dictionaries from Dutch, as dictd keeps them")

set(lexicon_file "${PROJECT_BINARY_DIR}/nl.lexicon")
set(words_file "${PROJECT_BINARY_DIR}/nl.words")
set(replacements_file "${PROJECT_BINARY_DIR}/nl.replacements")
set(SCHAKEL_DEFAULT_LEXICON "${lexicon_file}" CACHE FILEPATH
    "Lexicon when schakel.toml names none, with nl.words and nl.replacements beside it; packages set the installed one")

set(lexicon_tables_folder "${CMAKE_CURRENT_SOURCE_DIR}/lexicon/tables")
file(GLOB lexicon_tables CONFIGURE_DEPENDS "${lexicon_tables_folder}/*.tsv")
add_custom_command(OUTPUT "${lexicon_file}"
    COMMAND schakel-lexicon --words "${SCHAKEL_WORD_LIST}" --dictionary "${SCHAKEL_DICTIONARY}"
            --affixes "${SCHAKEL_AFFIXES}" --tables "${lexicon_tables_folder}" --headwords ${SCHAKEL_HEADWORDS} --output "${lexicon_file}"
    DEPENDS schakel-lexicon ${lexicon_tables} ${SCHAKEL_HEADWORDS} "${SCHAKEL_WORD_LIST}" "${SCHAKEL_DICTIONARY}" "${SCHAKEL_AFFIXES}"
    COMMENT "Compiling the lexicon"
    VERBATIM)
add_custom_command(OUTPUT "${words_file}" "${replacements_file}"
    COMMAND schakel-spelling --words "${SCHAKEL_WORD_LIST}" --affixes "${SCHAKEL_AFFIXES}"
            --output-words "${words_file}" --output-replacements "${replacements_file}"
    DEPENDS schakel-spelling "${SCHAKEL_WORD_LIST}" "${SCHAKEL_AFFIXES}"
    COMMENT "Compiling the words for spelling"
    VERBATIM)
add_custom_target(schakel_language_files DEPENDS "${lexicon_file}" "${words_file}" "${replacements_file}")
