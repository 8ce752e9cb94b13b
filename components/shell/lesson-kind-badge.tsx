import {
  CalendarHeart,
  Drum,
  Sparkles,
  UserRound,
  UserRoundCheck,
  UsersRound,
  type LucideIcon,
} from "lucide-react";
import { Badge } from "../ui/badge";

export type LessonKind =
  "individual" | "group" | "band" | "hybrid-group" | "hybrid-individual" | "one-off";

type KindLook = { label: string; icon: LucideIcon; colours: string };

/** The one colour, icon and name of each kind of lesson, everywhere. */
export const LESSON_KINDS: Record<LessonKind, KindLook> = {
  individual: {
    label: "Individual",
    icon: UserRound,
    colours: "bg-kind-individual text-kind-individual-ink",
  },
  group: { label: "Group", icon: UsersRound, colours: "bg-kind-group text-kind-group-ink" },
  band: { label: "Band", icon: Drum, colours: "bg-kind-band text-kind-band-ink" },
  "hybrid-group": {
    label: "Group week",
    icon: Sparkles,
    colours: "bg-kind-hybrid-group text-kind-hybrid-group-ink",
  },
  "hybrid-individual": {
    label: "Individual week",
    icon: UserRoundCheck,
    colours: "bg-kind-hybrid-individual text-kind-hybrid-individual-ink",
  },
  "one-off": {
    label: "Workshop",
    icon: CalendarHeart,
    colours: "bg-kind-one-off text-kind-one-off-ink",
  },
};

type LessonKindBadgeProps = { kind: LessonKind; label?: string };

export function LessonKindBadge({ kind, label }: LessonKindBadgeProps) {
  const look = LESSON_KINDS[kind];
  return (
    <Badge icon={look.icon} className={look.colours}>
      {label ?? look.label}
    </Badge>
  );
}
