/** What a browser tells of one thing that can be pressed or filled, and the form that it is in. */
export type Control = {
  /** Where it stands among the controls that were found together. */
  place: number;
  tag: string;
  /** The type of an input or button; "" for others. */
  type: string;
  role: string;
  /** The name of a field or button in its form. */
  name: string;
  /** The words by which a person knows it. */
  text: string;
  classes: string;
  /** The whole address of a link. */
  href: string | null;
  isDownload: boolean;
  /** Its form's place among the forms; null outside forms. */
  form: number | null;
  /** In the page's own part, around it (header, navigation), or in an open dialog. */
  where: "main" | "around" | "dialog";
  isDisabled: boolean;
  /** The text of a field; "true" or "false" of what can be checked. */
  value: string;
};

export type Field = {
  /** Where it stands among the elements of its form. */
  place: number;
  tag: string;
  type: string;
  name: string;
  label: string;
  value: string;
  isChecked: boolean;
  isRequired: boolean;
  isShown: boolean;
  /** Enabled options of a select, in their order. */
  options: string[];
  min: string;
  max: string;
  /** What it asks of the browser to fill in: "new-password". */
  purpose: string;
};

export type Form = {
  place: number;
  method: string;
  fields: Field[];
  /** The words of its buttons that send it. */
  submits: string[];
};

export type Findings = { controls: Control[]; forms: Form[] };

/** What a page did since it was marked, as far as the page itself knows. */
export type PageReport = {
  /** Changes of what is shown. */
  changes: number;
  /** What no change of the page shows: printing, the clipboard, mail, telephone, other sites. */
  effects: string[];
  /** Whether the focus went elsewhere than to the control. */
  focusMoved: boolean;
};

/** What a person would read off a page. */
export type Look = {
  url: string;
  title: string;
  heading: string;
  /** Refusals and troubles. */
  alerts: string[];
  /** What succeeded, and notes. */
  statuses: string[];
  /** The fields that are said to be wrong, with what is wrong. */
  wrongFields: string[];
  /** Links and buttons that lead on. */
  waysOn: number;
};

export type Filling = { place: number; value: string; check?: boolean };
