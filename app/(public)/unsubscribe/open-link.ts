import { systemContext } from "@/lib/auth/system-context";
import type { PersonId } from "@/lib/ids";
import { openUnsubscribeToken } from "@/lib/notifications/choices/make-unsubscribe-link";
import type { OptionalMailKind } from "@/lib/notifications/choices/optional-mail";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";

export type OpenLink = { ctx: SchoolContext; personId: PersonId; kind: OptionalMailKind };

/** Whose mail an unsubscribe link turns off, in which school; null when the link is not ours. */
export async function openLink(token: string): Promise<OpenLink | null> {
  const target = openUnsubscribeToken(token);
  if (target === null) return null;
  const { schoolId, personId, kind } = target;
  try {
    return { ctx: await systemContext(schoolId), personId, kind };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
