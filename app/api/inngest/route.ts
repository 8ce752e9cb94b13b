import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { crons } from "@/inngest/crons";
import { jobs } from "@/inngest/jobs";
import { jobsEngine } from "@/inngest/jobs-engine";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

const handlers = serve({
  client: inngest,
  functions: [...jobs, ...crons].map(({ inngestFunction }) => inngestFunction),
});

/** Only what Inngest has signed; where jobs run inside the app nobody has anything to ask here. */
function signed(handler: (typeof handlers)["POST"]): (typeof handlers)["POST"] {
  return async (request, context) => {
    const isUnsigned = env.NODE_ENV === "production" && !request.headers.get("x-inngest-signature");
    if (isUnsigned || jobsEngine(env) === "embedded") {
      return Response.json({ error: "unsigned" }, { status: 401 });
    }
    return handler(request, context);
  };
}

export const GET = signed(handlers.GET);
export const POST = signed(handlers.POST);
export const PUT = signed(handlers.PUT);
