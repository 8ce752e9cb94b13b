import { json } from "@/lib/api-json";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import {
  applyMailWebhook,
  type WebhookAnswer,
} from "@/lib/notifications/stopped/apply-mail-webhook";
import { readBody } from "@/lib/read-body";
import { systemNow } from "@/lib/time/instant";

export const dynamic = "force-dynamic";

/** Anything but 2xx is sent again by Resend, for about a day. */
const STATUS: Record<WebhookAnswer, number> = {
  applied: 200,
  repeated: 200,
  "of-no-use": 200,
  unreadable: 400,
  forged: 401,
  "not-yet": 503,
  "not-configured": 503,
};

const MOST_BYTES = 256 * 1024;

/** Where Resend tells what became of a mail. Its signature is the only way in. */
export async function POST(request: Request): Promise<Response> {
  const now = systemNow();
  try {
    const body = await readBody(request, MOST_BYTES);
    if (body === null) return json({ status: "too-large" }, { status: 413 });
    const status = await applyMailWebhook(body.toString("utf8"), request.headers, now);
    if (status === "unreadable") log.warn("a signed message of the mail vendor cannot be read");
    return json({ status }, { status: STATUS[status] });
  } catch (error) {
    const id = newId();
    log.error({ err: error, errorId: id }, "a message of the mail vendor was not kept");
    return json({ status: "failed", id }, { status: 500 });
  }
}
