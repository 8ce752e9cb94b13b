-- A server says whether it is ready: it has to see which migrations this database has.
GRANT SELECT ("migration_name", "finished_at", "rolled_back_at") ON "_prisma_migrations" TO mnm_system;
