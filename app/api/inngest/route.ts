import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { crons } from "@/inngest/crons";
import { jobs } from "@/inngest/jobs";
import { jobsEngine } from "@/inngest/jobs-engine";
import { isSignedByInngest } from "@/inngest/sync-signature";
import { env } from "@/lib/env";
import { readBody } from "@/lib/read-body";
import { systemNow } from "@/lib/time/instant";

export const dynamic = "force-dynamic";

const handlers = serve({
  client: inngest,
  functions: [...jobs, ...crons].map(({ inngestFunction }) => inngestFunction),
});

/** To have the functions registered is a short message. */
const MOST_BYTES = 64 * 1024;

const unsigned = () => Response.json({ error: "unsigned" }, { status: 401 });

type Handler = (typeof handlers)["POST"];

/** Only what Inngest has signed; where jobs run inside the app nobody has anything to ask here. */
function signed(handler: Handler): Handler {
  return async (request, context) => {
    const isUnsigned = env.NODE_ENV === "production" && !request.headers.get("x-inngest-signature");
    if (isUnsigned || jobsEngine(env) === "embedded") return unsigned();
    return handler(request, context);
  };
}

/** The handler itself lets anybody have the functions registered. */
const register: Handler = async (request, context) => {
  const { NODE_ENV, INNGEST_SIGNING_KEY: signingKey = "" } = env;
  const signature = request.headers.get("x-inngest-signature");
  const body = (await readBody(request.clone(), MOST_BYTES))?.toString("utf8");
  const isSigned =
    body !== undefined && isSignedByInngest({ body, signature, signingKey }, systemNow());
  return NODE_ENV === "production" && !isSigned ? unsigned() : handlers.PUT(request, context);
};

export const GET = signed(handlers.GET);
export const POST = signed(handlers.POST);
export const PUT = signed(register);
