-- A lesson has a sequence too by now: the booking's is named as such.
CREATE OR REPLACE FUNCTION cancel_booking(p_school uuid, p_actor uuid, p_request_key text, p_input_hash text, p_now timestamptz,
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
