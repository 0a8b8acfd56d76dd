// SPDX-License-Identifier: Apache-2.0
// In: the bytes of a Word document. Out: one sheet with its paragraphs and tables in order, as the
// document looks with all tracked changes accepted; behind them its notes, page headers and page
// footers. Comments are notes on their cells. Never lays the text out in pages, never runs a field
// or a macro, never follows a link.
#include "read/docx/docx.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/docx/sheet_writer.hpp"
#include "read/docx/story.hpp"
#include "read/xlsx/package.hpp"

namespace tidytracker {
namespace {

using namespace docx;
using xlsx::Package;
using xlsx::Relationship;
using xlsx::Relationships;

constexpr std::string_view k_usual_document = "word/document.xml";

int docx_confidence(const Input& input) {
    const Archive archive(input.bytes);
    if (archive.find(k_usual_document) != nullptr) return 100;
    const bool other_name = std::ranges::any_of(archive.entries(), [](const ArchiveEntry& entry) {
        return entry.name.starts_with("word/document") && entry.name.ends_with(".xml");
    });
    return other_name ? 90 : 0;
}

/// Keeps a short story, such as a footnote, until its place has come.
class KeptStory final : public BlockSink {
  public:
    void take(Paragraph paragraph) override { blocks_.emplace_back(std::move(paragraph)); }
    void take(TableDraft table) override { blocks_.emplace_back(std::move(table)); }
    void hand_on(BlockSink& sink) {
        for (auto& block : blocks_) {
            std::visit([&sink](auto& kept) { sink.take(std::move(kept)); }, block);
        }
        blocks_.clear();
    }
    /// The paragraphs, line by line.
    [[nodiscard]] std::string text() const {
        Content all;
        for (const auto& block : blocks_) {
            const auto* paragraph = std::get_if<Paragraph>(&block);
            if (paragraph != nullptr) all.append(paragraph->content, "\n");
        }
        return std::string(trim(all.text()));
    }

  private:
    std::vector<std::variant<Paragraph, TableDraft>> blocks_{};
};

struct KeptNote {
    std::string author{};
    KeptStory story{};
};
using KeptNotes = std::map<std::string, KeptNote>;

/// A kind of notes and where its texts are (17.11, 17.13.4).
struct NoteKind {
    NoteMark::Kind kind{};
    std::string_view relationship{};
    std::string_view element{};
};
constexpr NoteKind k_footnotes{NoteMark::Kind::footnote, "footnotes", "footnote"};
constexpr NoteKind k_endnotes{NoteMark::Kind::endnote, "endnotes", "endnote"};
constexpr NoteKind k_comments{NoteMark::Kind::comment, "comments", "comment"};

class DocumentReader {
  public:
    explicit DocumentReader(Package& package)
        : package_(package), writer_(workbook_, package.budget()) {}
    Result<Workbook> read();

  private:
    Result<void> read_properties(const Relationships& root);
    Result<void> read_definitions();
    Result<void> read_body();
    Result<KeptNotes> read_note_texts(const NoteKind& kind);
    Result<void> write_notes(const NoteKind& kind, BlockKind block);
    Result<void> add_comments();
    Result<void> read_margins(std::string_view type, BlockKind block);
    void tell(std::string_view rule, Severity severity, std::string message, std::string note,
              std::string help);
    void tell_encounters();

