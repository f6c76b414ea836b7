# Sources of the on-disk contract in index/; a new file there gets a line here.
set(schakel_index_sources
    index/block_file.cpp
    index/blocklist.cpp
    index/cbor_reader.cpp
    index/columns.cpp
    index/damaged_file.cpp
    index/durable_file.cpp
    index/index_folder.cpp
    index/manifest.cpp
    index/mapped_file.cpp
    index/place_lists.cpp
    index/posting_list.cpp
    index/record_dates.cpp
    index/stored_record.cpp
    index/term_sequences.cpp
    index/text_store.cpp
    index/tombstones.cpp)
