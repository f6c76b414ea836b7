#include "tests/end_to_end/raw_connection.hpp"

#include <array>

#include <Poco/Net/NetException.h>

namespace schakel {

RawConnection::RawConnection(int port)
    : socket_(Poco::Net::SocketAddress("127.0.0.1", static_cast<Poco::UInt16>(port))) {
    socket_.setReceiveTimeout(Poco::Timespan(20, 0));
}

void RawConnection::send(const std::string& bytes) { socket_.sendBytes(bytes.data(), static_cast<int>(bytes.size())); }

bool RawConnection::try_to_send(const std::string& bytes) {
    try {
        send(bytes);
        return true;
    } catch (const Poco::Exception&) {
        return false;
    }
}

void RawConnection::end() {
    try {
        socket_.shutdownSend();
    } catch (const Poco::Net::NetException&) {
        return;  // closed by the daemon already, which is the same
    }
}

std::string RawConnection::answer() {
    std::string text;
    std::array<char, 4096> part{};
    try {
        for (int size = socket_.receiveBytes(part.data(), part.size()); size > 0;
             size = socket_.receiveBytes(part.data(), part.size()))
            text.append(part.data(), static_cast<std::size_t>(size));
    } catch (const Poco::Net::ConnectionResetException&) {
        return text;
    }
    return text;
}

}  // namespace schakel
