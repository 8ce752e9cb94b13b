-- CreateEnum
CREATE TYPE "job_run_state" AS ENUM ('WAITING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "skip_reason" AS ENUM ('STALE', 'UNSUBSCRIBED', 'SUPPRESSED');

-- CreateEnum
CREATE TYPE "suppression_reason" AS ENUM ('BOUNCE', 'COMPLAINT');

-- CreateEnum
CREATE TYPE "calendar_feed_scope" AS ENUM ('SCHOOL', 'TEACHER', 'FAMILY', 'STUDENT');

-- AlterTable
ALTER TABLE "outbox_event" ADD COLUMN     "parked_at" TIMESTAMPTZ(3),
ADD COLUMN     "parked_reason" TEXT,
ADD COLUMN     "redriven" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "bounced_at" TIMESTAMPTZ(3),
ADD COLUMN     "complained_at" TIMESTAMPTZ(3),
ADD COLUMN     "delivered_at" TIMESTAMPTZ(3),
ADD COLUMN     "in_doubt_since" TIMESTAMPTZ(3),
ADD COLUMN     "skip_reason" "skip_reason";

-- AlterTable
ALTER TABLE "lesson" ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "reminded_for" TIMESTAMPTZ(3),
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "deadline_reminder" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "enrolment_id" UUID NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "hours" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deadline_reminder_pkey" PRIMARY KEY ("school_id","enrolment_id","closes_at","hours")
);

-- CreateTable
CREATE TABLE "job_run" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "event_id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "state" "job_run_state" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "tried_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("school_id","event_id","job")
);

-- CreateTable
CREATE TABLE "cron_run" (
    "job" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "cron_run_pkey" PRIMARY KEY ("job")
);

-- CreateTable
CREATE TABLE "notice" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "outbox_event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "path" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "mail_opt_out" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_opt_out_pkey" PRIMARY KEY ("school_id","person_id","kind")
);

