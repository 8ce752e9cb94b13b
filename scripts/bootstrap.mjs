// Runs on whatever Node the machine has, with built-ins alone: makes sure that the packages are
// installed and the Prisma client is generated, then hands over to the project's own Node.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const SCHEMA_MARK = "node_modules/.cache/musicnme/schema-hash";
const CLIENT = "lib/db/generated/client.ts";
const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), ".."));
Object.assign(process.env, {
  NEXT_TELEMETRY_DISABLED: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
});

const [command = "", ...args] = process.argv.slice(2);
const script = `scripts/${command.replace(":", "-")}.ts`;
requireNode();
if (!/^[a-z:]+$/.test(command) || !existsSync(script)) {
  fail(`There is no command "${command}". See "scripts" in package.json.`);
}
installPackages();
generateClient();
handOver();

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Node 20.19 or newer is needed, this is ${process.versions.node}. See https://nodejs.org.`);
}

function installPackages() {
  if (existsSync("node_modules/.bin/node") && isInstalled()) return;
  say("Installing packages (once, and whenever package-lock.json changes) ...");
  const { status, stderr } = runNpm(["ci"]);
  if (status === 0) return;
  // A registry that lacks another system's packages fails `ci`; `install` does without them.
  if (stderr.includes("EUSAGE") && runNpm(["install", "--no-save"]).status === 0) return;
  say(stderr);
  fail("The packages could not be installed: see npm's message above, then start again.");
}

function runNpm(npmArgs) {
  const npm = process.env["npm_execpath"];
  const [program, prefix] = npm ? [process.execPath, [npm]] : ["npm", []];
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const stdio = ["ignore", 2, "pipe"];
  return spawnSync(program, [...prefix, ...npmArgs, ...quiet], { stdio, encoding: "utf8" });
}

/** npm writes down what it installed; packages for other systems are optional and left out. */
function isInstalled() {
  const wanted = packagesIn("package-lock.json");
  const installed = packagesIn("node_modules/.package-lock.json");
  return Object.entries(wanted).every(
    ([place, { version, optional, devOptional }]) =>
      place === "" ||
      installed[place]?.version === version ||
      (!installed[place] && (optional || devOptional)),
  );
}

function packagesIn(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, "utf8")).packages;
  } catch {
    return {};
  }
}

function generateClient() {
  const schemas = filesIn("prisma/schema").filter((file) => file.endsWith(".prisma"));
  if (schemas.length === 0) return;
  const hash = hashOf([...schemas, "prisma.config.ts", "package-lock.json"]);
  if (existsSync(CLIENT) && markOf(SCHEMA_MARK) === hash) return;
  say("Generating the database client ...");
  // Naming any executable keeps Prisma from downloading an engine that `generate` never runs.
  process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;
  const generate = ["node_modules/prisma/build/index.js", "generate", "--no-hints"];
  if (run("node_modules/.bin/node", generate) !== 0) {
    fail("The database client could not be generated: see Prisma's message above.");
  }
  setMark(SCHEMA_MARK, hash);
}

function handOver() {
  const child = spawn("node_modules/.bin/node", ["--import", "tsx", script, ...args], {
    stdio: "inherit",
    env: { ...process.env, PATH: `${path.resolve("node_modules/.bin")}:${process.env.PATH}` },
  });
  for (const signal of STOP_SIGNALS) process.on(signal, () => child.kill(signal));
  stopWithParents(child);
  child.on("error", () => fail("node_modules is broken: delete that folder and start again."));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** npm (and the shell it uses) may die without passing the signal on: then nobody needs us. */
function stopWithParents(child) {
  if (!process.env["npm_lifecycle_event"]) return;
  const parents = [process.ppid, parentOf(process.ppid)].filter((pid) => pid > 1);
  const check = () => parents.every(isAlive) || child.kill("SIGTERM");
  setInterval(check, 500).unref();
}

function parentOf(pid) {
  const { stdout } = spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" });
  if (stdout) return Number(stdout);
  // Small systems have no `ps`, but then they have /proc.
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat)
    ? Number(readFileSync(stat, "utf8").split(") ").at(-1)?.split(" ")[1])
    : 0;
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

function run(program, programArgs) {
  // Progress goes to standard error, so that `npm run --silent token` prints the token alone.
  const { status } = spawnSync(program, programArgs, { stdio: ["ignore", 2, 2] });
  return status;
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name));
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) if (existsSync(file)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function markOf(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function setMark(file, hash) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, hash);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
