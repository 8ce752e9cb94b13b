import { hashPassword } from "@/lib/auth/password";
import { say } from "@/scripts/command";
import { describeFailure } from "@/scripts/trouble";
import { startLoadProcess } from "./load-process";
import { calendarTime } from "./measure/calendar";
import { growth } from "./measure/growth";
import { hostileHealth } from "./measure/hostile";
import { mailJobsPerSecond } from "./measure/job-rate";
import { mailsThroughKills } from "./measure/kills";
import { stormMinute } from "./measure/minute";
import { familyPageScripts, pageTimes, signInTime } from "./measure/pages";
import { type Damage, stormContested, stormScreen, stormSecond } from "./measure/storms";
import { appPerSecond, nopPerSecond, sqlFloorPerSecond } from "./measure/sustained";
import { openStage } from "./open-stage";
import { reportOf, type Values } from "./report";
import { OTHER_SCHOOLS, PASSWORD } from "./rush-school";
import { watchMemory } from "./server-memory";
import type { Stage } from "./stage";

const PARTS = ["pages", "hostile", "storms", "sustained", "jobs", "growth"] as const;
const LINES_SHOWN = 20;

type Part = (typeof PARTS)[number];
type Measure = (stage: Stage, damage: Damage) => Promise<Values>;

/** Measures the production build; with names of parts only those. Wrong answers fail the run. */
export async function runBench(asked: readonly string[]): Promise<void> {
  const parts = asked.length === 0 ? PARTS : PARTS.filter((part) => asked.includes(part));
  say("Filling a fresh database with 200 schools ...");
  const passwordHash = await hashPassword(PASSWORD);
  const load = startLoadProcess();
  const stage = await openStage(load, { otherSchools: OTHER_SCHOOLS, passwordHash });
  // Sessions are minted here, with the secret of the server that will read them.
  Object.assign(process.env, stage.settings);
  const damage: Damage = { overlaps: 0, wrong: [] };
  let values: Values = {};
  const failures: string[] = [];
  for (const part of parts) {
    try {
      values = { ...values, ...(await measures(passwordHash)[part](stage, damage)) };
    } catch (error) {
      failures.push(`${part} could not be measured: ${describeFailure(error)}`);
    }
  }
  say(reportOf({ ...values, ...damageOf(damage, parts) }));
  for (const line of damage.wrong.slice(0, LINES_SHOWN)) say(`wrong answer: ${line}`);
  for (const line of failures) say(line);
  if (damage.wrong.length + damage.overlaps + failures.length > 0) process.exitCode = 1;
}

function measures(passwordHash: string): Record<Part, Measure> {
  return {
    pages: measurePages,
    hostile: async (stage) => {
      say("Health, while hostile forms arrive ...");
      return { hostile_health_ms: await hostileHealth(stage) };
    },
    storms: measureStorms,
    sustained: measureSustained,
    jobs: (stage, damage) => measureJobs(stage, damage, passwordHash),
    growth: async (many) => {
      say("Growth: bookings in turn beside 199 schools and beside none ...");
      const one = await openStage(many.load, { otherSchools: 0, passwordHash });
      const { ratio, buffersRatio } = await growth(many, one);
      return { growth_ratio: ratio, growth_buffers_ratio: buffersRatio };
    },
  };
}

const measurePages: Measure = async (stage) => {
  say("Pages, one after another ...");
  const scripts = await familyPageScripts(stage);
  const { family, slots, week } = await pageTimes(stage);
  say("A week of 5,000 lessons ...");
  const calendar = await calendarTime(stage);
  say("Signing in ...");
  return {
    page_family_p95_ms: family,
    page_slots_p95_ms: slots,
    page_week_p95_ms: week,
    calendar_week_5000_lessons_p95_ms: calendar,
    signin_p95_ms: await signInTime(stage),
    family_page_js_kb: scripts,
  };
};

const measureStorms: Measure = async (stage, damage) => {
  const memory = watchMemory(stage.serverPid);
  await appPerSecond(stage, damage, 2);
  say("200 families in one second: REST, screen, two for each slot ...");
  const second = await stormSecond(stage, damage);
  const screen = await stormScreen(stage, damage);
  const contested = await stormContested(stage, damage);
  say("200 families in one minute ...");
  const minute = await stormMinute(stage, damage);
  return {
    storm_minute_p99_ms: minute.reply,
    outbox_lag_p99_ms: minute.outboxLag,
    storm_second_p99_ms: second,
    storm_second_screen_p99_ms: screen,
    storm_contested_p99_ms: contested,
    server_rss_mb: memory.stop(),
  };
};

const measureSustained: Measure = async (stage, damage) => {
  say("As many as it can: nothing, bookings, plain SQL ...");
  const nop = await nopPerSecond(stage);
  await appPerSecond(stage, damage, 2);
  const app = await appPerSecond(stage, damage, 10);
  const sql = await sqlFloorPerSecond(stage);
  return {
    nop_per_s: nop,
    app_per_s: app,
    sql_floor_per_s: sql,
    app_to_nop_ratio: app / nop,
    app_to_sql_ratio: app / sql,
  };
};

async function measureJobs(stage: Stage, damage: Damage, passwordHash: string): Promise<Values> {
  say("3,000 owed mails ...");
  const perSecond = await mailJobsPerSecond(stage);
  const { missing, duplicated } = await mailsThroughKills(damage, passwordHash);
  return { jobs_per_s: perSecond, mails_missing: missing, mails_duplicated: duplicated };
}

function damageOf({ overlaps, wrong }: Damage, parts: readonly Part[]): Values {
  const judged = parts.includes("storms") || parts.includes("sustained");
  return judged ? { storm_overlaps: overlaps, storm_wrong_answers: wrong.length } : {};
}
