// Changes texts inside a zip archive: what libxlsxwriter writes and has no call to leave out.
#pragma once

#include <functional>
#include <string>

namespace kdcl {

/// Changes the members whose names begin with `prefix`, in place. The archive is one that a library
/// has just written whole, without zip64. False if a member can't be unpacked or packed again.
[[nodiscard]] bool edit_zip(std::string& archive, std::string_view prefix,
                            const std::function<void(std::string&)>& edit);

}  // namespace kdcl
