// SPDX-License-Identifier: Apache-2.0
#include "read/pdf.hpp"

namespace tidytracker {
namespace {

/// Some programs put bytes before the header; readers accept it within the first kilobyte.
constexpr std::size_t k_header_window = 1024;

int pdf_confidence(const Input& input) {
    const std::size_t header = input.bytes.substr(0, k_header_window).find("%PDF-");
    if (header == std::string_view::npos) return 0;
    return header == 0 ? 100 : 80;
}

}  // namespace

const Reader& pdf_reader() {
    static constexpr Reader k_reader{.name = "pdf",
                                     .description = "PDF document: tables and text of its pages",
                                     .confidence = pdf_confidence,
                                     .read = read_pdf};
    return k_reader;
}

}  // namespace tidytracker
