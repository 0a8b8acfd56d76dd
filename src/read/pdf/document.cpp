// SPDX-License-Identifier: Apache-2.0
// The file: qpdf reads its objects, decrypts and unpacks them. The tree of pages is walked here,
// for a hostile one may loop or be a million levels deep.
#include "read/pdf/document.hpp"

#include <algorithm>
#include <exception>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "read/pdf/interpreter.hpp"
#include "read/pdf/object_streams.hpp"
#include "read/pdf/objects.hpp"
#include "read/pdf/qpdf.hpp"
#include "read/pdf/resource_set.hpp"
#include "read/pdf/tag_reader.hpp"
#include "read/pdf/words.hpp"

namespace tidytracker::pdf {
namespace {

constexpr std::size_t k_most_pages = 20'000;
constexpr std::size_t k_deepest_page_tree = 64;
/// Running content costs more than unpacking it, and a form may be shown often, so it has a limit
/// of its own: a share of the bytes that a file may unpack to, 128 MiB of 1 GiB.
constexpr std::uint64_t k_content_share = 8;
constexpr double k_largest_page = 20'000;  // points; the format allows 14,400

}  // namespace

/// A page's dictionary with what it inherits from the nodes above it.
struct PageEntry {
    QPDFObjectHandle dictionary{};
    QPDFObjectHandle resources{};
    Box box{0, 0, 595, 842};
    int turn{};  ///< quarter turns clockwise
};

namespace {

PageEntry inherit(const PageEntry& parent, const QPDFObjectHandle& node) {
    PageEntry made = parent;
    made.dictionary = node;
    if (QPDFObjectHandle own = entry(node, "/Resources"); own.isDictionary()) made.resources = own;
    if (const auto box = box_of(entry(node, "/MediaBox"))) made.box = *box;
    if (const auto crop = box_of(entry(node, "/CropBox"))) {
        const Box both = intersection(made.box, *crop);
        if (both.width() > 1 && both.height() > 1) made.box = both;
    }
    const int degrees = integer_of(entry(node, "/Rotate"), made.turn * 90);
    made.turn = ((degrees / 90) % 4 + 4) % 4;
    return made;
}

/// Takes the page's coordinates, in which y grows upwards, to its frame.
Matrix frame_of(const PageEntry& page) {
    const Box& box = page.box;  // here `bottom` is the upper edge
    switch (page.turn) {
        case 1:
            return {0, 1, 1, 0, -box.top, -box.left};
        case 2:
            return {-1, 0, 0, 1, box.right, -box.top};
        case 3:
            return {0, -1, -1, 0, box.bottom, box.right};
        default:
            return {1, 0, 0, -1, -box.left, box.bottom};
    }
}

tl::unexpected<Error> damaged(std::string_view detail) {
    return fail(ErrorKind::unreadable, fmt::format("the PDF document is damaged: {}", detail),
                "get the file again, or open it in a PDF viewer and save or print it anew");
}

}  // namespace

struct Document::State {
    explicit State(Budget& budget)
        : streams(budget), most_content(budget.share(k_content_share)), effort{most_content} {}
    QPDF file{};
    Streams streams;
    std::unique_ptr<SharedResources> shared{};
    std::vector<PageEntry> pages{};
    std::map<std::uint64_t, std::size_t> page_numbers{};
    std::uint64_t most_content{};
    Effort effort;

