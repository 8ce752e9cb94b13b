import { z } from "zod";

type Bounds = {
  least: number;
  most: number;
  /** What is counted, in the plural: "minutes". */
  of: string;
};

/** A number that somebody types. An empty field is asked for: it is not zero. */
export function wholeNumber({ least, most, of }: Bounds) {
  return z.preprocess(
    (typed) => (typed === null || (typeof typed === "string" && !typed.trim()) ? undefined : typed),
    z.coerce
      .number(`Give a number of ${of}.`)
      .int("Give a whole number.")
      .min(least, least === 0 ? "This cannot be below zero." : `At least ${least}.`)
      .max(most, `At most ${most}.`),
  );
}
