-- What a booking writes, in as few statements as it needs: starting each one is most of its cost.

-- Whose time it is tells entries apart best, so it comes first: with the school before it, a search
-- walked through neighbouring schools, and through more of them the more there were.
ALTER TABLE "reservation" DROP CONSTRAINT "reservation_no_overlap";
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_no_overlap" EXCLUDE USING gist (
  "resource_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&, "school_id" WITH =);

DROP FUNCTION place_lessons(uuid, uuid, course, uuid, jsonb, boolean);
DROP FUNCTION take_room(uuid, uuid[], timestamptz, timestamptz, uuid);
DROP FUNCTION who_is_busy(uuid, uuid, uuid, uuid, timestamptz, timestamptz, uuid, boolean);

-- A room at one start: rivals for another time of the room are no rivals. Lessons that overlap without
-- beginning together are told apart by the exclusion constraint, and are decided again.
DROP FUNCTION room_lock_key(uuid);
CREATE FUNCTION room_lock_key(p_room uuid, p_starts_at timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT hashtextextended(p_room::text || epoch_ms(p_starts_at), 4) $$;

-- How long a teacher must be free around a lesson, [in the same location, in another one].
CREATE FUNCTION teacher_gaps(p_buffer_minutes integer, p_travel_minutes integer) RETURNS interval[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY[make_interval(mins => p_buffer_minutes), make_interval(mins => GREATEST(p_buffer_minutes, p_travel_minutes))] $$;

-- The last check of one time, under the locks of teacher, student and first choice of room: the room it gets,
-- or the code of what is taken. Rooms come best first; a rival's lock on a later one at this start counts as
-- taken, so that no two rivals wait for each other.
CREATE FUNCTION place_lesson(p_school uuid, p_teacher uuid, p_student uuid, p_location uuid, p_gaps interval[],
                             p_rooms uuid[], p_starts_at timestamptz, p_ends_at timestamptz, p_except_lesson uuid,
                             OUT room_id uuid, OUT clash text) LANGUAGE plpgsql AS $$
DECLARE
  v_taken uuid[];
BEGIN
  -- No lesson lasts two days: where the search in the index begins.
  SELECT COALESCE(array_agg(r.resource_id), '{}') INTO v_taken
    FROM reservation r JOIN lesson l ON l.school_id = p_school AND l.id = r.lesson_id
    CROSS JOIN LATERAL (SELECT CASE WHEN r.resource_id <> p_teacher THEN interval '0'
      WHEN l.location_id = p_location THEN p_gaps[1] ELSE p_gaps[2] END AS gap) AS g
    WHERE r.school_id = p_school AND r.resource_id = ANY (ARRAY[p_teacher, p_student, p_rooms[1]])
      AND r.starts_at > p_starts_at - interval '2 days' AND r.starts_at < p_ends_at + p_gaps[2]
      AND r.ends_at > p_starts_at - p_gaps[2] AND r.lesson_id IS DISTINCT FROM p_except_lesson
      AND r.starts_at < p_ends_at + g.gap AND r.ends_at > p_starts_at - g.gap;
  clash := CASE WHEN p_teacher = ANY (v_taken) THEN 'teacher-busy' WHEN p_student = ANY (v_taken) THEN 'student-busy' END;
  IF clash IS NOT NULL THEN RETURN; END IF;
  IF p_rooms[1] IS NOT NULL AND p_rooms[1] <> ALL (v_taken) THEN
    room_id := p_rooms[1];
    RETURN;
  END IF;
  FOR i IN 2 .. COALESCE(cardinality(p_rooms), 0) LOOP
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(room_lock_key(p_rooms[i], p_starts_at));
    CONTINUE WHEN EXISTS (SELECT 1 FROM reservation r
      WHERE r.school_id = p_school AND r.resource_id = p_rooms[i] AND r.lesson_id IS DISTINCT FROM p_except_lesson
        AND r.starts_at > p_starts_at - interval '2 days' AND r.starts_at < p_ends_at AND r.ends_at > p_starts_at);
    room_id := p_rooms[i];
    RETURN;
  END LOOP;
  clash := 'no-room';
END $$;

-- Books one or several individual lessons of one enrolment, all or none.
-- p_lessons: [{bookingId, lessonId, auditId, week (owed), lessonWeek, startsAt, endsAt (ISO), roomIds, best first}].
-- p_override: why an admin goes past buffer and travel gap; null for everybody else.
-- Returns {status}: 'done' | 'repeated' (with bookingIds), 'key-reused', 'stale' (the facts are older than the
-- schedule: read them again), 'clash' (with clashes: [{week, code}]).
CREATE OR REPLACE FUNCTION book_lessons(p_school uuid, p_actor uuid, p_request_key text, p_input_hash text, p_now timestamptz,
                             p_schedule_version integer, p_enrolment uuid, p_lessons jsonb, p_override text,
                             p_event uuid, p_request_id text)
  RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_for record; v_want record; v_place record;
  v_answer jsonb; v_gaps interval[];
  v_clashes jsonb := '[]'; v_rooms uuid[] := '{}'; v_bookings uuid[] := '{}';
BEGIN
  PERFORM set_config('app.school_id', p_school::text, true), pg_advisory_xact_lock_shared(schedule_lock_key(p_school));
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

-- Moves a booking in one step: the old time is released only with the new one taken.
-- p_expected: the start that the caller decided on; another one means that somebody was faster ('changed').
-- Returns {status} as book_lessons; the week in p_move is the calendar week of the new time (the owed week stays).
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
  PERFORM set_config('app.school_id', p_school::text, true), pg_advisory_xact_lock_shared(schedule_lock_key(p_school));
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
