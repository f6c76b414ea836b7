#include "tests/searchd/engine/sample_products.hpp"

#include <array>

#include <fmt/format.h>

#include "indexer/document_builder.hpp"
#include "tests/sample_index.hpp"

namespace schakel {

namespace {

constexpr std::array subjects{"Sociale wijkteams", "Mantelzorg", "Eenzaamheid onder ouderen", "Het keukentafelgesprek",
                              "Jongeren en schulden"};
constexpr std::array sentences{"Het wijkteam sprak met inwoners over mantelzorg.",
                               "Samenwerking in het sociaal domein vraagt tijd.",
                               "Ouderen voelen zich vaker eenzaam, blijkt uit gesprekken.",
                               "De gemeente koopt zorg in voor 2023-2027.",
                               "Vrijwilligers ondersteunen jongeren van 0-4 jaar en hun ouders.",
                               "Over schulden praten is moeilijk."};
constexpr std::array themes{"sociale-wijkteams", "mantelzorg", "eenzaamheid", "keukentafelgesprek"};
constexpr std::array regions{"GM0153", "PV23", "NL", "ggd-twente", "GM0344"};
constexpr std::array scales{"lokaal", "regionaal", "landelijk"};

template <class Values>
const char* pick(const Values& values, std::size_t number) {
    return values[number % values.size()];
}

std::string text_of(std::size_t number) {
    std::string text;
    for (std::size_t i = 0; i < 3 + number % 4; ++i)
        text += std::string(pick(sentences, number * 3 + i * i)) + (i % 2 == 0 ? " " : "\n\n");
    return text;
}

KnowledgeProduct sample_product(std::size_t number) {
    KnowledgeProduct product;
    product.id = fmt::format("product-{}", number);
    product.title = fmt::format("{} {}", pick(subjects, number), number);
    product.abstract = number % 3 == 0 ? pick(sentences, number) : "";
    if (number % 2 == 0) product.type = CodedValue{number % 4 == 0 ? "rapport" : "methodiek", Provenance::given};
    product.themes = {{pick(themes, number), Provenance::given}};
    if (number % 3 == 1) product.themes.push_back({pick(themes, number + 1), Provenance::assigned});
    product.regions = {{pick(regions, number / 2), RegionRole::subject, Provenance::given}};
    product.scale = CodedValue{pick(scales, number), Provenance::given};
    product.organisations = {{number % 2 == 0 ? "movisie" : "club-voor-de-buurt",
                              number % 2 == 0 ? "Movisie" : "Club voor de buurt", OrganisationRole::publisher,
                              Provenance::given}};
    product.year = static_cast<int>(2012 + number % 6);
    product.language = "nl";
    product.pages = {{1, text_of(number)}};
    if (number % 2 == 1) product.pages.push_back({2, text_of(number + 5)});
    return product;
}

}  // namespace

std::vector<KnowledgeProduct> sample_products(std::size_t count) {
    std::vector<KnowledgeProduct> products;
    for (std::size_t i = 0; i < count; ++i) products.push_back(sample_product(i));
    return products;
}

std::vector<IndexDocument> sample_documents(std::vector<KnowledgeProduct> products) {
    DocumentBuilder builder(sample_installation());
    std::vector<IndexDocument> documents;
    for (KnowledgeProduct& product : products) documents.push_back(builder.build(std::move(product)));
    return documents;
}

}  // namespace schakel
