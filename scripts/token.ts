import { NotFound } from "@/lib/refusal";
import { systemNow } from "@/lib/time/instant";
import { runCommand, say } from "@/scripts/command";
import { joinServices } from "@/scripts/services";
import { Trouble } from "@/scripts/trouble";

await runCommand(async () => {
  const [email, slug] = process.argv.slice(2);
  if (email === undefined || slug === undefined) {
    throw new Trouble("Whose? Say: npm run --silent token -- parent@musicnme.example musicnme");
  }
  await joinServices();
  const { issueApiToken } = await import("@/lib/auth/issue-api-token");
  const { closePools } = await import("@/lib/db/pools");
  try {
    say(await issueApiToken(email, slug, systemNow()));
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new Trouble(`${email} is no member of a school "${slug}" in this database.`);
  } finally {
    await closePools();
  }
});
