import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startResendEmulator, type ResendEmulator } from "@/emulators/resend/server";
import {
  actorsOf,
  answerOf,
  isNothing,
  leakOf,
  mixes,
  namesAsked,
  rightfulContext,
} from "./foreign-calls";
import { aFullSchool, type FullSchool } from "./full-school";
import type { SchoolCall, SchoolCalls } from "./school-call";
import { rowsOf } from "./snapshot";

let mail: ResendEmulator;

/** Before lib/env is loaded: mail goes to an inbox of this test. */
export async function useInbox(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "musicnme-isolation-"));
  mail = await startResendEmulator({ port: 0, dataDir });
  process.env.RESEND_BASE_URL = mail.url;
}

async function sentMails(): Promise<number> {
  const inbox = (await (await fetch(`${mail.url}/inbox.json`)).json()) as { messages: unknown[] };
  return inbox.messages.length;
}

/** A mail that turned out not to be owed leaves a row that says so, and nothing else. */
async function keptRows({ school }: FullSchool): Promise<string> {
  const lines = (await rowsOf(school.id)).split("\n");
  return lines.filter((line) => !/^delivery .*,SKIPPED,/.test(line)).join("\n");
}

/** The whole matrix, for a database with its policies and for one without. */
export function describeIsolation(layer: string, calls: SchoolCalls): void {
  const all = Object.entries(calls);
  const world: { mine?: FullSchool; other?: FullSchool; otherRows?: string } = {};
  const known = () => {
    const { mine, other, otherRows } = world;
    if (!mine || !other || !otherRows) throw new Error("The schools are not there yet.");
    return { mine, other, otherRows };
  };
  beforeAll(async () => {
    world.mine = await aFullSchool("Wombat");
    world.other = await aFullSchool("Quokka");
    world.otherRows = await rowsOf(world.other.school.id);
  });
  afterAll(() => mail.stop());

  describe(`${layer}: what belongs to another school does not exist`, () => {
    it.each(all.filter(([, { foreign }]) => foreign !== "none"))("%s", async (_name, call) => {
      const { mine, other, otherRows } = known();
      const before = { rows: await keptRows(mine), mails: await sentMails() };
      const asked = mixes(mine.ids, other.ids, namesAsked(call));
      expect(asked, "a call that names nothing is one without an id").not.toEqual([]);
      for (const { who, ctx } of actorsOf(mine)) {
        for (const { what, ids, all: isAll } of asked) {
          const label = `${who} naming another school's ${what}`;
          const answer = await answerOf(() => call.run(ctx, ids));
          const facts = { mark: other.mark, rows: otherRows, asked: Object.values(other.ids) };
          expectNothing(answer, { call, isAll, label, facts });
        }
      }
      expect(await keptRows(mine)).toBe(before.rows);
      expect(await rowsOf(other.school.id)).toBe(otherRows);
      expect(await sentMails()).toBe(before.mails);
    });
  });

  describe(`${layer}: what names nothing stays in its own school`, () => {
    it.each(all.filter(([, { foreign }]) => foreign === "none"))("%s", async (_name, call) => {
      const { mine, other, otherRows } = known();
      const answer = await answerOf(() => call.run(rightfulContext(mine, call.actor), mine.ids));
      const value = "value" in answer ? answer.value : undefined;
      expect(leakOf(value, { mark: other.mark, rows: otherRows, asked: [] })).toEqual([]);
      expect(await rowsOf(other.school.id)).toBe(otherRows);
    });
  });
}

/**
 * Another family of the same school is as far away as another school; and the control: with ids of
 * their own, whoever may make the call gets something or changes something.
 */
export function describeFamilies(layer: string, calls: SchoolCalls): void {
  const reached = Object.entries(calls).filter(([, { reach }]) => reach === "family");
  describe(`${layer}: another family's things do not exist for a guardian, one's own do`, () => {
    it.each(reached)("%s", async (_name, call) => {
      const mine = await aFullSchool("Wombat");
      const { neighbours } = mine;
      const rows = Object.values(neighbours.ids).join(" ");
      const others = { mark: "Wombat Neighbour", rows, asked: Object.values(neighbours.ids) };
      const before = await rowsOf(mine.school.id);
      const ctx = rightfulContext(mine, call.actor);
      for (const { what, ids, all } of mixes(mine.ids, neighbours.ids, namesAsked(call))) {
        const answer = await answerOf(() => call.run(ctx, ids));
        const label = `naming another family's ${what}`;
        expectNothing(answer, { call, isAll: all, label, facts: others });
      }
      expect(await rowsOf(mine.school.id)).toBe(before);
      await expectOwn(call, mine, { ...others, asked: [] });
    });
  });
}

/** The control: the same call with ids of its own school works. */
export function describeOwnSchool(calls: SchoolCalls): void {
  const others = Object.entries(calls).filter(([, { reach }]) => reach === "school");
  describe("with ids of the own school the same call works", () => {
    it.each(others)("%s", async (_name, call) => {
      await expectOwn(call, await aFullSchool("Wombat"), { mark: "Quokka", rows: "", asked: [] });
    });
  });
}

type Others = Parameters<typeof leakOf>[1];
type Asking = { call: SchoolCall; isAll: boolean; label: string; facts: Others };

function expectNothing(answer: Awaited<ReturnType<typeof answerOf>>, asking: Asking): void {
  if ("refused" in answer) return;
  const { call, isAll, label, facts } = asking;
  if (call.unshown === undefined) expect(leakOf(answer.value, facts), label).toEqual([]);
  if (call.foreign !== "absent" || !isAll) return;
  expect(isNothing(answer.value), `${label} gets ${JSON.stringify(answer.value)}`).toBe(true);
}

async function expectOwn(call: SchoolCall, mine: FullSchool, others: Others): Promise<void> {
  const before = await rowsOf(mine.school.id);
  const answer = await answerOf(() => call.run(rightfulContext(mine, call.actor), mine.ids));
  expect(answer).toHaveProperty("value");
  if (!("value" in answer)) return;
  const isChange = isNothing(answer.value) && call.foreign !== "filtered";
  if (isChange) expect(await rowsOf(mine.school.id)).not.toBe(before);
  if (call.unshown === undefined) expect(leakOf(answer.value, others)).toEqual([]);
}
