import { asWallTime } from "@/lib/time/wall-time";
import {
  hybrid,
  teacher,
  weekly,
  type PlannedCourse,
  type PlannedLocation,
  type PlannedTeacher,
} from "./course-plan";

export const LOCATIONS: readonly PlannedLocation[] = [
  {
    name: "Newtown",
    address: "12 Wattle Lane, Newtown NSW 2042",
    phone: "02 5550 0142",
    rooms: [
      { name: "Piano Room", capacity: 16, instruments: ["piano"] },
      { name: "Studio One", capacity: 24, instruments: [] },
      { name: "Band Room", capacity: 18, instruments: ["bass", "drums", "guitar", "singing"] },
    ],
  },
  {
    name: "Chatswood",
    address: "48 Banksia Street, Chatswood NSW 2067",
    phone: "02 5550 0167",
    rooms: [
      { name: "Harbour Room", capacity: 26, instruments: [] },
      { name: "Keys Loft", capacity: 18, instruments: ["piano", "singing"] },
      { name: "Drum Den", capacity: 14, instruments: ["drums"] },
    ],
  },
];

export const TEACHERS: readonly PlannedTeacher[] = [
  {
    ...teacher(["Grace Nguyen", "piano", "Newtown"], "1 15:00-19:30, 3 15:00-19:00, 4 15:15-18:15"),
    mailName: "teacher",
  },
  teacher(
    ["Liam O'Connor", "guitar bass", "Newtown"],
    "2 15:00-19:00, 3 15:30-19:00, 4 15:30-17:30",
  ),
  teacher(["Priya Sharma", "singing", "Newtown"], "1 15:30-18:30, 4 15:30-18:30"),
  teacher(["Jack Thompson", "drums", "Newtown"], "3 15:30-19:30, 5 15:30-18:00"),
  teacher(["Mei Chen", "piano", "Chatswood"], "1 15:00-19:30, 2 17:00-19:30"),
  teacher(["Sofia Rossi", "preschool singing", "Newtown"], "2 09:00-12:00"),
  teacher(["Tom Wilson", "guitar", "Chatswood"], "2 15:00-19:30, 3 15:00-19:00"),
  teacher(["Aroha Williams", "singing piano", "Chatswood"], "3 15:00-19:00, 5 15:00-18:30"),
  teacher(["Daniel Kim", "piano", "Chatswood"], "2 15:00-17:00, 4 15:00-19:30"),
  teacher(["Olivia Brown", "bass guitar", "Newtown"], "2 15:30-19:00, 5 15:00-16:30"),
  teacher(["Hamish Taylor", "drums", "Chatswood"], "4 15:00-18:30, 5 15:00-19:00"),
  teacher(["Layla Haddad", "preschool piano", "Chatswood"], "3 09:00-12:00"),
];

const KIDS = [6, 12] as const;
const TEENS = [11, 17] as const;
const LITTLE = [3, 5] as const;
const ADULTS = [18, 99] as const;

const PIANO_FOUNDATION_1 = {
  kind: "HYBRID",
  name: "Piano Foundation 1",
  instrument: "piano",
  teacher: "Grace",
  room: "Piano Room",
  weekday: 1,
  start: asWallTime("16:00"),
  minutes: 60,
  capacity: 6,
  students: 6,
  ages: [6, 9],
  groupPrice: 3500,
} as const;

