CREATE TABLE "claims" (
	"company_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"item_id" text collate "C" NOT NULL,
	"party_id" text collate "C",
	"amount_minor" bigint NOT NULL,
	"opened_on" date NOT NULL,
	"decision_id" text collate "C" NOT NULL,
	"note" text,
	"closed_by" text collate "C",
	CONSTRAINT "claims_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "claims_kind" CHECK ("claims"."kind" in ('contested', 'undue-discount')),
	CONSTRAINT "claims_amount" CHECK ("claims"."amount_minor" > 0)
);
--> statement-breakpoint
ALTER TABLE "claims" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_item" FOREIGN KEY ("company_id","item_id") REFERENCES "public"."ledger_lines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_decision" FOREIGN KEY ("company_id","decision_id") REFERENCES "public"."decisions"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_closed_by" FOREIGN KEY ("company_id","closed_by") REFERENCES "public"."decisions"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claims_by_item" ON "claims" USING btree ("company_id","item_id");--> statement-breakpoint
CREATE INDEX "claims_by_party" ON "claims" USING btree ("company_id","party_id");--> statement-breakpoint
CREATE INDEX "claims_by_day" ON "claims" USING btree ("company_id","opened_on");--> statement-breakpoint
CREATE POLICY "company_only" ON "claims" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
ALTER TABLE "claims" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "claims" TO lettrage_app;
