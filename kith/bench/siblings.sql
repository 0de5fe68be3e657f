-- {{cared}} children in care at any time, over ten years: as many families of three as make that, each child in care for
-- two years and a half at a time and in three homes, of which the last two are shared with a brother or sister or not.
SET session_replication_role = replica;
CREATE TEMPORARY TABLE made AS
SELECT c, c / 3 AS family, md5('c{{seed}}' || c)::uuid AS id, h, h % 100 < 55 AS shares,
       date '2016-11-01' - 400 + (f % 4000) + CASE WHEN h % 10 < 3 THEN h % 400 ELSE 0 END AS first, 300 + h % 1200 AS stays
  FROM (SELECT c, ('x' || left(md5('h{{seed}}' || c), 7))::bit(28)::int AS h,
               ('x' || left(md5('f{{seed}}' || c / 3), 7))::bit(28)::int AS f
          FROM generate_series(0, {{cared}} * 9 / 2) c) x;
INSERT INTO people_person (id, recorded_at, source, birth_knowledge, born_on, sex, ethnicity, how_to_say)
SELECT id, now(), 'demo', 'exact', first - 2000, 'F', '', '' FROM made;
INSERT INTO people_relationship (id, recorded_at, source, person_id, other_id, kind, in_their_words, responsibility_from, during)
SELECT gen_random_uuid(), now(), 'demo', a.id, b.id, 'sibling', '', '', daterange(a.first - 2000, NULL)
  FROM made a JOIN made b ON b.family = a.family AND b.c <> a.c;
CREATE TEMPORARY TABLE stay AS
SELECT id, family, shares, n, first + stays * n / 3 AS began, first + stays * (n + 1) / 3 AS ended, gen_random_uuid() AS episode
  FROM made, generate_series(0, 2) n;
INSERT INTO care_episode (id, recorded_at, source, person_id, started_on, ceased_on, during, reason_new_episode, legal_status,
    need, placement_type, provider, reason_ceased, reason_place_change, reported_year)
SELECT episode, now(), 'demo', id, began, ended, daterange(began, ended), 'P', 'C2', 'N1', 'U6', 'PR1', 'X1', '', '' FROM stay;
INSERT INTO care_episodeplace (id, recorded_at, source, episode_id, person_id, home_postcode, placement_postcode, urn)
SELECT gen_random_uuid(), now(), 'demo', episode, id, '', CASE WHEN shares THEN 'F' || family || 'N' || n ELSE 'C' || left(id::text, 7) || n END, ''
  FROM stay;
SET session_replication_role = origin;
ANALYZE people_relationship;
ANALYZE care_episode;
ANALYZE care_episodeplace;
