/** Providers of mailboxes. */
export const MAILBOXES =
  'gmail|googlemail|wanadoo|orange|free|sfr|laposte|hotmail|outlook|live|yahoo|icloud|neuf|bbox|aol|gmx|proton(?:mail)?';

/** Where anybody may have a mailbox, beside those that masks know by their name alone. */
const OTHERS =
  'msn|me|mac|ymail|rocketmail|mail|email|pm|tutanota|tuta|zoho|yandex|hushmail|fastmail|club-internet|numericable|aliceadsl|cegetel|noos|tele2|voila|dbmail|' +
  'skynet|telenet|proximus|voo|pt|bluewin|sunrise|hispeed|videotron|sympatico|rogers|btinternet|btopenworld|sky|talktalk|virginmedia|ntlworld|comcast|verizon|att|web|t-online|freenet|libero|virgilio|tiscali|telefonica';
export const FOR_ANYBODY = new RegExp(
  String.raw`^(?:${MAILBOXES}|${OTHERS})\.(?:com|net|org|info|[a-z]{2})(?:\.[a-z]{2})?$`,
);
