package io.ahoy.router.channel.email.arrive;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.customer.Customer;
import java.util.Optional;

/** Decides where a mail goes. */
@FunctionalInterface
public interface Rules {
    /** Every mail to the queue of its mailbox. */
    Rules NONE = (mail, mailbox, customer, followUp) -> Route.to(mailbox.queue(), mailbox.caseType());

    /**
     * Asked before the mail is anywhere.
     *
     * @param customer who wrote it, if that is certain
     * @param followUp it goes on with a conversation
     */
    Route route(Understood mail, Mailbox mailbox, Optional<Customer> customer, boolean followUp);
}
