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
const called = (fields: Record<string, string>) =>
  statusOf({ headers: CALL, body: formOf(fields) });
const posted = (fields: Record<string, string>) => statusOf({ body: formOf(fields) });

describe("a POST to a page", () => {
  it.each([
    ["a form", { "1_name": "Mia", "0": '[{"status":"idle"},"$K1"]' }],
    ["a form alone", { "0": '["$K1"]' }],
    ["a text that begins with a dollar sign", { "0": '[{"values":{"price":"$$5"}},"$K1"]' }],
    ["a part that stands in a row of its own", { "2": '["a"]', "0": '[{"lists":"$2"},"$K1"]' }],
    ["the same part twice", { "0": '[{"a":{"b":1},"c":"$0:0:a"},"$K1"]' }],
    ["nothing, and a moment", { "0": '[["$undefined","$D2026-11-23T00:00:00.000Z"],"$K1"]' }],
  ])("is read when a script sends %s", async (_what, fields) => {
    expect(await called(fields)).toBeUndefined();
  });

  it.each([
    ["no arguments", { "1_name": "Mia" }],
    ["arguments that are no JSON", { "0": "[" }],
    ["arguments that are no list", { "0": '{"0":"$K1"}' }],
    ["very many arguments", { "0": JSON.stringify(Array(1_000).fill(1)) }],
    ["a part that is not there", { "0": '["$9","$K1"]' }],
    ["a promise that nothing keeps", { "0": '["$@9","$K1"]' }],
    ["a function", { "1": '{"id":"x","bound":null}', "0": '["$F1"]' }],
    ["a pile of brackets", { "0": `${"[".repeat(50_000)}${"]".repeat(50_000)}` }],
  ])("is refused when a script sends %s", async (_what, fields) => {
    expect(await called(fields)).toBe(400);
  });

  it("is read when a browser without JavaScript sends a form, with and without a state", async () => {
    expect(await posted({ $ACTION_ID_abc: "", name: "Mia" })).toBeUndefined();
    const bound = {
      "$ACTION_1:0": '{"id":"abc","bound":"$@1"}',
      "$ACTION_1:1": '[{"status":"idle"}]',
    };
    expect(await posted({ $ACTION_REF_1: "", ...bound, name: "Mia" })).toBeUndefined();
  });

  it.each([
    ["missing", {}],
    ["no JSON", { "$ACTION_1:1": "[" }],
    ["no list", { "$ACTION_1:1": "5" }],
  ])("is refused when the state of a form without JavaScript is %s", async (_what, state) => {
    const action = { $ACTION_REF_1: "", "$ACTION_1:0": '{"id":"abc","bound":"$@1"}' };
    expect(await posted({ ...action, ...state })).toBe(400);
  });

  it("is refused when it is no form at all", async () => {
    for (const type of ["text/plain", "application/json", "multipart/form-data"]) {
      expect(await statusOf({ headers: { "content-type": type }, body: "[]" }), type).toBe(415);
    }
  });

  it("is refused when it is cut off", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=b" };
    const body = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nMi';
    expect(await statusOf({ headers, body })).toBe(400);
  });

  it("is refused when it is too large, also when its length is not said", async () => {
    const large = { "0": '["$K1"]', "1_name": "x".repeat(300_000) };
    expect(await called(large)).toBe(413);
    const headers = {
      "content-type": "multipart/form-data; boundary=b",
      "content-length": "9999999",
    };
    expect(await statusOf({ headers, body: "" })).toBe(413);
  });
});
