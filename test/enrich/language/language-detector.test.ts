import { beforeAll, describe, expect, it } from 'vitest';
import { AT_MOST, growthOf } from '../../growth.js';
import {
  type LanguageDetector,
  createLanguageDetector,
} from '../../../src/enrich/language/language-detector.js';

let detector: LanguageDetector;

beforeAll(async () => {
  detector = await createLanguageDetector();
});

describe('language', () => {
  it.each([
    ['fr', 'slt jpp de vos livraisons tjs en retard'],
    ['fr', "C'est nul !"],
    ['fr', 'merci beaucoup'],
    ['fr', 'TROP BON CE FROMAGE'],
    ['en', 'where is my parcel??'],
    ['en', 'thanks a lot guys'],
    ['de', 'Wann kommt meine Bestellung endlich an?'],
    ['es', '¿Dónde está mi pedido? Llevo una semana esperando'],
    ['it', 'Il formaggio è buonissimo ma costa troppo'],
    ['pt', 'Ainda não recebi a minha encomenda'],
    ['nl', 'Waar blijft mijn bestelling, ik wacht al twee weken op antwoord'],
    ['pl', 'Gdzie jest moja paczka? Czekam już dwa tygodnie'],
    ['tr', 'Siparişim hala gelmedi, iki haftadır bekliyorum'],
    ['ar', 'أين طلبي؟ أنتظر منذ أسبوع'],
    ['fa', 'سفارش من کجاست؟ یک هفته است که منتظرم'],
    ['ru', 'Где мой заказ? Жду уже неделю'],
    ['uk', 'Де моє замовлення? Чекаю вже тиждень'],
    ['ja', '注文はいつ届きますか'],
    ['zh', '我的订单什么时候到'],
    ['el', 'Πού είναι η παραγγελία μου;'],
    ['ht', 'Mwen poko resevwa kòmand mwen an, sa fè yon semèn m ap tann'],
    ['mg', 'Mbola tsy azoko ny entana novidiko, efa herinandro izao no niandrasana'],
    ['wo', 'Jotagul sama commande ba tey, amna ayubés may xaar te kenn tontuwul'],
    ['und', 'ok'],
    ['und', '!!!'],
    ['und', '👍👍'],
    ['und', '12,50 €'],
    ['und', '@marque http://exemple.fr #promo'],
  ])('%s: %s', (code, text) => {
    expect(detector.detect(text).code).toBe(code);
  });

  it('gives a probability, NaN for und', () => {
    expect(detector.detect('Je voudrais savoir quand vous ouvrez demain').confidence).toBeGreaterThan(0.95);
    expect(detector.detect('ok').confidence).toBeNaN();
  });

  it('tells two languages in one text', () => {
    expect(
      detector.detect(
        "Bonjour je n'ai toujours pas reçu mon colis. Hello I have still not received my parcel, please help me",
      ).mixed,
    ).toBe(true);
    expect(
      detector.detect(
        "Bonjour, je n'ai toujours pas reçu mon colis alors que je l'ai payé il y a trois semaines",
      ).mixed,
    ).toBe(false);
    expect(detector.detect('Je veux être remboursée de ma commande. أين طلبي؟ أنتظر منذ أسبوع').mixed).toBe(
      true,
    );
  });

  it('detects many texts, one answer a text', () => {
    const batch = detector.detectAll(['Bonjour à tous', null, 'Good morning everyone']);
    expect(batch.codes).toEqual(['fr', 'und', 'en']);
    expect(Array.from(batch.confidences, (c) => c > 0.5)).toEqual([true, false, true]);
  });

  it('never throws', () => {
    for (const text of ['', '\u0000', '\ud800\ud800', '\u202eabc'])
      expect(typeof detector.detect(text).code).toBe('string');
  });

  it.each(['a', 'é ', '😀', 'z\u0301\u0317\u0316', '1a'])('takes linear time for many %j', async (piece) => {
    const growth = await growthOf(
      (n) => piece.repeat(n),
      (text) => detector.detect(text),
    );
    expect(growth).toBeLessThanOrEqual(AT_MOST);
  });
});
