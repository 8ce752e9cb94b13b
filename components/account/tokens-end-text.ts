/** Said before what ends them; nothing to who has none. */
export function tokensEndText(tokenCount: number): string {
  if (tokenCount === 0) return "";
  return tokenCount === 1 ? " One API token ends, too." : ` ${tokenCount} API tokens end, too.`;
}
