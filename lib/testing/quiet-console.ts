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
