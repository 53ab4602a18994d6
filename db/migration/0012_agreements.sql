CREATE TABLE "agreements" (
	"company_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "agreements_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" text collate "C" NOT NULL,
	"supplier_id" text collate "C" NOT NULL,
	"since" date NOT NULL,
	"note" text,
	"by" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ended" jsonb,
	CONSTRAINT "agreements_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "agreements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_once" ON "agreements" USING btree ("company_id","customer_id","supplier_id") WHERE ended is null;--> statement-breakpoint
CREATE POLICY "company_only" ON "agreements" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
ALTER TABLE agreements FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- An agreement's words stand for ever; only its end is written later.
GRANT SELECT, INSERT ON agreements TO lettrage_app;
--> statement-breakpoint
GRANT UPDATE (ended) ON agreements TO lettrage_app;
