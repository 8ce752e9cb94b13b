import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { invitePerson } from "@/lib/people/invite-person";
import { insertRow } from "@/lib/testing/insert-row";
import {
  aFamily,
  aPerson,
  systemContextOf,
  type TestFamily,
  type TestPerson,
} from "@/lib/testing/people-factory";
import { aSchool, type TestSchool } from "@/lib/testing/school-factory";
import { tellInvitation } from "./tell-invitation";

let school: TestSchool;
let person: TestPerson;

beforeEach(async () => {
  school = await aSchool();
  person = await aPerson(school, { email: `${newId()}@invited.example` });
});

async function becomes(kind: "OTHER" | "EMERGENCY", { id: familyId }: TestFamily): Promise<void> {
  const { personId } = person;
  await insertRow("guardian", { schoolId: school.id, familyId, personId, kind });
}

async function mailedWords(): Promise<string> {
  const ctx = systemContextOf(school);
  const { personId } = person;
  const invitationId = await invitePerson(ctx, { personId });
  const told = await tellInvitation.tell(ctx, { id: newId(), data: { personId, invitationId } });
  return JSON.stringify(told.map(({ mail }) => mail?.content));
}

describe("the email that invites a guardian", () => {
  it("names their children, and none of a family that they are an emergency contact of", async () => {
    await becomes("OTHER", await aFamily(school, { students: ["Mia", "Leo"] }));
    await becomes("EMERGENCY", await aFamily(school, { students: ["Zoltan"] }));
    const words = await mailedWords();
    expect(words).toContain("the lessons of Mia and Leo");
    expect(words).not.toContain("Zoltan");
  });
});
