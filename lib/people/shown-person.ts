import type { Shown } from "@/lib/values/shown-record";
import type { GuardianKind, NewPerson } from "./people.schema";

export type ContactField = "givenName" | "familyName" | "email" | "phone" | "bornOn";
export type ShownContact = Shown<ContactField>;
export type ShownTeacher = Shown<ContactField | "instruments">;

/** Contact data as its form shows it. */
export function contactShown(person: NewPerson): ShownContact {
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    email: person.email ?? "",
    phone: person.phone ?? "",
    bornOn: person.bornOn ?? "",
  };
}

export function teacherShown(
  teacher: NewPerson & { instruments: readonly string[] },
): ShownTeacher {
  return { ...contactShown(teacher), instruments: teacher.instruments.join(", ") };
}

export function familyShown({ name }: { name: string }): Shown<"name"> {
  return { name };
}

export function guardianShown({ kind }: { kind: GuardianKind }): Shown<"kind"> {
  return { kind };
}
