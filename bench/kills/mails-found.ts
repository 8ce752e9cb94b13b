import { z } from "zod";
import type { MailFound } from "./compare-mails";

const inbox = z.object({
  messages: z.array(
    z.object({
      to: z.array(z.string()),
      subject: z.string(),
      attachments: z.array(z.object({ content: z.string() })),
    }),
  ),
});

type Message = z.infer<typeof inbox>["messages"][number];

/** Every mail that the vendor has taken, by recipient and happening. */
export async function mailsFound(inboxUrl: string): Promise<MailFound[]> {
  const reply = await fetch(`${inboxUrl}/inbox.json`);
  const { messages } = inbox.parse(await reply.json());
  return messages.map((message) => ({
    to: message.to.join(", "),
    happening: happeningOf(message) ?? `unknown: ${message.subject}`,
  }));
}

const OF_A_BOOKING = new Map([
  ["Booked", "booked"],
  ["Moved", "moved"],
  ["Cancelled", "cancelled"],
]);
const BY_THE_CLOCK = new Map([
  ["Time to book", "opened"],
  ["Reminder", "upcoming"],
]);

/**
 * Families are told of bookings with the calendar file that comes along, teachers by student and course,
 * and all of the rest by the course in the subject.
 */
function happeningOf({ subject, attachments: [attachment] }: Message): string | null {
  const [head = ""] = subject.split(":");
  const booking = OF_A_BOOKING.get(head);
  if (booking !== undefined) {
    const whose = attachment === undefined ? whoseOf(subject) : bookingIn(attachment.content);
    return whose && `${booking} ${whose}`;
  }
  const course = /, (Piano \d+)(?:,|$)/.exec(subject)?.[1];
  const clock = BY_THE_CLOCK.get(head);
  return course && clock ? `${clock} ${course}` : null;
}

/** "Student216, Piano 16" */
function whoseOf(subject: string): string | null {
  return /^\w+: (\w+, Piano \d+),/.exec(subject)?.[1] ?? null;
}

/** The id of a booking, from its calendar file in base64. */
function bookingIn(file: string): string | null {
  return /^UID:([0-9a-f-]{36})@/m.exec(Buffer.from(file, "base64").toString())?.[1] ?? null;
}
