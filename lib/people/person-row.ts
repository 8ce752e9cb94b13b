import { newId, type PersonId } from "@/lib/ids";
import { dateFromDay } from "@/lib/time/day";
import type { NewPerson } from "./people.schema";

/** A person as the table keeps it, with a fresh id. */
export function personRow(person: NewPerson) {
  return { id: newId<PersonId>(), ...contactColumns(person) };
}

export function contactColumns(person: NewPerson) {
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    email: person.email ?? null,
    phone: person.phone ?? null,
    bornOn: person.bornOn ? dateFromDay(person.bornOn) : null,
  };
}

export function fullName(person: { givenName: string; familyName: string }): string {
  return `${person.givenName} ${person.familyName}`;
}
