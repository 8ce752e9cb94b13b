import { expect, it } from "vitest";
import { takeComplaints } from "@/lib/testing/quiet-console";
it("complains", () => { console.error("oh"); });
it("is forgiven", () => { console.error("oh"); expect(takeComplaints()).toEqual(["oh"]); });
