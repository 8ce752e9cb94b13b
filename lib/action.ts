import { headers } from "next/headers";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import { after } from "next/server";
import type { z } from "zod";
import { isOwnOrigin } from "./auth/own-origin";
import type { Permission } from "./auth/permissions";
import { requestPath, schoolOfRequest } from "./auth/request-path";
import { memberOfRequest, signInPath } from "./auth/session";
import { isRivalWrite } from "./db/constraint-errors";
import { pokeRelay } from "./events/relay-signal";
import { fieldErrorsOf, inputOfForm, keptValuesOf } from "./form-input";
import { log } from "./log";
import { NotFound, Refusal } from "./refusal";
import { refusalText, textOfRefusal } from "./refusal-text";
import type { SchoolContext } from "./school-context";
import type { Shown } from "./values/shown-record";
import { requestIdNow } from "./watching/request-trail";

export type ActionRefused = {
  status: "refused";
  code: string;
  text: string;
  /** Facts beside the text, such as the list of what would be cancelled. */
  details?: Record<string, unknown>;
  /** What is wrong with each field. */
  fields?: Record<string, string>;
  /** What was typed, to be shown again: never passwords or files. */
  values?: Record<string, string>;
  /** The same for fields that were sent more than once. */
  lists?: Record<string, string[]>;
};

/** What became of a form; the first and the last of `useActionState`. */
export type ActionState<Result = unknown> =
  { status: "idle" } | { status: "done"; message?: string; result?: Result } | ActionRefused;

/** What `run` may hand back: a sentence for the person, or that and a result for the screen. */
type Outcome<Result> = string | { message?: string; result?: Result } | void;

type SchoolActionOptions<Input extends z.ZodType, Result> = {
  permission: Permission;
  input: Input;
  run: (ctx: SchoolContext, input: z.output<Input>) => Promise<Outcome<Result>>;
};

export type SchoolAction<Result = unknown> = (
  previous: ActionState<Result>,
  form: FormData,
) => Promise<ActionState<Result>>;

/** A save of a whole record: done, it hands back the record as it stands. */
export type SaveAction = SchoolAction<{ stands: Shown }>;

/**
 * A server action inside the school of its page's address: Origin, session, membership, permission
 * and input are checked before `run`; refusals come back as state with what was typed. A field whose
 * name ends in "[]" arrives as a list. `run` may end in Next's `redirect()`.
 */
export function schoolAction<Input extends z.ZodType, Result = unknown>(
  options: SchoolActionOptions<Input, Result>,
): SchoolAction<Result> {
  return async (previous, form) =>
    guarded(form, async () => {
      const ctx = await memberOfRequest(schoolOfRequest() ?? "", options.permission);
      if (ctx === "signed-out") return signedOutState(form);
      if (ctx === null) notFound();
      const taken = form.get("take");
      if (typeof taken === "string") return takenState(previous, form, taken);
      const parsed = options.input.safeParse(inputOfForm(form));
      if (!parsed.success) return invalidState(form, parsed.error);
      try {
        return doneState(await options.run(ctx, parsed.data));
      } catch (error) {
        if (error instanceof Refusal) return refusedState(form, error, ctx);
        throw error;
      } finally {
        pokeRelay();
      }
    });
}

type PublicActionOptions<Input extends z.ZodType, Result> = {
  input: Input;
  run: (input: z.output<Input>) => Promise<Outcome<Result>>;
};

/** A server action of a page outside schools (sign-in, account): the same without a membership. */
export function publicAction<Input extends z.ZodType, Result = unknown>(
  options: PublicActionOptions<Input, Result>,
): SchoolAction<Result> {
  return async (_previous, form) =>
    guarded(form, async () => {
      const parsed = options.input.safeParse(inputOfForm(form));
      if (!parsed.success) return invalidState(form, parsed.error);
      try {
        return doneState(await options.run(parsed.data));
      } catch (error) {
        if (error instanceof Refusal) return refusedState(form, error, null);
        throw error;
      } finally {
        pokeRelay();
      }
    });
}

/** Work that the answer neither waits for nor tells of; a failure is logged. */
export function afterAnswer(work: () => Promise<void>): void {
  after(async () => {
    try {
      await work();
      pokeRelay();
    } catch (error) {
      log.error({ err: error }, "work after an answer failed");
    }
  });
}

async function guarded<Result>(
  form: FormData,
  answer: () => Promise<ActionState<Result>>,
): Promise<ActionState<Result>> {
  try {
    if (!(form instanceof FormData)) notFound();
    if (!isOwnOrigin(await headers())) {
      return refusedState(form, new Refusal("foreign-origin"), null);
    }
    return await answer();
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof NotFound) notFound();
    if (isRivalWrite(error)) return rivalState(form, error);
    return unexpectedState(form, error);
  }
}

/**
 * A script shows the refusal above what was typed. A browser without one would be shown the answer to
 * this form by the page, which asks to sign in and cannot take a form: it is sent there as a reader.
 */
async function signedOutState(form: FormData): Promise<ActionRefused> {
  const isCall = (await headers()).has("next-action");
  const path = requestPath();
  if (!isCall && path !== null) redirect(signInPath(path));
  return refusedState(form, new Refusal("signed-out"), null);
}

/**
 * After "changed meanwhile", a press on "use this instead" beside a field: nothing is saved, and the form
 * is shown again with what stands now in that field.
 */
function takenState<Result>(
  previous: ActionState<Result>,
  form: FormData,
  taken: string,
): ActionState<Result> {
  if (previous.status !== "refused") return { status: "idle" };
  return { ...previous, ...keptValuesOf(form), details: { ...previous.details, taken } };
}

function doneState<Result>(outcome: Outcome<Result>): ActionState<Result> {
  if (typeof outcome === "string") return { status: "done", message: outcome };
  return { status: "done", ...outcome };
}

function refusedState(form: FormData, refusal: Refusal, ctx: SchoolContext | null): ActionRefused {
  return {
    status: "refused",
    code: refusal.code,
    text: textOfRefusal(refusal, ctx?.school ?? null),
    ...(refusal.details && { details: refusal.details }),
    ...keptValuesOf(form),
  };
}

function invalidState(form: FormData, error: z.ZodError): ActionRefused {
  const fields = fieldErrorsOf(error);
  return { ...refusedState(form, new Refusal("invalid-input"), null), fields };
}

function rivalState(form: FormData, error: unknown): ActionRefused {
  log.warn({ err: error, requestId: requestIdNow() }, "an action lost against another one");
  return refusedState(form, new Refusal("same-moment"), null);
}

function unexpectedState(form: FormData, error: unknown): ActionRefused {
  const id = requestIdNow();
  log.error({ err: error, requestId: id }, "an action failed");
  const text = refusalText("unexpected", null, { id });
  return { status: "refused", code: "unexpected", text, ...keptValuesOf(form) };
}
