// SPDX-License-Identifier: Apache-2.0
// Files as a whole: bytes in, bytes out. The only place below the program that opens files; it
// never interprets what it reads.
#include "base/file.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/large_pages.hpp"
#include "base/text.hpp"

namespace tidytracker {
namespace {

namespace fs = std::filesystem;

std::string reason(int code) {
    return std::generic_category().message(code);
}

/// An open file. The destructor closes it; close() tells whether that worked.
class FileHandle {
  public:
    explicit FileHandle(int descriptor) : descriptor_(descriptor) {}
    ~FileHandle() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    FileHandle(const FileHandle&) = delete;
    FileHandle& operator=(const FileHandle&) = delete;
    FileHandle(FileHandle&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileHandle& operator=(FileHandle&&) = delete;

    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
    [[nodiscard]] int get() const { return descriptor_; }
    [[nodiscard]] bool close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

  private:
    int descriptor_;
};

/// The name in the path's folder that the user may have meant.
std::string name_meant(const fs::path& path) {
    std::error_code error;
    std::vector<std::string> names;
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        names.push_back(it->path().filename().string());
    }
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const std::string name = path.filename().string();
    const std::string_view found = nearest(name, candidates);
    return found.empty() ? std::string() : (path.parent_path() / found).string();
}

tl::unexpected<Error> cannot_open(const std::string& path, int code) {
    if (code == ENOENT || code == ENOTDIR) {
        const std::string meant = name_meant(path);
        return fail(ErrorKind::not_found, fmt::format("no such file: {}", path),
                    meant.empty() ? std::string() : fmt::format("did you mean {}?", meant));
    }
    const bool forbidden = code == EACCES || code == EPERM;
    return fail(ErrorKind::unreadable, fmt::format("cannot read {}: {}", path, reason(code)),
                forbidden ? "ask the owner of the file for permission to read it" : "");
}

tl::unexpected<Error> cannot_write(const std::string& path, int code) {
    return fail(ErrorKind::unwritable, fmt::format("cannot write {}: {}", path, reason(code)),
                "name another output with -o");
}

/// Writes all bytes; returns errno, or 0.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

constexpr const char* k_open_files = "/proc/self/fd";

/// A file beside the target. It has no name until it is whole, so that nothing is left behind if
/// the program is stopped; where the file system knows no such files, it has one of its own and is
/// removed again unless it was renamed.
class TemporaryFile {
  public:
    explicit TemporaryFile(const fs::path& target) : handle_(open_beside(target)) {}
    ~TemporaryFile() {
        if (!path_.empty()) ::unlink(path_.c_str());
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    TemporaryFile(TemporaryFile&&) = delete;
    TemporaryFile& operator=(TemporaryFile&&) = delete;

    [[nodiscard]] bool is_open() const { return handle_.is_open(); }

    /// Writes, and makes sure that the bytes are on the disk before the name changes hands: else
    /// a power cut could leave an empty file under the old name. Returns errno, or 0.
    int fill(std::string_view bytes, const struct stat* replaced) {
        if (const int code = write_all(handle_.get(), bytes)) return code;
        if (replaced != nullptr) (void)::fchmod(handle_.get(), replaced->st_mode & 07777U);
        // Some file systems cannot; the rename is still atomic there.
        if (::fsync(handle_.get()) != 0 && errno != EINVAL && errno != ENOTSUP) return errno;
        if (path_.empty() && !take_name()) return errno;
        return handle_.close() ? 0 : errno;
    }

    /// Returns errno, or 0; EEXIST if the target is there and must not be replaced.
    int rename_to(const fs::path& target, Overwrite overwrite) {
        const unsigned flags = overwrite == Overwrite::no ? RENAME_NOREPLACE : 0;
        int status = ::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target.c_str(), flags);
        // The flag is unknown to some network file systems; existence was looked at before.
        if (status != 0 && errno == EINVAL) status = ::rename(path_.c_str(), target.c_str());
        if (status != 0) return errno;
        path_.clear();
        return 0;
    }

  private:
    /// open() and not mkstemp(), so that the process's umask gives the permissions.
    int open_beside(const fs::path& target) {
        folder_ = target.has_parent_path() ? target.parent_path() : fs::path(".");
        int descriptor = -1;
        // Its name is given through /proc, which is not everywhere.
        if (::access(k_open_files, X_OK) == 0) {
            descriptor = ::open(folder_.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
        }
        if (descriptor >= 0) return descriptor;
        try_names([&descriptor](const std::string& path) {
            descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            return descriptor >= 0;
        });
        return descriptor;
    }

    /// Gives the nameless file a name; false with errno if it cannot have one.
    bool take_name() {
        const std::string self = fmt::format("{}/{}", k_open_files, handle_.get());
        return try_names([&self](const std::string& path) {
            return ::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0;
        });
    }

    /// Tries names that no other program uses until one is free; path_ is empty if none is.
    template <class Try>
    bool try_names(Try attempt) {
        constexpr int k_attempts = 100;
        for (int number = 0; number < k_attempts; ++number) {
            const std::string name = fmt::format(".tidytracker-{}-{}.part", ::getpid(), number);
            path_ = (folder_ / name).string();
            if (attempt(path_)) return true;
            if (errno != EEXIST) break;
        }
        path_.clear();
        return false;
    }

    // Before the handle: opening it sets them.
    fs::path folder_{};
    std::string path_{};
    FileHandle handle_;
};

Result<void> write_in_place(const std::string& path, std::string_view bytes) {
    FileHandle handle(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!handle.is_open()) return cannot_write(path, errno);
    if (const int code = write_all(handle.get(), bytes)) return cannot_write(path, code);
    if (!handle.close()) return cannot_write(path, errno);
    return {};
}

tl::unexpected<Error> exists(const std::string& path) {
    return fail(ErrorKind::exists, fmt::format("{} exists already", path),
                "add --force to replace it");
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
    const FileHandle handle(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!handle.is_open()) return cannot_open(path, errno);
    struct stat status {};
    if (::fstat(handle.get(), &status) == 0 && S_ISDIR(status.st_mode)) {
        return fail(ErrorKind::unreadable, fmt::format("{} is a folder, not a file", path),
                    "name the files in it");
    }
    std::string bytes;
    if (S_ISREG(status.st_mode)) {
        bytes.reserve(static_cast<std::size_t>(status.st_size));
        wish_large_pages(bytes.data(), bytes.capacity());
    }
    std::array<char, 1U << 16U> buffer{};
    // The size is a hint only: pipes have none, and a file can grow while it is read.
    while (true) {
        const ssize_t count = ::read(handle.get(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return cannot_open(path, errno);
        if (count == 0) return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

Result<void> write_file_atomically(const std::string& path, std::string_view bytes,
                                   Overwrite overwrite) {
    struct stat status {};
    const bool there = ::stat(path.c_str(), &status) == 0;
    if (there && S_ISDIR(status.st_mode)) return cannot_write(path, EISDIR);
    if (there && !S_ISREG(status.st_mode)) return write_in_place(path, bytes);
    if (there && overwrite == Overwrite::no) return exists(path);

    std::error_code error;
    fs::path target = there ? fs::canonical(path, error) : fs::path(path);
    if (error) return cannot_write(path, error.value());
    TemporaryFile temporary(target);
    if (!temporary.is_open()) return cannot_write(path, errno);
    int code = temporary.fill(bytes, there ? &status : nullptr);
    if (code == 0) code = temporary.rename_to(target, overwrite);
    if (code == EEXIST && overwrite == Overwrite::no) return exists(path);
    if (code != 0) return cannot_write(path, code);
    return {};
}

}  // namespace tidytracker
