#pragma once

#include <string>
#include <vector>

#include "config/index/stored_record.hpp"

namespace schakel {

/// A record from lines such as `titel: Samen leren`, as golden cases write it. The names are those of the API in the singular:
/// id, titel, soort, type, samenvatting, taalSamenvatting, auteur, trefwoord, thema, regio, taal, jaar, datum, startjaar, url,
/// geraadpleegd, licentie, status, bestand (address and media type) and gewijzigd; an organisation by its role: maker, uitgever,
/// opdrachtgever, deelnemer, zelf, with a code or a code and a name: `maker: club De club`. Throws std::runtime_error on another line.
StoredRecord written_record(const std::string& text);

/// The same for several records, divided by lines of `---`.
std::vector<StoredRecord> written_records(const std::string& text);

}  // namespace schakel
