import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { parseEntryId } from "./lesson-details";

describe("the id of an entry", () => {
  const id = newId();

  it("names a lesson, or the placeholder of a course on a day", () => {
    expect(parseEntryId(id)).toEqual({ lessonId: id });
    expect(parseEntryId(`${id}-2026-11-02`)).toEqual({ courseId: id, day: "2026-11-02" });
  });

  it.each(["", "1", id.slice(1), `${id}x`, `${id}-`, `${id}-2026-02-30`, `${id}+2026-11-02`])(
    "is not %s",
    (text) => {
      expect(parseEntryId(text)).toBeNull();
    },
  );
});
