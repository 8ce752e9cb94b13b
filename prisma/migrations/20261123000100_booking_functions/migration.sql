-- The reading and the writing part of the hot use cases, one round trip each: facts out, rows in.
-- The rules themselves are pure code (lib/booking, lib/scheduling). Every function sets the school of
-- its own transaction, runs as its caller under row-level security, and names the school all the same.

CREATE FUNCTION epoch_ms(t timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT (extract(epoch FROM t) * 1000)::bigint $$;

-- Locks, always taken in this order: schedule of the school (shared by families, alone for an admin's
-- change), teacher, student, rooms by key. See docs/decisions.
CREATE FUNCTION schedule_lock_key(p_school uuid) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT hashtextextended(p_school::text, 1) $$;
CREATE FUNCTION teacher_lock_key(p_teacher uuid) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT hashtextextended(p_teacher::text, 2) $$;
CREATE FUNCTION student_lock_key(p_student uuid) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT hashtextextended(p_student::text, 3) $$;
CREATE FUNCTION room_lock_key(p_room uuid) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT hashtextextended(p_room::text, 4) $$;

-- An admin's change of the schedule: alone in the school until commit, and older facts become stale.
CREATE FUNCTION begin_schedule_change(p_school uuid) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  v_version integer;
BEGIN
  PERFORM pg_advisory_xact_lock(schedule_lock_key(p_school));
  UPDATE school SET schedule_version = schedule_version + 1 WHERE id = p_school
    RETURNING schedule_version INTO v_version;
  RETURN v_version;
END $$;

-- First instant of a term week and of the day after its last, in the school's zone.
CREATE FUNCTION term_week_range(p_starts_on date, p_week_start integer, p_zone text, p_week integer)
  RETURNS tstzrange LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT tstzrange(first_day::timestamp AT TIME ZONE p_zone, (first_day + 7)::timestamp AT TIME ZONE p_zone, '[)')
  FROM (SELECT p_starts_on - ((extract(isodow FROM p_starts_on)::integer - p_week_start + 7) % 7)
               + (p_week - 1) * 7 AS first_day) AS w $$;

-- Everything a booking is decided on, as one JSON value; null when the enrolment does not exist for this
-- guardian (null: no restriction). The lessons are those of p_weeks or,
-- where it is not null, those that meet p_near.
CREATE FUNCTION booking_facts(p_school uuid, p_guardian uuid, p_enrolment uuid, p_weeks integer[],
                              p_near tstzmultirange, p_actor uuid, p_request_key text)
  RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  e enrolment; c course; s school; t term;
  v_family uuid;
  v_ranges tstzmultirange;
  v_span tstzrange;
BEGIN
  SELECT * INTO e FROM enrolment WHERE school_id = p_school AND id = p_enrolment;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT family_id INTO v_family FROM student WHERE school_id = p_school AND id = e.student_id;
  IF p_guardian IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM guardian g WHERE g.school_id = p_school AND g.family_id = v_family
      AND g.person_id = p_guardian AND g.kind <> 'EMERGENCY') THEN RETURN NULL; END IF;
  SELECT * INTO c FROM course WHERE school_id = p_school AND id = e.course_id;
  SELECT * INTO s FROM school WHERE id = p_school;
  SELECT * INTO t FROM term WHERE school_id = p_school AND id = c.term_id;
  SELECT COALESCE(range_agg(term_week_range(t.starts_on, s.week_start, s.time_zone, w)), '{}') INTO v_ranges
    FROM unnest(p_weeks) AS w;
  IF p_near IS NOT NULL THEN v_ranges := p_near; END IF;
  v_span := range_merge(v_ranges);

  RETURN jsonb_build_object(
    'scheduleVersion', s.schedule_version,
    'school', jsonb_build_object('timeZone', s.time_zone, 'weekStart', s.week_start, 'noticeHours', s.notice_hours,
      'bufferMinutes', s.buffer_minutes, 'travelGapMinutes', s.travel_gap_minutes, 'moveToOtherDays', s.move_to_other_days),
    'term', jsonb_build_object('id', t.id, 'name', t.name, 'startsOn', t.starts_on, 'endsOn', t.ends_on),
    'course', jsonb_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'teacherId', c.teacher_id, 'locationId', c.location_id,
      'roomId', c.room_id, 'instrument', c.instrument, 'weekday', c.weekday, 'startMinute', c.start_minute,
      'groupMinutes', c.group_minutes, 'lessonMinutes', c.lesson_minutes, 'slotStepMinutes', c.slot_step_minutes,
      'windowOpensAt', epoch_ms(c.window_opens_at), 'windowClosesAt', epoch_ms(c.window_closes_at)),
    'enrolment', jsonb_build_object('id', e.id, 'studentId', e.student_id, 'startsOn', e.starts_on, 'endsOn', e.ends_on,
      'bookUntil', epoch_ms(e.book_until)),
    'names', (SELECT jsonb_build_object('student', sp.given_name, 'teacher', tp.given_name || ' ' || tp.family_name,
        'location', l.name, 'address', l.address)
      FROM person sp, person tp, location l
      WHERE sp.school_id = p_school AND sp.id = e.student_id AND tp.school_id = p_school AND tp.id = c.teacher_id
        AND l.school_id = p_school AND l.id = c.location_id),
    'plan', (SELECT COALESCE(jsonb_agg(jsonb_build_object('week', w.week, 'kind', w.kind) ORDER BY w.week), '[]')
      FROM week_plan_week w WHERE w.school_id = p_school AND w.course_id = c.id),
    'closures', (SELECT COALESCE(jsonb_agg(jsonb_build_object('name', x.name, 'startsOn', x.starts_on, 'endsOn', x.ends_on,
        'locationId', x.location_id)), '[]')
      FROM closure x WHERE x.school_id = p_school AND x.ends_on >= t.starts_on AND x.starts_on <= t.ends_on
        AND (x.location_id IS NULL OR x.location_id = c.location_id)),
    'windows', (SELECT COALESCE(jsonb_agg(jsonb_build_object('locationId', a.location_id, 'weekday', a.weekday,
        'startMinute', a.start_minute, 'endMinute', a.end_minute, 'validFrom', a.valid_from, 'validUntil', a.valid_until)), '[]')
      FROM availability_window a WHERE a.school_id = p_school AND a.teacher_id = c.teacher_id AND a.location_id = c.location_id),
    'exceptions', (SELECT COALESCE(jsonb_agg(jsonb_build_object('kind', a.kind, 'locationId', a.location_id, 'on', a.held_on,
        'startMinute', a.start_minute, 'endMinute', a.end_minute)), '[]')
      FROM availability_exception a WHERE a.school_id = p_school AND a.teacher_id = c.teacher_id
        AND a.held_on BETWEEN (lower(v_span) AT TIME ZONE s.time_zone)::date - 1 AND (upper(v_span) AT TIME ZONE s.time_zone)::date),
    'teacherLessons', (SELECT COALESCE(jsonb_agg(jsonb_build_array(r.lesson_id, epoch_ms(r.starts_at), epoch_ms(r.ends_at), l.location_id)), '[]')
      FROM reservation r JOIN lesson l ON l.school_id = r.school_id AND l.id = r.lesson_id
      WHERE r.school_id = p_school AND r.resource_id = c.teacher_id
        AND r.starts_at < upper(v_span) + interval '1 day' AND r.starts_at > lower(v_span) - interval '1 day'
        AND tstzrange(r.starts_at - interval '6 hours', r.ends_at + interval '6 hours') && v_ranges),
    'studentLessons', (SELECT COALESCE(jsonb_agg(jsonb_build_array(r.lesson_id, epoch_ms(r.starts_at), epoch_ms(r.ends_at))), '[]')
      FROM reservation r
      WHERE r.school_id = p_school AND r.resource_id = e.student_id
        AND r.starts_at < upper(v_span) AND r.starts_at > lower(v_span) - interval '1 day'
        AND tstzrange(r.starts_at, r.ends_at) && v_ranges),
    'rooms', (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'capacity', m.capacity,
        'instruments', m.instruments, 'busy', (
          SELECT COALESCE(jsonb_agg(jsonb_build_array(r.lesson_id, epoch_ms(r.starts_at), epoch_ms(r.ends_at))), '[]')
          FROM reservation r
          WHERE r.school_id = p_school AND r.resource_id = m.id
            AND r.starts_at < upper(v_span) AND r.starts_at > lower(v_span) - interval '1 day'
            AND tstzrange(r.starts_at, r.ends_at) && v_ranges))), '[]')
      FROM room m WHERE m.school_id = p_school AND m.location_id = c.location_id AND m.archived_at IS NULL
        AND (m.id = c.room_id OR m.instruments = '{}' OR c.instrument IS NULL OR c.instrument = ANY (m.instruments))),
    'siblingLessons', (SELECT COALESCE(jsonb_agg(jsonb_build_array(p.given_name, l.location_id, epoch_ms(r.starts_at), epoch_ms(r.ends_at))), '[]')
      FROM student x
      JOIN person p ON p.school_id = x.school_id AND p.id = x.id
      JOIN reservation r ON r.school_id = x.school_id AND r.resource_id = x.id
      JOIN lesson l ON l.school_id = r.school_id AND l.id = r.lesson_id
      WHERE x.school_id = p_school AND x.family_id = v_family AND x.id <> e.student_id
        AND r.starts_at < upper(v_span) + interval '1 day' AND r.starts_at > lower(v_span) - interval '1 day'),
    'bookings', (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', b.id, 'week', b.week, 'state', b.state,
        'lessonId', b.lesson_id, 'startsAt', epoch_ms(l.starts_at), 'endsAt', epoch_ms(l.ends_at)) ORDER BY b.week), '[]')
      FROM booking b JOIN lesson l ON l.school_id = b.school_id AND l.id = b.lesson_id
      WHERE b.school_id = p_school AND b.enrolment_id = e.id AND b.state <> 'CANCELLED'),
    'request', (SELECT jsonb_build_object('inputHash', q.input_hash, 'resultIds', q.result_ids)
      FROM request q WHERE q.school_id = p_school AND q.actor_id = p_actor AND q.key = p_request_key));
