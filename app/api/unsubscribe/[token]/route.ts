import { json } from "@/lib/api-json";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { readBody } from "@/lib/read-body";
import { NotFound } from "@/lib/refusal";
import { setMailWanted } from "@/lib/notifications/choices/set-mail-wanted";
import { openLink } from "../../../(public)/unsubscribe/open-link";

export const dynamic = "force-dynamic";

type TokenRoute = { params: Promise<{ token: string }> };

const MOST_BYTES = 10_000;

/**
 * One click in a mail program (RFC 8058): no sign-in, no cookie, no page. The token is the permission,
 * and the agreed body tells a person's press from a program that only follows links.
 */
export async function POST(request: Request, { params }: TokenRoute): Promise<Response> {
  try {
    const link = await openLink((await params).token);
    if (link === null) return json({ status: "not-found" }, { status: 404 });
    if (!(await isOneClick(request))) return json({ status: "not-one-click" }, { status: 400 });
    await setMailWanted(link.ctx, { ...link, wanted: false });
    return json({ status: "unsubscribed" });
  } catch (error) {
    if (error instanceof NotFound) return json({ status: "not-found" }, { status: 404 });
    const id = newId();
    log.error({ err: error, errorId: id }, "an unsubscribe link failed");
    return json({ status: "failed", id }, { status: 500 });
  }
}

/** Following a link never unsubscribes: it leads to the page that asks. */
export async function GET(_request: Request, { params }: TokenRoute): Promise<Response> {
  const location = `/unsubscribe/${encodeURIComponent((await params).token)}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

/** Form-urlencoded or multipart, as RFC 8058 (3.2) lets mail programs choose. */
async function isOneClick(request: Request): Promise<boolean> {
  const body = await readBody(request, MOST_BYTES);
  if (body === null) return false;
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => null);
  return form?.get("List-Unsubscribe") === "One-Click";
}
