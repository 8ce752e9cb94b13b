import { expect, it } from "vitest";
import { aSchool } from "@/lib/testing/school-factory";
import { anAdmin, contextOf } from "@/lib/testing/people-factory";
import { inSchool } from "@/lib/db/in-school";
it("lib/db sees the worker's database", async () => {
  const school = await aSchool(); const ctx = contextOf(school, await anAdmin(school));
  const rows = await inSchool(ctx, (db) => db.person.findMany());
  expect(rows).toHaveLength(1);
});
it("planted", () => { expect(1).toBe(2); });
