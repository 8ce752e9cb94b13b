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

const OF_A_BOOKING = { Booked: "booked", Moved: "moved", Cancelled: "cancelled" } as const;
const BY_THE_CLOCK = { "Time to book": "opened", Reminder: "upcoming" } as const;

/** Bookings are told by the calendar file that comes with them, the rest by the course in the subject. */
function happeningOf({ subject, attachments }: Message): string | null {
  const [head = ""] = subject.split(":");
  if (head in OF_A_BOOKING) {
    const file = Buffer.from(attachments[0]?.content ?? "", "base64").toString();
    const id = /^UID:([0-9a-f-]{36})@/m.exec(file)?.[1];
    return id === undefined ? null : `${OF_A_BOOKING[head as keyof typeof OF_A_BOOKING]} ${id}`;
  }
  const course = /, (Piano \d+)(?:,|$)/.exec(subject)?.[1];
  if (course === undefined || !(head in BY_THE_CLOCK)) return null;
  return `${BY_THE_CLOCK[head as keyof typeof BY_THE_CLOCK]} ${course}`;
}
