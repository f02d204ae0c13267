#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>

#include "base/file.h"
#include "base/temporary_file.h"
#include "support/folder.h"

namespace kdcl {
namespace {

using namespace test;

/// Writes a file as the commands do. The fault; empty if all went well.
std::string write_whole(const std::string& path, std::string_view bytes, bool commits = true) {
  LocalText fault;
  WholeFile file(path);
  if (!file.create(fault)) return fault.en;
  CHECK(write_fully(file.descriptor(), bytes));
  if (commits && !file.commit(fault)) return fault.en;
  return {};
}

mode_t rights_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

TEST_CASE("whole file: appears when it is whole") {
  const Folder folder;
  const std::string path = folder / "out.csv";
  LocalText fault;
  {
    WholeFile file(path);
    REQUIRE(file.create(fault));
    CHECK(write_fully(file.descriptor(), "first"));
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK(get(file.temporary_path()) == "first");
    CHECK(file.commit(fault));
  }
  CHECK(get(path) == "first");
  CHECK(folder.files() == 1);
}

TEST_CASE("whole file: replaces, or leaves what was there") {
  const Folder folder;
  const std::string path = folder / "out.csv";
  put(path, "before");
  CHECK(write_whole(path, "half", false).empty());
  CHECK(get(path) == "before");
  CHECK(folder.files() == 1);
  CHECK(write_whole(path, "after").empty());
  CHECK(get(path) == "after");
  CHECK(folder.files() == 1);
}

TEST_CASE("whole file: a name as long as names can be, and one without a folder") {
  const Folder folder;
  CHECK(write_whole(folder / std::string(255, 'x'), "x").empty());
  CHECK(folder.files() == 1);
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder / "");
  CHECK(write_whole("here", "x").empty());
  std::filesystem::current_path(before);
  CHECK(get(folder / "here") == "x");
}

TEST_CASE("whole file: a new file has the rights of a new file, an old one keeps its own") {
  const Folder folder;
  const mode_t before = ::umask(027);
  CHECK(write_whole(folder / "new", "x").empty());
  ::umask(before);
  CHECK(rights_of(folder / "new") == 0640);
  for (const mode_t rights : {0600u, 0666u, 0444u, 0751u}) {
    CAPTURE(rights);
    put(folder / "old", "before");
    REQUIRE(::chmod((folder / "old").c_str(), rights) == 0);
    CHECK(write_whole(folder / "old", "after").empty());
    CHECK(get(folder / "old") == "after");
    CHECK(rights_of(folder / "old") == rights);
    std::filesystem::remove(folder / "old");
  }
}

TEST_CASE("whole file: an old file keeps its owner where that may be") {
  if (::geteuid() != 0) return;  // nobody else may give files away
  const Folder folder;
  put(folder / "old", "before");
  REQUIRE(::chown((folder / "old").c_str(), 65534, 65533) == 0);
  CHECK(write_whole(folder / "old", "after").empty());
  struct stat status {};
  REQUIRE(::stat((folder / "old").c_str(), &status) == 0);
  CHECK(status.st_uid == 65534);
  CHECK(status.st_gid == 65533);
}

TEST_CASE("whole file: links are followed, whether there is a file at their end or not") {
  const Folder folder;
  std::filesystem::create_directory(folder / "far");
  put(folder / "far/old", "before");
  std::filesystem::create_symlink("far/old", folder / "link");
  std::filesystem::create_symlink("link", folder / "link of link");
  CHECK(write_whole(folder / "link of link", "after").empty());
  CHECK(get(folder / "far/old") == "after");
  std::filesystem::create_symlink("far/new", folder / "to nothing");
  CHECK(write_whole(folder / "to nothing", "new").empty());
  CHECK(get(folder / "far/new") == "new");
  for (const char* name : {"link", "link of link", "to nothing"})
    CHECK(std::filesystem::is_symlink(folder / name));
  std::filesystem::create_symlink("round", folder / "round");
  CHECK(write_whole(folder / "round", "x") == "too many links lead to each other");
  CHECK(folder.files() == 5);
}

TEST_CASE("whole file: places where nothing can be written") {
  const Folder folder;
  CHECK(write_whole(folder / "no/such/out", "x") == "no such file or folder");
  std::filesystem::create_directory(folder / "out");
  CHECK(write_whole(folder / "out", "x") == "this is a folder, not a file");
  put(folder / "file", "x");
  CHECK(write_whole(folder / "file/out", "x") == "a part of the path is not a folder");
  CHECK(folder.files() == 2);
}

TEST_CASE("whole file: a pipe gets everything or nothing") {
  const Folder folder;
  const std::string path = folder / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  CHECK(is_special_file(path));
  const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
  REQUIRE(reader >= 0);
  std::array<char, 16> got{};
  CHECK(write_whole(path, "half", false).empty());
  CHECK(::read(reader, got.data(), got.size()) == 0);
  CHECK(write_whole(path, "whole").empty());
  CHECK(::read(reader, got.data(), got.size()) == 5);
  ::close(reader);
  CHECK(std::filesystem::is_fifo(path));
  CHECK(folder.files() == 1);
}

TEST_CASE("whole file: a device stays a device") {
  const Folder folder;
  const std::string path = folder / "null";
  if (::mknod(path.c_str(), S_IFCHR | 0600, makedev(1, 3)) != 0) return;  // only root may
  std::filesystem::create_symlink("null", folder / "link");
  CHECK(is_special_file(path));
  CHECK(is_special_file(folder / "link"));
  // Some systems mount their folders so that devices in them can't be opened.
  const std::string fault = write_whole(path, "x");
  CHECK((fault.empty() || fault == "permission denied"));
  CHECK(write_whole(folder / "link", "x") == fault);
  CHECK(std::filesystem::is_character_file(path));
  CHECK(folder.files() == 2);
}

TEST_CASE("whole file: an open file goes on where it is") {
  const Folder folder;
  const int descriptor = ::open((folder / "log").c_str(), O_WRONLY | O_CREAT, 0600);
  REQUIRE(descriptor >= 0);
  CHECK(write_fully(descriptor, "one "));
  for (const char* place : {"/dev/fd/", "/proc/self/fd/"}) {
    const std::string name = place + std::to_string(descriptor);
    CHECK(is_special_file(name));
    CHECK(write_whole(name, "two ").empty());
  }
  CHECK(write_fully(descriptor, "three"));
  ::close(descriptor);
  CHECK(get(folder / "log") == "one two two three");
  CHECK(write_whole("/dev/fd/" + std::to_string(descriptor), "x") ==
        "the output or input is closed");
  CHECK_FALSE(is_special_file(folder / "log"));
  CHECK_FALSE(is_special_file(folder / "none"));
  CHECK_FALSE(is_special_file(folder / ""));
}

TEST_CASE("temporary file: without a name, for the C library") {
  const Folder folder;
  FILE* file = open_unnamed_file((folder / "").c_str());
  REQUIRE(file != nullptr);
  CHECK(folder.files() == 0);
  CHECK(std::fputs("abc", file) >= 0);
  std::rewind(file);
  std::array<char, 8> got{};
  CHECK(std::fread(got.data(), 1, got.size(), file) == 3);
  CHECK(std::fclose(file) == 0);
  CHECK(open_unnamed_file((folder / "none").c_str()) == nullptr);
  file = open_unnamed_file(nullptr);
  REQUIRE(file != nullptr);
  std::fclose(file);
}

/// What a child process that is to be ended by the signal leaves in `said`.
std::string end_child(int signal, const std::string& said, void (*run)(const std::string&)) {
  const pid_t child = ::fork();
  if (child == 0) {
    const int out = ::open((said + ".said").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(out, STDERR_FILENO);
    for (const int caught : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) ::signal(caught, SIG_DFL);
    watch_endings("no memory\n");
    run(said);
    ::raise(signal);
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == signal);
  const std::string words = get(said + ".said");
  std::filesystem::remove(said + ".said");
  return words;
}

TEST_CASE("ending: a signal leaves no name, ends as it always does, and says how far it came") {
  const Folder folder;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) {
    CAPTURE(signal);
    const std::string words = end_child(signal, folder / "x", [](const std::string& path) {
      static DoomedName name;
      static std::string other;
      other = path + ".half";
      put(other, "half");
      set_last_words("", " of 5 reports\n");
      note_drawn_line(true);
      LocalText fault;
      for (const char* ending : {".1", ".2"}) {
        WholeFile file(path + ending);
        if (file.create(fault) && file.commit(fault)) continue;
        ::_exit(1);
      }
      const Undisturbed undisturbed;
      name.doom(other);
    });
    CHECK(words == "\r\033[K2 of 5 reports\n");
    CHECK(folder.files() == 2);
    CHECK_FALSE(std::filesystem::exists(folder / "x.half"));
  }
}

TEST_CASE("ending: names that are taken back stay, whatever their order") {
  const Folder folder;
  const std::string words = end_child(SIGTERM, folder / "x", [](const std::string& path) {
    static std::array<DoomedName, 4> names;
    static std::array<std::string, 4> paths;
    for (size_t i = 0; i < names.size(); ++i) put(paths[i] = path + std::to_string(i), "x");
    const Undisturbed undisturbed;
    for (size_t i = 0; i < names.size(); ++i) names[i].doom(paths[i]);
    names[1].pardon();
    names[3].pardon();
    names[1].pardon();
  });
  CHECK(words.empty());
  CHECK(folder.files() == 2);
  CHECK(std::filesystem::exists(folder / "x1"));
  CHECK(std::filesystem::exists(folder / "x3"));
}

}  // namespace
}  // namespace kdcl
