CREATE TABLE "ledger_balance_pasts" (
	"company_id" text collate "C" NOT NULL,
	"account" text collate "C" NOT NULL,
	"balance_minor" bigint NOT NULL,
	"known_from" timestamp with time zone NOT NULL,
	"known_until" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_balance_pasts_company_id_account_known_until_pk" PRIMARY KEY("company_id","account","known_until")
);
--> statement-breakpoint
ALTER TABLE "ledger_balance_pasts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger_line_pasts" (
	"company_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"account" text collate "C" NOT NULL,
	"role" text NOT NULL,
	"party_id" text collate "C",
	"journal" text collate "C" NOT NULL,
	"entry" text collate "C" NOT NULL,
	"document" text,
	"label" text NOT NULL,
	"day" date NOT NULL,
	"document_day" date,
	"due_day" date,
	"due_computed" boolean NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"foreign_money" jsonb,
	"kind" text NOT NULL,
	"letter" text,
	"vat_minor" bigint,
	"gone" boolean NOT NULL,
	"known_from" timestamp with time zone NOT NULL,
	"known_until" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_line_pasts_company_id_id_known_until_pk" PRIMARY KEY("company_id","id","known_until")
);
--> statement-breakpoint
ALTER TABLE "ledger_line_pasts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ledger_balances" ADD COLUMN "known_since" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_lines" ADD COLUMN "known_since" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "salesperson" text;--> statement-breakpoint
CREATE INDEX "ledger_line_pasts_by_time" ON "ledger_line_pasts" USING btree ("company_id","known_until");--> statement-breakpoint
CREATE POLICY "company_only" ON "ledger_balance_pasts" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "ledger_line_pasts" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
ALTER TABLE ledger_line_pasts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE ledger_balance_pasts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Pasts are appended by the triggers below, in the transaction of the change.
GRANT SELECT, INSERT ON ledger_line_pasts, ledger_balance_pasts TO lettrage_app;
--> statement-breakpoint
-- What is there was known since it was learned; and accounts of class 41 that the older map did not name get their role.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['companies', 'ledger_lines', 'ledger_balances'] LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  UPDATE ledger_lines SET known_since = learned_at;
  UPDATE ledger_balances b SET known_since = c.created_at FROM companies c WHERE c.id = b.company_id;
  UPDATE companies SET accounts = '{"418": "accrual", "419": "advance", "4198": "accrual"}' || accounts
    WHERE accounts ->> '411' = 'receivable';
  FOREACH t IN ARRAY ARRAY['companies', 'ledger_lines', 'ledger_balances'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- A line that changes leaves what it said before; a change within one transaction was never known to anyone.
CREATE FUNCTION keep_line_past() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.known_since < now() THEN
    INSERT INTO ledger_line_pasts (company_id, id, account, role, party_id, journal, entry, document, label, day,
      document_day, due_day, due_computed, amount_minor, currency, foreign_money, kind, letter, vat_minor, gone,
      known_from, known_until)
    VALUES (OLD.company_id, OLD.id, OLD.account, OLD.role, OLD.party_id, OLD.journal, OLD.entry, OLD.document, OLD.label,
      OLD.day, OLD.document_day, OLD.due_day, OLD.due_computed, OLD.amount_minor, OLD.currency, OLD.foreign_money, OLD.kind,
      OLD.letter, OLD.vat_minor, OLD.gone_at IS NOT NULL, OLD.known_since, now());
    NEW.known_since := now();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_lines_past BEFORE UPDATE ON ledger_lines FOR EACH ROW
  WHEN ((OLD.account, OLD.role, OLD.party_id, OLD.journal, OLD.entry, OLD.document, OLD.label, OLD.day, OLD.document_day,
      OLD.due_day, OLD.due_computed, OLD.amount_minor, OLD.currency, OLD.foreign_money, OLD.kind, OLD.letter, OLD.vat_minor,
      OLD.gone_at IS NULL)
    IS DISTINCT FROM (NEW.account, NEW.role, NEW.party_id, NEW.journal, NEW.entry, NEW.document, NEW.label, NEW.day,
      NEW.document_day, NEW.due_day, NEW.due_computed, NEW.amount_minor, NEW.currency, NEW.foreign_money, NEW.kind,
      NEW.letter, NEW.vat_minor, NEW.gone_at IS NULL))
  EXECUTE FUNCTION keep_line_past();
--> statement-breakpoint
CREATE FUNCTION keep_balance_past() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.known_since < now() THEN
    INSERT INTO ledger_balance_pasts (company_id, account, balance_minor, known_from, known_until)
    VALUES (OLD.company_id, OLD.account, OLD.balance_minor, OLD.known_since, now());
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.known_since := now();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_balances_past BEFORE UPDATE OR DELETE ON ledger_balances FOR EACH ROW
  EXECUTE FUNCTION keep_balance_past();
