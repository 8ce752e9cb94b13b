import { dayFromDate, type Day } from "@/lib/time/day";

/** The school's record of how to reach a person. */
export type PersonContact = {
  givenName: string;
  familyName: string;
  email: string | null;
  phone: string | null;
  bornOn: Day | null;
};

export const CONTACT_COLUMNS = {
  givenName: true,
  familyName: true,
  email: true,
  phone: true,
  bornOn: true,
} as const;

type ContactRow = Omit<PersonContact, "bornOn"> & { bornOn: Date | null };

export function contactOf(person: ContactRow): PersonContact {
  const { givenName, familyName, email, phone, bornOn } = person;
  return { givenName, familyName, email, phone, bornOn: bornOn && dayFromDate(bornOn) };
}
