-- The bookings behind the individual lessons that stand already, with what each booking writes beside itself.
CREATE TEMP TABLE bench_booking AS
  SELECT pg_temp.bench_id('school', s, 1) AS school_id, s, t, n, week, starts_at,
    pg_temp.bench_id('enrolment', s, t * 10000 + student) AS enrolment_id,
    pg_temp.bench_id('booking', s, n) AS id, pg_temp.bench_id('guardian', s, i.family) AS actor_id, now_at - make_interval(days => 91 * t + 2) AS at
  FROM bench_lesson JOIN bench_student AS i USING (s), bench_setting WHERE student = i.i;

INSERT INTO booking (school_id, id, enrolment_id, week, lesson_id, state, booked_at, booked_by_id)
SELECT school_id, id, enrolment_id, week, pg_temp.bench_id('lesson', s, n), CASE WHEN t > 0 THEN 'COMPLETED' ELSE 'CONFIRMED' END::booking_state,
  at, actor_id FROM bench_booking;

INSERT INTO audit_entry (school_id, id, at, actor_id, action, subject_id, request_id, data)
SELECT school_id, pg_temp.bench_id('audit', s, n), at, actor_id, 'booking/lesson.booked', id, 'filled',
  jsonb_build_object('enrolmentId', enrolment_id, 'week', week, 'startsAt', starts_at)
FROM bench_booking;

INSERT INTO outbox_event (school_id, id, name, data, occurred_at, due_at, sent_at)
SELECT school_id, pg_temp.bench_id('event', s, n), 'booking/lesson.booked',
  jsonb_build_object('enrolmentId', enrolment_id, 'bookingIds', ARRAY[id], 'actorId', actor_id), at, at, at
FROM bench_booking;

INSERT INTO delivery (school_id, id, outbox_event_id, kind, recipient_id, state, created_at, sent_at, attempts)
SELECT school_id, pg_temp.bench_id('delivery', s, n), pg_temp.bench_id('event', s, n), 'booking-confirmed', actor_id, 'SENT', at, at, 1
FROM bench_booking;

INSERT INTO request (school_id, actor_id, key, input_hash, result_ids, created_at)
SELECT school_id, actor_id, 'filled-' || n, md5(n::text), ARRAY[id], at FROM bench_booking;
