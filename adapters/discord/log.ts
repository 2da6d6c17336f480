/** The part of a pino logger used here. No token and no words of people are ever passed to it. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
