import { z } from "zod";
import { emailAddress } from "@/lib/values/email-address";
import type { PersonId } from "@/lib/ids";
import { phoneNumber } from "@/lib/values/phone-number";
import { parseDay, type Day } from "@/lib/time/day";
import { cleanLine, nameText } from "@/lib/values/typed-text";

const name = nameText(80);

/** Text that may be left empty; empty is null. */
function optional(text: z.ZodString) {
  return text.nullish().transform((value) => (value ? value : null));
}

const email = optional(emailAddress);
const phone = optional(phoneNumber);
const day = z
  .string()
  .nullish()
  .transform((text, check): Day | null => {
    if (!text) return null;
    const parsed = parseDay(text);
    if (parsed === null)
      check.issues.push({ code: "custom", message: "That is no date.", input: text });
    return parsed;
  });

/** A person's contact data: the school's record. */
export const contactSchema = z.object({
  givenName: name,
  familyName: name,
  email,
  phone,
  bornOn: day,
});

const instrumentName = nameText(40).toLowerCase();

/** "piano, guitar" or a list. */
const instrumentsSchema = z
  .union([z.string().transform((text) => text.split(",")), z.array(z.string())])
  .transform((names) => names.map(cleanLine).filter((each) => each !== ""))
  .pipe(z.array(instrumentName).max(20))
  .transform((names) => [...new Set(names)].sort());

export const guardianKindSchema = z.enum(["PRIMARY", "OTHER", "EMERGENCY"]);
export type GuardianKind = z.infer<typeof guardianKindSchema>;

export const teacherSchema = contactSchema.extend({ instruments: instrumentsSchema });

export const familyNameSchema = name;

/** What is known of a person; what is left out is not known. */
export type NewPerson = {
  givenName: string;
  familyName: string;
  email?: string | null;
  phone?: string | null;
  bornOn?: Day | null;
};

/** An id in a form; what it names is looked up inside the school. */
export function idInput<Id extends string>() {
  return z.uuid("Choose one.").transform((id) => id.toLowerCase() as Id);
}

/** The answer to "is this somebody the school knows?": who it is, or nobody; none yet where it is left out. */
const samePerson = z.union([z.literal("nobody"), idInput<PersonId>()]).optional();
export type SamePerson = NonNullable<z.output<typeof samePerson>>;

/** Somebody who is typed in, and may be known already. */
export const newPersonSchema = contactSchema.extend({ same: samePerson });
export const guardianSchema = newPersonSchema.extend({ kind: guardianKindSchema });
export const newTeacherSchema = newPersonSchema.extend({ instruments: instrumentsSchema });

const on = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || value === "on");

/** A new family: its primary guardian, who may be the one who learns. */
export const newFamilySchema = newPersonSchema.extend({ learnsToo: on });
