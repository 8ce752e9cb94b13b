import { describe, expect, it } from "vitest";
import { compareMails, type MailOwed } from "./compare-mails";

const OWED: MailOwed[] = [
  { to: "ana@x.example", happening: "booked 1", isOvertaken: false },
  { to: "ben@x.example", happening: "booked 1", isOvertaken: false },
  { to: "ana@x.example", happening: "booked 2", isOvertaken: true },
];
const mail = (to: string, happening: string) => ({ to: `${to}@x.example`, happening });
const all = [mail("ana", "booked 1"), mail("ben", "booked 1")];

describe("mails that are held against what is owed", () => {
  it("are in order where everybody has theirs once", () => {
    expect(compareMails(OWED, all)).toEqual({ missing: [], twice: [], unknown: [] });
  });

  it("are missing by person, not by happening", () => {
    const { missing } = compareMails(OWED, [mail("ana", "booked 1")]);
    expect(missing).toEqual(["ben@x.example, booked 1"]);
  });

  it("count each that came once more", () => {
    const { twice } = compareMails(OWED, [...all, ...all, mail("ana", "booked 1")]);
    expect(twice).toHaveLength(3);
  });

  it("may be there or not where they were overtaken, but not twice", () => {
    const overtaken = mail("ana", "booked 2");
    expect(compareMails(OWED, [...all, overtaken])).toMatchObject({ missing: [], unknown: [] });
    expect(compareMails(OWED, [...all, overtaken, overtaken]).twice).toHaveLength(1);
  });

  it("are said where they tell of nothing that happened", () => {
    const { unknown } = compareMails(OWED, [...all, mail("ben", "moved 7")]);
    expect(unknown).toEqual(["ben@x.example, moved 7"]);
  });
});
