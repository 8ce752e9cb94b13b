-- The facts of several enrolments in one round trip, for pages that look at many courses at once.
-- p_wanted: [{enrolmentId, weeks}]. Returns them by enrolment; what does not exist is left out.
CREATE FUNCTION booking_facts_of_many(p_school uuid, p_wanted jsonb)
  RETURNS json LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.school_id', p_school::text, true);
  RETURN (
    SELECT COALESCE(json_object_agg(f.enrolment, f.facts) FILTER (WHERE f.facts IS NOT NULL), '{}')
    FROM (
      SELECT w."enrolmentId" AS enrolment,
        booking_facts(p_school, NULL, w."enrolmentId", w.weeks, NULL, NULL, NULL) AS facts
      FROM jsonb_to_recordset(p_wanted) AS w("enrolmentId" uuid, weeks integer[])) AS f);
END $$;
