/**
 * What a manager does about a ticket that nobody present may take. Pure: the floor, the staff and
 * the wish give one action. In order of disturbance: open a closed window with a free clerk; give an
 * open window one more zone; change the clerk of a window; change two clerks' places.
 */
import type { HallConfig, Staff, WindowPlace } from '../../shared/hall/config.ts';
import type { FloorView, FloorWindow } from '../../shared/views/manager-floor.ts';
import type { Wish } from './skills.ts';
import { holdsAll, placeTakes, servingStaff } from './skills.ts';

export type Relief =
  | { readonly kind: 'open'; readonly window: number; readonly clerk: Staff }
  | { readonly kind: 'assign'; readonly window: number; readonly zones: readonly string[] }
  | { readonly kind: 'replace'; readonly window: number; readonly clerk: Staff }
  | {
      readonly kind: 'swap';
      readonly window: number;
      readonly from: number;
      readonly clerk: Staff;
    };

/** The least disturbing action after which somebody may take the wish; null when there is none. */
export function reliefFor(
  hall: HallConfig,
  date: string,
  floor: FloorView,
  wish: Wish,
): Relief | null {
  const able = servingStaff(hall, date).filter((person) => holdsAll(person, wish));
  const free = able.filter(
    (person) => !floor.windows.some((row) => clerkOf(row) === person.staffNo),
  );
  const rows = floor.windows.flatMap((row) => {
    const place = hall.windows.find((one) => one.no === row.no && one.kind !== 'collection');
    return place ? [{ row, place, takes: placeTakes(place, wish, row.zones) }] : [];
  });
  const [freeClerk] = free;
  const closed = rows.find(({ row, takes }) => takes && row.status === 'closed');
  if (closed && freeClerk) return { kind: 'open', window: closed.row.no, clerk: freeClerk };
  const seated = rows.find(
    ({ row, place }) => isAble(able, row) && placeTakes(place, wish, widened(row, wish)),
  );
  if (seated) return { kind: 'assign', window: seated.row.no, zones: widened(seated.row, wish) };
  const target = rows.find(({ row, takes }) => takes && row.status !== 'closed');
  if (!target) return null;
  if (freeClerk) return { kind: 'replace', window: target.row.no, clerk: freeClerk };
  const other = rows.find(({ row }) => isAble(able, row) && row.no !== target.row.no);
  const clerk = other && able.find((person) => person.staffNo === clerkOf(other.row));
  if (!other || !clerk) return null;
  return { kind: 'swap', window: target.row.no, from: other.row.no, clerk };
}

function clerkOf(row: FloorWindow): string | undefined {
  return row.clerk?.staffNo;
}

function isAble(able: readonly Staff[], row: FloorWindow): boolean {
  return able.some((person) => person.staffNo === clerkOf(row));
}

/** The window's zones and those of the wish. */
function widened(row: FloorWindow, wish: Wish): WindowPlace['zones'] & readonly string[] {
  const own = row.zones === 'all' ? [] : row.zones;
  const wanted = wish.packageZone === null ? wish.items.map((item) => item.zone) : [];
  const zones = [...own, ...wanted, ...(wish.packageZone === null ? [] : [wish.packageZone])];
  return [...new Set(zones)] as never;
}
