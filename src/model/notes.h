// What people write beside figures and judgements: the state of things, strengths, weaknesses,
// plans, evidence. Never scored; the school's own report prints it, `check` looks at the evidence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/location.h"

namespace kdcl {

/// What is to be done about a weakness. All as written, empty where nothing is.
struct PlanEntry {
  std::string action;
  std::string goal;
  std::string by;  ///< until when: a date in either form, or words
  std::string owner;
  std::string cost;
  std::string done;      ///< words of a flag, or others
  bool is_done = false;  ///< they say yes
};

/// A document of the list of evidence.
struct Document {
  std::string code;  ///< as written
  std::string title;
  std::string criterion;  ///< to which it is listed; may be empty
  std::string issued;     ///< number and date, or when it was observed
  std::string issuer;
  std::string location;  ///< format and place where it is kept, or a link
  std::string remark;
  Location place{};
};

/// Evidence that somebody refers to.
struct EvidenceUse {
  std::string code;  ///< as written
  Location place{};
};

/// Notes on one standard, criterion or indicator.
struct NodeNotes {
  std::string node;  ///< its id or name
  std::vector<std::string> state;
  std::vector<std::string> strengths;
  std::vector<std::string> weaknesses;
  std::vector<std::string> causes;
  std::vector<PlanEntry> plan;
  std::vector<EvidenceUse> evidence;
  Location place{};  ///< where nobody has checked yet that there is such a node
};

/// The notes on one school, or on one of its assessments.
struct SchoolNotes {
  std::vector<NodeNotes> nodes;  ///< each id once, in the order of first use
  std::vector<Document> documents;

  [[nodiscard]] bool empty() const { return nodes.empty() && documents.empty(); }
  /// The notes on a node; null if there are none.
  [[nodiscard]] const NodeNotes* find(std::string_view node) const {
    for (const NodeNotes& each : nodes)
      if (each.node == node) return &each;
    return nullptr;
  }
  /// The same, made if there are none.
  [[nodiscard]] NodeNotes& of(std::string_view node) {
    for (NodeNotes& each : nodes)
      if (each.node == node) return each;
    nodes.emplace_back().node = node;
    return nodes.back();
  }
};

}  // namespace kdcl
