import type { ClockReading } from "@/lib/time/clock-rules";
import { systemPool } from "./pools";

/** A zone of which PostgreSQL has other rules, or none, and the first moment read that shows it. */
export type ClockDifference = { zone: string; firstAt: Date };

/** The zones that schools live in. */
export async function listSchoolZones(): Promise<string[]> {
  const { rows } = await systemPool.query<{ zone: string }>(
    "SELECT DISTINCT time_zone AS zone FROM school ORDER BY zone",
  );
  return rows.map(({ zone }) => zone);
}

/** Where PostgreSQL's clocks show something else than `readings`: all zones in one round trip. */
export async function findClockDifferences(
  readings: readonly ClockReading[],
): Promise<ClockDifference[]> {
  const { rows } = await systemPool.query<ClockDifference>(
    `WITH known AS MATERIALIZED (SELECT name FROM pg_timezone_names)
     SELECT r.zone, min(r.at) AS "firstAt"
       FROM unnest($1::text[], $2::timestamptz[], $3::int[]) AS r (zone, at, seconds)
       LEFT JOIN known ON known.name = r.zone
      WHERE CASE WHEN known.name IS NULL THEN true
                 ELSE extract(epoch FROM (r.at AT TIME ZONE r.zone) - (r.at AT TIME ZONE 'UTC'))
                      <> r.seconds END
      GROUP BY r.zone ORDER BY r.zone`,
    [
      readings.map(({ zone }) => zone),
      readings.map(({ at }) => at),
      readings.map(({ offsetSeconds }) => offsetSeconds),
    ],
  );
  return rows;
}
