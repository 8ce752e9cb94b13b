import { superuserQuery } from "@/lib/testing/database";

/**
 * Every change of a row is written down, with the row before and after it, whoever made it.
 * `press.put_back()` undoes them, the newest first, with no trigger and no foreign key in its way:
 * it costs what was changed, not what there is. Rows that the queue of jobs keeps are not ours.
 */
const REMEMBERING = `
  CREATE SCHEMA press;
  CREATE TABLE press.change (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    relation regclass NOT NULL, was jsonb, became jsonb);

  CREATE FUNCTION press.remember() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
  BEGIN
    INSERT INTO press.change (relation, was, became) VALUES (TG_RELID, to_jsonb(OLD), to_jsonb(NEW));
    RETURN NULL;
  END $$;

  DO $$
  DECLARE name text;
  BEGIN
    FOR name IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
      EXECUTE 'CREATE TRIGGER zz_remember AFTER INSERT OR UPDATE OR DELETE ON ' || name ||
        ' FOR EACH ROW EXECUTE FUNCTION press.remember()';
    END LOOP;
  END $$;

  CREATE FUNCTION press.columns_of(relation regclass, only_key boolean) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute a
    WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      AND (NOT only_key OR attnum = ANY (
        (SELECT indkey::int2[] FROM pg_index WHERE indrelid = relation AND indisprimary)::int2[]))
  $$;

  CREATE FUNCTION press.put_back() RETURNS int
    LANGUAGE plpgsql SET session_replication_role = replica AS $$
  DECLARE made record; done int := 0; key text; every text;
  BEGIN
    FOR made IN SELECT * FROM press.change ORDER BY place DESC LOOP
      key := press.columns_of(made.relation, true);
      every := press.columns_of(made.relation, false);
      IF made.became IS NOT NULL THEN
        EXECUTE format('DELETE FROM %1$s WHERE (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, $1))',
          made.relation, key) USING made.became;
      END IF;
      IF made.was IS NOT NULL THEN
        EXECUTE format('INSERT INTO %1$s (%2$s) OVERRIDING SYSTEM VALUE
          SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, $1)', made.relation, every) USING made.was;
      END IF;
      DELETE FROM press.change WHERE place = made.place;
      done := done + 1;
    END LOOP;
    RETURN done;
  END $$;
`;

/** From now on every change of this database can be put back. */
export async function beginRemembering(): Promise<void> {
  await superuserQuery(REMEMBERING);
}

/** What was changed up to now stays. */
export async function keepChanges(): Promise<void> {
  await superuserQuery("TRUNCATE press.change");
}

/** A mark in the order of changes, to ask from. */
export async function lastChange(): Promise<number> {
  const { rows } = await superuserQuery(
    "SELECT coalesce(max(place), 0) AS place FROM press.change",
  );
  return Number(rows[0]?.place);
}

/** The tables that were changed since a mark. */
export async function changedTables(since = 0): Promise<string[]> {
  const sql = `SELECT DISTINCT relation::text AS name FROM press.change WHERE place > $1 ORDER BY 1`;
  const { rows } = await superuserQuery(sql, [since]);
  return rows.map(({ name }) => String(name));
}

/** Every row as it was; returns how many changes were undone. */
export async function putBack(): Promise<number> {
  const { rows } = await superuserQuery("SELECT press.put_back() AS done");
  return Number(rows[0]?.done);
}
