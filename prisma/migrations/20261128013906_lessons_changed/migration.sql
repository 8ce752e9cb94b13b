-- CreateEnum
CREATE TYPE "lesson_part" AS ENUM ('TEACHER', 'STUDENT');

-- CreateTable
CREATE TABLE "lesson_change" (
    "school_id" UUID NOT NULL DEFAULT current_school(),
    "change_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "part" "lesson_part" NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "teacher_id" UUID,
    "room_id" UUID,

    CONSTRAINT "lesson_change_pkey" PRIMARY KEY ("school_id","change_id","person_id","lesson_id")
);

-- AddForeignKey
ALTER TABLE "lesson_change" ADD CONSTRAINT "lesson_change_school_id_change_id_fkey" FOREIGN KEY ("school_id", "change_id") REFERENCES "outbox_event"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_change" ADD CONSTRAINT "lesson_change_school_id_person_id_fkey" FOREIGN KEY ("school_id", "person_id") REFERENCES "person"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_change" ADD CONSTRAINT "lesson_change_school_id_lesson_id_fkey" FOREIGN KEY ("school_id", "lesson_id") REFERENCES "lesson"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_change" ADD CONSTRAINT "lesson_change_school_id_teacher_id_fkey" FOREIGN KEY ("school_id", "teacher_id") REFERENCES "teacher"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_change" ADD CONSTRAINT "lesson_change_school_id_room_id_fkey" FOREIGN KEY ("school_id", "room_id") REFERENCES "room"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say --------------------------------------------------------------------------

ALTER TABLE "lesson_change" ADD CONSTRAINT "lesson_change_before_is_whole"
  CHECK (num_nulls("starts_at", "ends_at", "teacher_id", "room_id") IN (0, 4));

ALTER TABLE "lesson_change" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "lesson_change" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_school ON "lesson_change" TO mnm_app
  USING (school_id = (SELECT NULLIF(current_setting('app.school_id', true), '')::uuid))
  WITH CHECK (school_id = (SELECT NULLIF(current_setting('app.school_id', true), '')::uuid));
GRANT SELECT, INSERT ON "lesson_change" TO mnm_app;

-- Reservations come and go, and follow their lesson's times by their foreign key. Nothing changes one by itself.
REVOKE UPDATE ON "reservation" FROM mnm_app;

-- An admin's change of the schedule: alone in the school until commit, and older facts become stale. What becomes of
-- people's lessons until commit is told as the event p_change; p_set_up: what is new in it is no news to anybody.
DROP FUNCTION begin_schedule_change(uuid);
CREATE FUNCTION begin_schedule_change(p_school uuid, p_change uuid, p_actor uuid, p_now timestamptz, p_set_up boolean)
  RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  v_version integer;
BEGIN
  PERFORM pg_advisory_xact_lock(schedule_lock_key(p_school)), set_config('app.schedule_change',
    jsonb_build_object('id', p_change, 'actorId', p_actor, 'at', p_now, 'setUp', p_set_up)::text, true);
  UPDATE school SET schedule_version = schedule_version + 1 WHERE id = p_school
    RETURNING schedule_version INTO v_version;
  RETURN v_version;
END $$;

-- The change that the transaction has begun. Whoever is bound by the policies changes no lesson without one: that is
-- how nobody is left untold. (A booking, a move and a cancellation tell of themselves: "booking".)
CREATE FUNCTION schedule_change_under_way() RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_change text := NULLIF(current_setting('app.schedule_change', true), '');
BEGIN
  IF v_change IS NULL AND row_security_active('reservation') THEN
    RAISE EXCEPTION 'lessons change in a schedule change or a booking only: begin_schedule_change';
  END IF;
  RETURN v_change::jsonb;
END $$;

-- The event of the change, once, as soon as there is something to tell.
CREATE FUNCTION record_lessons_changed(p_school uuid, p_change jsonb) RETURNS uuid LANGUAGE sql AS $$
  INSERT INTO outbox_event (school_id, id, name, data, occurred_at, due_at)
  VALUES (p_school, (p_change ->> 'id')::uuid, 'scheduling/lessons.changed',
    jsonb_build_object('actorId', p_change -> 'actorId'), (p_change ->> 'at')::timestamptz, (p_change ->> 'at')::timestamptz)
  ON CONFLICT DO NOTHING;
  SELECT (p_change ->> 'id')::uuid $$;

