// Rows of the data that --keep-going left out for their faults.
#pragma once

#include <string>

namespace kdcl {

struct LeftOut {
  /// Empty if that is what is wrong; of a file that can't be read its name.
  std::string school_id{};
  std::string place{};  ///< "truong.csv:14:3"
  std::string message{};
};

}  // namespace kdcl
