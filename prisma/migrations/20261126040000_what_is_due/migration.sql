-- In which schools a deadline comes or has passed, and nothing else of a course or an enrolment.
GRANT SELECT ("id") ON "course" TO mnm_system;
GRANT SELECT ("school_id", "course_id", "book_until", "created_at", "unbooked_settled_at") ON "enrolment" TO mnm_system;
CREATE POLICY system_every_school ON "enrolment" TO mnm_system USING (true) WITH CHECK (true);
