type Intended = { template: string; says: RegExp };

/**
 * Where valid input is refused on purpose, or an empty form is taken, and what is said of it. Whatever the
 * page then offers is pressed too. Each says why.
 */
const INTENDED: readonly Intended[] = [
  // The example's time is outside the first teacher's open times: the page asks whether to go on.
  { template: "/[school]/admin/courses/new", says: /^it was refused: .* is not open then/ },
  // Families are reminded once an hour at most.
  {
    template: "/[school]/admin/courses/[courseId]/booking",
    says: /A reminder was sent at .* less than an hour ago/,
  },
  // The demo school's people are at work: the refusal says what to end first.
  { template: "/[school]/admin/people/students/[studentId]", says: /still enrolled\. End the/ },
  {
    template: "/[school]/admin/people/teachers/[teacherId]",
    says: /still needed by .* archive them/,
  },
  // No time to open or close at: booking is opened by hand and stays open.
  { template: "/[school]/admin/courses/[courseId]/booking", says: takenEmpty("course") },
  // No last day: the enrolment goes on.
  {
    template: "/[school]/admin/courses/[courseId]/enrolments/[enrolmentId]",
    says: takenEmpty("school"),
  },
  // A reason may be given; nobody must.
  { template: "/[school]/admin/desk/bookings/[bookingId]/cancel", says: takenEmpty("booking") },
  { template: "/[school]/family/bookings/[bookingId]/cancel", says: takenEmpty("booking") },
  // A time is chosen in each week already; only another can be.
  { template: "/[school]/family/book/[enrolmentId]/all", says: takenEmpty("booking") },
  // None of the emails that somebody may do without.
  { template: "/[school]/family/mail-settings", says: takenEmpty("mail_opt_out") },
  { template: "/[school]/teach/mail-settings", says: takenEmpty("mail_opt_out") },
];

/** What is said where a form with nothing in it changed a table. */
function takenEmpty(table: string): RegExp {
  return new RegExp(`^an empty form was taken and changed (?:\\w+, )*${table}\\b`);
}

/** The faults that are none, taken out. */
export function unintended(template: string, faults: readonly string[]): string[] {
  const known = INTENDED.filter((each) => each.template === template);
  return faults.filter((fault) => !known.some(({ says }) => says.test(fault)));
}
