#include "score/mergers.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "score/records.h"

namespace kdcl {
namespace {

using Ids = std::vector<std::string_view>;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// Adds the ids of a cell, separated by semicolons, that are new and not `own`.
void add_ids(std::string_view cell, std::string_view own, Ids& ids) {
  while (!cell.empty()) {
    const size_t end = std::min(cell.find(';'), cell.size());
    const std::string_view id = trimmed(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
    if (!id.empty() && id != own && std::find(ids.begin(), ids.end(), id) == ids.end())
      ids.push_back(id);
  }
}

class MergerFinder {
 public:
  MergerFinder(const std::vector<SchoolRecord>& records, std::map<std::string_view, Ids> named)
      : named_(std::move(named)) {
    for (const SchoolRecord& record : records) records_.emplace(id_of(record), &record);
  }

  Mergers find(Day day, const DecidingSet& deciding) {
    Mergers mergers;
    take_out_unknown(mergers);
    for (const auto& [school, ids] : named_) {
      const Ids all = all_predecessors(school);
      if (std::find(all.begin(), all.end(), school) != all.end()) {
        mergers.circular.push_back(school);
        continue;
      }
      for (const std::string_view id : all) {
        mergers.merged.insert(id);
        Certificate certificate = certificate_of(*records_.at(id), day, deciding);
        if (is_recognized(certificate.decision))
          mergers.certificates[school].push_back(std::move(certificate));
      }
    }
    return mergers;
  }

 private:
  static std::string_view id_of(const SchoolRecord& record) {
    if (!record.outside) return record.rows.text(IdentityColumn::school_id);
    return record.outside->table.text_of(IdentityColumn::school_id, record.outside_row);
  }

  void take_out_unknown(Mergers& mergers) {
    for (auto& [school, ids] : named_) {
      const std::string_view own = school;
      std::erase_if(ids, [&](std::string_view id) {
        if (records_.count(id) > 0) return false;
        mergers.unknown.push_back({own, id, nearest_name(id, other_ids(own))});
        return true;
      });
    }
  }

  Ids other_ids(std::string_view own) const {
    Ids ids;
    for (const auto& [id, record] : records_)
      if (id != own) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  /// Over all steps, each id once; the school itself if it is one of them.
  Ids all_predecessors(std::string_view school) const {
    Ids all;
    Ids open = named_.at(school);
    for (size_t next = 0; next < open.size(); ++next) {
      if (std::find(all.begin(), all.end(), open[next]) != all.end()) continue;
      all.push_back(open[next]);
      if (const auto more = named_.find(open[next]); more != named_.end())
        for (const std::string_view id : more->second) open.push_back(id);
    }
    return all;
  }

  static Certificate certificate_of(const SchoolRecord& record, Day day,
                                    const DecidingSet& deciding) {
    const auto text = [&record](IdentityColumn column) {
      return std::string(record.outside ? record.outside->table.text_of(column, record.outside_row)
                                        : record.rows.text(column));
    };
    Certificate certificate{text(IdentityColumn::school_id),
                            text(IdentityColumn::school_name),
                            text(IdentityColumn::decision),
                            {}};
    if (!record.outside) certificate.decision = decision_of(record.rows, day, deciding);
    return certificate;
  }

  std::map<std::string_view, Ids> named_;
  std::unordered_map<std::string_view, const SchoolRecord*> records_;
};

}  // namespace

std::map<std::string_view, std::vector<std::string_view>> predecessors_of(
    const Run& run, const std::vector<ScoredBlock>& blocks) {
  std::map<std::string_view, Ids> named;
  const auto field = std::find_if(run.fields.begin(), run.fields.end(),
                                  [](const Field& each) { return each.id == kPredecessors; });
  if (field == run.fields.end() || field->type != FieldType::text) return named;
  const auto index = static_cast<size_t>(field - run.fields.begin());
  for (const ScoredBlock& block : blocks) {
    const auto& cells = block.table.texts[index];
    for (size_t row = 0; row < cells.size(); ++row) {
      if (cells[row].empty()) continue;
      const std::string_view id = block.table.text_of(IdentityColumn::school_id, row);
      add_ids(cells[row], id, named[id]);
    }
  }
  return named;
}

Mergers find_mergers(const Run& run, const std::vector<ScoredBlock>& blocks, Day day,
                     const DecidingSet& deciding) {
  std::map<std::string_view, Ids> named = predecessors_of(run, blocks);
  if (named.empty()) return {};
  return MergerFinder(find_records(run, blocks, {.last = day}), std::move(named))
      .find(day, deciding);
}

}  // namespace kdcl
