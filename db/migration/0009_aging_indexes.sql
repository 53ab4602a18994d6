DROP INDEX "ledger_lines_account";--> statement-breakpoint
CREATE INDEX "settlements_by_debit" ON "settlements" USING btree ("company_id","debit_id") WHERE debit_id is not null;--> statement-breakpoint
CREATE INDEX "settlements_by_credit" ON "settlements" USING btree ("company_id","credit_id") WHERE credit_id is not null;--> statement-breakpoint
CREATE INDEX "ledger_lines_account" ON "ledger_lines" USING btree ("company_id","account","day","amount_minor") WHERE gone_at is null;