#include "indexer/write_lock.hpp"

#include <csignal>

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "tests/paths.hpp"

namespace schakel {
namespace {

/// Another process that holds the lock of `index` until it is killed. Throws nothing; `pid()` is -1 when it did not get it.
class OtherWriter {
public:
    explicit OtherWriter(const std::filesystem::path& index) {
        int ready[2] = {-1, -1};
        if (::pipe(ready) != 0) return;
        pid_ = ::fork();
        if (pid_ == 0) {
            const auto lock = WriteLock::acquire(index);
            const char sign = lock ? 'y' : 'n';
            if (::write(ready[1], &sign, 1) == 1)
                while (true) ::pause();
            ::_exit(1);
        }
        char sign = 'n';
        if (::read(ready[0], &sign, 1) != 1 || sign != 'y') stop();
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~OtherWriter() { stop(); }

    void stop() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
        pid_ = -1;
    }
    pid_t pid() const { return pid_; }

private:
    pid_t pid_ = -1;
};

}  // namespace

TEST_CASE("the write lock makes the folder and is free again when it goes") {
    const TemporaryFolder folder;
    const auto index = folder.path() / "nieuw" / "index";
    for (int i = 0; i < 2; ++i) {
        const auto lock = WriteLock::acquire(index);
        REQUIRE(lock);
        CHECK(std::filesystem::is_directory(index));
    }
}

TEST_CASE("a second writer is refused and told who is writing") {
    const TemporaryFolder folder;
    auto first = WriteLock::acquire(folder.path());
    REQUIRE(first);
    const std::string pid = std::to_string(::getpid());
    const auto second = WriteLock::acquire(folder.path());
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::index_locked);
    CHECK(second.error().message.nl ==
          "Een ander programma (proces " + pid + ") schrijft al in " + folder.path().string() + ".");
    CHECK(second.error().message.en ==
          "Another program (process " + pid + ") is already writing in " + folder.path().string() + ".");
    CHECK_FALSE(second.error().hint.empty());

    WriteLock moved = std::move(*first);
    CHECK_FALSE(WriteLock::acquire(folder.path()));
}

TEST_CASE("a lock goes with the process that held it, however it ends") {
    const TemporaryFolder folder;
    OtherWriter other(folder.path());
    REQUIRE(other.pid() > 0);
    const auto refused = WriteLock::acquire(folder.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.nl.find("proces " + std::to_string(other.pid()) + ")") != std::string::npos);
    other.stop();
    CHECK(WriteLock::acquire(folder.path()));
}

TEST_CASE("a folder that cannot be made is an error") {
    const auto lock = WriteLock::acquire("/dev/null/index");
    REQUIRE_FALSE(lock);
    CHECK(lock.error().code == ErrorCode::io);
}

}  // namespace schakel