END $$;

-- The same from outside a transaction: sets the school first.
CREATE FUNCTION booking_facts_in_school(p_school uuid, p_guardian uuid, p_enrolment uuid, p_weeks integer[],
                                        p_near tstzmultirange, p_actor uuid, p_request_key text)
  RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.school_id', p_school::text, true);
  RETURN booking_facts(p_school, p_guardian, p_enrolment, p_weeks, p_near, p_actor, p_request_key);
END $$;

-- One cheap value that changes whenever the slots of an enrolment in a week may have changed: rises with
-- nothing, is compared only for being equal. Null when the enrolment does not exist for this guardian.
CREATE FUNCTION slots_version(p_school uuid, p_guardian uuid, p_enrolment uuid, p_week integer)
  RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_result text;
BEGIN
  PERFORM set_config('app.school_id', p_school::text, true);
  SELECT s.schedule_version || '-' || c.id || '-' || (
      SELECT count(*) || '-' || COALESCE(sum(hashtextextended(r.id::text || epoch_ms(r.starts_at), 0)), 0)
      FROM (SELECT m.id FROM room m WHERE m.school_id = p_school AND m.location_id = c.location_id
            UNION ALL SELECT c.teacher_id UNION ALL SELECT x.id FROM student x
              WHERE x.school_id = p_school AND x.family_id = st.family_id) AS resource
      JOIN reservation r ON r.school_id = p_school AND r.resource_id = resource.id
        AND r.starts_at >= lower(w.span) AND r.starts_at < upper(w.span))
    INTO v_result
    FROM enrolment e
    JOIN student st ON st.school_id = p_school AND st.id = e.student_id
    JOIN course c ON c.school_id = p_school AND c.id = e.course_id
    JOIN term t ON t.school_id = p_school AND t.id = c.term_id
    JOIN school s ON s.id = p_school
    CROSS JOIN LATERAL (SELECT term_week_range(t.starts_on, s.week_start, s.time_zone, p_week) AS span) AS w
    WHERE e.school_id = p_school AND e.id = p_enrolment
      AND (p_guardian IS NULL OR EXISTS (SELECT 1 FROM guardian g WHERE g.school_id = p_school
        AND g.family_id = st.family_id AND g.person_id = p_guardian AND g.kind <> 'EMERGENCY'));
  RETURN v_result;
