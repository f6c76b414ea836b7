#include "searchd/api/marked_html.hpp"

namespace schakel {

namespace {

void append_escaped(std::string& html, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': html += "&amp;"; break;
            case '<': html += "&lt;"; break;
            case '>': html += "&gt;"; break;
            case '"': html += "&quot;"; break;
            default: html += c;
        }
    }
}

}  // namespace

std::string marked_html(std::span<const FragmentPiece> pieces) {
    std::string html;
    for (const FragmentPiece& piece : pieces) {
        if (piece.marked) html += "<mark>";
        append_escaped(html, piece.text);
        if (piece.marked) html += "</mark>";
    }
    return html;
}

}  // namespace schakel
