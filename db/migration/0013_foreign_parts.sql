ALTER TABLE "settlements" DROP CONSTRAINT "settlements_sign";--> statement-breakpoint
ALTER TABLE "ledger_lines" ADD COLUMN "foreign_settled_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_lines" ADD COLUMN "unsplit_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "settlements" ADD COLUMN "debit_foreign_minor" bigint;--> statement-breakpoint
ALTER TABLE "settlements" ADD COLUMN "credit_foreign_minor" bigint;--> statement-breakpoint
CREATE INDEX "ledger_lines_foreign_open" ON "ledger_lines" USING btree ("company_id","party_id") WHERE residual_minor = 0 and received_minor = 0 and unsplit_minor = 0 and gone_at is null and foreign_settled_minor <> (foreign_money ->> 'minor')::bigint and role in ('receivable', 'retention', 'bills', 'doubtful', 'advance');--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_sign" CHECK ("settlements"."turn" > 0 and num_nonnulls(nullif("settlements"."amount_minor", 0), nullif("settlements"."debit_foreign_minor", 0), nullif("settlements"."credit_foreign_minor", 0)) > 0
        and case when "settlements"."turn" % 2 = 1 then least("settlements"."amount_minor", "settlements"."debit_foreign_minor", "settlements"."credit_foreign_minor") >= 0
          else greatest("settlements"."amount_minor", "settlements"."debit_foreign_minor", "settlements"."credit_foreign_minor") <= 0 end);--> statement-breakpoint
-- No fact says its foreign part yet. Of an Odoo everything is read once more, and then they do.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ledger_lines', 'erp_links'] LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  UPDATE ledger_lines SET unsplit_minor = amount_minor - residual_minor - received_minor
    WHERE amount_minor <> residual_minor + received_minor;
  UPDATE erp_links SET cursor = (cursor::jsonb || '{"since": null, "part": 0, "after": 0}')::text WHERE cursor LIKE '{%';
  FOREACH t IN ARRAY ARRAY['ledger_lines', 'erp_links'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
