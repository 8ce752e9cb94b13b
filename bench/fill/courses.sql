-- Hybrid courses with their week plans, open booking windows, enrolments, availability and group lessons.
INSERT INTO course (school_id, id, term_id, kind, name, instrument, teacher_id, location_id, room_id, weekday, start_minute,
  group_minutes, lesson_minutes, capacity, group_price_minor, lesson_price_minor, window_opens_at, window_announced_at)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('course', s, k), pg_temp.bench_id('term', s, 1), 'HYBRID', 'Piano ' || k,
  'piano', pg_temp.bench_id('teacher', s, k), pg_temp.bench_id('location', s, 1), pg_temp.bench_id('room', s, k), weekday, 16 * 60, 60,
  30, 30, 3500, 5000, now_at - interval '1 day', now_at - interval '1 day'
FROM bench_course, bench_setting;

INSERT INTO week_plan_week (school_id, course_id, week, kind)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('course', s, k), week,
  CASE WHEN week = ANY (individual_weeks) THEN 'INDIVIDUAL' ELSE 'GROUP' END::week_kind
FROM bench_course, bench_setting, generate_series(1, 10) AS week;

INSERT INTO enrolment (school_id, id, course_id, course_kind, student_id, starts_on, created_at)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('enrolment', s, i), pg_temp.bench_id('course', s, course), 'HYBRID',
  pg_temp.bench_id('student', s, i), monday, now_at - interval '30 days'
FROM bench_student, bench_setting;

INSERT INTO availability_window (school_id, id, teacher_id, location_id, weekday, start_minute, end_minute, valid_from)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('window', s, k * 10 + open_on), pg_temp.bench_id('teacher', s, k),
  pg_temp.bench_id('location', s, 1), open_on, opens_minute, opens_minute + slots_a_day * 30, monday
FROM bench_course, bench_setting, generate_series(1, 5) AS open_on;

CREATE TEMP TABLE bench_lesson AS
  SELECT s, 'group-lesson' AS kind, (k - 1) * 10 + week AS n, k AS course, week, NULL::integer AS student,
    ((monday + (week - 1) * 7 + weekday - 1) + make_interval(hours => 16)) AT TIME ZONE zone AS starts_at, 60 AS minutes
  FROM bench_course, bench_setting, generate_series(1, 10) AS week WHERE week <> ALL (individual_weeks)
  UNION ALL
  SELECT s, 'lesson', (week - 1) * 10000 + i, course, week, i,
    ((monday + (week - 1) * 7 + place * 2 / slots_a_day) + make_interval(mins => opens_minute + place * 2 % slots_a_day * 30))
      AT TIME ZONE zone, 30
  FROM bench_student JOIN bench_size USING (s), bench_setting, unnest(booked_weeks) AS week WHERE place < booked_places;

INSERT INTO lesson (school_id, id, course_id, kind, week, starts_at, ends_at, teacher_id, location_id, room_id, enrolment_id)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id(kind, s, n), pg_temp.bench_id('course', s, course),
  CASE WHEN student IS NULL THEN 'GROUP' ELSE 'INDIVIDUAL' END::lesson_kind, week, starts_at, starts_at + make_interval(mins => minutes),
  pg_temp.bench_id('teacher', s, course), pg_temp.bench_id('location', s, 1), pg_temp.bench_id('room', s, course),
  CASE WHEN student IS NOT NULL THEN pg_temp.bench_id('enrolment', s, student) END
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
