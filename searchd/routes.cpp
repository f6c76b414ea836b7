#include "searchd/application.hpp"
#include "searchd/exports/citation_files.hpp"
#include "searchd/exports/result_export.hpp"
#include "searchd/feeds/atom_feed.hpp"
#include "searchd/feeds/open_search.hpp"
#include "searchd/feeds/site_map.hpp"
#include "searchd/overview/overview.hpp"

namespace schakel {

const std::array<Route, 6> Application::page_routes{{
    {"/", &Application::search_page},
    {"/kennisproducten/{id}", &Application::product_page},
    {"/handleiding", &Application::handbook},
    {"/toegankelijkheid", &Application::accessibility_page},
    {"/op-uw-website", &Application::embedding_page},
    {"/insluiten", &Application::framed_page, MadeOf::now},
}};

const std::array<Route, 7> Application::take_along_routes{{
    {"/kennisproducten/{id}/ris", answer_ris},
    {"/kennisproducten/{id}/bibtex", answer_bibtex},
    {"/export.csv", answer_csv_export},
    {"/export.ris", answer_ris_export},
    {"/feed.atom", answer_atom_feed},
    {"/opensearch.xml", answer_open_search},
    {"/opensearch/suggesties", &Application::typed_suggestions, MadeOf::more},
}};

const std::array<Route, 21> Application::routes{{
    {"/sitemap.xml", answer_site_map},
    {"/sitemap/{deel}", answer_site_map},
    {"/robots.txt", answer_robots},
    {"/sru", &Application::sru},
    {"/oai", &Application::oai, MadeOf::now},
    {"/v1/kennisproducten", &Application::search},
    {"/v1/kennisproducten/{id}", &Application::product},
    {"/v1/kennisproducten/{id}/vergelijkbaar", &Application::similar},
    {"/v1/facetten/{facet}", &Application::facet},
    {"/v1/suggesties", &Application::suggestions, MadeOf::more},
    {"/v1/themas", &Application::themes},
    {"/v1/domeinen", &Application::domains},
    {"/v1/regios", &Application::regions},
    {"/v1/kennispartners", answer_partners},
    {"/v1/kennisvragen", &Application::questions, MadeOf::more},
    {"/v1/overzicht", answer_overview},
    {"/v1/analyse", &Application::analysis},
    {"/v1/openapi.json", &Application::description, MadeOf::now},
    {"/metrics", &Application::measurements, MadeOf::now},
    {"/status/live", &Application::is_live, MadeOf::now},
    {"/status/gereed", &Application::is_ready, MadeOf::now},
}};

}  // namespace schakel
