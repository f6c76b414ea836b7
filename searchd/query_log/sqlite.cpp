#include "searchd/query_log/sqlite.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace schakel {

namespace {

constexpr int busy_milliseconds = 2'000;  // another program may be reading the file

/// What can happen to a file, for people; SQLite says the rest in its own words.
struct Reason {
    int code;
    ErrorCode error;
    const char* nl;
    const char* en;
};
constexpr std::array<Reason, 6> reasons{{
    {SQLITE_NOTADB, ErrorCode::unreadable, "het is geen bestand van SQLite", "it is no file of SQLite"},
    {SQLITE_CORRUPT, ErrorCode::unreadable, "het is beschadigd", "it is damaged"},
    {SQLITE_CANTOPEN, ErrorCode::io, "het is niet te openen of te maken", "it cannot be opened or made"},
    {SQLITE_READONLY, ErrorCode::io, "er mag niet in geschreven worden", "it may not be written to"},
    {SQLITE_FULL, ErrorCode::io, "de schijf is vol", "the disk is full"},
    {SQLITE_BUSY, ErrorCode::io, "een ander programma houdt het bezet", "another program keeps it busy"},
}};

}  // namespace

SqliteStatement::SqliteStatement(sqlite3* connection, std::string_view sql) {
    sqlite3_stmt* made = nullptr;
    failure_ = sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &made, nullptr);
    statement_.reset(made);
}

SqliteStatement& SqliteStatement::bind(std::int64_t value) {
    if (failure_ == SQLITE_OK) failure_ = sqlite3_bind_int64(statement_.get(), ++bound_, value);
    return *this;
}

SqliteStatement& SqliteStatement::bind(std::string_view value) {
    if (failure_ == SQLITE_OK)
        failure_ = sqlite3_bind_text64(statement_.get(), ++bound_, value.data(), value.size(), nullptr, SQLITE_UTF8);
    return *this;
}

int SqliteStatement::step() { return failure_ == SQLITE_OK ? sqlite3_step(statement_.get()) : failure_; }

void SqliteStatement::reset() {
    sqlite3_reset(statement_.get());
    bound_ = 0;
}

std::string SqliteStatement::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

tl::unexpected<Error> SqliteConnection::error() const {
    sqlite3* connection = connection_.get();
    const int code = connection == nullptr ? SQLITE_NOMEM : sqlite3_errcode(connection);
    const auto known = std::ranges::find(reasons, code, &Reason::code);
    const bool is_known = known != reasons.end();
    const std::string nl = is_known ? known->nl : sqlite3_errstr(code);
    const std::string en = is_known ? known->en : sqlite3_errstr(code);
    return fail(is_known ? known->error : ErrorCode::io,
                {fmt::format("Het bestand met zoekvragen {} is niet te gebruiken: {}.", file_.string(), nl),
                 fmt::format("The file of queries {} cannot be used: {}.", file_.string(), en)},
                {"Zet het bestand opzij, zodat er een nieuw komt, of noem bij query_log een ander.",
                 "Move the file aside, so that a new one is made, or name another one at query_log."});
}

Result<SqliteConnection> SqliteConnection::open(const std::filesystem::path& file, Use use) {
    const int flags = use == Use::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* made = nullptr;
    const int outcome = sqlite3_open_v2(file.c_str(), &made, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    SqliteConnection connection;
    connection.file_ = file;
    connection.connection_.reset(made);
    if (outcome != SQLITE_OK) return connection.error();
    sqlite3_busy_timeout(made, busy_milliseconds);
    return connection;
}

Result<void> SqliteConnection::run(const char* sql) {
    if (sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return error();
}

}  // namespace schakel
