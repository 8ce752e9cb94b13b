import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/school-context";
import { actorMay, areasOf, isInOwnArea, rolesMay, type Permission } from "./permissions";

const MAY: Record<Role, readonly Permission[]> = {
  ADMIN: [
    "member",
    "school:read",
    "school:write",
    "schedule:read",
    "schedule:write",
    "people:read",
    "people:write",
    "booking:read",
    "booking:write",
    "booking:override",
    "roll:write",
  ],
  TEACHER: ["member", "school:read", "schedule:read", "people:read", "roll:write"],
  PARENT: ["member", "booking:read", "booking:write", "family:area"],
  STUDENT: ["member", "booking:read", "student:area"],
};
const ALL = [...new Set(Object.values(MAY).flat())];

describe("who may do what", () => {
  it.each(Object.keys(MAY) as Role[])("%s", (role) => {
    expect(ALL.filter((permission) => rolesMay([role], permission)).sort()).toEqual(
      [...MAY[role]].sort(),
    );
  });

  it("a person of two roles may do what either may", () => {
    expect(rolesMay(["TEACHER", "PARENT"], "booking:write")).toBe(true);
    expect(rolesMay(["TEACHER", "PARENT"], "school:write")).toBe(false);
  });

  it("a member without a role may do nothing, the program itself everything", () => {
    expect(ALL.some((permission) => rolesMay([], permission))).toBe(false);
    expect(ALL.every((permission) => actorMay({ kind: "system" }, permission))).toBe(true);
  });

  it("the widest area comes first", () => {
    expect(areasOf(["STUDENT", "PARENT", "ADMIN"])).toEqual(["admin", "family", "student"]);
  });

  it("an address is in an own area when its first part is one", () => {
    expect(isInOwnArea("teach?date=2026-11-30", ["TEACHER"])).toBe(true);
    expect(isInOwnArea("family/bookings/1", ["PARENT", "ADMIN"])).toBe(true);
    expect(isInOwnArea("family", ["PARENT"])).toBe(true);
    expect(isInOwnArea("admin/desk", ["PARENT"])).toBe(false);
    expect(isInOwnArea("familiar", ["PARENT"])).toBe(false);
    expect(isInOwnArea("teach", [])).toBe(false);
  });
});
