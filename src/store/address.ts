/** Whether the name of a database is the address of a PostgreSQL, and no file's. */
export const isPostgres = (name: string): boolean => /^postgres(ql)?:\/\//i.test(name.trim());