    Package& package_;
    Workbook workbook_{};
    SheetWriter writer_;
    Styles styles_{};
    Numbering numbering_{};
    Encounters encounters_{};
    Surroundings around_{styles_, numbering_, encounters_};
    std::string main_part_{};
    Relationships links_{};
    bool strict_{};
};

Result<Workbook> DocumentReader::read() {
    const Result<Relationships> root = package_.relationships_of("");
    if (!root) return tl::unexpected(root.error());
    const Relationship* main = find_by_type(*root, "officeDocument");
    const bool there = main != nullptr && package_.archive().find(main->target) != nullptr;
    main_part_ = there ? main->target : std::string(k_usual_document);
    Result<Relationships> links = package_.relationships_of(main_part_);
    if (!links) return tl::unexpected(links.error());
    links_ = *std::move(links);
    workbook_.format = "docx";
    Result<void> done = read_properties(*root);
    if (done) done = read_definitions();
    if (done) done = read_body();
    if (done) done = write_notes(k_footnotes, BlockKind::footnote);
    if (done) done = write_notes(k_endnotes, BlockKind::endnote);
    if (done) done = add_comments();
    if (done) done = read_margins("header", BlockKind::page_header);
    if (done) done = read_margins("footer", BlockKind::page_footer);
    if (done) done = writer_.finish();
    if (!done) return tl::unexpected(done.error());
    tell_encounters();
    workbook_.description = fmt::format("Office Open XML text{}, {}", strict_ ? " (strict)" : "",
                                        count_of(writer_.tables(), "table"));
    return std::move(workbook_);
}

Result<void> DocumentReader::read_properties(const Relationships& root) {
    const Relationship* properties = find_by_type(root, "core-properties");
    if (properties == nullptr) return {};
    const Result<bool> read = package_.scan(properties->target, "", [this](XmlScanner& xml) {
        while (xml.next_element(0)) {
            if (xml.name() == "title") workbook_.title = repair_utf8(xml.element_text());
        }
    });
    if (!read) return tl::unexpected(read.error());
    return {};
}

/// Style sheet and lists; each of them may be missing.
Result<void> DocumentReader::read_definitions() {
    const auto scan = [this](std::string_view type, auto& reader) -> Result<void> {
        const Relationship* part = find_by_type(links_, type);
        if (part == nullptr) return {};
        const Result<bool> read =
            package_.scan(part->target, "", [&reader](XmlScanner& xml) { reader.read(xml); });
        if (!read) return tl::unexpected(read.error());
        return {};
    };
    Result<void> done = scan("styles", styles_);
    if (done) done = scan("numbering", numbering_);
    return done;
}

Result<void> DocumentReader::read_body() {
    const Result<bool> found = package_.scan(main_part_, "", [this](XmlScanner& xml) {
        while (xml.next_element(0)) {
            if (xml.name() == "document") {
                strict_ = xml.raw_attribute("conformance") == "strict";
            } else if (xml.name() == "body") {
                StoryReader(xml, links_, around_).read(writer_);
            }
        }
    });
    if (!found) return tl::unexpected(found.error());
    if (*found) return {};
    return fail(ErrorKind::unreadable, "the file is a Word document without its text",
                "get the file again, or open it in a word processor and save it anew");
}

Result<KeptNotes> DocumentReader::read_note_texts(const NoteKind& kind) {
    KeptNotes notes;
    const Relationship* part = find_by_type(links_, kind.relationship);
    if (part == nullptr) return notes;
    const Result<Relationships> links = package_.relationships_of(part->target);
    if (!links) return tl::unexpected(links.error());
    const Result<bool> read = package_.scan(part->target, "", [&](XmlScanner& xml) {
        while (xml.next_element(0)) {
            if (xml.name() != kind.element) continue;
            KeptNote& note = notes[xml.attribute("id")];
            note.author = repair_utf8(xml.attribute("author"));
            StoryReader(xml, *links, around_).read(note.story);
        }
    });
    if (!read) return tl::unexpected(read.error());
    return notes;
}

/// Writes the notes behind the body, in the order of their marks, and hangs them on the cells of
/// the marks too.
Result<void> DocumentReader::write_notes(const NoteKind& kind, BlockKind block) {
    Result<KeptNotes> notes = read_note_texts(kind);
    if (!notes) return tl::unexpected(notes.error());
    std::uint32_t number = 0;
    const std::vector<PlacedMark> marks = writer_.marks();
    for (const PlacedMark& placed : marks) {
        if (placed.mark.kind != kind.kind) continue;
        const auto note = notes->find(placed.mark.id);
        if (note == notes->end()) continue;
        ++number;
        writer_.add_note(
            {placed.at, fmt::format("{} {}", kind.element, number), note->second.story.text()});
        writer_.begin(block, number);
        note->second.story.hand_on(writer_);
    }
    return {};
}

Result<void> DocumentReader::add_comments() {
    const Result<KeptNotes> notes = read_note_texts(k_comments);
    if (!notes) return tl::unexpected(notes.error());
    for (const PlacedMark& placed : writer_.marks()) {
        if (placed.mark.kind != NoteMark::Kind::comment) continue;
        const auto note = notes->find(placed.mark.id);
        if (note == notes->end()) continue;
        writer_.add_note({placed.at, note->second.author, note->second.story.text()});
    }
    return {};
}

/// Page headers or footers. Those of first, even and other pages often say the same.
Result<void> DocumentReader::read_margins(std::string_view type, BlockKind block) {
    std::set<std::string> seen;
    std::uint32_t number = 0;
    for (const Relationship& link : links_) {
        if (link.type != type) continue;
        const Result<Relationships> links = package_.relationships_of(link.target);
        if (!links) return tl::unexpected(links.error());
        KeptStory story;
        const Result<bool> read = package_.scan(link.target, "", [&](XmlScanner& xml) {
            if (xml.next_element(0)) StoryReader(xml, *links, around_).read(story);
        });
        if (!read) return tl::unexpected(read.error());
        if (!seen.insert(story.text()).second) continue;
        writer_.begin(block, ++number);
        story.hand_on(writer_);
    }
    return {};
}

void DocumentReader::tell(std::string_view rule, Severity severity, std::string message,
                          std::string note, std::string help) {
    package_.findings().push_back({.rule = std::string(rule),
                                   .severity = severity,
                                   .message = std::move(message),
                                   .note = std::move(note),
                                   .help = std::move(help)});
}

void DocumentReader::tell_encounters() {
    const Encounters& met = encounters_;
    if (met.insertions + met.deletions + met.moves > 0) {
        tell("tracked-changes", Severity::info, "the document has changes that nobody has accepted",
             fmt::format("{}, {} and {}, read as if all were accepted",
                         count_of(met.insertions, "insertion"), count_of(met.deletions, "deletion"),
                         count_of(met.moves, "move")),
             "accept or reject them in Word (Review, Changes) if the text is not as meant");
    }
    if (met.hidden_texts > 0) {
        tell("hidden-text", Severity::info,
             fmt::format("{} of the text {} hidden", count_of(met.hidden_texts, "part"),
                         met.hidden_texts == 1 ? "is" : "are"),
             "not read, since Word neither shows nor prints it",
             "make it visible in Word (Home, Font, Hidden) if it belongs to the tracker");
    }
    if (met.embedded > 0) {
        tell("embedded-document", Severity::warning,
             fmt::format("{} within the document {} not read",
                         count_of(met.embedded, "embedded file"), met.embedded == 1 ? "is" : "are"),
             "", "open it in Word by a double click, save it as a file of its own and name that");
    }
}

Result<Workbook> read_docx(const Input& input, const ReadOptions& options, Findings& findings) {
    const Archive archive(input.bytes);
    if (archive.entries().empty()) {
        return fail(ErrorKind::unreadable, "the file is no DOCX document: it is not a ZIP archive",
                    "check that the file is complete and what program wrote it");
    }
    Package package(archive, options.limits, findings);
    return DocumentReader(package).read();
}

}  // namespace

const Reader& docx_reader() {
    static constexpr Reader k_reader{.name = "docx",
                                     .description = "Word document (.docx, .docm, .dotx)",
                                     .confidence = docx_confidence,
                                     .read = read_docx};
    return k_reader;
}

}  // namespace tidytracker