-- People who leave or join lessons, as they were before: the first time that the change touches it counts.
CREATE FUNCTION log_reservation_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_left boolean := TG_OP = 'DELETE';
  v_school uuid; v_change jsonb; v_id uuid;
BEGIN
  SELECT r.school_id INTO v_school FROM changed r WHERE r.room_id IS NULL LIMIT 1;
  IF NOT FOUND THEN RETURN NULL; END IF;
  v_change := schedule_change_under_way();
  IF v_change IS NULL OR NOT v_left AND (v_change ->> 'setUp')::boolean THEN RETURN NULL; END IF;
  v_id := record_lessons_changed(v_school, v_change);
  INSERT INTO lesson_change (school_id, change_id, person_id, lesson_id, part, starts_at, ends_at, teacher_id, room_id)
    SELECT r.school_id, v_id, r.resource_id, r.lesson_id,
        CASE WHEN r.teacher_id IS NULL THEN 'STUDENT' ELSE 'TEACHER' END::lesson_part,
        CASE WHEN v_left THEN r.starts_at END, CASE WHEN v_left THEN r.ends_at END,
        CASE WHEN v_left THEN l.teacher_id END, CASE WHEN v_left THEN l.room_id END
      FROM changed r JOIN lesson l ON l.school_id = r.school_id AND l.id = r.lesson_id
      WHERE r.room_id IS NULL
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "reservation_joined" AFTER INSERT ON "reservation" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  WHEN (current_setting('app.schedule_change', true) IS DISTINCT FROM 'booking') EXECUTE FUNCTION log_reservation_change();
CREATE TRIGGER "reservation_left" AFTER DELETE ON "reservation" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  WHEN (current_setting('app.schedule_change', true) IS DISTINCT FROM 'booking') EXECUTE FUNCTION log_reservation_change();

-- A lesson that is changed as it stands: everybody who is in it.
CREATE FUNCTION log_lesson_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_change jsonb := schedule_change_under_way();
  v_id uuid;
BEGIN
  IF v_change IS NULL OR NOT EXISTS (SELECT 1 FROM reservation r
    WHERE r.school_id = NEW.school_id AND r.lesson_id = NEW.id AND r.room_id IS NULL) THEN RETURN NULL; END IF;
  v_id := record_lessons_changed(NEW.school_id, v_change);
  INSERT INTO lesson_change (school_id, change_id, person_id, lesson_id, part, starts_at, ends_at, teacher_id, room_id)
    SELECT r.school_id, v_id, r.resource_id, r.lesson_id,
        CASE WHEN r.teacher_id IS NULL THEN 'STUDENT' ELSE 'TEACHER' END::lesson_part,
        OLD.starts_at, OLD.ends_at, OLD.teacher_id, OLD.room_id
      FROM reservation r WHERE r.school_id = NEW.school_id AND r.lesson_id = NEW.id AND r.room_id IS NULL
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "lesson_changed" AFTER UPDATE ON "lesson" FOR EACH ROW
  WHEN (current_setting('app.schedule_change', true) IS DISTINCT FROM 'booking'
        AND (OLD."starts_at", OLD."ends_at", OLD."teacher_id", OLD."location_id", OLD."room_id", OLD."cancelled_at")
        IS DISTINCT FROM
        (NEW."starts_at", NEW."ends_at", NEW."teacher_id", NEW."location_id", NEW."room_id", NEW."cancelled_at"))
  EXECUTE FUNCTION log_lesson_change();

-- A booking, a move and a cancellation say that they tell of themselves. Else as before.

CREATE OR REPLACE FUNCTION book_lessons(p_school uuid, p_actor uuid, p_request_key text, p_input_hash text, p_now timestamptz,
                             p_schedule_version integer, p_enrolment uuid, p_lessons jsonb, p_override text,
                             p_event uuid, p_request_id text)
  RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_for record; v_want record; v_place record;
  v_answer jsonb; v_gaps interval[];
  v_clashes jsonb := '[]'; v_rooms uuid[] := '{}'; v_bookings uuid[] := '{}';
