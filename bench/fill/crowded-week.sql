-- Five days of 25 half hours with all of a school's teachers and rooms: one student in each lesson.
-- $1: the school's name in its address; $2: the term's first day; $3: the week's Monday.
-- The ids are of those that `reset` takes away.
WITH place AS (
  SELECT c.school_id, c.id AS course_id, c.teacher_id, c.location_id, c.room_id, s.time_zone,
    row_number() OVER (ORDER BY c.id) - 1 AS k, count(*) OVER () AS places
  FROM course c JOIN school s ON s.id = c.school_id
  JOIN term t ON t.school_id = c.school_id AND t.id = c.term_id
  WHERE s.slug = $1 AND t.starts_on = $2::date
), student AS (
  SELECT n.id, row_number() OVER (ORDER BY n.id) - 1 AS i
  FROM student n JOIN school s ON s.id = n.school_id WHERE s.slug = $1
), wanted AS (
  SELECT place.*, student.id AS student_id,
    ('019f' || substr(md5(format('%s %s %s', course_id, day, slot)), 5))::uuid AS id,
    ($3::date + day + make_interval(mins => 420 + slot * 30)) AT TIME ZONE time_zone AS starts_at
  FROM place CROSS JOIN generate_series(0, 4) AS day CROSS JOIN generate_series(0, 24) AS slot
  JOIN student ON i = slot * places + k
), lesson AS (
  INSERT INTO lesson (school_id, id, course_id, kind, starts_at, ends_at, teacher_id, location_id, room_id)
  SELECT school_id, id, course_id, 'INDIVIDUAL', starts_at, starts_at + interval '30 minutes', teacher_id, location_id, room_id
  FROM wanted RETURNING id
)
INSERT INTO reservation (school_id, lesson_id, starts_at, ends_at, resource_id, teacher_id, student_id, room_id)
SELECT school_id, id, starts_at, starts_at + interval '30 minutes', COALESCE(r.teacher, r.student, r.room), r.teacher, r.student, r.room
FROM wanted CROSS JOIN LATERAL (
  SELECT teacher_id AS teacher, NULL::uuid AS student, NULL::uuid AS room
  UNION ALL SELECT NULL, student_id, NULL UNION ALL SELECT NULL, NULL, room_id) AS r;
