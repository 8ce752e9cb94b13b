import { describe, expect, it } from "vitest";
import { newId, type UserId } from "@/lib/ids";
import { signedToken } from "@/lib/link-token";
import { deviceTokenFor, openDeviceToken } from "./device-token";

describe("a browser that has been signed in with", () => {
  it("knows its people, the last five, under one id", () => {
    const people = [1, 2, 3, 4, 5, 6].map((sessionVersion) => ({
      userId: newId<UserId>(),
      sessionVersion,
    }));
    let token: string | undefined;
    for (const person of people) token = deviceTokenFor(token, person);
    const device = openDeviceToken(token);
    expect(device?.users).toEqual(people.toReversed().slice(0, 5));
    for (const last of people.slice(5)) {
      expect(openDeviceToken(deviceTokenFor(token, last))).toEqual(device);
    }
  });

  it("is believed only what we have written", () => {
    const token = deviceTokenFor(undefined, { userId: newId(), sessionVersion: 1 });
    const foreign = signedToken("unsubscribe", `${newId()} ${newId()}`);
    for (const value of [undefined, "", "a.b", `${token}x`, foreign]) {
      expect(openDeviceToken(value)).toBeNull();
    }
  });
});
