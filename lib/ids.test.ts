import { expect, test } from "vitest";
import { newId, parseId, type CourseId } from "./ids";

test("a fresh id is read back, in whatever case it comes", () => {
  const id = newId<CourseId>();
  expect(parseId<CourseId>(id.toUpperCase())).toBe(id);
});

test.each(["", "7", "not-an-id", "0197aaaa-0000-7000-8000-00000000000g", "'; drop table lesson"])(
  "%j is no id",
  (text) => {
    expect(parseId(text)).toBeNull();
  },
);

test("ids sort by the time they were made", () => {
  const made = Array.from({ length: 50 }, () => newId<CourseId>());
  expect([...made].sort()).toEqual(made);
});
