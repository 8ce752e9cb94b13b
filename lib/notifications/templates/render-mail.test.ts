import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bookingCancelledMail } from "./booking-cancelled";
import { bookingConfirmedMail } from "./booking-confirmed";
import { bookingMovedMail } from "./booking-moved";
import { invitationMail } from "./invitation";
import { PLATFORM_SENDER } from "./account-mail";
import { composeMail } from "./compose-mail";
import { lessonReminderMail } from "./lesson-reminder";
import type { MailSchool, MailTemplate } from "./mail-content";
import { renderMail, type RenderedMail } from "./render-mail";
import * as samples from "./sample-mails";
import { unbookedSettledMail } from "./unbooked-settled";
import { windowClosingMail } from "./window-closing";
import { windowOpenedMail } from "./window-opened";

const kiwiKeys: MailSchool = {
  ...samples.sampleSchool,
  name: "Kiwi Keys",
  phone: null,
  address: null,
  primaryColour: "#663399",
  accentColour: "#96DAC9",
  logoUrl: "https://kiwikeys.example/logo.png",
};
function mailOf<Props extends { school: MailSchool }>(template: MailTemplate<Props>, props: Props) {
  return renderMail(composeMail(template, props));
}
const bare: MailSchool = { ...PLATFORM_SENDER, primaryColour: "red;} body{display:none" };

const kinds = Object.keys(samples.sampleMails(samples.sampleSchool));

function sampleOf(kind: string, school: MailSchool): Promise<RenderedMail> {
  const sample = samples.sampleMails(school)[kind];
  if (sample === undefined) throw new Error(`there is no sample of ${kind}`);
  return renderMail(sample);
}

test("every template has a sample", () => {
  const files = readdirSync("lib/notifications/templates").filter((name) =>
    /^export const \w+Mail: MailTemplate</m.test(
      readFileSync(`lib/notifications/templates/${name}`, "utf8"),
    ),
  );
  const sampled = (file: string) => kinds.some((kind) => kind.startsWith(file.replace(".ts", "")));
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !sampled(file))).toEqual([]);
});

const schools = [samples.sampleSchool, kiwiKeys, bare];

describe.each(kinds)("the %s mail", (kind) => {
  const mailIn = (school: MailSchool) => sampleOf(kind, school);

  test("is whole: no hole in subject, HTML or text, in any school's name", async () => {
    for (const school of schools) {
      const { subject, html, text } = await mailIn(school);
      for (const part of [subject, html, text]) {
        expect(part).not.toMatch(/undefined|\bnull\b|NaN|\[object|Invalid Date/);
      }
      expect(html).toContain(`lang="${school.locale}"`);
      expect(text.split("\n-- \n").at(-1)).toContain(school.name);
      expect(html).not.toContain("display:none}");
    }
  });

  test("links to absolute addresses only, and the text has every link of the HTML", async () => {
    const { html, text } = await mailIn(samples.sampleSchool);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link).toMatch(/^(?:https?:\/\/|mailto:|tel:)\S+$/);
      if (link.startsWith("http")) expect(text).toContain(link);
    }
  });

  test("loads nothing but the school's logo and is at most 600 pixels wide", async () => {
    const { html } = await mailIn(kiwiKeys);
    expect(html.match(/src="[^"]*"/g)).toEqual(['src="https://kiwikeys.example/logo.png"']);
    expect(html).not.toMatch(/<script|<form|url\(|@import/i);
    expect(html).toContain("max-width:600px");
    expect(Buffer.byteLength(html)).toBeLessThan(40_000);
  });

  test("reads well as plain text: no markup, no blank stretches", async () => {
    const { text } = await mailIn(samples.sampleSchool);
    expect(text).not.toMatch(/<\w|&\w+;|\n{3}/);
  });

  test("has a subject of one line that fits a phone's list", async () => {
    const { subject } = await mailIn(samples.sampleSchool);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject.length).toBeLessThanOrEqual(70);
  });

  test("has the same bytes every time", async () => {
    expect(await mailIn(kiwiKeys)).toEqual(await mailIn(kiwiKeys));
  });
});

