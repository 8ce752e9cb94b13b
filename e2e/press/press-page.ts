import type { Findings } from "./control";
import { findIn, lookAt } from "./in-page-calls";
import { faultsOf } from "./judge";
import { type Kind, kindsOf, MOST_WORDINGS } from "./kinds";
import { type Pressed, pressStep, type Setting } from "./press-step";
import { putBack } from "./put-back";
import { settle } from "./settle";
import { DESKTOP, PHONE } from "./stage";
import { isSameRoute, type Step, stepsIn, withoutHash } from "./steps";

/** Where a step was found: the state of an address after some presses that left it where it was. */
type State = { address: string; path: readonly Step[] };
type Item = State & { step: Step };

type Round = {
  setting: Setting;
  aroundToo: boolean;
  /** What was pressed, and what was wrong with it. */
  pressed: Pressed[];
  /** The keys of the kinds that were found, by their shape. */
  known: Map<string, Set<string>>;
  queue: Item[];
  width: number;
  /** The state that the page is in; null where it must be opened again before the next press. */
  now: Now | null;
};

/** An address, and the way to its last press that changed rows: they stay so until it is opened again. */
type Now = { address: string; since: readonly Step[] };

/** The one page that shows nothing itself: it leads everybody to the first page of their own area. */
const LEADS_ON = "/[school]";
const DEEPEST = 3;
const MOST_STEPS = 200;

/** Presses every kind of control of a page once, at the width of a desktop and then of a phone. */
export async function pressPage(setting: Setting, aroundToo: boolean): Promise<Pressed[]> {
  const round: Round = {
    ...{ setting, aroundToo, pressed: [], known: new Map(), queue: [] },
    ...{ width: 0, now: null },
  };
  for (const size of [DESKTOP, PHONE]) {
    round.width = size.width;
    await setting.actor.page.setViewportSize(size);
    const address = await arrive(round);
    // The page that it leads on to is pressed for itself.
    if (!isOwnPage(setting, address)) continue;
    await discover(round, { address, path: [] });
    for (let item = round.queue.shift(); item; item = round.queue.shift()) {
      if (round.pressed.length > MOST_STEPS)
        throw new Error("So many kinds: what tells them apart?");
      await pressItem(round, item);
    }
  }
  await putBack();
  return round.pressed;
}

/** Opening a page is judged like a press. Returns where its address leads. */
async function arrive(round: Round): Promise<string> {
  const { setting, width } = round;
  const startedAt = performance.now();
  await open(round, setting.address);
  const look = await lookAt(setting.actor.page);
  const faults = faultsOf({
    ...{ manner: "plain", changes: 1, effects: [], focusMoved: false, navigated: true },
    ...setting.actor.watching.take(),
    serverErrors: setting.app.takeErrors(),
    changedTables: [],
    ...{ before: look, after: look },
  });
  const isToLeadOn = setting.template === LEADS_ON;
  if (isToLeadOn === isOwnPage(setting, look.url)) faults.push(`it leads to ${look.url}`);
  say(round, `opening it at ${width} px`, { faults, startedAt });
  return look.url;
}

function isOwnPage({ app, address }: Setting, there: string): boolean {
  return isSameRoute(there, new URL(address, app.url).href);
}

/**
 * A page as it is at its address, for somebody who is signed in, in the school as it was. The page
 * before it is left first: it may still ask, and must not ask without a session.
 */
async function open(round: Round, address: string): Promise<void> {
  const { app, actor } = round.setting;
  const { context, page, cookies, watching } = actor;
  await page.goto(app.emptyPage);
  watching.begin();
  await putBack();
  await context.clearCookies();
  await context.addCookies(cookies);
  await page.goto(address, { waitUntil: "load" });
  await settle(page, watching);
  round.now = { address: page.url(), since: [] };
}

/** Puts what was not known before in front: it may be gone after the next press. */
async function discover(round: Round, state: State): Promise<void> {
  const { setting, aroundToo, width, known, queue } = round;
  const { page } = setting.actor;
  const findings = await findIn(page);
  const { steps, links } = stepsIn(findings, { address: page.url(), width, aroundToo });
  const fresh = steps.filter((step) => isNew(step, known));
  queue.unshift(...fresh.map((step) => ({ ...state, step })));
  await askFor(round, links);
}

/** Not of a kind that is known; in other states of a page a list has other words, a form other buttons. */
function isNew({ key, kind: { shape, control } }: Step, known: Map<string, Set<string>>): boolean {
  const keys = known.get(shape) ?? new Set();
  const most = control.type === "submit" ? 2 * MOST_WORDINGS : MOST_WORDINGS;
  if (keys.has(key) || keys.size >= most) return false;
  known.set(shape, keys.add(key));
  return true;
}

