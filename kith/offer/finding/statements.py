"""The statements of a search. Each is a short walk of an index, and none of those by distance can meet a secret place."""

from __future__ import annotations

# What a phone shows in a few screens: those that need no journey stand below the nearest.
PAGE, OTHERS, RANKED = 10, 5, 300
NEAREST, RARE = 1_200, 5_000
MATCH = "(websearch_to_tsquery('english', %s) || websearch_to_tsquery('simple', %s))"
WITHIN = " AND at <@ circle(point(%s, %s), %s)"
NEAR = """
SELECT service_id, place, at <-> point(%s, %s) AS far, 0 AS held FROM offer_spot
 WHERE at IS NOT NULL{within} ORDER BY at <-> point(%s, %s), id LIMIT %s OFFSET %s
"""
# Among the nearest alone: however rare what is asked for, the walk ends.
AMONG_NEAREST = """
SELECT service_id, place, far, 0 AS held FROM (
    SELECT id, service_id, place, words, at <-> point(%s, %s) AS far FROM offer_spot
     WHERE at IS NOT NULL{within} ORDER BY at <-> point(%s, %s) LIMIT %s) s
 WHERE true{narrowed} ORDER BY far, id LIMIT %s OFFSET %s
"""
# What is rare, all of it by the index of words, then put in order. `held`: how many; RARE of them may not be the nearest.
BY_WORDS = """
SELECT service_id, place, far, count(*) OVER () AS held FROM (
    SELECT id, service_id, place, at <-> point(%s, %s) AS far FROM offer_spot
     WHERE at IS NOT NULL{narrowed}{within} LIMIT %s OFFSET 0) s
 ORDER BY far, id LIMIT %s OFFSET %s
"""
NOWHERE = """
SELECT service_id, place, NULL::float8 AS far, 0 AS held FROM offer_spot
 WHERE at IS NULL AND first{narrowed} ORDER BY name, id LIMIT %s
"""
# Of what few have, all by the index of words and then in order: by name it may be a walk past all the others.
FEW_NOWHERE = """
SELECT service_id, place, NULL::float8 AS far, 0 AS held FROM (
    SELECT id, service_id, place, name FROM offer_spot WHERE at IS NULL AND first{narrowed} OFFSET 0) s
 ORDER BY name, id LIMIT %s
"""
# Both in one asking: those of no place have no distance.
BOTH = "SELECT * FROM ({near}) n UNION ALL SELECT * FROM ({nowhere}) o"
BY_NAME = """
SELECT service_id, place, NULL::float8 AS far, 0 AS held FROM offer_spot
 WHERE first{narrowed} ORDER BY name, id LIMIT %s OFFSET %s
"""
RANKING = """
SELECT service_id, place, NULL::float8 AS far, 0 AS held FROM (SELECT * FROM offer_spot WHERE first{narrowed} LIMIT %s) s
 ORDER BY ts_rank(words, {match}) DESC, name, id LIMIT %s OFFSET %s
"""
# What a list shows of each, fetched for those of the page alone and in their order.
SHOWN = """
SELECT s.service_id, s.place, s.far, (
    SELECT p.line || jsonb_build_object('assured', p.assured_on, 'stale', p.stale_after)
      FROM offer_published p WHERE p.service_id = s.service_id), s.held
  FROM ({rows}) s
"""
