-- AlterTable
ALTER TABLE "lesson_change" ADD COLUMN "cancelled_for" "lesson_cancel_reason";

-- What Prisma cannot say --------------------------------------------------------------------------

-- A cancelled lesson has nobody in it.
ALTER TABLE "lesson_change" ADD CONSTRAINT "lesson_change_cancelled_had_nobody"
  CHECK ("cancelled_for" IS NULL OR "starts_at" IS NULL);

-- As before, and of whoever joins a lesson that is still cancelled, that it was: it comes back.
CREATE OR REPLACE FUNCTION log_reservation_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_left boolean := TG_OP = 'DELETE';
  v_school uuid; v_change jsonb; v_id uuid;
BEGIN
  SELECT r.school_id INTO v_school FROM changed r WHERE r.room_id IS NULL LIMIT 1;
  IF NOT FOUND THEN RETURN NULL; END IF;
  v_change := schedule_change_under_way();
  IF v_change IS NULL OR NOT v_left AND (v_change ->> 'setUp')::boolean THEN RETURN NULL; END IF;
  v_id := record_lessons_changed(v_school, v_change);
  INSERT INTO lesson_change (school_id, change_id, person_id, lesson_id, part, starts_at, ends_at, teacher_id, room_id,
      cancelled_for)
    SELECT r.school_id, v_id, r.resource_id, r.lesson_id,
        CASE WHEN r.teacher_id IS NULL THEN 'STUDENT' ELSE 'TEACHER' END::lesson_part,
        CASE WHEN v_left THEN r.starts_at END, CASE WHEN v_left THEN r.ends_at END,
        CASE WHEN v_left THEN l.teacher_id END, CASE WHEN v_left THEN l.room_id END,
        CASE WHEN NOT v_left THEN l.cancel_reason END
      FROM changed r JOIN lesson l ON l.school_id = r.school_id AND l.id = r.lesson_id
      WHERE r.room_id IS NULL
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
