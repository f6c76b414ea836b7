#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "config/error.hpp"

namespace schakel {

/// A statement of SQL with values to fill in. One thread; its connection must outlive it.
class SqliteStatement {
public:
    /// `sql` must be correct for the tables of the file; else every step fails.
    SqliteStatement(sqlite3* connection, std::string_view sql);

    /// Fills in the next value. A text must live until the step.
    SqliteStatement& bind(std::int64_t value);
    SqliteStatement& bind(std::string_view value);

    /// Goes to the next row: SQLITE_ROW, SQLITE_DONE or what went wrong.
    int step();

    /// To be filled in and run again.
    void reset();

    std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
    std::string text(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int bound_ = 0;
    int failure_ = SQLITE_OK;  // of preparing or binding
};

/// An open SQLite file. One thread.
class SqliteConnection {
public:
    enum class Use { read, write };

    /// Errors: io, unreadable.
    static Result<SqliteConnection> open(const std::filesystem::path& file, Use use);

    /// Errors: unreadable (damaged), io.
    Result<void> run(const char* sql);

    /// What went wrong in the last call: unreadable when the file is damaged or none of SQLite, io otherwise.
    tl::unexpected<Error> error() const;

    sqlite3* get() const { return connection_.get(); }
    const std::filesystem::path& file() const { return file_; }

private:
    struct Close {
        void operator()(sqlite3* connection) const { sqlite3_close(connection); }
    };
    std::filesystem::path file_;
    std::unique_ptr<sqlite3, Close> connection_;
};

}  // namespace schakel
