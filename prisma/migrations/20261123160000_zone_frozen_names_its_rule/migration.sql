-- Drivers hand on the name of a broken check only inside its message: say it there, as PostgreSQL does.
CREATE OR REPLACE FUNCTION refuse_zone_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM week_plan_week WHERE school_id = OLD.id) THEN
    RAISE EXCEPTION 'zone and week start are frozen once a week plan exists: constraint "school_zone_frozen"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'school_zone_frozen';
  END IF;
  RETURN NEW;
END $$;
