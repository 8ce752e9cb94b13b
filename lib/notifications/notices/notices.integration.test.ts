import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import { aNotice } from "@/lib/testing/notice-factory";
import {
  aFamily,
  aGuardian,
  anAdmin,
  contextOf,
  type TestMember,
} from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { isoFromInstant, plusMinutes } from "@/lib/time/instant";
import { countUnreadNotices } from "./count-unread-notices";
import { listNotices } from "./list-notices";
import { readAllNotices } from "./read-all-notices";
import { readNotice } from "./read-notice";

let school: TestSchool;
let mother: TestMember;
let father: TestMember;
beforeEach(async () => {
  school = await aSchool();
  const family = await aFamily(school);
  mother = family.guardian;
  father = await aGuardian(school, { family, kind: "OTHER" });
});

const at = (minutes: number) => plusMinutes(TEST_NOW, minutes);

async function titlesOf(member: TestMember): Promise<string[]> {
  const { rows } = await listNotices(contextOf(school, member));
  return rows.map(({ title }) => title);
}

describe("what a person was told in the app", () => {
  it("is listed newest first, and is nobody else's: not the other guardian's, not the admin's", async () => {
    await aNotice(school, mother, { title: "First", createdAt: at(-2) });
    await aNotice(school, mother, { title: "Second", createdAt: at(-1) });
    await aNotice(school, father, { title: "For Dad", createdAt: at(0) });
    expect(await titlesOf(mother)).toEqual(["Second", "First"]);
    expect(await titlesOf(father)).toEqual(["For Dad"]);
    expect(await titlesOf(await anAdmin(school))).toEqual([]);
  });

  it("goes on page by page, and back", async () => {
    for (let index = 0; index < 30; index += 1) {
      await aNotice(school, mother, { title: `Number ${index}`, createdAt: at(index) });
    }
    const ctx = contextOf(school, mother);
    const first = await listNotices(ctx);
    expect(first.rows).toHaveLength(25);
    expect([first.previous, first.next]).toEqual([null, first.rows.at(-1)?.id]);
    const second = await listNotices(ctx, { after: first.next });
    expect(second.rows.map(({ title }) => title)).toEqual(
      [4, 3, 2, 1, 0].map((index) => `Number ${index}`),
    );
    expect(second.next).toBeNull();
    const back = await listNotices(ctx, { before: second.previous });
    expect(back.rows).toEqual(first.rows);
  });
});

describe("reading a notice", () => {
  it("marks it as read, the first time for ever, and says where it leads", async () => {
    const id = await aNotice(school, mother, { path: "family/bookings/1" });
    const first = contextOf(school, mother, { now: at(1) });
    expect(await readNotice(first, { noticeId: id })).toBe("family/bookings/1");
    expect(await countUnreadNotices(first)).toBe(0);
    const again = contextOf(school, mother, { now: at(2) });
    expect(await readNotice(again, { noticeId: id })).toBe("family/bookings/1");
    expect((await listNotices(again)).rows).toMatchObject([{ id, read: true }]);
  });

  it("is for the person it was written to alone", async () => {
    const noticeId = await aNotice(school, mother);
    const others = [father, await anAdmin(school)];
    for (const other of others) {
      await expect(readNotice(contextOf(school, other), { noticeId })).rejects.toThrow(NotFound);
    }
    const nobodys = { noticeId: newId() };
    await expect(readNotice(contextOf(school, mother), nobodys)).rejects.toThrow(NotFound);
    expect(await countUnreadNotices(contextOf(school, mother))).toBe(1);
  });
});

describe("the number of unread notices", () => {
  it("is the person's own, and stops at ten: the bell says 9+", async () => {
    for (let index = 0; index < 12; index += 1) await aNotice(school, mother);
    await aNotice(school, father);
    expect(await countUnreadNotices(contextOf(school, mother))).toBe(10);
    expect(await countUnreadNotices(contextOf(school, father))).toBe(1);
  });

  it("is none after all are marked as read; the other guardian's stay, and so does what comes meanwhile", async () => {
    await aNotice(school, mother, { createdAt: at(-1) });
    await aNotice(school, mother, { createdAt: at(1) });
    await aNotice(school, father);
    await readAllNotices(contextOf(school, mother, { now: at(2) }), {
      seenAt: isoFromInstant(at(0)),
    });
    expect(await countUnreadNotices(contextOf(school, mother))).toBe(1);
    expect(await countUnreadNotices(contextOf(school, father))).toBe(1);
  });
});
