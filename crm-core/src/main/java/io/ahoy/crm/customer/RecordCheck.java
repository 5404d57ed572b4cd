package io.ahoy.crm.customer;

import io.ahoy.crm.access.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What can stand in the records of people and organisations. The first thing that is wrong is told, by its field. */
public final class RecordCheck {
    static final int POINTS_MAX = 50;
    private static final int TAGS_MAX = 50;
    private static final int CONSENTS_MAX = 100;
    private static final int NEVER_OFFERED_MAX = 50;
    private static final int SHORT_MAX = 64;
    private static final int LONG_MAX = 200;
    private static final int POINT_MAX = 254;
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{2,14}");
    /** Deliberately wide (RFC 5321 allows nearly everything); it keeps out what could end a header or name two people. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>(),;:\\\\\"\\p{Cntrl}]+@[^\\s@<>(),;:\\\\\"\\p{Cntrl}]+");

    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    private RecordCheck() {}

    static void check(CustomerDraft draft) {
        name("name", draft.name());
        optional("givenName", draft.givenName(), LONG_MAX);
        optional("familyName", draft.familyName(), LONG_MAX);
        optional("reading", draft.reading(), LONG_MAX);
        draft.address().ifPresent(RecordCheck::address);
        language(draft.language());
        timeZone(draft.timeZone());
        points(draft.points());
        tags(draft.tags());
        consents(draft.consents());
        require(
                draft.neverOffered().stream().allMatch(agents -> agents.size() <= NEVER_OFFERED_MAX),
                "neverOffered",
                "At most " + NEVER_OFFERED_MAX + " agents.");
    }

    static void check(OrganisationDraft draft) {
        name("name", draft.name());
        draft.address().ifPresent(RecordCheck::address);
        language(draft.language());
        timeZone(draft.timeZone());
        points(draft.points());
        tags(draft.tags());
    }

    private static void name(String field, String name) {
        if (name.isBlank()) {
            throw new Refusal.Invalid(field, "Must not be empty.");
        }
        text(field, name, Customers.NAME_MAX);
    }

    private static void optional(String field, Optional<String> text, int max) {
        text.ifPresent(given -> text(field, given, max));
    }

    /** One line. */
    public static void text(String field, String text, int max) {
        if (text.codePointCount(0, text.length()) > max) {
            throw new Refusal.Invalid(field, "Must have at most " + max + " characters.");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new Refusal.Invalid(field, "Must be one line without control characters.");
        }
    }

    private static void address(Address address) {
        require(
                address.lines().size() <= Address.LINES_MAX,
                "address.lines",
                "At most " + Address.LINES_MAX + " lines.");
        for (int i = 0; i < address.lines().size(); i++) {
            text("address.lines." + i, address.lines().get(i), LONG_MAX);
        }
        optional("address.postalCode", address.postalCode(), SHORT_MAX);
        optional("address.city", address.city(), LONG_MAX);
        optional("address.region", address.region(), LONG_MAX);
        require(
                address.country().stream().allMatch(COUNTRIES::contains),
                "address.country",
                "Must be two capital letters of ISO 3166, as DE or CN.");
    }

    private static void language(Optional<String> language) {
        require(language.stream().allMatch(RecordCheck::isLanguage), "language", "Must be BCP 47, as de or zh-Hant.");
    }

    private static boolean isLanguage(String tag) {
        try {
            return tag.length() <= 35
                    && !new Locale.Builder()
                            .setLanguageTag(tag)
                            .build()
                            .getLanguage()
                            .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static void timeZone(Optional<String> zone) {
        require(zone.stream().allMatch(RecordCheck::isZone), "timeZone", "Must be a zone such as Europe/Berlin.");
    }

    private static boolean isZone(String zone) {
        try {
            return zone.length() <= SHORT_MAX && !ZoneId.of(zone).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void points(List<ContactPoint> points) {
        require(points.size() <= POINTS_MAX, "points", "At most " + POINTS_MAX + " contact points.");
        Set<String> seen = new HashSet<>();
        Set<PointKind> primaries = EnumSet.noneOf(PointKind.class);
        for (int i = 0; i < points.size(); i++) {
            ContactPoint point = points.get(i);
            String field = "points." + i;
            value(field + ".value", point);
            text(field + ".label", point.label(), SHORT_MAX);
            require(seen.add(point.kind() + " " + point.value()), field + ".value", "Stands here twice.");
            require(
                    !point.primary() || primaries.add(point.kind()),
                    field + ".primary",
                    "Another one of this kind is the primary one already.");
        }
    }

    private static void value(String field, ContactPoint point) {
        String value = point.value();
        switch (point.kind()) {
            case PHONE, FAX ->
                require(
                        E164.matcher(value).matches(),
                        field,
                        "Must be a whole number with its country, as +4930123456.");
            case EMAIL ->
                require(
                        value.length() <= POINT_MAX && EMAIL.matcher(value).matches(),
                        field,
                        "Must be an address such as anna@example.com.");
            case CHAT, WEB -> {
                require(!value.isBlank(), field, "Must not be empty.");
                text(field, value, POINT_MAX);
            }
        }
    }

    private static void tags(Collection<String> tags) {
        require(tags.size() <= TAGS_MAX, "tags", "At most " + TAGS_MAX + " tags.");
        for (String tag : tags) {
            require(!tag.isBlank(), "tags", "A tag must not be empty.");
            text("tags", tag, SHORT_MAX);
        }
    }

    private static void consents(List<Consent> consents) {
        require(consents.size() <= CONSENTS_MAX, "consents", "At most " + CONSENTS_MAX + ".");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < consents.size(); i++) {
            Consent consent = consents.get(i);
            String field = "consents." + i;
            require(!consent.purpose().isBlank(), field + ".purpose", "Must not be empty.");
            text(field + ".purpose", consent.purpose(), SHORT_MAX);
            text(field + ".source", consent.source(), LONG_MAX);
            require(
                    seen.add(consent.purpose() + " " + consent.channel()),
                    field + ".purpose",
                    "Stands here twice for this channel.");
        }
    }

    private static void require(boolean fine, String field, String message) {
        if (!fine) {
            throw new Refusal.Invalid(field, message);
        }
    }

    /** For those who look something up: {@code field} must name it. */
    public static void exists(Optional<?> id, Predicate<Object> known, String field, String what) {
        require(id.isEmpty() || known.test(id.get()), field, "There is no such " + what + ".");
    }
}
