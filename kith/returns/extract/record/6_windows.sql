-- Children whom the council has worked with: a list of people holds them, not everybody
-- whom the record names.
served AS MATERIALIZED (
    SELECT who FROM referral UNION SELECT who FROM assessment UNION SELECT who FROM need_plan
     UNION SELECT who FROM enquiry UNION SELECT who FROM protection_plan UNION SELECT who FROM pre_proceedings
     UNION SELECT who FROM contact UNION SELECT who FROM early_help
     UNION SELECT who FROM episode UNION SELECT who FROM care_leaver UNION SELECT who FROM adopting
),
-- How far the lists look back: the same day of the month six and twelve months before, itself counted.
since AS (
    SELECT (%(as_at)s::date - interval '6 months')::date AS six,
           (%(as_at)s::date - interval '12 months')::date AS twelve
)
