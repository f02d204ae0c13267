#include "read/schools/binding.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "model/school_case.h"
#include "read/csv/encoding.h"
#include "read/schools/messages.h"

namespace kdcl {

std::vector<std::string_view> judgement_names(const Run& run) {
  std::vector<std::string_view> names;
  for (const CriteriaSet& set : run.sets) {
    for (const Indicator& indicator : set.indicators) names.push_back(indicator.name);
    for (const Criterion& criterion : set.criteria) names.push_back(criterion.id);
  }
  return names;
}

namespace {

using namespace message;

/// Vietnamese titles of the identity columns, as officials head them.
constexpr std::array<std::string_view, kIdentityColumns> kIdentityTitles = {"mã trường",
                                                                            "tên trường",
                                                                            "loại trường",
                                                                            "loại hình",
                                                                            "huyện",
                                                                            "xã",
                                                                            "ngày đánh giá",
                                                                            "hình thức đánh giá",
                                                                            "mức độ chuẩn quốc gia",
                                                                            "ngày công nhận",
                                                                            "số quyết định",
                                                                            "cấp học",
                                                                            "bộ tiêu chí"};

bool looks_like_indicator(std::string_view name) {
  const size_t dot = name.find('.');
  return dot != std::string_view::npos && dot + 1 < name.size() && name[dot - (dot > 0)] >= '0' &&
         name[dot - (dot > 0)] <= '9' && name[dot + 1] >= '0' && name[dot + 1] <= '9';
}

}  // namespace

/// Folded, and what they mean.
struct ColumnNames::Names {
  std::unordered_map<std::string, size_t> identity{};
  std::unordered_map<std::string, std::vector<uint32_t>>
      fields{};  // more than one only if titles clash
  std::vector<std::unordered_map<std::string, uint32_t>> indicators{};  // by set
  std::vector<std::unordered_map<std::string, uint32_t>> criteria{};
  std::vector<std::string_view> all{};  // for the nearest name

  explicit Names(const Run& run) {
    for (size_t i = 0; i < kIdentityColumns; ++i) {
      const std::string_view name = identity_name(static_cast<IdentityColumn>(i));
      identity.emplace(name, i);
      identity.emplace(fold(kIdentityTitles[i]), i);
      all.insert(all.end(), {name, kIdentityTitles[i]});
    }
    for (uint32_t i = 0; i < run.fields.size(); ++i) add_field(run.fields[i], i);
    for (const CriteriaSet& set : run.sets) add_set(set);
  }

 private:
  void add_field(const Field& field, uint32_t index) {
    const auto add = [&](const std::string& name) {
      auto& found = fields[name];
      if (found.empty() || found.back() != index) found.push_back(index);
    };
    add(fold(field.id));
    for (const std::string& name : field.folded) add(name);  // as fold_name() folds them
    all.push_back(field.id);
    all.insert(all.end(), field.folded.begin(), field.folded.end());
  }
  void add_set(const CriteriaSet& set) {
    auto& set_indicators = indicators.emplace_back();
    auto& set_criteria = criteria.emplace_back();
    for (uint32_t i = 0; i < set.indicators.size(); ++i) {
      set_indicators.emplace(fold(set.indicators[i].name), i);
      all.push_back(set.indicators[i].name);
    }
    for (uint32_t i = 0; i < set.criteria.size(); ++i) {
      set_criteria.emplace(fold(set.criteria[i].id), i);
      all.push_back(set.criteria[i].id);
    }
  }
};

ColumnNames::ColumnNames(const Run& run) : run_(&run), names_(std::make_unique<Names>(run)) {}
ColumnNames::ColumnNames(ColumnNames&&) noexcept = default;
ColumnNames::~ColumnNames() = default;

namespace {

std::vector<ColumnRun> runs_of(const std::vector<ColumnOf>& indicators) {
  std::vector<ColumnRun> runs;
  for (const ColumnOf& bound : indicators) {
    const bool goes_on = !runs.empty() && runs.back().column + runs.back().count == bound.column &&
                         runs.back().indicator + runs.back().count == bound.index;
    if (goes_on)
      ++runs.back().count;
    else
      runs.push_back({bound.column, bound.index, 1});
  }
  return runs;
}

/// True if the set amends one of the owners of a column: the column holds what the amendment took
/// out, which is nothing to warn of.
bool is_of_base(const CriteriaSet& set, const std::vector<const CriteriaSet*>& owners) {
  return std::any_of(owners.begin(), owners.end(),
                     [&](const CriteriaSet* owner) { return set.has_base(owner->id); });
}

class Binder {
 public:
  Binder(const ColumnNames& known, const Location& where, bool strict, Diagnostics& diagnostics,
         std::span<const Location> places)
      : run_(known.run()),
        names_(known.names()),
        file_(where),
        where_(where),
        places_(places),
        strict_(strict),
        diagnostics_(diagnostics) {
    binding_.identity.fill(kNoColumn);
    binding_.sets.resize(run_.sets.size());
  }

