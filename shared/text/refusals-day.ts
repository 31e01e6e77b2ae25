/**
 * The sentences of refusals that a whole day brings: holds, transfers, appointments, opening hours,
 * alerts. See refusals.ts for how they are used; the compiler proves that none is missing.
 */
import type { RefusalCode } from '../hall/refusal.ts';
import { texts } from './language.ts';

export type Sentence = string | readonly [withDetail: string, without: string];

/** Codes that stand here, and nowhere else. */
export const dayRefusals = texts({
  'zh-Hans': {
    'not-waiting': '号码现在不在排队，不能这样操作。',
    'not-checked-in': '预约还没有签到，请先在取号机签到。',
    'not-open-yet': ['{} 开始取号，请稍候。', '还没有开始取号，请稍候。'],
    'past-cutoff': [
      '这件事本场取号截止到 {}，请下一场再来，或改约时间。',
      '这件事本场取号已截止，请下一场再来，或改约时间。',
    ],
    'item-not-now': ['这件事在 {} 办理，请在这个时间取号。', '这件事现在不办理，请到导办台询问。'],
    'quota-used-up': [
      '{} 当天的名额已满，请改日再来或预约其他日期。',
      '这件事当天的名额已满，请改日再来或预约其他日期。',
    ],
    'reason-needed': '请先选择不予受理的原因，告知单会随之打印。',
    'recipient-needed': '请先选择领取人：本人、受托人或代办员。',
    'not-a-pickup': [
      '号码 {} 不是来领取的，请选择其他结果。',
      '这个号码不是来领取的，请选择其他结果。',
    ],
    'hand-over-needed': '领取的号码请选“出件交付”并注明领取人；没领走请说明原因。',
    'consult-open': [
      '{} 正在请首席服务官答复，请先记录答复，再办完。',
      '正在请首席服务官答复，请先记录答复，再办完。',
    ],
    'target-paused': [
      '那里暂停服务，{} 恢复。请转到别处，或确认在那里等候。',
      '那里暂停服务，恢复时间未定。请转到别处，或确认在那里等候。',
    ],
    'no-slip': '这个结果没有要打印的单据，请以页面上的内容为准。',
    'slip-printing': '这张单据正在打印，请稍等片刻再看。',
    'ticket-not-shown': '请先扫描号票上的二维码，再补打单据。',
    'copies-used-up': [
      '同一张单据在取号机最多补打 {} 次。如还需要，请到导办台。',
      '补打次数已用完。如还需要，请到导办台。',
    ],
    'return-too-late': [
      '当天最晚 {} 返回，请选择更早的时间。',
      '返回时间太晚，请选择当天更早的时间。',
    ],
    'nothing-missing': '没有缺少的材料，请勾选缺少哪些，或直接受理。',
    'date-in-the-past': '日期已过，请选择今天以后的日期。',
    'unknown-material': '材料清单里没有这一项，请刷新页面后再试。',
    'last-case-stays': '至少留一件在本窗口办理；全部转走请用转办。',
    'nobody-to-let-pass': '后面没有人在等，现在不用暂离。',
    'step-away-limit': ['最多可以让 {}，请在大厅等候。', '暂离的次数已用完，请在大厅等候。'],
    'unknown-target': [
      '不能转到 {}，请另选窗口、人员或服务区。',
      '不能转到那里，请另选窗口、人员或服务区。',
    ],
    'already-there': '号码就在这里，不用转办。',
    'no-chief-here': '没有能办理这件事的首席服务官，请联系值班主任。',
    'already-consulting': '已经请了首席服务官，请等对方过来。',
    'not-consulting': '现在没有请首席服务官。',
    'not-eligible-here': [
      '{} 不能由这个窗口办理，请另选窗口。',
      '这个号码不能由这个窗口办理，请另选窗口。',
    ],
    'not-a-batch': '这个号码没有分批，不用批准。',
    'unknown-agent': [
      '没有登记代办员 {}，请核对代办证号。',
      '没有登记这位代办员，请核对代办证号。',
    ],
    'agent-expired': ['代办登记已于 {} 到期，请到导办台续期。', '代办登记已到期，请到导办台续期。'],
    'unknown-slot': '没有这个预约时段，请重新选择。',
    'identity-needed': '预约需要证件号码，请填写来办事的人的证件号码。',
    'slot-full': '这个时段刚刚约满，请选择其他时段。',
    'slot-past': '这个时段已过，请选择以后的时段。',
    'too-early-to-book': ['目前只能预约 {} 及以前的日期。', '这一天还不能预约，请选择较近的日期。'],
    'too-late-to-cancel': '离预约时间太近，不能自行取消；请打电话到大厅，或到场说明。',
    'booking-limit': [
      '每人最多预约 {} 次，请先用完或取消已有预约。',
      '预约次数已满，请先用完或取消已有预约。',
    ],
    'booking-blocked': [
      '多次预约未到，{} 前不能网上预约；到大厅取号不受影响。',
      '多次预约未到，暂时不能网上预约；到大厅取号不受影响。',
    ],
    'no-appointment': '今天没有找到预约，请核对，或直接取号。',
    'appointment-missed': '预约时间已过较久，请直接取号办理。',
    'too-early-for-slot': [
      '离预约还早，{} 起可以签到；也可以现在按取号顺序办理。',
      '离预约还早，请稍后签到；也可以现在按取号顺序办理。',
    ],
    'unknown-terminal': '没有这台自助机，请到导办台询问。',
    'terminal-not-free': '自助机刚刚有人在用，请取号或稍候。',
    'unknown-alert': '这条预警已经解除。',
    'already-acknowledged': '已经有人在处理这条预警。',
    'already-answered': '已经这样处理了，不用再按。',
    'nothing-free': '现在没有空闲的自助机，或今天没有可约的时段，不能发提示。',
    'evidence-needed': '请先选择来宾出示了什么。',
    'no-emergency': '现在没有紧急通知。',
    'only-here-waiting': [
      '还有 {} 位只能在这个窗口办理，请先办完或转办。',
      '还有人只能在这个窗口办理，请先办完或转办。',
    ],
    'already-certified': '这位人员已有这些事项的授权。',
    'unknown-level': '这个评价等级目前没有使用，请改选其他等级。',
    'unknown-version': '没有找到这个版本的设置，请刷新页面后再试。',
    'malformed-expectations': '学到的办理时间不完整，没有采用。',
    'unknown-advice': '没有这条调度建议，请刷新页面后再试。',
    'advice-over': '这条建议已经处理或过期，没有改动任何窗口。',
    'advice-outdated': [
      '{} 号窗口的情况已变，这条建议不再适用，没有改动任何窗口。',
      '大厅的情况已变，这条建议不再适用，没有改动任何窗口。',
    ],
    'advice-in-force': [
      '{} 号窗口正按另一条建议调整，请先恢复。',
      '有窗口正按另一条建议调整，请先恢复。',
    ],
    'advice-not-yet': [
      '{} 号窗口还有人在办或只能在这里办，办完后自动恢复。',
      '还有人在办，办完后自动恢复。',
    ],
    'advice-limit': '今天的建议已到上限，请稍后再试，或直接调整窗口。',
    'used-elsewhere': '这个窗口正在另一个页面上操作，可以接管后继续。',
  },
  'zh-Hant': {
    'not-waiting': '號碼目前不在排隊中，無法這樣操作。',
    'not-checked-in': '預約尚未報到，請先在取號機報到。',
    'not-open-yet': ['{} 開始取號，請稍候。', '尚未開始取號，請稍候。'],
    'past-cutoff': [
      '這件事本時段取號到 {} 為止，請下個時段再來，或改約時間。',
      '這件事本時段取號已截止，請下個時段再來，或改約時間。',
    ],
    'item-not-now': ['這件事在 {} 辦理，請在這個時間取號。', '這件事目前不受理，請到服務台詢問。'],
    'quota-used-up': [
      '{} 當天的名額已滿，請改天再來或預約其他日期。',
      '這件事當天的名額已滿，請改天再來或預約其他日期。',
    ],
    'reason-needed': '請先選擇不予受理的原因，告知單會隨之列印。',
    'recipient-needed': '請先選擇領取人：本人、受託人或代辦員。',
    'not-a-pickup': [
      '號碼 {} 不是來領取的，請選擇其他結果。',
      '這個號碼不是來領取的，請選擇其他結果。',
    ],
    'hand-over-needed': '領取的號碼請選「領件交付」並註明領取人；沒領走請說明原因。',
    'consult-open': [
      '{} 正在請首席服務官答覆，請先記錄答覆，再辦完。',
      '正在請首席服務官答覆，請先記錄答覆，再辦完。',
    ],
    'target-paused': [
      '那裡暫停服務，{} 恢復。請轉到別處，或確認在那裡等候。',
      '那裡暫停服務，恢復時間未定。請轉到別處，或確認在那裡等候。',
    ],
    'no-slip': '這個結果沒有要列印的單據，請以頁面上的內容為準。',
    'slip-printing': '這張單據正在列印，請稍等片刻再看。',
    'ticket-not-shown': '請先掃描號碼單上的 QR 碼，再補印單據。',
    'copies-used-up': [
      '同一張單據在取號機最多補印 {} 次。如還需要，請到導辦臺。',
      '補印次數已用完。如還需要，請到導辦臺。',
    ],
    'return-too-late': [
      '當天最晚 {} 返回，請選擇更早的時間。',
      '返回時間太晚，請選擇當天更早的時間。',
    ],
    'nothing-missing': '沒有缺少的文件，請勾選缺少哪些，或直接受理。',
    'date-in-the-past': '日期已過，請選擇今天以後的日期。',
    'unknown-material': '文件清單裡沒有這一項，請重新整理頁面後再試。',
    'last-case-stays': '至少留一件在本窗口辦理；全部轉走請用轉辦。',
    'nobody-to-let-pass': '後面沒有人在等，現在不用暫離。',
    'step-away-limit': ['最多可以讓 {}，請在大廳等候。', '暫離的次數已用完，請在大廳等候。'],
    'unknown-target': [
      '無法轉到 {}，請另選窗口、人員或服務區。',
      '無法轉到那裡，請另選窗口、人員或服務區。',
    ],
    'already-there': '號碼就在這裡，不用轉辦。',
    'no-chief-here': '沒有能辦理這件事的首席服務官，請聯絡值班主任。',
    'already-consulting': '已經請了首席服務官，請等對方過來。',
    'not-consulting': '目前沒有請首席服務官。',
    'not-eligible-here': [
      '{} 不能由這個窗口辦理，請另選窗口。',
      '這個號碼不能由這個窗口辦理，請另選窗口。',
    ],
    'not-a-batch': '這個號碼沒有分批，不用核准。',
    'unknown-agent': [
      '沒有登記代辦員 {}，請核對代辦證號。',
      '沒有登記這位代辦員，請核對代辦證號。',
    ],
    'agent-expired': ['代辦登記已於 {} 到期，請到服務台續期。', '代辦登記已到期，請到服務台續期。'],
    'unknown-slot': '沒有這個預約時段，請重新選擇。',
    'identity-needed': '預約需要證件號碼，請填寫來辦事的人的證件號碼。',
    'slot-full': '這個時段剛剛約滿，請選擇其他時段。',
    'slot-past': '這個時段已過，請選擇以後的時段。',
    'too-early-to-book': ['目前只能預約 {} 及以前的日期。', '這一天還不能預約，請選擇較近的日期。'],
    'too-late-to-cancel': '離預約時間太近，無法自行取消；請致電大廳，或到場說明。',
    'booking-limit': [
      '每人最多預約 {} 次，請先用完或取消已有預約。',
      '預約次數已滿，請先用完或取消已有預約。',
    ],
    'booking-blocked': [
      '多次預約未到，{} 前無法線上預約；到大廳取號不受影響。',
      '多次預約未到，暫時無法線上預約；到大廳取號不受影響。',
    ],
    'no-appointment': '今天沒有找到預約，請核對，或直接取號。',
    'appointment-missed': '預約時間已過較久，請直接取號辦理。',
    'too-early-for-slot': [
      '離預約還早，{} 起可以報到；也可以現在按取號順序辦理。',
      '離預約還早，請稍後報到；也可以現在按取號順序辦理。',
    ],
    'unknown-terminal': '沒有這台自助機，請到服務台詢問。',
    'terminal-not-free': '自助機剛剛有人在用，請取號或稍候。',
    'unknown-alert': '這則預警已經解除。',
    'already-acknowledged': '已經有人在處理這則預警。',
    'already-answered': '已經這樣處理了，不用再按。',
    'nothing-free': '目前沒有空閒的自助機，或今天沒有可約的時段，不能發提示。',
    'evidence-needed': '請先選擇訪客出示了什麼。',
    'no-emergency': '目前沒有緊急通知。',
    'only-here-waiting': [
      '還有 {} 位只能在這個窗口辦理，請先辦完或轉辦。',
      '還有人只能在這個窗口辦理，請先辦完或轉辦。',
    ],
    'already-certified': '這位人員已有這些事項的授權。',
    'unknown-level': '這個評價等級目前沒有使用，請改選其他等級。',
    'unknown-version': '沒有找到這個版本的設定，請重新整理頁面後再試。',
    'malformed-expectations': '學到的辦理時間不完整，沒有採用。',
    'unknown-advice': '沒有這則調度建議，請重新整理頁面後再試。',
    'advice-over': '這則建議已經處理或過期，沒有更動任何窗口。',
    'advice-outdated': [
      '{} 號窗口的情況已變，這則建議不再適用，沒有更動任何窗口。',
      '大廳的情況已變，這則建議不再適用，沒有更動任何窗口。',
    ],
    'advice-in-force': [
      '{} 號窗口正按另一則建議調整，請先恢復。',
      '有窗口正按另一則建議調整，請先恢復。',
    ],
    'advice-not-yet': [
      '{} 號窗口還有人在辦或只能在這裡辦，辦完後自動恢復。',
      '還有人在辦，辦完後自動恢復。',
    ],
    'advice-limit': '今天的建議已達上限，請稍後再試，或直接調整窗口。',
    'used-elsewhere': '這個窗口正在另一個頁面上操作，可以接管後繼續。',
  },
  en: {
    'not-waiting': 'This number is not waiting now, so this cannot be done.',
    'not-checked-in':
      'The appointment has not been checked in yet. Please check in at a kiosk first.',
    'not-open-yet': [
      'Tickets are given out from {}. Please wait a little.',
      'Tickets are not given out yet. Please wait a little.',
    ],
    'past-cutoff': [
      'Tickets for this ended at {} in this session. Please come to the next one or book.',
      'Tickets for this have ended for this session. Please come to the next one or book.',
    ],
    'item-not-now': [
      'This matter is handled {}. Please take a ticket then.',
      'This matter is not handled now. Please ask at the guide desk.',
    ],
    'quota-used-up': [
      'That day has no more places for {}. Please come or book for another day.',
      'That day has no more places for this. Please come or book for another day.',
    ],
    'reason-needed': 'Please choose the reason first; the notice is printed with it.',
    'recipient-needed': 'Please choose who takes the result: the visitor, a proxy or an agent.',
    'not-a-pickup': [
      '{} is not a collection ticket. Please choose another outcome.',
      'This is not a collection ticket. Please choose another outcome.',
    ],
    'hand-over-needed':
      'Please choose “Handed over” and who took the result, or say why it was not taken.',
    'consult-open': [
      'The chief was asked about {}. Please record the answer before you finish.',
      'The chief was asked. Please record the answer before you finish.',
    ],
    'target-paused': [
      'Service there is paused until {}. Please send the visitor elsewhere, or confirm the wait.',
      'Service there is paused. Please send the visitor elsewhere, or confirm the wait.',
    ],
    'no-slip': 'This outcome has no slip to print. What the page says holds.',
    'slip-printing': 'This slip is being printed. Please wait a moment.',
    'ticket-not-shown': 'Please scan the code on your ticket first.',
    'copies-used-up': [
      'A kiosk prints the same paper again at most {} times. For more, please ask at the guide desk.',
      'No more copies at the kiosk. For more, please ask at the guide desk.',
    ],
    'return-too-late': [
      'Today {} is the latest time to be back. Please choose an earlier one.',
      'That is too late to be back today. Please choose an earlier time.',
    ],
    'nothing-missing':
      'Nothing is marked as missing. Please mark what is missing, or accept the case.',
    'date-in-the-past': 'That date has passed. Please choose a later one.',
    'unknown-material':
      'That is not on the list of materials. Please reload the page and try again.',
    'last-case-stays':
      'At least one case stays at this window. To move all of them, transfer the visitor.',
    'nobody-to-let-pass': 'Nobody waits behind this number, so there is nobody to let pass.',
    'step-away-limit': [
      'At most {} can be let pass. Please wait in the hall.',
      'No more stepping away for this number. Please wait in the hall.',
    ],
    'unknown-target': [
      'It cannot go to {}. Please choose another window, clerk or zone.',
      'It cannot go there. Please choose another window, clerk or zone.',
    ],
    'already-there': 'The number is already here; no transfer is needed.',
    'no-chief-here': 'No chief officer for this matter is there. Please ask the duty manager.',
    'already-consulting': 'The chief officer has been called already. Please wait.',
    'not-consulting': 'No chief officer has been called.',
    'not-eligible-here': [
      '{} cannot be handled at this window. Please choose another one.',
      'This number cannot be handled at this window. Please choose another one.',
    ],
    'not-a-batch': 'This number is not split into batches, so there is nothing to grant.',
    'unknown-agent': [
      'No agent {} is registered. Please check the number on the card.',
      'This agent is not registered. Please check the number on the card.',
    ],
    'agent-expired': [
      'The registration ended on {}. Please renew it at the guide desk.',
      'The registration has ended. Please renew it at the guide desk.',
    ],
    'unknown-slot': 'There is no such time to book. Please choose another.',
    'identity-needed':
      'Booking needs a document number. Please enter that of the person who comes.',
    'slot-full': 'This time has just been taken. Please choose another.',
    'slot-past': 'This time has passed. Please choose a later one.',
    'too-early-to-book': [
      'Bookings are open up to {} for now.',
      'This day cannot be booked yet. Please choose an earlier one.',
    ],
    'too-late-to-cancel':
      'It is too close to the time to cancel here. Please call the hall or tell us when you come.',
    'booking-limit': [
      'At most {} bookings each. Please use or cancel one first.',
      'The number of bookings is used up. Please use or cancel one first.',
    ],
    'booking-blocked': [
      'After missed appointments, booking is closed until {}. Tickets in the hall are not affected.',
      'After missed appointments, booking is closed for now. Tickets in the hall are not affected.',
    ],
    'no-appointment': 'No appointment was found for today. Please check, or take a ticket.',
    'appointment-missed': 'The appointment is long past. Please take a ticket.',
    'too-early-for-slot': [
      'It is early: check-in opens at {}. You may also join the queue now.',
      'It is early for check-in. You may also join the queue now.',
    ],
    'unknown-terminal': 'There is no such self-service terminal. Please ask at the guide desk.',
    'terminal-not-free': 'The terminal has just been taken. Please take a ticket or wait a little.',
    'unknown-alert': 'This alert has been cleared already.',
    'already-acknowledged': 'Somebody has already taken this alert up.',
    'already-answered': 'This has been done already.',
    'nothing-free': 'No terminal, or no time of today, is free now, so there is nothing to tell.',
    'evidence-needed': 'Please choose first what the visitor has shown.',
    'no-emergency': 'No emergency message is shown.',
    'only-here-waiting': [
      '{} visitors can be served at this window only. Please serve or transfer them first.',
      'Somebody can be served at this window only. Please serve or transfer them first.',
    ],
    'already-certified': 'This clerk is already certified for these items.',
    'unknown-level': 'This level is not in use now. Please choose another.',
    'unknown-version':
      'That version of the settings was not found. Please reload the page and try again.',
    'malformed-expectations': 'The learned service times are not complete and were not taken over.',
    'unknown-advice': 'There is no such advice. Please reload the page and try again.',
    'advice-over': 'This advice has been answered or has expired. No window was changed.',
    'advice-outdated': [
      'Window {} is no longer as it was, so this advice does not fit any more. Nothing was changed.',
      'The hall is no longer as it was, so this advice does not fit any more. Nothing was changed.',
    ],
    'advice-in-force': [
      'Window {} is moved by other advice. Please return that first.',
      'A window is moved by other advice. Please return that first.',
    ],
    'advice-not-yet': [
      'Somebody still needs window {}. It returns by itself after that.',
      'Somebody is still being served. It returns by itself after that.',
    ],
    'advice-limit': 'No more advice today, or for now. Windows can still be moved by hand.',
    'used-elsewhere': 'This window is in use on another page. You may take it over and go on.',
  },
} satisfies Record<string, Partial<Record<RefusalCode, Sentence>>>);
