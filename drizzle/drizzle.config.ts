import { defineConfig } from 'drizzle-kit';

// drizzle-kit takes its configuration as the default export; nothing else here may have one.
export default defineConfig({
  dialect: 'postgresql',
  schema: './drizzle/schema/*.ts',
  out: './drizzle/migrations',
});