  Binding bind(const std::vector<std::string>& names) {
    binding_.names = names;
    has_school_ids_ = find_school_column(folded_names(names)).has_value();
    std::unordered_map<std::string, uint32_t> seen;
    for (uint32_t column = 0; column < names.size(); ++column) {
      where_ = place_of(column);
      const std::string folded = fold_name(names[column]);
      if (folded.empty()) continue;
      const auto [first, is_new] = seen.emplace(meaning_key(folded), column);
      if (!is_new)
        report_repeated(column, first->second);
      else
        bind_column(folded, column);
    }
    for (SetBinding& set : binding_.sets) {
      const auto by_index = [](const ColumnOf& a, const ColumnOf& b) { return a.index < b.index; };
      std::sort(set.indicators.begin(), set.indicators.end(), by_index);
      set.runs = runs_of(set.indicators);
    }
    if (binding_.identity[static_cast<size_t>(IdentityColumn::school_id)] == kNoColumn)
      report_no_school_id();
    return std::move(binding_);
  }

 private:
  [[nodiscard]] Location place_of(uint32_t column) const {
    if (!places_.empty()) return places_[column];
    return {file_.file, file_.line, uint64_t{column} + 1};
  }

  void report_repeated(uint32_t column, uint32_t first) {
    const std::string name = excerpt(binding_.names[column]);
    if (places_.empty())
      diagnostics_.error(
          where_, {"cột \"{0}\" đã có ở cột số {1}", "the column \"{0}\" is already column {1}"},
          name, first + 1);
    if (const std::vector<std::string_view> known = judgement_names(run_);
        places_.empty() && std::find(known.begin(), known.end(), name + "0") != known.end())
      diagnostics_.hint(
          {"nếu cột này là {0}0: định dạng ô tên cột là Văn bản (Text) rồi ghi lại {0}0",
           "if this column is {0}0, format its heading as text and write {0}0 again"},
          name);
    if (!places_.empty())
      diagnostics_.error(
          where_,
          {"\"{0}\" cùng nghĩa với \"{1}\" ở dòng {2}; chỉ dùng một tên trong cả tệp",
           "\"{0}\" means the same as \"{1}\" in line {2}; use one name in the whole file"},
          name, excerpt(binding_.names[first]), places_[first].line);
  }

  void report_no_school_id() {
    if (places_.empty())
      diagnostics_.error(file_, {"thiếu cột school_id", "there is no column school_id"})
          .hint(kNeedHeader);
    else
      diagnostics_.error(file_, {"không trường nào có school_id", "no school has a school_id"})
          .hint({"ghi school_id dưới \"school:\"", "write school_id under \"school:\""});
    for (const std::string& name : binding_.names)
      if (hint_at_garbled(name)) return;
  }

