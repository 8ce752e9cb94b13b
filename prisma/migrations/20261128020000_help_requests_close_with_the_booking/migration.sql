ALTER TABLE "desk_request" ADD COLUMN "reply" TEXT;
ALTER TABLE "desk_request" ADD CONSTRAINT "desk_request_reply_resolves"
  CHECK (reply IS NULL OR resolved_at IS NOT NULL);

-- What a family asked about a week is dealt with once that week is booked or moved, whoever does it.
CREATE FUNCTION resolve_requests_of_booked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE desk_request r SET resolved_at = b.booked_at, resolved_by_id = b.booked_by_id
  FROM booked b
  WHERE r.school_id = b.school_id AND r.enrolment_id = b.enrolment_id AND r.week = b.week
    AND r.resolved_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER booking_resolves_requests AFTER INSERT ON booking
  REFERENCING NEW TABLE AS booked FOR EACH STATEMENT EXECUTE FUNCTION resolve_requests_of_booked();

CREATE FUNCTION resolve_requests_of_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE desk_request r SET resolved_at = m.moved_at, resolved_by_id = m.moved_by_id
  FROM moved m JOIN booking b ON b.school_id = m.school_id AND b.id = m.booking_id
  WHERE r.school_id = b.school_id AND r.enrolment_id = b.enrolment_id AND r.week = b.week
    AND r.resolved_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER booking_move_resolves_requests AFTER INSERT ON booking_move
  REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION resolve_requests_of_moved();
