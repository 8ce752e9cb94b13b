import { beforeAll, describe, expect, it } from "vitest";
import type { SchoolContext } from "@/lib/school-context";
import { superuserQuery } from "@/lib/testing/database";
import { anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aSchool } from "@/lib/testing/school-factory";
import { contactSchema, familyNameSchema } from "./people.schema";
import { choosePerson } from "./choose-person";
import { createFamily } from "./create-family";
import { listFamilies } from "./list-families";
import { listStudents } from "./list-students";

/** Given name, family name, email address, phone, as they are typed. */
const PEOPLE = [
  ["Zoë", "Müller", "zoe@home.example", "+61 491 570 156"],
  ["Łukasz", "Đỗ-Smith", "", "(02) 9555.0100 ext 3"],
  ["Thị Anh", "Nguye\u0302\u0303n", "anh@nguyen.example", ""],
  ["Sean", "O’Brien", "sean_o@home.example", "021 123 4567"],
  ["Ümit", "Yıldız", "", "09 123 4567"],
  ["Bjørn", "Æsir", "100%@home.example", ""],
  ["علی", "رضایی", "", ""],
  ["Straße", "Groß", "", ""],
  ["Νίκος", "Παπάς", "", ""],
  ["Anna", "Li Anne", "", ""],
  ["Zed", "Li", "", ""],
] as const;

let ctx: SchoolContext;

beforeAll(async () => {
  const school = await aSchool();
  ctx = contextOf(school, await anAdmin(school));
  for (const [givenName, familyName, email, phone] of PEOPLE) {
    const person = contactSchema.parse({ givenName, familyName, email, phone });
    const guardians = [{ ...person, kind: "PRIMARY" as const }];
    const name = familyNameSchema.parse(familyName);
    await createFamily(ctx, { name, guardians, students: [person] });
  }
});

async function found(search: string): Promise<string[]> {
  return (await listStudents(ctx, { search })).rows.map(({ name }) => name);
}

describe("a search for people", () => {
  it.each([
    ["zoe", "Zoë Müller"],
    ["ZOË", "Zoë Müller"],
    ["muller", "Zoë Müller"],
    ["mu\u0308ller zoe", "Zoë Müller"],
    ["lukasz", "Łukasz Đỗ-Smith"],
    ["do-smith", "Łukasz Đỗ-Smith"],
    ["do\u2013smith", "Łukasz Đỗ-Smith"],
    ["Do\u2010Smith, Lukasz", "Łukasz Đỗ-Smith"],
    ["Müller, Zoë", "Zoë Müller"],
    ["ΝΙΚΟΣ", "Νίκος Παπάς"],
    ["νικοσ παπασ", "Νίκος Παπάς"],
    ["علي", "علی رضایی"],
    ["nguyen", "Thị Anh Nguyễn"],
    ["nguyễn", "Thị Anh Nguyễn"],
    ["nguye\u0302\u0303n thi", "Thị Anh Nguyễn"],
    ["o'brien", "Sean O’Brien"],
    ["O’Brien", "Sean O’Brien"],
    ["obrien", "Sean O’Brien"],
    ["umit yildiz", "Ümit Yıldız"],
    ["bjorn aesir", "Bjørn Æsir"],
    ["علی", "علی رضایی"],
    ["strasse gross", "Straße Groß"],
    ["\u202Azoe\u200B", "Zoë Müller"],
  ])("for %j finds %s and nobody else", async (search, name) => {
    expect(await found(search)).toEqual([name]);
  });

  it.each([
    ["0491 570 156", "Zoë Müller"],
    ["+61491570156", "Zoë Müller"],
    ["0491-570-156", "Zoë Müller"],
    ["570 156", "Zoë Müller"],
    ["+64 9 123 4567", "Ümit Yıldız"],
    ["0064 9 1234567", "Ümit Yıldız"],
    ["02 9555 0100", "Łukasz Đỗ-Smith"],
    ["+64 21 123 4567", "Sean O’Brien"],
  ])("for the phone number %j finds %s", async (search, name) => {
    expect(await found(search)).toEqual([name]);
  });

  it("takes % and _ for letters", async () => {
    expect(await found("%")).toEqual(["Bjørn Æsir"]);
    expect(await found("_")).toEqual(["Sean O’Brien"]);
    expect(await found("sean_o")).toEqual(["Sean O’Brien"]);
    expect(await found("z%e")).toEqual([]);
    expect(await found("\\")).toEqual([]);
  });

  it("finds families by their name, their people and a phone number alike", async () => {
    for (const search of ["muller", "Zoë", "0491570156"]) {
      const { rows } = await listFamilies(ctx, { search });
      expect(rows.map(({ name }) => name)).toEqual(["Müller"]);
    }
  });
});

it("A list of people is in the order of family names without marks, Li before Li Anne", async () => {
  expect(await found("")).toEqual([
    "Bjørn Æsir",
    "Łukasz Đỗ-Smith",
    "Straße Groß",
    "Zed Li",
    "Anna Li Anne",
    "Zoë Müller",
    "Thị Anh Nguyễn",
    "Sean O’Brien",
    "Ümit Yıldız",
    "Νίκος Παπάς",
    "علی رضایی",
  ]);
});

it("The same name in another spelling is a question to the admin, with what tells people apart", async () => {
  const typed = { givenName: "zoe", familyName: "Muller", email: null };
  const asked = choosePerson(ctx, typed, { kind: "guardian" });
  await expect(asked).rejects.toMatchObject({
    code: "person-known",
    details: { names: expect.stringContaining("Zoë Müller (guardian of family Müller, zoe@") },
  });
  const nobody = { ...typed, same: "nobody" as const };
  expect(await choosePerson(ctx, nobody, { kind: "guardian" })).toBeNull();
  const other = { ...typed, givenName: "Zo" };
  expect(await choosePerson(ctx, other, { kind: "guardian" })).toBeNull();
});

it("The key follows the name by itself, whoever writes it", async () => {
  const { rows } = await superuserQuery(
    `UPDATE person SET given_name = 'Ëlla' WHERE school_id = $1 AND given_name = 'Zed'
     RETURNING name_key`,
    [ctx.schoolId],
  );
  expect(rows).toEqual([{ name_key: "li  ella" }, { name_key: "li  ella" }]);
});
