#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace schakel {

/// The identifiers of this repository: `oai:<host>:<id>`, after the OAI guidelines for identifiers, the id percent-encoded where an
/// address may not hold it. A plain value.
class OaiNamespace {
public:
    /// `address`: of this installation, "https://zoek.example.org:8080".
    explicit OaiNamespace(std::string_view address);

    /// "zoek.example.org"
    const std::string& host() const { return host_; }

    std::string identifier_of(std::string_view id) const;

    /// Absent when it is no identifier of this repository.
    std::optional<std::string> id_of(std::string_view identifier) const;

    /// Whether the host can stand in the description oai-identifier: a name in letters with a dot in it.
    bool is_describable() const;

private:
    std::string host_;
    std::string prefix_;
};

/// Whether a product was harvested from another repository, which offers it itself: its id is an identifier of OAI-PMH.
inline bool is_harvested(std::string_view id) { return id.starts_with("oai:"); }

}  // namespace schakel
