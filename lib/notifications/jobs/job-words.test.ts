import { describe, expect, it } from "vitest";
import { clockWords, eventWords, jobWords, mailWords, reasonWords } from "./job-words";
import { subjectIds } from "./subject-ids";

const ID = "01890a5d-ac96-774b-bcce-b302099a8057";

describe("the words of jobs", () => {
  it("are those that a school uses", () => {
    expect(eventWords("booking/lesson.booked")).toBe("Lesson booked");
    expect(jobWords("on-lesson-booked-tell-family")).toBe("tell the family");
    expect(mailWords("lesson-reminder")).toBe("Reminder of a lesson");
    expect(clockWords("remind-lessons")).toBe("Remind of lessons");
  });

  it("are the program's own name, made readable, for what is new", () => {
    expect(eventWords("billing/invoice.issued")).toBe("Billing invoice issued");
    expect(mailWords("toString")).toBe("ToString");
  });

  it.each([
    ["mail not sent: unreachable", "The email service cannot be reached."],
    [
      "mail not sent: mail-refused (422)",
      "The email service refuses this email. Look at the address.",
    ],
    ["not confirmed within a day", "The email service did not confirm it within a day."],
    ["no event of the name x is known\n  at line 1", "no event of the name x is known"],
    [`long ${"x".repeat(300)}`, `long ${"x".repeat(194)}…`],
    [`long ${"x".repeat(195)}`, `long ${"x".repeat(195)}`],
  ])("say why: %s", (reason, words) => {
    expect(reasonWords(reason)).toBe(words);
  });
});

describe("what an event is about", () => {
  it("is read from its ids, the first of several bookings", () => {
    const data = { enrolmentId: ID, bookingIds: [ID], actorId: ID, hours: 24 };
    expect(subjectIds(data)).toEqual({ enrolmentId: ID, bookingId: ID });
  });

  it.each([
    [null],
    ["text"],
    [[]],
    [{ courseId: 5 }],
    [{ courseId: "' OR 1=1" }],
    [{ bookingIds: {} }],
  ])("is nothing where the data do not parse: %j", (data) => {
    expect(subjectIds(data)).toEqual({});
  });
});
