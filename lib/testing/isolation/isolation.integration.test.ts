import { describe, expect, it } from "vitest";
import { useChangedCopy } from "../database";
import {
  describeFamilies,
  describeIsolation,
  describeOwnSchool,
  useInbox,
} from "./isolation-suite";
import { schoolFunctions } from "./school-functions";

await useChangedCopy("SELECT 1");
await useInbox();
const { FOUNDING, SCHOOL_CALLS, STEPS, WITHOUT_DATABASE } = await import("./school-matrix");

const FEATURES = ["auth", "school", "people", "scheduling", "booking", "notifications"];

describe("the list of everything that a school's context opens", () => {
  it("is whole: no query and no use case is missing, none is named that is gone", () => {
    const called = Object.keys(SCHOOL_CALLS).map((name) => name.replace(/ \(.*\)$/, ""));
    const listed = new Set([...called, ...WITHOUT_DATABASE, ...STEPS, ...FOUNDING]);
    expect([...listed].sort()).toEqual(schoolFunctions(FEATURES));
  });
});

describeIsolation("code and policies", SCHOOL_CALLS);
describeFamilies("code and policies", SCHOOL_CALLS);
describeOwnSchool(SCHOOL_CALLS);
