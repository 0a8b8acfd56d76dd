// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include <sched.h>

namespace tidytracker {
namespace {

/// Threads that are joined, whatever happens, and the first exception of any of them.
class Crew {
  public:
    Crew() = default;
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;
    Crew(Crew&&) = delete;
    Crew& operator=(Crew&&) = delete;
    ~Crew() { join(); }

    /// Starts as many threads as the system lets it, which may be none where processes or memory
    /// are limited; returns whether there is one.
    template <class Work>
    bool start(std::size_t threads, Work work) {
        threads_.reserve(threads);
        const auto guarded = [this, work] {
            try {
                work();
            } catch (...) {
                const std::lock_guard lock(mutex_);
                if (!problem_) problem_ = std::current_exception();
            }
        };
        try {
            while (threads_.size() < threads) threads_.emplace_back(guarded);
        } catch (const std::system_error&) {
            return !threads_.empty();
        }
        return true;
    }
    void join() {
        for (std::thread& thread : threads_) thread.join();
        threads_.clear();
    }
    void join_and_throw() {
        join();
        if (problem_) std::rethrow_exception(problem_);
    }

  private:
    std::vector<std::thread> threads_{};
    std::mutex mutex_{};
    std::exception_ptr problem_{};
};

/// What makers and the taker tell one another.
struct Line {
    std::mutex mutex{};
    std::condition_variable changed{};
    std::vector<char> made{};  ///< not bool: neighbours are written by different threads
    std::size_t next{};        ///< to be made
    std::size_t taken{};
    bool stopped{};

    void stop() {
        const std::lock_guard lock(mutex);
        stopped = true;
        changed.notify_all();
    }
};

/// Makes things until none is left. Stops the line if one cannot be made.
void make_all(Line& line, std::size_t ahead, const std::function<void(std::size_t)>& make) {
    for (;;) {
        std::unique_lock lock(line.mutex);
        line.changed.wait(lock, [&] { return line.stopped || line.next < line.taken + ahead; });
        if (line.stopped || line.next == line.made.size()) return;
        const std::size_t mine = line.next++;
        lock.unlock();
        try {
            make(mine);
        } catch (...) {
            line.stop();
            throw;
        }
        lock.lock();
        line.made[mine] = 1;
        line.changed.notify_all();
    }
}

}  // namespace

std::size_t worker_count() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) == 0) {
        return std::max<std::size_t>(1, static_cast<std::size_t>(CPU_COUNT(&set)));
    }
    return std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

void for_each_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
    const std::size_t threads = std::min(count, worker_count());
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    if (threads < 2) {
        run();
        return;
    }
    Crew crew;
    if (!crew.start(threads, run)) run();
    crew.join_and_throw();
}

void make_in_order(std::size_t count, std::size_t ahead,
                   const std::function<void(std::size_t)>& make,
                   const std::function<void(std::size_t)>& take) {
    const auto alone = [&] {
        for (std::size_t i = 0; i < count; ++i) {
            make(i);
            take(i);
        }
    };
    const std::size_t threads = std::min(count, worker_count());
    if (threads < 2) return alone();
    Line line{.made = std::vector<char>(count)};
    Crew crew;
    if (!crew.start(threads, [&] { make_all(line, std::max(ahead, threads), make); })) {
        return alone();
    }
    try {
        for (std::size_t i = 0; i < count; ++i) {
            std::unique_lock lock(line.mutex);
            line.changed.wait(lock, [&] { return line.stopped || line.made[i] != 0; });
            if (line.made[i] == 0) break;
            lock.unlock();
            take(i);
            lock.lock();
            ++line.taken;
            line.changed.notify_all();
        }
    } catch (...) {
        line.stop();
        throw;
    }
    crew.join_and_throw();
}

}  // namespace tidytracker
