import { Resend } from "resend";
import { env } from "@/lib/env";

/** A message as its vendor signed it; what it says is not yet read. */
export type SignedMessage = { id: string; payload: unknown };

export type Verified =
  | { status: "signed"; message: SignedMessage }
  | { status: "forged" }
  | { status: "unreadable" }
  | { status: "not-configured" };

/**
 * Whether Resend sent this body (its headers: `svix-id`, `svix-timestamp`, `svix-signature`). Forged is
 * also what has no signature or is older than five minutes, so that a message caught once is not sent
 * again later. https://resend.com/docs/webhooks/verify-webhooks-requests
 */
export function verifyWebhook(body: string, headers: Headers): Verified {
  const webhookSecret = env.RESEND_WEBHOOK_SECRET;
  if (webhookSecret === undefined) return { status: "not-configured" };
  const id = headers.get("svix-id") ?? "";
  const timestamp = headers.get("svix-timestamp") ?? "";
  const signature = headers.get("svix-signature") ?? "";
  try {
    const { webhooks } = new Resend(env.RESEND_API_KEY);
    const signed = { id, timestamp, signature };
    const payload: unknown = webhooks.verify({ payload: body, headers: signed, webhookSecret });
    return { status: "signed", message: { id, payload } };
  } catch (error) {
    if (error instanceof SyntaxError) return { status: "unreadable" };
    if (error instanceof Error && error.name === "WebhookVerificationError") {
      return { status: "forged" };
    }
    throw error;
  }
}
