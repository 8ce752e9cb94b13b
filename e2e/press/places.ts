import { addressOf, allPages, type Area } from "../fixtures/page-list";
import type { Records } from "./records";

export const ROLES = ["visitor", "parent", "student", "teacher", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** A page and who presses what is on it. */
export type Place = { role: Role; template: string };

const SIGNED_IN = ["parent", "student", "teacher", "admin"] as const;
const WHO: Record<Area, readonly Role[]> = {
  public: ["visitor"],
  account: SIGNED_IN,
  admin: ["admin"],
  family: ["parent"],
  teach: ["teacher"],
  student: ["student"],
};

/** The first page of each area: what stands around all its pages is pressed there. */
const HOMES: Record<Exclude<Role, "visitor">, string> = {
  parent: "/[school]/family",
  student: "/[school]/student",
  teacher: "/[school]/teach",
  admin: "/[school]/admin",
};

/** Every page of the app, from its files, with everybody whose it is. */
export function allPlaces(): Place[] {
  return allPages().flatMap(({ template, area }) => WHO[area].map((role) => ({ role, template })));
}

export function isHome({ role, template }: Place): boolean {
  return role !== "visitor" && HOMES[role] === template;
}

type Reads = (address: string) => Promise<string>;

/** The address of a page, with the records of the demo school and a time that is free there now. */
export async function addressOfPlace(
  { template }: Place,
  records: Records,
  read: Reads,
): Promise<string> {
  const token = records[/^\/([a-z]+)/.exec(template)?.[1]?.replace("-password", "") ?? ""] ?? "";
  const week = records["week"] ?? "";
  const filled = template.replace("[week]", week).replace("[token]", token);
  const [path = ""] = addressOf(filled, "musicnme", records).split("?");
  const query = QUERIES[template];
  return query === undefined ? path : `${path}?${await query({ path, week, read })}`;
}

type Asking = { path: string; week: string; read: Reads };

/** What a page needs beside its path. */
const QUERIES: Record<string, (asking: Asking) => string | Promise<string>> = {
  "/[school]/family/book/[enrolmentId]": ({ week }) => `week=${week}`,
  "/[school]/family/book/[enrolmentId]/ask": ({ week }) => `week=${week}`,
  "/[school]/family/book/[enrolmentId]/confirm": async ({ path, week, read }) =>
    `week=${week}&at=${await firstStart(`${parentOf(path)}?week=${week}`, read)}`,
  "/[school]/family/bookings/[bookingId]/move/confirm": async ({ path, read }) =>
    `at=${await firstStart(parentOf(path), read)}`,
  "/schools": () => "show=all",
};

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** The first time that a page offers. */
async function firstStart(address: string, read: Reads): Promise<string> {
  const radio = /<input[^>]*name="at"[^>]*>/.exec(await read(address))?.[0] ?? "";
  const at = /value="([^"]+)"/.exec(radio)?.[1];
  if (at === undefined) throw new Error(`${address} offers no time.`);
  return encodeURIComponent(at);
}
