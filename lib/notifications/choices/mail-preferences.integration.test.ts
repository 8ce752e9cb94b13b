import { beforeEach, describe, expect, it } from "vitest";
import { inSchool } from "@/lib/db/in-school";
import { NotFound } from "@/lib/refusal";
import { superuserQuery } from "@/lib/testing/database";
import {
  aFamily,
  aGuardian,
  contextOf,
  systemContextOf,
  type TestMember,
} from "@/lib/testing/people-factory";
import { aSchool, type TestSchool } from "@/lib/testing/school-factory";
import { mailForRoles } from "../tellings/telling-kinds";
import { findMailBars } from "./find-mail-bars";
import { getMailPreferences } from "./get-mail-preferences";
import { OPTIONAL_MAIL } from "./optional-mail";
import { setMailPreferences } from "./set-mail-preferences";

let school: TestSchool;
let ana: TestMember;
let ben: TestMember;

beforeEach(async () => {
  school = await aSchool();
  const family = await aFamily(school);
  ana = family.guardian;
  ben = await aGuardian(school, { family, kind: "OTHER" });
});

const { choices: OF_GUARDIANS } = mailForRoles(["PARENT"]);
const ALL = OPTIONAL_MAIL.map(({ kind }) => kind).filter((kind) => OF_GUARDIANS.has(kind));

async function wanted(member: TestMember): Promise<string[]> {
  const preferences = await getMailPreferences(contextOf(school, member));
  return preferences.choices.filter((each) => each.wanted).map(({ kind }) => kind);
}

describe("which mail a person wants", () => {
  it("is all of it until they say otherwise, and then what they said, for them alone", async () => {
    expect(await wanted(ana)).toEqual(ALL);
    await setMailPreferences(contextOf(school, ana), {
      shown: ALL,
      ticked: ALL,
      wanted: ["window-opened"],
    });
    expect(await wanted(ana)).toEqual(["window-opened"]);
    expect(await wanted(ben)).toEqual(ALL);
    await setMailPreferences(contextOf(school, ana), {
      ...{ shown: ALL, ticked: ["window-opened"], wanted: ALL },
    });
    expect(await wanted(ana)).toEqual(ALL);
  });

  it("stays as it is for a kind that the form did not show", async () => {
    await setMailPreferences(contextOf(school, ana), {
      ...{ shown: ["lesson-reminder"], ticked: ["lesson-reminder"], wanted: [] },
    });
    expect(await wanted(ana)).toEqual(["unbooked-reminder", "window-opened"]);
  });

  it("is not what an older form shows: only what was changed in it is taken", async () => {
    const ctx = contextOf(school, ana);
    await setMailPreferences(ctx, { shown: ALL, ticked: ALL, wanted: ["unbooked-reminder"] });
    const older = { shown: ALL, ticked: ALL };
    await setMailPreferences(ctx, {
      ...older,
      wanted: ALL.filter((kind) => kind !== "unbooked-reminder"),
    });
    expect(await wanted(ana)).toEqual([]);
  });

  it("is held before a mail is sent; what nobody can turn off is always wanted", async () => {
    await setMailPreferences(contextOf(school, ana), { shown: ALL, ticked: ALL, wanted: [] });
    const wants = (kind: string, { personId }: TestMember = ana) =>
      inSchool(systemContextOf(school), async (db) => {
        const bars = await findMailBars(db, kind, [{ personId, email: "a@family.example" }]);
        return !bars.has(personId);
      });
    expect(await wants("lesson-reminder")).toBe(false);
    expect(await wants("window-closing")).toBe(false);
    expect(await wants("lesson-reminder", ben)).toBe(true);
    expect(await wants("password-reset")).toBe(true);
  });

  it("is in the audit trail when it changes, and only then", async () => {
    const save = () =>
      setMailPreferences(contextOf(school, ana), { shown: ALL, ticked: ALL, wanted: [] });
    await Promise.all([save(), save()]);
    await save();
    const { rows } = await superuserQuery(
      "SELECT actor_id, subject_id FROM audit_entry WHERE school_id = $1",
      [school.id],
    );
    expect(rows).toEqual([{ actor_id: ana.personId, subject_id: ana.personId }]);
  });

  it("is a person's: the program itself has none", async () => {
    const ctx = systemContextOf(school);
    await expect(getMailPreferences(ctx)).rejects.toThrow(NotFound);
    await expect(setMailPreferences(ctx, { shown: ALL, ticked: ALL, wanted: [] })).rejects.toThrow(
      NotFound,
    );
  });
});
