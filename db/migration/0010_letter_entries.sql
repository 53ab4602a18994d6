ALTER TABLE "settlements" DROP CONSTRAINT "settlements_two_lines";--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_lines" CHECK (num_nonnulls("settlements"."debit_id", "settlements"."credit_id", "settlements"."bank_line_id") = 2
        or (num_nonnulls("settlements"."debit_id", "settlements"."credit_id") = 1 and "settlements"."decision_id" is not null));