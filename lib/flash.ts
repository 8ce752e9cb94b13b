import { cookies, headers } from "next/headers";
import { redirect, RedirectType } from "next/navigation";
import { servedSecurely } from "./auth/session-token";
import {
  decodeFlash,
  encodeFlash,
  FLASH_COOKIE,
  FLASH_HEADER,
  FLASH_SECONDS,
  type Flash,
  type Happened,
} from "./flash-cookie";
import { newId } from "./ids";

/**
 * Ends an action: on to the page that says what has happened, instead of the page of the form. It is
 * told once, by what stands in a cookie for a minute: the address says nothing.
 */
export async function leadTo(href: string, happened: Happened): Promise<never> {
  const { pathname } = new URL(href, "http://here");
  const flash = encodeFlash({ ...happened, path: pathname, nonce: newId() });
  (await cookies()).set(FLASH_COOKIE, flash, {
    httpOnly: true,
    sameSite: "lax",
    secure: servedSecurely(),
    path: "/",
    maxAge: FLASH_SECONDS,
  });
  redirect(href, RedirectType.replace);
}

/** What has just happened, for the page that an action led to; null ever after. */
export async function readFlash(): Promise<Flash | null> {
  return decodeFlash((await headers()).get(FLASH_HEADER));
}
