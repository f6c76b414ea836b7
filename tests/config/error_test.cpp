#include "config/error.hpp"

#include <catch2/catch.hpp>

namespace schakel {

TEST_CASE("an error reads as what failed and what to do") {
    const Error error{ErrorCode::io, {"schijf vol", "disk full"}, {"maak ruimte", "make room"}};
    CHECK(to_text(error, Language::dutch) == "schijf vol\n → maak ruimte");
    CHECK(to_text(error, Language::english) == "disk full\n → make room");
    CHECK(to_text(Error{ErrorCode::io, {"schijf vol", "disk full"}, {}}, Language::dutch) == "schijf vol");
}

TEST_CASE("an error reads as sentences on one line") {
    const Error error{
        ErrorCode::unknown_value, {"“x” bestaat niet", "there is no “x”"}, {"bedoelde u “y”?", "did you mean “y”?"}};
    CHECK(to_sentences(error).nl == "“x” bestaat niet. Bedoelde u “y”?");
    CHECK(to_sentences(error).en == "There is no “x”. Did you mean “y”?");
    CHECK(to_sentences({ErrorCode::io, {"index/a.txt ontbreekt.", "index/a.txt is missing"}, {}}).nl ==
          "index/a.txt ontbreekt.");
    CHECK(to_sentences({ErrorCode::bad_parameter, {"jaarVan ligt na jaarTotEnMet", "jaarVan lies after"}, {}}).nl ==
          "jaarVan ligt na jaarTotEnMet.");
}

TEST_CASE("an error code decides exit status and HTTP status") {
    CHECK(row_of(ErrorCode::usage).exit_status == ExitStatus::wrong_use);
    CHECK(row_of(ErrorCode::verification_failed).exit_status == ExitStatus::nothing_published);
    CHECK(row_of(ErrorCode::bad_parameter).http_status == 400);
    CHECK(row_of(ErrorCode::method_not_allowed).http_status == 405);
    CHECK(row_of(ErrorCode::no_such_product).http_status == 404);
    CHECK(row_of(ErrorCode::overloaded).http_status == 503);
    CHECK(row_of(ErrorCode::internal).name == "internal");
}

}  // namespace schakel
