#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "base/file.h"

namespace kdcl {
namespace {

/// A folder of its own, gone at the end.
class Folder {
 public:
  Folder() {
    std::string name = "/tmp/kdcl_test.XXXXXX";
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string operator/(const std::string& name) const {
    return (path_ / name).string();
  }
  [[nodiscard]] size_t files() const {
    return static_cast<size_t>(std::distance(std::filesystem::directory_iterator(path_),
                                             std::filesystem::directory_iterator()));
  }

 private:
  std::filesystem::path path_;
};

void put(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string get(const std::string& path) {
  LocalText fault;
  return read_file(path, 1u << 30, fault).value_or("<" + fault.en + ">");
}

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

TEST_CASE("file: written whole") {
  const Folder folder;
  const std::string path = folder / "out.csv";
  LocalText fault;
  {
    WholeFile file(path);
    REQUIRE(file.create(fault));
    CHECK(write_fully(file.descriptor(), "first"));
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK(file.temporary_path().starts_with(path));
    CHECK(file.commit(fault));
  }
  CHECK(get(path) == "first");
  CHECK(folder.files() == 1);
}

TEST_CASE("file: replaced whole, or left as it was") {
  const Folder folder;
  const std::string path = folder / "out.csv";
  put(path, "before");
  LocalText fault;
  {
    WholeFile file(path);
    REQUIRE(file.create(fault));
    CHECK(write_fully(file.descriptor(), "half"));
    CHECK(get(path) == "before");
  }  // not committed
  CHECK(get(path) == "before");
  CHECK(folder.files() == 1);
  WholeFile file(path);
  REQUIRE(file.create(fault));
  CHECK(write_fully(file.descriptor(), "after"));
  CHECK(file.commit(fault));
  CHECK(get(path) == "after");
  CHECK(folder.files() == 1);
}

TEST_CASE("file: a new file has the rights of a new file") {
  const Folder folder;
  const mode_t before = ::umask(027);
  LocalText fault;
  WholeFile file(folder / "out");
  REQUIRE(file.create(fault));
  CHECK(file.commit(fault));
  ::umask(before);
  struct stat status {};
  REQUIRE(::stat((folder / "out").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
}

TEST_CASE("file: places where nothing can be written") {
  const Folder folder;
  LocalText fault;
  WholeFile nowhere(folder / "no/such/out");
  CHECK_FALSE(nowhere.create(fault));
  CHECK(fault.en == "no such file or folder");
  std::filesystem::create_directory(folder / "out");
  put(folder / "out/in", "x");
  {
    WholeFile onto_folder(folder / "out");
    REQUIRE(onto_folder.create(fault));
    CHECK_FALSE(onto_folder.commit(fault));
    CHECK(fault.en == "this is a folder, not a file");
  }
  CHECK(folder.files() == 1);
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