describe("what a mail says", () => {
  test("a confirmed booking: student, course, teacher, room, location, time, cancel-by", async () => {
    const { subject, text } = await mailOf(bookingConfirmedMail, samples.sampleConfirmed);
    expect(subject).toBe("Booked: Mia, Piano Foundation 1, Mon 30 Nov, 4:00 pm");
    expect(text).toContain("Monday 30 November 2026, 4:00 – 4:45 pm");
    expect(text).toContain("Teacher: Sofia Lindqvist");
    expect(text).toContain("Where: Room 2, Marrickville");
    expect(text).toContain("Move or cancel by: Sun 29 Nov, 4:00 pm");
  });

  test("several bookings are one mail that names each", async () => {
    const { subject, text } = await mailOf(bookingConfirmedMail, samples.sampleConfirmedSeveral);
    expect(subject).toBe("Booked: Mia, Piano Foundation 1, 2 lessons");
    expect(text).toContain("Monday 30 November 2026");
    expect(text).toContain("Monday 7 December 2026");
  });

  test("a move tells the old and the new time and who moved it", async () => {
    const { subject, text } = await mailOf(bookingMovedMail, samples.sampleMoved);
    expect(subject).toBe("Moved: Mia, Piano Foundation 1, now Wed 2 Dec, 4:30 pm");
    expect(text).toContain("New time: Wednesday 2 December 2026, 4:30 – 5:15 pm");
    expect(text).toContain("Old time: Monday 30 November 2026, 4:00 – 4:45 pm");
    expect(text).toContain("Music 'n Me has moved");
  });

  test("a cancellation by the family offers another time while booking is open", async () => {
    const { text } = await mailOf(bookingCancelledMail, samples.sampleCancelled);
    expect(text).toContain("is cancelled, as you asked");
    expect(text).toContain("until Monday 7 December 2026, 4:00 pm");
    expect(text).toContain("/family/book/");
  });

  test("a cancellation that cannot be booked again gives the school's phone", async () => {
    const { text } = await mailOf(bookingCancelledMail, {
      ...samples.sampleCancelled,
      cancelledBy: "SCHOOL",
      reason: "The weeks of the course have changed.",
      rebook: null,
    });
    expect(text).toContain("Music 'n Me has cancelled");
    expect(text).toContain("The weeks of the course have changed.");
    expect(text).toContain("please call us on 02 9555 0100");
    expect(text).not.toContain("You can book another time");
  });

  test("an opened window says for each child which weeks are to book, and until when", async () => {
    const { subject, text } = await mailOf(windowOpenedMail, samples.sampleWindowOpened);
    expect(subject).toBe("Time to book: Mia and Leo, Piano Foundation 1");
    expect(text).toContain(
      "* Mia: 2 lessons\n  Week 8: from Mon 30 Nov\n  Week 10: from Mon 14 Dec",
    );
    expect(text).toContain("* Leo: 1 lesson\n");
    expect(text).toContain("book by Monday 30 November 2026, 4:00 pm");
  });

  test("what was not booked: what the school chose, and what stays without a lesson", async () => {
    const given = await mailOf(unbookedSettledMail, samples.sampleUnbookedGiven);
    expect(given.subject).toBe("We chose a time: Mia, Piano Foundation 1");
    expect(given.text).toContain("* Monday 30 November 2026, 4:00 – 4:45 pm");
    expect(given.text).toContain("Week 10 stays without a lesson. Would you still like one?");
    const left = await mailOf(unbookedSettledMail, samples.sampleUnbookedLeft);
    expect(left.text).toContain("Weeks 8 and 10 stay without a lesson and are not charged.");
  });

  test("a reminder names all the children of the family, the time and the place", async () => {
    const { subject, text } = await mailOf(lessonReminderMail, samples.sampleReminder);
    expect(subject).toBe("Reminder: Mia and Leo, Piano Foundation 1, Mon 30 Nov, 4:00 pm");
    expect(text).toContain("Where: Room 2, Marrickville");
  });

  test("before booking closes: who has what to book, and until when", async () => {
    const { subject, text } = await mailOf(windowClosingMail, samples.sampleWindowClosing);
    expect(subject).toBe("Not booked yet: Mia and Leo, book by Mon 30 Nov, 4:00 pm");
    expect(text).toContain("closes on Monday 30 November 2026, 4:00 pm");
    expect(text).toContain("* Leo: 1 lesson\n");
  });

  test.each(["ADMIN", "TEACHER", "PARENT", "STUDENT"] as const)(
    "an invitation says what for: %s",
    async (role) => {
      const { text } = await mailOf(invitationMail, { ...samples.sampleInvitation, role });
      expect(text).toContain("You have been invited");
      expect(text.includes("Mia and Leo")).toBe(role === "PARENT");
    },
  );

  test("what people typed stays text in the mail", async () => {
    const { html, subject } = await mailOf(bookingMovedMail, {
      ...samples.sampleMoved,
      studentName: "<b>Mia</b>\nBcc: x@y.example",
      reason: "<script>alert(1)</script>",
    });
    expect(html).not.toMatch(/<script|<b>Mia/);
    expect(subject).toMatch(/^Moved: <b>Mia<\/b> Bcc/);
  });
});
