ALTER TABLE "bank_lines" ADD COLUMN "waiting_own_minor" bigint;--> statement-breakpoint
-- What a line of a foreign account is worth is not known yet. Of an Odoo that has such accounts everything is read once more.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['companies', 'bank_accounts', 'erp_links'] LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  UPDATE erp_links l SET cursor = (l.cursor::jsonb || '{"since": null, "part": 0, "after": 0}')::text
    FROM companies c WHERE c.id = l.company_id AND l.cursor LIKE '{%' AND EXISTS (
      SELECT FROM bank_accounts a WHERE a.company_id = c.id AND a.currency <> c.currency);
  FOREACH t IN ARRAY ARRAY['companies', 'bank_accounts', 'erp_links'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
