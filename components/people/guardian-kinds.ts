/** What a guardian is to a family. */
export const GUARDIAN_KINDS = {
  PRIMARY: { label: "Primary guardian", hint: "books, gets mail and the invoices" },
  OTHER: { label: "Guardian", hint: "books and gets email" },
  EMERGENCY: { label: "Emergency contact", hint: "is only called" },
} as const;
