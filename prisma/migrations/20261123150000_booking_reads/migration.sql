-- What a booking reads follows the lessons near it, whatever else the school or its neighbours hold.

-- A resource belongs to one school. Without knowing it the planner takes the exclusion constraint's GiST
-- index for "what is on at this time" and reads all that a teacher ever had.
CREATE STATISTICS "reservation_resource_of_school" (dependencies) ON "school_id", "resource_id" FROM "reservation";
DROP INDEX "reservation_resource_starts_at";
CREATE INDEX "reservation_resource_starts_at" ON "reservation" ("school_id", "resource_id", "starts_at")
  INCLUDE ("ends_at", "lesson_id");

-- What it reserves, and for which lesson, says which one it is.
ALTER TABLE "reservation" DROP CONSTRAINT "reservation_pkey";
ALTER TABLE "reservation" DROP COLUMN "id";
DROP INDEX "reservation_school_id_lesson_id_resource_id_key";
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_pkey" PRIMARY KEY ("school_id", "lesson_id", "resource_id");

DROP FUNCTION booking_facts_in_school(uuid, uuid, uuid, integer[], tstzmultirange, uuid, text);
DROP FUNCTION booking_facts(uuid, uuid, uuid, integer[], tstzmultirange, uuid, text);

-- Everything a booking is decided on, as one JSON value (text: nobody looks into it here); null when the enrolment does not exist for this
-- guardian (null: no restriction). The lessons are those of p_weeks or,
-- where p_starts is not null, those that a lesson at one of these starts would meet.
CREATE FUNCTION booking_facts(p_school uuid, p_guardian uuid, p_enrolment uuid, p_weeks integer[],
                              p_starts timestamptz[], p_actor uuid, p_request_key text)
  RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE
  e enrolment; c course; s school; t term;
  v_family uuid;
  v_ranges tstzmultirange;
  v_span tstzrange;
  v_gap interval;
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
  IF p_starts IS NOT NULL THEN
    SELECT COALESCE(range_agg(tstzrange(x, x + make_interval(mins => COALESCE(c.lesson_minutes, c.group_minutes)))), '{}')
      INTO v_ranges
      FROM unnest(p_starts) AS x;
  END IF;
  v_span := range_merge(v_ranges);
  v_gap := make_interval(mins => GREATEST(s.buffer_minutes, s.travel_gap_minutes));

  RETURN json_build_object(
    'scheduleVersion', s.schedule_version,
    'school', json_build_object('timeZone', s.time_zone, 'weekStart', s.week_start, 'noticeHours', s.notice_hours,
      'bufferMinutes', s.buffer_minutes, 'travelGapMinutes', s.travel_gap_minutes, 'moveToOtherDays', s.move_to_other_days),
    'term', json_build_object('id', t.id, 'name', t.name, 'startsOn', t.starts_on, 'endsOn', t.ends_on),
    'course', json_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'teacherId', c.teacher_id, 'locationId', c.location_id,
      'roomId', c.room_id, 'instrument', c.instrument, 'weekday', c.weekday, 'startMinute', c.start_minute,
      'groupMinutes', c.group_minutes, 'lessonMinutes', c.lesson_minutes, 'slotStepMinutes', c.slot_step_minutes,
      'windowOpensAt', epoch_ms(c.window_opens_at), 'windowClosesAt', epoch_ms(c.window_closes_at)),
    'enrolment', json_build_object('id', e.id, 'studentId', e.student_id, 'startsOn', e.starts_on, 'endsOn', e.ends_on,
      'bookUntil', epoch_ms(e.book_until)),
    'names', (SELECT json_build_object('student', sp.given_name, 'teacher', tp.given_name || ' ' || tp.family_name,
        'location', l.name, 'address', l.address)
      FROM person sp, person tp, location l
      WHERE sp.school_id = p_school AND sp.id = e.student_id AND tp.school_id = p_school AND tp.id = c.teacher_id
        AND l.school_id = p_school AND l.id = c.location_id),
    'plan', (SELECT COALESCE(json_agg(json_build_object('week', w.week, 'kind', w.kind) ORDER BY w.week), '[]')
      FROM week_plan_week w WHERE w.school_id = p_school AND w.course_id = c.id),
    'closures', (SELECT COALESCE(json_agg(json_build_object('name', x.name, 'startsOn', x.starts_on, 'endsOn', x.ends_on,
        'locationId', x.location_id)), '[]')
      FROM closure x WHERE x.school_id = p_school AND x.ends_on >= t.starts_on AND x.starts_on <= t.ends_on
        AND (x.location_id IS NULL OR x.location_id = c.location_id)),
    'windows', (SELECT COALESCE(json_agg(json_build_object('locationId', a.location_id, 'weekday', a.weekday,
        'startMinute', a.start_minute, 'endMinute', a.end_minute, 'validFrom', a.valid_from, 'validUntil', a.valid_until)), '[]')
      FROM availability_window a WHERE a.school_id = p_school AND a.teacher_id = c.teacher_id AND a.location_id = c.location_id),
    'exceptions', (SELECT COALESCE(json_agg(json_build_object('kind', a.kind, 'locationId', a.location_id, 'on', a.held_on,
        'startMinute', a.start_minute, 'endMinute', a.end_minute)), '[]')
      FROM availability_exception a WHERE a.school_id = p_school AND a.teacher_id = c.teacher_id
        AND a.held_on BETWEEN (lower(v_span) AT TIME ZONE s.time_zone)::date - 1 AND (upper(v_span) AT TIME ZONE s.time_zone)::date),
    'teacherLessons', (SELECT COALESCE(json_agg(json_build_array(r.lesson_id, epoch_ms(r.starts_at), epoch_ms(r.ends_at), l.location_id)), '[]')
      FROM reservation r JOIN lesson l ON l.school_id = r.school_id AND l.id = r.lesson_id
      WHERE r.school_id = p_school AND r.resource_id = c.teacher_id
        AND r.starts_at < upper(v_span) + v_gap AND r.starts_at > lower(v_span) - interval '1 day'
        AND tstzrange(r.starts_at - v_gap, r.ends_at + v_gap) && v_ranges),
    'studentLessons', (SELECT COALESCE(json_agg(json_build_array(r.lesson_id, epoch_ms(r.starts_at), epoch_ms(r.ends_at))), '[]')
      FROM reservation r
      WHERE r.school_id = p_school AND r.resource_id = e.student_id
        AND r.starts_at < upper(v_span) AND r.starts_at > lower(v_span) - interval '1 day'
        AND tstzrange(r.starts_at, r.ends_at) && v_ranges),
    'rooms', (SELECT COALESCE(json_agg(json_build_object('id', m.id, 'name', m.name, 'capacity', m.capacity,
        'instruments', m.instruments, 'busy', (
          SELECT COALESCE(json_agg(json_build_array(r.lesson_id, epoch_ms(r.starts_at), epoch_ms(r.ends_at))), '[]')
          FROM reservation r
          WHERE r.school_id = p_school AND r.resource_id = m.id
            AND r.starts_at < upper(v_span) AND r.starts_at > lower(v_span) - interval '1 day'
            AND tstzrange(r.starts_at, r.ends_at) && v_ranges))), '[]')
      FROM room m WHERE m.school_id = p_school AND m.location_id = c.location_id AND m.archived_at IS NULL
        AND (m.id = c.room_id OR m.instruments = '{}' OR c.instrument IS NULL OR c.instrument = ANY (m.instruments))),
    'siblingLessons', (SELECT COALESCE(json_agg(json_build_array(p.given_name, l.location_id, epoch_ms(r.starts_at), epoch_ms(r.ends_at))), '[]')
      FROM student x
      JOIN person p ON p.school_id = x.school_id AND p.id = x.id
      JOIN reservation r ON r.school_id = x.school_id AND r.resource_id = x.id
      JOIN lesson l ON l.school_id = r.school_id AND l.id = r.lesson_id
      WHERE x.school_id = p_school AND x.family_id = v_family AND x.id <> e.student_id
        AND r.starts_at < upper(v_span) + interval '1 day' AND r.starts_at > lower(v_span) - interval '1 day'),
    'bookings', (SELECT COALESCE(json_agg(json_build_object('id', b.id, 'week', b.week, 'state', b.state,
        'lessonId', b.lesson_id, 'startsAt', epoch_ms(l.starts_at), 'endsAt', epoch_ms(l.ends_at)) ORDER BY b.week), '[]')
      FROM booking b JOIN lesson l ON l.school_id = b.school_id AND l.id = b.lesson_id
      WHERE b.school_id = p_school AND b.enrolment_id = e.id AND b.state <> 'CANCELLED'),
    'request', (SELECT json_build_object('inputHash', q.input_hash, 'resultIds', q.result_ids)
      FROM request q WHERE q.school_id = p_school AND q.actor_id = p_actor AND q.key = p_request_key));
END $$;

-- The same from outside a transaction: sets the school first.
CREATE FUNCTION booking_facts_in_school(p_school uuid, p_guardian uuid, p_enrolment uuid, p_weeks integer[],
                                        p_starts timestamptz[], p_actor uuid, p_request_key text)
  RETURNS json LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.school_id', p_school::text, true);
  RETURN booking_facts(p_school, p_guardian, p_enrolment, p_weeks, p_starts, p_actor, p_request_key);
END $$;

-- One cheap value that changes whenever the slots of an enrolment in a week may have changed: rises with
-- nothing, is compared only for being equal. Null when the enrolment does not exist for this guardian.
CREATE OR REPLACE FUNCTION slots_version(p_school uuid, p_guardian uuid, p_enrolment uuid, p_week integer)
  RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_result text;
BEGIN
  PERFORM set_config('app.school_id', p_school::text, true);
  SELECT s.schedule_version || '-' || c.id || '-' || (
      SELECT count(*) || '-' || COALESCE(sum(uuid_hash_extended(r.lesson_id, epoch_ms(r.starts_at))), 0)
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

ANALYZE "reservation";
