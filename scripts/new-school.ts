import { parseArgs } from "node:util";
import { z } from "zod";
import { normaliseEmail } from "@/lib/values/email-address";
import { asTimeZone, isTimeZone } from "@/lib/time/zone";
import { lineText, nameText } from "@/lib/values/typed-text";
import { Trouble } from "@/scripts/trouble";

const USAGE =
  'npm run school:create -- --slug harbour --name "Harbour Music" --time-zone Australia/Sydney ' +
  '--currency AUD --locale en-AU --admin "Kim Lee" --email kim@harbour.example';

/** First parts of addresses that the site itself uses. */
const OWN_ADDRESSES = new Set([
  "account",
  "api",
  "forgot-password",
  "invitation",
  "reset-password",
  "schools",
  "sign-in",
]);

const newSchoolShape = z.object({
  slug: z
    .string("is missing")
    .regex(/^[a-z0-9](-?[a-z0-9])*$/, "takes small letters, digits and single hyphens")
    .refine((slug) => !OWN_ADDRESSES.has(slug), "is an address of the site itself"),
  name: z.string("is missing").pipe(nameText(80, "is empty")),
  "time-zone": z
    .string("is missing")
    .refine(isTimeZone, "must be a zone such as Australia/Sydney")
    .transform(asTimeZone),
  currency: z
    .string("is missing")
    .refine(
      (code) => Intl.supportedValuesOf("currency").includes(code),
      "must be a code such as AUD",
    ),
  locale: z.string("is missing").refine(isLocale, "must be a code such as en-AU"),
  admin: z
    .string("is missing")
    .pipe(lineText(160).regex(/\S \S/, "needs a given and a family name")),
  email: z
    .string("is missing")
    .refine((text) => normaliseEmail(text) !== null, "must be the first admin's email address"),
});

/** The school and its first admin from the command line. Throws Trouble naming what is wrong. */
export function readNewSchool(args: string[]) {
  const { slug, name, currency, locale, admin, email, ...rest } = parse(args);
  const [givenName = "", ...familyNames] = admin.split(" ");
  return {
    school: { slug, name, timeZone: rest["time-zone"], currency, locale },
    admin: { givenName, familyName: familyNames.join(" "), email },
  };
}

function parse(args: string[]) {
  const option = { type: "string" } as const;
  const options = Object.fromEntries(
    Object.keys(newSchoolShape.shape).map((name) => [name, option]),
  );
  try {
    return newSchoolShape.parse(parseArgs({ args, options }).values);
  } catch (error) {
    const reasons =
      error instanceof z.ZodError
        ? error.issues.map((issue) => `--${String(issue.path[0])} ${issue.message}`)
        : [error instanceof Error ? error.message : String(error)];
    throw new Trouble(`${reasons.join("; ")}. Say: ${USAGE}`);
  }
}

function isLocale(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1;
  } catch {
    return false;
  }
}
