// SPDX-License-Identifier: Apache-2.0
#include "read/excel/encryption.hpp"

#include "base/compound_file.hpp"

namespace tidytracker::excel {

std::string default_password_bytes() {
    std::string out;
    for (const char c : k_default_password) out.append({c, '\0'});
    return out;
}

std::string key_bytes(std::uint32_t number) {
    std::string out;
    for (int i = 0; i < 4; ++i, number >>= 8U) out += static_cast<char>(number & 0xFFU);
    return out;
}

bool is_encrypted_package(std::string_view bytes) {
    return holds_stream(bytes, "EncryptedPackage");
}

tl::unexpected<Error> refuse_encrypted() {
    return fail(ErrorKind::encrypted, "the workbook is encrypted",
                "remove the password in Excel (File, Info, Protect Workbook, Encrypt with "
                "Password: clear it, save) and try again");
}

}  // namespace tidytracker::excel
