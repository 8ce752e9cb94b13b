import { expect, it } from "vitest";
import { MailFailure } from "@/lib/email/mail-failure";
import { kindInWords, reasonInWords } from "./mail-words";

it("an admin reads why a mail waits in words, not in the program's", () => {
  const { message } = new MailFailure("vendor-broken", 503);
  expect(reasonInWords(message)).toBe("The mail service does not work right now.");
  expect(reasonInWords("not confirmed within a day")).toBe("not confirmed within a day");
});

it("a kind of mail is said in words", () => {
  expect(kindInWords("booking-confirmed")).toBe("Booking confirmed");
});
