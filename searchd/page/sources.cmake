# The page's share of schakel_searchd, for searchd/CMakeLists.txt. Paths are relative to searchd/.
set(schakel_page_sources
    page/chip_view.cpp
    page/crossing_view.cpp
    page/dutch_text.cpp
    page/facet_view.cpp
    page/hit_view.cpp
    page/labels.cpp
    page/links.cpp
    page/own_region_view.cpp
    page/page_renderer.cpp
    page/page_template.cpp
    page/paging_view.cpp
    page/product_rows.cpp
    page/product_view.cpp
    page/search_view.cpp
    page/standing.cpp
    page/static_files.cpp)
