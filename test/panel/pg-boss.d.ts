// The part of pg-boss that decides whether a schedule is due; its types leave it out.
declare module 'pg-boss/src/timekeeper.js' {
  export default class Timekeeper {
    constructor(db: object, config: object);
    shouldSendIt(cron: string, zone: string): boolean;
  }
}
