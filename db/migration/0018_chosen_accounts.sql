ALTER TABLE "companies" ADD COLUMN "chosen_accounts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD COLUMN "closed" boolean DEFAULT false NOT NULL;