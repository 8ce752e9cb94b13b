import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startResendEmulator, type ResendEmulator } from "@/emulators/resend/server";
import { contextOf } from "../people-factory";
import {
  actorsOf,
  answerOf,
  isNothing,
  leakOf,
  mixes,
  rightfulContext,
  watched,
} from "./foreign-calls";
import { aFullSchool, type FullSchool, type SchoolIds } from "./full-school";
import type { SchoolCall, SchoolCalls } from "./school-call";
import { allRows, rowsOfSchool } from "./snapshot";

let mail: ResendEmulator;
let mailUrl = "";

/** Before lib/env is loaded: mail goes to an inbox of this test. */
export async function useInbox(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "musicnme-isolation-"));
  mail = await startResendEmulator({ port: 0, dataDir });
  mailUrl = mail.url;
  process.env.RESEND_BASE_URL = mailUrl;
}

async function sentMails(): Promise<number> {
  const inbox = (await (await fetch(`${mailUrl}/inbox.json`)).json()) as { messages: unknown[] };
  return inbox.messages.length;
}

/** The whole matrix: the same tests with policies and without, so that each layer holds alone. */
export function describeIsolation(layer: string, calls: SchoolCalls): void {
  afterAll(() => mail.stop());
  describe(`${layer}: what belongs to another school does not exist`, () => {
    let mine: FullSchool;
    let other: FullSchool;
    let otherRows: string;
    beforeAll(async () => {
      [mine, other] = [await aFullSchool("Wombat"), await aFullSchool("Quokka")];
      otherRows = await rowsOfSchool(other.school.id);
    });

    it.each(Object.entries(calls).filter(([, { foreign }]) => foreign !== "none"))(
      "%s",
      async (_name, call) => {
        const asked = await askedBy(call, mine.ids);
        const before = { rows: await allRows(), mails: await sentMails() };
        for (const { who, ctx } of actorsOf(mine)) {
          for (const { what, ids } of mixes(mine.ids, other.ids, asked)) {
            const isWhole = what.includes(" and ") || asked.size === 1;
            const answer = await answerOf(() => call.run(ctx, ids));
            const label = `${who} naming another school's ${what}`;
            if ("refused" in answer) continue;
            const facts = { mark: other.mark, rows: otherRows, asked: Object.values(other.ids) };
            expect(leakOf(answer.value, facts), label).toEqual([]);
            if (call.foreign === "absent" && isWhole) {
              expect(isNothing(answer.value), `${label} gets ${JSON.stringify(answer.value)}`).toBe(
                true,
              );
            }
          }
        }
        expect(await allRows()).toBe(before.rows);
        expect(await sentMails()).toBe(before.mails);
      },
    );
  });

  describe(`${layer}: what names nothing stays in its own school`, () => {
    it.each(Object.entries(calls).filter(([, { foreign }]) => foreign === "none"))(
      "%s",
      async (_name, call) => {
        const [mine, other] = [await aFullSchool("Wombat"), await aFullSchool("Quokka")];
        const rows = await rowsOfSchool(other.school.id);
        const answer = await answerOf(() =>
          call.run(rightfulContext(mine, call.actor), mine.ids),
        );
        expect(answer).toHaveProperty("value");
        if ("value" in answer) {
          expect(leakOf(answer.value, { mark: "Quokka", rows, asked: [] })).toEqual([]);
        }
        expect(await rowsOfSchool(other.school.id)).toBe(rows);
      },
    );
  });
}

/** Another family of the same school is as far away as another school. */
export function describeFamilies(layer: string, calls: SchoolCalls): void {
  const reached = Object.entries(calls).filter(([, { reach }]) => reach === "family");
  describe(`${layer}: another family's things do not exist for a guardian`, () => {
    it.each(reached)("%s", async (_name, call) => {
      const mine = await aFullSchool("Wombat");
      const { mark, neighbours } = mine;
      const asked = await askedBy(call, mine.ids);
      const before = await allRows();
      const rows = Object.values(neighbours.ids).join(" ");
      const others = { mark: `${mark} Neighbour`, rows, asked: [] };
      for (const { who, ctx } of actorsOf(mine).filter(({ who }) => who === "a guardian")) {
        for (const { what, ids } of mixes(mine.ids, neighbours.ids, asked)) {
          const answer = await answerOf(() => call.run(ctx, ids));
          if ("refused" in answer) continue;
          const label = `${who} naming another family's ${what}`;
          expect(leakOf(answer.value, { ...others, asked: Object.values(neighbours.ids) })).toEqual(
            [],
          );
          const isWhole = what.includes(" and ") || asked.size === 1;
          if (call.foreign === "absent" && isWhole) {
            expect(isNothing(answer.value), label).toBe(true);
          }
        }
      }
      expect(await allRows()).toBe(before);
      const own = await answerOf(() => call.run(rightfulContext(mine, call.actor), mine.ids));
      if ("value" in own) expect(leakOf(own.value, others)).toEqual([]);
    });
  });
}

/** The control: the same call with the same shape of ids works in the school that they belong to. */
export function describeOwnSchool(calls: SchoolCalls): void {
  describe("the same call with ids of its own school works", () => {
    it.each(Object.entries(calls))("%s", async (_name, call) => {
      const mine = await aFullSchool("Wombat");
      const before = await sentMails();
      const ctx = rightfulContext(mine, call.actor);
      const answer = await answerOf(() => call.run(ctx, mine.ids));
      expect(answer).toHaveProperty("value");
      if (call.actor === "system") expect(await sentMails()).toBeGreaterThanOrEqual(before);
    });
  });
}

async function askedBy(call: SchoolCall, own: SchoolIds): Promise<Set<keyof SchoolIds>> {
  const { ids, asked } = watched(own);
  const stranger = await aFullSchool("Stranger");
  await answerOf(() => call.run(contextOf(stranger.school, stranger.admin), ids));
  return asked;
}
