/**
 * One sentence for every refusal, of the hall's rules and of the shell: what is so, without blame,
 * and what to do now. Where a sentence can use the refusal's detail (a number, a window, seconds)
 * it has two forms, with `{}` for the detail and without. The compiler proves that none is missing.
 */
import type { RefusalCode } from '../hall/refusal.ts';
import type { ShellRefusal } from '../protocol/messages.ts';
import type { Language } from './language.ts';
import { texts } from './language.ts';
import type { Sentence } from './refusals-day.ts';
import { dayRefusals } from './refusals-day.ts';

export type AnyRefusal = RefusalCode | ShellRefusal;

const DETAIL_CHARS_MAX = 80;

/** The sentence of a refusal in a language; `detail` is the refusal's own, if it has any. */
export function refusalText(code: AnyRefusal, language: Language, detail?: string): string {
  const sentence = sentences[language][code];
  if (typeof sentence === 'string') return sentence;
  const [withDetail, without] = sentence;
  if (detail === undefined || detail === '') return without;
  return withDetail.replace('{}', () => detail.slice(0, DETAIL_CHARS_MAX));
}

const sentences = texts<Readonly<Record<AnyRefusal, Sentence>>>({
  'zh-Hans': {
    ...dayRefusals['zh-Hans'],
    'not-allowed': '这项操作不在这里办理，请由负责的人员操作。',
    'hall-closed': '现在不是取号时间，请在开放时间前来，或到导办台询问。',
    'day-not-open': '当日业务目前没有开放，请稍候，或到导办台询问。',
    'day-already-open': '当日业务已经开放，可以直接办理。',
    'unknown-item': ['没有找到事项 {}，请重新选择。', '没有找到这个事项，请重新选择。'],
    'unknown-package': ['没有找到“一件事”{}，请重新选择。', '没有找到这个“一件事”，请重新选择。'],
    'unknown-class': '目前没有这个优先类别，请改选后再取号，或到导办台询问。',
    'class-needs-approval': '这个优先类别由工作人员确认，请到导办台取号。',
    'unknown-window': ['没有 {} 号窗口，请核对窗口号。', '没有这个窗口，请核对窗口号。'],
    'unknown-ticket': ['今天没有号码 {}，请核对号票。', '今天没有这个号码，请核对号票。'],
    'unknown-case': ['没有找到办件 {}，请刷新页面后再试。', '没有找到这个办件，请刷新页面后再试。'],
    'unknown-clerk': ['没有找到工号 {}，请核对工号。', '没有找到这位人员，请核对工号。'],
    'unknown-tag': '这个标签不属于所选的评价等级，请重新选择标签。',
    'unknown-zone': ['没有找到服务区 {}，请重新选择。', '请选择至少一个服务区。'],
    'no-items': '请先选择要办的事项。',
    'items-twice': '同一事项选了两次，请保留一个。',
    'too-many-cases': ['一张号票最多 {} 件，其余请另取号票。', '一张号票装不下，其余请另取号票。'],
    'no-window-for-items': '目前没有窗口能同时办理这些事项，请分开取号，或到导办台询问。',
    'window-taken': ['{} 正在这个窗口，请选择其他窗口。', '窗口已有人员，请选择其他窗口。'],
    'window-closed': '这个窗口没有开放，请先开放窗口。',
    'window-busy': ['窗口还有号码 {}，请先办完这一位。', '窗口还有一位，请先办完这一位。'],
    'window-paused': '窗口正在暂停，请先恢复服务。',
    'window-not-paused': '窗口没有暂停，可以继续办理。',
    'clerk-at-other-window': [
      '这位人员正在 {} 号窗口，请先关闭那个窗口。',
      '这位人员正在其他窗口，请先关闭那个窗口。',
    ],
    'not-your-window': '这个窗口由其他人员负责，请在自己的窗口操作。',
    'no-window-open': '请先开放一个窗口。',
    'no-ticket-at-window': '窗口现在没有号码，请先叫号。',
    'nobody-waiting': '现在没有可由这个窗口办理的号码，请稍后再叫。',
    'ticket-over': ['号码 {} 已经结束，如需办理请重新取号。', '号码已经结束，如需办理请重新取号。'],
    'already-waiting': ['号码 {} 已在排队，请留意屏幕和广播。', '号码已在排队，请留意屏幕和广播。'],
    'already-called': ['正在叫号码 {}，请看屏幕上的窗口。', '正在叫这个号码，请看屏幕上的窗口。'],
    'already-serving': ['号码 {} 正在办理，请在窗口继续。', '号码正在办理，请在窗口继续。'],
    'not-serving': ['号码 {} 还没有开始办理，请先确认到窗。', '还没有开始办理，请先确认到窗。'],
    'recall-too-soon': ['请再等 {} 秒，让对方有时间走过来。', '请稍等，让对方有时间走过来。'],
    'call-again-first': ['请再叫 {} 次，没有应答再记为过号。', '请再叫一次，没有应答再记为过号。'],
    'too-late-to-undo': '这次叫号已经播出，请重呼，没有应答再记为过号。',
    'case-finished': [
      '办件 {} 已有结果，如需再办请添加事项。',
      '办件已有结果，如需再办请添加事项。',
    ],
    'case-not-finished': '这件事还在办理，请在办完后评价。',
    'not-certified': [
      '这里没有 {} 的有效授权，请换人办理，或联系值班主任。',
      '这里没有有效的授权，请换人办理，或联系值班主任。',
    ],
    'already-rated': '已经收到这件事的评价，不用再评，谢谢您。',
    'prompt-over': '评价器上的时间已到，请扫号票上的二维码评价。',
    'rating-expired': '评价期限已到，如有意见请到导办台告诉我们。',
    'rating-not-here': '请在办理窗口的评价器上评价，或扫号票上的二维码评价。',
    'already-printed': '这次打印已有结果，如需号票请补打。',
    'no-printer': '这张号票没有对应的取号机，请到取号机补打，或记下号码。',
    'return-in-the-past': '返回时间已到，请选择稍后的时间。',
    'nothing-due': '现在没有到时要处理的，不用操作。',
    malformed: ['内容没有看懂（{}），请刷新页面后再试。', '内容没有看懂，请刷新页面后再试。'],
    'not-signed-in': '请先登录。',
    forbidden: '这里没有对当前身份开放，请换身份登录，或联系值班主任。',
    'unknown-hall': '没有找到这个大厅，请核对地址。',
    'not-found': '没有找到这项内容，请核对地址。',
    'too-large': '内容太长，请缩短后再试。',
    'command-id-reused': '这次操作和先前的不一致，请刷新页面后重新操作。',
    'version-moved': '设置刚刚被其他人更新，请重新打开设置，核对后再发布。',
    'wrong-password': '工号或密码不符，请重新输入。',
    'too-many-tries': ['请等 {} 秒后再试。', '请稍后再试。'],
    unavailable: '系统暂时没有应答，已取的号码仍然有效，请稍后再试。',
  },
  'zh-Hant': {
    ...dayRefusals['zh-Hant'],
    'not-allowed': '這項操作不在這裡辦理，請由負責的人員操作。',
    'hall-closed': '現在不是取號時間，請在開放時間前來，或到導辦臺詢問。',
    'day-not-open': '當日業務目前沒有開放，請稍候，或到導辦臺詢問。',
    'day-already-open': '當日業務已經開放，可以直接辦理。',
    'unknown-item': ['沒有找到項目 {}，請重新選擇。', '沒有找到這個項目，請重新選擇。'],
    'unknown-package': [
      '沒有找到「一件事」{}，請重新選擇。',
      '沒有找到這個「一件事」，請重新選擇。',
    ],
    'unknown-class': '目前沒有這個優先類別，請改選後再取號，或到導辦臺詢問。',
    'class-needs-approval': '這個優先類別由服務人員確認，請到導辦臺取號。',
    'unknown-window': ['沒有 {} 號窗口，請核對窗口號碼。', '沒有這個窗口，請核對窗口號碼。'],
    'unknown-ticket': ['今天沒有號碼 {}，請核對號碼單。', '今天沒有這個號碼，請核對號碼單。'],
    'unknown-case': [
      '沒有找到案件 {}，請重新整理頁面後再試。',
      '沒有找到這個案件，請重新整理頁面後再試。',
    ],
    'unknown-clerk': ['沒有找到員工編號 {}，請核對編號。', '沒有找到這位人員，請核對員工編號。'],
    'unknown-tag': '這個標籤不屬於所選的評價等級，請重新選擇標籤。',
    'unknown-zone': ['沒有找到服務區 {}，請重新選擇。', '請選擇至少一個服務區。'],
    'no-items': '請先選擇要辦的項目。',
    'items-twice': '同一項目選了兩次，請保留一個。',
    'too-many-cases': [
      '一張號碼單最多 {} 件，其餘請另外取號。',
      '一張號碼單放不下，其餘請另外取號。',
    ],
    'no-window-for-items': '目前沒有窗口能同時辦理這些項目，請分開取號，或到導辦臺詢問。',
    'window-taken': ['{} 正在這個窗口，請選擇其他窗口。', '窗口已有人員，請選擇其他窗口。'],
    'window-closed': '這個窗口沒有開放，請先開放窗口。',
    'window-busy': ['窗口還有號碼 {}，請先辦完這一位。', '窗口還有一位，請先辦完這一位。'],
    'window-paused': '窗口正在暫停，請先恢復服務。',
    'window-not-paused': '窗口沒有暫停，可以繼續辦理。',
    'clerk-at-other-window': [
      '這位人員正在 {} 號窗口，請先關閉那個窗口。',
      '這位人員正在其他窗口，請先關閉那個窗口。',
    ],
    'not-your-window': '這個窗口由其他人員負責，請在自己的窗口操作。',
    'no-window-open': '請先開放一個窗口。',
    'no-ticket-at-window': '窗口現在沒有號碼，請先叫號。',
    'nobody-waiting': '現在沒有可由這個窗口辦理的號碼，請稍後再叫。',
    'ticket-over': ['號碼 {} 已經結束，如需辦理請重新取號。', '號碼已經結束，如需辦理請重新取號。'],
    'already-waiting': ['號碼 {} 已在排隊，請留意螢幕和廣播。', '號碼已在排隊，請留意螢幕和廣播。'],
    'already-called': ['正在叫號碼 {}，請看螢幕上的窗口。', '正在叫這個號碼，請看螢幕上的窗口。'],
    'already-serving': ['號碼 {} 正在辦理，請在窗口繼續。', '號碼正在辦理，請在窗口繼續。'],
    'not-serving': ['號碼 {} 還沒有開始辦理，請先確認到窗。', '還沒有開始辦理，請先確認到窗。'],
    'recall-too-soon': ['請再等 {} 秒，讓對方有時間走過來。', '請稍等，讓對方有時間走過來。'],
    'call-again-first': ['請再叫 {} 次，沒有回應再記為過號。', '請再叫一次，沒有回應再記為過號。'],
    'too-late-to-undo': '這次叫號已經播出，請重呼，沒有回應再記為過號。',
    'case-finished': [
      '案件 {} 已有結果，如需再辦請新增項目。',
      '案件已有結果，如需再辦請新增項目。',
    ],
    'case-not-finished': '這件事還在辦理，請在辦完後評價。',
    'not-certified': [
      '這裡沒有 {} 的有效授權，請換人辦理，或聯絡值班主任。',
      '這裡沒有有效的授權，請換人辦理，或聯絡值班主任。',
    ],
    'already-rated': '已經收到這件事的評價，不用再評，謝謝您。',
    'prompt-over': '評價機上的時間已到，請掃描號碼單上的 QR 碼評價。',
    'rating-expired': '評價期限已到，如有意見請到導辦臺告訴我們。',
    'rating-not-here': '請在辦理窗口的評價機上評價，或掃描號碼單上的 QR 碼評價。',
    'already-printed': '這次列印已有結果，如需號碼單請補印。',
    'no-printer': '這張號碼單沒有對應的取號機，請到取號機補印，或記下號碼。',
    'return-in-the-past': '返回時間已到，請選擇稍後的時間。',
    'nothing-due': '現在沒有到時要處理的，不用操作。',
    malformed: [
      '內容沒有看懂（{}），請重新整理頁面後再試。',
      '內容沒有看懂，請重新整理頁面後再試。',
    ],
    'not-signed-in': '請先登入。',
    forbidden: '這裡沒有對目前的身分開放，請換身分登入，或聯絡值班主任。',
    'unknown-hall': '沒有找到這個大廳，請核對網址。',
    'not-found': '沒有找到這項內容，請核對網址。',
    'too-large': '內容太長，請縮短後再試。',
    'command-id-reused': '這次操作和先前的不一致，請重新整理頁面後再操作。',
    'version-moved': '設定剛剛被其他人更新，請重新開啟設定，核對後再發布。',
    'wrong-password': '員工編號或密碼不符，請重新輸入。',
    'too-many-tries': ['請等 {} 秒後再試。', '請稍後再試。'],
    unavailable: '系統暫時沒有回應，已取的號碼仍然有效，請稍後再試。',
  },
  en: {
    ...dayRefusals.en,
    'not-allowed': 'This is not done from here; please ask the person in charge.',
    'hall-closed': 'No tickets just now; please come in opening hours, or ask at the guide desk.',
    'day-not-open': 'The day is not open; please wait a moment, or ask at the guide desk.',
    'day-already-open': 'The day is already open; you can go on.',
    'unknown-item': ['{} was not found; please choose again.', 'Not found; please choose again.'],
    'unknown-package': [
      'Package {} was not found; please choose again.',
      'This package was not found; please choose again.',
    ],
    'unknown-class': 'This priority is not offered now; please choose another, or ask a guide.',
    'class-needs-approval':
      'Staff confirm this priority; please take the ticket at the guide desk.',
    'unknown-window': [
      'There is no window {}; please check the number.',
      'There is no such window; please check the number.',
    ],
    'unknown-ticket': [
      'There is no {} today; please check the ticket.',
      'There is no such number today; please check the ticket.',
    ],
    'unknown-case': [
      'Case {} was not found; please reload the page.',
      'This case was not found; please reload the page.',
    ],
    'unknown-clerk': [
      'Staff number {} was not found; please check it.',
      'This person was not found; please check the staff number.',
    ],
    'unknown-tag': 'This tag belongs to another level; please choose the tags again.',
    'unknown-zone': [
      'Zone {} was not found; please choose again.',
      'Please choose at least one zone.',
    ],
    'no-items': 'Please choose a service first.',
    'items-twice': 'One service is chosen twice; please keep one.',
    'too-many-cases': [
      'A ticket takes {} services; please take another ticket for the rest.',
      'A ticket cannot take so many; please take another ticket for the rest.',
    ],
    'no-window-for-items':
      'No window handles these together; please take separate tickets, or ask at the guide desk.',
    'window-taken': [
      '{} is at this window; please choose another.',
      'Somebody is at this window; please choose another.',
    ],
    'window-closed': 'This window is closed; please open it first.',
    'window-busy': [
      '{} is still at the window; please finish that visit first.',
      'Somebody is still at the window; please finish that visit first.',
    ],
    'window-paused': 'The window is paused; please resume first.',
    'window-not-paused': 'The window is not paused; you can go on.',
    'clerk-at-other-window': [
      'This clerk is at window {}; please close that window first.',
      'This clerk is at another window; please close that one first.',
    ],
    'not-your-window': "This is a colleague's window; please work at your own.",
    'no-window-open': 'Please open a window first.',
    'no-ticket-at-window': 'Nobody is at the window; please call the next number.',
    'nobody-waiting': 'Nobody is waiting for this window now; please try again in a while.',
    'ticket-over': [
      '{} is finished; please take a new ticket if needed.',
      'This ticket is finished; please take a new one if needed.',
    ],
    'already-waiting': [
      '{} is already waiting; please watch the screens.',
      'This number is already waiting; please watch the screens.',
    ],
    'already-called': [
      '{} is being called; please see the window on the screens.',
      'This number is being called; please see the window on the screens.',
    ],
    'already-serving': [
      '{} is being served; please go on at the window.',
      'This number is being served; please go on at the window.',
    ],
    'not-serving': [
      '{} is not being served yet; please confirm the arrival first.',
      'Service has not begun; please confirm the arrival first.',
    ],
    'recall-too-soon': [
      'Please wait {} s more, so that the visitor has time to come.',
      'Please wait a little, so that the visitor has time to come.',
    ],
    'call-again-first': [
      'Please call again; calls still needed before a no-show: {}.',
      'Please call again before marking a no-show.',
    ],
    'too-late-to-undo': 'The call has gone out; please recall, or mark a no-show later.',
    'case-finished': [
      'Case {} has its outcome; please add a case if more is needed.',
      'This case has its outcome; please add a case if more is needed.',
    ],
    'case-not-finished': 'This case is still being handled; please rate it afterwards.',
    'not-certified': [
      'There is no valid certificate here for {}; please ask a colleague or the duty manager.',
      'There is no valid certificate here; please ask a colleague or the duty manager.',
    ],
    'already-rated': 'We have your rating of this case already; nothing more to do, thank you.',
    'prompt-over': 'The time on this device is over; please rate by the code on your ticket.',
    'rating-expired': 'The time for rating is over; please tell us at the guide desk.',
    'rating-not-here': 'Please rate at the window that served you, or by the code on your ticket.',
    'already-printed': 'This print has its result; please print again if needed.',
    'no-printer': 'No kiosk belongs to this ticket; please reprint at a kiosk, or note the number.',
    'return-in-the-past': 'That time has passed; please choose a later one.',
    'nothing-due': 'Nothing is due now; there is nothing to do.',
    malformed: [
      'This was not understood ({}); please reload the page and try again.',
      'This was not understood; please reload the page and try again.',
    ],
    'not-signed-in': 'Please sign in first.',
    forbidden: 'This is not open to you here; please sign in as another, or ask the duty manager.',
    'unknown-hall': 'This hall was not found; please check the address.',
    'not-found': 'This was not found; please check the address.',
    'too-large': 'This is too long; please shorten it and try again.',
    'command-id-reused': 'This differs from what was sent before; please reload and do it again.',
    'version-moved':
      'The settings have just been changed by somebody else. Please open them again and check.',
    'wrong-password': 'Staff number and password do not match; please try again.',
    'too-many-tries': ['Please try again in {} s.', 'Please try again in a while.'],
    unavailable: 'The system does not answer just now; tickets stay valid; please try again soon.',
  },
});
