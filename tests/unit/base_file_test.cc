#include <doctest/doctest.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>

#include "base/file.h"
#include "support/folder.h"

namespace kdcl {
namespace {

using namespace test;

TEST_CASE("file: read whole up to a limit") {
  const Folder folder;
  const std::string bytes = std::string("a\0b\r\n", 5) + std::string(200000, 'x');
  put(folder / "a", bytes);
  LocalText fault;
  CHECK(read_file(folder / "a", bytes.size(), fault) == bytes);
  CHECK(read_file(folder / "a", bytes.size() + 1, fault) == bytes);
  CHECK_FALSE(read_file(folder / "a", bytes.size() - 1, fault).has_value());
  CHECK(fault == LocalText{});
  put(folder / "empty", "");
  CHECK(read_file(folder / "empty", 0, fault) == "");
  CHECK_FALSE(read_file(folder / "none", 10, fault).has_value());
  CHECK(fault.en == "no such file or folder");
  CHECK_FALSE(read_file("/tmp", 10, fault).has_value());
  CHECK(fault.en == "this is a folder, not a file");
}

TEST_CASE("file: a source knows its size and moves") {
  const Folder folder;
  put(folder / "a", "12345");
  LocalText fault;
  auto first = ByteSource::open(folder / "a", fault);
  REQUIRE(first.has_value());
  CHECK(first->size() == 5);
  ByteSource second(std::move(*first));
  char buffer[3];
  CHECK(second.read(buffer, 3) == 3);
  CHECK(second.read(buffer, 3) == 2);
  CHECK(second.read(buffer, 3) == 0);
}

TEST_CASE("file: everything is written, or a fault is told") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  CHECK(write_fully(ends[1], ""));
  CHECK(write_fully(ends[1], "abc"));
  ::close(ends[0]);
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  CHECK_FALSE(write_fully(ends[1], "abc"));
  CHECK(errno == EPIPE);
  std::signal(SIGPIPE, before);
  ::close(ends[1]);
}

TEST_CASE("file: two names of one file") {
  const Folder folder;
  put(folder / "a", "x");
  put(folder / "b", "x");
  std::filesystem::create_symlink(folder / "a", folder / "link");
  std::filesystem::create_hard_link(folder / "a", folder / "hard");
  CHECK(is_same_file(folder / "a", folder / "a"));
  CHECK(is_same_file(folder / "a", folder / "./a"));
  CHECK(is_same_file(folder / "link", folder / "a"));
  CHECK(is_same_file(folder / "a", folder / "hard"));
  CHECK_FALSE(is_same_file(folder / "a", folder / "b"));
  CHECK_FALSE(is_same_file(folder / "a", folder / "none"));
  CHECK_FALSE(is_same_file(folder / "none", folder / "none"));
  CHECK_FALSE(is_same_file("/dev/null", "/dev/null"));
}

/// FIPS 180-2, appendix B, and the digest of nothing.
TEST_CASE("file: SHA-256 of known texts") {
  const std::pair<std::string, std::string_view> cases[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1000000, 'a'),
       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const auto& [text, digest] : cases) CHECK(sha256_of(text) == digest);
}

TEST_CASE("file: SHA-256 in pieces, then anew") {
  Sha256 hash;
  for (const char c : std::string_view("abc")) hash.add({&c, 1});
  Sha256 moved(std::move(hash));
  CHECK(moved.finish() == sha256_of("abc"));
  CHECK(moved.finish() == sha256_of(""));
}

}  // namespace
}  // namespace kdcl
