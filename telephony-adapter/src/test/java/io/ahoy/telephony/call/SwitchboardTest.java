package io.ahoy.telephony.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BestRank;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ConnectFailure;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.LongestIdle;
import io.ahoy.router.acd.OfferFailure;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.SkillNeed;
import io.ahoy.router.acd.Wish;
import io.ahoy.telephony.ami.AmiEvent;
import io.ahoy.telephony.ami.ChannelStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwitchboardTest {
    private static final QueueId SALES = new QueueId("sales");
    private static final AgentId BO = new AgentId(new UUID(0, 7));
    private static final InteractionId ANN = new InteractionId(new UUID(0, 1));
    private static final OfferId OFFER = new OfferId(ANN, 1);
    private static final String LEG = Leg.channelOf(OFFER);
    private static final String CUSTOMER = "100.1";
    private static final String CUSTOMER_NAME = "PJSIP/trunk-00000001";
    private static final String LEG_NAME = "PJSIP/1002-web-00000002";
    private static final Instant T0 = Instant.parse("2026-11-01T10:00:00Z");

    private final FakeExchange exchange = new FakeExchange();
    private final List<Input> inputs = new CopyOnWriteArrayList<>();
    private final Switchboard switchboard = new Switchboard(
            exchange,
            agent -> agent.equals(BO) ? Optional.of("PJSIP/1002-web") : Optional.empty(),
            new Newcomers() {
                @Override
                public InteractionId identify(Instant arrivedAt) {
                    return new InteractionId(new UUID(0, 99));
                }

                @Override
                public void record(InteractionId interaction, ChannelStatus status, Instant arrivedAt) {}
            },
            new VoiceListener() {},
            InstantSource.fixed(T0),
            queue -> "ahoy",
            SALES,
            Duration.ofSeconds(1));

    @BeforeEach
    void open() {
        switchboard.reportTo(input -> {
            inputs.add(input);
            return CompletableFuture.completedFuture(List.of(new Output.HangUp(ANN)));
        });
        switchboard.start(Image.EMPTY, T0);
        hear(new AmiEvent.LinkUp());
        await().until(switchboard::isUp);
    }

    @AfterEach
    void close() {
        switchboard.close();
    }

    @Test
    void fromTheLineToTheConversationAndItsEnd() {
        talk();
        assertThat(inputs).containsExactly(arrived(), new Input.OfferAccepted(OFFER), new Input.Connected(OFFER));
        assertThat(exchange.asked).contains("bridge " + CUSTOMER_NAME + " " + LEG_NAME);
        hear(new AmiEvent.Left(CUSTOMER, "b"), new AmiEvent.Left(LEG, "b"), new AmiEvent.Gone(LEG, 16));
        hear(new AmiEvent.Gone(CUSTOMER, 16));
        expect(new Input.Ended(ANN, EndCause.CUSTOMER_HUNG_UP));
        assertThat(inputs).hasSize(4);
    }

    @Test
    void theAgentsHangUpEndsTheCustomersCall() {
        talk();
        hear(new AmiEvent.Left(LEG, "b"), new AmiEvent.Left(CUSTOMER, "b"), new AmiEvent.Gone(LEG, 16));
        expect(new Input.Ended(ANN, EndCause.AGENT_HUNG_UP));
        await().until(() -> exchange.asked.contains("hang up " + CUSTOMER));
        hear(new AmiEvent.Gone(CUSTOMER, 16));
        assertThat(inputs).hasSize(4);
    }

    @Test
    void aDeviceThatVanishesLeavesTheCustomerWithMusicUntilTheLimit() {
        talk();
        hear(new AmiEvent.Left(LEG, "b"), new AmiEvent.Left(CUSTOMER, "b"), new AmiEvent.Gone(LEG, 44));
        await().until(() -> exchange.asked.contains("music " + CUSTOMER));
        expect(new Input.AgentLost(ANN));
        deliver(new Output.ReturnToLine(ANN, SALES));
        await().until(() -> exchange.asked.contains("to line " + CUSTOMER + " sales ahoy"));
        hear(new AmiEvent.Gone(CUSTOMER, 16));
        expect(new Input.Abandoned(ANN, EndCause.ABANDONED));
    }

    @Test
    void anAgentWhoRejoinsInTimeIsNotLost() {
        talk();
        hear(new AmiEvent.Gone(LEG, 44));
        await().until(() -> exchange.asked.contains("music " + CUSTOMER));
        deliver(new Output.Reattach(ANN, BO));
        String again = Leg.forRejoin(ANN, BO, T0.toEpochMilli()).channel;
        await().until(() -> exchange.asked.stream().anyMatch(what -> what.contains(again)));
        hear(new AmiEvent.Created(again, "PJSIP/1002-web-again"), new AmiEvent.InDialplan(again, "ahoy-agent", "s"));
        await().until(() -> exchange.asked.contains("bridge " + CUSTOMER_NAME + " PJSIP/1002-web-again"));
        hear(new AmiEvent.Left(CUSTOMER, "b"), new AmiEvent.Joined(CUSTOMER, "c"));
        hear(new AmiEvent.Left(again, "c"), new AmiEvent.Left(CUSTOMER, "c"), new AmiEvent.Gone(again, 16));
        expect(new Input.Ended(ANN, EndCause.AGENT_HUNG_UP));
        assertThat(inputs).doesNotContain(new Input.AgentLost(ANN));
    }

    @Test
    void causesOfAPhoneThatDoesNotAnswer() {
        assertThat(ringAndEnd(17)).isEqualTo(new Input.OfferFailed(OFFER, OfferFailure.BUSY));
        assertThat(ringAndEnd(21)).isEqualTo(new Input.OfferDeclined(OFFER));
        assertThat(ringAndEnd(19)).isEqualTo(new Input.OfferDeclined(OFFER));
        assertThat(ringAndEnd(1)).isEqualTo(new Input.OfferFailed(OFFER, OfferFailure.DEVICE_UNREACHABLE));
        assertThat(ringAndEnd(38)).isEqualTo(new Input.OfferFailed(OFFER, OfferFailure.NETWORK));
    }

    @Test
    void aPhoneThatIsNotThereNeverGetsAChannel() {
        offer();
        hear(new AmiEvent.RingEnded(LEG, false, 0));
        expect(new Input.OfferFailed(OFFER, OfferFailure.DEVICE_UNREACHABLE));
    }

    @Test
    void anAgentWithoutAPhoneIsUnreachable() {
        wait(ANN);
        deliver(new Output.Offer(
                OFFER, new AgentId(new UUID(0, 8)), SALES, Channel.VOICE, T0.plusSeconds(20), reason()));
        expect(new Input.OfferFailed(OFFER, OfferFailure.DEVICE_UNREACHABLE));
    }

    @Test
    void aRetractedLegIsHungUpEvenIfItsChannelComesLater() {
        offer();
        deliver(new Output.Retract(OFFER, BO, OfferOutcome.TIMED_OUT));
        hear(new AmiEvent.Created(LEG, LEG_NAME));
        await().until(() -> exchange.asked.contains("hang up " + LEG));
        hear(new AmiEvent.Gone(LEG, 16), new AmiEvent.RingEnded(LEG, false, 0));
        assertThat(inputs).containsExactly(arrived());
    }

    @Test
    void theCallerLeavesWhileThePhoneRings() {
        offer();
        hear(new AmiEvent.Created(LEG, LEG_NAME), new AmiEvent.Gone(CUSTOMER, 16));
        expect(new Input.Abandoned(ANN, EndCause.ABANDONED));
        await().until(() -> exchange.asked.contains("hang up " + LEG));
    }

    @Test
    void aBridgeThatIsRefusedFreesTheAgent() {
        offer();
        exchange.bridgeRefusal = Optional.of("Bridge: no");
        hear(new AmiEvent.Created(LEG, LEG_NAME), new AmiEvent.InDialplan(LEG, "ahoy-agent", "s"));
        deliver(new Output.Connect(OFFER, BO));
        expect(new Input.ConnectFailed(OFFER, ConnectFailure.BRIDGE_REFUSED));
        await().until(() -> exchange.asked.contains("hang up " + LEG));
    }

    @Test
    void anAgentWhoIsGoneBeforeTheBridge() {
        offer();
        hear(
                new AmiEvent.Created(LEG, LEG_NAME),
                new AmiEvent.InDialplan(LEG, "ahoy-agent", "s"),
                new AmiEvent.Gone(LEG, 16));
        deliver(new Output.Connect(OFFER, BO));
        expect(new Input.ConnectFailed(OFFER, ConnectFailure.AGENT_LEG_GONE));
    }

    @Test
    void theCallerWhoHangsUpInTheIvrNeverWasInALine() {
        switchboard.greeted(ANN, CUSTOMER, CUSTOMER_NAME, new CallerId("Ann", "+49"));
        hear(new AmiEvent.Gone(CUSTOMER, 16));
        assertThat(switchboard
                        .enterLine(new Waiting(ANN, CUSTOMER, SALES, T0, new CallerId("Ann", "+49")))
                        .join())
                .isFalse();
        assertThat(inputs).isEmpty();
    }

    @Test
    void whatTheCallerIsGrantedReachesTheRouter() {
        Wish wish = Wish.NONE.headStart(Duration.ofMinutes(2)).preferring(BO, Duration.ofSeconds(30));
        switchboard.greeted(ANN, CUSTOMER, CUSTOMER_NAME, new CallerId("Ann", "+49"));
        switchboard
                .enterLine(new Waiting(ANN, CUSTOMER, SALES, T0, new CallerId("Ann", "+49"), wish))
                .join();
        expect(new Input.Arrived(ANN, Channel.VOICE, SALES, T0, wish));
    }

    @Test
    void outputsWaitForTheLinkAndAnOfferThatCannotRingIsGivenBack() {
        wait(ANN);
        view(InteractionState.WAITING, Optional.empty());
        hear(new AmiEvent.LinkDown("cut"));
        await().until(() -> !switchboard.isUp());
        deliver(new Output.Offer(OFFER, BO, SALES, Channel.VOICE, T0.plusMillis(2_100), reason()));
        expect(new Input.OfferFailed(OFFER, OfferFailure.LOST_IN_RESTART));
        assertThat(exchange.asked).noneMatch(what -> what.startsWith("ring"));
    }

    @Test
    void anOfferKeptDuringAGapRingsAfterIt() {
        wait(ANN);
        view(InteractionState.WAITING, Optional.empty());
        exchange.channels = List.of(status(CUSTOMER, "ahoy-wait", "", Map.of(Exchange.IID, ANN.toString())));
        hear(new AmiEvent.LinkDown("cut"));
        await().until(() -> !switchboard.isUp());
        deliver(new Output.Offer(OFFER, BO, SALES, Channel.VOICE, T0.plusSeconds(20), reason()));
        hear(new AmiEvent.LinkUp());
        await().until(() -> exchange.asked.stream().anyMatch(what -> what.startsWith("ring PJSIP/1002-web")));
        assertThat(inputs).containsExactly(arrived());
    }

    @Test
    void aJoinKeptDuringAGapIsForgottenWithItsOffer() {
        offer();
        hear(new AmiEvent.Created(LEG, LEG_NAME), new AmiEvent.InDialplan(LEG, "ahoy-agent", "s"));
        expect(new Input.OfferAccepted(OFFER));
        view(InteractionState.CONNECTING, Optional.of(OFFER));
        hear(new AmiEvent.LinkDown("cut"));
        await().until(() -> !switchboard.isUp());
        OfferId next = new OfferId(ANN, 2);
        deliver(
                new Output.Connect(OFFER, BO),
                new Output.Retract(OFFER, BO, OfferOutcome.NETWORK),
                new Output.Offer(next, BO, SALES, Channel.VOICE, T0.plusSeconds(20), reason()));
        view(InteractionState.OFFERED, Optional.of(next));
        hear(new AmiEvent.LinkUp());
        await().until(() -> exchange.asked.stream().anyMatch(what -> what.contains(" as " + Leg.channelOf(next))));
        assertThat(exchange.asked).noneMatch(what -> what.startsWith("bridge"));
    }

    @Test
    void aCallerWithoutAnIdentityGetsOneAndTheDefaultLine() {
        exchange.channels = List.of(status("200.1", "ahoy-wait", "", Map.of()));
        hear(new AmiEvent.LinkDirty("test"));
        InteractionId named = new InteractionId(new UUID(0, 99));
        expect(new Input.Arrived(named, Channel.VOICE, SALES, T0.minusSeconds(5)));
        assertThat(exchange.asked).contains("set 200.1 AHOY_IID " + named);
    }

    @Test
    void holdingIsNotHangingUp() {
        talk();
        switchboard.hold(ANN, true).join();
        hear(new AmiEvent.Left(CUSTOMER, "b"), new AmiEvent.Left(LEG, "b"));
        switchboard.hold(ANN, false).join();
        hear(new AmiEvent.Left(LEG, "c"), new AmiEvent.Gone(LEG, 16));
        expect(new Input.Ended(ANN, EndCause.AGENT_HUNG_UP));
        assertThat(inputs).hasSize(4);
    }

    private Input ringAndEnd(int cause) {
        inputs.clear();
        offer();
        hear(new AmiEvent.Created(LEG, LEG_NAME), new AmiEvent.Gone(LEG, cause), new AmiEvent.RingEnded(LEG, false, 0));
        await().until(() -> inputs.size() == 2);
        return inputs.getLast();
    }

    private void talk() {
        offer();
        hear(new AmiEvent.Created(LEG, LEG_NAME), new AmiEvent.InDialplan(LEG, "ahoy-agent", "s"));
        expect(new Input.OfferAccepted(OFFER));
        deliver(new Output.Connect(OFFER, BO));
        expect(new Input.Connected(OFFER));
        view(InteractionState.ACTIVE, Optional.of(OFFER));
    }

    private void offer() {
        wait(ANN);
        deliver(new Output.Offer(OFFER, BO, SALES, Channel.VOICE, T0.plusSeconds(20), reason()));
        await().until(() -> exchange.asked.contains("ring PJSIP/1002-web as " + LEG + " showing \"Ann\" <+49>"));
    }

    private void wait(InteractionId id) {
        exchange.channels = List.of(
                status(CUSTOMER, "ahoy-wait", "", Map.of(Exchange.IID, id.toString())),
                status(LEG, "ahoy-agent", "", Map.of()));
        switchboard.greeted(id, CUSTOMER, CUSTOMER_NAME, new CallerId("Ann", "+49"));
        assertThat(switchboard
                        .enterLine(new Waiting(id, CUSTOMER, SALES, T0, new CallerId("Ann", "+49")))
                        .join())
                .isTrue();
    }

    private void view(InteractionState state, Optional<OfferId> offer) {
        deliver(new Output.InteractionChanged(new InteractionView(
                ANN,
                Channel.VOICE,
                SALES,
                state,
                T0,
                0,
                T0,
                T0,
                T0,
                1,
                Optional.of(BO),
                offer,
                Optional.empty(),
                SkillNeed.NONE,
                0,
                Optional.empty(),
                Optional.empty())));
    }

    private void expect(Input input) {
        await().untilAsserted(() -> assertThat(inputs).contains(input));
    }

    private void hear(AmiEvent... events) {
        for (AmiEvent event : events) {
            switchboard.hear(event);
        }
    }

    private void deliver(Output... outputs) {
        switchboard.deliver(List.of(outputs), T0);
    }

    private static Input arrived() {
        return new Input.Arrived(ANN, Channel.VOICE, SALES, T0);
    }

    private static Output.Reason reason() {
        return new Output.Reason(
                Output.Reason.Chosen.AGENT,
                new LongestIdle(),
                BestRank.INSTANCE,
                SkillNeed.NONE,
                0,
                false,
                1,
                1,
                T0,
                T0,
                0,
                T0);
    }

    static ChannelStatus status(String channel, String context, String bridge, Map<String, String> variables) {
        return new ChannelStatus(
                channel,
                "PJSIP/x-" + channel,
                true,
                context,
                "s",
                Duration.ofSeconds(5),
                Optional.of(bridge).filter(id -> !id.isEmpty()),
                Optional.of("+49"),
                variables);
    }
}
