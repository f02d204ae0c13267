#include <doctest/doctest.h>
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <new>
#include <numeric>

#include "base/parallel.h"

namespace kdcl {
namespace {

/// What the workers of one run share.
struct Run {
  size_t blocks = 0;             ///< there are to take
  size_t stop_after = SIZE_MAX;  ///< handed on
  size_t taken = 0;              ///< take() is called under a lock
  std::vector<size_t> handed_on;
  std::atomic<int> taking{0}, handing{0};
  std::atomic<size_t> held{0}, most_held{0}, workers{0}, worked{0};
};

class Worker {
 public:
  explicit Worker(Run& run) : run_(run) { ++run.workers; }

  bool take() {
    CHECK(++run_.taking == 1);
    const bool is_there = run_.taken < run_.blocks;
    if (is_there) {
      block_ = run_.taken++;
      note_held(++run_.held);
    }
    --run_.taking;
    return is_there;
  }

  void work() {
    // Later blocks are often done first.
    std::this_thread::sleep_for(std::chrono::microseconds(block_ * 7919 % 5 * 100));
    ++run_.worked;
  }

  bool hand_on() {
    CHECK(++run_.handing == 1);
    run_.handed_on.push_back(block_);
    --run_.held;
    --run_.handing;
    return run_.handed_on.size() < run_.stop_after;
  }

 private:
  void note_held(size_t held) {
    size_t most = run_.most_held;
    while (held > most && !run_.most_held.compare_exchange_weak(most, held)) {
    }
  }

  Run& run_;
  size_t block_ = 0;
};

void run_with(Run& run, unsigned threads) {
  run_ordered(threads, [&run] { return Worker(run); });
}

TEST_CASE("parallel: blocks are handed on in the order they were taken, each once") {
  for (const unsigned threads : {1u, 2u, 3u, 8u}) {
    for (const size_t blocks : {size_t{0}, size_t{1}, size_t{2}, size_t{200}}) {
      CAPTURE(threads);
      CAPTURE(blocks);
      Run run;
      run.blocks = blocks;
      run_with(run, threads);
      std::vector<size_t> expected(blocks);
      std::iota(expected.begin(), expected.end(), size_t{0});
      CHECK(run.handed_on == expected);
      CHECK(run.worked == blocks);
      CHECK(run.workers == threads);
    }
  }
}

TEST_CASE("parallel: a worker holds one block at a time") {
  for (const unsigned threads : {1u, 2u, 4u}) {
    CAPTURE(threads);
    Run run;
    run.blocks = 300;
    run_with(run, threads);
    CHECK(run.most_held <= threads);
  }
}

TEST_CASE("parallel: stops when handing on says so") {
  for (const unsigned threads : {1u, 2u, 4u}) {
    for (const size_t stop_after : {size_t{1}, size_t{5}, size_t{50}}) {
      CAPTURE(threads);
      CAPTURE(stop_after);
      Run run;
      run.blocks = 1000;
      run.stop_after = stop_after;
      run_with(run, threads);
      CHECK(run.handed_on.size() == stop_after);
      CHECK(run.taken <= stop_after + threads);
    }
  }
}

/// Fails in one of its steps, at one block.
struct Failing {
  enum class Step { making, taking, working, handing_on };
  Step step;
  size_t block;
  size_t& next;
  std::atomic<size_t>& worked;
  size_t taken = 0;

  void fail_in(Step here) const {
    if (here == step && taken == block) throw std::bad_alloc();
  }
  bool take() {
    taken = next++;
    fail_in(Step::taking);
    return taken < 10000;
  }
  void work() {
    ++worked;
    fail_in(Step::working);
  }
  bool hand_on() {
    fail_in(Step::handing_on);
    return true;
  }
};

TEST_CASE("parallel: what a worker throws ends the run and comes out of it") {
  using Step = Failing::Step;
  for (const unsigned threads : {1u, 2u, 4u}) {
    for (const Step step : {Step::making, Step::taking, Step::working, Step::handing_on}) {
      CAPTURE(threads);
      CAPTURE(static_cast<int>(step));
      size_t next = 0;
      std::atomic<size_t> worked = 0;
      CHECK_THROWS_AS(run_ordered(threads,
                                  [&] {
                                    Failing worker{step, 20, next, worked};
                                    if (step == Step::making) throw std::bad_alloc();
                                    return worker;
                                  }),
                      std::bad_alloc);
    }
  }
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kCanBeTight = false;  // sanitizers map more than any limit
#else
constexpr bool kCanBeTight = true;
#endif

/// More than there can be: those that there are do the work.
TEST_CASE("parallel: fewer threads than wanted" * doctest::skip(!kCanBeTight)) {
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_AS, &before) == 0);
  const rlimit tight{size_t{1} << 30, before.rlim_max};  // for stacks of some threads
  REQUIRE(::setrlimit(RLIMIT_AS, &tight) == 0);
  Run run;
  run.blocks = 50;
  run_with(run, 10000);
  REQUIRE(::setrlimit(RLIMIT_AS, &before) == 0);
  CHECK(run.worked == 50);
  CHECK(run.handed_on.size() == 50);
}

TEST_CASE("parallel: at least one thread") {
  CHECK(default_threads() >= 1);
  Run run;
  run.blocks = 3;
  run_with(run, 0);
  CHECK(run.handed_on.size() == 3);
}

TEST_CASE("parallel: each is worked on once") {
  for (const unsigned threads : {0u, 1u, 2u, 8u}) {
    for (const size_t count : {size_t{0}, size_t{1}, size_t{300}}) {
      CAPTURE(threads);
      CAPTURE(count);
      std::vector<int> times(count);
      run_each(threads, count, [&times](size_t i) { ++times[i]; });
      CHECK(times == std::vector<int>(count, 1));
    }
  }
}

}  // namespace
}  // namespace kdcl
