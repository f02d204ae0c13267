"""The figures of one school: believable for its type, place and aim, and in step with what it reaches and where it falls short."""

import math

# Each is at most the next.
CHAINS = [
    ["teachers_professional_good", "teachers_professional_fair", "teachers_professional_pass", "teachers"],
    ["teachers_above_qualified", "teachers_qualified", "teachers"],
    ["principal_years_good", "principal_years_fair"],
    ["nutrition_cases_improved", "nutrition_cases"],
    ["children_with_disabilities_progressed", "children_with_disabilities"],
    ["same_disability_in_group", "children_with_disabilities"],
    ["individual_goal_pupils_successful", "individual_goal_pupils"],
    ["eleven_year_olds_completed", "eleven_year_olds"],
    ["five_year_olds_completed", "five_year_olds", "children"],
    ["healthy_children", "children"],
    ["children_health_checked", "children"],
    ["groups_two_sessions", "groups"],
    ["permanent_buildings", "buildings"],
    ["six_year_olds_in_grade_1", "six_year_olds"],
    ["children_to_14_completed", "children_to_14"],
    ["playground_area", "area_in_use", "site_area"],
    ["pupils_completed", "primary_pupils"],
    ["pupils_completed", "pupils"],
]

# What makes a school smaller or larger is never moved to make it fall short.
SIZES = {"classes", "groups", "primary_grades"}


def believable_figures(school, dice):
    """Figures before they are brought in step; a school that aims higher has better ones."""
    aim = school.aim + dice.normal(0, 0.5)
    stages = {"mam_non": nursery, "tieu_hoc": primary}.get(school.type, secondary)(school, aim, dice)
    return {"school_type": school.type, **place(school, dice), **stages, **people(school, stages, aim, dice)}


def part(whole, share, dice, spread=0.03):
    return max(0, min(whole, round(whole * dice.normal(share, spread))))


def place(school, dice):
    sites = 0 if school.type in ("thcs", "thpt", "thcs_thpt") else dice.between(0, 1) + school.hardship * dice.between(0, 3)
    return {"difficult_area": school.hardship > 0, "especially_difficult_commune": school.hardship == 2, "satellite_sites": sites}


def people(school, stages, aim, dice):
    classes = stages.get("classes") or stages["groups"]
    teachers = round(classes * dice.normal({"mam_non": 1.75, "tieu_hoc": 1.38}.get(school.type, 1.9), 0.1))
    qualified = teachers if school.aim >= 1 else teachers - dice.between(0, 4)
    passing = teachers - (dice.chance(0.2) if school.aim < 2 else 0)
    fair = part(teachers, 0.44 + 0.14 * aim, dice)
    return {
        "party_years_good": max(0, min(5, round(1 + aim + dice.normal(0, 0.8)))), "party_years_below_completion": 0,
        "principal_years_fair": max(1, min(5, round(2 + aim + dice.normal(0, 1)))), "principal_years_good": dice.between(0, 2),
        "financial_violations": 0, "professional_topics": dice.between(1, 3), "violence_cases": 0,
        "teachers": teachers, "teachers_qualified": qualified,
        "teachers_above_qualified": part(teachers, 0.34 + 0.12 * aim - 0.05 * school.hardship, dice, 0.07),
        "teachers_professional_pass": passing, "teachers_professional_fair": fair,
        "teachers_professional_good": part(fair, 0.22 + 0.08 * aim, dice), "teachers_disciplined": 0, "staff_disciplined": 0,
        "outstanding_years": dice.weighted({0: 5, 1: 3, 2: 1}),
    }


