#include "tests/searchd/oai/sample_repository.hpp"

#include <fmt/format.h>

#include "config/index/blocklist.hpp"
#include "config/index/record_dates.hpp"
#include "config/utc_time.hpp"
#include "searchd/oai/oai_provider.hpp"
#include "tests/sample_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"

namespace schakel {
namespace {

template <class T>
T expected(Result<T> result) {
    if (!result) throw std::runtime_error(to_text(result.error(), Language::english));
    return std::move(*result);
}

KnowledgeProduct full_product() {
    KnowledgeProduct product;
    product.id = "gids/wijkteams é";
    product.title = "Gids <voor> wijkteams & \"buurten\"";
    product.type = CodedValue{"rapport", Provenance::given};
    product.abstract = "Wat wijkteams\x01 doen.";
    product.abstract_language = "nl";
    product.themes = {{"sociale-wijkteams", Provenance::assigned},
                      {"eenzaamheid", Provenance::recognised, {"alleen", 0.9}}};
    product.domains = {{"welzijn", Provenance::given}};
    product.regions = {{"GM0153", RegionRole::working_area, Provenance::given},
                       {"PV26", RegionRole::subject, Provenance::given}};
    product.audiences = {{"professionals", Provenance::given}};
    product.organisations = {{"movisie", "Movisie", OrganisationRole::publisher, Provenance::given},
                             {"buurtclub", "Buurtclub", OrganisationRole::maker, Provenance::inferred}};
    product.authors = {"J. Jansen"};
    product.evidence = CodedValue{"goed-onderbouwd", Provenance::given};
    product.evidence_source = "Databank X";
    product.keywords = {"wijk"};
    product.year = 2019;
    product.date = "2019-05-01";
    product.language = "nl";
    product.url = "https://voorbeeld.example/gids?a=1&b=2";
    product.url_consulted = "2026-01-02";
    product.files = {{"https://voorbeeld.example/gids.pdf", "application/pdf"}};
    product.rights.licence = "CC BY 4.0";
    product.sources = {"Nieuwsbrief"};
    product.status = ProductStatus::current;
    product.successor = "tweede";
    product.relations = {{"oai:elders.example.org:x", RelationKind::part_of}};
    product.pages = {{1, "De volledige tekst staat niet in de oogst."}};
    return product;
}

KnowledgeProduct plain_product(std::string id, std::string title) {
    KnowledgeProduct product;
    product.id = std::move(id);
    product.title = std::move(title);
    return product;
}

std::vector<KnowledgeProduct> few_products() {
    std::vector<KnowledgeProduct> products{full_product(),
                                           plain_product("tweede", "Tweede"),
                                           plain_product("derde", "Derde"),
                                           plain_product("nieuw", "Nieuw"),
                                           plain_product("oai:elders.example.org:x", "Van elders"),
                                           plain_product("ingetrokken", "Ingetrokken")};
    products[2].themes = {{"mantelzorg", Provenance::given}};
    products[2].year = 1999;
    products[2].recognised_year = Recognition{"1999", 0.9};
    return products;
}

/// "nieuw" is not dated, as when a crash came between.
void date_few_products(const std::filesystem::path& index) {
    const auto date = [&](std::vector<LivingRecord> living, const char* time) {
        expected(follow_generation(index, 1, living, parse_utc_time(time).value()).map([] { return 0; }));
    };
    const LivingRecord guide{"gids/wijkteams é", 1};
    const LivingRecord withdrawn{"ingetrokken", 1};
    const LivingRecord elsewhere{"oai:elders.example.org:x", 1};
    const LivingRecord second{"tweede", 1};
    date({guide, withdrawn, elsewhere, second, {"verdwenen", 1}}, "2026-03-01T10:00:00Z");
    date({{"derde", 1}, guide, withdrawn, elsewhere, {"tweede", 2}}, "2026-03-02T10:00:00Z");
    std::vector<BlockedProduct> blocked{{"ingetrokken", "2026-03-03T10:00:00Z", "AVG"}};
    Blocklist blocklist;
    blocklist.add(blocked.front());
    expected(write_blocklist(index, blocklist).map([] { return 0; }));
}

/// An index with what answers from it.
class Repository {
public:
    template <class Prepare>
    Repository(std::vector<KnowledgeProduct> products, Prepare prepare)
        : index_({sample_documents(std::move(products))}) {
        prepare(index_.folder().root());
        snapshot_ = expected(IndexSnapshot::open(index_.folder(), 1, sample_installation()));
        installation_.settings.server.public_url = "https://zoek.example.org";
    }

    HttpResponse answer(std::string_view query) {
        const HttpRequest request{.method = "GET", .path = "/oai", .query = std::string(query)};
        return answer_oai({request, Language::dutch, {}}, installation_, snapshot_, lists_);
    }

private:
    SampleIndex index_;
    Installation installation_ = sample_installation();
    std::shared_ptr<const IndexSnapshot> snapshot_;
    CurrentRecordList lists_;
};

}  // namespace

HttpResponse ask_sample_repository(std::string_view query) {
    static Repository repository(few_products(), date_few_products);
    return repository.answer(query);
}

HttpResponse ask_large_repository(std::string_view query) {
    static Repository repository(sample_products(250), [](const std::filesystem::path&) {});
    return repository.answer(query);
}

}  // namespace schakel
