-- Help for children in need and protection, as at the day.
referral AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, r.person_id) AS who, r.id, r.referred_on, r.referral_source,
           r.primary_need,
           CASE WHEN r.closed_on <= %(as_at)s::date THEN r.closed_on END AS closed_on,
           CASE WHEN r.closed_on <= %(as_at)s::date THEN r.reason_closed END AS reason_closed,
           r.no_further_action,
           CASE WHEN r.transfer_conference_on <= %(as_at)s::date THEN r.transfer_conference_on END
           AS transfer_conference_on
      FROM help_referral r LEFT JOIN link ON link.person_id = r.person_id
     WHERE r.referred_on <= %(as_at)s::date
),
assessment AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, a.person_id) AS who, a.id, a.referral_id, a.started_on,
           CASE WHEN a.authorised_on <= %(as_at)s::date THEN a.authorised_on END AS authorised_on
      FROM help_assessment a LEFT JOIN link ON link.person_id = a.person_id
     WHERE a.started_on <= %(as_at)s::date
),
need_plan AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, c.person_id) AS who, c.id, c.referral_id, c.started_on,
           CASE WHEN c.ended_on <= %(as_at)s::date THEN c.ended_on END AS ended_on
      FROM help_childinneedplan c LEFT JOIN link ON link.person_id = c.person_id
     WHERE c.started_on <= %(as_at)s::date
),
enquiry AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, s.person_id) AS who, s.id, s.referral_id, s.started_on,
           s.conference_target_on, s.conference_not_required,
           CASE WHEN s.conference_on <= %(as_at)s::date THEN s.conference_on END AS conference_on
      FROM protection_section47 s LEFT JOIN link ON link.person_id = s.person_id
     WHERE s.started_on <= %(as_at)s::date
),
-- An initial conference of a child who moved in on a plan stands with the referral.
conference AS (
    SELECT who, conference_on FROM enquiry WHERE conference_on IS NOT NULL
     UNION SELECT who, transfer_conference_on FROM referral WHERE transfer_conference_on IS NOT NULL
),
protection_plan AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, c.person_id) AS who, c.id, c.referral_id, c.started_on,
           CASE WHEN c.ended_on <= %(as_at)s::date THEN c.ended_on END AS ended_on,
           c.initial_category, c.latest_category, c.previous_plans
      FROM protection_childprotectionplan c LEFT JOIN link ON link.person_id = c.person_id
     WHERE c.started_on <= %(as_at)s::date
),
plan_review AS (
    SELECT coalesce(link.canonical_id, r.person_id) AS who, r.id, r.plan_id, r.reviewed_on
      FROM protection_protectionplanreview r LEFT JOIN link ON link.person_id = r.person_id
     WHERE r.reviewed_on <= %(as_at)s::date
),
factors AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, f.person_id) AS who, f.assessment_id,
           json_agg(f.code ORDER BY f.code) AS codes
      FROM help_assessmentfactor f JOIN assessment ON assessment.id = f.assessment_id
      LEFT JOIN link ON link.person_id = f.person_id
     WHERE assessment.authorised_on IS NOT NULL GROUP BY 1, 2
),
pre_proceedings AS (
    SELECT coalesce(link.canonical_id, p.person_id) AS who, p.id, p.started_on, p.outcome, p.review_meetings,
           CASE WHEN p.letter_sent_on <= %(as_at)s::date THEN p.letter_sent_on END AS letter_sent_on,
           CASE WHEN p.first_meeting_on <= %(as_at)s::date THEN p.first_meeting_on END AS first_meeting_on,
           CASE WHEN p.decided_on <= %(as_at)s::date THEN p.decided_on END AS decided_on,
           CASE WHEN p.letter_of_issue_on <= %(as_at)s::date THEN p.letter_of_issue_on END
               AS letter_of_issue_on
      FROM protection_preproceedings p LEFT JOIN link ON link.person_id = p.person_id
     WHERE p.started_on <= %(as_at)s::date
),
-- A child about whom somebody asked the council for help, once a worker had found who that is. Where it became no
-- referral, who asks for their own family is told as family (1A), who asks for somebody they know as an acquaintance (1B).
contact AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, p.person_id) AS who, p.id,
           (q.asked_at AT TIME ZONE 'Europe/London')::date AS asked_on,
           coalesce(nullif(r.referral_source, ''),
                    CASE q.how WHEN 'self' THEN '1A' WHEN 'other' THEN '1B' END) AS source, decided.tier
      FROM help_requestperson p JOIN help_helprequest q ON q.id = p.request_id
      LEFT JOIN help_referral r ON r.id = p.referral_id
      LEFT JOIN link ON link.person_id = p.person_id
      LEFT JOIN (SELECT DISTINCT ON (request_id) request_id, tier FROM help_thresholddecision
                  WHERE (decided_at AT TIME ZONE 'Europe/London')::date <= %(as_at)s::date
                  ORDER BY request_id, decided_at DESC) decided ON decided.request_id = q.id
      JOIN (SELECT who AS child, years FROM person) asked_of
        ON asked_of.child = coalesce(link.canonical_id, p.person_id) AND coalesce(asked_of.years < 18, true)
     WHERE (q.asked_at AT TIME ZONE 'Europe/London')::date <= %(as_at)s::date
),
-- Visits on which a worker of the council saw the child. That one was tried in vain is on the story alone.
visit AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, v.person_id) AS who, v.id, v.seen_on,
           CASE WHEN e.facts->>'alone' IN ('yes', 'part') THEN true
                WHEN e.facts->>'alone' IN ('no', 'offered') THEN false END AS alone
      FROM story_visited v JOIN story_event e ON e.id = v.event_id LEFT JOIN link ON link.person_id = v.person_id
     WHERE v.seen_on <= %(as_at)s::date
),
-- Family Help on no footing but agreement, which is early help, and why it ended if it ended with the family's.
early_help AS MATERIALIZED (
    SELECT b.who, b.id, b.started_on, b.ended_on, gone.why_ended
      FROM (SELECT coalesce(link.canonical_id, s.person_id) AS who, s.id, lower(s.during) AS started_on,
                   CASE WHEN upper(s.during) - 1 <= %(as_at)s::date THEN upper(s.during) - 1 END AS ended_on
              FROM help_statutorybasis s LEFT JOIN link ON link.person_id = s.person_id
             WHERE s.basis = 'none' AND lower(s.during) <= %(as_at)s::date) b
      LEFT JOIN (SELECT m.who, h.ended_on, min(h.why_ended) AS why_ended
                   FROM help_familyhelp h JOIN family_member m ON m.family_id = h.family_id
                  WHERE h.ended_on IS NOT NULL GROUP BY m.who, h.ended_on) gone
        ON gone.who = b.who AND gone.ended_on = b.ended_on
),
early_assessment AS (
    SELECT DISTINCT e.who, a.id, a.started_on, organisation.name AS organisation,
           CASE WHEN a.finished_on <= %(as_at)s::date THEN a.finished_on END AS finished_on
      FROM help_familyassessment a JOIN family_member m ON m.family_id = a.family_id
      JOIN early_help e
        ON e.who = m.who AND a.started_on BETWEEN e.started_on AND coalesce(e.ended_on, 'infinity')
      LEFT JOIN access_account account ON account.id = a.recorded_by
      LEFT JOIN access_team team ON team.id = account.team_id
      LEFT JOIN access_organisation organisation ON organisation.id = team.organisation_id
     WHERE a.started_on <= %(as_at)s::date
),
