import { newId, parseId } from "@/lib/ids";
import { openSignedToken, signedToken } from "@/lib/link-token";
import { servedSecurely } from "./session-token";

/** A browser that has been signed in with, by ids: whose wrong passwords count for themselves. */
export type KnownDevice = { deviceId: string; userIds: readonly string[] };

/** A shared tablet keeps the last of its people. */
const MOST_USERS = 5;
export const DEVICE_SECONDS = 400 * 24 * 3600;

export function deviceCookieName(): string {
  return servedSecurely() ? "__Secure-musicnme.device" : "musicnme.device";
}

/** What the browser is to keep once this user has proved who they are with it. */
export function deviceTokenFor(value: string | undefined, userId: string): string {
  const known = openDeviceToken(value);
  const others = (known?.userIds ?? []).filter((id) => id !== userId);
  const userIds = [userId, ...others].slice(0, MOST_USERS);
  return signedToken("device", [known?.deviceId ?? newId(), ...userIds].join(" "));
}

/** Null for a cookie that is missing, forged or broken. */
export function openDeviceToken(value: string | undefined): KnownDevice | null {
  const facts = value === undefined ? null : openSignedToken("device", value);
  const [deviceId, ...userIds] = facts?.split(" ") ?? [];
  if (deviceId === undefined || parseId(deviceId) === null) return null;
  return { deviceId, userIds };
}
