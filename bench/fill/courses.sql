-- Hybrid courses with their week plans, open booking windows, enrolments, availability and group lessons.
CREATE TEMP TABLE bench_course AS
  SELECT s, t, k, t * 1000 + k AS n, 1 + (k - 1) % 5 AS weekday, starts_on FROM bench_term JOIN bench_teacher USING (s);

INSERT INTO course (school_id, id, term_id, kind, name, instrument, teacher_id, location_id, room_id, weekday, start_minute,
  group_minutes, lesson_minutes, capacity, group_price_minor, lesson_price_minor, window_opens_at, window_closes_at, window_announced_at)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('course', s, n), pg_temp.bench_id('term', s, t), 'HYBRID', 'Piano ' || k,
  'piano', pg_temp.bench_id('teacher', s, k), pg_temp.bench_id('location', s, 1), pg_temp.bench_id('room', s, k), weekday, 16 * 60, 60,
  30, 30, 3500, 5000, now_at - make_interval(days => 91 * t + 1), CASE WHEN t > 0 THEN now_at - make_interval(days => 91 * t) END,
  now_at - make_interval(days => 91 * t + 1)
FROM bench_course, bench_setting;

INSERT INTO week_plan_week (school_id, course_id, week, kind)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('course', s, n), week,
  CASE WHEN week = ANY (individual_weeks) THEN 'INDIVIDUAL' ELSE 'GROUP' END::week_kind
FROM bench_course, bench_setting, generate_series(1, 10) AS week;

-- What the clock would do about the year so far is done.
INSERT INTO enrolment (school_id, id, course_id, course_kind, student_id, starts_on, ends_on, created_at, unbooked_settled_at)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('enrolment', s, t * 10000 + i), pg_temp.bench_id('course', s, t * 1000 + course),
  'HYBRID', pg_temp.bench_id('student', s, i), starts_on, CASE WHEN t > 0 THEN starts_on + 67 END,
  starts_on - interval '30 days', CASE WHEN t > 0 THEN now_at END
FROM bench_student JOIN bench_term USING (s), bench_setting;

INSERT INTO availability_window (school_id, id, teacher_id, location_id, weekday, start_minute, end_minute, valid_from)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('window', s, k * 10 + open_on), pg_temp.bench_id('teacher', s, k),
  pg_temp.bench_id('location', s, 1), open_on, opens_minute, opens_minute + slots_a_day * 30, monday - 400
FROM bench_teacher, bench_setting, generate_series(1, 5) AS open_on;

CREATE TEMP TABLE bench_lesson AS
  SELECT s, t, 'group-lesson' AS kind, t * 100000 + (k - 1) * 10 + week AS n, k AS course, week, NULL::integer AS student,
    ((starts_on + (week - 1) * 7 + weekday - 1) + make_interval(hours => 16)) AT TIME ZONE zone AS starts_at, 60 AS minutes
  FROM bench_course, bench_setting, generate_series(1, 10) AS week WHERE week <> ALL (individual_weeks)
  UNION ALL
  SELECT s, t, 'lesson', t * 100000 + (week - 1) * 10000 + i, course, week, i,
    ((starts_on + (week - 1) * 7 + place * 2 / slots_a_day) + make_interval(mins => opens_minute + place * 2 % slots_a_day * 30))
      AT TIME ZONE zone, 30
  FROM bench_student JOIN bench_size USING (s) JOIN bench_term USING (s), bench_setting, unnest(individual_weeks) AS week
  WHERE t > 0 OR (week = ANY (booked_weeks) AND place < booked_places);

INSERT INTO lesson (school_id, id, course_id, kind, week, starts_at, ends_at, teacher_id, location_id, room_id, enrolment_id,
  reminded_for)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id(kind, s, n), pg_temp.bench_id('course', s, t * 1000 + course),
  CASE WHEN student IS NULL THEN 'GROUP' ELSE 'INDIVIDUAL' END::lesson_kind, week, starts_at, starts_at + make_interval(mins => minutes),
  pg_temp.bench_id('teacher', s, course), pg_temp.bench_id('location', s, 1), pg_temp.bench_id('room', s, course),
  CASE WHEN student IS NOT NULL THEN pg_temp.bench_id('enrolment', s, t * 10000 + student) END, starts_at
FROM bench_lesson;

INSERT INTO reservation (school_id, lesson_id, starts_at, ends_at, resource_id, teacher_id, student_id, room_id)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id(kind, s, n), starts_at, starts_at + make_interval(mins => minutes),
  COALESCE(r.teacher, r.student, r.room), r.teacher, r.student, r.room
FROM bench_lesson AS l CROSS JOIN LATERAL (
  SELECT pg_temp.bench_id('teacher', s, course) AS teacher, NULL::uuid AS student, NULL::uuid AS room
  UNION ALL SELECT NULL, NULL, pg_temp.bench_id('room', s, course)
  UNION ALL SELECT NULL, pg_temp.bench_id('student', s, student), NULL WHERE student IS NOT NULL
  UNION ALL SELECT NULL, pg_temp.bench_id('student', s, x.i), NULL FROM bench_student AS x
    WHERE l.student IS NULL AND x.s = l.s AND x.course = l.course) AS r;
