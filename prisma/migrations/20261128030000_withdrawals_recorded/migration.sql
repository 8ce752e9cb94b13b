-- An id as the app makes them (RFC 9562, version 7): what is newer sorts later. PostgreSQL has its own from 18 on.
CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
    52, 1), 53, 1), 'hex')::uuid $$;

-- Withdraws a person's open invitation; with roles, only one that gives any of them. That it was withdrawn is kept
-- here, so that no use case has to remember it, and only of one that could still be accepted. Who acts, and when, is
-- what the transaction was begun with ("app.acting", lib/db/acting.ts); without that, nobody of the school, now.
DROP FUNCTION withdraw_invitations(uuid, uuid);
CREATE FUNCTION withdraw_invitations(p_school uuid, p_person uuid, p_roles role[] DEFAULT NULL)
  RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_acting jsonb := NULLIF(current_setting('app.acting', true), '')::jsonb;
  v_now timestamptz := COALESCE((v_acting ->> 'at')::timestamptz, clock_timestamp());
BEGIN
  WITH withdrawn AS (
    UPDATE invitation SET revoked_at = v_now
     WHERE school_id = p_school AND person_id = p_person AND accepted_at IS NULL AND revoked_at IS NULL
       AND (p_roles IS NULL OR roles && p_roles)
    RETURNING expires_at)
  INSERT INTO security_event (id, kind, at, user_id, school_id, person_id, actor_id, request_id)
    SELECT new_id(), 'INVITATION_WITHDRAWN', v_now,
        (SELECT m.user_id FROM membership m WHERE m.school_id = p_school AND m.person_id = p_person),
        p_school, p_person, (v_acting ->> 'actorId')::uuid, v_acting ->> 'requestId'
      FROM withdrawn WHERE expires_at > v_now;
END $$;

-- Whoever loses a role, or the way into the school, does not get it back by a link from before.
CREATE FUNCTION withdraw_invitations_of_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM withdraw_invitations(OLD.school_id, OLD.person_id, CASE WHEN NEW.disabled_at IS NULL
    THEN ARRAY(SELECT unnest(OLD.roles) EXCEPT SELECT unnest(NEW.roles)) END);
  RETURN NULL;
END $$;
CREATE TRIGGER "membership_loss_withdraws_invitations" AFTER UPDATE OF "roles", "disabled_at" ON "membership"
  FOR EACH ROW WHEN (OLD."disabled_at" IS NULL AND (NEW."disabled_at" IS NOT NULL OR NOT NEW."roles" @> OLD."roles"))
  EXECUTE FUNCTION withdraw_invitations_of_membership();

-- From now on the owner who did it themselves is named, too: nobody named is whoever runs the site. The few tokens
-- that were made at the command line cannot be told from the others any more.
ALTER TABLE "security_event" NO FORCE ROW LEVEL SECURITY;
UPDATE "security_event" SET actor_id = person_id
 WHERE actor_id IS NULL AND kind IN ('TOKEN_MADE', 'TOKEN_REVOKED', 'INVITATION_ACCEPTED');
ALTER TABLE "security_event" FORCE ROW LEVEL SECURITY;
