import { describe, expect, it } from "vitest";
import { troubleOfPost } from "./page-post";

type Sent = { headers?: Record<string, string>; body: BodyInit };

async function statusOf({ headers = {}, body }: Sent): Promise<number | undefined> {
  const request = new Request("http://school.example/page", { method: "POST", headers, body });
  return (await troubleOfPost(request))?.status;
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const CALL = { "next-action": "an-action" };
const MULTIPART = { "content-type": "multipart/form-data; boundary=b" };

function fieldsNamed(name: string, count: number): string {
  const part = (index: number) =>
    `--b\r\nContent-Disposition: form-data; name="${name}${index}"\r\n\r\n\r\n`;
  return `${Array.from({ length: count }, (_, index) => part(index)).join("")}--b--\r\n`;
}

describe("a POST to a page", () => {
  it("is read when a script sends a form", async () => {
    const body = formOf({ "1_name": "Mia", "0": '[{"status":"idle"},"$K1"]' });
    expect(await statusOf({ headers: CALL, body })).toBeUndefined();
  });

  it("is read when a script sends an action without arguments, as a text", async () => {
    const headers = { ...CALL, "content-type": "text/plain;charset=UTF-8" };
    expect(await statusOf({ headers, body: "[]" })).toBeUndefined();
  });

  it("is read when a browser without JavaScript sends a form, with and without a state", async () => {
    const bare = formOf({ $ACTION_ID_abc: "", name: "Mia" });
    expect(await statusOf({ body: bare })).toBeUndefined();
    const stateful = formOf({
      $ACTION_REF_1: "",
      "$ACTION_1:0": '{"id":"abc","bound":"$@1"}',
      "$ACTION_1:1": '[{"status":"idle"}]',
      name: "Mia",
    });
    expect(await statusOf({ body: stateful })).toBeUndefined();
  });

  it("is refused when it is no form at all", async () => {
    for (const type of ["text/plain", "application/json", "multipart/form-data"]) {
      expect(await statusOf({ headers: { "content-type": type }, body: "[]" }), type).toBe(415);
    }
    const json = { ...CALL, "content-type": "application/json" };
    expect(await statusOf({ headers: json, body: "[]" })).toBe(415);
  });

  it("is refused when two readers could find its parts in two ways", async () => {
    for (const more of ["; boundary=c", '; charset="utf-8"', "\\", '"', ";"]) {
      const headers = { "content-type": `multipart/form-data; boundary=b${more}` };
      expect(await statusOf({ headers, body: fieldsNamed("a", 1) }), more).toBe(415);
    }
  });

  it("is refused when it is cut off", async () => {
    const body = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nMi';
    for (const cut of ["", body, `${fieldsNamed("a", 1)}${body}`]) {
      expect(await statusOf({ headers: MULTIPART, body: cut })).toBe(400);
    }
  });

  it("is refused when it has more fields than any form of ours", async () => {
    expect(await statusOf({ headers: MULTIPART, body: fieldsNamed("a", 1_000) })).toBeUndefined();
    expect(await statusOf({ headers: MULTIPART, body: fieldsNamed("a", 1_001) })).toBe(413);
    const [few, many] = [fieldsNamed("$ACTION_REF_", 20), fieldsNamed("$ACTION_REF_", 21)];
    expect(await statusOf({ headers: MULTIPART, body: few })).toBeUndefined();
    expect(await statusOf({ headers: MULTIPART, body: many })).toBe(413);
  });

  it("is refused when it points to a form more often than any call of ours", async () => {
    for (const reference of ['"$K1"', '"\\u0024K1"']) {
      const pointing = (times: number) =>
        formOf({ "0": `[${Array(times).fill(reference).join(",")}]`, "1_name": "Mia" });
      expect(await statusOf({ headers: CALL, body: pointing(900) })).toBeUndefined();
      expect(await statusOf({ headers: CALL, body: pointing(1_001) })).toBe(413);
    }
  });

  it("is refused when it is too large, also when its length is not said", async () => {
    const large = fieldsNamed("x".repeat(300_000), 1);
    expect(await statusOf({ headers: MULTIPART, body: large })).toBe(413);
    const text = { ...CALL, "content-type": "text/plain" };
    expect(await statusOf({ headers: text, body: "x".repeat(1_001) })).toBe(413);
    const said = { ...MULTIPART, "content-length": "9999999" };
    expect(await statusOf({ headers: said, body: "" })).toBe(413);
  });

  it("is counted in a moment, however many fields it has", async () => {
    const hostile = fieldsNamed("$ACTION_REF_", 3_974);
    const startedAt = performance.now();
    for (let times = 0; times < 8; times += 1) {
      expect(await statusOf({ headers: MULTIPART, body: hostile })).toBe(413);
    }
    expect(performance.now() - startedAt).toBeLessThan(200);
  });
});
