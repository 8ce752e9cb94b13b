import { randomBytes } from "node:crypto";
import { asSystem, type SystemDb } from "@/lib/db/system";
import { normaliseEmail } from "@/lib/email-address";
import { recordAuditAsSystem } from "@/lib/events/record-as-system";
import { newId, type SchoolId, type UserId } from "@/lib/ids";
import { tokenHash } from "@/lib/link-token";
import { NotFound } from "@/lib/refusal";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import { membershipsOf } from "./memberships";

/** A bearer token for a member of one school; shown once, only its hash is kept. Throws NotFound. */
export async function issueApiToken(email: string, slug: string, now: Instant): Promise<string> {
  const token = `mnm_${randomBytes(32).toString("base64url")}`;
  await asSystem(async (db) => {
    const where = { email: normaliseEmail(email) ?? "", disabledAt: null };
    const user = await db.user.findUnique({ where });
    const memberships = user === null ? [] : await membershipsOf(db, user.id as UserId);
    const membership = memberships.find((each) => each.slug === slug);
    if (user === null || membership === undefined) throw new NotFound("member");
    const { schoolId, personId } = membership;
    await addToken(db, { schoolId, userId: user.id, token, now });
    const entry = { action: "auth/api-token.issued", data: { personId } };
    await recordAuditAsSystem(db, { schoolId, personId, now }, entry);
  });
  return token;
}

type NewToken = { schoolId: SchoolId; userId: string; token: string; now: Instant };

async function addToken(db: SystemDb, { schoolId, userId, token, now }: NewToken): Promise<void> {
  await db.apiToken.createMany({
    data: [
      {
        schoolId,
        id: newId(),
        userId,
        name: "command line",
        tokenHash: tokenHash(token),
        createdAt: dateFromInstant(now),
      },
    ],
  });
}
