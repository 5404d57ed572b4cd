package io.ahoy.telephony.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BestRank;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.LongestIdle;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.SkillNeed;
import io.ahoy.telephony.ami.AmiEvent;
import io.ahoy.telephony.ami.ChannelStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A customer, an agent and the switchboard between them; the exchange and the router are played. */
abstract class SwitchboardScene {
    static final QueueId SALES = new QueueId("sales");
    static final AgentId BO = new AgentId(new UUID(0, 7));
    static final InteractionId ANN = new InteractionId(new UUID(0, 1));
    static final OfferId OFFER = new OfferId(ANN, 1);
    static final String LEG = Leg.channelOf(OFFER);
    static final String CUSTOMER = "100.1";
    static final String CUSTOMER_NAME = "PJSIP/trunk-00000001";
    static final String LEG_NAME = "PJSIP/1002-web-00000002";
    static final Instant T0 = Instant.parse("2026-11-01T10:00:00Z");

    final FakeExchange exchange = new FakeExchange();
    final List<Input> inputs = new CopyOnWriteArrayList<>();
    /** All who were ever said to be on the line. */
    final Set<InteractionId> present = ConcurrentHashMap.newKeySet();

    /** What the history knows of everybody's. */
    volatile Optional<CallbackNumbers.Numbers> numbers =
            Optional.of(new CallbackNumbers.Numbers("+4930", "+49800", false));

    Switchboard switchboard = switchboard();

    @BeforeEach
    void open() {
        open(Image.EMPTY);
    }

    /** Another one, which knows nothing of what the one before did. */
    void crash(Image image, Output... missed) {
        close();
        exchange.asked.clear();
        switchboard = switchboard();
        switchboard.replay(List.of(missed), T0);
        open(image);
    }

    private void open(Image image) {
        switchboard.reportTo(input -> {
            inputs.add(input);
            return CompletableFuture.completedFuture(List.of(new Output.HangUp(ANN)));
        });
        switchboard.start(image, T0);
        hear(new AmiEvent.LinkUp());
        await().until(switchboard::isUp);
    }

    private Switchboard switchboard() {
        return new Switchboard(
                exchange,
                agent -> agent.equals(BO) ? Optional.of("PJSIP/1002-web") : Optional.empty(),
                new Newcomers() {
                    @Override
                    public InteractionId identify(Instant arrivedAt) {
                        return new InteractionId(new UUID(0, 99));
                    }

                    @Override
                    public void record(InteractionId interaction, ChannelStatus status, Instant arrivedAt) {}

                    @Override
                    public void leftUnseen(Set<InteractionId> there, Instant at) {
                        present.addAll(there);
                    }
                },
                id -> CompletableFuture.completedFuture(numbers),
                new VoiceListener() {},
                InstantSource.fixed(T0),
                queue -> "ahoy",
                SALES,
                Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        switchboard.close();
    }

    void talk() {
        offer();
        hear(new AmiEvent.Created(LEG, LEG_NAME), new AmiEvent.InDialplan(LEG, "ahoy-agent", "s"));
        expect(new Input.OfferAccepted(OFFER));
        deliver(new Output.Connect(OFFER, BO));
        expect(new Input.Connected(OFFER));
        view(InteractionState.ACTIVE, Optional.of(OFFER));
    }

    void offer() {
        wait(ANN);
        deliver(new Output.Offer(OFFER, BO, SALES, Channel.VOICE, T0.plusSeconds(20), reason()));
        await().until(() -> exchange.asked.contains("ring PJSIP/1002-web as " + LEG + " showing \"Ann\" <+49>"));
    }

    void wait(InteractionId id) {
        exchange.channels = List.of(
                status(CUSTOMER, "ahoy-wait", "", Map.of(Exchange.IID, id.toString())),
                status(LEG, "ahoy-agent", "", Map.of()));
        switchboard.greeted(id, CUSTOMER, CUSTOMER_NAME, new CallerId("Ann", "+49"));
        assertThat(switchboard
                        .enterLine(new Waiting(id, CUSTOMER, SALES, T0, new CallerId("Ann", "+49")))
                        .join())
                .isTrue();
    }

    void view(InteractionState state, Optional<OfferId> offer) {
        deliver(new Output.InteractionChanged(seen(state, offer)));
    }

    static InteractionView seen(InteractionState state, Optional<OfferId> offer) {
        return seen(Channel.VOICE, state, offer);
    }

    static InteractionView seen(Channel channel, InteractionState state, Optional<OfferId> offer) {
        return new InteractionView(
                ANN,
                channel,
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
                Optional.empty(),
                Collections.emptySortedSet());
    }

    void expect(Input input) {
        await().untilAsserted(() -> assertThat(inputs).contains(input));
    }

    void hear(AmiEvent... events) {
        for (AmiEvent event : events) {
            switchboard.hear(event);
        }
    }

    void deliver(Output... outputs) {
        switchboard.deliver(List.of(outputs), T0);
    }

    static Input arrived() {
        return new Input.Arrived(ANN, Channel.VOICE, SALES, T0);
    }

    static Output.Reason reason() {
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
