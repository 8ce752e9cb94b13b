import { expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { superuserQuery } from "@/lib/testing/database";
import { aLessonWorld } from "@/lib/testing/lesson-world";
import { setContactEmail } from "@/lib/testing/mail-factory";
import { aGuardian, aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { date, insertRow } from "@/lib/testing/insert-row";
import { getInvitationOutcome, getOwnMailOutcome } from "../get-mail-outcome";
import { getNotified } from "./get-notified";
import { invitationText, ownMailText } from "./notified-words";

it("Whom to call is the family; a student alone where nobody of it signs in or has a phone", async () => {
  const { ctx, people, school } = await aLessonWorld();
  const studentIds = [people.mia, people.leo, people.kim, people.ada].map(({ id }) => id);
  const named = async () => {
    const notified = await getNotified(ctx, [{ kind: "lessons-changed", studentIds }]);
    expect(notified.reached).toMatchObject({ PARENT: 1, STUDENT: 1 });
    return notified.withoutSignIn.map(({ role, name }) => `${role} ${name.split(" ")[0]}`).sort();
  };
  const setPhone = (phone: string | null) =>
    superuserQuery(
      `UPDATE person SET phone = $2 WHERE school_id = $1 AND id IN (
         SELECT g.person_id FROM guardian g JOIN family f ON f.id = g.family_id
          WHERE f.school_id = $1 AND f.name = 'Huang')`,
      [school.id, phone],
    );
  await setPhone("0491 570 156");
  expect(await named()).toEqual(["PARENT Huang", "PARENT Lovelace"]);
  await setPhone(null);
  expect(await named()).toEqual(["PARENT Huang", "PARENT Lovelace", "STUDENT Kim"]);
});

it("An email that cannot go to somebody is not said to be on its way", async () => {
  const school = await aSchool();
  const family = await aFamily(school);
  const email = `here@${school.slug}.example`;
  const guardian = await aGuardian(school, { family, kind: "OTHER", email });
  await setContactEmail(guardian, email);
  const ctx = contextOf(school, { ...guardian, roles: ["PARENT"] });
  const admin = contextOf(school, await anAdmin(school));
  const said = async () => [
    ownMailText(await getOwnMailOutcome(ctx, "booking-confirmed")),
    invitationText(await getInvitationOutcome(admin, guardian.personId)),
  ];
  expect(await said()).toEqual([
    "An email with the calendar file is on its way to you.",
    "The invitation is on its way by email.",
  ]);
  const blocked = { id: newId(), email, reason: "BOUNCE", detail: "550 No" };
  await insertRow("mail_suppression", {
    ...{ ...blocked, schoolId: school.id, createdAt: date(TEST_NOW) },
  });
  expect(await said()).toEqual([
    "No email goes to you (address blocked). You can add it to your calendar here.",
    "Invited, but no email goes out (address blocked). Correct the address and invite them again.",
  ]);
});
