import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { addGuardian } from "@/lib/people/add-guardian";
import { addStudent } from "@/lib/people/add-student";
import { archiveStudent } from "@/lib/people/archive-student";
import { changeGuardianKind } from "@/lib/people/change-guardian-kind";
import { choosePerson } from "@/lib/people/choose-person";
import { createFamily } from "@/lib/people/create-family";
import { createTeacher } from "@/lib/people/create-teacher";
import { getFamily } from "@/lib/people/get-family";
import { getStudent } from "@/lib/people/get-student";
import { getTeacher } from "@/lib/people/get-teacher";
import { invitePerson } from "@/lib/people/invite-person";
import { listFamilies } from "@/lib/people/list-families";
import { listSecurityEvents } from "@/lib/people/list-security-events";
import { listStudents } from "@/lib/people/list-students";
import { listTeachers } from "@/lib/people/list-teachers";
import { listWithdrawn } from "@/lib/people/list-withdrawn";
import { removeGuardian } from "@/lib/people/remove-guardian";
import { renameFamily } from "@/lib/people/rename-family";
import { updateContact } from "@/lib/people/update-contact";
import { updateTeacher } from "@/lib/people/update-teacher";
import { getSchoolSettings } from "@/lib/school/get-school-settings";
import { found, narrowed, type SchoolCalls, whole } from "./school-call";

const ALEX = { givenName: "Alex", familyName: "Example", email: "alex@alex.example" };

export const peopleCalls: SchoolCalls = {
  "people/add-guardian addGuardian": found((ctx, { familyId }) =>
    addGuardian(ctx, { familyId, kind: "OTHER", person: ALEX }),
  ),
  "people/add-guardian addGuardian (somebody known)": found((ctx, { familyId, personId }) =>
    addGuardian(ctx, { familyId, kind: "OTHER", person: personId }),
  ),
  "people/add-student addStudent": found((ctx, { familyId }) =>
    addStudent(ctx, { familyId, person: ALEX }),
  ),
  "people/add-student addStudent (a guardian)": found((ctx, { familyId, guardianId }) =>
    addStudent(ctx, { familyId, person: guardianId }),
  ),
  "people/archive-student archiveStudent": found((ctx, { siblingId }) =>
    archiveStudent(ctx, { studentId: siblingId, archived: true }),
  ),
  "people/change-guardian-kind changeGuardianKind": found((ctx, { familyId, otherGuardianId }) =>
    changeGuardianKind(ctx, {
      basedOn: AS_IT_STANDS,
      familyId,
      personId: otherGuardianId,
      kind: "EMERGENCY",
    }),
  ),
  "people/choose-person choosePerson": narrowed((ctx, { personId }) =>
    choosePerson(ctx, { ...ALEX, same: personId }, { kind: "guardian" }),
  ),
  "people/create-family createFamily": whole((ctx) =>
    createFamily(ctx, { guardians: [{ ...ALEX, kind: "PRIMARY" }], students: [ALEX] }),
  ),
  "people/create-family createFamily (somebody known)": found((ctx, { personId }) =>
    createFamily(ctx, {
      guardians: [{ ...ALEX, kind: "PRIMARY", known: personId }],
      students: [],
    }),
  ),
  "people/create-teacher createTeacher": whole((ctx) =>
    createTeacher(ctx, { ...ALEX, instruments: ["piano"] }),
  ),
  "people/create-teacher createTeacher (somebody known)": found((ctx, { personId }) =>
    createTeacher(ctx, { ...ALEX, instruments: ["piano"], known: personId }),
  ),
  "people/get-family getFamily": found((ctx, { familyId }) => getFamily(ctx, familyId)),
  "people/get-student getStudent": found((ctx, { studentId }) => getStudent(ctx, studentId)),
  "people/get-teacher getTeacher": found((ctx, { teacherId }) => getTeacher(ctx, teacherId)),
  "people/invite-person invitePerson": found((ctx, { personId }) =>
    invitePerson(ctx, { personId, asAdmin: true }),
  ),
  "people/list-families listFamilies": whole((ctx) => listFamilies(ctx, {})),
  "people/list-families listFamilies (a page)": narrowed((ctx, { familyId }) =>
    listFamilies(ctx, { after: familyId }),
  ),
  "people/list-security-events listSecurityEvents": whole((ctx) => listSecurityEvents(ctx, {})),
  "people/list-security-events listSecurityEvents (a page)": narrowed((ctx, { securityEventId }) =>
    listSecurityEvents(ctx, { after: securityEventId }),
  ),
  "people/list-students listStudents": whole((ctx) => listStudents(ctx, {})),
  "people/list-students listStudents (a page)": narrowed((ctx, { studentId }) =>
    listStudents(ctx, { after: studentId }),
  ),
  "people/list-teachers listTeachers": whole((ctx) => listTeachers(ctx, {})),
  "people/list-teachers listTeachers (a page)": narrowed((ctx, { teacherId }) =>
    listTeachers(ctx, { before: teacherId }),
  ),
  "people/list-withdrawn listWithdrawn": narrowed((ctx, { invitationId }) =>
    listWithdrawn(ctx, [invitationId]),
  ),
  "people/remove-guardian removeGuardian": found((ctx, { familyId, otherGuardianId }) =>
    removeGuardian(ctx, { familyId, personId: otherGuardianId }),
  ),
  "people/rename-family renameFamily": found((ctx, { familyId }) =>
    renameFamily(ctx, { basedOn: AS_IT_STANDS, familyId, name: "Renamed" }),
  ),
  "people/update-contact updateContact": found((ctx, { guardianId }) =>
    updateContact(ctx, { basedOn: AS_IT_STANDS, ...ALEX, personId: guardianId }),
  ),
  "people/update-teacher updateTeacher": found((ctx, { teacherId }) =>
    updateTeacher(ctx, { basedOn: AS_IT_STANDS, ...ALEX, teacherId, instruments: [] }),
  ),
  "school/get-school-settings getSchoolSettings": whole((ctx) => getSchoolSettings(ctx)),
};
