import { isoFromInstant, type Instant } from "@/lib/time/instant";

/** A lesson as a calendar shows it. */
export type LessonEntry = {
  /** The booking's id, or the lesson's where none is booked: a calendar knows its entry by it, for ever. */
  id: string;
  /** Rises with every move and with the cancellation. */
  sequence: number;
  /** When the lesson last changed: not "now", so that the same facts have the same bytes. */
  changedAt: Instant;
  startsAt: Instant;
  endsAt: Instant;
  summary: string;
  description: string;
  roomName: string;
  locationName: string;
  locationAddress?: string | null;
  url: string;
  cancelled: boolean;
};

export type LessonCalendar = {
  method: "PUBLISH" | "CANCEL";
  organiser: { name: string; email: string };
  /** Of a calendar that is subscribed to: its name, and that it be looked at every hour. */
  name?: string;
  entries: readonly LessonEntry[];
};

const LONGEST_LINE = 75;
const IN_ASCII = /^[ -~]*$/;

/**
 * Lessons in the iCalendar format (RFC 5545): times in UTC, which every calendar shows in its own zone
 * and no clock change can bend. A cancelled lesson says so in its name too, for programs that do not
 * hear its status. Own code, since the library took seconds over a school (docs/decisions/0010).
 */
export function calendarText({ method, organiser, name, entries }: LessonCalendar): string {
  const organizer = `ORGANIZER;CN="${quotable(organiser.name)}":mailto:${plain(organiser.email)}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Music 'n Me//Lessons//EN",
    `METHOD:${method}`,
    ...(name === undefined ? [] : subscribed(name)),
    ...(entries.length === 0 ? UTC : entries.flatMap((entry) => entryLines(entry, organizer))),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** A calendar has one component at least (RFC 5545, 3.6): without lessons, the zone that its times are in. */
const UTC = [
  "BEGIN:VTIMEZONE",
  "TZID:UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

function subscribed(name: string): string[] {
  const names = ["NAME", "X-WR-CALNAME"].map((property) => `${property}:${escaped(name)}`);
  return [...names, "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"];
}

function entryLines(entry: LessonEntry, organizer: string): string[] {
  const changedAt = utc(entry.changedAt);
  const { roomName, locationName, locationAddress, cancelled } = entry;
  const place = [roomName, locationName, locationAddress].filter(Boolean).join(", ");
  return [
    "BEGIN:VEVENT",
    `UID:${entry.id}@musicnme`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${changedAt}`,
    `LAST-MODIFIED:${changedAt}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(entry.endsAt)}`,
    `SUMMARY:${escaped(`${cancelled ? "Cancelled: " : ""}${entry.summary}`)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `LOCATION:${escaped(place)}`,
    `URL:${plain(entry.url)}`,
    organizer,
    `STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}

/** "20261130T050000Z". */
function utc(instant: Instant): string {
  return isoFromInstant(instant).replace(/[-:]|\.\d+/g, "");
}

/** A text of RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return plain(text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n"));
}

/** Within quotes there is no way to write a quote. */
function quotable(text: string): string {
  return plain(text.replaceAll('"', "'"));
}

/** Without what would break the line. */
function plain(text: string): string {
  return text.replace(/[\0-\x08\x0a-\x1f\x7f]/g, "");
}

/** Lines of 75 bytes at most, continued after a space (3.1); no character is cut. */
function folded(line: string): string {
  if (line.length <= LONGEST_LINE && IN_ASCII.test(line)) return line;
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const character of line) {
    const size = utf8Length(character);
    if (bytes + size > LONGEST_LINE) {
      parts.push(part);
      part = "";
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join("\r\n ");
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
