#include "write/workbook_fault.h"

#include <fmt/format.h>

#include <cerrno>
#include <string>

#include "base/system_fault.h"

namespace kdcl {
namespace {

constexpr Message kNoTemporaryFile{"không dùng được tệp tạm của sổ bảng tính",
                                   "a temporary file of the workbook can't be used"};
constexpr Message kNotPacked{"không đóng gói được sổ bảng tính", "the workbook can't be packed"};

LocalText text_of(const Message& message) {
  return {std::string(message.vi), std::string(message.en)};
}

}  // namespace

LocalText workbook_fault(lxw_error error) {
  switch (error) {
    case LXW_ERROR_MEMORY_MALLOC_FAILED: return system_fault(ENOMEM);
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
      // The library keeps the system's reason, if there is one.
      return errno != 0 ? system_fault(errno) : text_of(kNotPacked);
    case LXW_ERROR_CREATING_TMPFILE:
    case LXW_ERROR_READING_TMPFILE: return text_of(kNoTemporaryFile);
    case LXW_ERROR_ZIP_PARAMETER_ERROR:
    case LXW_ERROR_ZIP_BAD_ZIP_FILE:
    case LXW_ERROR_ZIP_INTERNAL_ERROR:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE: return text_of(kNotPacked);
    default: break;
  }
  const char* const words = lxw_strerror(error);
  return {fmt::format("lỗi {} của thư viện bảng tính ({})", static_cast<int>(error), words), words};
}

}  // namespace kdcl
