WITH began AS (
    SELECT DISTINCT ON (person, date_trunc('quarter', on_day)) person, on_day, offered, held
      FROM (SELECT person_id AS person, started_on AS on_day,
                   family_meeting_offered IS TRUE AS offered, family_meeting_held IS TRUE AS held
              FROM protection_preproceedings
            UNION ALL
            SELECT person_id, happened_on, false, false FROM help_helpfact WHERE kind = 'family_help') b
     WHERE on_day BETWEEN %(first)s AND %(last)s
     ORDER BY person, date_trunc('quarter', on_day), offered DESC, on_day
), fact AS (
    SELECT b.*, coalesce(m.offered, false) AS told, coalesce(m.accepted, false) AS accepted, coalesce(m.held, false) AS met,
           EXISTS (SELECT FROM decisions_exemption x WHERE x.person_id = b.person AND x.decided_on <= %(today)s) AS exempt,
           EXISTS (SELECT FROM decisions_meetingfact f JOIN decisions_offeranswer a ON a.offer_id = f.offer_id
                    WHERE f.person_id = b.person AND f.kind = 'offered' AND a.answer = 'declined'
                      AND f.happened_on BETWEEN b.on_day - 183 AND %(today)s) AS declined
      FROM began b
      LEFT JOIN LATERAL (
           SELECT bool_or(kind = 'offered') AS offered, bool_or(kind = 'accepted') AS accepted, bool_or(kind = 'held') AS held
             FROM decisions_meetingfact f
            WHERE f.person_id = b.person AND f.happened_on BETWEEN b.on_day - 183 AND %(today)s) m ON true
)
SELECT person AS unit, NULL::uuid AS family, person, on_day,
       CASE WHEN accepted OR met OR held THEN 'accepted' WHEN declined THEN 'declined'
            WHEN told OR offered THEN 'waiting' WHEN exempt THEN 'exempt' ELSE 'not_made' END AS state
  FROM fact
