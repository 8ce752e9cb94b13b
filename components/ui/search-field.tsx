import { Search } from "lucide-react";
import { useId, type ReactNode } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";
import { CONTROL_CLASS } from "./field";
import { Icon } from "./icon";

type SearchFieldProps = {
  label: string;
  action: string;
  name?: string;
  defaultValue?: string | undefined;
  placeholder?: string;
  /** Hidden inputs that keep other parts of the address. */
  children?: ReactNode;
};

/** What is searched for is cut there (`searchText`). */
const MAX_SEARCH = 100;

/** Searches by address, so the result can be kept, shared and gone back to. */
export function SearchField(props: SearchFieldProps) {
  const { label, action, name = "q", defaultValue, placeholder, children } = props;
  const id = useId();
  return (
    <form action={action} method="get" role="search" className="flex gap-2">
      {children}
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <span className="relative block min-w-0 grow sm:max-w-sm">
        <Icon
          icon={Search}
          className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-soft"
        />
        <input
          id={id}
          type="search"
          maxLength={MAX_SEARCH}
          name={name}
          defaultValue={defaultValue}
          placeholder={placeholder ?? label}
          className={classNames(CONTROL_CLASS, "pl-10")}
        />
      </span>
      <Button type="submit">Search</Button>
    </form>
  );
}