BEGIN
  PERFORM set_config('app.school_id', p_school::text, true), set_config('app.schedule_change', 'booking', true),
    pg_advisory_xact_lock_shared(schedule_lock_key(p_school));
  SELECT e.student_id, e.course_id, c.teacher_id, c.location_id, s.schedule_version, s.buffer_minutes, s.travel_gap_minutes
    INTO v_for
    FROM enrolment e
    JOIN course c ON c.school_id = p_school AND c.id = e.course_id
    JOIN school s ON s.id = p_school
    WHERE e.school_id = p_school AND e.id = p_enrolment;
  PERFORM pg_advisory_xact_lock(teacher_lock_key(v_for.teacher_id));
  PERFORM pg_advisory_xact_lock(student_lock_key(v_for.student_id));
  v_answer := earlier_request(p_school, p_actor, p_request_key, p_input_hash);
  IF v_answer IS NOT NULL THEN RETURN v_answer; END IF;
  IF v_for.schedule_version <> p_schedule_version THEN RETURN jsonb_build_object('status', 'stale'); END IF;

  -- The first choices of room in the order of their keys, so that rivals queue.
  PERFORM pg_advisory_xact_lock(k.key) FROM (
    SELECT DISTINCT room_lock_key((l -> 'roomIds' ->> 0)::uuid, (l ->> 'startsAt')::timestamptz) AS key
    FROM jsonb_array_elements(p_lessons) AS l WHERE l -> 'roomIds' ->> 0 IS NOT NULL ORDER BY 1) AS k;
  v_gaps := CASE WHEN p_override IS NULL THEN teacher_gaps(v_for.buffer_minutes, v_for.travel_gap_minutes)
    ELSE teacher_gaps(0, 0) END;
  FOR v_want IN SELECT l.*, EXISTS (SELECT 1 FROM booking b WHERE b.school_id = p_school AND b.enrolment_id = p_enrolment
      AND b.week = l.week AND b.state <> 'CANCELLED') AS is_booked
    FROM jsonb_to_recordset(p_lessons) AS l(week integer, "startsAt" timestamptz, "endsAt" timestamptz, "roomIds" uuid[])
  LOOP
    v_place := place_lesson(p_school, v_for.teacher_id, v_for.student_id, v_for.location_id, v_gaps, v_want."roomIds",
      v_want."startsAt", v_want."endsAt", NULL);
    IF v_want.is_booked THEN v_place.clash := 'already-booked'; END IF;
    v_rooms := v_rooms || v_place.room_id;
    CONTINUE WHEN v_place.clash IS NULL;
    v_clashes := v_clashes || jsonb_build_object('week', v_want.week, 'code', v_place.clash);
  END LOOP;
  IF v_clashes <> '[]' THEN RETURN jsonb_build_object('status', 'clash', 'clashes', v_clashes); END IF;

  FOR v_want IN SELECT * FROM jsonb_to_recordset(p_lessons) AS l("bookingId" uuid, "lessonId" uuid, "auditId" uuid,
    week integer, "lessonWeek" integer, "startsAt" timestamptz, "endsAt" timestamptz)
  LOOP
    v_bookings := v_bookings || v_want."bookingId";
    -- Both loops go through the lessons in the order in which they were given.
    v_place.room_id := v_rooms[cardinality(v_bookings)];
    INSERT INTO lesson (school_id, id, course_id, kind, week, starts_at, ends_at, teacher_id, location_id, room_id, enrolment_id)
      VALUES (p_school, v_want."lessonId", v_for.course_id, 'INDIVIDUAL', v_want."lessonWeek", v_want."startsAt", v_want."endsAt",
        v_for.teacher_id, v_for.location_id, v_place.room_id, p_enrolment);
    INSERT INTO reservation (school_id, lesson_id, starts_at, ends_at, resource_id, teacher_id, student_id, room_id) VALUES
      (p_school, v_want."lessonId", v_want."startsAt", v_want."endsAt", v_for.teacher_id, v_for.teacher_id, NULL, NULL),
      (p_school, v_want."lessonId", v_want."startsAt", v_want."endsAt", v_for.student_id, NULL, v_for.student_id, NULL),
      (p_school, v_want."lessonId", v_want."startsAt", v_want."endsAt", v_place.room_id, NULL, NULL, v_place.room_id);
    INSERT INTO booking (school_id, id, enrolment_id, week, lesson_id, booked_at, booked_by_id, override_reason)
      VALUES (p_school, v_want."bookingId", p_enrolment, v_want.week, v_want."lessonId", p_now, p_actor, p_override);
    INSERT INTO audit_entry (school_id, id, at, actor_id, action, subject_id, reason, request_id, data)
      VALUES (p_school, v_want."auditId", p_now, p_actor, 'booking/lesson.booked', v_want."bookingId", p_override, p_request_id,
        jsonb_build_object('enrolmentId', p_enrolment, 'week', v_want.week, 'startsAt', v_want."startsAt"));
  END LOOP;
  PERFORM record_event(p_school, p_event, 'booking/lesson.booked', p_now,
    jsonb_build_object('enrolmentId', p_enrolment, 'bookingIds', v_bookings, 'actorId', p_actor));
  PERFORM remember_request(p_school, p_actor, p_request_key, p_input_hash, v_bookings, p_now);
  RETURN jsonb_build_object('status', 'done', 'bookingIds', v_bookings);
