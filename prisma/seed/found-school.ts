import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { foundingContext } from "@/lib/auth/founding-context";
import { systemContext } from "@/lib/auth/system-context";
import { createSchool, type FirstAdmin } from "@/lib/people/create-school";
import type { SchoolSettings } from "@/lib/school/school.schema";
import { getSchoolSettings } from "@/lib/school/get-school-settings";
import { updateSchoolSettings } from "@/lib/scheduling/update-school-settings";
import type { Instant } from "@/lib/time/instant";
import { acceptFor } from "./accounts";
import { at, seedingOf, setUpDay, type Seeding } from "./seeding";

type NewSchool = Parameters<typeof foundingContext>[0];

type Founding = {
  school: NewSchool;
  admin: FirstAdmin;
  settings: Partial<SchoolSettings>;
  passwordHash: string;
  /** Of the generator of names and choices. */
  seed: number;
};

/** The school with its settings and its first admin, who can sign in. */
export async function foundSchool(founding: Founding, now: Instant): Promise<Seeding> {
  const blank = seedingOf(foundingContext(founding.school, now), now, founding.seed);
  const then = at(blank, setUpDay(blank), "08:00");
  const { invitationId } = await createSchool(then, founding.admin);
  await acceptFor(then, invitationId, founding.passwordHash);
  const ctx = await systemContext(then.schoolId, { now: then.now });
  const {
    currency: _currency,
    locale: _locale,
    frozen: _frozen,
    ...settings
  } = await getSchoolSettings(ctx);
  await updateSchoolSettings(ctx, {
    settings: { ...settings, ...founding.settings },
    basedOn: AS_IT_STANDS,
  });
  return { ...blank, ctx: await systemContext(ctx.schoolId, { now }) };
}
