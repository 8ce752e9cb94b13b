import { NotFound } from "@/lib/refusal";
import { systemNow } from "@/lib/time/instant";
import { runCommand, say } from "@/scripts/command";
import { joinServices } from "@/scripts/services";
import { Trouble } from "@/scripts/trouble";

/** As long as the account page offers at most. */
const DAYS = 365;

await runCommand(async () => {
  const [email, slug, may = "write"] = process.argv.slice(2);
  if (email === undefined || slug === undefined) {
    throw new Trouble("Whose? Say: npm run --silent token -- parent@musicnme.example musicnme");
  }
  const scope = may === "read" ? "READ" : may === "write" ? "WRITE" : null;
  if (scope === null) throw new Trouble(`A token may "read" or "write", not "${may}".`);
  await joinServices();
  const { issueApiToken } = await import("@/lib/auth/issue-api-token");
  const { closePools } = await import("@/lib/db/pools");
  try {
    const wanted = { slug, name: "Command line", scope, days: DAYS } as const;
    const { token } = await issueApiToken({ email }, wanted, systemNow());
    say(token);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new Trouble(`${email} is no member of a school "${slug}" in this database.`);
  } finally {
    await closePools();
  }
});
