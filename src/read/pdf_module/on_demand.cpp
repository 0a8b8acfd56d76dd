// SPDX-License-Identifier: Apache-2.0
// The PDF reader of the program. In and out: as read_pdf. libqpdf and the libraries that it needs
// in turn take longer to load than all the others together, and most runs see no PDF: the module
// that holds them is loaded when the first one comes. It is looked for beside the program and in
// its folder of libraries (the run path), then where the system keeps its libraries.
#include <dlfcn.h>
#include <fmt/format.h>

#include "read/pdf_module/entry.hpp"

namespace tidytracker {
namespace {

constexpr const char* k_module = TIDYTRACKER_PDF_MODULE;

struct PdfModule {
    decltype(&tidytracker_read_pdf) read{};
    std::string trouble{};  ///< why there is no reader, in the loader's words
};

PdfModule load_module() {
    void* library = dlopen(k_module, RTLD_NOW | RTLD_LOCAL);
    void* entry = library == nullptr ? nullptr : dlsym(library, "tidytracker_read_pdf");
    if (entry == nullptr) {
        const char* trouble = dlerror();
        return {.trouble = trouble != nullptr ? trouble : "it has no reader"};
    }
    return {.read = reinterpret_cast<decltype(&tidytracker_read_pdf)>(entry)};
}

}  // namespace

Result<Workbook> read_pdf(const Input& input, const ReadOptions& options, Findings& findings) {
    static const PdfModule k_loaded = load_module();
    if (k_loaded.read == nullptr) {
        return fail(
            ErrorKind::unreadable,
            fmt::format("the part that reads PDF cannot be loaded: {}", k_loaded.trouble),
            fmt::format("{} belongs beside the program; install tidytracker again", k_module));
    }
    Result<Workbook> workbook;
    k_loaded.read({input, options, findings, workbook});
    return workbook;
}

}  // namespace tidytracker
