-- What suppliers are owed is read from ledger files too: the accounts of suppliers get their role at the next import.
DO $$
BEGIN
  ALTER TABLE companies NO FORCE ROW LEVEL SECURITY;
  UPDATE companies SET accounts = '{"401": "payable", "403": "payable", "404": "payable"}' || accounts
    WHERE accounts ->> '411' = 'receivable';
  ALTER TABLE companies FORCE ROW LEVEL SECURITY;
END $$;
