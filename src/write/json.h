// The results of `score` as JSON (design: "score to JSON"), block by block: head, then the entries
// of every block in input order, then the tail with the inputs, whose digests are known only at the
// end, and the rows out of scope.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/doubt_counts.h"
#include "model/left_out.h"
#include "model/register.h"
#include "model/report.h"
#include "model/run.h"
#include "model/score.h"

namespace kdcl {

/// "met", "not_met", "unknown" or "not_applicable".
[[nodiscard]] std::string_view json_verdict(Verdict verdict);

/// Appends what decided rows on days of doubt under the key `in_doubt`; nothing if nothing did.
void append_in_doubt(const Run& run, const DoubtCounts& doubts, std::string& out);

/// Everything before the first school, up to and including the bracket that opens `schools`.
[[nodiscard]] std::string json_head(const Run& run, std::string_view version);

/// Appends one entry a row that has a criteria set; the others are for the tail. `first` is true
/// before the first row of all and false after it. Details that the block does not have are null;
/// whether a verdict is sensitive is said only if the block knows, whether a school is in the
/// register only if there is one. Reasons of exceptions are in `language`.
void append_json_schools(const Run& run, const ScoredBlock& block, const SchoolRegister* schools,
                         Language language, bool& first, std::string& out);

/// Everything after the last school; the document ends with a line end. `not_received`: ids of the
/// register without a row.
[[nodiscard]] std::string json_tail(const Run& run, std::span<const InputFile> inputs,
                                    std::span<const OutOfScope> out_of_scope,
                                    const DoubtCounts& doubts,
                                    std::span<const LeftOut> left_out = {},
                                    const std::vector<std::string>& not_received = {});

}  // namespace kdcl
