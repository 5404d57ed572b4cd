package io.ahoy.crm.privacy;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Findable;
import io.ahoy.crm.mail.ForgottenMails;
import io.ahoy.crm.store.Db;
import java.util.List;
import java.util.UUID;

/**
 * Forgets a person: his record, notes and numbers go, and what the audit trail says of him can be read by nobody any more. That there were
 * so many contacts, and how long they took, remains for the figures, with nobody's name.
 */
public final class Erasure {
    /** Rows of the journal that are looked through at once. */
    private static final long JOURNAL_PART = 20_000;

    private final Db db;
    private final Customers customers;

    public Erasure(Db db) {
        this.db = db;
        this.customers = new Customers(db);
    }

    /**
     * How much was forgotten.
     *
     * @param interactions that remain without him
     * @param notes that agents wrote about him, beside his interactions or not
     * @param mails from him, to him and of his conversations
     */
    public record Erased(int interactions, int notes, int mails) {}

    /**
     * All of it, or nothing.
     *
     * @param version that was read
     */
    public Erased erase(UUID customer, long version, Actor actor) {
        return db.together(() -> db.call(session -> {
            PrivacyMapper privacy = session.getMapper(PrivacyMapper.class);
            long present = privacy.lock(customer).orElseThrow(() -> new Refusal.Unknown("There is no such customer."));
            if (present != version) {
                throw new Refusal.Stale(customers.get(customer).orElseThrow());
            }
            // Whoever still talks with him would write down again what is forgotten here.
            if (privacy.open(customer) > 0) {
                throw new Refusal.Conflict(
                        "He is still with somebody, or what he called for is not wrapped up. Try again"
                                + " when that is over.");
            }
            int notes = privacy.forgetWrapUps(customer) + privacy.deleteNotes(customer);
            List<String> numbers = privacy.ownNumbers(customer);
            numbers.forEach(privacy::forgetNumber);
            numbers.forEach(number -> forgetTransfers(privacy, number));
            privacy.forgetDialled(customer);
            List<String> addresses = privacy.ownAddresses(customer);
            int mails = ForgottenMails.ofCustomer(session, customer, addresses);
            addresses.forEach(privacy::forgetAddress);
            int interactions = privacy.forgetInteractions(customer);
            for (UUID about : privacy.cases(customer)) {
                notes += ForgottenCase.forget(session, about);
            }
            for (UUID order : privacy.orders(customer)) {
                privacy.deleteOrder(order);
                Findable.remove(session, order);
                Audit.erase(session, order);
            }
            privacy.deleteTags(customer);
            Findable.remove(session, customer);
            privacy.deletePoints(customer);
            privacy.deleteConsents(customer);
            privacy.deleteNeverOffered(customer);
            privacy.deleteAnswers(customer.toString());
            privacy.delete(customer);
            Audit.erase(session, customer);
            Audit.did(session, actor, "ERASED", Subject.CUSTOMER, customer);
            return new Erased(interactions, notes, mails);
        }));
    }

    /** In parts, each of which is read well before the database counts as away. */
    private static void forgetTransfers(PrivacyMapper privacy, String number) {
        for (PrivacyMapper.JournalEnd journal : privacy.journals()) {
            for (long after = 0; after < journal.last(); after += JOURNAL_PART) {
                privacy.forgetTransfers(number, journal.domain(), after, after + JOURNAL_PART);
            }
        }
    }
}
