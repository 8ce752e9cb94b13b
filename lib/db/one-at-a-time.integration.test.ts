import { expect, it, vi } from "vitest";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aSchool } from "@/lib/testing/school-factory";
import { inSchool } from "./in-school";

it("a page of a list asks for its relations one after another, as one connection can answer", async () => {
  const school = await aSchool();
  const { students } = await aFamily(school);
  const warn = vi.spyOn(process, "emitWarning");
  const found = await inSchool(contextOf(school, await anAdmin(school)), (db) =>
    db.student.findMany({
      cursor: { schoolId_id: { schoolId: school.id, id: students[0].id } },
      select: { person: true, family: true, enrolments: true, reservations: true },
    }),
  );
  expect(found).toMatchObject([{ enrolments: [], reservations: [] }]);
  expect(warn).not.toHaveBeenCalled();
});
