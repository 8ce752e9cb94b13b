import { expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { getCourseDesk } from "@/lib/booking/desk/get-course-desk";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool } from "@/lib/testing/school-factory";
import { plusMinutes } from "@/lib/time/instant";
import { remindUnbooked } from "./remind-unbooked";

async function aCourseToBook() {
  const school = await aSchool();
  const admin = contextOf(school, await anAdmin(school, { givenName: "Robin" }));
  const course = await aHybridCourse(school, { plan: "GGGIGGGGGG" });
  const enrolment = await anEnrolment(course, (await aFamily(school)).students[0]);
  const after = (minutes: number) => ({ ...admin, now: plusMinutes(admin.now, minutes) });
  const remind = (minutes: number) =>
    remindUnbooked(after(minutes), { courseId: course.id, requestKey: newId() });
  const reminded = async (minutes: number) =>
    (await getCourseDesk(after(minutes), course.id)).reminded;
  return { admin, enrolment, remind, reminded };
}

it("Families that were reminded are not reminded again within the hour, and the page says by whom", async () => {
  const { admin, enrolment, remind, reminded } = await aCourseToBook();
  expect(await reminded(0)).toBeNull();
  expect(await remind(0)).toEqual({ enrolmentIds: [enrolment.id] });
  await expect(remind(59)).rejects.toMatchObject({
    code: "reminded-lately",
    details: { by: expect.stringMatching(/^ by Robin /) },
  });
  expect(await reminded(59)).toMatchObject({ at: admin.now, tooSoon: true });
  expect(await reminded(60)).toMatchObject({ tooSoon: false });
  expect(await remind(60)).toEqual({ enrolmentIds: [enrolment.id] });
});

it("Of two admins who press at the same moment one reminds", async () => {
  const { remind } = await aCourseToBook();
  const presses = await Promise.allSettled([remind(0), remind(0)]);
  expect(presses.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});
