import type { ComponentProps } from "react";
import { buttonClass, type ButtonLook } from "./button-class";

export type ButtonProps = ComponentProps<"button"> & ButtonLook;

export function Button({ variant, size, block, className, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? "button"}
      className={buttonClass({ variant, size, block }, className)}
    />
  );
}
