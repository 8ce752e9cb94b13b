import { clientAddress } from "./client-address";
import { deviceName } from "./device-name";

/** Who asks to be let in, as far as the connection tells. */
export type Caller = { address: string; device: string };

export function callerOf(headers: { get(name: string): string | null }): Caller {
  return { address: clientAddress(headers), device: deviceName(headers) };
}
