import { hashPassword } from "@/lib/auth/password";
import { closePools } from "@/lib/db/pools";
import { asSystem } from "@/lib/db/system";
import { systemNow, type Instant } from "@/lib/time/instant";
import { DEMO_PASSWORD } from "./seed/accounts";
import { seedKiwiKeys } from "./seed/kiwi-keys";
import { seedMusicNMe } from "./seed/music-n-me";

const DEMO_SCHOOLS = { musicnme: seedMusicNMe, kiwikeys: seedKiwiKeys } as const;

/**
 * Makes the demo schools that are not there yet, relative to `now`, through the use cases, each at
 * its own moment in the past. Says which it made.
 */
export async function seedDemo(now: Instant): Promise<string[]> {
  const slugs = Object.keys(DEMO_SCHOOLS);
  const where = { slug: { in: slugs } };
  const there = await asSystem((db) => db.school.findMany({ where, select: { slug: true } }));
  const missing = Object.entries(DEMO_SCHOOLS).filter(
    ([slug]) => !there.some((school) => school.slug === slug),
  );
  if (missing.length === 0) return [];
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await Promise.all(missing.map(([, seed]) => seed(now, passwordHash)));
  return missing.map(([slug]) => slug);
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) {
  if (process.argv.includes("--demo")) await seedDemo(systemNow());
  await closePools();
}
