import { format } from "node:util";
import { afterEach, beforeEach, expect } from "vitest";

let complaints: string[] = [];
const realError = console.error;

beforeEach(() => {
  complaints = [];
  console.error = (...parts: unknown[]) => {
    complaints.push(format(...parts));
  };
});

afterEach(() => {
  console.error = realError;
  expect(complaints, "console.error was called during this test").toEqual([]);
});

/** For the test that expects a complaint: what console.error got so far, which is then forgiven. */
export function takeComplaints(): string[] {
  const taken = complaints;
  complaints = [];
  return taken;
}
