-- What the serving role may do. It can neither change nor delete an event, an audit row, a call, an
-- evaluation or a configuration: those are facts. Where the role could not be created (a foreign
-- server that does not allow it) nothing is granted, and health says so.
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'yichuang_app') THEN
    GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO yichuang_app;
    GRANT UPDATE ON halls, hall_days, tickets, cases, prompts, staff_logins, devices,
      effect_cursors TO yichuang_app;
    GRANT DELETE ON private_texts TO yichuang_app;
  END IF;
END
$$;
