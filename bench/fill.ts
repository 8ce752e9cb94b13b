import { readFileSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { withClient } from "@/scripts/database/connect";
import {
  BOOKED_WEEK,
  COURSES,
  FAMILIES,
  firstMonday,
  FREE_WEEKS,
  kinds,
  OPENS_MINUTE,
  OTHER_SCHOOLS,
  PAST_TERMS,
  PLACES,
  SLOTS_A_DAY,
  SLUG,
  STUDENTS,
  ZONE,
} from "./rush-school";

export type FillOptions = { otherSchools: number; passwordHash: string };

const PARTS = ["schools", "courses", "bookings"];

/** Fills a migrated, empty database with the school of the rush and its neighbours, as superuser. */
export async function fillDatabase(superuserUrl: string, options: FillOptions): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await client.query("SET synchronous_commit = off");
    await client.query(`SET TIME ZONE '${ZONE}'`);
    await makeNumbers(client, options);
    for (const part of PARTS) {
      await client.query(
        readFileSync(path.join(import.meta.dirname, "fill", `${part}.sql`), "utf8"),
      );
    }
    await client.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    await client.query("VACUUM ANALYZE");
    await client.query("CHECKPOINT");
  });
}

async function makeNumbers(client: Client, options: FillOptions): Promise<void> {
  const others = Math.max(0, Math.min(options.otherSchools, OTHER_SCHOOLS));
  await client.query(`
    CREATE FUNCTION pg_temp.kind_number(kind text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
      SELECT array_position('{${kinds.join(",")}}'::text[], kind) - 1::bigint $$;
    CREATE FUNCTION pg_temp.bench_id(kind text, s integer, n integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
      SELECT (lpad(to_hex(${0x0180_0000_0000} + (n * 7919::bigint + s * 104729::bigint + pg_temp.kind_number(kind) * 15485863)
          * 2654435761 % 68719476736), 12, '0')
        || '7' || lpad(to_hex(s), 3, '0') || '8000' || lpad(to_hex(pg_temp.kind_number(kind)), 4, '0') || lpad(to_hex(n), 8, '0'))::uuid $$;
    CREATE TEMP TABLE bench_setting AS SELECT '${firstMonday()}'::date AS monday, '${ZONE}' AS zone,
      date_trunc('second', now()) AS now_at, '{${[BOOKED_WEEK, ...FREE_WEEKS].join(",")}}'::integer[] AS individual_weeks,
      ${OPENS_MINUTE} AS opens_minute, ${SLOTS_A_DAY} AS slots_a_day, '${options.passwordHash}'::text AS password_hash;
    CREATE TEMP TABLE bench_size AS
      SELECT 1 AS s, '${SLUG}' AS slug, ${COURSES} AS courses, ${STUDENTS} AS students, ${FAMILIES} AS families,
        '{${BOOKED_WEEK}}'::integer[] AS booked_weeks, ${Math.floor(PLACES * 0.6)} AS booked_places
      UNION ALL SELECT s, 'school-' || s, 4, 60, 48, '{${BOOKED_WEEK},${FREE_WEEKS[0]}}', 15
        FROM generate_series(2, ${others + 1}) AS s;
    CREATE TEMP TABLE bench_term AS SELECT s, t, monday - 91 * t AS starts_on FROM bench_size, bench_setting,
      generate_series(0, CASE WHEN s = 1 THEN ${PAST_TERMS} ELSE 0 END) AS t;
    CREATE TEMP TABLE bench_teacher AS SELECT s, k FROM bench_size, generate_series(1, courses) AS k;
    CREATE TEMP TABLE bench_student AS SELECT s, i, (i - 1) % courses + 1 AS course, (i - 1) / courses AS place,
        CASE WHEN i <= families THEN i ELSE i - families END AS family
      FROM bench_size, generate_series(1, students) AS i;
    CREATE INDEX ON bench_student (s, course);
    CREATE INDEX ON bench_student (s, i);
    ANALYZE bench_student`);
}