/** A link to another page is not followed, but it must lead somewhere. */
async function askFor(round: Round, links: readonly string[]): Promise<void> {
  const { context, asked } = round.setting.actor;
  for (const link of links.filter((each) => !asked.has(each))) {
    asked.add(link);
    const startedAt = performance.now();
    const reply = await context.request.get(link, { maxRedirects: 0 });
    const faults = reply.status() < 400 ? [] : [`it answers ${reply.status()}`];
    say(round, `link to ${link}`, { faults, startedAt });
  }
}

async function pressItem(round: Round, item: Item): Promise<void> {
  const startedAt = performance.now();
  const { faults, next } = await pressOrSay(round, item);
  say(round, nameOf(item), { faults, startedAt });
  if (next !== null && next.path.length <= DEEPEST) await discover(round, next);
}

/** What is wrong, and the state of the page that it led to; null where it led away or went wrong. */
type Outcome = { faults: string[]; next: State | null };

/** What an earlier press left open may be in the way: then once more on the page as it was. */
async function pressOrSay(round: Round, item: Item): Promise<Outcome> {
  const wasOpenedAnew = round.now === null;
  try {
    return await pressOnce(round, item);
  } catch (error) {
    round.now = null;
    if (!wasOpenedAnew) return pressOrSay(round, item);
    return { faults: [String(error).slice(0, 900)], next: null };
  }
}

async function pressOnce(round: Round, item: Item): Promise<Outcome> {
  const { setting } = round;
  const { kind, findings, since } = await comeTo(round, item);
  const here = setting.actor.page.url();
  const { sight, faults } = await pressStep(setting, { ...item.step, kind }, findings);
  const there = sight.after.url;
  const { address } = item;
  const path = [...item.path, item.step];
  const isChanged = sight.changedTables.length > 0;
  const stays = there === here && !(item.step.manner === "empty" && hadValues(kind, findings));
  round.now = stays && !isChanged ? { address, since } : null;
  if (faults.length > 0 || !isSameRoute(there, here)) return { faults, next: null };
  if (isChanged) round.now = { address, since: path };
  // What another address shows is found there again without the presses that led to it.
  const isPlace = withoutHash(there) !== withoutHash(here) && !isChanged && since.length === 0;
  if (!isPlace) return { faults, next: { address, path } };
  round.now = { address: there, since: [] };
  return { faults, next: { address: there, path: [] } };
}

/** What was in a form stands in it again only where the page is opened anew. */
function hadValues({ control }: Kind, { forms }: Findings): boolean {
  const form = control.form === null ? undefined : forms[control.form];
  return form?.fields.some(({ isShown, value }) => isShown && value !== "") ?? false;
}

type There = { kind: Kind; findings: Findings };

/** The control on the page as it stands, or after opening it anew and going the way to it. */
async function comeTo(
  round: Round,
  { address, path, step }: Item,
): Promise<There & { since: readonly Step[] }> {
  const { page } = round.setting.actor;
  if (round.now?.address === address && isOnTheWay(round.now.since, path)) {
    const { since } = round.now;
    const there = locate(await findIn(page), step, page.url());
    if (there !== null) return { ...there, since };
  }
  await open(round, address);
  let since: readonly Step[] = [];
  for (const [index, each] of path.entries()) {
    const there = locate(await findIn(page), each, page.url());
    if (there === null) throw new Error(`${nameOfStep(each)} is not there again.`);
    const { sight } = await pressStep(round.setting, { ...each, kind: there.kind }, there.findings);
    if (sight.changedTables.length > 0) since = path.slice(0, index + 1);
  }
  const there = locate(await findIn(page), step, page.url());
  if (there === null) throw new Error("It is not there when the page is opened again.");
  return { ...there, since };
}

/** Whether a way begins with another. */
function isOnTheWay(beginning: readonly Step[], path: readonly Step[]): boolean {
  return beginning.every((each, index) => path[index] === each);
}

function locate(findings: Findings, { kind }: Step, address: string): There | null {
  const found = kindsOf(findings, address).find(({ key }) => key === kind.key);
  return found === undefined ? null : { kind: found, findings };
}

type Result = { faults: string[]; startedAt: number };

function say({ setting, pressed }: Round, control: string, { faults, startedAt }: Result): void {
  const one = { control, faults, ms: performance.now() - startedAt };
  pressed.push(one);
  setting.tell(one);
}

function nameOf({ address, path, step }: Item): string {
  const { search } = new URL(address);
  return [search, ...[...path, step].map(nameOfStep)].filter(Boolean).join(" > ");
}

function nameOfStep({ kind, manner }: Step): string {
  const { tag, type, role, text } = kind.control;
  return `${role || type || tag} "${text}"${manner === "plain" ? "" : ` (${manner})`}`;
}
