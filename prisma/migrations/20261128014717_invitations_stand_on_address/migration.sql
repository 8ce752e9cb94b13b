-- An open invitation stands on the address that it was sent to and on what its person is to the school. Whoever
-- changes either withdraws it in the same transaction, whichever use case it was: a link in a stranger's mailbox,
-- or one for a guardian who is none any more, opens nothing.
CREATE FUNCTION withdraw_invitations(p_school uuid, p_person uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE invitation SET revoked_at = clock_timestamp()
   WHERE school_id = p_school AND person_id = p_person AND accepted_at IS NULL AND revoked_at IS NULL $$;

CREATE FUNCTION withdraw_invitations_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM withdraw_invitations(OLD.school_id, OLD.id);
  RETURN NULL;
END $$;
CREATE TRIGGER "person_change_withdraws_invitations" AFTER UPDATE OF "email", "archived_at" ON "person" FOR EACH ROW
  WHEN (lower(btrim(OLD."email")) IS DISTINCT FROM lower(btrim(NEW."email"))
        OR (OLD."archived_at" IS NULL AND NEW."archived_at" IS NOT NULL))
  EXECUTE FUNCTION withdraw_invitations_of_person();
CREATE TRIGGER "teacher_archive_withdraws_invitations" AFTER UPDATE OF "archived_at" ON "teacher" FOR EACH ROW
  WHEN (OLD."archived_at" IS NULL AND NEW."archived_at" IS NOT NULL)
  EXECUTE FUNCTION withdraw_invitations_of_person();
CREATE TRIGGER "student_change_withdraws_invitations" AFTER UPDATE OF "archived_at", "family_id" ON "student" FOR EACH ROW
  WHEN ((OLD."archived_at" IS NULL AND NEW."archived_at" IS NOT NULL) OR OLD."family_id" <> NEW."family_id")
  EXECUTE FUNCTION withdraw_invitations_of_person();

CREATE FUNCTION withdraw_invitations_of_guardian() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM withdraw_invitations(OLD.school_id, OLD.person_id);
  RETURN NULL;
END $$;
CREATE TRIGGER "guardian_change_withdraws_invitations" AFTER UPDATE OR DELETE ON "guardian" FOR EACH ROW
  EXECUTE FUNCTION withdraw_invitations_of_guardian();

-- A link for a new password was mailed to the address of that moment.
CREATE FUNCTION end_resets_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE password_reset SET used_at = clock_timestamp() WHERE user_id = OLD.id AND used_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "user_email_ends_resets" AFTER UPDATE OF "email" ON "user" FOR EACH ROW
  WHEN (OLD."email" IS DISTINCT FROM NEW."email") EXECUTE FUNCTION end_resets_of_user();