END $$;

-- Which of the teacher and the student is taken then, buffer and travel gap of the teacher included
-- (unless p_overlap_only); null when both are free. Runs under their locks.
CREATE FUNCTION who_is_busy(p_school uuid, p_teacher uuid, p_student uuid, p_location uuid, p_starts_at timestamptz,
                            p_ends_at timestamptz, p_except_lesson uuid, p_overlap_only boolean)
  RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_buffer interval := '0';
  v_gap interval := '0';
BEGIN
  IF NOT p_overlap_only THEN
    SELECT make_interval(mins => buffer_minutes), make_interval(mins => GREATEST(buffer_minutes, travel_gap_minutes))
      INTO v_buffer, v_gap FROM school WHERE id = p_school;
  END IF;
  IF EXISTS (
    SELECT 1 FROM reservation r JOIN lesson l ON l.school_id = r.school_id AND l.id = r.lesson_id
    CROSS JOIN LATERAL (SELECT CASE WHEN l.location_id = p_location THEN v_buffer ELSE v_gap END AS gap) AS g
    WHERE r.school_id = p_school AND r.resource_id = p_teacher AND r.lesson_id IS DISTINCT FROM p_except_lesson
      AND r.starts_at > p_starts_at - interval '2 days' AND r.starts_at < p_ends_at + interval '1 day'
      AND r.starts_at < p_ends_at + g.gap AND r.ends_at > p_starts_at - g.gap) THEN RETURN 'teacher-busy'; END IF;
  IF EXISTS (
    SELECT 1 FROM reservation r
    WHERE r.school_id = p_school AND r.resource_id = p_student AND r.lesson_id IS DISTINCT FROM p_except_lesson
      AND r.starts_at > p_starts_at - interval '2 days'
      AND r.starts_at < p_ends_at AND r.ends_at > p_starts_at) THEN RETURN 'student-busy'; END IF;
  RETURN NULL;
