import { describe, expect, it } from "vitest";
import { fieldErrorsOf } from "@/lib/form-input";
import { newId } from "@/lib/ids";
import { availabilityExceptionInput, availabilityInput } from "./availability.schema";

const [teacherId, locationId] = [newId(), newId()];

function rows(...times: readonly (readonly [string, string, string?])[]) {
  const column = (value: (index: number) => string) => times.map((_, index) => value(index));
  return availabilityInput.safeParse({
    teacherId,
    locationId: column(() => locationId),
    weekday: column(() => "1"),
    filled: column((index) => times[index]?.[2] ?? "yes"),
    startTime: column((index) => times[index]?.[0] ?? ""),
    endTime: column((index) => times[index]?.[1] ?? ""),
    validFrom: column(() => "2026-01-01"),
    validUntil: column(() => ""),
  });
}

describe("the open times that a form sends", () => {
  it.each([
    ["the end is missing", ["16:00", ""], { "endTime.1": "Give a time such as 16:00." }],
    ["the start is missing", ["", "17:00"], { "startTime.1": "Give a time such as 16:00." }],
    ["the end comes first", ["17:00", "16:00"], { "endTime.1": "Choose an end after the start." }],
    [
      "both are missing in a row that was added",
      ["", ""],
      { "startTime.1": "Give a time such as 16:00.", "endTime.1": "Give a time such as 16:00." },
    ],
  ] as const)("are refused at the field of their row when %s", (_, times, fields) => {
    const { error } = rows(["09:00", "10:00"], times);
    expect(error && fieldErrorsOf(error)).toEqual(fields);
  });

  it("may end at midnight, which a browser calls 00:00", () => {
    const [evening] = rows(["18:00", "00:00"]).data?.windows ?? [];
    expect(evening).toMatchObject({ startTime: "18:00", endTime: "24:00" });
    const away = { teacherId, kind: "BLOCK", on: "2026-11-05" };
    const late = { ...away, startTime: "20:00", endTime: "00:00" };
    expect(availabilityExceptionInput.parse(late).endTime).toBe("24:00");
  });

  it("leave out the blank row that a page without JavaScript offers", () => {
    expect(rows(["09:00", "10:00"], ["", "", "no"]).data?.windows).toHaveLength(1);
  });
});

describe("the dates on which a teacher is away or has extra time", () => {
  it.each([
    [{ on: "2026-11-05", until: "2026-11-03" }, "until"],
    [{ on: "2026-11-05", until: "2028-11-03" }, "until"],
    [{ on: "2026-11-05", startTime: "16:00" }, "endTime"],
    [{ on: "2026-11-05", endTime: "16:00" }, "startTime"],
    [{ on: "2026-11-05", kind: "EXTRA" }, "startTime"],
  ])("are refused at their field: %o", (entry, field) => {
    const { error } = availabilityExceptionInput.safeParse({ teacherId, kind: "BLOCK", ...entry });
    expect(error && Object.keys(fieldErrorsOf(error))).toContain(field);
  });
});
