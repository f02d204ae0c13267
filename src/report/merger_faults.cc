#include "report/merger_faults.h"

#include "base/text.h"

namespace kdcl {
namespace {

constexpr Message kUnknownPredecessor{"trường {0}: trường tiền thân \"{1}\" không có trong dữ liệu",
                                      "school {0}: the predecessor \"{1}\" is not in the data"};
constexpr Message kMeantSchool{"có phải {0}?", "did you mean {0}?"};
constexpr Message kOwnPredecessor{
    "trường {0} là tiền thân của chính nó qua các trường khác: bỏ qua cột predecessors của trường",
    "school {0} is its own predecessor by way of others: its column predecessors is left aside"};

}  // namespace

void report_merger_faults(const Mergers& mergers, Diagnostics& diagnostics) {
  for (const UnknownPredecessor& unknown : mergers.unknown) {
    diagnostics.warning({}, kUnknownPredecessor, excerpt(unknown.school_id),
                        excerpt(unknown.named));
    if (!unknown.nearest.empty()) diagnostics.hint(kMeantSchool, excerpt(unknown.nearest));
  }
  for (const std::string_view school : mergers.circular)
    diagnostics.warning({}, kOwnPredecessor, excerpt(school));
}

}  // namespace kdcl
