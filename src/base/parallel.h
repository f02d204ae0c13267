// An ordered pipeline over all cores: blocks are taken one after another, worked on side by side,
// and handed on in the order in which they were taken. Nothing else in the program knows about
// threads.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace kdcl {

/// Threads to use when the user gives no number: those the machine has.
[[nodiscard]] inline unsigned default_threads() {
  const unsigned found = std::thread::hardware_concurrency();
  return found > 0 ? found : 1;
}

/// Every thread gets a `Worker` of its own, made by `make_worker`, with
///   bool take();   next block; false if there is none. Called under a lock, in order.
///   void work();   the heavy part, side by side with other workers.
///   bool hand_on(); in the order of take(), one at a time; false stops everything.
/// A worker holds one block at a time, so memory is bounded by the number of threads. Where the
/// system gives fewer threads, those do all. What a worker throws (memory may be lacking) stops the
/// others and is thrown here.
template <typename MakeWorker>
void run_ordered(unsigned threads, MakeWorker make_worker) {
  std::mutex mutex;
  std::condition_variable turn_came;
  size_t taken = 0;
  size_t handed_on = 0;
  bool stopped = false;
  std::exception_ptr fault;
  std::mutex taking;
  const auto work_on = [&] {
    auto worker = make_worker();
    for (;;) {
      size_t ticket = 0;
      {
        const std::lock_guard lock(taking);
        {
          const std::lock_guard state(mutex);
          if (stopped) return;
        }
        if (!worker.take()) return;
        ticket = taken++;
      }
      worker.work();
      {
        std::unique_lock lock(mutex);
        turn_came.wait(lock, [&] { return stopped || handed_on == ticket; });
        if (stopped) return;
      }
      const bool go_on = worker.hand_on();
      {
        const std::lock_guard lock(mutex);
        ++handed_on;
        if (!go_on) stopped = true;
      }
      turn_came.notify_all();
    }
  };
  const auto loop = [&] {
    try {
      work_on();
    } catch (...) {
      {
        const std::lock_guard lock(mutex);
        if (!fault) fault = std::current_exception();
        stopped = true;
      }
      turn_came.notify_all();
    }
  };
  {
    std::vector<std::jthread> others;
    try {
      others.reserve(threads);
      for (unsigned i = 1; i < threads; ++i) others.emplace_back(loop);
    } catch (const std::system_error&) {  // no more threads
    } catch (const std::bad_alloc&) {
    }
    loop();
  }
  if (fault) std::rethrow_exception(fault);
}

/// Calls `work(i)` for every `i` below `count`, side by side on that many threads at most.
template <typename Work>
void run_each(unsigned threads, size_t count, Work work) {
  size_t next = 0;
  struct Worker {
    Work& work_on;
    size_t& next;
    size_t count;
    size_t index = 0;

    bool take() { return (index = next++) < count; }
    void work() { work_on(index); }
    static bool hand_on() { return true; }
  };
  run_ordered(static_cast<unsigned>(std::min<size_t>(threads, count)), [&] {
    return Worker{work, next, count};
  });
}

}  // namespace kdcl
