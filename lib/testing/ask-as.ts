import { memberOf } from "@/lib/auth/member-of";
import type { Instant } from "@/lib/time/instant";
import { TEST_NOW } from "./school-factory";

type Asking = { slug: string; now?: Instant; method?: string; origin?: string };

/** What a REST route of a school makes of whoever sends these headers. */
export async function askAs(headers: Record<string, string>, asking: Asking) {
  const { slug, now = TEST_NOW, method = "GET", origin } = asking;
  const url = `http://localhost:3000/api/v1/schools/${slug}/me`;
  const sent = new Headers({ host: "localhost:3000", ...headers, ...(origin && { origin }) });
  return memberOf(new Request(url, { method, headers: sent }), slug, now);
}
