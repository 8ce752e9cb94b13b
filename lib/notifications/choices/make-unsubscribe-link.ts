import { env } from "@/lib/env";
import { parseId, type PersonId, type SchoolId } from "@/lib/ids";
import { openSignedToken, signedToken } from "@/lib/link-token";
import { isOptionalKind, type OptionalMailKind } from "./optional-mail";

/** Whose mail of which kind a link turns off. */
export type UnsubscribeTarget = {
  schoolId: SchoolId;
  personId: PersonId;
  kind: OptionalMailKind;
};

export type UnsubscribeLink = {
  /** For people: a page that asks first. */
  pageUrl: string;
  /** For mail programs (RFC 8058): they post to it, and that is all. */
  headers: { "List-Unsubscribe": string; "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
};

/**
 * The way out of one kind of mail, for one person of one school. It never expires, opens nothing else,
 * and there is none for mail that always goes out.
 */
export function makeUnsubscribeLink(
  schoolId: SchoolId,
  personId: string,
  kind: OptionalMailKind,
): UnsubscribeLink {
  const token = signedToken("unsubscribe", `${schoolId}:${personId}:${kind}`);
  return {
    pageUrl: new URL(`/unsubscribe/${token}`, env.APP_URL).href,
    headers: {
      "List-Unsubscribe": `<${new URL(`/api/unsubscribe/${token}`, env.APP_URL).href}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}

/** What a link of ours turns off; null for anything that we did not make. */
export function openUnsubscribeToken(token: string): UnsubscribeTarget | null {
  const facts = openSignedToken("unsubscribe", token) ?? "";
  const [school = "", person = "", kind = ""] = facts.split(":");
  const schoolId = parseId<SchoolId>(school);
  const personId = parseId<PersonId>(person);
  if (schoolId === null || personId === null || !isOptionalKind(kind)) return null;
  return { schoolId, personId, kind };
}