  /// False if the name is not garbled.
  bool hint_at_garbled(const std::string& name) {
    if (!check_utf8(name).may_be_garbled) return false;
    const std::optional<Garbled> found = find_garbled(name);
    if (found)
      diagnostics_.hint({"chữ có vẻ hỏng: \"{0}\" hiểu theo {1} là \"{2}\"; mở lại tệp gốc theo "
                         "đúng bảng mã rồi lưu",
                         "the text may be garbled: \"{0}\" as {1} is \"{2}\"; open the original in "
                         "its encoding and save it again"},
                        excerpt(name), garbled_name(found->from), excerpt(found->text));
    return found.has_value();
  }

  /// The same for two names of one thing.
  std::string meaning_key(const std::string& folded) const {
    if (const auto found = names_.identity.find(folded); found != names_.identity.end())
      return fmt::format("identity {}", found->second);
    if (const auto found = names_.fields.find(folded);
        found != names_.fields.end() && found->second.size() == 1)
      return fmt::format("field {}", found->second.front());
    return folded;
  }

  void bind_column(const std::string& folded, uint32_t column) {
    if (const auto found = names_.identity.find(folded); found != names_.identity.end()) {
      binding_.identity[found->second] = static_cast<int32_t>(column);
    } else if (const auto field = names_.fields.find(folded); field != names_.fields.end()) {
      bind_field(field->second, column);
    } else if (!bind_judgement(folded, column) && !bind_result(folded, column)) {
      report_unknown(column);
    }
  }

  void bind_field(const std::vector<uint32_t>& fields, uint32_t column) {
    if (fields.size() == 1) {
      binding_.fields.push_back({column, fields.front()});
      return;
    }
    diagnostics_
        .error(where_,
               {"cột \"{0}\" hợp với hai trường: {1} và {2}",
                "the column \"{0}\" fits two fields: {1} and {2}"},
               excerpt(binding_.names[column]), run_.fields[fields[0]].id,
               run_.fields[fields[1]].id)
        .hint({"dùng tên trường làm tên cột", "use the field's name as the column's"});
  }

  bool bind_judgement(const std::string& folded, uint32_t column) {
    std::vector<const CriteriaSet*> owners;
    for (size_t set = 0; set < run_.sets.size(); ++set)
      if (names_.indicators[set].contains(folded) || names_.criteria[set].contains(folded))
        owners.push_back(&run_.sets[set]);
    if (owners.empty()) return false;
    for (size_t set = 0; set < run_.sets.size(); ++set)
      if (!bind_judgement_of(set, folded, column) && !is_of_base(run_.sets[set], owners))
        binding_.sets[set].foreign.push_back(column);
    return true;
  }

  /// False if rows of the set do not read the column.
  bool bind_judgement_of(size_t set, const std::string& folded, uint32_t column) {
    SetBinding& binding = binding_.sets[set];
    bool is_read = false;
    for (const JudgedSet& judged : run_.judged[set]) {
      const auto& indicators = names_.indicators[judged.set];
      const auto& criteria = names_.criteria[judged.set];
      if (const auto found = indicators.find(folded); found != indicators.end()) {
        const auto first_bit = static_cast<uint32_t>(64 * judged.first_word);
        binding.indicators.push_back({column, first_bit + found->second});
        is_read = true;
      } else if (const auto criterion = criteria.find(folded); criterion != criteria.end()) {
        binding.criteria.push_back({column, judged, criterion->second});
        is_read = true;
      }
    }
    return is_read;
  }

  bool bind_result(const std::string& folded, uint32_t column) {
    if (folded == "blocking") binding_.blocking = static_cast<int32_t>(column);
    if (folded == "missing") binding_.missing = static_cast<int32_t>(column);
    return std::find(kScoreColumns.begin(), kScoreColumns.end(), folded) != kScoreColumns.end();
  }

