// Any bytes as the query part of a request for an export: a request within its limits, or problems with words.
#include "searchd/exports/export_request.hpp"

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/installation.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::installation;
using schakel::promise;

void check(const schakel::Checked<schakel::ExportRequest>& asked) {
    if (asked) {
        promise(asked->ids.size() <= schakel::most_selected, "a selection has its limit");
        promise(asked->separator == ';' || asked->separator == ',', "cells are divided by one of two signs");
        promise(!asked->ids.empty() || (asked->search.page == 1 && asked->search.per_page == schakel::most_exported),
                "an export has all pages");
        return;
    }
    promise(!asked.error().empty(), "a refusal has a reason");
    for (const schakel::ParameterProblem& problem : asked.error())
        promise(!problem.message.nl.empty() && !problem.message.en.empty(), "a problem has words in both languages");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const schakel::IndexSnapshot empty;
    const auto parameters = schakel::parse_parameters({reinterpret_cast<const char*>(bytes), size});
    for (const schakel::ExportForm form : {schakel::ExportForm::table, schakel::ExportForm::references})
        check(schakel::parse_export_request(parameters, form, installation(), empty));
    return 0;
}
