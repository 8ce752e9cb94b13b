"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { publicAction } from "@/lib/action";
import { setMailWanted } from "@/lib/notifications/choices/set-mail-wanted";
import { Refusal } from "@/lib/refusal";
import { openLink } from "../open-link";

/** The link of the mail is the permission. */
export const chooseMail = publicAction({
  input: z.object({ token: z.string().max(500), wanted: z.enum(["yes", "no"]) }),
  run: async ({ token, wanted }) => {
    const link = await openLink(token);
    if (link === null) throw new Refusal("unsubscribe-link-broken");
    await setMailWanted(link.ctx, { ...link, wanted: wanted === "yes" });
    refresh();
  },
});
