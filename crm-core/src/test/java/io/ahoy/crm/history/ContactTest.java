package io.ahoy.crm.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.history.Contact.WrapUpState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final Contact.Named ANNA = new Contact.Named(new UUID(0, 1), "Anna");
    private static final Contact.Named BO = new Contact.Named(new UUID(0, 2), "Bo");

    private final List<Contact.Segment> segments = new ArrayList<>();
    private final List<Contact.WrapUp> wrapUps = new ArrayList<>();

    @Test
    void aWrapUpIsOpenFromTheEndOfTheConversationUntilItIsCleared() {
        segment(Optional.empty(), 0, 9, 9);
        assertThat(contact().wrapUp()).isEmpty();
        segments.clear();
        segment(Optional.of(ANNA), 0, -1, -1);
        assertThat(contact().wrapUp()).isEmpty();
        segments.clear();
        segment(Optional.of(ANNA), 0, 60, -1);
        assertThat(contact().wrapUp()).contains(WrapUpState.OPEN);
    }

    @Test
    void clearedByTheClockItHasRunOutWhateverHeHadTyped() {
        segment(Optional.of(ANNA), 0, 60, 120);
        assertThat(contact().wrapUp()).contains(WrapUpState.RAN_OUT);
        wrote(ANNA, -1);
        assertThat(contact().wrapUp()).contains(WrapUpState.RAN_OUT);
        // Too early: she still spoke.
        wrote(ANNA, 59);
        assertThat(contact().wrapUp()).contains(WrapUpState.RAN_OUT);
        wrote(ANNA, 119);
        assertThat(contact().wrapUp()).contains(WrapUpState.DONE);
    }

    @Test
    void whereNoneWasGivenNoneRanOut() {
        segment(Optional.of(ANNA), 0, 60, 60);
        assertThat(contact().wrapUp()).isEmpty();
    }

    @Test
    void theAgentWhoSpokeLastDecides() {
        segment(Optional.of(ANNA), 0, 60, 120);
        wrote(ANNA, 100);
        segment(Optional.of(BO), 70, 130, 190);
        assertThat(contact().wrapUp()).contains(WrapUpState.RAN_OUT);
        // Back at Anna, who had finished before.
        segment(Optional.of(ANNA), 200, 260, 320);
        assertThat(contact().wrapUp()).contains(WrapUpState.RAN_OUT);
        // A line that he left again is no conversation.
        wrote(ANNA, 310);
        segment(Optional.empty(), 330, 340, -1);
        assertThat(contact().wrapUp()).contains(WrapUpState.DONE);
    }

    private void segment(Optional<Contact.Named> agent, int entered, int ended, int cleared) {
        segments.add(new Contact.Segment(
                segments.size() + 1,
                "sales",
                agent,
                T0.plusSeconds(entered),
                agent.map(who -> T0.plusSeconds(entered + 5)),
                at(ended),
                at(cleared),
                agent.isPresent() ? "ANSWERED" : "ABANDONED",
                Optional.empty()));
    }

    private void wrote(Contact.Named agent, int done) {
        wrapUps.add(new Contact.WrapUp(agent.id(), Optional.of("solved"), "", T0.plusSeconds(1), at(done)));
    }

    private static Optional<Instant> at(int seconds) {
        return seconds < 0 ? Optional.empty() : Optional.of(T0.plusSeconds(seconds));
    }

    private Contact contact() {
        return new Contact(
                new UUID(0, 9),
                "VOICE",
                "+4930111",
                false,
                Optional.empty(),
                "500",
                Optional.empty(),
                T0,
                Optional.empty(),
                "CLOSED",
                Optional.empty(),
                segments,
                wrapUps);
    }
}
