-- What Drizzle does not write: rights, forced row level security, and the invariants that need a function.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO lettrage_app, lettrage_scheduler;
--> statement-breakpoint
GRANT SELECT ON companies TO lettrage_scheduler;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON companies, files, parties, ledger_accounts, ledger_lines, bank_accounts, bank_lines, outbox, audit_heads TO lettrage_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ledger_balances, ticks, proposals, proposal_items, idempotency_keys TO lettrage_app;
--> statement-breakpoint
-- Facts, decisions and the audit are appended: the application can neither change nor delete them.
GRANT SELECT, INSERT ON settlements, decisions, adjustments, statements, audit_events TO lettrage_app;
--> statement-breakpoint
-- A line can never be settled beyond its amount. Checked at the end of the transaction, so that a fact may take another's place.
CREATE FUNCTION check_residual() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE line ledger_lines;
BEGIN
  SELECT * INTO line FROM ledger_lines WHERE company_id = NEW.company_id AND id = NEW.id;
  IF line.residual_minor NOT BETWEEN least(0, line.amount_minor) AND greatest(0, line.amount_minor) THEN
    RAISE check_violation USING CONSTRAINT = 'ledger_lines_residual',
      MESSAGE = format('line %s of %s would be open by %s', line.id, line.amount_minor, line.residual_minor);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_lines_residual AFTER INSERT OR UPDATE ON ledger_lines
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.residual_minor NOT BETWEEN least(0, NEW.amount_minor) AND greatest(0, NEW.amount_minor))
  EXECUTE FUNCTION check_residual();
--> statement-breakpoint
-- An entry balances, always.
CREATE FUNCTION entry_sum(entry jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT coalesce(sum((line ->> 'amountMinor')::bigint), 0)::bigint FROM jsonb_array_elements(entry) AS line);
--> statement-breakpoint
ALTER TABLE outbox ADD CONSTRAINT outbox_balanced CHECK (entry_sum(entry) = 0);
--> statement-breakpoint
-- A pull's pages come in any order: lines may arrive before their customers.
ALTER TABLE ledger_lines ALTER CONSTRAINT ledger_lines_party DEFERRABLE INITIALLY DEFERRED;
