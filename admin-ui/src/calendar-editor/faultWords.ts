/** What the kernel says of a change or a file, in English, and the words that the screen has for it. */
const KNOWN: readonly [RegExp, string, ...string[]][] = [
  [/^the change is empty$/, 'empty'],
  [/^(\S+) is named twice$/, 'twice', 'what'],
  [/^(\S+) is no day$/, 'noDay', 'what'],
  [/^(\S+) is an ordinary day already$/, 'ordinary', 'what'],
  [/^(\S+) is no weekend, it works already$/, 'noWeekend', 'what'],
  [/^(\S+) is a weekend, it is off already$/, 'weekend', 'what'],
  [/^(\S+) is so already$/, 'same', 'what'],
  [/^(\d+) is out of range$/, 'range', 'what'],
  [/^(\d+) is (published|provisional) already$/, 'state', 'what'],
  [/^(\d+) has no days, it cannot be published$/, 'noDays', 'what'],
  [/^a day needs its name in Kazakh and Russian$/, 'name'],
  [/^no difference$/, 'noDifference'],
  [/^the file is no JSON$/, 'noJson'],
  [/^the file is no list of days$/, 'noList'],
  [/^the file is no iCalendar$/, 'noIcs'],
  [/^the file has no events$/, 'noEvents'],
  [/^more than (\d+) days$/, 'tooMany', 'what'],
  [/^event (\d+) has no end$/, 'noEnd', 'what'],
  [/^(?:entry|event) (\d+) has no (?:day YYYY-MM-DD|whole day)$/, 'entryDay', 'what'],
  [/^(?:entry|event) \d+ \((\S+)\) has no kind of .+$/, 'entryKind', 'what'],
  [/^(?:entry|event) \d+ \((\S+)\) has no name$/, 'entryName', 'what'],
  [/^event (\d+) is longer than \d+ days$/, 'entryLong', 'what'],
];

type Translate = (key: string, options?: Record<string, string>) => string;

/** One fault in the reader's language; one that nobody foresaw stays as the server said it. */
export function faultWord(translate: Translate, text: string): string {
  for (const [pattern, key, name] of KNOWN) {
    const found = pattern.exec(text);
    if (found) return translate(`calendarEditor.fault.${key}`, name ? { [name]: found[1] ?? '' } : {});
  }
  return text;
}
