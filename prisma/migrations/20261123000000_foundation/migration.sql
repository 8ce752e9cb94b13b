-- Schools kept apart, and everything that must never happen: what Prisma cannot say stands by hand
-- around its part. Owner: the login that runs this. The group roles are made by the set-up.

CREATE EXTENSION IF NOT EXISTS "btree_gist";
CREATE EXTENSION IF NOT EXISTS "citext";

-- The school of this transaction; NULL when none is set (after a SET LOCAL ends the setting is '').
CREATE FUNCTION current_school() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('app.school_id', true), '')::uuid $$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "booking_state" AS ENUM ('CONFIRMED', 'CANCELLED', 'COMPLETED', 'NO_SHOW');

-- CreateEnum
CREATE TYPE "desk_request_kind" AS ENUM ('NO_SLOT', 'UNBOOKED');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('PENDING', 'SENT', 'SKIPPED', 'FAILED');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('ADMIN', 'TEACHER', 'PARENT', 'STUDENT');

-- CreateEnum
CREATE TYPE "guardian_kind" AS ENUM ('PRIMARY', 'OTHER', 'EMERGENCY');

-- CreateEnum
CREATE TYPE "course_kind" AS ENUM ('INDIVIDUAL', 'GROUP', 'BAND', 'HYBRID', 'ONE_OFF');

-- CreateEnum
CREATE TYPE "week_kind" AS ENUM ('GROUP', 'INDIVIDUAL', 'NONE');

-- CreateEnum
CREATE TYPE "lesson_kind" AS ENUM ('GROUP', 'INDIVIDUAL');

-- CreateEnum
CREATE TYPE "availability_exception_kind" AS ENUM ('EXTRA', 'BLOCK');

-- CreateEnum
CREATE TYPE "lesson_cancel_reason" AS ENUM ('CLOSURE', 'WEEK_PLAN', 'SCHOOL', 'FAMILY', 'ENROLMENT');

-- CreateEnum
CREATE TYPE "attendance_mark" AS ENUM ('PRESENT', 'LATE', 'ABSENT', 'EXCUSED');

-- CreateEnum
CREATE TYPE "note_visibility" AS ENUM ('STAFF', 'SHARED');

-- CreateEnum
CREATE TYPE "unbooked_policy" AS ENUM ('LEAVE', 'NEAREST');

-- CreateTable
CREATE TABLE "booking" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "week" SMALLINT NOT NULL,
    "lesson_id" UUID NOT NULL,
    "state" "booking_state" NOT NULL DEFAULT 'CONFIRMED',
    "booked_at" TIMESTAMPTZ(3) NOT NULL,
    "booked_by_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" UUID,
    "cancel_reason" "lesson_cancel_reason",
    "cancel_note" TEXT,
    "override_reason" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "booking_move" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "from_starts_at" TIMESTAMPTZ(3) NOT NULL,
    "to_starts_at" TIMESTAMPTZ(3) NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,
    "moved_by_id" UUID,
    "reason" TEXT,

    CONSTRAINT "booking_move_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "request" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "actor_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result_ids" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_pkey" PRIMARY KEY ("school_id","actor_id","key")
);

-- CreateTable
CREATE TABLE "desk_request" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "kind" "desk_request_kind" NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "week" SMALLINT NOT NULL,
    "message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,

    CONSTRAINT "desk_request_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "reason" TEXT,
    "request_id" TEXT,
    "data" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "last_error" TEXT,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "outbox_event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient_id" UUID NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'PENDING',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "vendor_id" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "membership" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "roles" "role"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "born_on" DATE,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "teacher" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "instruments" TEXT[],
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "teacher_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "family" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "family_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "guardian" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "family_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "guardian_kind" NOT NULL,

    CONSTRAINT "guardian_pkey" PRIMARY KEY ("school_id","family_id","person_id")
);

