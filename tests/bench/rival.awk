# The awk rival: scores primary schools as `kdcl score -f csv` does, in mawk or gawk, after rules.awk (made by rules.py):
#     LC_ALL=C gawk -f rules.awk -f rival.awk FILE.csv
# Verdicts and truth are 0 (not met, false), 1 (unknown), 2 (met, true); a verdict may be 3 (not applicable). A cell with a line
# break inside is beyond it: awk has no CSV reader of its own.

BEGIN {
    FS = OFS = ","
    result = "school_id,school_name,school_type,stage,district,commune,assessed_on,assessment,criteria_set,level,level_max," \
             "school_level,accreditation,national_standard,met,not_met,unknown,not_applicable,blocking,missing"
    for (c = 1; c <= criteria; c++) {
        result = result "," criterion[c]
        # The level to report when a criterion reaches level L at most: the highest of its own up to L.
        own = split(own_levels[c], list, " ")
        reported[c, 0] = 0
        for (level = 1; level <= top; level++) {
            reported[c, level] = reported[c, level - 1]
            for (k = 1; k <= own; k++) if (list[k] == level) reported[c, level] = level
        }
    }
    print result
    for (k = 1; k <= columns; k++) at[column[k]] = k
    award_numbers(accreditation, accredited)
    award_numbers(national_standard, standard)
}

FNR == 1 { next }

{
    # A comma in quotes becomes \001, which no text holds; the splitting of awk then sees cells.
    if (has_quotes = index($0, "\"")) hide_quoted_commas()
    assessed = $(at["assessed_on"])
    if ($applies_column != applies_value || assessed < first_day || assessed > last_day) next

    for (i = 1; i <= indicators; i++) {
        word = $(cell_of[i])
        if (!(word in verdict_word)) fail("not a verdict: \"" word "\"")
        v[i] = verdict_word[word]
    }
    judge_by_figures()
    find_levels()
    print_row()
}

# Per criterion: hinder[c], the lowest level with an indicator not met or unknown. Of the school: lowest_bad and lowest_not_met.
function find_levels(    i, c, value) {
    met = not_met = unknown = not_applicable = 0
    lowest_bad = lowest_not_met = top + 1
    for (c = 1; c <= criteria; c++) { hinder[c] = top + 1; applicable[c] = 0 }
    for (i = 1; i <= indicators; i++) {
        value = v[i]
        if (value == 2) { met++; applicable[criterion_of[i]] = 1; continue }
        if (value == 3) { not_applicable++; continue }
        c = criterion_of[i]
        applicable[c] = 1
        if (level_of[i] < hinder[c]) hinder[c] = level_of[i]
        if (level_of[i] < lowest_bad) lowest_bad = level_of[i]
        if (value == 0) {
            not_met++
            if (level_of[i] < lowest_not_met) lowest_not_met = level_of[i]
        } else unknown++
    }
}

function print_row(    i, c, level, level_max, blocking, missing, line) {
    level = lowest_bad - 1
    level_max = lowest_not_met - 1
    if (not_applicable == indicators) level = level_max = 0
    else if (level < top) {
        for (i = 1; i <= indicators; i++) {
            if (v[i] >= 2 || level_of[i] > level + 1) continue
            if (v[i] == 0) blocking = blocking ";" name[i]
            else missing = missing ";" name[i]
        }
    }
    line = $(at["school_id"]) OFS $(at["school_name"]) OFS $(at["school_type"]) OFS OFS $(at["district"]) OFS $(at["commune"]) OFS \
           assessed OFS $(at["assessment"]) OFS set_id OFS level OFS level_max OFS level OFS accredited[level] OFS standard[level] \
           OFS met OFS not_met OFS unknown OFS not_applicable OFS substr(blocking, 2) OFS substr(missing, 2)
    if (has_quotes) gsub(/\001/, ",", line)
    for (c = 1; c <= criteria; c++) line = line OFS (applicable[c] ? reported[c, hinder[c] - 1] : "n/a")
    print line
}

# award[level]: the number of the highest award reached at each level.
function award_numbers(levels, award,    count, list, level, k) {
    count = split(levels, list, " ")
    for (level = 0; level <= top; level++)
        for (k = 1; k <= count; k++)
            if (list[k] <= level) award[level] = k
            else if (!(level in award)) award[level] = 0
}

# Quotes stay where they are, so that the cells can be printed as they were read.
function hide_quoted_commas(    parts, count, k, line) {
    count = split($0, parts, "\"")
    line = parts[1]
    for (k = 2; k <= count; k++) {
        if (k % 2 == 0) gsub(/,/, "\001", parts[k])
        line = line "\"" parts[k]
    }
    $0 = line
}

function fail(message) {
    print FILENAME ":" FNR ": " message > "/dev/stderr"
    exit 2
}
