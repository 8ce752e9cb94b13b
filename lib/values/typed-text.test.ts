import { describe, expect, it } from "vitest";
import { cleanLine, cleanLines, nameText } from "./typed-text";

describe("a name that is typed or pasted", () => {
  it.each([
    ["Zoe\u0308", "Zo\u00EB"],
    ["  Mia \t  Chen ", "Mia Chen"],
    ["\u202AO\u2019Brien\u202C", "O\u2019Brien"],
    ["\uFEFFLeo\u200B", "Leo"],
    ["An\u00ADna", "Anna"],
    ["Leo\u0000\nRossi", "Leo Rossi"],
    ["\u200Fשרה\u200F", "שרה"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(nameText(80).parse(typed)).toBe(kept);
  });

  it.each(["", " ", "\u200B", "\u200D", "\u3164", "\u2800", "\u202E \uFEFF", "\u0301", "\u00A0"])(
    "%j shows nothing and is refused",
    (typed) => {
      const parsed = nameText(80).safeParse(typed);
      expect(parsed.error?.issues[0]?.message).toBe("Please fill this in.");
    },
  );

  it("keeps the joiners that Persian names and emoji need, and no others", () => {
    expect(cleanLine("علی\u200Cرضا")).toBe("علی\u200Cرضا");
    expect(cleanLine("👩\u200D🎤 Ada")).toBe("👩\u200D🎤 Ada");
    expect(cleanLine("Mia\u200D")).toBe("Mia");
    expect(cleanLine("\u200CMia")).toBe("Mia");
  });

  it("is counted after cleaning", () => {
    expect(nameText(3).safeParse(" \u200BMia\u200B ").success).toBe(true);
    expect(nameText(3).safeParse("Miaa").success).toBe(false);
  });
});

it("a text of several lines keeps its line breaks and no other controls", () => {
  expect(cleanLines("Dear school,\r\nplease\u0007 call\u2028me\u202E \n")).toBe(
    "Dear school,\nplease  call me",
  );
});