def nursery(school, aim, dice):
    groups = dice.between(8, 20) if school.hardship else dice.between(9, 19)
    children = round(groups * dice.normal(24, 2))
    disabled = dice.weighted({0: 5, 1: 2, 2: 2, 3: 1})
    thin = part(children, 0.05 + 0.025 * school.hardship, dice, 0.01)
    fives = part(children, 0.28, dice, 0.02)
    buildings = dice.between(3, 6) + school.hardship
    return {
        "years_in_operation": dice.between(7, 45), "groups": groups, "groups_two_sessions": groups,
        "classrooms": groups + dice.between(0, 2), "same_disability_in_group": min(disabled, dice.between(0, 2)),
        "buildings": buildings, "permanent_buildings": buildings - dice.between(0, 2), "sports": dice.between(0, 3),
        "children": children, "children_with_disabilities": disabled, "children_with_disabilities_progressed": disabled,
        "disadvantaged_children": part(children, 0.06 + 0.12 * school.hardship, dice), "children_health_checked": children,
        "nutrition_cases": thin, "nutrition_cases_improved": part(thin, 0.85 + 0.04 * aim, dice),
        "healthy_children": part(children, 0.92 + 0.012 * aim, dice, 0.01), "five_year_olds": fives,
        "five_year_olds_completed": part(fives, 0.94 + 0.015 * aim, dice, 0.02),
        "five_year_olds_attendance": percent(91 + 2 * aim, dice), "younger_children_attendance": percent(87 + 2 * aim, dice),
    }


def percent(mean, dice):
    return round(min(99.8, dice.normal(mean, 1.2)), 1)


def primary(school, aim, dice):
    classes = dice.between(12, 28)
    pupils = round(classes * dice.normal(29 - 2 * school.hardship, 2))
    sixes, fourteen = part(pupils, 0.2, dice, 0.01), round(pupils * dice.normal(0.72, 0.03))
    goals = dice.between(8, 40)
    return {
        "pupils": pupils, "classes": classes, "classrooms": classes + dice.between(0, 4), "library_title": library(aim, dice),
        "primary_grades": 5, "pioneer_leaders": 1, "six_year_olds": sixes,
        "six_year_olds_in_grade_1": part(sixes, 0.965 + 0.01 * aim, dice, 0.01),
        "pupils_completed": part(pupils, 0.89 + 0.028 * aim, dice, 0.02), **eleven_year_olds(pupils, aim, dice),
        "children_to_14": fourteen, "children_to_14_completed": part(fourteen, 0.86 + 0.03 * aim, dice),
        "individual_goal_pupils": goals, "individual_goal_pupils_successful": part(goals, 0.93, dice),
        "cohorts_completed": dice.between(6, 40),
    }


def eleven_year_olds(pupils, aim, dice):
    elevens = part(pupils, 0.19, dice, 0.01)
    completed = part(elevens, 0.84 + 0.035 * aim, dice)
    return {"eleven_year_olds": elevens, "eleven_year_olds_completed": completed,
            "eleven_year_olds_in_primary": elevens - completed}


def library(aim, dice):
    best = max(0, min(3, round(aim - 0.8 + dice.normal(0, 0.3))))
    return ["chua_dat", "dat_chuan", "tien_tien", "xuat_sac"][best]


