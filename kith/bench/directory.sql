-- {{services}} services of a made-up county: words, ages, needs, days and places from the digest of a number.
INSERT INTO offer_provider (id, recorded_at, source, name, description, website, email)
SELECT md5('p' || n)::uuid, now(), 'demo', 'Provider ' || n, 'A trust.', '', '' FROM generate_series(1, {{services}} / 5) n;

CREATE TEMPORARY TABLE made AS
SELECT n, md5('s' || n)::uuid AS id, md5('p' || (n % ({{services}} / 5) + 1))::uuid AS provider, h, n % 50 = 0 AS nowhere,
       w[1 + h % 40] || ' ' || w[1 + (h / 40) % 40] || ' ' || n AS name,
       'A ' || w[1 + (h / 7) % 40] || ' group with ' || w[1 + (h / 11) % 40] || ' and ' || w[1 + (h / 13) % 40]
           || ', for families near here. ' || repeat('Come and see us. ', 1 + h % 6) AS says,
       needs[1 + h % 16] AS need, h % 12 AS first, 4 + h % 12 + h % 8 AS last, 1 + h % 7 AS day
  FROM (SELECT n, ('x' || left(md5('h{{seed}}' || n), 7))::bit(28)::int AS h FROM generate_series(1, {{services}}) n) x,
       (SELECT string_to_array('toddler music food debt football chess garden swimming sewing reading cooking drama dance '
            || 'boxing art film homework bicycle walking singing baby sleep fathers grief anger anxiety autism signing '
            || 'housing benefits kinship fostering carers college driving coding farm forest beach library', ' ') AS w,
            ARRAY['money', 'food', 'home', 'baby', 'childcare', 'parenting', 'feelings', 'disability', 'carers', 'kinship',
                  'leaving_care', 'abuse', 'drugs', 'young', 'learning', 'law'] AS needs) w;

INSERT INTO offer_service (id, recorded_at, source, provider_id, name, description, status, url, email, minimum_age,
    maximum_age, needs, languages, area, alert, confidential, provider_email, published, external, digest)
SELECT id, now(), 'demo', provider, name, says, 'active', '', '', first, last, ARRAY[need], '{}', 'Here', '', false, '', true, '', ''
  FROM made;

INSERT INTO offer_published (service_id, provider_id, name, confidential, minimum_age, maximum_age, modified_at, document)
SELECT id, provider, name, false, first, last, now(), jsonb_build_object(
    'id', id, 'organization_id', provider, 'name', name, 'description', says, 'status', 'active',
    'minimum_age', first, 'maximum_age', last, 'last_modified', '2026-11-27T00:00:00.000Z',
    'organization', jsonb_build_object('id', provider, 'name', 'A provider', 'description', 'A trust.'),
    'attributes', '[]'::jsonb, 'languages', '[]'::jsonb,
    'phones', jsonb_build_array(jsonb_build_object('id', id, 'number', '01632 960001')),
    'service_areas', '[]'::jsonb, 'cost_options', jsonb_build_array(jsonb_build_object('id', id, 'amount', 0)),
    'schedules', jsonb_build_array(jsonb_build_object('id', id, 'freq', 'WEEKLY', 'byday', 'MO', 'opens_at', '09:00:00')),
    'service_at_locations', CASE WHEN nowhere THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object(
        'id', id, 'service_id', id, 'location_id', id, 'location', jsonb_build_object('id', id, 'location_type', 'physical',
        'name', 'A hall', 'addresses', jsonb_build_array(jsonb_build_object('id', id, 'address_1', '1 Kiln Garth', 'city',
        'Pellbridge', 'state_province', 'Kithshire', 'postal_code', 'KH6 1AA', 'country', 'GB', 'address_type', 'physical'))))) END)
  FROM made;

INSERT INTO offer_spot (id, service_id, place, name, first, confidential, at, words)
SELECT id, id, CASE WHEN NOT nowhere THEN id END, name, true, false,
       CASE WHEN NOT nowhere THEN point(800000 + (h / 3) % 55000, 400000 + (h / 17) % 55000) END,
       to_tsvector('english', name || ' ' || says) || array_to_tsvector(ARRAY['need=' || need, 'day=' || day, 'free=yes']
           || ARRAY(SELECT 'age=' || a FROM generate_series(first, least(last, 25)) a))
  FROM made;

INSERT INTO offer_word SELECT DISTINCT lower(w) FROM made, regexp_split_to_table(name || ' ' || says, '[^A-Za-z]+') w
 WHERE length(w) > 2;
