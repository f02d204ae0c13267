#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <nettle/sha2.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace kdcl {
namespace {

constexpr std::array<std::pair<int, Message>, 23> kReasons = {{
    {ENOENT, {"không có tệp hay thư mục này", "no such file or folder"}},
    {EACCES, {"không có quyền", "permission denied"}},
    {EPERM, {"hệ thống không cho phép", "the system does not allow it"}},
    {EISDIR, {"đây là thư mục, không phải tệp", "this is a folder, not a file"}},
    {ENOTDIR,
     {"một phần của đường dẫn không phải là thư mục", "a part of the path is not a folder"}},
    {EEXIST,
     {"đã có tệp hay thư mục mang tên này", "a file or folder of this name is there already"}},
    {ENOTEMPTY, {"thư mục không trống", "the folder is not empty"}},
    {ENAMETOOLONG, {"tên tệp quá dài", "the file name is too long"}},
    {ELOOP, {"liên kết nối tiếp nhau quá nhiều", "too many links lead to each other"}},
    {ENOSPC, {"hết chỗ trên đĩa", "no space left on the disk"}},
    {EDQUOT, {"đã hết hạn mức đĩa", "the disk quota is used up"}},
    {EROFS, {"ổ đĩa chỉ cho đọc", "the disk is read-only"}},
    {EFBIG, {"tệp lớn quá mức cho phép", "the file is larger than allowed"}},
    {EIO, {"lỗi đọc hoặc ghi của thiết bị", "the device failed to read or write"}},
    {ENXIO, {"không có thiết bị này", "there is no such device"}},
    {ENODEV, {"thiết bị không làm được việc này", "the device can't do this"}},
    {EBUSY, {"tệp đang được dùng", "the file is in use"}},
    {ETXTBSY, {"chương trình này đang chạy", "this program is running"}},
    {EMFILE, {"chương trình mở quá nhiều tệp", "the program has too many files open"}},
    {ENFILE, {"hệ thống mở quá nhiều tệp", "the system has too many files open"}},
    {ENOMEM, {"hết bộ nhớ", "out of memory"}},
    {EBADF, {"đầu ra hoặc đầu vào đã đóng", "the output or input is closed"}},
    {EPIPE, {"bên nhận đã đóng", "the receiver has closed it"}},
}};

}  // namespace

LocalText system_fault(int error) {
  for (const auto& [code, reason] : kReasons)
    if (code == error) return {std::string(reason.vi), std::string(reason.en)};
  const char* const words = std::strerror(error);
  return {fmt::format("lỗi {} của hệ thống ({})", error, words), words};
}

ByteSource::ByteSource(ByteSource&& other) noexcept { *this = std::move(other); }

ByteSource& ByteSource::operator=(ByteSource&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  return *this;
}

ByteSource::~ByteSource() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::optional<ByteSource> ByteSource::open(const std::string& path, LocalText& fault) {
  ByteSource source;
  source.descriptor_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (source.descriptor_ < 0 || ::fstat(source.descriptor_, &status) != 0) {
    fault = system_fault(errno);
    return {};
  }
  if (S_ISDIR(status.st_mode)) {
    fault = system_fault(EISDIR);
    return {};
  }
  if (S_ISREG(status.st_mode)) source.size_ = static_cast<uint64_t>(status.st_size);
  return source;
}

std::ptrdiff_t ByteSource::read(char* buffer, size_t size) {
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, buffer, size);
  } while (got < 0 && errno == EINTR);
  return got;
}

std::optional<std::string> read_file(const std::string& path, size_t most, LocalText& fault) {
  std::optional<ByteSource> source = ByteSource::open(path, fault);
  if (!source) return {};
  std::string bytes;
  for (;;) {
    const size_t before = bytes.size();
    bytes.resize(before + 65536);
    const std::ptrdiff_t got = source->read(bytes.data() + before, 65536);
    if (got < 0) fault = system_fault(errno);
    if (got < 0) return {};
    bytes.resize(before + static_cast<size_t>(got));
    if (bytes.size() > most) return {};
    if (got == 0) return bytes;
  }
}

bool write_fully(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

bool replace_content(const std::string& path, std::string_view bytes, LocalText& fault) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
  const bool is_written = descriptor >= 0 && write_fully(descriptor, bytes);
  if (!is_written) fault = system_fault(errno);
  if (descriptor < 0) return false;
  if (::close(descriptor) == 0) return is_written;
  if (is_written) fault = system_fault(errno);
  return false;
}

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code fault;
  return std::filesystem::equivalent(a, b, fault);
}

void keep_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0) continue;
    // The first free one is this one. Open the other way round: nothing can be read or written.
    if (::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0) return;
  }
}

struct Sha256::State {
  sha256_ctx context{};
};

Sha256::Sha256() : state_(std::make_unique<State>()) { sha256_init(&state_->context); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) {
  sha256_update(&state_->context, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
}

std::string Sha256::finish() {
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_digest(&state_->context, sizeof digest, digest);
  std::string hex;
  for (const uint8_t byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

std::string sha256_of(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.finish();
}

}  // namespace kdcl
