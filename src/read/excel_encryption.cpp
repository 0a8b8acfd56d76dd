// SPDX-License-Identifier: Apache-2.0
#include "read/excel_encryption.hpp"

#include "base/compound_file.hpp"

namespace tidytracker::excel {

bool is_encrypted_package(std::string_view bytes) {
    return holds_stream(bytes, "EncryptedPackage");
}

tl::unexpected<Error> refuse_encrypted() {
    return fail(ErrorKind::encrypted, "the workbook is encrypted",
                "remove the password in Excel (File, Info, Protect Workbook, Encrypt with "
                "Password: clear it, save) and try again");
}

}  // namespace tidytracker::excel
