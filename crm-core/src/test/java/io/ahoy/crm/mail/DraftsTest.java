package io.ahoy.crm.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.mail.Drafts.Sending;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.store.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two windows, or two people, on one answer: nothing is overwritten, and nobody is answered twice unawares. */
@ExtendWith(TestDatabase.class)
class DraftsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final MailAddress CENTRE = MailAddress.of("support@shop.example");
    private static final Recipients RUTH = Recipients.to(MailAddress.of("ruth@mail.example"));

    private final Drafts drafts;
    private final Outbox outbox;
    private final UUID thread = UuidV7.next(NOW);
    private final UUID anna = UuidV7.next(NOW);
    private final UUID bo = UuidV7.next(NOW);

    DraftsTest(Db db) {
        this.drafts = new Drafts(db);
        this.outbox = new Outbox(db);
    }

    @Test
    void whatWasWrittenElsewhereIsNotOverwritten() {
        Draft first = keep(anna, "one", 0, NOW);
        Draft second = keep(anna, "two", first.version(), NOW);
        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThatThrownBy(() -> keep(anna, "three", first.version(), NOW))
                .isInstanceOfSatisfying(
                        Refusal.Stale.class,
                        stale -> assertThat(stale.present()).isEqualTo(second));
        assertThatThrownBy(() -> keep(anna, "begun anew", 0, NOW)).isInstanceOf(Refusal.Stale.class);
        assertThat(drafts.get(first.id())).contains(second);
    }

    @Test
    void theSameOnceMoreIsNoConflict() {
        Draft first = keep(anna, "one", 0, NOW);
        assertThat(keep(anna, "one", 0, NOW)).isEqualTo(first);
    }

    @Test
    void whatIsNoDraftAnyMoreIsToldSo() {
        Draft gone = keep(anna, "one", 0, NOW);
        drafts.drop(gone.id());
        assertThatThrownBy(() -> keep(anna, "two", gone.version(), NOW)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void whatSomebodyElseAnsweredMeanwhileIsReadFirst() {
        Draft bos = keep(bo, "mine", 0, NOW);
        Outgoing annas = answer(anna, NOW.plus(Duration.ofMinutes(2)));
        outbox.put(annas);
        Outgoing mine = answer(bo, NOW.plus(Duration.ofMinutes(3)));
        assertThat(drafts.send(bos, bos.version(), false, mine)).isEqualTo(new Sending.Answered(anna, annas.at()));
        assertThat(outbox.get(mine.id())).isEmpty();
        assertThat(drafts.send(bos, bos.version(), true, mine)).isEqualTo(new Sending.Sent());
        assertThat(outbox.get(mine.id())).isPresent();
    }

    @Test
    void whatWasTakenBackOrAnsweredBeforeIsNoReason() {
        outbox.put(answer(anna, NOW.minus(Duration.ofMinutes(2))));
        Outgoing regretted = answer(anna, NOW.plus(Duration.ofMinutes(1)));
        outbox.put(regretted);
        outbox.takeBack(regretted.id());
        Draft bos = keep(bo, "mine", 0, NOW);
        assertThat(drafts.send(bos, bos.version(), false, answer(bo, NOW.plus(Duration.ofMinutes(3)))))
                .isEqualTo(new Sending.Sent());
    }

    @Test
    void twoWindowsDoNotSendItTwice() {
        Draft draft = keep(anna, "one", 0, NOW);
        Draft later = keep(anna, "two", draft.version(), NOW);
        assertThat(drafts.send(draft, draft.version(), false, answer(anna, NOW)))
                .isEqualTo(new Sending.Changed());
        assertThat(drafts.send(later, later.version(), false, answer(anna, NOW)))
                .isEqualTo(new Sending.Sent());
        assertThat(drafts.send(later, later.version(), false, answer(anna, NOW)))
                .isEqualTo(new Sending.Changed());
    }

    private Draft keep(UUID author, String text, long version, Instant now) {
        Draft.Content content = new Draft.Content(
                "support", RUTH.to(), List.of(), "Re: Parcel", text, Optional.empty(), List.of(), Optional.empty());
        return drafts.keep(thread, Optional.empty(), Optional.empty(), author, content, version, now);
    }

    private Outgoing answer(UUID author, Instant at) {
        UUID id = UuidV7.next(at);
        MailContent content = new MailContent(
                "Yes",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        return new Outgoing(
                id,
                "support",
                "0".repeat(64),
                1,
                id + "@shop.example",
                Optional.of(thread),
                Optional.empty(),
                Optional.of(author),
                "ANSWER",
                CENTRE,
                RUTH,
                "Re: Parcel",
                content,
                CENTRE.address(),
                false,
                at,
                at);
    }
}
