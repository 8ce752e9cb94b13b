-- One row for all processes: when the next mail may go out. The vendor counts requests, not machines.
CREATE TABLE "mail_slot" (
    "is_one" BOOLEAN NOT NULL DEFAULT true,
    "next_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "mail_slot_pkey" PRIMARY KEY ("is_one")
);
ALTER TABLE "mail_slot" ADD CONSTRAINT "mail_slot_one_row" CHECK ("is_one");

ALTER TABLE "mail_slot" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "mail_slot" FORCE ROW LEVEL SECURITY;
CREATE POLICY system_every_school ON "mail_slot" TO mnm_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "mail_slot" TO mnm_system;

-- Takes the next turn to send and says how many milliseconds it is away. p_apart: seconds between turns.
CREATE FUNCTION take_mail_turn(p_apart double precision) RETURNS double precision LANGUAGE sql AS $$
  INSERT INTO mail_slot AS s (next_at) VALUES (clock_timestamp() + make_interval(secs => p_apart))
  ON CONFLICT (is_one) DO UPDATE
    SET next_at = GREATEST(s.next_at, clock_timestamp()) + make_interval(secs => p_apart)
  RETURNING GREATEST(0, 1000 * EXTRACT(EPOCH FROM next_at - clock_timestamp() - make_interval(secs => p_apart)))
$$;
