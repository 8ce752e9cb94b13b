/** Keeps the way on in sight on a phone, above its tab bar, while what is chosen is scrolled. */
export const STICKY_BUTTON =
  "sticky bottom-[calc(4.625rem+env(safe-area-inset-bottom))] z-10 bg-surface py-2 md:static";
