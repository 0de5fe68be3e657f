-- {{homes}} homes with room in a made-up county, each approved or registered, and one social worker: from the digest of a number.
INSERT INTO access_organisation (id, name, kind) VALUES (md5('o')::uuid, 'Kithshire', 'council');
INSERT INTO access_team (id, organisation_id, name, duty_number) VALUES (md5('t')::uuid, md5('o')::uuid, 'Homes', '');
INSERT INTO access_account (id, password, login, display_name, role, organisation_id, team_id, job_title, phone, is_active, language)
VALUES ('{{worker}}', '!', 'worker@kithshire.example', 'Worker', 'social_worker', md5('o')::uuid, md5('t')::uuid, '', '', true, '');

INSERT INTO homes_provider (id, recorded_at, source, name, kind, owner, urn)
SELECT md5('p' || n)::uuid, now(), 'demo', 'Provider ' || n, (ARRAY['council', 'other', 'private', 'voluntary'])[1 + n % 4], '', ''
  FROM generate_series(1, 40) n;

CREATE TEMPORARY TABLE made AS
SELECT n, md5('h' || n)::uuid AS id, h, CASE WHEN h % 20 = 0 THEN 'residential' WHEN h % 20 = 1 THEN 'supported' ELSE 'foster' END AS kind,
       (ARRAY[1, 1, 1, 1, 2, 2, 2, 3, 3, 4])[1 + (h / 7) % 10] AS places, codes
  FROM (SELECT n, ('x' || left(md5('{{seed}}' || n), 7))::bit(28)::int AS h FROM generate_series(1, {{homes}}) n) x,
       (SELECT ARRAY['siblings', 'teenagers', 'unaccompanied', 'trauma', 'babies', 'disability', 'health', 'autism', 'school'] AS codes) c;

INSERT INTO homes_home (id, recorded_at, source, kind, name, reference, provider_id, places, free, opened_on, east, north,
    skills, languages, faiths, cultures, lives_here)
SELECT id, now(), 'demo', kind, 'Home ' || n, 'B-' || n, md5('p' || (h % 40 + 1))::uuid, places, places, '2015-01-01',
       800 + (h / 3) % 60, 400 + (h / 17) % 60,
       ARRAY[codes[1 + h % 9], codes[1 + (h / 9) % 9]], ARRAY['eng', (ARRAY['ara', 'som', 'pol', 'urd'])[1 + h % 4]],
       ARRAY[(ARRAY['christian', 'muslim', 'none'])[1 + h % 3]], ARRAY[(ARRAY['white', 'black', 'asian', 'mixed'])[1 + (h / 5) % 4]],
       ARRAY[(ARRAY['dog', 'cat', 'garden'])[1 + h % 3], (ARRAY['own_room', 'one_carer', 'town'])[1 + (h / 3) % 3]]
  FROM made;

INSERT INTO homes_approval (id, recorded_at, source, starts_on, places, age_from, age_to, sex, words, temporary, decided_by, why, home_id)
SELECT md5('a' || n)::uuid, now(), 'demo', '2015-01-01', places, (ARRAY[0, 0, 5, 8])[1 + h % 4], (ARRAY[17, 17, 12, 17])[1 + h % 4],
       '', '', false, id, '', id FROM made WHERE kind = 'foster';

INSERT INTO homes_registration (id, recorded_at, source, starts_on, places, age_from, age_to, sex, words, urn, suspended, home_id)
SELECT md5('r' || n)::uuid, now(), 'demo', '2015-01-01', places, CASE kind WHEN 'supported' THEN 16 ELSE 8 END, 17, '', '', 'SC990000',
       false, id FROM made WHERE kind <> 'foster';

-- Three hundred children in two hundred groups: a hundred alone, a hundred pairs.
INSERT INTO homes_profile (id, recorded_at, source, reference, together, born_on, sex, unaccompanied, trauma, strengths, skills,
    languages, faiths, cultures, likes, avoids, parents_like, home_east, home_north, school_east, school_north, loved, asked_on)
SELECT md5('c' || n)::uuid, now(), 'demo', 'C-' || n, md5('g' || CASE WHEN n <= 100 THEN n ELSE 101 + (n - 101) / 2 END)::uuid,
       current_date - (400 + h % 5900), (ARRAY['F', 'M'])[1 + h % 2], false, h % 4 = 0, 'Draws horses.',
       CASE WHEN h % 3 = 0 THEN ARRAY[(ARRAY['school', 'health', 'autism'])[1 + h % 3]] ELSE '{}'::text[] END, '{}',
       '{}', CASE WHEN h % 5 = 0 THEN ARRAY['black'] ELSE '{}'::text[] END,
       ARRAY[(ARRAY['dog', 'cat', 'garden'])[1 + h % 3]], '{}', '{}',
       800 + (h / 3) % 60, 400 + (h / 17) % 60, 800 + (h / 3) % 60, 400 + (h / 17) % 60, '{}', current_date - h % 90
  FROM (SELECT n, ('x' || left(md5('c{{seed}}' || n), 7))::bit(28)::int AS h FROM generate_series(1, 300) n) x;
