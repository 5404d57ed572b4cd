package io.ahoy.crm.order;

import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.customer.RecordCheck;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can stand in products and orders. The first thing that is wrong is told, by its field. */
final class OrderCheck {
    private static final int TEXT_MAX = 200;
    static final int LINES_MAX = 500;
    /** Also what stands in addresses of the API. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private OrderCheck() {}

    static void number(String number) {
        require(
                NUMBER.matcher(number).matches(),
                "number",
                "A number has up to 64 letters, digits, dots, hyphens and underscores and begins with a letter or digit.");
    }

    static void check(ProductDraft draft) {
        require(!draft.title().isBlank(), "title", "Must not be empty.");
        RecordCheck.text("title", draft.title(), TEXT_MAX);
    }

    static void check(OrderDraft draft) {
        RecordCheck.text("status", draft.status(), TEXT_MAX);
        date("placedAt", Optional.of(draft.placedAt()));
        date("expectedAt", draft.expectedAt());
        date("endsAt", draft.endsAt());
        require(draft.lines().size() <= LINES_MAX, "lines", "At most " + LINES_MAX + " lines.");
        for (int i = 0; i < draft.lines().size(); i++) {
            OrderDraft.Line line = draft.lines().get(i);
            String field = "lines." + i;
            require(line.quantity() > 0, field + ".quantity", "Must be 1 or more.");
            require(
                    CURRENCIES.contains(line.currency()),
                    field + ".currency",
                    "Must be three capital letters of ISO 4217, as EUR or CNY.");
            RecordCheck.text(field + ".status", line.status(), TEXT_MAX);
        }
    }

    private static void date(String field, Optional<Instant> at) {
        require(
                at.stream().allMatch(one -> one.isAfter(EARLIEST) && one.isBefore(LATEST)),
                field,
                "Must lie between the years 1900 and 9999.");
    }

    static void require(boolean fine, String field, String message) {
        if (!fine) {
            throw new Refusal.Invalid(field, message);
        }
    }
}
