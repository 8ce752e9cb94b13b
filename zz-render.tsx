import { renderToStaticMarkup } from "react-dom/server";
import { WeekGrid } from "@/components/calendar/week-grid";
import { asDay, addDays } from "@/lib/time/day";
import { asInstant } from "@/lib/time/instant";
import { asTimeZone } from "@/lib/time/zone";
const from = asDay("2026-11-23");
const days = Array.from({ length: 7 }, (_, d) => ({ day: addDays(from, d), closures: [], entries: Array.from({ length: d < 5 ? 200 : 0 }, (_, i) => ({ id: `${d}-${i}`, kind: "hybrid-individual" as const, courseId: "c", courseName: "Piano Foundation 1", startsAt: asInstant(1795406400000 + (i%14) * 60000*30), endsAt: asInstant(1795406400000 + (i%14 + 1) *30* 60000), startMinute: 900 + i, teacher: "Grace Nguyen", room: "Piano Room", location: "Newtown", students: ["Mia Parker"], placeholder: null })) }));
for (let n = 0; n < 8; n++) { const t = performance.now(); const html = renderToStaticMarkup(<WeekGrid days={days} today={from} timeZone={asTimeZone("Australia/Sydney")} look={{ locale: "en-AU", teachers: true, rosters: "folded", coursesHref: "/x/y/z" }} />); console.log(Math.round(performance.now() - t), html.length); }
