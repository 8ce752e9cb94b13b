/** What a guardian is to a family. */
export const GUARDIAN_KINDS = {
  PRIMARY: { label: "Primary guardian", hint: "books and pays" },
  OTHER: { label: "Guardian", hint: "books too" },
  EMERGENCY: { label: "Emergency contact", hint: "is only called" },
} as const;