END $$;

-- The first free room of a list in order of preference, locked until commit. Waits for the first only: a
-- rival's lock on a later one counts as taken, so that no two rivals wait for each other. Null: none.
CREATE FUNCTION take_room(p_school uuid, p_rooms uuid[], p_starts_at timestamptz, p_ends_at timestamptz, p_except_lesson uuid)
  RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  v_room uuid;
BEGIN
  FOR i IN 1 .. COALESCE(array_length(p_rooms, 1), 0) LOOP
    v_room := p_rooms[i];
    IF i > 1 AND NOT pg_try_advisory_xact_lock(room_lock_key(v_room)) THEN CONTINUE; END IF;
    IF NOT EXISTS (SELECT 1 FROM reservation r
      WHERE r.school_id = p_school AND r.resource_id = v_room AND r.lesson_id IS DISTINCT FROM p_except_lesson
        AND r.starts_at > p_starts_at - interval '2 days'
        AND r.starts_at < p_ends_at AND r.ends_at > p_starts_at) THEN RETURN v_room; END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE FUNCTION record_event(p_school uuid, p_event uuid, p_name text, p_now timestamptz, p_data jsonb)
  RETURNS void LANGUAGE sql AS $$
  INSERT INTO outbox_event (school_id, id, name, data, occurred_at, due_at)
  VALUES (p_school, p_event, p_name, p_data, p_now, p_now) $$;

-- What was done before under this request key: null when nothing, else {status: 'repeated' | 'key-reused'}.
CREATE FUNCTION earlier_request(p_school uuid, p_actor uuid, p_request_key text, p_input_hash text)
  RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN q.input_hash = p_input_hash
      THEN jsonb_build_object('status', 'repeated', 'bookingIds', q.result_ids)
      ELSE jsonb_build_object('status', 'key-reused') END
  FROM request q WHERE q.school_id = p_school AND q.actor_id = p_actor AND q.key = p_request_key $$;

