package io.ahoy.config;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Countries by ISO 3166 code of two letters; other ways to write one are understood well enough to name the right code. */
final class Countries {
    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private Countries() {}

    static String read(String text) throws WrongValue {
        if (CODES.contains(text)) {
            return text;
        }
        Map<String, String> codeOf = codesByName();
        throw new WrongValue("is \"" + text + "\", which is no country code of ISO 3166"
                + Nearest.among(text, codeOf.keySet())
                        .map(name -> "; did you mean \"" + codeOf.get(name) + "\"?")
                        .orElse("; write two capitals as in \"DE\""));
    }

    private static Map<String, String> codesByName() {
        Map<String, String> codeOf = new TreeMap<>();
        for (String code : CODES) {
            Locale country = new Locale.Builder().setRegion(code).build();
            codeOf.put(code, code);
            codeOf.put(country.getDisplayCountry(Locale.ENGLISH), code);
            codeOf.put(country.getDisplayCountry(country), code);
            alpha3(country).ifPresent(alpha3 -> codeOf.put(alpha3, code));
        }
        codeOf.put("UK", "GB");
        codeOf.put("Deutschland", "DE");
        return codeOf;
    }

    private static Optional<String> alpha3(Locale country) {
        try {
            return Optional.of(country.getISO3Country());
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
