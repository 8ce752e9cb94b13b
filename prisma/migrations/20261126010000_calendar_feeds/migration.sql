-- A calendar program asks with nothing but the secret in its address: whose it is and what they are in the school
-- now, in one round trip for the system role. Null when the address is unknown or stopped, or its person is no
-- (enabled) member any more.
CREATE FUNCTION member_of_feed(p_token_hash text) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT member_of_school(m.user_id, NULL, s.slug)
    || jsonb_build_object('feed', jsonb_build_object('id', f.id, 'scope', f.scope))
  FROM calendar_feed f
  JOIN school s ON s.id = f.school_id
  JOIN person p ON p.school_id = f.school_id AND p.id = f.person_id AND p.archived_at IS NULL
  JOIN membership m ON m.school_id = f.school_id AND m.person_id = f.person_id
  WHERE f.token_hash = p_token_hash AND f.revoked_at IS NULL $$;

-- A booked lesson has one number of changes for calendars, the lesson's: never below what was mailed before it was kept.
-- The owner is bound by the policies, too, and has none.
ALTER TABLE "booking" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "lesson" NO FORCE ROW LEVEL SECURITY;
UPDATE "lesson" l SET "sequence" = b."sequence" FROM "booking" b
  WHERE b."school_id" = l."school_id" AND b."lesson_id" = l."id" AND b."sequence" > l."sequence";
ALTER TABLE "lesson" FORCE ROW LEVEL SECURITY;
ALTER TABLE "booking" FORCE ROW LEVEL SECURITY;
