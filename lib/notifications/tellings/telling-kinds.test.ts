import { describe, expect, it, test } from "vitest";
import type { Role } from "@/lib/school-context";
import { OPTIONAL_MAIL } from "../choices/optional-mail";
import { factsOfKind, mailForRoles, optionalKindOf, TELLING_KINDS } from "./telling-kinds";

describe("the mail that somebody can get at all", () => {
  const choicesOf = (...roles: Role[]) => [...mailForRoles(roles).choices].sort();

  it("offers the choices about booking and lessons to guardians", () => {
    expect(choicesOf("PARENT")).toEqual(["lesson-reminder", "unbooked-reminder", "window-opened"]);
  });

  it("offers students and admins nothing that only guardians are sent", () => {
    expect(choicesOf("STUDENT")).toEqual([]);
    expect(choicesOf("ADMIN")).toEqual([]);
    expect(mailForRoles(["STUDENT"]).always).toEqual([
      "The school changed the schedule.",
      "Invitations, your password and your API tokens.",
    ]);
  });

  it("offers teachers the choice about the booked lessons that they teach", () => {
    expect(choicesOf("TEACHER")).toEqual(["teacher-lesson"]);
  });

  it("is that of all roles together for who has several", () => {
    expect(choicesOf("ADMIN", "PARENT")).toEqual(choicesOf("PARENT"));
  });
});

test("Every choice that is offered stands for a kind that is sent, and the other way round", () => {
  const used = new Set(Object.values(TELLING_KINDS).flatMap(({ choice }) => choice ?? []));
  expect([...used].sort()).toEqual(OPTIONAL_MAIL.map(({ kind }) => kind).sort());
});

test("A kind that is not known any more can neither be turned off nor is it known", () => {
  expect(optionalKindOf("toString")).toBeNull();
  expect(factsOfKind("constructor")).toBeNull();
});