    void collect_pages();
    void read_content(const PageEntry& entry, Page& page);
    void read_annotations(const PageEntry& entry, const Matrix& frame, Page& page);
    void read_appearance(const QPDFObjectHandle& annotation, const Box& area, const Matrix& frame,
                         Page& page);
};

/// Depth first, without recursion; a node is visited once, however often it is referred to.
void Document::State::collect_pages() {
    struct Open {
        PageEntry entry{};
        std::size_t depth{};
    };
    std::set<std::uint64_t> seen;
    std::vector<Open> open;
    PageEntry top;
    top.resources = QPDFObjectHandle::newNull();
    open.push_back({inherit(top, entry(file.getRoot(), "/Pages")), 0});
    while (!open.empty() && pages.size() < k_most_pages) {
        const Open node = std::move(open.back());
        open.pop_back();
        QPDFObjectHandle kids = entry(node.entry.dictionary, "/Kids");
        if (!kids.isArray()) {
            if (QPDFObjectHandle page = node.entry.dictionary; !page.isDictionary()) continue;
            page_numbers.emplace(identity_of(node.entry.dictionary), pages.size());
            pages.push_back(node.entry);
            continue;
        }
        if (node.depth >= k_deepest_page_tree) continue;
        for (int i = kids.getArrayNItems(); i-- > 0;) {
            const QPDFObjectHandle kid = kids.getArrayItem(i);
            const std::uint64_t identity = identity_of(kid);
            if (identity != 0 && !seen.insert(identity).second) continue;
            if (open.size() > 2 * k_most_pages) break;
            open.push_back({inherit(node.entry, kid), node.depth + 1});
        }
    }
}

void Document::State::read_content(const PageEntry& entry, Page& page) {
    std::string content;
    QPDFObjectHandle contents = pdf::entry(entry.dictionary, "/Contents");
    if (contents.isArray()) {
        const int count = contents.getArrayNItems();
        for (int i = 0; i < count && content.size() < most_content; ++i) {
            content += streams.read(contents.getArrayItem(i));
            content += '\n';
        }
    } else {
        content = streams.read(contents);
    }
    const Matrix frame = frame_of(entry);
    interpret(content, frame, shared->resources(entry.resources), effort, page);
    read_annotations(entry, frame, page);
}

/// Links, and the text of form fields and of remarks typed onto the page.
void Document::State::read_annotations(const PageEntry& entry, const Matrix& frame, Page& page) {
    constexpr int k_most_annotations = 20'000;
    constexpr int k_hidden = 2;
    QPDFObjectHandle annotations = pdf::entry(entry.dictionary, "/Annots");
    if (!annotations.isArray()) return;
    const int count = std::min(annotations.getArrayNItems(), k_most_annotations);
    for (int i = 0; i < count; ++i) {
        const QPDFObjectHandle annotation = annotations.getArrayItem(i);
        const auto area = box_of(pdf::entry(annotation, "/Rect"));
        if (!area || (integer_of(pdf::entry(annotation, "/F"), 0) & k_hidden) != 0) continue;
        const std::string kind = name_of(pdf::entry(annotation, "/Subtype"));
        if (kind == "Link") {
            QPDFObjectHandle target = pdf::entry(pdf::entry(annotation, "/A"), "/URI");
            if (!target.isString()) continue;
            page.links.push_back({map_box(frame, *area), repair_utf8(target.getStringValue())});
        } else if (kind == "Widget" || kind == "FreeText") {
            read_appearance(annotation, *area, frame, page);
        }
    }
}

/// Shows the appearance stream of an annotation in its area (ISO 32000-1, 12.5.5).
void Document::State::read_appearance(const QPDFObjectHandle& annotation, const Box& area,
                                      const Matrix& frame, Page& page) {
    QPDFObjectHandle normal = entry(entry(annotation, "/AP"), "/N");
    if (!normal.isStream()) {
        const std::string state = "/" + name_of(entry(annotation, "/AS"));
        normal = entry(normal, state.c_str());
    }
    if (!normal.isStream()) return;
    const Form* form = shared->form(normal);
    if (form == nullptr || form->hidden) return;
    const Box shown = map_box(form->matrix, form->box);
    if (shown.width() <= 0 || shown.height() <= 0) return;
    const double x = area.width() / shown.width();
    const double y = area.height() / shown.height();
    const Matrix placed{x, 0, 0, y, area.left - shown.left * x, area.top - shown.top * y};
    Resources& resources = form->resources != nullptr
                               ? *form->resources
                               : shared->resources(QPDFObjectHandle::newNull());
    interpret(form->content, form->matrix * placed * frame, resources, effort, page);
}

Document::Document(std::unique_ptr<State> state) : state_(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Result<Document> Document::open(std::string_view bytes, Budget& budget) {
    if (const Result<void> checked = check_object_streams(bytes); !checked) {
        return tl::unexpected<Error>(checked.error());
    }
    auto state = std::make_unique<State>(budget);
    try {
        state->file.setSuppressWarnings(true);
        state->file.processMemoryFile("document", bytes.data(), bytes.size());
        state->shared = std::make_unique<SharedResources>(state->streams, state->file.getRoot());
        state->collect_pages();
    } catch (const QPDFExc& error) {
        if (error.getErrorCode() == qpdf_e_password) {
            return fail(ErrorKind::encrypted, "the PDF document is protected with a password",
                        "open it in a PDF viewer with its password and print it to a new PDF file, "
                        "or run: qpdf --decrypt --password=... protected.pdf open.pdf");
        }
        return damaged(error.getMessageDetail());
    } catch (const std::exception& error) {
        return damaged(error.what());
    }
    if (state->pages.empty()) return damaged("it has no pages");
    return Document(std::move(state));
}

std::size_t Document::page_count() const {
    return state_->pages.size();
}

Result<Page> Document::read_page(std::size_t index) {
    const PageEntry& entry = state_->pages[index];
    Page page;
    page.width = std::clamp(entry.box.width(), 1.0, k_largest_page);
    page.height = std::clamp(entry.box.height(), 1.0, k_largest_page);
    if (entry.turn % 2 == 1) std::swap(page.width, page.height);
    const std::size_t broken = state_->streams.broken();
    try {
        state_->read_content(entry, page);
        page.damaged = state_->streams.broken() > broken;
    } catch (const std::exception&) {
        // qpdf throws where an object cannot be understood at all; what came before it stays.
        page.damaged = true;
    }
    if (state_->streams.error()) return tl::unexpected<Error>(*state_->streams.error());
    if (state_->effort.left == 0) {
        return tl::unexpected<Error>(
            Budget::over_share("has pages that draw", state_->most_content));
    }
    drop_repeated_words(page.words);
    turn_upright(page);
    mark_struck_words(page);
    std::ranges::sort(page.vertical, {}, &Rule::at);
    return page;
}

std::vector<TaggedTable> Document::read_tagged_tables() {
    try {
        return tagged_tables_of(state_->file.getRoot(), state_->page_numbers);
    } catch (const std::exception&) {
        return {};
    }
}

std::string Document::title() {
    try {
        QPDFObjectHandle title = entry(entry(state_->file.getTrailer(), "/Info"), "/Title");
        return title.isString() ? title.getUTF8Value() : std::string();
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace tidytracker::pdf
