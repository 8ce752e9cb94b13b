-- CreateEnum
CREATE TYPE "security_event_kind" AS ENUM ('SIGNED_IN', 'SIGN_IN_FAILED', 'SIGN_IN_LIMITED', 'RESET_REQUESTED', 'RESET_DONE', 'PASSWORD_CHANGED', 'SESSIONS_ENDED', 'ROLES_CHANGED', 'MEMBERSHIP_ENDED', 'TOKEN_MADE', 'TOKEN_REVOKED', 'INVITATION_ACCEPTED', 'INVITATION_WITHDRAWN', 'ADDRESS_CHANGED');

-- CreateTable
CREATE TABLE "security_event" (
    "id" UUID NOT NULL,
    "kind" "security_event_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "user_id" UUID,
    "school_id" UUID,
    "person_id" UUID,
    "actor_id" UUID,
    "device" TEXT,
    "request_id" TEXT,

    CONSTRAINT "security_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "security_event_user_id_at_idx" ON "security_event"("user_id", "at");

-- CreateIndex
CREATE INDEX "security_event_school_id_at_idx" ON "security_event"("school_id", "at");

-- CreateIndex
CREATE INDEX "security_event_at_idx" ON "security_event"("at");

-- AddForeignKey
ALTER TABLE "security_event" ADD CONSTRAINT "security_event_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "security_event" ADD CONSTRAINT "security_event_school_id_person_id_fkey" FOREIGN KEY ("school_id", "person_id") REFERENCES "person"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say --------------------------------------------------------------------------

-- Sign-ins, failures, limits, resets and passwords are their owner's alone: they name no school, and so no policy
-- shows them to one. Roles, tokens, invitations and addresses belong to a school and a person of it.
ALTER TABLE "security_event" ADD CONSTRAINT "security_event_school_by_kind" CHECK (
  CASE WHEN "kind" IN ('SIGNED_IN', 'SIGN_IN_FAILED', 'SIGN_IN_LIMITED', 'RESET_REQUESTED', 'RESET_DONE',
                       'PASSWORD_CHANGED', 'SESSIONS_ENDED')
       THEN "user_id" IS NOT NULL AND num_nonnulls("school_id", "person_id", "actor_id") = 0
       ELSE num_nonnulls("school_id", "person_id") = 2 AND "device" IS NULL END);

ALTER TABLE "security_event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "security_event" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_school ON "security_event" TO mnm_app
  USING (school_id = (SELECT NULLIF(current_setting('app.school_id', true), '')::uuid))
  WITH CHECK (school_id = (SELECT NULLIF(current_setting('app.school_id', true), '')::uuid));
CREATE POLICY system_reads ON "security_event" FOR SELECT TO mnm_system USING (true);
CREATE POLICY system_adds ON "security_event" FOR INSERT TO mnm_system WITH CHECK (true);
-- The clean-up takes what is a year old; nothing younger can be made to have not happened.
CREATE POLICY system_forgets ON "security_event" FOR DELETE TO mnm_system
  USING ("at" < CURRENT_TIMESTAMP - INTERVAL '365 days');

GRANT SELECT, INSERT ON "security_event" TO mnm_app;
GRANT SELECT, INSERT, DELETE ON "security_event" TO mnm_system;
