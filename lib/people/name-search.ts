/** Every word of a search has to be part of a person's name or e-mail. */
export function nameSearch(text: string) {
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, 5);
  return {
    AND: words.map((word) => {
      const part = { contains: word, mode: "insensitive" as const };
      return { OR: [{ givenName: part }, { familyName: part }, { email: part }] };
    }),
  };
}