def secondary(school, aim, dice):
    per_class = {"primary": 28, "lower_secondary": 36, "upper_secondary": 39}
    numbers = {"thcs": {"lower_secondary": 12}, "thpt": {"upper_secondary": 24}, "th_thcs": {"primary": 12, "lower_secondary": 8},
               "thcs_thpt": {"lower_secondary": 8, "upper_secondary": 6},
               "th_thcs_thpt": {"primary": 12, "lower_secondary": 8, "upper_secondary": 6}}[school.type]
    classes = {stage: max(4, round(dice.normal(number, number / 5))) for stage, number in numbers.items()}
    pupils = {stage: round(number * dice.normal(per_class[stage] - 2 * school.hardship, 1.2)) for stage, number in classes.items()}
    total = sum(pupils.values())
    area = round(total * dice.normal(15, 3)) + dice.between(0, 9) / 2
    goals = dice.between(8, 40)
    figures = {
        "pupils": total, "classes": sum(classes.values()), "classrooms": sum(classes.values()) + dice.between(0, 4),
        "library_title": library(aim, dice), "specialised_school": school.specialised, "special_type_school": school.special_type,
        "urban_core": school.urban, "founded_after_2001": dice.chance(0.2),
        "largest_secondary_class": dice.between(37, 44) - round(aim), "site_area": area,
        "area_in_use": round(area * dice.normal(0.75, 0.05)), "playground_area": round(area * dice.normal(0.2, 0.02)),
        "shifts_per_day": 1 if dice.chance(0.8) else 2,
        "pupils_dropped_out": part(total, 0.006 + 0.006 * school.hardship, dice, 0.002),
        "pupils_repeating": part(total, 0.008 + 0.008 * school.hardship, dice, 0.003),
        "individual_goal_pupils": goals, "individual_goal_pupils_successful": part(goals, 0.93, dice),
        "cohorts_completed": dice.between(6, 40),
    }
    for stage in ("lower_secondary", "upper_secondary"):
        if stage in pupils:
            figures.update(results(stage, pupils[stage], school, aim, dice))
    if "primary" in pupils:
        figures.update({"largest_primary_class": dice.between(30, 37) - round(aim), "primary_pupils": pupils["primary"],
                        "pupils_completed": part(pupils["primary"], 0.9 + 0.025 * aim, dice, 0.015),
                        **eleven_year_olds(pupils["primary"], aim, dice)})
    return figures


def results(stage, pupils, school, aim, dice):
    if school.specialised:
        shares = [0.34, 0.61, 0, 0.99]
    else:
        shares = [0.04 + 0.02 * aim, 0.3 + 0.025 * aim, 0.07 - 0.012 * aim + 0.01 * school.hardship, 0.91 + 0.02 * aim]
    return {f"{stage}_pupils": pupils, **{f"{stage}_{word}": part(pupils, share, dice, 0.012 if share else 0) for word, share
                                          in zip(("excellent", "fair", "weak", "conduct"), shares)}}


# ---------------------------------------------------------------------------------------------------------------------
# Bringing figures in step


def satisfy(requirement, criteria_set, figures, dice):
    """Moves a figure that is on the wrong side of what is required just far enough, or a little further."""
    if criteria_set.met(requirement, figures) is False:
        field, factor, point = criteria_set.lever(requirement, figures)
        operator, required = criteria_set.asked(requirement, figures)
        spare = 0 if operator == "equals" else margin(criteria_set.fields[field], 3 * point, dice)
        if operator == "at_least":
            put(criteria_set, figures, field, at_or_above(required * factor) + spare)
        else:
            put(criteria_set, figures, field, at_or_below(required * factor) - spare)


def fall_short(requirement, criteria_set, figures, dice):
    """Moves a figure to the wrong side of what is required, mostly by little."""
    if criteria_set.met(requirement, figures) is True:
        field, factor, point = criteria_set.lever(requirement, figures)
        operator, required = criteria_set.asked(requirement, figures)
        if operator == "at_most" or required == 0:
            spare = margin(criteria_set.fields[field], 2 * point, dice)
            put(criteria_set, figures, field, at_or_below(required * factor) + 1 + spare)
        else:
            spare = margin(criteria_set.fields[field], 6 * point, dice)
            put(criteria_set, figures, field, at_or_above(required * factor) - 1 - spare)


def margin(field, most, dice):
    if field["type"] == "scale":
        return 0
    return dice.between(1, max(10, round(10 * most))) / 10 if field["type"] == "number" else dice.between(0, round(most))


def put(criteria_set, figures, name, value):
    field = criteria_set.fields[name]
    if field["type"] == "scale":
        figures[name] = field["values"][value]["id"]
    else:
        figures[name] = max(field["min"], min(field["max"], round(value, 1)))


def settle(figures):
    """Parts no larger than their whole."""
    for chain in CHAINS:
        for smaller, larger in reversed(list(zip(chain, chain[1:]))):
            if smaller in figures and larger in figures:
                figures[smaller] = min(figures[smaller], figures[larger])


def at_or_above(value):
    return math.ceil(value - 1e-9)


def at_or_below(value):
    return math.floor(value + 1e-9)
