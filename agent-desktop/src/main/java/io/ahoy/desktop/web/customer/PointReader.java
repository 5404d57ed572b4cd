package io.ahoy.desktop.web.customer;

import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.PhoneNumbers;
import io.ahoy.crm.customer.PointKind;
import java.util.List;
import java.util.Locale;

/** Contact points as people type them: national numbers get their country, domains small letters. */
public final class PointReader {
    private final PhoneNumbers numbers;

    public PointReader(PhoneNumbers numbers) {
        this.numbers = numbers;
    }

    List<ContactPoint> read(List<ContactPoint> typed) {
        return typed.stream().map(this::read).toList();
    }

    private ContactPoint read(ContactPoint typed) {
        String value = typed.value().strip();
        String read = typed.hasNumber()
                ? numbers.read(value).e164().orElse(value)
                : typed.kind() == PointKind.EMAIL ? withSmallDomain(value) : value;
        return new ContactPoint(
                typed.kind(), read, typed.label().strip(), typed.primary(), typed.verifiedAt(), typed.doNotContact());
    }

    private static String withSmallDomain(String address) {
        int at = address.lastIndexOf('@');
        return at < 0
                ? address
                : address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }
}
