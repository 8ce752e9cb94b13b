import { headers } from "next/headers";
import { redirect } from "next/navigation";

export type Arrival = { href: string };

/**
 * Ends an action: the screen moves on by itself where there is JavaScript, which spares the reply
 * from carrying the next page; without it the browser is sent on.
 */
export async function arriveAt(href: string): Promise<{ result: Arrival }> {
  if (!(await headers()).has("next-action")) redirect(href);
  return { result: { href } };
}
