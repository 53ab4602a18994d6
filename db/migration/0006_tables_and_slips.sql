CREATE TABLE "table_mappings" (
	"company_id" text collate "C" NOT NULL,
	"account" text collate "C" NOT NULL,
	"signature" text collate "C" NOT NULL,
	"mapping" jsonb NOT NULL,
	"confirmed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "table_mappings_company_id_account_signature_pk" PRIMARY KEY("company_id","account","signature")
);
--> statement-breakpoint
ALTER TABLE "table_mappings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_kind";--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD COLUMN "reversals" text;--> statement-breakpoint
ALTER TABLE "table_mappings" ADD CONSTRAINT "table_mappings_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_kind" CHECK ("files"."kind" in ('fec', 'pain', 'slip', 'camt', 'ofx', 'mt940', 'cfonb120', 'csv', 'xlsx'));--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_reversals" CHECK ("bank_accounts"."reversals" in ('as-booked', 'turned'));--> statement-breakpoint
CREATE POLICY "company_only" ON "table_mappings" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
ALTER TABLE "table_mappings" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "table_mappings" TO lettrage_app;
