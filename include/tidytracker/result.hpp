// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include <tl/expected.hpp>

namespace tidytracker {

/// Why an operation could not be done at all. Odd data is never an Error but a Finding.
enum class ErrorKind : std::uint8_t {
    usage,        ///< the caller asked for something that makes no sense
    not_found,    ///< no such file
    unreadable,   ///< the file is there but cannot be read as what it claims to be
    unsupported,  ///< a known format that this build does not read
    encrypted,    ///< a password is needed
    too_large,    ///< a budget (bytes, cells, time) was used up
    unwritable,   ///< the output cannot be written
    exists,       ///< the output is there already and was not to be replaced
};

/// An impossible operation: what went wrong and, in `help`, what the user can do about it.
struct Error {
    ErrorKind kind{};
    std::string message{};  ///< one line, lower case, no full stop
    std::string help{};     ///< what to do; may be empty
};

template <class T>
using Result = tl::expected<T, Error>;

/// Short for the failing branch of a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string message,
                                                std::string help = {}) {
    return tl::unexpected<Error>(Error{kind, std::move(message), std::move(help)});
}

}  // namespace tidytracker
