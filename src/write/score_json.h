// Values of JSON, appended to a text.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/register.h"
#include "model/report.h"
#include "model/run.h"
#include "model/score.h"
#include "model/summary.h"

namespace kdcl {

/// `text` in quotes; it is UTF-8.
void append_string(std::string_view text, std::string& out);
/// The same of any bytes: those that are not UTF-8 become replacement characters.
void append_text(std::string_view text, std::string& out);
void append_text_or_null(std::string_view text, std::string& out);
/// A comma unless the object has just been opened, then the key with its colon.
void append_key(std::string_view key, std::string& out);
void append_strings(const std::vector<std::string>& texts, std::string& out);
/// JSON has no infinity either; both are "not known".
void append_number(double value, std::string& out);

/// `text` as a JSON string with its quotes; bytes that are not UTF-8 become replacement characters.
[[nodiscard]] std::string json_string(std::string_view text);

/// The shortest number that reads back, "null" if it is not known (JSON has no infinity either).
[[nodiscard]] std::string json_number(double value);

// The results of `score` as JSON (design: "score to JSON"), block by block: head, then the entries
// of every block in input order, then the tail with the inputs, whose digests are known only at the
// end, and the rows out of scope.

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