CREATE FUNCTION remember_request(p_school uuid, p_actor uuid, p_request_key text, p_input_hash text,
                                 p_result_ids uuid[], p_now timestamptz)
  RETURNS void LANGUAGE sql AS $$
  INSERT INTO request (school_id, actor_id, key, input_hash, result_ids, created_at)
  SELECT p_school, p_actor, p_request_key, p_input_hash, p_result_ids, p_now WHERE p_request_key IS NOT NULL $$;

-- The last checks of wanted lessons, under the locks of teacher and student: takes the rooms and says what
-- clashes. p_lessons as in book_lessons. Returns a row per lesson: its room, or the code of the clash.
CREATE FUNCTION place_lessons(p_school uuid, p_enrolment uuid, p_course course, p_student uuid, p_lessons jsonb,
                              p_overlap_only boolean)
  RETURNS TABLE (week integer, room_id uuid, clash text) LANGUAGE plpgsql AS $$
DECLARE
  x record;
BEGIN
  -- The first choices of room in the order of their keys, so that rivals queue.
  PERFORM pg_advisory_xact_lock(k.key) FROM (
    SELECT DISTINCT room_lock_key((l -> 'roomIds' ->> 0)::uuid) AS key
    FROM jsonb_array_elements(p_lessons) AS l WHERE l -> 'roomIds' ->> 0 IS NOT NULL ORDER BY 1) AS k;
  FOR x IN SELECT * FROM jsonb_to_recordset(p_lessons)
    AS l(week integer, "startsAt" timestamptz, "endsAt" timestamptz, "roomIds" uuid[]) ORDER BY l.week
  LOOP
    week := x.week;
    room_id := NULL;
    IF EXISTS (SELECT 1 FROM booking b WHERE b.school_id = p_school AND b.enrolment_id = p_enrolment
      AND b.week = x.week AND b.state <> 'CANCELLED') THEN
      clash := 'already-booked';
    ELSE
      clash := who_is_busy(p_school, p_course.teacher_id, p_student, p_course.location_id, x."startsAt", x."endsAt",
        NULL, p_overlap_only);
    END IF;
    IF clash IS NULL THEN
      room_id := take_room(p_school, x."roomIds", x."startsAt", x."endsAt", NULL);
      IF room_id IS NULL THEN clash := 'no-room'; END IF;
    END IF;
    RETURN NEXT;
  END LOOP;
END $$;

-- Books one or several individual lessons of one enrolment, all or none.
-- p_lessons: [{bookingId, lessonId, auditId, week (owed), lessonWeek, startsAt, endsAt (ISO), roomIds, best first}].
-- p_override: why an admin goes past buffer and travel gap; null for everybody else.
-- Returns {status}: 'done' | 'repeated' (with bookingIds), 'key-reused', 'stale' (the facts are older than the
-- schedule: read them again), 'clash' (with clashes: [{week, code}]).
CREATE FUNCTION book_lessons(p_school uuid, p_actor uuid, p_request_key text, p_input_hash text, p_now timestamptz,
                             p_schedule_version integer, p_enrolment uuid, p_lessons jsonb, p_override text,
                             p_event uuid, p_request_id text)
  RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_course course; v_student uuid;
  v_answer jsonb; v_clashes jsonb; v_placed jsonb;
  v_bookings uuid[];
