#include "base/system_fault.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace kdcl {
namespace {

constexpr std::array<std::pair<int, Message>, 22> kReasons = {{
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
    {EPIPE, {"bên nhận đã đóng", "the receiver has closed it"}},
}};

}  // namespace

LocalText system_fault(int error) {
  for (const auto& [code, reason] : kReasons)
    if (code == error) return {std::string(reason.vi), std::string(reason.en)};
  const char* const words = std::strerror(error);
  return {fmt::format("lỗi {} của hệ thống ({})", error, words), words};
}

}  // namespace kdcl
