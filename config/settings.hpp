#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "config/index/field_table.hpp"

namespace schakel {

/// A source that a curator declared: a folder, or a server to harvest from. An empty text means: not given.
struct DeclaredSource {
    std::string name;                        // small letters, digits and hyphens; stands before every uri in it
    std::string kind = "folder";             // folder, oai-pmh, diwoo or sitemap
    std::filesystem::path path;              // of a folder
    std::string url;                         // to harvest from
    std::string set;                         // OAI-PMH
    std::string metadata_prefix = "oai_dc";  // OAI-PMH
    std::string from;                        // OAI-PMH: no records from before this day
    std::string until;                       // OAI-PMH: nor from after this one
    std::string public_url;                  // of a folder: address below which others can fetch its files
    std::string licence;
    bool show_text = true;           // whether its full text may be shown
    int longest_fragment = 0;        // characters; 0 = as in [search]
    bool recognise = true;           // whether regions, themes, … may be recognised in its text
    bool permission_agreed = false;  // its keeper allowed harvesting: robots.txt and TDM reservations do not apply
};

/// Another index that is searched along: a copy of that of another institute. Kept up to date by others.
struct DeclaredIndex {
    std::string name;            // what users read when it cannot be searched: "Kennispunt Twente"
    std::filesystem::path path;  // the index folder
    int maximum_age_days = 0;    // older than this is reported in every answer; 0 = any age will do
};

/// What a curator or system administrator can set in schakel.toml. The defaults here are the values in that file (tested),
/// where every key is documented. A plain value; read-only after start, so safe from any thread.
struct Settings {
    struct Paths {
        std::filesystem::path vocabularies = "vocabularies";  // relative to the folder of schakel.toml
        std::filesystem::path regions = "regions";
        std::filesystem::path language_data = "nl";
        std::filesystem::path recognition = "recognition";
        std::filesystem::path corrections = "correcties";
        std::filesystem::path harvest = "oogst";  // where harvested records are kept
        std::filesystem::path ranking = "ranking";
        std::filesystem::path best_bets = "best-bets.tsv";
        std::filesystem::path query_log;  // empty = queries are not kept
        std::filesystem::path lexicon;    // empty = the one that was built with the program
    } paths;

    struct Index {
        int keep_generations = 3;  // published generations kept for rollback, the live one included
        int threads = 0;           // 0 = one per core
        double suspicious_shrink =
            0.5;  // a generation with fewer than this share of its predecessor's records needs --force
        double most_removed = 0.2;           // an update that loses more than this share of the products needs --force
        int most_segments = 10;              // with more, an update goes on to rewrite the smallest
        double most_deleted = 0.5;           // a segment with a larger share of deleted products is rewritten too
        bool find_copies = true;             // a file with the text of another one becomes a file of that product
        int postings_in_memory = 2'000'000;  // gathered per thread before they are written, 20 bytes each
    } index;

    struct Search {
        int minimum_all_words = 10;  // fewer hits than this with all words: search for any of them
        double bm25_k1 = 1.2;
        double bm25_b = 0.45;
        double weight_title = field(FieldId::title).weight;
        double weight_abstract = field(FieldId::abstract).weight;
        double weight_body = field(FieldId::body).weight;
        double weight_subjects = field(FieldId::subjects).weight;
        double weight_names = field(FieldId::names).weight;
        double share_exponent =
            0.6;                   // a product with a part of the words keeps (part / all) to this power of its score
        double title_bonus = 0.8;  // added for a word in a title of mean length, as a share of its rarity
        double weight_exact_form =
            0.3;  // of other ways to have a word, against 1 for the word itself; 0 = not searched for
        double weight_joined = 0.8;
        double weight_inside = 0.3;
        double weight_parts = 0.5;
        double weight_synonym = 0.6;
        double weight_derivation = 0.2;
        double weight_english = 0.5;
        double weight_stop_word = 0.2;
        double weight_proximity = 0.6;         // of neighbouring words that stand near each other, against their rarity
        double weight_early = 0.6;             // of words that stand early in a text, against their rarity
        double weight_beginning = 0.5;         // of words that begin with the last one, while typing
        double weight_freshness = 0.1;         // share of its score that a product loses as it grows old
        double nearness_municipality = 0.6;    // added to the score, as a share of it, for a product …
        double nearness_theme_region = 0.4;    // … of the same region of the scheme that matters for its theme
        double nearness_shared_region = 0.25;  // … of the same region of another scheme
        double nearness_province = 0.15;       // … of the same province
        double nearness_national = 0.05;       // … that is about the whole country
        double likeness_size = 0.2;            // the same for a product of a municipality of the same size class …
        double likeness_province = 0.1;        // … of the same province
        double likeness_urbanity = 0.2;        // … of the same degree of urbanity
        int maximum_pattern_words = 200;       // words of the index that one pattern (zorg*) may stand for
        int cache_megabytes = 64;              // answers kept of the live generation; 0 = none
        int maximum_query_characters = 1000;
        int maximum_query_words = 64;
        int maximum_results_reached = 10000;  // deepest result a page may show
        int fragments = 3;                    // fragments per result, at most
        int fragment_characters = 220;        // length of a fragment, at most
    } search;

