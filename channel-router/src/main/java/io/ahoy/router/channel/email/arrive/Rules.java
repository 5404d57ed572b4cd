package io.ahoy.router.channel.email.arrive;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.customer.Customer;
import java.util.Optional;

/** Decides where a mail goes. */
@FunctionalInterface
public interface Rules {
    /** Every mail to the queue of its mailbox. */
    Rules NONE = (mail, mailbox, customer) -> Route.to(mailbox.queue(), mailbox.caseType());

    Route route(Understood mail, Mailbox mailbox, Optional<Customer> customer);
}
