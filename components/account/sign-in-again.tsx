"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { ButtonLink } from "../ui/button-link";

/** Through the sign-in and back to this very page, for whoever was signed out meanwhile. */
export function SignInAgain() {
  const [path, query] = [usePathname(), useSearchParams().toString()];
  const next = query === "" ? path : `${path}?${query}`;
  return (
    <ButtonLink href={`/sign-in?${new URLSearchParams({ next }).toString()}`} variant="primary">
      Sign in
    </ButtonLink>
  );
}
