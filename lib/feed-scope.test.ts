import { describe, expect, it } from "vitest";
import { rolesMay, type Permission } from "./auth/permissions";
import { rolesReading, type FeedScope } from "./feed-scope";
import type { Role } from "./school-context";

const ROLES: readonly Role[] = ["ADMIN", "TEACHER", "PARENT", "STUDENT"];

describe("who may subscribe to which calendar", () => {
  it.each<[FeedScope, Permission]>([
    ["SCHOOL", "schedule:read"],
    ["FAMILY", "family:area"],
    ["STUDENT", "student:area"],
  ])("%s: whoever reads it on screen, by %s", (scope, permission) => {
    expect(rolesReading(scope, ROLES)).toEqual(
      ROLES.filter((role) => rolesMay([role], permission)),
    );
  });

  it("own lessons of a teacher: teachers alone, who act in it as nothing else", () => {
    expect(rolesReading("TEACHER", ROLES)).toEqual(["TEACHER"]);
  });

  it("an admin at home reads the family's calendar as a parent", () => {
    expect(rolesReading("FAMILY", ["ADMIN", "PARENT"])).toEqual(["PARENT"]);
    expect(rolesReading("FAMILY", ["ADMIN"])).toEqual([]);
  });
});
