import { describe, expect, it } from "vitest";
import { superuserQuery } from "@/lib/testing/database";
import { COLUMN_GRANTS } from "@/lib/testing/database-column-grants";
import {
  CONSTRAINTS,
  GRANTS,
  POLICIES,
  TABLES_OF_NO_SCHOOL,
  TRIGGERS,
} from "@/lib/testing/database-inventory";

async function column(sql: string): Promise<string[]> {
  const { rows } = await superuserQuery(sql);
  return rows.map((row) => String(Object.values(row)[0]));
}

describe("what the database holds by itself", () => {
  it("has exactly the rules of the checked-in list", async () => {
    const found = await column(`
      SELECT c.conrelid::regclass || '.' || c.conname FROM pg_constraint c
      WHERE c.connamespace = 'public'::regnamespace AND c.contype IN ('c', 'x') ORDER BY 1`);
    expect(found).toEqual(CONSTRAINTS.checks);
  });

  it("has exactly the partial unique indexes of the checked-in list", async () => {
    const found = await column(`
      SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND i.indpred IS NOT NULL
      ORDER BY 1`);
    expect(found).toEqual(CONSTRAINTS.partialUniques);
  });

  it("refuses at the statement itself: no rule about bookings is deferrable", async () => {
    expect(
      await column(`SELECT conname FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND condeferrable`),
    ).toEqual([]);
  });

  it("ties every table of a school to rows of the same school: foreign keys carry the school", async () => {
    const loose = await column(`
      SELECT c.conrelid::regclass || '.' || c.conname FROM pg_constraint c
      JOIN pg_attribute tenant ON tenant.attrelid = c.confrelid AND tenant.attname = 'school_id'
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
        AND NOT EXISTS (
          SELECT 1 FROM unnest(c.conkey, c.confkey) AS k(own, other)
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own
          JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.other
          WHERE a.attname = 'school_id' AND b.attname = 'school_id')`);
    expect(loose).toEqual([]);
  });

  it("gives every table a school, but for the listed ones", async () => {
    const without = await column(`
      SELECT t.tablename FROM pg_tables t WHERE t.schemaname = 'public'
        AND NOT EXISTS (SELECT 1 FROM information_schema.columns c
          WHERE c.table_name = t.tablename AND c.column_name = 'school_id') ORDER BY 1`);
    expect(without).toEqual(TABLES_OF_NO_SCHOOL);
  });

  it("forces row-level security on every table", async () => {
    const open = await column(`
      SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY 1`);
    expect(open).toEqual(["_prisma_migrations"]);
  });

  it("has exactly the policies of the checked-in list", async () => {
    const found = await column(`
      SELECT tablename || ': ' || policyname || ' to ' || array_to_string(roles, ',') FROM pg_policies
      WHERE schemaname = 'public' ORDER BY tablename, policyname`);
    expect(found).toEqual(POLICIES);
  });

  it("narrows the app's role to the school of the transaction, reading and writing, never 'or unset'", async () => {
    const found = await superuserQuery(`
      SELECT DISTINCT replace(qual, '(id = ', '(school_id = ') AS qual, with_check = qual AS same
      FROM pg_policies WHERE schemaname = 'public' AND policyname = 'own_school'`);
    expect(found.rows).toEqual([
      {
        qual: expect.stringMatching(
          /^\(school_id = \( SELECT \(NULLIF\(current_setting\('app\.school_id'::text, true\), ''::text\)\)::uuid AS "nullif"\)\)$/,
        ),
        same: true,
      },
    ]);
  });

  it("grants exactly what the checked-in list says", async () => {
    const found = await column(`
      SELECT grantee || ' ' || table_name || ': ' || string_agg(privilege_type, ' ' ORDER BY privilege_type)
      FROM information_schema.role_table_grants
      WHERE table_schema = 'public' AND grantee IN ('mnm_app', 'mnm_system', 'PUBLIC')
      GROUP BY grantee, table_name ORDER BY 1`);
    expect(found).toEqual(GRANTS);
  });

  it("grants single columns only where the checked-in list says so", async () => {
    const found = await column(`
      SELECT r.rolname || ' ' || c.relname || '.' || a.attname || ': ' || x.privilege_type
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid, aclexplode(a.attacl) x
      JOIN pg_roles r ON r.oid = x.grantee
      WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1`);
    expect(found).toEqual(COLUMN_GRANTS);
  });

  it("runs every function as its caller, so that none steps around a policy", async () => {
    expect(
      await column(`SELECT proname FROM pg_proc p
        WHERE pronamespace = 'public'::regnamespace AND prosecdef`),
    ).toEqual([]);
  });

  it("has exactly the triggers of the checked-in list, and no view", async () => {
    expect(
      await column(`SELECT tgrelid::regclass || '.' || tgname FROM pg_trigger
        WHERE NOT tgisinternal ORDER BY 1`),
    ).toEqual(TRIGGERS);
    expect(await column(`SELECT viewname FROM pg_views WHERE schemaname = 'public'`)).toEqual([]);
  });

  it("keeps powers away from the groups that the logins are members of", async () => {
    const { rows } = await superuserQuery(`
      SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication
      FROM pg_roles WHERE rolname IN ('mnm_app', 'mnm_jobs', 'mnm_system') ORDER BY 1`);
    const powerless = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolcanlogin: false,
      rolreplication: false,
    };
    expect(rows).toEqual([
      { rolname: "mnm_app", ...powerless },
      { rolname: "mnm_jobs", ...powerless },
      { rolname: "mnm_system", ...powerless },
    ]);
  });

  it("begins every index of a school's table with the school, but for those of the system role and the one that tells resources apart first", async () => {
    const others = await column(`
      SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_attribute tenant ON tenant.attrelid = i.indrelid AND tenant.attname = 'school_id'
      WHERE c.relnamespace = 'public'::regnamespace AND i.indkey[0] <> tenant.attnum ORDER BY 1`);
    expect(others).toEqual([
      "api_token_token_hash_key",
      "api_token_user_id_idx",
      "calendar_feed_token_hash_key",
      "course_window_unannounced",
      "delivery_vendor_id_idx",
      "invitation_token_hash_key",
      "job_run_owed",
      "membership_user_id_idx",
      "outbox_event_unsent",
      "reservation_no_overlap",
      "security_event_at_idx",
      "security_event_pkey",
      "security_event_user_id_at_idx",
    ]);
  });
});
