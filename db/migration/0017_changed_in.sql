ALTER TABLE "ledger_lines" ADD COLUMN "changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
CREATE INDEX "ledger_lines_changed" ON "ledger_lines" USING btree ("company_id","changed_in");--> statement-breakpoint
-- By a trigger, so that no statement can forget it; also for rows that a backup brings, whose numbers are another server's.
CREATE FUNCTION mark_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_in := pg_current_xact_id();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_lines_changed BEFORE INSERT OR UPDATE ON ledger_lines FOR EACH ROW
  EXECUTE FUNCTION mark_change();