BEGIN
  PERFORM set_config('app.school_id', p_school::text, true);
  PERFORM pg_advisory_xact_lock_shared(schedule_lock_key(p_school));
  SELECT c.* INTO v_course FROM enrolment e JOIN course c ON c.school_id = e.school_id AND c.id = e.course_id
    WHERE e.school_id = p_school AND e.id = p_enrolment;
  SELECT student_id INTO v_student FROM enrolment WHERE school_id = p_school AND id = p_enrolment;
  PERFORM pg_advisory_xact_lock(teacher_lock_key(v_course.teacher_id));
  PERFORM pg_advisory_xact_lock(student_lock_key(v_student));
  v_answer := earlier_request(p_school, p_actor, p_request_key, p_input_hash);
  IF v_answer IS NOT NULL THEN RETURN v_answer; END IF;
  IF (SELECT schedule_version FROM school WHERE id = p_school) <> p_schedule_version THEN
    RETURN jsonb_build_object('status', 'stale');
  END IF;

  SELECT jsonb_agg(jsonb_build_object('week', p.week, 'code', p.clash)) FILTER (WHERE p.clash IS NOT NULL),
         jsonb_object_agg(p.week, p.room_id)
    INTO v_clashes, v_placed
    FROM place_lessons(p_school, p_enrolment, v_course, v_student, p_lessons, p_override IS NOT NULL) AS p;
  IF v_clashes IS NOT NULL THEN RETURN jsonb_build_object('status', 'clash', 'clashes', v_clashes); END IF;

  INSERT INTO lesson (school_id, id, course_id, kind, week, starts_at, ends_at, teacher_id, location_id, room_id, enrolment_id)
    SELECT p_school, x."lessonId", v_course.id, 'INDIVIDUAL', x."lessonWeek", x."startsAt", x."endsAt", v_course.teacher_id,
      v_course.location_id, (v_placed ->> x.week::text)::uuid, p_enrolment
    FROM jsonb_to_recordset(p_lessons) AS x("lessonId" uuid, week integer, "lessonWeek" integer, "startsAt" timestamptz,
      "endsAt" timestamptz);
  INSERT INTO reservation (school_id, lesson_id, starts_at, ends_at, resource_id, teacher_id, student_id, room_id)
    SELECT p_school, x."lessonId", x."startsAt", x."endsAt", COALESCE(r.teacher, r.student, r.room), r.teacher, r.student, r.room
    FROM jsonb_to_recordset(p_lessons) AS x("lessonId" uuid, week integer, "startsAt" timestamptz, "endsAt" timestamptz)
    CROSS JOIN LATERAL (VALUES (v_course.teacher_id, NULL::uuid, NULL::uuid), (NULL, v_student, NULL),
      (NULL, NULL, (v_placed ->> x.week::text)::uuid)) AS r(teacher, student, room);
  INSERT INTO booking (school_id, id, enrolment_id, week, lesson_id, booked_at, booked_by_id, override_reason)
    SELECT p_school, x."bookingId", p_enrolment, x.week, x."lessonId", p_now, p_actor, p_override
    FROM jsonb_to_recordset(p_lessons) AS x("bookingId" uuid, "lessonId" uuid, week integer);
  INSERT INTO audit_entry (school_id, id, at, actor_id, action, subject_id, reason, request_id, data)
    SELECT p_school, x."auditId", p_now, p_actor, 'booking/lesson.booked', x."bookingId", p_override, p_request_id,
      jsonb_build_object('enrolmentId', p_enrolment, 'week', x.week, 'startsAt', x."startsAt")
    FROM jsonb_to_recordset(p_lessons) AS x("bookingId" uuid, "auditId" uuid, week integer, "startsAt" timestamptz);
  SELECT array_agg(x."bookingId" ORDER BY x.week) INTO v_bookings
    FROM jsonb_to_recordset(p_lessons) AS x("bookingId" uuid, week integer);
  PERFORM record_event(p_school, p_event, 'booking/lesson.booked', p_now,
    jsonb_build_object('enrolmentId', p_enrolment, 'bookingIds', v_bookings, 'actorId', p_actor));
  PERFORM remember_request(p_school, p_actor, p_request_key, p_input_hash, v_bookings, p_now);
  RETURN jsonb_build_object('status', 'done', 'bookingIds', v_bookings);
END $$;

