package io.ahoy.desktop.web.mail;

import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.PointKind;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.store.Db;
import io.ahoy.desktop.web.Problem;
import java.util.List;

/** Whom the centre may write to of its own accord: nobody who asked not to be. Whoever writes to us is answered all the same. */
final class DoNotContact {
    private final Customers customers;

    DoNotContact(Db db) {
        this.customers = new Customers(db);
    }

    /** @throws Problem the customer refused mails, or one of the addresses is barred, his own or somebody else's */
    void requireAllowed(Customer customer, List<String> addresses) {
        if (customer.forbidsMails()) {
            throw Problem.unprocessable(
                    "to", "This customer refused to be contacted by mail; he is written to only when he writes first.");
        }
        addresses.stream()
                .map(MailAddress::of)
                .filter(address -> isBarred(customer, address))
                .findFirst()
                .ifPresent(barred -> {
                    throw Problem.unprocessable(
                            "to",
                            "Nobody may write to " + barred.address()
                                    + " of his own accord: its record says \"do not contact\".");
                });
    }

    private boolean isBarred(Customer customer, MailAddress address) {
        boolean own = customer.points().stream()
                .filter(point -> point.kind() == PointKind.EMAIL && point.doNotContact())
                .map(ContactPoint::value)
                .anyMatch(address::isSameAs);
        return own || customers.isBarred(PointKind.EMAIL, address.address());
    }
}
