import { describe, expect, it } from "vitest";
import { listSchoolsDue } from "@/lib/auth/list-schools-due";
import { systemQuery } from "@/lib/testing/database";
import { aHybridCourse } from "@/lib/testing/scheduling-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { asSystem } from "./system";

describe("what the system role may see of a course", () => {
  it("is enough to know which schools have a booking window to announce", async () => {
    const [due, later] = [await aSchool(), await aSchool()];
    await aHybridCourse(due, { windowOpensAt: TEST_NOW });
    await aHybridCourse(later, { windowOpensAt: null });
    const schools = await listSchoolsDue.windowOpened(TEST_NOW);
    expect(schools).toContain(due.id);
    expect(schools).not.toContain(later.id);
  });

  it("is nothing else: no name, no teacher, no price", async () => {
    for (const column of ["name", "teacher_id", "group_price_minor", "*"]) {
      await expect(systemQuery(`SELECT ${column} FROM course`)).rejects.toThrow(
        "permission denied",
      );
    }
    const set = "UPDATE course SET window_announced_at = now()";
    await expect(asSystem((db) => db.$executeRawUnsafe(set))).rejects.toThrow("permission denied");
  });
});