END $$;

CREATE OR REPLACE FUNCTION move_booking(p_school uuid, p_actor uuid, p_request_key text, p_input_hash text, p_now timestamptz,
                             p_schedule_version integer, p_booking uuid, p_expected timestamptz, p_move jsonb,
                             p_override text, p_event uuid, p_request_id text)
  RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_lesson record; v_booking record; v_place record; v_answer jsonb;
  v_starts_at timestamptz := (p_move ->> 'startsAt')::timestamptz;
  v_ends_at timestamptz := (p_move ->> 'endsAt')::timestamptz;
  v_rooms uuid[] := ARRAY(SELECT jsonb_array_elements_text(p_move -> 'roomIds')::uuid);
BEGIN
  PERFORM set_config('app.school_id', p_school::text, true), set_config('app.schedule_change', 'booking', true),
    pg_advisory_xact_lock_shared(schedule_lock_key(p_school));
  SELECT l.id, l.teacher_id, l.location_id, e.student_id, s.schedule_version,
      CASE WHEN p_override IS NULL THEN teacher_gaps(s.buffer_minutes, s.travel_gap_minutes) ELSE teacher_gaps(0, 0) END AS gaps
    INTO v_lesson
    FROM booking b
    JOIN lesson l ON l.school_id = p_school AND l.id = b.lesson_id
    JOIN enrolment e ON e.school_id = p_school AND e.id = b.enrolment_id
    JOIN school s ON s.id = p_school
    WHERE b.school_id = p_school AND b.id = p_booking;
  PERFORM pg_advisory_xact_lock(teacher_lock_key(v_lesson.teacher_id));
  PERFORM pg_advisory_xact_lock(student_lock_key(v_lesson.student_id));
  v_answer := earlier_request(p_school, p_actor, p_request_key, p_input_hash);
  IF v_answer IS NOT NULL THEN RETURN v_answer; END IF;
  IF v_lesson.schedule_version <> p_schedule_version THEN RETURN jsonb_build_object('status', 'stale'); END IF;
  SELECT b.week, l.starts_at INTO v_booking
    FROM booking b JOIN lesson l ON l.school_id = b.school_id AND l.id = b.lesson_id
    WHERE b.school_id = p_school AND b.id = p_booking AND b.state = 'CONFIRMED' AND l.starts_at = p_expected;
  IF NOT FOUND THEN RETURN jsonb_build_object('status', 'changed'); END IF;

  IF v_rooms[1] IS NOT NULL THEN PERFORM pg_advisory_xact_lock(room_lock_key(v_rooms[1], v_starts_at)); END IF;
  v_place := place_lesson(p_school, v_lesson.teacher_id, v_lesson.student_id, v_lesson.location_id, v_lesson.gaps, v_rooms,
    v_starts_at, v_ends_at, v_lesson.id);
  IF v_place.clash IS NOT NULL THEN
    RETURN jsonb_build_object('status', 'clash', 'clashes',
      jsonb_build_array(jsonb_build_object('week', v_booking.week, 'code', v_place.clash)));
  END IF;

  -- Teacher and student follow the lesson's times by their foreign key; the room may be another one.
  DELETE FROM reservation WHERE school_id = p_school AND lesson_id = v_lesson.id AND room_id IS NOT NULL;
  UPDATE lesson SET starts_at = v_starts_at, ends_at = v_ends_at, room_id = v_place.room_id, week = (p_move ->> 'week')::integer
    WHERE school_id = p_school AND id = v_lesson.id;
  INSERT INTO reservation (school_id, lesson_id, starts_at, ends_at, resource_id, room_id)
    VALUES (p_school, v_lesson.id, v_starts_at, v_ends_at, v_place.room_id, v_place.room_id);
  UPDATE booking SET sequence = sequence + 1, override_reason = COALESCE(p_override, override_reason)
    WHERE school_id = p_school AND id = p_booking;
  INSERT INTO booking_move (school_id, id, booking_id, from_starts_at, to_starts_at, moved_at, moved_by_id, reason)
    VALUES (p_school, (p_move ->> 'moveId')::uuid, p_booking, v_booking.starts_at, v_starts_at, p_now, p_actor, p_override);
  INSERT INTO audit_entry (school_id, id, at, actor_id, action, subject_id, reason, request_id, data)
    VALUES (p_school, (p_move ->> 'auditId')::uuid, p_now, p_actor, 'booking/lesson.moved', p_booking, p_override, p_request_id,
      jsonb_build_object('fromStartsAt', v_booking.starts_at, 'toStartsAt', v_starts_at));
  PERFORM record_event(p_school, p_event, 'booking/lesson.moved', p_now, jsonb_build_object('bookingId', p_booking,
    'moveId', p_move ->> 'moveId', 'actorId', p_actor));
  PERFORM remember_request(p_school, p_actor, p_request_key, p_input_hash, ARRAY[p_booking], p_now);
  RETURN jsonb_build_object('status', 'done', 'bookingIds', ARRAY[p_booking]);
