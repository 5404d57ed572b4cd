package io.ahoy.router.channel.email.meaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Guesses a text's language: by its script where that tells, else by frequent little words. Says nothing rather than something
 * wrong: a name and a number have no language.
 */
final class MailLanguage {
    private static final int READ_MAX = 4_000;
    /** Fewer letters of a script are a name or a quotation. */
    private static final int LETTERS_MIN = 4;

    private static final int WORDS_MIN = 4;

    private static final Map<String, List<String>> LATIN = byWord(
            Map.ofEntries(
                    Map.entry(
                            "en",
                            words(
                                    "the and you your is are have has had not with for this that what when please would could my we it i thank thanks from was order been will which they there but do can of to")),
                    Map.entry(
                            "de",
                            words(
                                    "der die das und ich nicht ist sie wir habe haben mit für bitte eine einen von zu den dem auf es ein auch meine mein wurde noch bei oder wie aber kann danke guten vielen leider bin bis zum im ihre wird sind hat war wir uns mir mich sie ihr dass wenn nach vor nur so kein keine sehr tag")),
                    Map.entry(
                            "fr",
                            words(
                                    "le la les et je vous nous est pas une un des du pour que qui dans avec sur mon ma mes votre bonjour merci ai ne au ce cette été suis avez mais")),
                    Map.entry(
                            "es",
                            words(
                                    "el la los las y que de no en un una por para con mi me su es ha he gracias hola pero como del al se lo está pedido usted quiero tengo buenos días")),
                    Map.entry(
                            "it",
                            words(
                                    "il lo la gli le e che di non un una per con mi mio mia è ho ha grazie sono del della al nel ordine vorrei buongiorno come ma anche questo quando")),
                    Map.entry(
                            "pt",
                            words(
                                    "o a os as e que de não um uma para com meu minha é em por do da no na obrigado obrigada olá gostaria mas como foi está você pedido eu ainda bom dia")),
                    Map.entry(
                            "nl",
                            words(
                                    "de het een en van ik niet is dat op te met voor mijn u heb wij zijn aan er bij naar maar hoe graag ook nog geen wel bedankt deze kunt")),
                    Map.entry(
                            "pl",
                            words(
                                    "i w nie na się z do jest to że proszę o jak mam moje mój czy dla po za od ale już dzień dobry dziękuję pan pani zamówienie jestem został")),
                    Map.entry(
                            "sv",
                            words(
                                    "och att det är en ett jag inte på för med som har den av till om från min mitt vi ni kan hej tack men var när vad beställning")),
                    Map.entry(
                            "da",
                            words(
                                    "og at det er en et jeg ikke på for med som har den af til om fra min mit vi kan hej tak men var når hvad hvordan ordre også fået blevet mig dig nogle gerne uden lige venlig hilsen mvh jer mine efter")),
                    Map.entry(
                            "nb",
                            words(
                                    "og at det er en et jeg ikke på for med som har den av til om fra min mitt vi kan hei takk men var når hva hvordan bestilling også fått blitt meg deg noen gjerne uten vennlig hilsen mvh dere mine etter")),
                    Map.entry(
                            "cs",
                            words(
                                    "a v na se že je to s z do pro ale jak jsem jsme není prosím děkuji dobrý den mi mám když který také už objednávku bych nebo od ještě")),
                    Map.entry(
                            "sk",
                            words(
                                    "a v na sa že je to s z do pre ale ako som sme nie prosím ďakujem dobrý deň mi mám keď ktorý tiež už objednávku by alebo od ešte")),
                    Map.entry(
                            "tr",
                            words(
                                    "ve bir bu için ile ne de da çok ama gibi daha var yok benim siparişim lütfen merhaba teşekkür teşekkürler nasıl kadar değil olarak bana ben siz henüz mi")),
                    Map.entry(
                            "fi",
                            words(
                                    "ja on ei se että en ole minun mutta kun olen tilaus kiitos hei voisitteko mitä myös tai jos niin sen kuin vielä ovat")),
                    Map.entry(
                            "hu",
                            words(
                                    "a az és nem hogy egy is van meg de kérem köszönöm mint csak már ez még nekem rendelés volt kell vagy jó napot")),
                    Map.entry(
                            "ro",
                            words(
                                    "și în nu la de cu pe este un o că mai am pentru din să care ce sunt vă rog mulțumesc bună ziua comanda mea"))));

    private static final Map<String, List<String>> CYRILLIC = byWord(
            Map.ofEntries(
                    Map.entry(
                            "ru",
                            words(
                                    "и в не на я что с по как у мы вы за но это заказ мой есть для был здравствуйте спасибо пожалуйста или от уже")),
                    Map.entry(
                            "uk",
                            words(
                                    "і в не на я що з як у ми ви за але це замовлення мій є для був дякую або від вже прошу")),
                    Map.entry(
                            "bg",
                            words(
                                    "и в не на аз че с по как ние вие за но това поръчка моята има да съм беше благодаря или от вече моля")),
                    Map.entry(
                            "sr",
                            words(
                                    "и у не на ја што са по како ми ви за али ово поруџбина мој је да сам био хвала или од већ молим"))));

