import { setTimeout as pause } from "node:timers/promises";
import { say } from "@/scripts/command";
import { fillDatabase } from "../fill";
import { compareMails } from "../kills/compare-mails";
import { bookBeforehand, live, livesOfFamilies, type LivesRun } from "../kills/family-lives";
import { addSecondGuardians, setTheClock } from "../kills/ground";
import { mailsFound } from "../kills/mails-found";
import { forgotten, mailsOwed, untilNothingIsOwed } from "../kills/mails-owed";
import { openMortalApp, type MortalApp } from "../kills/mortal-app";
import { troubleVendor } from "../kills/vendor-faults";
import { randomFrom, type Random } from "../random";
import type { Damage } from "./storms";

export type MailsThroughKills = { missing: number; duplicated: number };

const KILLS = 10;
const SECONDS = 50;

/**
 * Families book, move and cancel, windows open and reminders fall due, while the server is killed ten
 * times. In the end every guardian must have one mail for each happening. KILL_SEED repeats a run's
 * moments; with MAIL_FAULTS the vendor is in trouble, too.
 */
export async function mailsThroughKills(
  damage: Damage,
  passwordHash: string,
): Promise<MailsThroughKills> {
  const seed = Number(process.env["KILL_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
  const isTroubled = Boolean(process.env["MAIL_FAULTS"]);
  say(
    `The server is killed ten times: kill_seed=${seed}${isTroubled ? ", faulty vendor" : ""} ...`,
  );
  const random = randomFrom(seed);
  const app = await openMortalApp();
  await fillDatabase(app.databaseUrl, { otherSchools: 0, passwordHash });
  await addSecondGuardians(app.databaseUrl);
  const lives = livesOfFamilies();
  await bookBeforehand(app.base, lives);
  await untilNothingIsOwed(app.databaseUrl);
  await setTheClock(app.databaseUrl, SECONDS);

  const trouble = isTroubled ? troubleVendor(app.inboxUrl, random) : null;
  const [run] = await Promise.all([
    live(app.base, lives, { random, seconds: SECONDS }),
    killAgainAndAgain(app, randomFrom(seed + 1)),
  ]);
  await trouble?.stop();
  const left = await untilNothingIsOwed(app.databaseUrl);
  if (left !== null) damage.wrong.push(`still owed in the end: ${left}`);
  damage.wrong.push(...run.refused.map((line) => `refused while servers died: ${line}`));
  const judged = await judge(app, run, damage);
  await app.kill();
  return judged;
}

async function judge(app: MortalApp, run: LivesRun, damage: Damage): Promise<MailsThroughKills> {
  const lost = await forgotten(app.databaseUrl, run.told);
  const owed = await mailsOwed(app.databaseUrl);
  const found = await mailsFound(app.inboxUrl);
  const overtaken = owed.filter(({ isOvertaken }) => isOvertaken).length;
  say(
    `${run.told.length} presses answered, ${run.lost} left without an answer; ` +
      `${owed.length} mails owed (${overtaken} overtaken), ${found.length} found.`,
  );
  const { missing, twice, unknown } = compareMails(owed, found);
  damage.wrong.push(
    ...lost.map(({ what, bookingId }) => `told ${what}, but lost: ${bookingId}`),
    ...missing.map((key) => `no mail: ${key}`),
    ...twice.map((key) => `one mail more than once: ${key}`),
    ...unknown.map((key) => `a mail of nothing that happened: ${key}`),
  );
  return { missing: missing.length + lost.length, duplicated: twice.length };
}

async function killAgainAndAgain(app: MortalApp, random: Random): Promise<void> {
  const apart = (SECONDS * 1_000) / KILLS;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const startedAt = performance.now();
    await pause(random.between(0.02, 0.98) * (apart - 2_000));
    await app.kill();
    await pause(random.between(0, 300));
    await app.start();
    await pause(Math.max(0, startedAt + apart - performance.now()));
  }
}
