import { expect, test } from "@playwright/test";
import { newId } from "@/lib/ids";
import { rowsOf } from "@/lib/testing/isolation/snapshot";
import type { Reply } from "./fixtures/app";
import { actionsInSources, allActions, nameOf, send } from "./fixtures/action-list";
import { addressOf } from "./fixtures/page-list";
import { aSignedInSchool, type SignedInSchool } from "./fixtures/two-schools";

let wombat: SignedInSchool;
let quokka: SignedInSchool;

test.beforeAll(async () => {
  [wombat, quokka] = [await aSignedInSchool("Wombat"), await aSignedInSchool("Quokka")];
});

/** Every field that any form has, with the ids of a school. */
function everyField({ ids }: SignedInSchool): Record<string, string | string[]> {
  const { courseId, enrolmentId, bookingId, teacherId, exceptionId, termId, roomId } = ids;
  const { locationId, familyId, studentId, guardianId, deskRequestId } = ids;
  return {
    ...{ courseId, enrolmentId, bookingId, teacherId, exceptionId, termId, roomId, locationId },
    ...{ familyId, studentId, personId: guardianId, guardianId, requestId: deskRequestId },
    ...{ requestKey: newId(), week: "8", plan: "GNNINNNINI", confirmed: "yes", archived: "on" },
    ...{ startsAt: "2026-11-30T05:00:00Z", other: "2026-11-30T16:00", message: "Hello" },
    ...{ name: "Name", givenName: "Given", familyName: "Family", email: "new@new.example" },
    ...{
      phone: "02 5550 0000",
      kind: "OTHER",
      instruments: "piano",
      capacity: "3",
      on: "2026-11-27",
    },
    ...{ startsOn: "2026-11-20", endsOn: "2026-11-21", startTime: "16:00", endTime: "17:00" },
    ...{ opensAt: "2026-11-01T10:00", closesAt: "2026-11-10T10:00", bookUntil: "2026-11-20T10:00" },
    ...{ "locationId[]": [locationId], "startTime[]": ["16:00"], "endTime[]": ["17:00"] },
    ...{ "weekday[]": ["1"], "validFrom[]": ["2026-01-01"], "validUntil[]": [""] },
    "week-8": "2026-11-30T05:00:00Z",
  };
}

function expectHarmless(reply: Reply, label: string): void {
  expect(reply.text, label).not.toContain("Quokka");
  expect(reply.text, label).not.toContain("That didn't work");
  expect(reply.text, label).not.toContain("Something went wrong");
  expect(reply.status, label).toBeLessThan(500);
}

/** Next's own answer to a body that is no call of an action: 500, bare, before our code is asked. */
function expectHarmlessOrUndecodable(reply: Reply, label: string): void {
  if (reply.status === 500) {
    expect(reply.text, label).not.toContain("Quokka");
    expect(reply.text, label).not.toContain("digest");
    return;
  }
  expectHarmless(reply, label);
}

test("the list of actions is whole: what the sources export is what the build serves", () => {
  const served = new Set(allActions().map(nameOf));
  expect(actionsInSources().filter((name) => !served.has(name))).toEqual([]);
  expect(allActions().map(nameOf)).toEqual(actionsInSources());
});

for (const action of allActions()) {
  const inSchool = action.page.startsWith("/[school]");
  const addressIn = (school: SignedInSchool) => addressOf(action.page, school.slug, school.ids);

  test(`${nameOf(action)}: refuses whoever is signed out, of another school or of another role`, async () => {
    const form = everyField(wombat);
    const before = await rowsOf(wombat.school.id);
    const signedOut = await send(action, addressIn(wombat), { form });
    expectHarmless(signedOut, "signed out");
    if (inSchool) {
      for (const cookie of [...Object.values(quokka.cookies), wombat.cookies.student]) {
        const reply = await send(action, addressIn(wombat), { form, cookie });
        expect(reply.status).toBe(404);
        expectHarmless(reply, "not theirs");
      }
    }
    expect(await rowsOf(wombat.school.id)).toBe(before);
  });

  test(`${nameOf(action)}: bears garbage, too much, and a request from elsewhere`, async () => {
    const cookie = inSchool ? wombat.cookies.admin : wombat.cookies.teacher;
    const address = addressIn(wombat);
    const before = await rowsOf(wombat.school.id);
    const form = everyField(wombat);
    const empty = await send(action, address, { cookie: wombat.cookies.guardian, form: {} });
    expectHarmless(empty, "an empty form");
    const nonsense = Object.fromEntries(Object.keys(form).map((key) => [key, "\u0000%$\uFFFD<b>"]));
    expectHarmless(await send(action, address, { cookie, form: nonsense }), "nonsense");
    for (const body of ["", "garbage", "[]", '["$K9"]', "{}", "[".repeat(5000)]) {
      const reply = await send(action, address, {
        cookie,
        body,
        contentType: "text/plain;charset=UTF-8",
      });
      expectHarmlessOrUndecodable(reply, `the body ${body.slice(0, 20)}`);
    }
    const large = await send(action, address, {
      cookie,
      form: { ...form, name: "x".repeat(400_000) },
    });
    expectHarmlessOrUndecodable(large, "too much");
    for (const origin of [null, "null", "https://elsewhere.example", "nonsense"]) {
      const reply = await send(action, address, { cookie, form, origin });
      expectHarmlessOrUndecodable(reply, `from ${String(origin)}`);
      expect(reply.headers.get("x-action-redirect")).toBeNull();
      expect(reply.text).not.toContain('"status":"done"');
    }
    expect(await rowsOf(wombat.school.id)).toBe(before);
  });

  test(`${nameOf(action)}: finds nothing of another school by its ids`, async () => {
    test.skip(!inSchool, "has no school");
    const before = await rowsOf(quokka.school.id);
    for (const who of ["admin", "guardian"] as const) {
      const cookie = wombat.cookies[who];
      for (const address of [addressIn(wombat), addressOf(action.page, wombat.slug, quokka.ids)]) {
        const reply = await send(action, address, { cookie, form: everyField(quokka) });
        expectHarmless(reply, `${who} at ${address}`);
      }
    }
    expect(await rowsOf(quokka.school.id)).toBe(before);
  });
}
