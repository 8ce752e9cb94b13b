type Limit = { most: number } | { least: number };
type Line = { unit: string; meaning: string; limit?: Limit };

/** Everything that is measured, in the order of the table; limits are those of the product. */
const LINES = {
  storm_minute_p99_ms: {
    unit: "ms",
    limit: { most: 200 },
    meaning: "200 families in 60 s: home, slots, polling, confirm, book",
  },
  outbox_lag_p99_ms: {
    unit: "ms",
    limit: { most: 1_000 },
    meaning: "that minute's events: from the happening to the engine of jobs",
  },
  storm_second_p99_ms: {
    unit: "ms",
    limit: { most: 800 },
    meaning: "200 bookings of different slots in one instant, REST",
  },
  storm_second_screen_p99_ms: {
    unit: "ms",
    limit: { most: 800 },
    meaning: "the same by the screen's form",
  },
  storm_contested_p99_ms: { unit: "ms", meaning: "200 for 100 slots in one instant, REST" },
  storm_overlaps: {
    unit: "",
    limit: { most: 0 },
    meaning: "teachers, rooms, students in two lessons at once",
  },
  storm_wrong_answers: {
    unit: "",
    limit: { most: 0 },
    meaning: "replies that the database does not bear out",
  },
  nop_per_s: { unit: "/s", meaning: "authenticated route that does nothing, 20 in flight" },
  app_per_s: { unit: "/s", meaning: "REST bookings, 20 in flight, 10 s" },
  sql_floor_per_s: { unit: "/s", meaning: "the same rows by plain SQL, 20 connections" },
  app_to_nop_ratio: { unit: "", limit: { least: 0.25 }, meaning: "bookings over doing nothing" },
  app_to_sql_ratio: { unit: "", meaning: "bookings over plain SQL" },
  page_family_p95_ms: { unit: "ms", limit: { most: 200 }, meaning: "family's first screen" },
  page_slots_p95_ms: { unit: "ms", limit: { most: 200 }, meaning: "slot picker" },
  page_week_p95_ms: { unit: "ms", limit: { most: 200 }, meaning: "week of admin and teacher" },
  calendar_week_5000_lessons_p95_ms: {
    unit: "ms",
    limit: { most: 200 },
    meaning: "what a calendar reads of a week of 5,000 lessons",
  },
  signin_p95_ms: { unit: "ms", meaning: "sign-in by the form, 3 at a time" },
  hostile_health_ms: {
    unit: "ms",
    limit: { most: 200 },
    meaning: "slowest answer of health while eight hostile forms arrive",
  },
  jobs_per_s: { unit: "/s", meaning: "3,000 owed mails of 25 schools, first to last" },
  mails_missing: {
    unit: "",
    limit: { most: 0 },
    meaning: "owed mails that never came while the server was killed ten times",
  },
  mails_duplicated: {
    unit: "",
    limit: { most: 0 },
    meaning: "mails that came twice, the same run",
  },
  growth_ratio: {
    unit: "",
    limit: { most: 1.2 },
    meaning: "booking p95 with 200 schools over one",
  },
  growth_buffers_ratio: {
    unit: "",
    limit: { most: 1.1 },
    meaning: "buffers touched by a booking, the same",
  },
  server_rss_mb: { unit: "MB", limit: { most: 600 }, meaning: "server's memory during the storms" },
  family_page_js_kb: {
    unit: "kB",
    limit: { most: 190 },
    meaning: "scripts of the first screen, gzip (empty Next page: 135)",
  },
} as const satisfies Record<string, Line>;

export type Name = keyof typeof LINES;
export type Values = Partial<Record<Name, number>>;

/** The table for people, then `name=value` lines for machines. */
export function reportOf(values: Values): string {
  const measured = (Object.keys(LINES) as Name[]).flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [{ name, value, line: lineOf(name) }];
  });
  const rows = measured.map(({ name, value, line }) => [
    name,
    `${shown(value)} ${line.unit}`.trim(),
    line.limit ? limitText(line.limit) : "",
    line.limit ? (isMet(value, line.limit) ? "ok" : "MISSED") : "",
    line.meaning,
  ]);
  const table = columns([["what", "measured", "to reach", "", ""], ...rows]);
  const lines = measured.map(({ name, value }) => `${name}=${shown(value)}`);
  return `\n${table}\n\n${lines.join("\n")}\n`;
}

function lineOf(name: Name): Line {
  return LINES[name];
}

/** Three figures are as much as a measurement can say. */
function shown(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

function isMet(value: number, limit: Limit): boolean {
  return "most" in limit ? value <= limit.most : value >= limit.least;
}

function limitText(limit: Limit): string {
  return "most" in limit ? `<= ${limit.most}` : `>= ${limit.least}`;
}

function columns(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  const line = (row: string[]) => row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}
