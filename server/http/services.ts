/** What the routes work with; put together once, in main.ts. */
import type { AdviceAnswer, AdviceQuestion } from '../../shared/forecast/advise/questions.ts';
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import type { Outlook } from '../../shared/views/outlook.ts';
import type { Sql } from '../storage/database.ts';
import type { HallClock } from '../clock.ts';
import type { Importer } from '../configuring/importer.ts';
import type { Publisher } from '../configuring/publisher.ts';
import type { Devices } from '../devices/devices.ts';
import type { HallActor } from '../hall/actor.ts';
import type { Bookings } from '../hall/bookings.ts';
import type { Days } from '../hall/days.ts';
import type { LiveTickets } from '../people/live-tickets.ts';
import type { People } from '../people/sign-in.ts';
import type { FindTicket } from '../people/tokens.ts';
import type { Secrets } from '../secrets.ts';
import type { ShadowReports } from '../shadow/shadow-job.ts';
import type { ConfigStore } from '../storage/config-store.ts';
import type { HallLog } from '../storage/hall-log.ts';
import type { Metrics } from './metrics.ts';

export interface ServerSettings {
  readonly version: string;
  /** The hall that a page belongs to when it names none. */
  readonly defaultHall: string;
  readonly demo: boolean;
  readonly databaseKind: 'embedded' | 'external';
  /** False where the database did not let us separate the serving role from the owner. */
  readonly rolesSeparated: boolean;
  readonly printerControlUrl: string | null;
  readonly pagesDir: string;
}

export interface Services {
  readonly settings: ServerSettings;
  readonly sql: Sql;
  readonly log: HallLog;
  readonly days: Days;
  readonly bookings: Bookings;
  readonly configs: ConfigStore;
  readonly publisher: Publisher;
  readonly importer: Importer;
  readonly clock: HallClock;
  readonly secrets: Secrets;
  readonly people: People;
  readonly devices: Devices;
  readonly liveTickets: LiveTickets;
  readonly findTicket: FindTicket;
  /** Asks the worker about advice; null where it does not answer in time. */
  readonly askAdvice: (question: AdviceQuestion) => Promise<AdviceAnswer | null>;
  /** What may be shown of waits. */
  readonly outlook: (hall: HallId, date: BusinessDate) => Outlook;
  /** What the promise order would have done; empty until it was looked at. */
  readonly shadow: (hall: HallId) => ShadowReports;
  readonly metrics: Metrics;
  readonly actor: (hall: string) => HallActor | undefined;
  readonly halls: () => readonly string[];
  readonly onFault: (error: unknown, what: string) => void;
}
