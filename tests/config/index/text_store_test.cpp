#include "config/index/text_store.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/config/index/damaged_copy.hpp"
#include "tests/paths.hpp"
#include "tests/properties.hpp"

namespace schakel {
namespace {

using Documents = std::vector<std::vector<TextBlock>>;

void write_texts(const std::filesystem::path& folder, const Documents& documents) {
    TextStoreWriter writer(folder);
    for (const auto& blocks : documents) REQUIRE(writer.add_document(blocks));
    REQUIRE(writer.finish());
}

const Documents& sample_documents() {
    static const Documents documents{
        {{1, 1, "Eerste bladzijde."}, {1, 40, "Nog steeds de eerste."}, {2, 75, "Tweede bladzijde."}},
        {},
        {{0, 1, "Zonder bladzijden."}},
    };
    return documents;
}

void check_harmless(const std::filesystem::path& folder) {
    const auto store = TextStore::open(folder);
    if (!store) {
        CHECK(store.error().code == ErrorCode::index_corrupt);
        return;
    }
    for (std::size_t document = 0; document < store->documents(); ++document)
        for (std::size_t i = 0; i < store->blocks_of(document); ++i) {
            CHECK(store->block_at(document, 50) < store->blocks_of(document));
            if (const auto block = store->read(document, i); !block)
                CHECK(block.error().code == ErrorCode::index_corrupt);
        }
}

}  // namespace

TEST_CASE("every block of every document comes back") {
    const TemporaryFolder folder;
    few_times("whatever the documents", 20, [&](const std::vector<std::vector<std::string>>& texts) {
        Documents documents;
        std::uint32_t number = 0;
        for (const auto& blocks : texts) {
            documents.emplace_back();
            for (const std::string& text : blocks) documents.back().push_back({number % 5, ++number * 3, text});
        }
        write_texts(folder.path(), documents);
        const auto store = TextStore::open(folder.path());
        RC_ASSERT(store.has_value());
        RC_ASSERT(store->documents() == documents.size());
        for (std::size_t d = 0; d < documents.size(); ++d) {
            RC_ASSERT(store->blocks_of(d) == documents[d].size());
            for (std::size_t i = 0; i < documents[d].size(); ++i) {
                const TextBlock found = store->read(d, i).value();
                RC_ASSERT(found.text == documents[d][i].text);
                RC_ASSERT(found.page == documents[d][i].page);
                RC_ASSERT(found.first_position == documents[d][i].first_position);
            }
        }
    });
}

TEST_CASE("a position leads to the block that holds it") {
    const TemporaryFolder folder;
    write_texts(folder.path(), sample_documents());
    const auto store = TextStore::open(folder.path());
    REQUIRE(store);
    CHECK(store->block_at(0, 1) == 0);
    CHECK(store->block_at(0, 39) == 0);
    CHECK(store->block_at(0, 40) == 1);
    CHECK(store->block_at(0, 74) == 1);
    CHECK(store->block_at(0, 75) == 2);
    CHECK(store->block_at(0, 100'000) == 2);
    CHECK(store->block_at(2, 0) == 0);
    CHECK(store->block_at(2, 9) == 0);
}

TEST_CASE("a block without words does not hide the next") {
    const TemporaryFolder folder;
    write_texts(folder.path(), {{{1, 1, "een twee"}, {2, 3, "***"}, {3, 3, "drie"}}});
    CHECK(TextStore::open(folder.path())->block_at(0, 3) == 2);
    CHECK(TextStore::open(folder.path())->block_at(0, 2) == 0);
}

TEST_CASE("a damaged text store is refused") {
    const TemporaryFolder folder;
    write_texts(folder.path(), sample_documents());
    for (const char* name : {"texts.blocks", "texts.table"}) {
        INFO(name);
        for_each_truncation(folder.path() / name, [&](std::size_t size) {
            INFO(size << " bytes left");
            const auto store = TextStore::open(folder.path());
            REQUIRE_FALSE(store);
            CHECK(store.error().code == ErrorCode::index_corrupt);
        });
        for_each_changed_byte(folder.path() / name, [&](std::size_t at) {
            INFO("byte " << at);
            check_harmless(folder.path());
        });
        const std::string whole = bytes_of(folder.path() / name);
        std::filesystem::remove(folder.path() / name);
        CHECK(TextStore::open(folder.path()).error().code == ErrorCode::not_found);
        write_bytes(folder.path() / name, whole);
    }
}

}  // namespace schakel
