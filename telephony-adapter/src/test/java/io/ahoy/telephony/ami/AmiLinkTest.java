package io.ahoy.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AmiLinkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private FakeAsterisk asterisk;
    private AmiLink link;
    private final List<AmiEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        asterisk = new FakeAsterisk();
        link = new AmiLink(settings(), events::add);
    }

    @AfterEach
    void stop() throws IOException {
        link.close();
        asterisk.close();
    }

    @Test
    void aFloodThatOverflowsTheLibraryArrivesCompletelyAndInOrder() throws IOException {
        AtomicLong next = new AtomicLong();
        AtomicLong misplaced = new AtomicLong();
        link.close();
        link = new AmiLink(settings(), event -> {
            if (event instanceof AmiEvent.Gone gone) {
                if (!gone.channel().equals(Long.toString(next.getAndIncrement()))) {
                    misplaced.incrementAndGet();
                }
                // Slower than they come: unguarded, this loses half of them.
                LockSupport.parkNanos(1_000);
            } else {
                events.add(event);
            }
        });
        linked();
        int flood = 60_000;
        String[] packets = new String[flood];
        for (int i = 0; i < flood; i++) {
            packets[i] = "Event: Hangup\r\nPrivilege: call,all\r\nUniqueid: " + i + "\r\nCause: 16";
        }
        asterisk.say(packets);
        await().atMost(PATIENCE).until(() -> next.get() == flood);
        assertThat(misplaced).hasValue(0);
        assertThat(events).noneMatch(AmiEvent.LinkDirty.class::isInstance);
        assertThat(link.send(AmiAction.of("Hangup")).join().success()).isTrue();
    }

    @Test
    void anEventTheLibraryLosesMakesTheLinkDirty() throws IOException {
        linked();
        // With its name given twice the library finds no class for it and drops it.
        asterisk.say("Event: Hangup\r\nEvent: Hangup\r\nUniqueid: 1\r\nCause: 16");
        await().atMost(PATIENCE).until(() -> events.stream().anyMatch(AmiEvent.LinkDirty.class::isInstance));
    }

    @Test
    void itConnectsAgainAndTells() throws IOException {
        linked();
        asterisk.hangUp();
        await().atMost(PATIENCE).until(() -> count(AmiEvent.LinkUp.class) == 2);
        assertThat(events.stream()
                        .filter(e -> !(e instanceof AmiEvent.Booted))
                        .map(Object::getClass)
                        .toList())
                .containsExactly(List.of(AmiEvent.LinkUp.class, AmiEvent.LinkDown.class, AmiEvent.LinkUp.class)
                        .toArray(new Class<?>[0]));
        assertThat(link.send(AmiAction.of("Hangup")).join().success()).isTrue();
    }

    @Test
    void aSilentLinkCountsAsDead() {
        linked();
        asterisk.deaf = true;
        await().atMost(PATIENCE).until(() -> count(AmiEvent.LinkDown.class) == 1);
    }

    @Test
    void anActionOnABreakingLinkFailsInsteadOfHanging() throws IOException {
        linked();
        asterisk.deaf = true;
        CompletableFuture<AmiReply> reply = link.send(AmiAction.of("Hangup"));
        asterisk.hangUp();
        assertThatThrownBy(reply::join).hasCauseInstanceOf(LinkBroken.class);
    }

    @Test
    void withoutALinkNothingIsSent() {
        assertThatThrownBy(() -> link.send(AmiAction.of("Hangup")).join()).hasCauseInstanceOf(LinkBroken.class);
    }

    @Test
    void oneActionIsOneAction() {
        linked();
        link.send(AmiAction.of("Originate")
                        .with("CallerID", "\"Ann, ${SHELL(id)} <b>\" <+49>")
                        .withVariable("PJSIP_HEADER(add,X-A)", "a,b=c"))
                .join();
        assertThat(asterisk.ownActions()).hasSize(1);
        assertThat(asterisk.ownActions().getFirst())
                .hasSize(4)
                .contains(
                        "action: Originate",
                        "CallerID: \"Ann, ${SHELL(id)} <b>\" <+49>",
                        "variable: PJSIP_HEADER(add,X-A)=a,b=c");
    }

    @Test
    void aPhoneThatCanBeReachedAgainIsTold() throws IOException {
        linked();
        asterisk.say(
                "Event: PeerStatus\r\nChannelType: PJSIP\r\nPeer: PJSIP/1002\r\nPeerStatus: Unreachable",
                "Event: PeerStatus\r\nChannelType: PJSIP\r\nPeer: PJSIP/1001\r\nPeerStatus: Reachable");
        await().atMost(PATIENCE).until(() -> count(AmiEvent.PhoneCame.class) == 1);
        assertThat(events).contains(new AmiEvent.PhoneCame("PJSIP/1001"));
    }

    @Test
    void theListOfChannelsIsRead() {
        linked();
        asterisk.answer = action -> List.of(
                "Response: Success\r\nEventList: start\r\nMessage: Channel status will follow",
                "Event: Status\r\nChannel: PJSIP/x-1\r\nChannelState: 6\r\nCallerIDNum: +49\r\nContext: ahoy-wait\r\n"
                        + "Exten: s\r\nUniqueid: 1.1\r\nSeconds: 7\r\nBridgeID: \r\nVariable: AHOY_IID=abc\r\n"
                        + "Variable: AHOY_QUEUE=(null)",
                "Event: StatusComplete\r\nEventList: Complete\r\nItems: 1");
        List<ChannelStatus> channels =
                link.channels(List.of("AHOY_IID", "AHOY_QUEUE")).join();
        assertThat(channels).hasSize(1);
        ChannelStatus status = channels.getFirst();
        assertThat(status.channel()).isEqualTo("1.1");
        assertThat(status.answered()).isTrue();
        assertThat(status.context()).isEqualTo("ahoy-wait");
        assertThat(status.age()).isEqualTo(Duration.ofSeconds(7));
        assertThat(status.bridge()).isEmpty();
        assertThat(status.variables()).containsOnlyKeys("AHOY_IID");
    }

    private void linked() {
        link.start();
        await().atMost(PATIENCE).until(link::isUp);
        await().atMost(PATIENCE).until(() -> count(AmiEvent.LinkUp.class) == 1);
    }

    private long count(Class<? extends AmiEvent> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    private AmiSettings settings() {
        return new AmiSettings(
                "127.0.0.1",
                asterisk.port(),
                "ahoy",
                "secret",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofMillis(20),
                Duration.ofMillis(100));
    }
}
