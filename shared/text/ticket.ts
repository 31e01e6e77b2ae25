// What a paper ticket says besides the hall's own data, in the three languages.
// The paper is 32 or 48 columns wide, so the texts are short; the layout wraps what is longer.
// English avoids everything outside ASCII: on a Chinese printer such a letter takes two columns.
import { texts } from './language.ts';

/** The words of the paper ticket; numbers and names come in as arguments. */
export const ticketText = texts({
  'zh-Hans': {
    yourNumber: '您的号码',
    reprint: '【补打】',
    reprintNote: '与原号票号码相同，顺序不变',
    windows: (list: string) => `${list}号窗口`,
    allWindows: '请留意屏幕显示的窗口',
    way: (floor: number, way: string) => `${String(floor)}楼 ${way}`,
    listSeparator: '、',
    items: '办理事项',
    peopleAhead: (count: number) => (count === 0 ? '前面无人等候' : `前面 ${count} 人`),
    serviceTime: (minutes: number) => `窗口办理约 ${minutes} 分钟`,
    scan: '扫码查看排队进度、取消或评价',
    noPhone: '没有手机请留意屏幕和广播',
    bring: '请准备好这些材料',
    chineseNames: '材料名称以目录为准。',
    more: (count: number) => `…等 ${count} 项`,
    moreByCode: (count: number) => `…等 ${count} 项，扫码查看全部`,
    missed: '如果过号，请在取号机重新排队',
    missRule: (behind: number, beforeVoid: number) =>
      missRule(
        beforeVoid,
        `如果过号，请在取号机重新排队：第一次排在 ${String(behind)} 位等候者之后`,
        '；再次过号排到最后',
        `；第 ${String(beforeVoid)} 次过号作废`,
        '如果过号，号码作废，请重新取号',
      ),
    returned: (misses: number, behind: number, isLast: boolean) =>
      (misses > 1 ? '再次过号，已排到最后' : `过号 1 次，已排在 ${String(behind)} 位等候者之后`) +
      (isLast ? '；下次过号作废' : ''),
    slot: (time: string) => `预约 ${time}`,
    slotWalkIn: (time: string) => `预约 ${time}，按取号顺序`,
    pickup: (time: string) => `预计 ${time} 可领取`,
    carried: (date: string) => `${date} 的号码，今天继续有效`,
    issuedAt: '取号时间',
  },
  'zh-Hant': {
    yourNumber: '您的號碼',
    reprint: '【補印】',
    reprintNote: '與原號碼單號碼相同，順序不變',
    windows: (list: string) => `${list}號窗口`,
    allWindows: '請留意螢幕顯示的窗口',
    way: (floor: number, way: string) => `${String(floor)}樓 ${way}`,
    listSeparator: '、',
    items: '申辦項目',
    peopleAhead: (count: number) => (count === 0 ? '前面無人等候' : `前面 ${count} 人`),
    serviceTime: (minutes: number) => `窗口辦理約 ${minutes} 分鐘`,
    scan: '掃描 QR 碼查看進度、取消或評價',
    noPhone: '沒有手機請留意螢幕和廣播',
    bring: '請備妥這些文件',
    chineseNames: '部分名稱沒有繁體譯名，以目錄為準。',
    more: (count: number) => `…等 ${count} 項`,
    moreByCode: (count: number) => `…等 ${count} 項，掃描 QR 碼查看全部`,
    missed: '如果過號，請在取號機重新排隊',
    missRule: (behind: number, beforeVoid: number) =>
      missRule(
        beforeVoid,
        `如果過號，請在取號機重新排隊：第一次排在 ${String(behind)} 位等候者之後`,
        '；再次過號排到最後',
        `；第 ${String(beforeVoid)} 次過號作廢`,
        '如果過號，號碼作廢，請重新取號',
      ),
    returned: (misses: number, behind: number, isLast: boolean) =>
      (misses > 1 ? '再次過號，已排到最後' : `過號 1 次，已排在 ${String(behind)} 位等候者之後`) +
      (isLast ? '；下次過號作廢' : ''),
    slot: (time: string) => `預約 ${time}`,
    slotWalkIn: (time: string) => `預約 ${time}，依取號順序`,
    pickup: (time: string) => `預計 ${time} 可領取`,
    carried: (date: string) => `${date} 的號碼，今天繼續有效`,
    issuedAt: '取號時間',
  },
  en: {
    yourNumber: 'Your number',
    reprint: 'REPRINT',
    reprintNote: 'Same number and place as the first ticket',
    windows: (list: string) => (/[-,]/.test(list) ? `Windows ${list}` : `Window ${list}`),
    allWindows: 'Watch the screens for your window',
    way: (floor: number, way: string) => `Floor ${String(floor)}, ${way}`,
    listSeparator: ', ',
    items: 'Services',
    peopleAhead: (count: number) =>
      count === 0
        ? 'Nobody ahead of you'
        : count === 1
          ? '1 person ahead'
          : `${count} people ahead`,
    serviceTime: (minutes: number) => `About ${minutes} min at the windows`,
    scan: 'Scan to follow, cancel or rate',
    noPhone: 'No phone? Watch the screens',
    bring: 'Please have these ready',
    chineseNames: 'Names in Chinese have no translation yet; please ask the guide desk.',
    more: (count: number) => `... ${count} in all`,
    moreByCode: (count: number) => `... ${count} in all, scan to see them`,
    missed: 'If you miss your call, please queue again at the kiosk',
    missRule: (behind: number, beforeVoid: number) =>
      missRule(
        beforeVoid,
        `If you miss your call, queue again at the kiosk: first behind ${String(behind)} waiting`,
        ', then at the end',
        `; void after ${String(beforeVoid)} misses`,
        'If you miss your call the number is void; please take a new one',
      ),
    returned: (misses: number, behind: number, isLast: boolean) =>
      (misses > 1
        ? 'Missed again: placed at the end'
        : `Missed once: placed behind ${String(behind)} waiting`) +
      (isLast ? '; void after the next miss' : ''),
    slot: (time: string) => `Booked ${time}`,
    slotWalkIn: (time: string) => `Booked ${time}, in order of arrival`,
    pickup: (time: string) => `Ready from ${time}`,
    carried: (date: string) => `Number of ${date}, still valid`,
    issuedAt: 'Issued',
  },
});

/** First miss, the ones between, the last: only what the hall's number leaves room for. */
function missRule(
  beforeVoid: number,
  first: string,
  between: string,
  last: string,
  atOnce: string,
): string {
  if (beforeVoid <= 1) return atOnce;
  return first + (beforeVoid > 2 ? between : '') + last;
}
