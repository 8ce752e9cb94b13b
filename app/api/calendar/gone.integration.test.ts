import { afterAll, describe, expect, it, vi } from "vitest";
import { changeRoles, endMembership } from "@/lib/auth/change-roles";
import { newId } from "@/lib/ids";
import { linkToken } from "@/lib/link-token";
import { getCalendarFeeds } from "@/lib/notifications/calendar-feed/get-calendar-feeds";
import {
  renewCalendarFeed,
  revokeCalendarFeed,
} from "@/lib/notifications/calendar-feed/revoke-calendar-feed";
import { NotFound } from "@/lib/refusal";
import { superuserQuery } from "@/lib/testing/database";
import { aFollowedBooking, askFeed, feedPath, followed } from "@/lib/testing/feed-caller";
import { aMember, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { serveRoutes } from "@/lib/testing/route-server";
import { TEST_NOW } from "@/lib/testing/school-factory";

vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
const server = await serveRoutes("app/api/calendar");
afterAll(async () => {
  await server.stop();
  vi.useRealTimers();
});

describe("an address that opens nothing is like one that nobody has", () => {
  const strange = `/api/calendar/${linkToken("calendar", newId())}.ics`;

  async function answerAt(path: string): Promise<string> {
    const response = await askFeed(server, path);
    const { status, headers } = response;
    const shown = ["content-type", "cache-control", "etag", "last-modified", "x-robots-tag"];
    const heads = shown.map((name) => `${name}: ${headers.get(name)}`);
    return [status, ...heads, await response.text()].join("\n");
  }

  async function expectGone(path: string): Promise<void> {
    const nobodys = await answerAt(strange);
    expect(nobodys).toMatch(/^404\n[\s\S]*noindex[\s\S]*\nNot found\n$/);
    expect(await answerAt(path)).toBe(nobodys);
  }

  it("whatever stands in the place of the secret", async () => {
    for (const token of ["x", "%00", "..%2f", "a".repeat(9000), `${"a".repeat(43)}.ics.ics`]) {
      await expectGone(`/api/calendar/${token}`);
    }
    expect((await askFeed(server, strange, { headers: { "if-none-match": "*" } })).status).toBe(
      404,
    );
  });

  /** Somebody who follows one lesson. */
  async function aParent() {
    const { school, family, ctx, path } = await aFollowedBooking();
    await expectOpen(path);
    const admin = contextOf(school, await anAdmin(school));
    const [view] = await getCalendarFeeds(ctx, ["FAMILY"]);
    if (!view?.feed) throw new Error("There is an address.");
    return { parent: family.guardian, path, ctx, admin, school, feedId: view.feed.id };
  }

  async function expectOpen(path: string): Promise<void> {
    expect((await followed(server, path)).lessons).toHaveLength(1);
  }

  it("with and without .ics it is the same calendar", async () => {
    const { path } = await aParent();
    const bare = await followed(server, path.replace(/\.ics$/, ""));
    expect(bare.text).toBe((await followed(server, path)).text);
  });

  it("stopped; the next address is another", async () => {
    const { path, ctx, feedId } = await aParent();
    await revokeCalendarFeed(ctx, feedId);
    await revokeCalendarFeed(ctx, feedId);
    await expectGone(path);
    expect((await getCalendarFeeds(ctx, ["FAMILY"]))[0]?.feed).toBeNull();
    expect(await feedPath(ctx, "FAMILY")).not.toBe(path);
    await expectGone(path);
  });

  it("changed for a new one, which is made once however often that is pressed", async () => {
    const { path, ctx, feedId } = await aParent();
    await Promise.all([1, 2, 3].map(() => renewCalendarFeed(ctx, feedId)));
    await expectGone(path);
    const renewed = await feedPath(ctx, "FAMILY");
    expect(renewed).not.toBe(path);
    await expectOpen(renewed);
    const { rows } = await superuserQuery(
      `SELECT action FROM audit_entry WHERE school_id = $1 AND actor_id = $2
         AND action LIKE 'notifications/%' ORDER BY id`,
      [ctx.schoolId, personOf(ctx)],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "notifications/calendar-feed.created",
      "notifications/calendar-feed.renewed",
    ]);
  });

  it("another person's address is nobody else's to stop or to change", async () => {
    const { path, feedId, admin, school } = await aParent();
    const rivals = [admin, contextOf(school, await aMember(school, { roles: ["PARENT"] }))];
    for (const rival of rivals) {
      await expect(revokeCalendarFeed(rival, feedId)).rejects.toBeInstanceOf(NotFound);
      await expect(renewCalendarFeed(rival, feedId)).rejects.toBeInstanceOf(NotFound);
    }
    await expectOpen(path);
  });

  it("its person's way into the school has ended", async () => {
    const { parent, path, admin } = await aParent();
    await endMembership(admin, parent.personId);
    await expectGone(path);
  });

  it("its person is what it was for no more, whatever else they have become", async () => {
    const { parent, path, admin } = await aParent();
    await changeRoles(admin, { personId: parent.personId, roles: ["ADMIN", "TEACHER"] });
    await expectGone(path);
  });

  it.each([
    ["sign-in is disabled", `UPDATE "user" SET disabled_at = now() WHERE id = $1`, "userId"],
    ["person is archived", "UPDATE person SET archived_at = now() WHERE id = $1", "personId"],
  ] as const)("its %s", async (_what, sql, key) => {
    const { parent, path } = await aParent();
    await superuserQuery(sql, [parent[key]]);
    await expectGone(path);
  });

  it("a new session elsewhere does not stop it: it is no session", async () => {
    const { parent, path } = await aParent();
    const sql = `UPDATE "user" SET session_version = session_version + 1 WHERE id = $1`;
    await superuserQuery(sql, [parent.userId]);
    await expectOpen(path);
  });
});

function personOf({ actor }: ReturnType<typeof contextOf>): string {
  return actor.kind === "member" ? actor.personId : "";
}
