# The tests of searchd/page, for the program test_searchd. Paths are relative to tests/searchd/.
set(schakel_page_test_sources
    page/dutch_text_test.cpp
    page/links_test.cpp
    page/page_template_test.cpp
    page/product_page_test.cpp
    page/sample_answers.cpp
    page/search_page_test.cpp
    page/static_files_test.cpp)
