import { expect, it } from "vitest";
import { inSchool } from "@/lib/db/in-school";
import { superuserQuery } from "@/lib/testing/database";
import { insertRow } from "@/lib/testing/insert-row";
import { aFamily, aGuardian, aPerson, systemContextOf } from "@/lib/testing/people-factory";
import { aSchool } from "@/lib/testing/school-factory";
import { findRecipients } from "./find-recipients";

it("Every guardian with sign-in is told; an emergency contact is data only", async () => {
  const school = await aSchool();
  const family = await aFamily(school);
  const email = (name: string) => `${name}@${school.slug}.example`;
  const named = (name: string) => ({ family, givenName: name, email: email(name) });
  await aGuardian(school, { ...named("other"), kind: "OTHER" });
  await aGuardian(school, { ...named("emergency"), kind: "EMERGENCY" });
  const left = await aGuardian(school, { ...named("left"), kind: "OTHER" });
  await superuserQuery("UPDATE membership SET disabled_at = now() WHERE person_id = $1", [
    left.personId,
  ]);
  const { personId } = await aPerson(school, { email: email("without-sign-in") });
  const keys = { schoolId: school.id, familyId: family.id };
  await insertRow("guardian", { ...keys, personId, kind: "OTHER" });
  await aGuardian(school, { ...named("elsewhere"), family: await aFamily(school), kind: "OTHER" });

  const primary = family.guardian.personId;
  await superuserQuery("UPDATE person SET email = $1 WHERE id = $2", [email("primary"), primary]);
  const told = await inSchool(systemContextOf(school), (db) =>
    findRecipients(db, "booking-cancelled", { studentIds: [family.students[0].id] }),
  );
  expect(told.recipients.map((one) => one.email).sort()).toEqual([
    email("other"),
    email("primary"),
  ]);
});
