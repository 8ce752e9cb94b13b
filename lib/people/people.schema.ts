import { z } from "zod";
import type { PersonId } from "@/lib/ids";
import { parseDay, type Day } from "@/lib/time/day";

const name = z.string().trim().min(1, "Please fill this in.").max(80, "That is too long.");

/** Text that may be left empty; empty is null. */
function optional(text: z.ZodString) {
  return z
    .union([z.literal(""), text])
    .nullish()
    .transform((value) => (value ? value : null));
}

const email = optional(
  z.string().trim().toLowerCase().max(254).regex(z.regexes.email, "That is no e-mail address."),
);
const phone = optional(
  z
    .string()
    .trim()
    .max(40)
    .regex(/^\+?[\d ()-]{5,}$/, "Use digits, spaces and a leading +."),
);
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

const instrumentName = z.string().trim().toLowerCase().min(1).max(40);

/** "piano, guitar" or a list. */
const instrumentsSchema = z
  .union([z.string().transform((text) => text.split(",")), z.array(z.string())])
  .transform((names) => names.map((each) => each.trim()).filter((each) => each !== ""))
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

export const guardianSchema = contactSchema.extend({
  kind: guardianKindSchema,
  same: samePerson,
});

const on = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || value === "on");

/** A new family: its primary guardian, who may be the one who learns. */
export const newFamilySchema = contactSchema.extend({ learnsToo: on, same: samePerson });
