package io.ahoy.telephony.call;

/**
 * What the agent's phone shows of a caller. Everything from outside that goes into a command or a header goes through here: what is
 * no letter, digit or harmless sign is dropped, what is too long is cut.
 *
 * @param number empty if withheld
 */
public record CallerId(String name, String number) {
    private static final int NAME_MAX = 60;
    private static final int NUMBER_MAX = 40;

    public CallerId {
        name = cleanName(name);
        number = cleanNumber(number);
    }

    /** As SIP and AMI write it: {@code "Ann" <+4930…>}. */
    String quoted() {
        String shownNumber = number.isEmpty() ? "anonymous" : number;
        return "\"" + (name.isEmpty() ? shownNumber : name) + "\" <" + shownNumber + ">";
    }

    private static String cleanName(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(CallerId::isHarmless).limit(NAME_MAX).forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean isHarmless(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || " .,'&+-/()".indexOf(c) >= 0;
    }

    private static String cleanNumber(String text) {
        String kept = text.replaceAll("[^+*#0-9A-Za-z]", "");
        return kept.length() > NUMBER_MAX ? kept.substring(0, NUMBER_MAX) : kept;
    }
}