    /** Scripts that mostly one language writes mail in. */
    private static final Map<Character.UnicodeScript, String> ONE_LANGUAGE = Map.of(
            Character.UnicodeScript.HANGUL, "ko",
            Character.UnicodeScript.GREEK, "el",
            Character.UnicodeScript.ARABIC, "ar",
            Character.UnicodeScript.HEBREW, "he",
            Character.UnicodeScript.THAI, "th");

    private MailLanguage() {}

    /** @param contentLanguage the header's value; many programs write the program's language there, so it only decides between two */
    static Optional<Locale> of(String text, String contentLanguage) {
        String read = text.substring(0, Math.min(text.length(), READ_MAX));
        int[] letters = letters(read);
        int all = Arrays.stream(letters).sum();
        int kana = count(letters, Character.UnicodeScript.HIRAGANA) + count(letters, Character.UnicodeScript.KATAKANA);
        int han = count(letters, Character.UnicodeScript.HAN);
        // An ideogram says as much as some three letters.
        if ((kana + han) * 3 > all && kana + han >= LETTERS_MIN) {
            return Optional.of(kana * 10 >= han ? Locale.JAPANESE : Locale.CHINESE);
        }
        for (Map.Entry<Character.UnicodeScript, String> script : ONE_LANGUAGE.entrySet()) {
            int own = count(letters, script.getKey());
            if (own >= LETTERS_MIN && own * 2 > all) {
                return Optional.of(Locale.forLanguageTag(script.getValue()));
            }
        }
        boolean cyrillic = count(letters, Character.UnicodeScript.CYRILLIC) * 2 > all;
        return byWords(read, cyrillic ? CYRILLIC : LATIN, contentLanguage);
    }

    /** @param languages of each word */
    private static Optional<Locale> byWords(String text, Map<String, List<String>> languages, String contentLanguage) {
        String small = text.toLowerCase(Locale.ROOT);
        Map<String, Integer> hits = new HashMap<>();
        int said = 0;
        for (int at = 0; at < small.length(); ) {
            int end = endOfWord(small, at);
            if (end > at) {
                said++;
                for (String language : languages.getOrDefault(small.substring(at, end), List.of())) {
                    hits.merge(language, 1, Integer::sum);
                }
            }
            at = end < small.length() ? end + Character.charCount(small.codePointAt(end)) : end;
        }
        List<String> ranked = hits.keySet().stream()
                .sorted(Comparator.comparing((String language) -> -hits.getOrDefault(language, 0))
                        .thenComparing(language -> language))
                .toList();
        int best = ranked.isEmpty() ? 0 : hits.getOrDefault(ranked.get(0), 0);
        int second = ranked.size() < 2 ? 0 : hits.getOrDefault(ranked.get(1), 0);
        if (best < WORDS_MIN || best * 5 < said) {
            return Optional.empty();
        }
        // Neighbours like Danish and Norwegian share most of their little words.
        if (best - second >= 2 && best * 6 >= second * 7) {
            return Optional.of(Locale.forLanguageTag(ranked.get(0)));
        }
        return ranked.stream()
                .filter(language -> hits.getOrDefault(language, 0) * 5 >= best * 4)
                .filter(language -> contentLanguage.startsWith(language))
                .findFirst()
                .map(Locale::forLanguageTag);
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length()) {
            char next = text.charAt(end);
            // Nearly all of any text, so without asking for more.
            if (next >= 'a' && next <= 'z') {
                end++;
            } else if (next >= 0x80 && Character.isLetter(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            } else {
                break;
            }
        }
        return end;
    }

    /** @return how many there are of each script, by its ordinal */
    private static int[] letters(String text) {
        int[] letters = new int[Character.UnicodeScript.values().length];
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            i += Character.charCount(letter);
            if (Character.isLetter(letter)) {
                Character.UnicodeScript script =
                        letter < 0x80 ? Character.UnicodeScript.LATIN : Character.UnicodeScript.of(letter);
                letters[script.ordinal()]++;
            }
        }
        return letters;
    }

    private static int count(int[] letters, Character.UnicodeScript script) {
        return letters[script.ordinal()];
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.split(" ")));
    }

    /** @return of each word the languages that have it */
    private static Map<String, List<String>> byWord(Map<String, Set<String>> languages) {
        Map<String, List<String>> byWord = new HashMap<>();
        languages.forEach((language, words) -> words.forEach(
                word -> byWord.computeIfAbsent(word, any -> new ArrayList<>()).add(language)));
        return byWord;
    }
}
