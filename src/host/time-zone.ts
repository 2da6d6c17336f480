/** Where most people are who talk with this machine, as far as they have not said: "Europe/Berlin". */
export const TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;
