-- CreateEnum
CREATE TYPE "api_token_scope" AS ENUM ('READ', 'WRITE');

-- AlterTable: tokens that exist may do what they could do before.
ALTER TABLE "api_token" ADD COLUMN     "last_used_at" TIMESTAMPTZ(3),
ADD COLUMN     "scope" "api_token_scope" NOT NULL DEFAULT 'WRITE';
ALTER TABLE "api_token" ALTER COLUMN "scope" DROP DEFAULT;

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "user_session_user_id_idx" ON "user_session"("user_id");

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say --------------------------------------------------------------------------

ALTER TABLE "user_session" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "user_session" FORCE ROW LEVEL SECURITY;
CREATE POLICY system_every_school ON "user_session" TO mnm_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON "user_session" TO mnm_system;
GRANT UPDATE ("last_used_at") ON "user_session" TO mnm_system;
-- Whoever signs out everywhere stops their calendar addresses too, in all their schools.
GRANT UPDATE ("revoked_at") ON "calendar_feed" TO mnm_system;

-- How long a session lasts: 14 days without use, 90 in all.
CREATE FUNCTION is_live_session(p_started timestamptz, p_last_used timestamptz, p_now timestamptz)
  RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT p_last_used > p_now - interval '14 days' AND p_started > p_now - interval '90 days' $$;

-- A last use is worth a write when the one that is kept is 10 minutes old.
CREATE FUNCTION is_use_to_note(p_last_used timestamptz, p_now timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT p_last_used IS NULL OR p_last_used <= p_now - interval '10 minutes' $$;

-- Whose a session is, while it lives; its use is noted. Null for one that has ended, that is another's, or of a
-- generation of sessions that has ended with a new password. The guard of every request: no session is read elsewhere.
-- Nothing durable may be written in its transaction: a use that is lost with a crash is none to wait for the disk.
CREATE FUNCTION user_of_session(p_session uuid, p_user uuid, p_session_version integer, p_now timestamptz)
  RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  last_used timestamptz;
BEGIN
  SELECT s.last_used_at INTO last_used
    FROM user_session s JOIN "user" u ON u.id = s.user_id
   WHERE s.id = p_session AND u.id = p_user AND u.session_version = p_session_version AND u.disabled_at IS NULL
     AND is_live_session(s.started_at, s.last_used_at, p_now);
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF is_use_to_note(last_used, p_now) THEN
    PERFORM set_config('synchronous_commit', 'off', true);
    UPDATE user_session SET last_used_at = p_now WHERE id = p_session AND is_use_to_note(last_used_at, p_now);
  END IF;
  RETURN p_user;
END $$;

-- What somebody is in one school. Null when they are unknown, disabled, or no (enabled) member.
CREATE FUNCTION member_of_school(p_user uuid, p_slug text) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('userId', u.id, 'personId', m.person_id, 'roles', to_jsonb(m.roles),
    'displayName', p.given_name || ' ' || p.family_name,
    'school', jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'timeZone', s.time_zone,
      'currency', s.currency, 'locale', s.locale, 'weekStart', s.week_start, 'phone', s.phone, 'email', s.email,
      'primaryColour', s.primary_colour, 'accentColour', s.accent_colour, 'logoUrl', s.logo_url))
  FROM "user" u
  JOIN school s ON s.slug = p_slug
  JOIN membership m ON m.school_id = s.id AND m.user_id = u.id AND m.disabled_at IS NULL
  JOIN person p ON p.school_id = m.school_id AND p.id = m.person_id
  WHERE u.id = p_user AND u.disabled_at IS NULL $$;

-- Who a session belongs to and what they are in one school: one round trip for the system role.
CREATE FUNCTION member_of_session(p_session uuid, p_user uuid, p_session_version integer, p_slug text, p_now timestamptz)
  RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  RETURN member_of_school(user_of_session(p_session, p_user, p_session_version, p_now), p_slug);
END $$;

-- The same for a token's hash, and what the token may do.
DROP FUNCTION member_of_token(text, text, timestamptz);
CREATE FUNCTION member_of_token(p_token_hash text, p_slug text, p_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  found_token record;
BEGIN
  SELECT k.school_id, k.id, k.user_id, k.scope, k.last_used_at INTO found_token
    FROM api_token k JOIN school s ON s.id = k.school_id AND s.slug = p_slug
   WHERE k.token_hash = p_token_hash AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > p_now);
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF is_use_to_note(found_token.last_used_at, p_now) THEN
    PERFORM set_config('synchronous_commit', 'off', true);
    UPDATE api_token k SET last_used_at = p_now
     WHERE k.school_id = found_token.school_id AND k.id = found_token.id AND is_use_to_note(k.last_used_at, p_now);
  END IF;
  RETURN member_of_school(found_token.user_id, p_slug)
    || jsonb_build_object('token', jsonb_build_object('scope', found_token.scope));
END $$;

-- The same for a calendar's secret address: null when it is unknown or stopped, or its person is no (enabled) member.
CREATE OR REPLACE FUNCTION member_of_feed(p_token_hash text) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT member_of_school(m.user_id, s.slug)
    || jsonb_build_object('feed', jsonb_build_object('id', f.id, 'scope', f.scope))
  FROM calendar_feed f
  JOIN school s ON s.id = f.school_id
  JOIN person p ON p.school_id = f.school_id AND p.id = f.person_id AND p.archived_at IS NULL
  JOIN membership m ON m.school_id = f.school_id AND m.person_id = f.person_id
  WHERE f.token_hash = p_token_hash AND f.revoked_at IS NULL $$;
DROP FUNCTION member_of_school(uuid, integer, text);

-- Whoever becomes something else in a school, or leaves it, loses the tokens and calendar addresses that they have
-- there and nowhere else, whichever use case it was. Sessions stay: what somebody may do is read at every request.
CREATE FUNCTION end_access_of_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE api_token SET revoked_at = clock_timestamp()
   WHERE school_id = OLD.school_id AND user_id = OLD.user_id AND revoked_at IS NULL;
  UPDATE calendar_feed SET revoked_at = clock_timestamp()
   WHERE school_id = OLD.school_id AND person_id = OLD.person_id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "membership_change_ends_access" AFTER UPDATE OF "roles", "disabled_at" ON "membership" FOR EACH ROW
  WHEN (NOT (OLD."roles" @> NEW."roles" AND NEW."roles" @> OLD."roles")
        OR OLD."disabled_at" IS DISTINCT FROM NEW."disabled_at")
  EXECUTE FUNCTION end_access_of_membership();
