import { gzipSync } from "node:zlib";
import { addDays } from "@/lib/time/day";
import { scriptsOf } from "../load/family-visit";
import { formFields, formPost } from "../load/forms";
import type { Sent } from "../load/http";
import { percentile } from "../percentile";
import { BOOKED_WEEK, firstMonday, FREE_WEEKS, PASSWORD, SLUG } from "../rush-school";
import { browserOf, familyPath, pickerPath, type Stage } from "../stage";
import { sequence } from "./sequence";

const STUDENTS_ASKED = 50;
const SIGN_INS = 60;
const SIGN_INS_AT_ONCE = 3;

export type PageTimes = { family: number; slots: number; week: number };

/** Server replies to signed-in members one after another, warm, in the school of 1,000 students. */
export async function pageTimes(stage: Stage): Promise<PageTimes> {
  const students = Array.from({ length: STUDENTS_ASKED }, (_, n) => n + 1);
  const family = await pagesOf(stage, students, () => familyPath);
  const slots = await pagesOf(stage, students, (n) =>
    pickerPath(n, FREE_WEEKS[n % FREE_WEEKS.length] ?? FREE_WEEKS[0]),
  );
  return {
    family: await sequence(stage, family),
    slots: await sequence(stage, slots),
    week: await sequence(stage, await weekPages(stage)),
  };
}

async function pagesOf(stage: Stage, students: number[], path: (n: number) => string) {
  return Promise.all(
    students.map(async (n): Promise<Sent> => {
      return { url: stage.base + path(n), headers: await browserOf("guardian", n) };
    }),
  );
}

/** The whole school's week as the admin's list has it, and a teacher's own, in the fullest week. */
async function weekPages({ base }: Stage): Promise<Sent[]> {
  const day = addDays(firstMonday(), (BOOKED_WEEK - 1) * 7);
  const [admin, teacher] = [await browserOf("admin", 1), await browserOf("teacher", 1)];
  return [
    { url: `${base}/${SLUG}/admin/calendar?view=list&date=${day}`, headers: admin },
    { url: `${base}/${SLUG}/teach?view=list&date=${day}`, headers: teacher },
  ];
}

/** Signing in by the form, a few at a time; the password's hash is meant to cost. */
export async function signInTime(stage: Stage): Promise<number> {
  const page: Sent = { url: `${stage.base}/sign-in`, headers: {} };
  const opened = await stage.load.run({
    kind: "pump",
    requests: [page],
    inFlight: 1,
    keepBodies: true,
  });
  const fields = formFields(opened.replies[0]?.body ?? "", "email");
  if (fields === null) throw new Error("no sign-in form");
  const posts = Array.from({ length: SIGN_INS }, (_, n) =>
    formPost(page, [
      ...fields,
      ["email", `guardian${n + 1}@school1.example`],
      ["password", PASSWORD],
    ]),
  );
  const { replies } = await stage.load.run({
    kind: "pump",
    requests: posts,
    inFlight: SIGN_INS_AT_ONCE,
  });
  const bad = replies.find(({ status }) => status !== 303);
  if (bad) throw new Error(`sign-in: ${bad.error ?? bad.status}`);
  return percentile(
    replies.map(({ ms }) => ms),
    0.95,
  );
}

/** What a current browser loads as scripts for the family's first screen, gzip, in kB. */
export async function familyPageScripts(stage: Stage): Promise<number> {
  const headers = await browserOf("guardian", 1);
  const page = await fetch(stage.base + familyPath, { headers });
  const scripts = scriptsOf(await page.text());
  const sizes = await Promise.all(
    scripts.map(async (path) => {
      const script = await fetch(new URL(path, stage.base));
      if (!script.ok) throw new Error(`${path}: ${script.status}`);
      return gzipSync(Buffer.from(await script.arrayBuffer())).length;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1_024;
}