-- CreateTable
CREATE TABLE "student" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "student_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "roles" "role"[],
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "invited_by_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "course" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "kind" "course_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "instrument" TEXT,
    "teacher_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "weekday" SMALLINT,
    "held_on" DATE,
    "start_minute" SMALLINT NOT NULL,
    "group_minutes" SMALLINT NOT NULL,
    "lesson_minutes" SMALLINT,
    "slot_step_minutes" SMALLINT,
    "capacity" INTEGER NOT NULL,
    "group_price_minor" INTEGER,
    "lesson_price_minor" INTEGER,
    "window_opens_at" TIMESTAMPTZ(3),
    "window_closes_at" TIMESTAMPTZ(3),
    "window_announced_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "course_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "week_plan_week" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "course_id" UUID NOT NULL,
    "course_kind" "course_kind" NOT NULL DEFAULT 'HYBRID',
    "week" SMALLINT NOT NULL,
    "kind" "week_kind" NOT NULL,

    CONSTRAINT "week_plan_week_pkey" PRIMARY KEY ("school_id","course_id","week")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "course_kind" "course_kind" NOT NULL,
    "student_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "book_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "availability_window" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "teacher_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "start_minute" SMALLINT NOT NULL,
    "end_minute" SMALLINT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "availability_window_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "availability_exception" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "teacher_id" UUID NOT NULL,
    "kind" "availability_exception_kind" NOT NULL,
    "location_id" UUID,
    "held_on" DATE NOT NULL,
    "start_minute" SMALLINT NOT NULL,
    "end_minute" SMALLINT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "availability_exception_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "lesson" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "kind" "lesson_kind" NOT NULL,
    "week" SMALLINT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "teacher_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "enrolment_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" "lesson_cancel_reason",

    CONSTRAINT "lesson_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "reservation" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "lesson_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "resource_id" UUID NOT NULL,
    "teacher_id" UUID,
    "student_id" UUID,
    "room_id" UUID,

    CONSTRAINT "reservation_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "lesson_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "mark" "attendance_mark" NOT NULL,
    "happened" BOOLEAN NOT NULL,
    "teacher_paid" BOOLEAN NOT NULL,
    "family_charged" BOOLEAN NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,
    "marked_by_id" UUID NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("school_id","lesson_id","student_id")
);

-- CreateTable
CREATE TABLE "lesson_note" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "student_id" UUID,
    "visibility" "note_visibility" NOT NULL,
    "body" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "written_by_id" UUID NOT NULL,

    CONSTRAINT "lesson_note_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "school" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legal_name" TEXT,
    "time_zone" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "locale" TEXT NOT NULL,
    "week_start" SMALLINT NOT NULL DEFAULT 1,
    "phone" TEXT,
    "email" TEXT,
    "address" TEXT,
    "primary_colour" TEXT,
    "accent_colour" TEXT,
    "logo_url" TEXT,
    "notice_hours" INTEGER NOT NULL DEFAULT 24,
    "buffer_minutes" INTEGER NOT NULL DEFAULT 0,
    "travel_gap_minutes" INTEGER NOT NULL DEFAULT 0,
    "move_to_other_days" BOOLEAN NOT NULL DEFAULT false,
    "unbooked_policy" "unbooked_policy" NOT NULL DEFAULT 'LEAVE',
    "placeholder_text" TEXT NOT NULL DEFAULT '1-on-1 week',
    "tax_name" TEXT,
    "tax_rate_basis_points" INTEGER,
    "tax_number" TEXT,
    "prices_include_tax" BOOLEAN NOT NULL DEFAULT false,
    "schedule_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "school_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "location" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "phone" TEXT,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "location_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "room" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "instruments" TEXT[],
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "room_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "term" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "term_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "closure" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "id" UUID NOT NULL,
    "location_id" UUID,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "closure_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateIndex
CREATE INDEX "booking_school_id_enrolment_id_week_idx" ON "booking"("school_id", "enrolment_id", "week");

-- CreateIndex
CREATE UNIQUE INDEX "booking_school_id_lesson_id_key" ON "booking"("school_id", "lesson_id");

-- CreateIndex
CREATE INDEX "booking_move_school_id_booking_id_idx" ON "booking_move"("school_id", "booking_id");

-- CreateIndex
CREATE INDEX "request_school_id_created_at_idx" ON "request"("school_id", "created_at");

-- CreateIndex
CREATE INDEX "desk_request_school_id_resolved_at_created_at_idx" ON "desk_request"("school_id", "resolved_at", "created_at");

-- CreateIndex
CREATE INDEX "audit_entry_school_id_subject_id_idx" ON "audit_entry"("school_id", "subject_id");

