import { expect, it } from "vitest";
import { appQuery, superuserQuery, useChangedCopy, WITHOUT_POLICIES } from "./database";
import { aFamily } from "./people-factory";
import { aSchool } from "./school-factory";

await useChangedCopy(WITHOUT_POLICIES);

it("lets a test file work on a copy of its own, here one without policies", async () => {
  const { rows } = await superuserQuery("SELECT current_database() AS name");
  expect(String(rows[0]?.name)).toMatch(/_copy_1$/);
  await aFamily(await aSchool());
  expect((await appQuery(null, "SELECT 1 FROM person")).rowCount).toBeGreaterThan(0);
});