-- Moves a booking in one step: the old time is released only with the new one taken.
-- p_expected: the start that the caller decided on; another one means that somebody was faster ('changed').
-- Returns {status} as book_lessons; p_week is the calendar week of the new time (the owed week stays).
CREATE FUNCTION move_booking(p_school uuid, p_actor uuid, p_request_key text, p_input_hash text, p_now timestamptz,
                             p_schedule_version integer, p_booking uuid, p_expected timestamptz, p_move jsonb,
                             p_override text, p_event uuid, p_request_id text)
  RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_lesson lesson; v_booking booking; v_student uuid;
  v_answer jsonb; v_clash text; v_room uuid;
  v_starts_at timestamptz := (p_move ->> 'startsAt')::timestamptz;
  v_ends_at timestamptz := (p_move ->> 'endsAt')::timestamptz;
  v_rooms uuid[] := ARRAY(SELECT jsonb_array_elements_text(p_move -> 'roomIds')::uuid);
BEGIN
  PERFORM set_config('app.school_id', p_school::text, true);
  PERFORM pg_advisory_xact_lock_shared(schedule_lock_key(p_school));
  SELECT l.* INTO v_lesson FROM booking b JOIN lesson l ON l.school_id = b.school_id AND l.id = b.lesson_id
    WHERE b.school_id = p_school AND b.id = p_booking;
  SELECT student_id INTO v_student FROM enrolment WHERE school_id = p_school AND id = v_lesson.enrolment_id;
  PERFORM pg_advisory_xact_lock(teacher_lock_key(v_lesson.teacher_id));
  PERFORM pg_advisory_xact_lock(student_lock_key(v_student));
  v_answer := earlier_request(p_school, p_actor, p_request_key, p_input_hash);
  IF v_answer IS NOT NULL THEN RETURN v_answer; END IF;
  IF (SELECT schedule_version FROM school WHERE id = p_school) <> p_schedule_version THEN
    RETURN jsonb_build_object('status', 'stale');
  END IF;
  SELECT b.* INTO v_booking FROM booking b JOIN lesson l ON l.school_id = b.school_id AND l.id = b.lesson_id
    WHERE b.school_id = p_school AND b.id = p_booking AND b.state = 'CONFIRMED' AND l.starts_at = p_expected;
  IF NOT FOUND THEN RETURN jsonb_build_object('status', 'changed'); END IF;

  v_clash := who_is_busy(p_school, v_lesson.teacher_id, v_student, v_lesson.location_id, v_starts_at, v_ends_at,
    v_lesson.id, p_override IS NOT NULL);
  IF v_clash IS NULL THEN
    IF array_length(v_rooms, 1) > 0 THEN PERFORM pg_advisory_xact_lock(room_lock_key(v_rooms[1])); END IF;
    v_room := take_room(p_school, v_rooms, v_starts_at, v_ends_at, v_lesson.id);
    IF v_room IS NULL THEN v_clash := 'no-room'; END IF;
  END IF;
  IF v_clash IS NOT NULL THEN
    RETURN jsonb_build_object('status', 'clash', 'clashes',
      jsonb_build_array(jsonb_build_object('week', v_booking.week, 'code', v_clash)));
  END IF;

  -- Teacher and student follow the lesson's times by their foreign key; the room may be another one.
  DELETE FROM reservation WHERE school_id = p_school AND lesson_id = v_lesson.id AND room_id IS NOT NULL;
  UPDATE lesson SET starts_at = v_starts_at, ends_at = v_ends_at, room_id = v_room, week = (p_move ->> 'week')::integer
    WHERE school_id = p_school AND id = v_lesson.id;
  INSERT INTO reservation (school_id, lesson_id, starts_at, ends_at, resource_id, room_id)
    VALUES (p_school, v_lesson.id, v_starts_at, v_ends_at, v_room, v_room);
  UPDATE booking SET sequence = sequence + 1, override_reason = COALESCE(p_override, override_reason)
    WHERE school_id = p_school AND id = p_booking;
  INSERT INTO booking_move (school_id, id, booking_id, from_starts_at, to_starts_at, moved_at, moved_by_id, reason)
    VALUES (p_school, (p_move ->> 'moveId')::uuid, p_booking, v_lesson.starts_at, v_starts_at, p_now, p_actor, p_override);
  INSERT INTO audit_entry (school_id, id, at, actor_id, action, subject_id, reason, request_id, data)
    VALUES (p_school, (p_move ->> 'auditId')::uuid, p_now, p_actor, 'booking/lesson.moved', p_booking, p_override, p_request_id,
      jsonb_build_object('fromStartsAt', v_lesson.starts_at, 'toStartsAt', v_starts_at));
  PERFORM record_event(p_school, p_event, 'booking/lesson.moved', p_now, jsonb_build_object('bookingId', p_booking,
    'moveId', p_move ->> 'moveId', 'actorId', p_actor));
  PERFORM remember_request(p_school, p_actor, p_request_key, p_input_hash, ARRAY[p_booking], p_now);
  RETURN jsonb_build_object('status', 'done', 'bookingIds', ARRAY[p_booking]);
