type Refusal = { template: string; says: RegExp };

/**
 * Where valid input is answered by a refusal on purpose, and what it says. Whatever the page then offers
 * is pressed too. Each says why.
 */
const INTENDED: readonly Refusal[] = [
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
];

/** The faults that are none, taken out. */
export function unintended(template: string, faults: readonly string[]): string[] {
  const known = INTENDED.filter((each) => each.template === template);
  return faults.filter((fault) => !known.some(({ says }) => says.test(fault)));
}
