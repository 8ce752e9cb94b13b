import { describe, expect, it } from "vitest";
import { requireStrongPassword } from "./password-strength";

const ABOUT = ["mia.wattle@family.example", "Mia Wattle", "Wattlebird Conservatory"];

async function reasonAgainst(password: string): Promise<unknown> {
  try {
    await requireStrongPassword(password, ABOUT);
    return null;
  } catch (error) {
    return (error as { details: { reason: string } }).details.reason;
  }
}

describe("a password", () => {
  it.each(["four lemons dance slowly", "Xk3$vw9!pQz7", "ünïcode straße hügel"])(
    "like '%s' is taken",
    async (password) => {
      expect(await reasonAgainst(password)).toBeNull();
    },
  );

  it.each([
    "short",
    "",
    "password123",
    "aaaaaaaaaaaa",
    "qwertyuiop",
    "miawattle1",
    "wattlebird2026",
    "Conservatory1",
    "mia at wattlebird",
    "Wattlebird-Conservatory-Mia-1",
    "x".repeat(73),
    "ü".repeat(40),
  ])("like '%s' is refused with a reason and a way on", async (password) => {
    expect(await reasonAgainst(password)).toMatch(/^[A-Z].*\.$/);
  });
});
