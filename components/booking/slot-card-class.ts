/** The look of a time that can be chosen, and of the radio button in it. */
export const SLOT_CARD =
  "relative flex min-h-15 flex-wrap content-center items-center gap-x-3 gap-y-1 rounded-control border-2 border-line bg-surface-raised px-3 py-2 transition-opacity duration-700 hover:border-line-strong has-checked:border-primary-strong has-checked:bg-primary-soft has-checked:text-primary-soft-ink has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus";

export const SLOT_RADIO =
  "size-5 shrink-0 appearance-none rounded-full border-2 border-line-strong bg-surface-raised outline-none checked:border-[0.4rem] checked:border-primary-strong disabled:border-line";
