import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Records that have a form: a write to one of them either is held against what its form showed, or says one fact. */
const WRITES =
  /\.(?:school|location|room|term|course|person|teacher|student|family|guardian|enrolment|weekPlanWeek|availabilityWindow)\.(?:update|updateMany|upsert|deleteMany)\(/;

/** What does not put a whole form in the place of what stands: it says one fact, whatever else changed. */
const ONE_FACT: Record<string, string> = {
  "lib/booking/changes/archive-course.ts": "archives or restores",
  "lib/booking/changes/end-enrolment.ts":
    "an end is only brought forward, and says what it cancels",
  "lib/booking/window/announce-due-windows.ts": "when families were told",
  "lib/booking/window/close-booking-window.ts": "closes now",
  "lib/booking/window/open-booking-window.ts": "opens now",
  "lib/booking/window/settle-unbooked.ts": "when the policy was carried out",
  "lib/people/archive-student.ts": "archives or restores",
  "lib/people/remove-guardian.ts": "takes one person out of a family",
  "lib/people/replace-primary.ts": "a new primary guardian takes the place of the former",
  "lib/people/save-contact.ts": "the write of saves that are held against their form themselves",
  "lib/scheduling/archive-location.ts": "archives or restores",
  "lib/scheduling/archive-room.ts": "archives or restores",
  "lib/scheduling/archive-teacher.ts": "archives or restores",
};

it("no form writes over what somebody changed since it was opened", () => {
  const writers = globSync("lib/{people,school,scheduling,booking,notifications}/**/*.ts")
    .filter((file) => !file.endsWith(".test.ts"))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }))
    .filter(({ text }) => WRITES.test(text));
  const unheld = writers.filter(({ text }) => !text.includes("settleSave(db, ctx,"));
  expect(unheld.map(({ file }) => file).sort()).toEqual(Object.keys(ONE_FACT).sort());
});

it("only set-up programs and tests save without having seen a form", () => {
  const callers = globSync(["lib/**/*.ts", "app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"])
    .filter((file) => !/\.test\.ts$|^lib\/testing\//.test(file))
    .filter((file) => readFileSync(file, "utf8").includes("AS_IT_STANDS"));
  expect(callers).toEqual(["lib/values/shown-record.ts"]);
});