-- CreateIndex
CREATE INDEX "audit_entry_school_id_at_idx" ON "audit_entry"("school_id", "at");

-- CreateIndex
CREATE INDEX "delivery_school_id_recipient_id_idx" ON "delivery"("school_id", "recipient_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_school_id_outbox_event_id_kind_recipient_id_key" ON "delivery"("school_id", "outbox_event_id", "kind", "recipient_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset"("token_hash");

-- CreateIndex
CREATE INDEX "password_reset_user_id_idx" ON "password_reset"("user_id");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_school_id_user_id_key" ON "membership"("school_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_school_id_person_id_key" ON "membership"("school_id", "person_id");

-- CreateIndex
CREATE INDEX "person_school_id_family_name_given_name_idx" ON "person"("school_id", "family_name", "given_name");

-- CreateIndex
CREATE INDEX "family_school_id_name_idx" ON "family"("school_id", "name");

-- CreateIndex
CREATE INDEX "guardian_school_id_person_id_idx" ON "guardian"("school_id", "person_id");

-- CreateIndex
CREATE INDEX "student_school_id_family_id_idx" ON "student"("school_id", "family_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_school_id_person_id_idx" ON "invitation"("school_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE INDEX "course_school_id_teacher_id_idx" ON "course"("school_id", "teacher_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_school_id_id_kind_key" ON "course"("school_id", "id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "course_school_id_term_id_name_key" ON "course"("school_id", "term_id", "name");

-- CreateIndex
CREATE INDEX "enrolment_school_id_course_id_idx" ON "enrolment"("school_id", "course_id");

-- CreateIndex
CREATE INDEX "enrolment_school_id_student_id_idx" ON "enrolment"("school_id", "student_id");

-- CreateIndex
CREATE INDEX "availability_window_school_id_teacher_id_idx" ON "availability_window"("school_id", "teacher_id");

-- CreateIndex
CREATE INDEX "availability_exception_school_id_teacher_id_held_on_idx" ON "availability_exception"("school_id", "teacher_id", "held_on");

-- CreateIndex
CREATE INDEX "lesson_school_id_starts_at_idx" ON "lesson"("school_id", "starts_at");

-- CreateIndex
CREATE INDEX "lesson_school_id_course_id_starts_at_idx" ON "lesson"("school_id", "course_id", "starts_at");

-- CreateIndex
CREATE INDEX "lesson_school_id_teacher_id_starts_at_idx" ON "lesson"("school_id", "teacher_id", "starts_at");

-- CreateIndex
CREATE INDEX "lesson_school_id_enrolment_id_idx" ON "lesson"("school_id", "enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_school_id_id_starts_at_ends_at_key" ON "lesson"("school_id", "id", "starts_at", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "reservation_school_id_lesson_id_resource_id_key" ON "reservation"("school_id", "lesson_id", "resource_id");

-- CreateIndex
CREATE INDEX "lesson_note_school_id_lesson_id_idx" ON "lesson_note"("school_id", "lesson_id");

-- CreateIndex
CREATE UNIQUE INDEX "school_slug_key" ON "school"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "location_school_id_name_key" ON "location"("school_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "room_school_id_id_location_id_key" ON "room"("school_id", "id", "location_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_school_id_location_id_name_key" ON "room"("school_id", "location_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "term_school_id_name_key" ON "term"("school_id", "name");

-- CreateIndex
CREATE INDEX "closure_school_id_starts_on_idx" ON "closure"("school_id", "starts_on");

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_school_id_enrolment_id_fkey" FOREIGN KEY ("school_id", "enrolment_id") REFERENCES "enrolment"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_school_id_lesson_id_fkey" FOREIGN KEY ("school_id", "lesson_id") REFERENCES "lesson"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_move" ADD CONSTRAINT "booking_move_school_id_booking_id_fkey" FOREIGN KEY ("school_id", "booking_id") REFERENCES "booking"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_request" ADD CONSTRAINT "desk_request_school_id_enrolment_id_fkey" FOREIGN KEY ("school_id", "enrolment_id") REFERENCES "enrolment"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_school_id_outbox_event_id_fkey" FOREIGN KEY ("school_id", "outbox_event_id") REFERENCES "outbox_event"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_school_id_person_id_fkey" FOREIGN KEY ("school_id", "person_id") REFERENCES "person"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teacher" ADD CONSTRAINT "teacher_school_id_id_fkey" FOREIGN KEY ("school_id", "id") REFERENCES "person"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardian" ADD CONSTRAINT "guardian_school_id_family_id_fkey" FOREIGN KEY ("school_id", "family_id") REFERENCES "family"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardian" ADD CONSTRAINT "guardian_school_id_person_id_fkey" FOREIGN KEY ("school_id", "person_id") REFERENCES "person"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student" ADD CONSTRAINT "student_school_id_id_fkey" FOREIGN KEY ("school_id", "id") REFERENCES "person"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student" ADD CONSTRAINT "student_school_id_family_id_fkey" FOREIGN KEY ("school_id", "family_id") REFERENCES "family"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_school_id_person_id_fkey" FOREIGN KEY ("school_id", "person_id") REFERENCES "person"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_school_id_term_id_fkey" FOREIGN KEY ("school_id", "term_id") REFERENCES "term"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_school_id_teacher_id_fkey" FOREIGN KEY ("school_id", "teacher_id") REFERENCES "teacher"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_school_id_location_id_fkey" FOREIGN KEY ("school_id", "location_id") REFERENCES "location"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_school_id_room_id_location_id_fkey" FOREIGN KEY ("school_id", "room_id", "location_id") REFERENCES "room"("school_id", "id", "location_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "week_plan_week" ADD CONSTRAINT "week_plan_week_school_id_course_id_course_kind_fkey" FOREIGN KEY ("school_id", "course_id", "course_kind") REFERENCES "course"("school_id", "id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_school_id_course_id_course_kind_fkey" FOREIGN KEY ("school_id", "course_id", "course_kind") REFERENCES "course"("school_id", "id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_school_id_student_id_fkey" FOREIGN KEY ("school_id", "student_id") REFERENCES "student"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_window" ADD CONSTRAINT "availability_window_school_id_teacher_id_fkey" FOREIGN KEY ("school_id", "teacher_id") REFERENCES "teacher"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_window" ADD CONSTRAINT "availability_window_school_id_location_id_fkey" FOREIGN KEY ("school_id", "location_id") REFERENCES "location"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_exception" ADD CONSTRAINT "availability_exception_school_id_teacher_id_fkey" FOREIGN KEY ("school_id", "teacher_id") REFERENCES "teacher"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_exception" ADD CONSTRAINT "availability_exception_school_id_location_id_fkey" FOREIGN KEY ("school_id", "location_id") REFERENCES "location"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_school_id_course_id_fkey" FOREIGN KEY ("school_id", "course_id") REFERENCES "course"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_school_id_teacher_id_fkey" FOREIGN KEY ("school_id", "teacher_id") REFERENCES "teacher"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_school_id_location_id_fkey" FOREIGN KEY ("school_id", "location_id") REFERENCES "location"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_school_id_room_id_location_id_fkey" FOREIGN KEY ("school_id", "room_id", "location_id") REFERENCES "room"("school_id", "id", "location_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_school_id_enrolment_id_fkey" FOREIGN KEY ("school_id", "enrolment_id") REFERENCES "enrolment"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_school_id_lesson_id_starts_at_ends_at_fkey" FOREIGN KEY ("school_id", "lesson_id", "starts_at", "ends_at") REFERENCES "lesson"("school_id", "id", "starts_at", "ends_at") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_school_id_teacher_id_fkey" FOREIGN KEY ("school_id", "teacher_id") REFERENCES "teacher"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_school_id_student_id_fkey" FOREIGN KEY ("school_id", "student_id") REFERENCES "student"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_school_id_room_id_fkey" FOREIGN KEY ("school_id", "room_id") REFERENCES "room"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_school_id_lesson_id_fkey" FOREIGN KEY ("school_id", "lesson_id") REFERENCES "lesson"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_school_id_student_id_fkey" FOREIGN KEY ("school_id", "student_id") REFERENCES "student"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_note" ADD CONSTRAINT "lesson_note_school_id_lesson_id_fkey" FOREIGN KEY ("school_id", "lesson_id") REFERENCES "lesson"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location" ADD CONSTRAINT "location_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_school_id_location_id_fkey" FOREIGN KEY ("school_id", "location_id") REFERENCES "location"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term" ADD CONSTRAINT "term_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closure" ADD CONSTRAINT "closure_school_id_location_id_fkey" FOREIGN KEY ("school_id", "location_id") REFERENCES "location"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Foreign keys that Prisma's relations do not draw ------------------------------------------------
ALTER TABLE "person" ADD CONSTRAINT "person_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school" ("id");
ALTER TABLE "family" ADD CONSTRAINT "family_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school" ("id");
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_membership_fkey"
  FOREIGN KEY ("school_id", "user_id") REFERENCES "membership" ("school_id", "user_id");
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_fkey"
  FOREIGN KEY ("school_id", "invited_by_id") REFERENCES "person" ("school_id", "id");
ALTER TABLE "booking" ADD CONSTRAINT "booking_booked_by_fkey"
  FOREIGN KEY ("school_id", "booked_by_id") REFERENCES "person" ("school_id", "id");
ALTER TABLE "booking" ADD CONSTRAINT "booking_cancelled_by_fkey"
  FOREIGN KEY ("school_id", "cancelled_by_id") REFERENCES "person" ("school_id", "id");
ALTER TABLE "booking_move" ADD CONSTRAINT "booking_move_moved_by_fkey"
  FOREIGN KEY ("school_id", "moved_by_id") REFERENCES "person" ("school_id", "id");
ALTER TABLE "request" ADD CONSTRAINT "request_actor_fkey"
  FOREIGN KEY ("school_id", "actor_id") REFERENCES "person" ("school_id", "id");
ALTER TABLE "desk_request" ADD CONSTRAINT "desk_request_created_by_fkey"
  FOREIGN KEY ("school_id", "created_by_id") REFERENCES "person" ("school_id", "id");
ALTER TABLE "desk_request" ADD CONSTRAINT "desk_request_resolved_by_fkey"
  FOREIGN KEY ("school_id", "resolved_by_id") REFERENCES "person" ("school_id", "id");
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_marked_by_fkey"
  FOREIGN KEY ("school_id", "marked_by_id") REFERENCES "person" ("school_id", "id");
ALTER TABLE "lesson_note" ADD CONSTRAINT "lesson_note_written_by_fkey"
  FOREIGN KEY ("school_id", "written_by_id") REFERENCES "person" ("school_id", "id");
ALTER TABLE "lesson_note" ADD CONSTRAINT "lesson_note_student_fkey"
  FOREIGN KEY ("school_id", "student_id") REFERENCES "student" ("school_id", "id");
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_recipient_fkey"
  FOREIGN KEY ("school_id", "recipient_id") REFERENCES "person" ("school_id", "id");

-- What must never happen --------------------------------------------------------------------------

-- The last word on double bookings: a teacher, a room or a student is in one lesson at a time.
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_no_overlap" EXCLUDE USING gist (
  "school_id" WITH =, "resource_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_ends_after_start" CHECK ("ends_at" > "starts_at");
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_one_resource" CHECK (
  num_nonnulls("teacher_id", "student_id", "room_id") = 1
  AND "resource_id" = COALESCE("teacher_id", "student_id", "room_id"));
CREATE INDEX "reservation_resource_starts_at" ON "reservation" ("school_id", "resource_id", "starts_at");

ALTER TABLE "lesson" ADD CONSTRAINT "lesson_ends_after_start" CHECK ("ends_at" > "starts_at");
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_cancelled_has_reason" CHECK (("cancelled_at" IS NULL) = ("cancel_reason" IS NULL));
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_group_has_no_enrolment" CHECK ("kind" = 'INDIVIDUAL' OR "enrolment_id" IS NULL);
CREATE UNIQUE INDEX "lesson_one_group_per_week" ON "lesson" ("school_id", "course_id", "week")
  WHERE "kind" = 'GROUP' AND "cancelled_at" IS NULL AND "week" IS NOT NULL;

CREATE UNIQUE INDEX "booking_one_live_per_week" ON "booking" ("school_id", "enrolment_id", "week")
  WHERE "state" <> 'CANCELLED';
ALTER TABLE "booking" ADD CONSTRAINT "booking_cancelled_has_facts" CHECK (
  ("state" = 'CANCELLED') = ("cancelled_at" IS NOT NULL)
  AND ("cancelled_at" IS NULL) = ("cancel_reason" IS NULL));
ALTER TABLE "booking" ADD CONSTRAINT "booking_week_positive" CHECK ("week" >= 1);

ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_ends_after_start" CHECK ("ends_on" >= "starts_on");
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_no_overlap" EXCLUDE USING gist (
  "school_id" WITH =, "course_id" WITH =, "student_id" WITH =, daterange("starts_on", "ends_on", '[]') WITH &&);
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_individual_one_student" EXCLUDE USING gist (
  "school_id" WITH =, "course_id" WITH =, daterange("starts_on", "ends_on", '[]') WITH &&)
  WHERE ("course_kind" = 'INDIVIDUAL');

ALTER TABLE "school" ADD CONSTRAINT "school_slug_plain" CHECK ("slug" ~ '^[a-z0-9](-?[a-z0-9])*$');
ALTER TABLE "school" ADD CONSTRAINT "school_week_start_iso" CHECK ("week_start" BETWEEN 1 AND 7);
ALTER TABLE "school" ADD CONSTRAINT "school_policy_not_negative" CHECK (
  "notice_hours" >= 0 AND "buffer_minutes" >= 0 AND "travel_gap_minutes" >= 0 AND "tax_rate_basis_points" >= 0);
ALTER TABLE "school" ADD CONSTRAINT "school_currency_iso" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "room" ADD CONSTRAINT "room_capacity_positive" CHECK ("capacity" > 0);
ALTER TABLE "term" ADD CONSTRAINT "term_ends_after_start" CHECK ("ends_on" >= "starts_on");
ALTER TABLE "closure" ADD CONSTRAINT "closure_ends_after_start" CHECK ("ends_on" >= "starts_on");

ALTER TABLE "course" ADD CONSTRAINT "course_meets_weekly_or_once" CHECK (
  CASE WHEN "kind" = 'ONE_OFF' THEN "held_on" IS NOT NULL AND "weekday" IS NULL
       ELSE "held_on" IS NULL AND "weekday" IS NOT NULL AND "weekday" BETWEEN 1 AND 7 END);
ALTER TABLE "course" ADD CONSTRAINT "course_times_in_day" CHECK (
  "start_minute" >= 0 AND "group_minutes" > 0 AND "start_minute" + "group_minutes" <= 1440);
ALTER TABLE "course" ADD CONSTRAINT "course_hybrid_has_lesson_length" CHECK (
  ("kind" = 'HYBRID') = ("lesson_minutes" IS NOT NULL) AND COALESCE("lesson_minutes", 1) BETWEEN 1 AND 1440);
ALTER TABLE "course" ADD CONSTRAINT "course_slot_step_known" CHECK ("slot_step_minutes" IN (5, 10, 15, 30));
ALTER TABLE "course" ADD CONSTRAINT "course_capacity_positive" CHECK ("capacity" > 0);
ALTER TABLE "course" ADD CONSTRAINT "course_window_closes_after_open" CHECK ("window_closes_at" >= "window_opens_at");
ALTER TABLE "course" ADD CONSTRAINT "course_prices_not_negative" CHECK ("group_price_minor" >= 0 AND "lesson_price_minor" >= 0);
ALTER TABLE "week_plan_week" ADD CONSTRAINT "week_plan_of_hybrid_only" CHECK ("course_kind" = 'HYBRID');
ALTER TABLE "week_plan_week" ADD CONSTRAINT "week_plan_week_positive" CHECK ("week" >= 1);

ALTER TABLE "availability_window" ADD CONSTRAINT "availability_window_in_day" CHECK (
  "weekday" BETWEEN 1 AND 7 AND "start_minute" >= 0 AND "end_minute" > "start_minute" AND "end_minute" <= 1440
  AND ("valid_until" IS NULL OR "valid_until" >= "valid_from"));
ALTER TABLE "availability_exception" ADD CONSTRAINT "availability_exception_in_day" CHECK (
  "start_minute" >= 0 AND "end_minute" > "start_minute" AND "end_minute" <= 1440);
ALTER TABLE "availability_exception" ADD CONSTRAINT "availability_extra_has_location" CHECK (
  ("kind" = 'EXTRA') = ("location_id" IS NOT NULL));

CREATE UNIQUE INDEX "guardian_one_primary" ON "guardian" ("school_id", "family_id") WHERE "kind" = 'PRIMARY';
CREATE UNIQUE INDEX "invitation_one_open" ON "invitation" ("school_id", "person_id")
  WHERE "accepted_at" IS NULL AND "revoked_at" IS NULL;
CREATE UNIQUE INDEX "desk_request_one_open" ON "desk_request" ("school_id", "enrolment_id", "week", "kind")
  WHERE "resolved_at" IS NULL;

-- The sweep of booking windows reads what is to be announced in every school.
CREATE INDEX "course_window_unannounced" ON "course" ("window_opens_at")
  WHERE "window_opens_at" IS NOT NULL AND "window_announced_at" IS NULL AND "archived_at" IS NULL;
-- The relay reads what is unsent in every school, oldest first.
CREATE INDEX "outbox_event_unsent" ON "outbox_event" ("due_at") WHERE "sent_at" IS NULL;

-- Zone and week start are frozen once a week plan exists: numbers of weeks and wall times hang on them.
CREATE FUNCTION refuse_zone_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM week_plan_week WHERE school_id = OLD.id) THEN
    RAISE EXCEPTION 'zone and week start are frozen once a week plan exists'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'school_zone_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "school_zone_frozen" BEFORE UPDATE OF "time_zone", "week_start" ON "school" FOR EACH ROW
  WHEN (OLD."time_zone" <> NEW."time_zone" OR OLD."week_start" <> NEW."week_start")
  EXECUTE FUNCTION refuse_zone_change();

-- Row-level security: no school set, no rows; forced on the owner too ------------------------------
DO $$
DECLARE
  t text;
  school_of_transaction constant text := '(SELECT NULLIF(current_setting(''app.school_id'', true), '''')::uuid)';
BEGIN
  FOR t IN SELECT table_name FROM information_schema.columns
           WHERE table_schema = current_schema() AND column_name = 'school_id' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_school ON %I TO mnm_app USING (school_id = %s) WITH CHECK (school_id = %s)',
      t, school_of_transaction, school_of_transaction);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['school', 'user', 'password_reset', 'sign_in_failure'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  EXECUTE format('CREATE POLICY own_school ON school TO mnm_app USING (id = %s) WITH CHECK (id = %s)',
    school_of_transaction, school_of_transaction);
  -- What has no school, or is looked up before the school is known.
  FOREACH t IN ARRAY ARRAY['school', 'user', 'password_reset', 'sign_in_failure', 'membership', 'person',
                           'invitation', 'api_token', 'outbox_event', 'audit_entry', 'course'] LOOP
    EXECUTE format('CREATE POLICY system_every_school ON %I TO mnm_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Grants: the smallest that the use cases need ----------------------------------------------------
GRANT USAGE ON SCHEMA public TO mnm_app, mnm_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON "location", "room", "term", "closure", "person", "teacher", "family",
  "guardian", "student", "course", "week_plan_week", "enrolment", "availability_window", "availability_exception",
  "lesson", "reservation", "attendance", "lesson_note", "desk_request" TO mnm_app;
GRANT SELECT, INSERT, UPDATE ON "school", "booking", "invitation", "outbox_event", "delivery" TO mnm_app;
GRANT SELECT, INSERT ON "booking_move", "audit_entry" TO mnm_app;
GRANT SELECT, INSERT, DELETE ON "request" TO mnm_app;
GRANT SELECT ON "membership" TO mnm_app;
GRANT SELECT, UPDATE ON "api_token" TO mnm_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "user", "password_reset", "sign_in_failure" TO mnm_system;
GRANT SELECT ON "school", "person" TO mnm_system;
GRANT SELECT, INSERT, UPDATE ON "membership", "api_token", "outbox_event" TO mnm_system;
GRANT SELECT, UPDATE ON "invitation" TO mnm_system;
GRANT INSERT ON "audit_entry" TO mnm_system;
-- Which schools have a booking window to announce, and nothing else of a course.
GRANT SELECT ("school_id", "window_opens_at", "window_closes_at", "window_announced_at", "archived_at") ON "course" TO mnm_system;
