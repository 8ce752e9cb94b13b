import type { ReactNode } from "react";
import { schoolTheme } from "./school-theme";

type SchoolThemeScopeProps = {
  primaryColour: string | null;
  accentColour: string | null;
  className?: string;
  children: ReactNode;
};

/** Everything inside stands in the school's own colours. */
export function SchoolThemeScope(props: SchoolThemeScopeProps) {
  const { primaryColour, accentColour, className, children } = props;
  return (
    <div
      data-school-theme
      style={schoolTheme({ primaryColour, accentColour })}
      className={className}
    >
      {children}
    </div>
  );
}