-- CreateTable
CREATE TABLE "mail_suppression" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "reason" "suppression_reason" NOT NULL,
    "detail" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,

    CONSTRAINT "mail_suppression_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "webhook_message" (
    "vendor" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "webhook_message_pkey" PRIMARY KEY ("vendor","id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "scope" "calendar_feed_scope" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "etag" TEXT,
    "modified_at" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateIndex
CREATE INDEX "notice_school_id_person_id_created_at_idx" ON "notice"("school_id", "person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notice_school_id_outbox_event_id_kind_person_id_key" ON "notice"("school_id", "outbox_event_id", "kind", "person_id");

-- CreateIndex
CREATE INDEX "webhook_message_received_at_idx" ON "webhook_message"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_school_id_person_id_idx" ON "calendar_feed"("school_id", "person_id");

-- CreateIndex
CREATE INDEX "delivery_vendor_id_idx" ON "delivery"("vendor_id");

-- AddForeignKey
ALTER TABLE "deadline_reminder" ADD CONSTRAINT "deadline_reminder_school_id_enrolment_id_fkey" FOREIGN KEY ("school_id", "enrolment_id") REFERENCES "enrolment"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_run" ADD CONSTRAINT "job_run_school_id_event_id_fkey" FOREIGN KEY ("school_id", "event_id") REFERENCES "outbox_event"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_school_id_outbox_event_id_fkey" FOREIGN KEY ("school_id", "outbox_event_id") REFERENCES "outbox_event"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_school_id_person_id_fkey" FOREIGN KEY ("school_id", "person_id") REFERENCES "person"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_opt_out" ADD CONSTRAINT "mail_opt_out_school_id_person_id_fkey" FOREIGN KEY ("school_id", "person_id") REFERENCES "person"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_school_id_person_id_fkey" FOREIGN KEY ("school_id", "person_id") REFERENCES "person"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say --------------------------------------------------------------------------

-- The owner is bound by the policies, too, and has none.
ALTER TABLE "delivery" NO FORCE ROW LEVEL SECURITY;
UPDATE "delivery" SET "skip_reason" = 'STALE' WHERE "state" = 'SKIPPED';
ALTER TABLE "delivery" FORCE ROW LEVEL SECURITY;

ALTER TABLE "delivery" ADD CONSTRAINT "delivery_skipped_has_reason" CHECK (("state" = 'SKIPPED') = ("skip_reason" IS NOT NULL));
ALTER TABLE "outbox_event" ADD CONSTRAINT "outbox_event_parked_has_reason" CHECK (("parked_at" IS NULL) = ("parked_reason" IS NULL));
ALTER TABLE "outbox_event" ADD CONSTRAINT "outbox_event_parked_is_unsent" CHECK ("parked_at" IS NULL OR "sent_at" IS NULL);
ALTER TABLE "job_run" ADD CONSTRAINT "job_run_done_has_moment" CHECK (("state" = 'DONE') = ("done_at" IS NOT NULL));
ALTER TABLE "notice" ADD CONSTRAINT "notice_has_words" CHECK ("title" <> '');
ALTER TABLE "notice" ADD CONSTRAINT "notice_path_stays_in_school" CHECK ("path" ~ '^[a-z]');
ALTER TABLE "deadline_reminder" ADD CONSTRAINT "deadline_reminder_hours_positive" CHECK ("hours" > 0);

CREATE UNIQUE INDEX "mail_suppression_one_live" ON "mail_suppression" ("school_id", "email") WHERE "lifted_at" IS NULL;
CREATE UNIQUE INDEX "calendar_feed_one_live" ON "calendar_feed" ("school_id", "person_id", "scope") WHERE "revoked_at" IS NULL;

DROP INDEX "outbox_event_unsent";
CREATE INDEX "outbox_event_unsent" ON "outbox_event" ("due_at") WHERE "sent_at" IS NULL AND "parked_at" IS NULL;
CREATE INDEX "outbox_event_parked" ON "outbox_event" ("school_id", "parked_at") WHERE "parked_at" IS NOT NULL;
CREATE INDEX "job_run_owed" ON "job_run" ("created_at") WHERE "state" <> 'DONE';
CREATE INDEX "delivery_unsettled" ON "delivery" ("school_id", "created_at") WHERE "state" IN ('PENDING', 'FAILED');
CREATE INDEX "notice_unread" ON "notice" ("school_id", "person_id") WHERE "read_at" IS NULL;

-- RFC 5545, 3.8.7.4: SEQUENCE rises with every change of a lesson that its readers must see.
CREATE FUNCTION raise_lesson_sequence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sequence := OLD.sequence + 1;
  NEW.changed_at := clock_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER "lesson_sequence" BEFORE UPDATE ON "lesson" FOR EACH ROW
  WHEN ((OLD."starts_at", OLD."ends_at", OLD."teacher_id", OLD."location_id", OLD."room_id", OLD."cancelled_at")
        IS DISTINCT FROM
        (NEW."starts_at", NEW."ends_at", NEW."teacher_id", NEW."location_id", NEW."room_id", NEW."cancelled_at"))
  EXECUTE FUNCTION raise_lesson_sequence();

-- Row-level security: as in the foundation.
DO $$
DECLARE
  t text;
  school_of_transaction constant text := '(SELECT NULLIF(current_setting(''app.school_id'', true), '''')::uuid)';
BEGIN
  FOREACH t IN ARRAY ARRAY['job_run', 'notice', 'mail_opt_out', 'mail_suppression', 'calendar_feed',
                           'deadline_reminder', 'cron_run', 'webhook_message'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['job_run', 'notice', 'mail_opt_out', 'mail_suppression', 'calendar_feed',
                           'deadline_reminder'] LOOP
    EXECUTE format('CREATE POLICY own_school ON %I TO mnm_app USING (school_id = %s) WITH CHECK (school_id = %s)',
      t, school_of_transaction, school_of_transaction);
  END LOOP;
  -- Job rows, what vendors tell, calendar addresses and the clock are found before a school is known; the clean-up is everybody's.
  FOREACH t IN ARRAY ARRAY['job_run', 'cron_run', 'webhook_message', 'delivery', 'mail_suppression',
                           'calendar_feed', 'notice', 'request', 'lesson'] LOOP
    EXECUTE format('CREATE POLICY system_every_school ON %I TO mnm_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON "job_run", "notice", "mail_suppression", "calendar_feed" TO mnm_app;
GRANT SELECT, INSERT, DELETE ON "mail_opt_out" TO mnm_app;
GRANT SELECT, INSERT ON "deadline_reminder" TO mnm_app;

GRANT SELECT, INSERT, UPDATE ON "job_run", "cron_run" TO mnm_system;
GRANT SELECT, INSERT, DELETE ON "webhook_message" TO mnm_system;
GRANT SELECT, INSERT ON "mail_suppression" TO mnm_system;
GRANT SELECT ON "calendar_feed" TO mnm_system;
GRANT SELECT ("school_id", "id", "recipient_id", "kind", "vendor_id", "state", "delivered_at", "bounced_at", "complained_at"),
  UPDATE ("delivered_at", "bounced_at", "complained_at") ON "delivery" TO mnm_system;
GRANT SELECT ("school_id", "created_at", "read_at"), DELETE ON "notice" TO mnm_system;
GRANT SELECT ("school_id", "created_at"), DELETE ON "request" TO mnm_system;
-- Which schools have lessons to remind of, and nothing else of a lesson.
GRANT SELECT ("school_id", "starts_at", "cancelled_at", "reminded_for") ON "lesson" TO mnm_system;

-- The embedded runner's own schema: its role has this and nothing of ours.
CREATE SCHEMA "jobs";
GRANT USAGE, CREATE ON SCHEMA "jobs" TO mnm_jobs;
