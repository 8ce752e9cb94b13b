import { withClient } from "@/scripts/database/connect";
import type { Reply, Sent } from "../load/http";
import { median, percentile } from "../percentile";
import { compact, reset } from "../reset";
import { COURSES, FREE_WEEKS, wishOf } from "../rush-school";
import { bookRequest, type Stage } from "../stage";

export type Growth = { ratio: number; buffersRatio: number };

const ROUNDS = 5;
const BOOKINGS = 200;
const WARM_BOOKINGS = 1_000;
const [WEEK] = FREE_WEEKS;

/** A booking beside 199 other schools over a booking in a school alone: its p95, and the buffers it touches. */
export async function growth(many: Stage, one: Stage): Promise<Growth> {
  for (const stage of [many, one]) {
    await book(many, bookings(stage, WARM_BOOKINGS), 8);
    await compact(stage.databaseUrl);
    await book(many, bookings(stage, 100), 1);
    await withClient(stage.databaseUrl, (client) =>
      client.query("SELECT pg_stat_statements_reset()"),
    );
  }
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all([reset(many.databaseUrl), reset(one.databaseUrl)]);
    ratios.push(await compareOnce(many, one, round));
  }
  const [ofMany, ofOne] = [await buffersPerBooking(many), await buffersPerBooking(one)];
  return { ratio: median(ratios), buffersRatio: ofMany / ofOne };
}

/** Booking by booking in turn, so that whatever disturbs the machine disturbs both. */
async function compareOnce(many: Stage, one: Stage, round: number): Promise<number> {
  const [first, second] = round % 2 === 0 ? [many, one] : [one, many];
  const [a, b] = [bookings(first, BOOKINGS), bookings(second, BOOKINGS)];
  const inTurn = a.flatMap((request, n) => [request, b[n]]).filter((each) => each !== undefined);
  const replies = await book(many, inTurn, 1);
  const p95 = (turn: number) =>
    percentile(
      replies.filter((_, n) => n % 2 === turn).map(({ ms }) => ms),
      0.95,
    );
  const [ofFirst, ofSecond] = [p95(0), p95(1)];
  return first === many ? ofFirst / ofSecond : ofSecond / ofFirst;
}

async function book({ load }: Stage, requests: Sent[], inFlight: number): Promise<Reply[]> {
  const { replies } = await load.run({ kind: "pump", requests, inFlight });
  const bad = replies.find(({ status }) => status !== 201);
  if (bad) throw new Error(`a booking was answered ${bad.error ?? bad.status}`);
  return replies;
}

function bookings(stage: Stage, count: number): Sent[] {
  return Array.from({ length: count }, (_, n) => {
    const week = FREE_WEEKS[Math.floor(n / 1_000)] ?? WEEK;
    return bookRequest(stage, wishOf((n % 1_000) + 1, week, Math.floor((n % 1_000) / COURSES)));
  });
}

async function buffersPerBooking({ databaseUrl }: Stage): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ per_booking: number }>(
      `SELECT sum(shared_blks_hit + shared_blks_read)::float8 / max(calls) FILTER (WHERE query LIKE '%book_lessons(%') AS per_booking
       FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND (query LIKE '%booking_facts_in_school(%' OR query LIKE '%book_lessons(%')`,
    );
    return rows[0]?.per_booking ?? Number.NaN;
  });
}
