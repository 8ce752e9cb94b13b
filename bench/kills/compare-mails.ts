/** A mail as a person reads it: who has it, and which happening it tells. */
export type MailFound = { to: string; happening: string };

/** One mail that one person must have; `isOvertaken`: what happened next may have made it stale. */
export type MailOwed = MailFound & { isOvertaken: boolean };

export type MailsCompared = {
  missing: string[];
  /** Each mail that came once more than it should. */
  twice: string[];
  unknown: string[];
};

/** Holds the mails that people have against those that they must have, one by one. */
export function compareMails(
  owed: readonly MailOwed[],
  found: readonly MailFound[],
): MailsCompared {
  const known = new Set(owed.map(keyOf));
  const had = new Set<string>();
  const compared: MailsCompared = { missing: [], twice: [], unknown: [] };
  for (const key of found.map(keyOf)) {
    if (had.has(key)) compared.twice.push(key);
    else if (!known.has(key)) compared.unknown.push(key);
    had.add(key);
  }
  const due = owed.filter(({ isOvertaken }) => !isOvertaken).map(keyOf);
  compared.missing = [...new Set(due)].filter((key) => !had.has(key));
  return compared;
}

function keyOf({ to, happening }: MailFound): string {
  return `${to}, ${happening}`;
}
