CREATE TABLE "class_switches" (
	"company_id" text collate "C" NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "class_switches_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"signature" text NOT NULL,
	"state" text NOT NULL,
	"by" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"after_seq" bigint NOT NULL,
	"shown" jsonb NOT NULL,
	CONSTRAINT "class_switches_company_id_seq_pk" PRIMARY KEY("company_id","seq"),
	CONSTRAINT "class_switches_state" CHECK ("class_switches"."state" in ('on', 'off', 'mode'))
);
--> statement-breakpoint
ALTER TABLE "class_switches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lessons" (
	"company_id" text collate "C" NOT NULL,
	"decision_id" text collate "C" NOT NULL,
	"line_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"signature" text NOT NULL,
	"payer" text NOT NULL,
	"day" date NOT NULL,
	"proven" boolean NOT NULL,
	"facts" text NOT NULL,
	"about" text collate "C",
	CONSTRAINT "lessons_company_id_decision_id_pk" PRIMARY KEY("company_id","decision_id"),
	CONSTRAINT "lessons_kind" CHECK ("lessons"."kind" in ('accepted', 'changed', 'refused', 'unattended', 'confirmed'))
);
--> statement-breakpoint
ALTER TABLE "lessons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memory_marks" (
	"company_id" text collate "C" NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "memory_marks_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"party_id" text collate "C",
	"verdict" text NOT NULL,
	"by" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"after_seq" bigint NOT NULL,
	CONSTRAINT "memory_marks_company_id_seq_pk" PRIMARY KEY("company_id","seq"),
	CONSTRAINT "memory_marks_kind" CHECK ("memory_marks"."kind" in ('account', 'name', 'refusal', 'habit')),
	CONSTRAINT "memory_marks_verdict" CHECK ("memory_marks"."verdict" in ('forget', 'learn'))
);
--> statement-breakpoint
ALTER TABLE "memory_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rules" (
	"company_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "rules_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"when" jsonb NOT NULL,
	"outcome" jsonb NOT NULL,
	"state" text NOT NULL,
	"trial" jsonb,
	"replaces" text collate "C",
	"by" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "rules_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "rules_state" CHECK ("rules"."state" in ('draft', 'tried', 'on', 'off', 'gone')),
	CONSTRAINT "rules_tried_before_on" CHECK ("rules"."state" not in ('tried', 'on') or "rules"."trial" is not null)
);
--> statement-breakpoint
ALTER TABLE "rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "tolerance" jsonb;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "grounds" jsonb;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "rules" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_decision" FOREIGN KEY ("company_id","decision_id") REFERENCES "public"."decisions"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lessons_about" ON "lessons" USING btree ("company_id","about") WHERE about is not null;--> statement-breakpoint
CREATE INDEX "memory_marks_about" ON "memory_marks" USING btree ("company_id","kind","text");--> statement-breakpoint
CREATE POLICY "company_only" ON "class_switches" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "lessons" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "memory_marks" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));--> statement-breakpoint
CREATE POLICY "company_only" ON "rules" AS PERMISSIVE FOR ALL TO "lettrage_app" USING (company_id = nullif(current_setting('lettrage.company', true), '')) WITH CHECK (company_id = nullif(current_setting('lettrage.company', true), ''));
--> statement-breakpoint
ALTER TABLE lessons FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE class_switches FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE memory_marks FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rules FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- What was taught, allowed and marked is appended; a rule only changes where it stands.
GRANT SELECT, INSERT ON lessons, class_switches, memory_marks, rules TO lettrage_app;
--> statement-breakpoint
GRANT UPDATE (state, trial) ON rules TO lettrage_app;
