#include "report/place_faults.h"

#include <set>

#include "base/text.h"
#include "model/alike_names.h"
#include "report/common/phrases.h"

namespace kdcl {
namespace {

constexpr Message kAlike{"{0}: có thể là một nơi viết nhiều cách, đang tính riêng: {1}",
                         "{0}: may be one place written in several ways, counted apart: {1}"};
constexpr Message kWriteOne{"viết thống nhất trong dữ liệu", "write it in one way in the data"};
constexpr Message kComposed{
    "{0}: {1} dòng viết dấu tách rời (Unicode NFD), đã đọc như chữ dựng sẵn và tính chung",
    "{0}: rows with diacritics written apart (Unicode NFD): {1}; they were read as composed "
    "letters "
    "and counted together"};
constexpr Message kSaveNfc{"lưu lại dạng dựng sẵn (NFC)", "save them in the composed form (NFC)"};

}  // namespace

void report_place_faults(const Summary& summary, Diagnostics& diagnostics) {
  std::set<std::string> places;
  for (const auto& [group, sums] : summary.groups) places.insert(group.place);
  const std::vector<std::string> names(places.begin(), places.end());
  for (const std::vector<std::string>& alike : alike_names(names)) {
    std::vector<std::string> quoted;
    for (const std::string& name : alike) quoted.push_back("\"" + excerpt(name) + "\"");
    diagnostics.warning({}, kAlike, summary.place, kdcl::joined(quoted, ", ")).hint(kWriteOne);
  }
  if (summary.composed > 0)
    diagnostics.warning({}, kComposed, summary.place, summary.composed).hint(kSaveNfc);
}

}  // namespace kdcl
