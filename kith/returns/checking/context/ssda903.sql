-- What rules on the SSDA903 may read beside the tables of the return.
--
-- Each table of the return (Header, Episodes, Reviews, UASC, OC2, OC3, AD1, PlacedAdoption, PrevPerm, Missing, SWEpisodes,
-- DoLo) has `row`, its columns by name, dates as days, SDQ_SCORE as a number, postcodes in capitals without a space, and
-- for dates, numbers and postcodes the text as given in NAME_text. Blank is null. Last year's are Header_last and so on.
--
-- Header has UASC besides: as given in XML, else '1' for a child with a row in UASC and '0' for others.
-- Episodes and Episodes_last have besides, of the child: dob, sex (from Header), uasc (in UASC this year or last);
--   in the child's own order (DECOM, or DEC where it cannot be read, then DEC, row): nth, count_of, prev_* and next_* of the columns named below, period (which
--   spell of care, counted at each RNE = 'S'), period_start, period_first and period_last (rows);
--   short_break (LS V3 or V4), till (DEC, or the last day of the year where open), PL_LA, PL_LOCATION, PL_DISTANCE.
-- Children has one row for each child anywhere in this year's return: child, header_row, dob, sex, mother, uasc, uasc_now, uasc_last,
--   episodes (how many), only_short_breaks, cla12 (looked after the whole year), has_oc3 and has_ad1 (any answer given),
--   first_start (earliest DECOM with RNE S), last_row, last_dec, last_rec, last_place, last_ls (of the latest episode).

CREATE TABLE in_uasc AS SELECT DISTINCT CHILD AS child, true AS now, false AS last FROM UASC_read WHERE CHILD IS NOT NULL;
INSERT INTO in_uasc SELECT DISTINCT CHILD, false, true FROM UASC_last_read WHERE CHILD IS NOT NULL;
CREATE TABLE uasc_of AS SELECT child, bool_or(now) AS now, bool_or(last) AS last FROM in_uasc GROUP BY child;

CREATE TABLE Header AS
SELECT * EXCLUDE (UASC), CASE WHEN {{uasc_given}} THEN UASC
    WHEN CHILD IN (SELECT CHILD FROM UASC_read) THEN '1' ELSE '0' END AS UASC
FROM Header_read;
CREATE TABLE Header_last AS
SELECT * EXCLUDE (UASC, SEX), CASE SEX WHEN '1' THEN 'M' WHEN '2' THEN 'F' WHEN '0' THEN 'U' WHEN '9' THEN 'U' ELSE SEX END AS SEX,
    CASE WHEN {{uasc_last_given}} THEN UASC
    WHEN CHILD IN (SELECT CHILD FROM UASC_last_read) THEN '1' ELSE '0' END AS UASC
FROM Header_last_read;

{{episodes}}

CREATE VIEW every_child AS {{every_child}};

CREATE TABLE Children AS
WITH header AS (SELECT CHILD AS child, min_by((row, DOB, SEX, MOTHER), row) AS h FROM Header GROUP BY CHILD),
spells AS (
    SELECT CHILD AS child, count(*) AS episodes, bool_and(short_break) AS only_short_breaks,
        min(DECOM) FILTER (RNE = 'S') AS first_start,
        max_by((row, DEC, REC, PLACE, LS), nth) AS latest,
        bool_or(DECOM <= ye() AND (DEC IS NULL OR DEC >= ys()))
            AND NOT bool_or(coalesce(RNE = 'S' AND DECOM > ys(), false))
            AND NOT bool_or(coalesce(REC <> 'X1' AND DEC < ye(), false))
            AND NOT bool_or(coalesce(short_break, false)) AS cla12
    FROM Episodes GROUP BY CHILD)
SELECT ids.child, h[1] AS header_row, h[2] AS dob, h[3] AS sex, h[4] AS mother,
    coalesce(u.now OR u.last, false) AS uasc, coalesce(u.now, false) AS uasc_now, coalesce(u.last, false) AS uasc_last,
    coalesce(episodes, 0) AS episodes, coalesce(only_short_breaks, false) AS only_short_breaks,
    coalesce(cla12, false) AS cla12,
    ids.child IN (SELECT CHILD FROM OC3 WHERE coalesce(IN_TOUCH, ACTIV, ACCOM) IS NOT NULL) AS has_oc3,
    ids.child IN (SELECT CHILD FROM AD1 WHERE coalesce(CAST(DATE_INT AS VARCHAR), CAST(DATE_MATCH AS VARCHAR), FOSTER_CARE,
        NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR) IS NOT NULL) AS has_ad1,
    first_start, latest[1] AS last_row, latest[2] AS last_dec, latest[3] AS last_rec, latest[4] AS last_place,
    latest[5] AS last_ls
FROM every_child AS ids LEFT JOIN header USING (child) LEFT JOIN spells USING (child) LEFT JOIN uasc_of AS u USING (child);
