CREATE TABLE "erp_links" (
	"company_id" text collate "C" PRIMARY KEY NOT NULL,
	"cursor" text,
	"pulled_at" timestamp with time zone,
	"progress" jsonb,
	"books" jsonb,
	"halted" jsonb,
	"attached_after" text
);
--> statement-breakpoint
ALTER TABLE "erp_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "nights" (
	"company_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"summary" jsonb,
	CONSTRAINT "nights_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "nights" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "statements" ALTER COLUMN "file_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "dealing" jsonb;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD COLUMN "iban" text collate "C";--> statement-breakpoint
ALTER TABLE "bank_lines" ADD COLUMN "erp_id" text collate "C";--> statement-breakpoint
ALTER TABLE "bank_lines" ADD COLUMN "gone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "erp_links" ADD CONSTRAINT "erp_links_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nights" ADD CONSTRAINT "nights_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "nights_by_time" ON "nights" USING btree ("company_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_lines_by_erp" ON "bank_lines" USING btree ("company_id","erp_id") WHERE erp_id is not null;--> statement-breakpoint
CREATE POLICY "company_only" ON "erp_links" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "nights" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
ALTER TABLE erp_links FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE nights FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON erp_links, nights TO lettrage_app;
--> statement-breakpoint
-- A statement that the ERP keeps changes there; one of a file never does.
GRANT UPDATE (number, account, opening_minor, opening_day, closing_minor, closing_day, balanced) ON statements TO lettrage_app;
--> statement-breakpoint
CREATE POLICY only_of_the_erp ON statements AS RESTRICTIVE FOR UPDATE TO lettrage_app USING (format = 'erp') WITH CHECK (format = 'erp');
