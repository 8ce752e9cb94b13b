"use client";

import type { MouseEvent, ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";
import { Spinner } from "./spinner";

export type SubmitButtonProps = Omit<ButtonProps, "type"> & { pendingText?: ReactNode };

/** Sends its form. While that is under way it says so, and further presses do nothing. */
export function SubmitButton({ pendingText, children, onClick, ...rest }: SubmitButtonProps) {
  const { pending, data } = useFormStatus();
  const sending = pending && (rest.name === undefined || data.get(rest.name) === rest.value);

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <Button
      variant="primary"
      {...rest}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={press}
    >
      {sending ? <Spinner /> : null}
      {sending ? (pendingText ?? children) : children}
    </Button>
  );
}