END $$;

CREATE OR REPLACE FUNCTION cancel_booking(p_school uuid, p_actor uuid, p_request_key text, p_input_hash text, p_now timestamptz,
                               p_booking uuid, p_expected timestamptz, p_reason lesson_cancel_reason, p_note text,
                               p_override text, p_audit uuid, p_event uuid, p_request_id text)
  RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_lesson lesson; v_student uuid;
  v_answer jsonb;
BEGIN
  PERFORM set_config('app.school_id', p_school::text, true), set_config('app.schedule_change', 'booking', true);
  PERFORM pg_advisory_xact_lock_shared(schedule_lock_key(p_school));
  SELECT l.* INTO v_lesson FROM booking b JOIN lesson l ON l.school_id = b.school_id AND l.id = b.lesson_id
    WHERE b.school_id = p_school AND b.id = p_booking;
  SELECT student_id INTO v_student FROM enrolment WHERE school_id = p_school AND id = v_lesson.enrolment_id;
  PERFORM pg_advisory_xact_lock(teacher_lock_key(v_lesson.teacher_id));
  PERFORM pg_advisory_xact_lock(student_lock_key(v_student));
  v_answer := earlier_request(p_school, p_actor, p_request_key, p_input_hash);
  IF v_answer IS NOT NULL THEN RETURN v_answer; END IF;

  UPDATE booking b SET state = 'CANCELLED', cancelled_at = p_now, cancelled_by_id = p_actor, cancel_reason = p_reason,
      cancel_note = p_note, override_reason = COALESCE(p_override, b.override_reason), sequence = b.sequence + 1
    FROM lesson l
    WHERE b.school_id = p_school AND b.id = p_booking AND b.state = 'CONFIRMED'
      AND l.school_id = b.school_id AND l.id = b.lesson_id AND l.starts_at = p_expected;
  IF NOT FOUND THEN RETURN jsonb_build_object('status', 'changed'); END IF;
  DELETE FROM reservation WHERE school_id = p_school AND lesson_id = v_lesson.id;
  UPDATE lesson SET cancelled_at = p_now, cancel_reason = p_reason WHERE school_id = p_school AND id = v_lesson.id;
  INSERT INTO audit_entry (school_id, id, at, actor_id, action, subject_id, reason, request_id, data)
    VALUES (p_school, p_audit, p_now, p_actor, 'booking/lesson.cancelled', p_booking, COALESCE(p_override, p_note), p_request_id,
      jsonb_build_object('startsAt', v_lesson.starts_at, 'cancelReason', p_reason));
  PERFORM record_event(p_school, p_event, 'booking/lesson.cancelled', p_now,
    jsonb_build_object('bookingId', p_booking, 'actorId', p_actor));
  PERFORM remember_request(p_school, p_actor, p_request_key, p_input_hash, ARRAY[p_booking], p_now);
  RETURN jsonb_build_object('status', 'done', 'bookingIds', ARRAY[p_booking]);
END $$;
