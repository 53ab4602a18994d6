CREATE TABLE "companies" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"siren" text,
	"currency" text NOT NULL,
	"zone" text NOT NULL,
	"mode" text NOT NULL,
	"erp" text NOT NULL,
	"terms" jsonb NOT NULL,
	"accounts" jsonb NOT NULL,
	"difference_accounts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "companies_mode" CHECK ("companies"."mode" in ('shadow', 'suggest', 'auto')),
	CONSTRAINT "companies_siren" CHECK ("companies"."siren" ~ '^[0-9]{9}$'),
	CONSTRAINT "companies_id" CHECK ("companies"."id" <> '')
);
--> statement-breakpoint
ALTER TABLE "companies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "files" (
	"company_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"hash" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"current" boolean NOT NULL,
	"ledger" jsonb,
	"collected" jsonb,
	CONSTRAINT "files_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "files_kind" CHECK ("files"."kind" in ('fec', 'pain', 'camt', 'ofx', 'mt940', 'cfonb120')),
	CONSTRAINT "files_hash_shape" CHECK ("files"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger_accounts" (
	"company_id" text collate "C" NOT NULL,
	"number" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "ledger_accounts_company_id_number_pk" PRIMARY KEY("company_id","number")
);
--> statement-breakpoint
ALTER TABLE "ledger_accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger_balances" (
	"company_id" text collate "C" NOT NULL,
	"account" text collate "C" NOT NULL,
	"balance_minor" bigint NOT NULL,
	CONSTRAINT "ledger_balances_company_id_account_pk" PRIMARY KEY("company_id","account")
);
--> statement-breakpoint
ALTER TABLE "ledger_balances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger_lines" (
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
	"payment_reference" text,
	"client_reference" text,
	"discount" jsonb,
	"vat_minor" bigint,
	"residual_minor" bigint NOT NULL,
	"received_minor" bigint DEFAULT 0 NOT NULL,
	"search" text NOT NULL,
	"learned_at" timestamp with time zone DEFAULT now() NOT NULL,
	"gone_at" timestamp with time zone,
	CONSTRAINT "ledger_lines_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "ledger_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "parties" (
	"company_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"city" text,
	"country" text,
	"ibans" jsonb NOT NULL,
	"parent_id" text collate "C",
	"shared" boolean NOT NULL,
	"search" text NOT NULL,
	CONSTRAINT "parties_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "parties" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bank_accounts" (
	"company_id" text collate "C" NOT NULL,
	"account" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"ledger_account" text collate "C",
	"journal" text collate "C",
	"currency" text NOT NULL,
	CONSTRAINT "bank_accounts_company_id_account_pk" PRIMARY KEY("company_id","account")
);
--> statement-breakpoint
ALTER TABLE "bank_accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bank_lines" (
	"company_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"statement_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"account" text collate "C" NOT NULL,
	"entry_ref" text,
	"booking_day" date NOT NULL,
	"value_day" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"counterparty" text,
	"counterparty_account" text,
	"ultimate_party" text,
	"end_to_end_id" text,
	"mandate_id" text,
	"label" text NOT NULL,
	"references" jsonb NOT NULL,
	"bank_code" text,
	"instructed" jsonb,
	"return_reason" text,
	"batch" jsonb,
	"state" text DEFAULT 'open' NOT NULL,
	"until" date,
	"flagged" boolean DEFAULT false NOT NULL,
	"decision_id" text collate "C",
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bank_lines_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "bank_lines_state" CHECK ("bank_lines"."state" in ('open', 'settled', 'later', 'set-aside')),
	CONSTRAINT "bank_lines_until" CHECK (("bank_lines"."state" = 'later') = ("bank_lines"."until" is not null))
);
--> statement-breakpoint
ALTER TABLE "bank_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "statements" (
	"company_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"file_id" text collate "C" NOT NULL,
	"account" text collate "C" NOT NULL,
	"format" text NOT NULL,
	"number" text,
	"currency" text NOT NULL,
	"opening_minor" bigint,
	"opening_day" date,
	"closing_minor" bigint,
	"closing_day" date,
	"balanced" boolean,
	"opening_carried" boolean NOT NULL,
	"line_count" integer NOT NULL,
	"lines_minor" bigint DEFAULT 0 NOT NULL,
	"duplicate_count" integer NOT NULL,
	"apart" jsonb NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "statements_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "statements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticks" (
	"company_id" text collate "C" NOT NULL,
	"line_id" text collate "C" NOT NULL,
	"ledger_line_id" text collate "C" NOT NULL,
	CONSTRAINT "ticks_company_id_line_id_ledger_line_id_pk" PRIMARY KEY("company_id","line_id","ledger_line_id")
);
--> statement-breakpoint
ALTER TABLE "ticks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "settlements" (
	"company_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"turn" integer NOT NULL,
	"debit_id" text collate "C",
	"credit_id" text collate "C",
	"bank_line_id" text collate "C",
	"amount_minor" bigint NOT NULL,
	"day" date NOT NULL,
	"origin" text NOT NULL,
	"decision_id" text collate "C",
	"learned_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "settlements_company_id_id_turn_pk" PRIMARY KEY("company_id","id","turn"),
	CONSTRAINT "settlements_sign" CHECK ("settlements"."turn" > 0 and "settlements"."amount_minor" <> 0 and ("settlements"."turn" % 2 = 1) = ("settlements"."amount_minor" > 0)),
	CONSTRAINT "settlements_two_lines" CHECK (num_nonnulls("settlements"."debit_id", "settlements"."credit_id", "settlements"."bank_line_id") = 2),
	CONSTRAINT "settlements_other_line" CHECK ("settlements"."debit_id" is distinct from "settlements"."credit_id"),
	CONSTRAINT "settlements_origin" CHECK (("settlements"."origin" = 'decision') = ("settlements"."decision_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "settlements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "adjustments" (
	"company_id" text collate "C" NOT NULL,
	"decision_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"account" text collate "C",
	CONSTRAINT "adjustments_company_id_decision_id_position_pk" PRIMARY KEY("company_id","decision_id","position")
);
--> statement-breakpoint
ALTER TABLE "adjustments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "decisions" (
	"company_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "decisions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"action" text NOT NULL,
	"line_id" text collate "C",
	"by" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"candidate" jsonb,
	"proposal" jsonb,
	"engine" text NOT NULL,
	"reject_reason" text,
	"until" date,
	"comment" text,
	"undoes" text collate "C",
	CONSTRAINT "decisions_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "decisions_undo" CHECK (("decisions"."action" = 'undo') = ("decisions"."undoes" is not null))
);
--> statement-breakpoint
ALTER TABLE "decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"company_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "outbox_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"decision_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"entry" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"answer" jsonb,
	"planned_at" timestamp with time zone DEFAULT now() NOT NULL,
	"marked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('planned', 'sent', 'verified', 'refused', 'unknown'))
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proposal_items" (
	"company_id" text collate "C" NOT NULL,
	"line_id" text collate "C" NOT NULL,
	"item_id" text collate "C" NOT NULL,
	CONSTRAINT "proposal_items_company_id_line_id_item_id_pk" PRIMARY KEY("company_id","line_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "proposal_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proposals" (
	"company_id" text collate "C" NOT NULL,
	"line_id" text collate "C" NOT NULL,
	"engine" text NOT NULL,
	"verdict" text NOT NULL,
	"signature" text,
	"party_id" text collate "C",
	"difference_minor" bigint NOT NULL,
	"candidates" jsonb NOT NULL,
	"findings" jsonb NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposals_company_id_line_id_pk" PRIMARY KEY("company_id","line_id"),
	CONSTRAINT "proposals_verdict" CHECK ("proposals"."verdict" in ('auto', 'suggest', 'none'))
);
--> statement-breakpoint
ALTER TABLE "proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_events" (
	"company_id" text collate "C" NOT NULL,
	"seq" bigint NOT NULL,
	"body" text NOT NULL,
	"hash" text NOT NULL,
	"subject" text collate "C" NOT NULL,
	CONSTRAINT "audit_events_company_id_seq_pk" PRIMARY KEY("company_id","seq")
);
--> statement-breakpoint
ALTER TABLE "audit_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"company_id" text collate "C" PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"company_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"body_hash" text NOT NULL,
	"answer" json NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_company_id_user_id_key_pk" PRIMARY KEY("company_id","user_id","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_balances" ADD CONSTRAINT "ledger_balances_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_party" FOREIGN KEY ("company_id","party_id") REFERENCES "public"."parties"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_lines" ADD CONSTRAINT "bank_lines_statement" FOREIGN KEY ("company_id","statement_id") REFERENCES "public"."statements"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_file" FOREIGN KEY ("company_id","file_id") REFERENCES "public"."files"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticks" ADD CONSTRAINT "ticks_bank_line" FOREIGN KEY ("company_id","line_id") REFERENCES "public"."bank_lines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticks" ADD CONSTRAINT "ticks_ledger_line" FOREIGN KEY ("company_id","ledger_line_id") REFERENCES "public"."ledger_lines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_debit" FOREIGN KEY ("company_id","debit_id") REFERENCES "public"."ledger_lines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_credit" FOREIGN KEY ("company_id","credit_id") REFERENCES "public"."ledger_lines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_bank_line" FOREIGN KEY ("company_id","bank_line_id") REFERENCES "public"."bank_lines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjustments" ADD CONSTRAINT "adjustments_decision" FOREIGN KEY ("company_id","decision_id") REFERENCES "public"."decisions"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_line" FOREIGN KEY ("company_id","line_id") REFERENCES "public"."bank_lines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_undoes" FOREIGN KEY ("company_id","undoes") REFERENCES "public"."decisions"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_decision" FOREIGN KEY ("company_id","decision_id") REFERENCES "public"."decisions"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_items" ADD CONSTRAINT "proposal_items_proposal" FOREIGN KEY ("company_id","line_id") REFERENCES "public"."proposals"("company_id","line_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_line" FOREIGN KEY ("company_id","line_id") REFERENCES "public"."bank_lines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "files_hash" ON "files" USING btree ("company_id","hash");--> statement-breakpoint
CREATE INDEX "files_by_time" ON "files" USING btree ("company_id","imported_at");--> statement-breakpoint
CREATE INDEX "ledger_lines_open" ON "ledger_lines" USING btree ("company_id","party_id","account") WHERE (residual_minor <> 0 or received_minor <> 0) and gone_at is null and role in ('receivable', 'retention', 'bills', 'doubtful', 'advance');--> statement-breakpoint
CREATE INDEX "ledger_lines_by_party" ON "ledger_lines" USING btree ("company_id","party_id");--> statement-breakpoint
CREATE INDEX "ledger_lines_account" ON "ledger_lines" USING btree ("company_id","account","day");--> statement-breakpoint
CREATE INDEX "ledger_lines_entry" ON "ledger_lines" USING btree ("company_id","journal","entry","day");--> statement-breakpoint
CREATE INDEX "ledger_lines_bank" ON "ledger_lines" USING btree ("company_id","day") WHERE role = 'bank' and gone_at is null;--> statement-breakpoint
CREATE INDEX "bank_lines_state" ON "bank_lines" USING btree ("company_id","state","booking_day","statement_id","position");--> statement-breakpoint
CREATE INDEX "bank_lines_by_account" ON "bank_lines" USING btree ("company_id","account","booking_day");--> statement-breakpoint
CREATE INDEX "bank_lines_by_statement" ON "bank_lines" USING btree ("company_id","statement_id","position");--> statement-breakpoint
CREATE INDEX "bank_lines_by_decision" ON "bank_lines" USING btree ("company_id","decision_id") WHERE decision_id is not null;--> statement-breakpoint
CREATE INDEX "statements_by_account" ON "statements" USING btree ("company_id","account","closing_day");--> statement-breakpoint
CREATE INDEX "statements_by_file" ON "statements" USING btree ("company_id","file_id");--> statement-breakpoint
CREATE INDEX "ticks_by_ledger_line" ON "ticks" USING btree ("company_id","ledger_line_id");--> statement-breakpoint
CREATE INDEX "settlements_by_day" ON "settlements" USING btree ("company_id","day");--> statement-breakpoint
CREATE INDEX "settlements_by_bank_line" ON "settlements" USING btree ("company_id","bank_line_id") WHERE bank_line_id is not null;--> statement-breakpoint
CREATE INDEX "settlements_by_decision" ON "settlements" USING btree ("company_id","decision_id") WHERE decision_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_undone_once" ON "decisions" USING btree ("company_id","undoes") WHERE undoes is not null;--> statement-breakpoint
CREATE INDEX "decisions_in_order" ON "decisions" USING btree ("company_id","seq");--> statement-breakpoint
CREATE INDEX "decisions_by_line" ON "decisions" USING btree ("company_id","line_id","seq");--> statement-breakpoint
CREATE INDEX "decisions_by_time" ON "decisions" USING btree ("company_id","at");--> statement-breakpoint
CREATE INDEX "outbox_by_decision" ON "outbox" USING btree ("company_id","decision_id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("company_id","seq") WHERE state in ('planned', 'sent', 'unknown');--> statement-breakpoint
CREATE INDEX "proposal_items_by_item" ON "proposal_items" USING btree ("company_id","item_id");--> statement-breakpoint
CREATE INDEX "audit_events_by_subject" ON "audit_events" USING btree ("company_id","subject","seq");--> statement-breakpoint
CREATE INDEX "idempotency_keys_oldest" ON "idempotency_keys" USING btree ("company_id","created_at");--> statement-breakpoint
CREATE POLICY "company_only" ON "companies" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "every_company" ON "companies" AS PERMISSIVE FOR SELECT TO "lettrage_scheduler" USING (true);--> statement-breakpoint
CREATE POLICY "company_only" ON "files" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "ledger_accounts" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "ledger_balances" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "ledger_lines" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "parties" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "bank_accounts" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "bank_lines" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "statements" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "ticks" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "settlements" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "adjustments" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "decisions" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "outbox" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "proposal_items" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "proposals" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "audit_events" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "audit_heads" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));