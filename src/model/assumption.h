// What a run assumes in place of what its criteria say: a threshold typed on the command line
// (--set). Whatever it touches states it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace kdcl {

/// One requirement that a statement changed; a statement may change some in several sets.
struct Assumption {
  std::string statement;  ///< as typed
  size_t set = 0;         ///< position in Run::sets
  uint32_t indicator = 0;
  uint32_t requirement = 0;        ///< position in the indicator's list
  double value = 0;                ///< as in Requirement::value
  std::string where{};             ///< under which condition it counts; empty: for all schools
  std::vector<double> replaced{};  ///< values it takes the place of: the requirement's own, then
                                   ///< those of its exceptions, each once
};

}  // namespace kdcl
