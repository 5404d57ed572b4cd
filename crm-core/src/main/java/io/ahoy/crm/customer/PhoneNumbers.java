package io.ahoy.crm.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what networks deliver as a caller's number. It comes from strangers, so it may be anything; this never throws. */
public final class PhoneNumbers {
    private static final int RAW_MAX = 64;
    /** What networks and Asterisk put in place of a number that is not shown. */
    private static final Set<String> WITHHELD = Set.of(
            "anonymous", "unavailable", "unknown", "private", "restricted", "withheld", "asterisk", "<unknown>", "s");
    /** Nothing but what people write numbers with; keeps the library from finding a number inside of something else. */
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()./-]*|\\([0-9][0-9 ()./-]*");

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String homeCountry;

    /** @param homeCountry ISO 3166, two letters: where national numbers belong */
    public PhoneNumbers(String homeCountry) {
        String country = homeCountry.toUpperCase(Locale.ROOT);
        if (!library.getSupportedRegions().contains(country)) {
            throw new IllegalArgumentException(
                    "Unknown home country \"" + homeCountry + "\"; it is an ISO 3166 code of two letters such as DE");
        }
        this.homeCountry = country;
    }

    public CallerNumber read(String raw) {
        String cleaned = cleaned(raw);
        if (cleaned.isEmpty() || WITHHELD.contains(cleaned.toLowerCase(Locale.ROOT))) {
            return new CallerNumber(true, Optional.empty(), "");
        }
        return new CallerNumber(false, e164(cleaned), cleaned);
    }

    /** As people of the home country read it: national numbers of their own country, international ones otherwise. */
    public String shown(String e164) {
        try {
            PhoneNumber number = library.parse(e164, homeCountry);
            boolean home = homeCountry.equals(library.getRegionCodeForNumber(number));
            return library.format(number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException notANumber) {
            return e164;
        }
    }

    private Optional<String> e164(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = library.parse(text, homeCountry);
            // Number plans grow faster than the library, so a number with its country code need only have a possible
            // length.
            // Without it "1001" would be possible too, so a national one must be valid.
            boolean international = text.startsWith("+") || text.startsWith("00");
            boolean good = international
                    ? library.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    : library.isValidNumber(number);
            return good ? Optional.of(library.format(number, PhoneNumberFormat.E164)) : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** Printable characters only, cut to {@link #RAW_MAX}. */
    private static String cleaned(String raw) {
        StringBuilder kept = new StringBuilder();
        raw.codePoints().filter(PhoneNumbers::isPrintable).limit(RAW_MAX).forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
