import { newId, parseId } from "@/lib/ids";
import { openSignedToken, signedToken } from "@/lib/link-token";
import { servedSecurely, type ProvenUser } from "./session-token";

/**
 * A browser that has been signed in with, and by whom, in which generation of their sessions: what ends
 * all their sessions ends this too. Its wrong passwords count for themselves.
 */
export type KnownDevice = {
  deviceId: string;
  users: readonly { userId: string; sessionVersion: number }[];
};

/** A shared tablet keeps the last of its people. */
const MOST_USERS = 5;
export const DEVICE_SECONDS = 400 * 24 * 3600;

export function deviceCookieName(): string {
  return servedSecurely() ? "__Secure-musicnme.device" : "musicnme.device";
}

/** What the browser is to keep once this user has proved who they are with it. */
export function deviceTokenFor(value: string | undefined, user: ProvenUser): string {
  const known = openDeviceToken(value);
  const others = (known?.users ?? []).filter(({ userId }) => userId !== user.userId);
  const users = [user, ...others].slice(0, MOST_USERS);
  const facts = users.map(({ userId, sessionVersion }) => `${userId}.${sessionVersion}`);
  return signedToken("device", [known?.deviceId ?? newId(), ...facts].join(" "));
}

/** Null for a cookie that is missing, forged or broken. */
export function openDeviceToken(value: string | undefined): KnownDevice | null {
  const facts = value === undefined ? null : openSignedToken("device", value);
  const [deviceId, ...users] = facts?.split(" ") ?? [];
  if (deviceId === undefined || parseId(deviceId) === null) return null;
  return {
    deviceId,
    users: users.map((fact) => {
      const [userId = "", version = ""] = fact.split(".");
      return { userId, sessionVersion: Number(version) };
    }),
  };
}
