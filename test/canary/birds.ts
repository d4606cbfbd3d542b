/** Canaries: values that stand nowhere else, one for each value of an export, in the form of what they replace. */

const CONSONANTS = 'bcdfglmnprst',
  VOWELS = 'aeiou';
/** Letters that no word has, and digits that no number of a fixture begins with. */
export const WORD = /qzj[bcdfglmnprst][aeiou][bcdfglmnprst][aeiou][bcdfglmnprst][aeiou]/gi;
export const NUMBER = /907341\d{7}/g;
export const PHONE = /(?<![1-24-9])6[ .]?90[ .]?7\d[ .]?\d\d[ .]?\d\d(?!\d)/g;

const DATE =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\b\d{1,2}[/. -](?:\d{1,2}|[\p{L}.]{3,10})[/. -]\d{2,4}\b|\d{1,2}:\d{2}|^\p{L}{3,9},? \d{1,2}[ ,]|\d{4} ?年/u;
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}$/i;
const PLAIN_WORDS = /^(?:true|false|null|none|nan|yes|no|oui|non)$/i;
/** Parts of addresses by which a platform is known. */
const PATH_WORDS =
  /^(?:status|statuses|posts?|watch|comments?|users?|profile|videos?|reviews?|app|en|fr|feeds?|default|r|p|t|reel|channel|topic|api|v2|tickets?|activity|permalink\.php|www)$/;

/** A date is what tells when, so that it stays where the export is to be read whole. */
export const isDate = (value: string): boolean => value.length < 45 && DATE.test(value);

export class Aviary {
  #words = 0;
  #numbers = 0;
  #phones = 0;
  readonly #known = new Map<string, string>();

  word(): string {
    let left = this.#words++;
    let word = 'qzj';
    for (let syllable = 0; syllable < 3; syllable++) {
      word += (CONSONANTS[left % 12] ?? '') + (VOWELS[Math.floor(left / 12) % 5] ?? '');
      left = Math.floor(left / 60);
    }
    return word;
  }
  name(): string {
    const word = this.word();
    return `Q${word.slice(1)}`;
  }
  number(): string {
    return `907341${String(this.#numbers++).padStart(7, '0')}`;
  }
  phone(): string {
    const digits = String(this.#phones++).padStart(5, '0');
    return `6 90 7${digits[0]} ${digits.slice(1, 3)} ${digits.slice(3)}`;
  }

  /** What people write of themselves inside a text: nothing of it may stay. */
  contacts(): string {
    return ` joignez ${this.word()}@${this.word()}.example ou 0${this.phone()} ou https://www.facebook.com/${this.word()}/posts/${this.number()} ou @${this.word()}`;
  }

  /** Another file is of other people. */
  turn(): void {
    this.#known.clear();
  }

  /** The canary of a value, the same for the same value; `undefined` where the value is a measure, a mark or too short to be told apart. */
  of(value: string): string | undefined {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const made = this.#make(value.trim());
    if (made !== undefined) this.#known.set(value, made);
    return made;
  }

  #make(value: string): string | undefined {
    if (!/\p{L}{3}|\p{L}[\d_]{2}|\p{Lo}{2}|\d{6}/u.test(value) || PLAIN_WORDS.test(value)) return undefined;
    if (/^[+-]?\d+(?:[.,]\d+)?$/.test(value)) {
      const size = Number(value);
      const isTime = /^(?:1[2-9]\d{8}|1[2-9]\d{11,17})$/.test(value) && size < 2e18;
      return /^\d{8,}$/.test(value) && (!isTime || value.length > 16) ? this.number() : undefined;
    }
    if (isDate(value)) return this.name();
    if (/^https?:\/\//i.test(value)) return this.#address(value);
    if (EMAIL.test(value)) return `${this.word()}@${this.word()}.example`;
    if (/^\+?[\d ().-]{9,}$/.test(value)) return `+33 ${this.phone()}`;
    if (value.startsWith('@')) return `@${this.word()}`;
    if (value.length > 40 && value.includes(' ')) return `${value} ${this.name()}`;
    if (value.includes(' ')) return `${this.name()} ${this.name()}`;
    return /\p{Lu}/u.test(value) ? this.name() : this.word();
  }

  #address(value: string): string | undefined {
    let url: URL;
    try {
      url = new URL(value);
    } catch {
      return `https://example.org/${this.word()}`;
    }
    const labels = url.hostname.split('.');
    if (labels.length > 2 && !/^(?:www|m|mobile|api|mbasic)$/.test(labels[0] ?? '')) labels[0] = this.word();
    const path = url.pathname
      .split('/')
      .map((part) =>
        part === '' || PATH_WORDS.test(part)
          ? part
          : /^\d{5,}$/.test(part)
            ? this.number()
            : `${/^@/.exec(part)?.[0] ?? ''}${this.word()}`,
      )
      .join('/');
    const [parameter] = url.searchParams;
    const query =
      parameter && `?${parameter[0]}=${/^\d{5,}$/.test(parameter[1]) ? this.number() : this.word()}`;
    return `${url.protocol}//${labels.join('.')}${path}${query ?? ''}`;
  }
}