END $$;

-- Cancels a booking: its time is free at once. p_expected as in move_booking.
-- Returns {status}: 'done' | 'repeated', 'key-reused', 'changed'.
CREATE FUNCTION cancel_booking(p_school uuid, p_actor uuid, p_request_key text, p_input_hash text, p_now timestamptz,
                               p_booking uuid, p_expected timestamptz, p_reason lesson_cancel_reason, p_note text,
                               p_override text, p_audit uuid, p_event uuid, p_request_id text)
  RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_lesson lesson; v_student uuid;
  v_answer jsonb;
BEGIN
  PERFORM set_config('app.school_id', p_school::text, true);
  PERFORM pg_advisory_xact_lock_shared(schedule_lock_key(p_school));
  SELECT l.* INTO v_lesson FROM booking b JOIN lesson l ON l.school_id = b.school_id AND l.id = b.lesson_id
    WHERE b.school_id = p_school AND b.id = p_booking;
  SELECT student_id INTO v_student FROM enrolment WHERE school_id = p_school AND id = v_lesson.enrolment_id;
  PERFORM pg_advisory_xact_lock(teacher_lock_key(v_lesson.teacher_id));
  PERFORM pg_advisory_xact_lock(student_lock_key(v_student));
  v_answer := earlier_request(p_school, p_actor, p_request_key, p_input_hash);
  IF v_answer IS NOT NULL THEN RETURN v_answer; END IF;

  UPDATE booking b SET state = 'CANCELLED', cancelled_at = p_now, cancelled_by_id = p_actor, cancel_reason = p_reason,
      cancel_note = p_note, override_reason = COALESCE(p_override, override_reason), sequence = sequence + 1
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

-- Who a session or token belongs to and what they are in one school: one round trip for the system role.
-- Null when the user is unknown, disabled, no (enabled) member, or the session's version is not the present one
-- (p_session_version null: a token, which was checked by its hash).
CREATE FUNCTION member_of_school(p_user uuid, p_session_version integer, p_slug text)
  RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('userId', u.id, 'personId', m.person_id, 'roles', to_jsonb(m.roles),
    'displayName', p.given_name || ' ' || p.family_name,
    'school', jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'timeZone', s.time_zone,
      'currency', s.currency, 'locale', s.locale, 'weekStart', s.week_start, 'phone', s.phone, 'email', s.email,
      'primaryColour', s.primary_colour, 'accentColour', s.accent_colour, 'logoUrl', s.logo_url))
  FROM "user" u
  JOIN school s ON s.slug = p_slug
  JOIN membership m ON m.school_id = s.id AND m.user_id = u.id AND m.disabled_at IS NULL
  JOIN person p ON p.school_id = m.school_id AND p.id = m.person_id
  WHERE u.id = p_user AND u.disabled_at IS NULL
    AND (p_session_version IS NULL OR u.session_version = p_session_version) $$;

-- The same for a token's hash.
CREATE FUNCTION member_of_token(p_token_hash text, p_slug text, p_now timestamptz)
  RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT member_of_school(k.user_id, NULL, s.slug) FROM api_token k
  JOIN school s ON s.id = k.school_id AND s.slug = p_slug
  WHERE k.token_hash = p_token_hash AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > p_now) $$;