  void report_unknown(uint32_t column) {
    const std::string& name = binding_.names[column];
    const std::string_view nearest = nearest_name(name, names_.all);
    // Without school ids nothing is read, so only what they may have become is worth a word.
    if (!has_school_ids_ && nearest != identity_name(IdentityColumn::school_id) &&
        nearest != folded_title(IdentityColumn::school_id))
      return;
    const Message text = looks_like_indicator(name) ? Message{"cột \"{0}\" không phải là chỉ báo hay tiêu chí của bộ tiêu chí nào trong lần chạy này, bị bỏ qua", "column \"{0}\" is no indicator or criterion of any criteria set of this run, and is left out"} : kUnknownColumn;
    if (strict_)
      diagnostics_.error(where_, text, excerpt(name));
    else
      diagnostics_.warning(where_, text, excerpt(name));
    if (!hint_at_garbled(name) && !nearest.empty()) diagnostics_.hint(kNearestName, nearest);
  }

  const Run& run_;
  const ColumnNames::Names& names_;
  Location file_;   // or the header row in it
  Location where_;  // of the name being bound
  std::span<const Location> places_;
  bool strict_;
  bool has_school_ids_ = false;
  Diagnostics& diagnostics_;
  Binding binding_;
};

}  // namespace

std::string_view folded_title(IdentityColumn column) {
  return kIdentityTitles[static_cast<size_t>(column)];
}

std::vector<std::string> folded_names(const std::vector<std::string>& names) {
  constexpr size_t kLongestHeader = 40;
  constexpr size_t kMostWritten = 4 * kLongestHeader;  // with breaks and runs of blanks
  std::vector<std::string> folded;
  for (const std::string& name : names)
    folded.push_back(name.size() > kMostWritten ? std::string() : fold_name(name));
  for (std::string& name : folded)
    if (name.size() > kLongestHeader) name.clear();
  return folded;
}

std::optional<uint32_t> find_identity_column(const std::vector<std::string>& folded,
                                             IdentityColumn column) {
  // Written in composed form and in small letters, so not to be folded.
  const std::string_view title = folded_title(column);
  for (uint32_t i = 0; i < folded.size(); ++i)
    if (folded[i] == identity_name(column) || folded[i] == title) return i;
  return {};
}

bool is_judgement_name(std::string_view name, const ColumnNames& known) {
  const auto has = [folded = fold(name)](const auto& of_set) { return of_set.contains(folded); };
  const ColumnNames::Names& all = known.names();
  return std::any_of(all.indicators.begin(), all.indicators.end(), has) ||
         std::any_of(all.criteria.begin(), all.criteria.end(), has);
}

std::vector<uint32_t> find_telling_columns(const std::vector<std::string>& names,
                                           const ColumnNames& known) {
  constexpr std::array kOfLists = {IdentityColumn::school_id, IdentityColumn::school_name,
                                   IdentityColumn::ownership, IdentityColumn::district,
                                   IdentityColumn::commune};
  const ColumnNames::Names& all = known.names();
  const auto tells_more = [&](const std::string& written) {
    const std::string name = fold_name(written);
    if (const auto found = all.identity.find(name); found != all.identity.end())
      return std::find(kOfLists.begin(), kOfLists.end(),
                       static_cast<IdentityColumn>(found->second)) == kOfLists.end();
    return all.fields.contains(name) || is_judgement_name(name, known);
  };
  std::vector<uint32_t> telling;
  for (uint32_t i = 0; i < names.size(); ++i)
    if (tells_more(names[i])) telling.push_back(i);
  return telling;
}

std::string_view find_near_school_column(const std::vector<std::string>& names,
                                         const ColumnNames& known) {
  const auto is_near = [&known](const std::string& name) {
    const std::string_view nearest = nearest_name(name, known.names().all);
    return nearest == identity_name(IdentityColumn::school_id) ||
           nearest == folded_title(IdentityColumn::school_id);
  };
  const auto found = std::find_if(names.begin(), names.end(), is_near);
  return found == names.end() ? std::string_view() : *found;
}

Binding bind_columns(const std::vector<std::string>& names, const Location& where,
                     const ColumnNames& known, bool strict, Diagnostics& diagnostics,
                     std::span<const Location> places) {
  return Binder(known, where, strict, diagnostics, places).bind(names);
}

}  // namespace kdcl
