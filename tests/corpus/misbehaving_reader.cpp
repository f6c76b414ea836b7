// A reading program that does what a hostile file might make a reader do. The name of the file, without its extension, says
// what.
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

#include "corpus/isolation/frame_stream.hpp"
#include "corpus/isolation/reading_program.hpp"
#include "corpus/readers/archive/archive.hpp"

using namespace schakel;

namespace {

using Deed = std::function<void(const SourceItem& item, const RecordSink& sink)>;

ReadRecord record(const std::string& location, const std::string& title) {
    KnowledgeProduct product;
    product.id = "id";
    product.title = title;
    return {location, std::move(product), {}};
}

/// A deed that the kernel should refuse: the record tells what it said.
Deed attempt(const std::function<long()>& act) {
    return [act](const SourceItem& item, const RecordSink& sink) {
        errno = 0;
        const long outcome = act();
        sink(record(item.uri, outcome < 0 ? "refused" : "it worked"));
    };
}

/// A deed after a first record.
Deed after_a_record(const std::function<void()>& act) {
    return [act](const SourceItem& item, const RecordSink& sink) {
        sink(record(item.uri, "before"));
        act();
    };
}

void compute_for_ever() {
    const volatile bool goes_on = true;
    while (goes_on) continue;
}

[[noreturn]] void sleep_for_ever() {
    while (true) ::sleep(1000);
}

[[noreturn]] void allocate_without_end() {
    std::vector<std::string> all;
    while (true) all.emplace_back(std::size_t{1} << 20U, 'x');
}

int overflow_the_stack(int depth) {
    volatile char room[4096] = {};
    room[depth % 4096] = 1;
    return depth > 0 ? overflow_the_stack(depth + 1) + room[0] : 0;
}

void say(const std::string& bytes) {
    if (::write(STDOUT_FILENO, bytes.data(), bytes.size()) < 0) std::abort();
}

long fork_once() {
    const pid_t id = ::fork();
    if (id == 0) ::_exit(0);
    return id;
}

long start_a_thread() {
    try {
        std::thread{[] {}}.join();
        return 0;
    } catch (const std::system_error&) {
        return -1;
    }
}

long run_a_program() {
    char name[] = "/bin/true";
    char* const arguments[] = {name, nullptr};
    return ::execv(name, arguments);
}

void give_much(const SourceItem& item, const RecordSink& sink) {
    while (true) sink(record(item.uri, std::string(std::size_t{1} << 20U, 'x')));
}

void give_records(const SourceItem& item, const RecordSink& sink) {
    for (const std::string line : {"1", "2", "3"}) sink(record(item.uri + ":" + line, "record " + line));
}

void read_the_file(const SourceItem& item, const RecordSink& sink) {
    const int file = ::open(item.path.c_str(), O_RDONLY);
    std::string content(100, '\0');
    const ssize_t size = ::read(file, content.data(), content.size());
    content.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
    sink(record(item.uri, content));
}

const std::map<std::string, Deed>& deeds() {
    static const std::map<std::string, Deed> all{
        {"reads", read_the_file},
        {"unpacks", read_archive},
        {"gives", give_records},
        {"gives nothing", [](const SourceItem&, const RecordSink&) {}},
        {"gives much", give_much},
        {"gives for another", [](const SourceItem&, const RecordSink& sink) { sink(record("other.txt", "x")); }},
        {"computes", after_a_record(compute_for_ever)},
        {"sleeps", after_a_record(sleep_for_ever)},
        {"closes and sleeps", after_a_record([] {
             ::close(STDOUT_FILENO);
             sleep_for_ever();
         })},
        {"allocates", after_a_record(allocate_without_end)},
        {"aborts", after_a_record([] { std::abort(); })},
        {"faults", after_a_record([] { ::raise(SIGSEGV); })},
        {"recurses", after_a_record([] { overflow_the_stack(1); })},
        {"exits", after_a_record([] { ::_exit(7); })},
        {"throws", after_a_record([] { throw std::runtime_error("no such glyph"); })},
        {"breaks off", after_a_record([] {
             say(frame_head(1000) + "half");
             ::_exit(0);
         })},
        {"says nonsense", after_a_record([] { say(frame_head(8) + "nonsense"); })},
        {"says a giant comes", after_a_record([] { say(frame_head(std::size_t{1} << 60U)); })},
        {"opens a socket", attempt([] { return ::socket(AF_INET, SOCK_STREAM, 0); })},
        {"opens a local socket", attempt([] { return ::socket(AF_UNIX, SOCK_STREAM, 0); })},
        {"creates a file", attempt([] { return ::open("/tmp/schakel-reader-was-here", O_WRONLY | O_CREAT, 0600); })},
        {"opens to write", attempt([] { return ::open("/dev/null", O_WRONLY); })},
        {"opens to change", attempt([] { return ::open("/proc/self/fd/0", O_RDWR); })},
        {"truncates", attempt([] { return ::truncate("/proc/self/fd/0", 0); })},
        {"removes", attempt([] { return ::unlink("/tmp/schakel-reader-was-here"); })},
        {"makes a folder", attempt([] { return ::mkdir("/tmp/schakel-reader-was-here", 0700); })},
        {"makes memory a file", attempt([] { return ::memfd_create("x", 0); })},
        {"forks", attempt(fork_once)},
        {"starts a thread", attempt(start_a_thread)},
        {"runs a program", attempt(run_a_program)},
        {"kills", attempt([] { return ::kill(::getppid(), SIGKILL); })},
        {"traces", attempt([] { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); })},
        {"reads a secret", attempt([] { return ::open("/etc/passwd", O_RDONLY); })},
    };
    return all;
}

void misbehave(const SourceItem& item, const RecordSink& sink) {
    deeds().at(std::filesystem::path{item.uri}.stem().string())(item, sink);
}

}  // namespace

int main(int count, char** arguments) {
    run_reading_program(std::span{arguments, static_cast<std::size_t>(count)}.subspan(1), misbehave);
}
