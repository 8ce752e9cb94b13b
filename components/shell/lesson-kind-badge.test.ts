import { expect, test } from "vitest";
import { LESSON_KINDS } from "./lesson-kind-badge";

test("Kinds differ by colour and by icon, and by name", () => {
  const looks = Object.values(LESSON_KINDS);
  for (const part of ["colours", "icon", "label"] as const) {
    expect(new Set(looks.map((look) => look[part])).size).toBe(looks.length);
  }
});
