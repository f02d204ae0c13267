#include <doctest/doctest.h>

#include <cerrno>

#include "base/file.h"

namespace kdcl {

TEST_CASE("system faults are said in both languages") {
  CHECK(system_fault(ENOENT) ==
        LocalText{"không có tệp hay thư mục này", "no such file or folder"});
  CHECK(system_fault(EACCES) == LocalText{"không có quyền", "permission denied"});
  CHECK(system_fault(ENOSPC) == LocalText{"hết chỗ trên đĩa", "no space left on the disk"});
  CHECK(system_fault(EPIPE) == LocalText{"bên nhận đã đóng", "the receiver has closed it"});
}

TEST_CASE("a rare fault keeps its number and the system's words") {
  CHECK(system_fault(ESPIPE) == LocalText{"lỗi 29 của hệ thống (Illegal seek)", "Illegal seek"});
}

}  // namespace kdcl
