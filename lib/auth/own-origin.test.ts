import { describe, expect, it } from "vitest";
import { isOwnOrigin } from "./own-origin";

const APP = "https://app.example";

const isOwn = (headers: Record<string, string>) =>
  isOwnOrigin(new Headers({ host: "school.example", ...headers }), APP);

describe("a write comes from a page of ours", () => {
  it.each([
    ["of the app's own address", { origin: APP }],
    ["of the address that it was sent to", { origin: "http://school.example" }],
    [
      "of that address behind a proxy that ends TLS",
      { origin: "https://school.example", "x-forwarded-proto": "https,http" },
    ],
  ])("when it is sent %s", (_what, headers) => {
    expect(isOwn(headers)).toBe(true);
  });

  it.each([
    ["nobody says from where", {}],
    ["the page hides itself", { origin: "null" }],
    ["the page is no address", { origin: "nonsense" }],
    ["the host is another", { origin: "https://elsewhere.example" }],
    ["the port is another", { origin: "http://school.example:81" }],
    ["the scheme is another", { origin: "https://school.example" }],
    ["the scheme of the app's address is another", { origin: "http://app.example" }],
    [
      "the page was not protected and the app is",
      { origin: "http://school.example", "x-forwarded-proto": "https" },
    ],
    [
      "the scheme is none of the web",
      { origin: "ftp://school.example", "x-forwarded-proto": "ftp" },
    ],
  ])("not when %s", (_what, headers) => {
    expect(isOwn(headers)).toBe(false);
  });
});
