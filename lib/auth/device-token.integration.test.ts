import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { signedToken } from "@/lib/link-token";
import { deviceTokenFor, openDeviceToken } from "./device-token";

describe("a browser that has been signed in with", () => {
  it("knows its people, the last five, under one id", () => {
    const people = Array.from({ length: 6 }, () => newId<never>() as string);
    let token: string | undefined;
    for (const person of people) token = deviceTokenFor(token, person);
    const device = openDeviceToken(token);
    expect(device?.userIds).toEqual([...people].reverse().slice(0, 5));
    expect(openDeviceToken(deviceTokenFor(token, people[5] ?? ""))).toEqual(device);
  });

  it("is believed only what we have written", () => {
    const token = deviceTokenFor(undefined, newId());
    const foreign = signedToken("unsubscribe", `${newId()} ${newId()}`);
    for (const value of [undefined, "", "a.b", `${token}x`, foreign]) {
      expect(openDeviceToken(value)).toBeNull();
    }
  });
});