    struct Server {
        std::string address = "0.0.0.0";
        int port = 8080;
        int threads = 0;                            // 0 = 8 per core
        int maximum_queue = 64;                     // requests waiting for a thread; more get 503
        int searches = 0;                           // searches at the same time; 0 = 1 per core
        int maximum_waiting_searches = 64;          // searches waiting for their turn; more get 503
        int maximum_connections = 1024;             // at the same time; more get 503
        int maximum_connections_per_address = 256;  // the same of one address, trusted proxies excepted
        int keep_alive_seconds = 5;
        int request_timeout_seconds = 10;
        int shutdown_seconds = 10;  // time running requests get to finish after SIGTERM
        int generation_poll_milliseconds = 500;
        std::string trusted_proxies;            // addresses and networks, divided by commas, that say who the client is
        bool access_log = true;                 // one line of JSON per answer, without personal data
        std::string public_url;                 // address users see, for links in feeds; empty = taken from the request
        std::filesystem::path tls_certificate;  // PEM, with the chain; empty = no TLS
        std::filesystem::path tls_key;          // PEM; belongs to the certificate
    } server;

    struct Site {
        std::string name = "Schakel";   // what pages, feeds and protocols call this installation
        std::string organisation;       // who keeps it; empty = not said
        std::string contact;            // e-mail address for questions; empty = none
        std::string theme = "schakel";  // style sheet web/static/themes/<theme>.css
        std::string embedders;   // whose pages may show /insluiten in a frame, divided by spaces; * = all, empty = none
        int old_after_days = 0;  // pages say that the index is old when it was built longer ago; 0 = never
    } site;

    struct Access {
        std::filesystem::path keys;  // file of the API keys; empty = there are none
        std::string
            allowed_origins;  // whose scripts may read the API without a key, divided by spaces; "*" = all; empty = none
        int requests_per_minute = 600;  // of one network without a key, on the API and the protocols; 0 = no limit
        bool report_only = true;        // who asks for more is logged and answered all the same
    } access;

    struct QueryLog {
        int keep_days = 365;  // queries older than this are forgotten
        int suggest_after =
            3;  // a query is suggested to others when it was asked and answered on at least so many days
    } query_log;

    /// What reading one file by a process of its own may cost; past it reading stops.
    struct Reading {
        int processor_seconds = 60;
        int seconds = 120;
        int memory_megabytes = 1024;
        int text_megabytes = 512;  // that may come out of it
        int file_megabytes = 256;  // a larger file is not opened
        int archive_factor = 16;   // an archive may cost so many times as much, but for memory
    } reading;

    /// How sure recognition has to be, from 0 to 1, and how many values it may find for one product.
    struct Recognition {
        double least_region = 0.6;
        double least_theme = 0.6;
        double least_domain = 0.6;
        double least_organisation = 0.7;
        double least_year = 0.7;
        int most_themes = 5;
        int most_domains = 3;
    } recognition;

    std::vector<DeclaredSource> sources;
    std::vector<DeclaredIndex> indexes;  // beside the own one
};

/// Reads `file`. Errors (config_invalid) name file:line:column: syntax, wrong type, value out of range, and unknown keys
/// with the nearest known key. Paths in the result are absolute.
Result<Settings> load_settings(const std::filesystem::path& file);

/// The file used when the command line names none: $SCHAKEL_CONFIG, else the one that was built or installed with the program.
std::filesystem::path default_settings_file();

}  // namespace schakel
