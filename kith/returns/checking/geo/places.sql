-- Where each postcode of the return is: post; la and la_sure (certainly that one, or certainly none); east
-- and north in metres; reach, how many miles off that may be: null where we cannot tell, 0 for no such place.
CREATE TABLE postcode_places AS
WITH written AS (
    SELECT PL_POST AS post FROM Episodes_read UNION SELECT HOME_POST FROM Episodes_read
    UNION SELECT PL_POST FROM Episodes_last_read UNION SELECT HOME_POST FROM Episodes_last_read),
real AS (
    SELECT post, left(post, -3) AS outcode, left(post, -3) || ' ' || left(right(post, 3), 1) AS sector,
        regexp_extract(post, '^[A-Z]+') AS area, area = 'BT' AS irish, area IN ('GY', 'IM', 'JE') AS crown,
        area IN ('AB', 'DD', 'DG', 'EH', 'FK', 'G', 'HS', 'IV', 'KA', 'KW', 'KY', 'ML', 'PA', 'PH', 'TD',
            'ZE') AS scottish
    FROM written WHERE regexp_full_match(post, '[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}')),
-- Postcodes of Northern Ireland are on another grid.
exact AS (
    SELECT post, any_value(la) AS la,
        any_value((east, north)) FILTER (east > 0 AND north > 0 AND NOT starts_with(post, 'BT')) AS spot
    FROM given_places LEFT JOIN authority_names USING (written)
    WHERE post IN (SELECT post FROM real) GROUP BY post),
near AS (
    SELECT place, coalesce(own.la, c.la) AS la, (east, north) AS middle, sole
    FROM (FROM all_centroids UNION ALL BY NAME FROM invented_places) AS c
        LEFT JOIN own_names AS own ON own.written = c.la)
SELECT real.post,
    CASE WHEN x.la IS NOT NULL THEN x.la WHEN s.place IS NOT NULL THEN s.la
        WHEN scottish THEN 'SCO' WHEN irish THEN 'NIR' ELSE o.la END AS la,
    CASE WHEN x.la IS NOT NULL THEN true WHEN s.place IS NOT NULL THEN s.sole
        WHEN scottish OR irish THEN true WHEN o.place IS NOT NULL THEN o.sole ELSE NOT crown END AS la_sure,
    coalesce(x.spot, s.middle, o.middle) AS chosen, chosen[1] AS east, chosen[2] AS north,
    CASE WHEN x.spot IS NOT NULL THEN 0
        WHEN s.la IS NOT NULL THEN {{sector_reach}}
        WHEN coalesce(s.place, o.place) IS NOT NULL THEN {{outcode_reach}}
        WHEN scottish OR irish OR crown THEN NULL ELSE 0 END AS reach
FROM real LEFT JOIN exact AS x USING (post) LEFT JOIN near AS s ON s.place = sector
    LEFT JOIN near AS o ON o.place = outcode;
