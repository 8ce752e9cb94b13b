-- The schools, their people and sign-ins. Needs the temporary tables of ../fill.ts: bench_size, bench_setting.
INSERT INTO school (id, slug, name, time_zone, currency, locale, phone, created_at)
SELECT pg_temp.bench_id('school', s, 1), slug, 'School ' || s, zone, 'AUD', 'en-AU', '02 5550 0000', now_at - interval '1 year'
FROM bench_size, bench_setting;

INSERT INTO location (school_id, id, name, address)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('location', s, 1), 'Main Street', '1 Main Street' FROM bench_size;

INSERT INTO room (school_id, id, location_id, name, capacity)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('room', s, k), pg_temp.bench_id('location', s, 1), 'Room ' || k, 30
FROM bench_teacher;

INSERT INTO term (school_id, id, name, starts_on, ends_on)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('term', s, t), 'Term ' || 4 - t, starts_on, starts_on + 67 FROM bench_term;

CREATE TEMP TABLE bench_member AS
  SELECT s, 'teacher' AS kind, k AS n, 'TEACHER'::role AS role FROM bench_teacher
  UNION ALL SELECT s, 'guardian', n, 'PARENT' FROM bench_size, generate_series(1, families) AS n
  UNION ALL SELECT s, 'admin', 1, 'ADMIN' FROM bench_size;

INSERT INTO person (school_id, id, given_name, family_name, email)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id(kind, s, n), initcap(kind) || n, 'Person' || n,
  kind || n || '@school' || s || '.example'
FROM bench_member
UNION ALL
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('student', s, i), 'Student' || i, 'Person' || family, NULL FROM bench_student;

INSERT INTO "user" (id, email, password_hash, created_at)
SELECT pg_temp.bench_id('user-' || kind, s, n), kind || n || '@school' || s || '.example', password_hash, now_at
FROM bench_member, bench_setting;

-- Nobody was here for a day: the first request of each writes down that they are.
INSERT INTO user_session (id, user_id, device, started_at, last_used_at)
SELECT pg_temp.bench_id('session-' || kind, s, n), pg_temp.bench_id('user-' || kind, s, n), 'Chrome on Android',
  now_at - interval '1 day', now_at - interval '1 day'
FROM bench_member, bench_setting;

INSERT INTO membership (school_id, id, user_id, person_id, roles, created_at)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('membership-' || kind, s, n), pg_temp.bench_id('user-' || kind, s, n),
  pg_temp.bench_id(kind, s, n), ARRAY[role], now_at
FROM bench_member, bench_setting;

INSERT INTO api_token (school_id, id, user_id, name, scope, token_hash, created_at)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('token', s, n), pg_temp.bench_id('user-guardian', s, n), 'bench', 'WRITE',
  encode(sha256(format('mnm_bench_%s_%s', s, n)::bytea), 'hex'), now_at
FROM bench_member, bench_setting WHERE kind = 'guardian';

INSERT INTO teacher (school_id, id, instruments)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('teacher', s, k), ARRAY['piano'] FROM bench_teacher;

INSERT INTO family (school_id, id, name, created_at)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('family', s, n), 'Person' || n, now_at FROM bench_size, bench_setting,
  generate_series(1, families) AS n;

INSERT INTO guardian (school_id, family_id, person_id, kind)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('family', s, n), pg_temp.bench_id('guardian', s, n), 'PRIMARY'
FROM bench_size, generate_series(1, families) AS n;

INSERT INTO student (school_id, id, family_id)
SELECT pg_temp.bench_id('school', s, 1), pg_temp.bench_id('student', s, i), pg_temp.bench_id('family', s, family) FROM bench_student;
