import { useChangedCopy, WITHOUT_POLICIES } from "../database";
import { describeFamilies, describeIsolation, useInbox } from "./isolation-suite";

await useChangedCopy(WITHOUT_POLICIES);
await useInbox();
const { SCHOOL_CALLS } = await import("./school-matrix");

describeIsolation("code alone, no policies", SCHOOL_CALLS);
describeFamilies("code alone, no policies", SCHOOL_CALLS);
