ALTER TABLE "companies" ADD COLUMN "vat_due" text;--> statement-breakpoint
ALTER TABLE "ledger_lines" ADD COLUMN "vat_waiting_minor" bigint;--> statement-breakpoint
ALTER TABLE "ledger_line_pasts" ADD COLUMN "vat_waiting_minor" bigint;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_vat_due" CHECK ("companies"."vat_due" in ('debits', 'receipts'));--> statement-breakpoint
-- A line that changes leaves what it said before. That it now says when its VAT is due, where it said nothing, is no change.
CREATE OR REPLACE FUNCTION keep_line_past() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.known_since < now() THEN
    INSERT INTO ledger_line_pasts (company_id, id, account, role, party_id, journal, entry, document, label, day,
      document_day, due_day, due_computed, amount_minor, currency, foreign_money, kind, letter, vat_minor, vat_waiting_minor,
      gone, known_from, known_until)
    VALUES (OLD.company_id, OLD.id, OLD.account, OLD.role, OLD.party_id, OLD.journal, OLD.entry, OLD.document, OLD.label,
      OLD.day, OLD.document_day, OLD.due_day, OLD.due_computed, OLD.amount_minor, OLD.currency, OLD.foreign_money, OLD.kind,
      OLD.letter, OLD.vat_minor, OLD.vat_waiting_minor, OLD.gone_at IS NOT NULL, OLD.known_since, now());
    NEW.known_since := now();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER ledger_lines_past ON ledger_lines;
--> statement-breakpoint
CREATE TRIGGER ledger_lines_past BEFORE UPDATE ON ledger_lines FOR EACH ROW
  WHEN ((OLD.account, OLD.role, OLD.party_id, OLD.journal, OLD.entry, OLD.document, OLD.label, OLD.day, OLD.document_day,
      OLD.due_day, OLD.due_computed, OLD.amount_minor, OLD.currency, OLD.foreign_money, OLD.kind, OLD.letter, OLD.vat_minor,
      coalesce(OLD.vat_waiting_minor, NEW.vat_waiting_minor), OLD.gone_at IS NULL)
    IS DISTINCT FROM (NEW.account, NEW.role, NEW.party_id, NEW.journal, NEW.entry, NEW.document, NEW.label, NEW.day,
      NEW.document_day, NEW.due_day, NEW.due_computed, NEW.amount_minor, NEW.currency, NEW.foreign_money, NEW.kind,
      NEW.letter, NEW.vat_minor, NEW.vat_waiting_minor, NEW.gone_at IS NULL))
  EXECUTE FUNCTION keep_line_past();
