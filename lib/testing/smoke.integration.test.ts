import { expect, it } from "vitest";
import { appQuery, ownerQuery, superuserQuery, systemQuery } from "./database";
it("gives each worker a migrated database of its own", async () => {
  console.log((await superuserQuery("SELECT current_database(), version()")).rows, process.env.DATABASE_URL);
  expect((await appQuery(null, "SELECT 1 FROM person")).rows).toEqual([]);
  expect((await ownerQuery("SELECT 1 FROM person")).rows).toEqual([]);
  expect((await systemQuery("SELECT 1 FROM person")).rows).toEqual([]);
});
