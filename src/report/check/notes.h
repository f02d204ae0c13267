// What is wrong with the notes on a school: nodes that its set does not have, codes of evidence
// that break the rules. `kdcl check` tells all of it, `kdcl report` what keeps it from going on.
#pragma once

#include "base/diagnostics.h"
#include "model/score.h"

namespace kdcl {

/// Adds errors for notes on what the set does not have (with the nearest name), and for one code
/// that stands for two documents.
void report_note_errors(const CriteriaSet& set, const SchoolNotes& notes, Diagnostics& diagnostics);

/// Adds warnings about the evidence of a row, each kind once with all it is about: codes that do
/// not have the form of the set, one document under two codes, codes used but not listed and listed
/// but not used, and, where a school gives any evidence, what is met without. `row_place` is where
/// the row stands. Source: Phụ lục IV of circular 57/2026, CV 5932/BGDĐT-QLCL annex 4.
void report_evidence(const CriteriaSet& set, const ScoreBlock& score, size_t row,
                     const SchoolNotes& notes, const Location& row_place, Diagnostics& diagnostics);

}  // namespace kdcl