export const CURRENT_COURSES: readonly PlannedCourse[] = [
  {
    ...PIANO_FOUNDATION_1,
    hybrid: {
      lessonMinutes: 45,
      lessonPrice: 5000,
      plan: "GGGIGGGIGI",
      window: { opens: [1, 5], closes: [3, 7] },
      booked: { 4: 4 },
    },
  },
  hybrid("GIGIGIGIGI", ["Piano Foundation 2", "piano", "Grace", "Piano Room", 3, "16:00", 60, 6], {
    window: { opens: [-1, 1], closes: [8, 7] },
    booked: { 2: 4, 4: 3, 6: 1 },
  }),
  hybrid("GGIGGIGGIG", ["Guitar Starters", "guitar", "Liam", "Studio One", 2, "16:00", 60, 9], {
    window: { opens: [1, 3], closes: [5, 7] },
    booked: { 3: 6, 6: 2 },
  }),
  hybrid("GGGIGGGIGG", ["Drum Basics", "drums", "Jack", "Band Room", 3, "16:30", 60, 6], {
    window: { opens: [-1, 1], closes: [1, 6] },
    booked: { 4: 6, 8: 5 },
  }),
  hybrid("GGGGIGGGGI", ["Sing Together", "singing", "Priya", "Studio One", 4, "16:00", 60, 9], {
    window: { opens: [3, 1], closes: [4, 7] },
    booked: {},
  }),
  hybrid("GIGIGIGIGI", ["Keys Club", "piano", "Mei", "Keys Loft", 1, "16:00", 60, 8], {
    window: { opens: [-1, 1], closes: [7, 7] },
    booked: { 2: 7, 4: 4, 6: 2 },
  }),
  hybrid("GGGIGGGIGI", ["Guitar Club", "guitar", "Tom", "Harbour Room", 2, "16:30", 60, 9], {
    window: { opens: [1, 4], closes: [3, 7] },
    booked: { 4: 4 },
  }),
  hybrid("GGIIGGIIGG", ["Young Voices", "singing", "Aroha", "Keys Loft", 3, "16:00", 60, 8], {
    window: { opens: [1, 2], closes: [6, 7] },
    booked: { 3: 5, 4: 3 },
  }),
  hybrid("GIGIGIGIGI", ["Piano Explorers", "piano", "Daniel", "Keys Loft", 4, "16:00", 60, 8], {
    window: { opens: [-1, 1], closes: [8, 7] },
    booked: { 2: 6, 4: 5 },
  }),
  hybrid("GGGGGGGIGI", ["Beat Lab", "drums", "Hamish", "Drum Den", 5, "16:00", 60, 6], {
    booked: {},
  }),
  weekly("GROUP", LITTLE, ["Little Beats", "preschool", "Sofia", "Studio One", 2, "09:30", 45, 10]),
  weekly("GROUP", LITTLE, ["Tiny Tunes", "preschool", "Layla", "Harbour Room", 3, "09:30", 45, 10]),
  weekly("GROUP", LITTLE, ["Music Makers", "preschool", "Sofia", "Studio One", 6, "09:00", 45, 10]),
  weekly("GROUP", KIDS, ["Piano Level 3", "piano", "Mei", "Keys Loft", 1, "17:30", 60, 8]),
  weekly("GROUP", TEENS, ["Guitar Group", "guitar", "Liam", "Studio One", 4, "17:30", 60, 10]),
  weekly("GROUP", KIDS, ["Junior Choir", "singing", "Priya", "Harbour Room", 6, "10:00", 60, 18]),
  weekly("GROUP", TEENS, ["Music Theory", "piano", "Aroha", "Harbour Room", 4, "17:30", 60, 14]),
  weekly("GROUP", KIDS, ["Ukulele Fun", "guitar", "Tom", "Harbour Room", 3, "17:00", 45, 12]),
  weekly("BAND", TEENS, ["The Rockets", "guitar", "Olivia", "Band Room", 5, "17:00", 90, 6]),
  weekly("BAND", TEENS, ["Senior Jazz Band", "drums", "Jack", "Band Room", 5, "18:45", 90, 7]),
  weekly("BAND", TEENS, ["Saturday Band", "bass", "Olivia", "Band Room", 6, "11:00", 90, 7]),
  weekly("INDIVIDUAL", ADULTS, [
    "Piano, Tuesdays with Daniel",
    "piano",
    "Daniel",
    "Keys Loft",
    2,
    "16:00",
    30,
    1,
  ]),
  weekly("INDIVIDUAL", ADULTS, [
    "Guitar, Wednesdays with Liam",
    "guitar",
    "Liam",
    "Band Room",
    3,
    "18:00",
    30,
    1,
  ]),
  weekly("INDIVIDUAL", ADULTS, [
    "Drums, Thursdays with Hamish",
    "drums",
    "Hamish",
    "Drum Den",
    4,
    "16:00",
    45,
    1,
  ]),
  weekly("INDIVIDUAL", ADULTS, [
    "Singing, Fridays with Aroha",
    "singing",
    "Aroha",
    "Keys Loft",
    5,
    "16:30",
    30,
    1,
  ]),
  weekly("INDIVIDUAL", TEENS, [
    "Bass, Tuesdays with Olivia",
    "bass",
    "Olivia",
    "Band Room",
    2,
    "17:30",
    30,
    1,
  ]),
  weekly("ONE_OFF", TEENS, [
    "Songwriting Workshop",
    "singing",
    "Priya",
    "Studio One",
    6,
    "13:00",
    180,
    12,
  ]),
];

/** The same course a term earlier and a term later: there is a plan to copy, and one to be made. */
export const EARLIER_COURSES: readonly PlannedCourse[] = [
  {
    ...PIANO_FOUNDATION_1,
    hybrid: {
      lessonMinutes: 45,
      lessonPrice: 5000,
      plan: "GGIGGGIGGI",
      window: { opens: [-1, 1], closes: [9, 7] },
      booked: { 3: 6, 7: 5, 10: 6 },
    },
  },
  weekly("GROUP", TEENS, ["Guitar Group", "guitar", "Liam", "Studio One", 4, "17:30", 60, 8]),
];

export const NEXT_COURSES: readonly PlannedCourse[] = [
  {
    ...PIANO_FOUNDATION_1,
    students: 0,
    hybrid: { lessonMinutes: 45, lessonPrice: 5200, plan: "", booked: {} },
  },
];
