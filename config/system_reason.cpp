#include "config/system_reason.hpp"

#include <array>
#include <cerrno>
#include <system_error>

namespace schakel {
namespace {

struct Reason {
    int number;
    const char* nl;
};

constexpr std::array reasons{
    Reason{EACCES, "geen toestemming"},
    Reason{EPERM, "niet toegestaan"},
    Reason{ENOENT, "dit bestand of deze map bestaat niet"},
    Reason{ENOTDIR, "een deel van het pad is geen map"},
    Reason{EISDIR, "dit is een map"},
    Reason{EEXIST, "dit bestaat al"},
    Reason{ENOSPC, "de schijf is vol"},
    Reason{EDQUOT, "de ruimte van deze gebruiker is op"},
    Reason{EFBIG, "het bestand wordt te groot"},
    Reason{EROFS, "hier kan alleen worden gelezen"},
    Reason{EIO, "de schijf meldt een fout"},
    Reason{EMFILE, "er zijn te veel bestanden tegelijk open"},
    Reason{ENFILE, "er zijn te veel bestanden tegelijk open"},
    Reason{ENOMEM, "het geheugen is vol"},
    Reason{ENAMETOOLONG, "de naam is te lang"},
    Reason{ELOOP, "een koppeling verwijst naar zichzelf"},
};

}  // namespace

Text system_reason(int number) {
    const std::string own = std::error_code(number, std::generic_category()).message();
    for (const Reason& reason : reasons)
        if (reason.number == number) return {reason.nl, own};
    return {own, own};
}

}  // namespace schakel
