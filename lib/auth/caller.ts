import { clientAddress } from "./client-address";
import { deviceName } from "./device-name";
import { deviceCookieName, openDeviceToken, type KnownDevice } from "./device-token";

/** Who asks to be let in, as far as the connection and the browser tell. */
export type Caller = {
  address: string;
  device: string;
  /** The browser, and who has signed in with it before: by a cookie that only we can write. */
  known?: KnownDevice | null;
};

export function callerOf(headers: { get(name: string): string | null }): Caller {
  return {
    address: clientAddress(headers),
    device: deviceName(headers),
    known: openDeviceToken(cookieIn(headers, deviceCookieName())),
  };
}

function cookieIn(headers: { get(name: string): string | null }, name: string): string | undefined {
  const pairs = (headers.get("cookie") ?? "").split(/; */);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
