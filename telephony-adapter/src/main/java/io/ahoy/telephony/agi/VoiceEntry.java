package io.ahoy.telephony.agi;

import io.ahoy.ivr.engine.IvrEngine;
import io.ahoy.ivr.engine.IvrInput;
import io.ahoy.ivr.engine.IvrOutput;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.QueueId;
import io.ahoy.telephony.call.CallerId;
import io.ahoy.telephony.call.Switchboard;
import io.ahoy.telephony.call.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiHangupException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a caller before he waits. Whatever goes wrong here, the dialplan puts him on music afterwards and the next
 * comparison finds him there: he is not lost.
 */
public final class VoiceEntry implements AgiScript {
    private static final Logger log = LoggerFactory.getLogger(VoiceEntry.class);
    /** While the journal is away a caller should hear music, not silence; his arrival is on its way all the same. */
    private static final Duration DURABLE_LIMIT = Duration.ofSeconds(1);

    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(3);

    private final Switchboard switchboard;
    private final Callers callers;
    private final IvrEngine engine;
    private final Function<Instant, InteractionId> ids;
    private final InstantSource clock;
    private final QueueId defaultQueue;

    public VoiceEntry(
            Switchboard switchboard,
            Callers callers,
            IvrEngine engine,
            Function<Instant, InteractionId> ids,
            InstantSource clock,
            QueueId defaultQueue) {
        this.switchboard = switchboard;
        this.callers = callers;
        this.engine = engine;
        this.ids = ids;
        this.clock = clock;
        this.defaultQueue = defaultQueue;
    }

    @Override
    public void service(AgiRequest request, AgiChannel channel) throws AgiException {
        Map<String, String> call = request.getRequest();
        AgiLine line = new AgiLine(channel);
        String uniqueId = call.getOrDefault("uniqueid", "");
        Instant startedAt = cameAt(request.getArguments(), now());
        InteractionId id = ids.apply(startedAt);
        try {
            // At once: if we are gone before the greeting ends, he is found in the line under this identity.
            line.set("AHOY_IID", id.toString());
            String to = line.get("AHOY_TO");
            Caller caller = callers.opened(id, call.getOrDefault("callerid", ""), to, startedAt);
            CallerId shown = new CallerId(caller.shownName(), caller.shownNumber());
            switchboard.greeted(id, uniqueId, call.getOrDefault("channel", ""), shown);
            serve(line, id, uniqueId, caller, shown, to, startedAt);
        } catch (AgiHangupException e) {
            callers.leftBeforeLine(id, now());
        }
    }

    private void serve(
            AgiLine line,
            InteractionId id,
            String uniqueId,
            Caller caller,
            CallerId shown,
            String to,
            Instant startedAt)
            throws AgiException {
        Optional<IvrOutput.Enqueue> end;
        IvrDriver driver = new IvrDriver(engine, line, clock);
        try {
            end = driver.run(new IvrInput.Started(to, caller.e164(), caller.language(), caller.vip()));
        } catch (RuntimeException e) {
            log.error("the IVR script failed for {}; the caller goes to {}", id, defaultQueue, e);
            end = Optional.of(new IvrOutput.Enqueue(defaultQueue.value(), ""));
        }
        if (end.isEmpty()) {
            line.set("AHOY_NEXT", "hangup");
            switchboard.dismissed(id);
            callers.leftBeforeLine(id, now());
            return;
        }
        // Two who call one after the other must not change places because we were slow with the first: what he spent in
        // the IVR counts, what we spent on looking him up does not.
        Instant arrivedAt = startedAt.plus(driver.dialogue()).truncatedTo(ChronoUnit.MILLIS);
        Waiting waiting = new Waiting(id, uniqueId, new QueueId(end.get().queue()), arrivedAt, shown, caller.wish());
        remember(line, waiting, end.get().music());
        enterLine(waiting);
    }

    /** So that Asterisk can tell us who he is when we have forgotten. */
    private static void remember(AgiLine line, Waiting waiting, String music) throws AgiException {
        line.set("AHOY_QUEUE", waiting.queue().value());
        line.set("AHOY_ARRIVED", Long.toString(waiting.arrivedAt().toEpochMilli()));
        line.set("AHOY_MUSIC", music);
        line.set("AHOY_NAME", waiting.shown().name());
        line.set("AHOY_NUMBER", waiting.shown().number());
        line.set("AHOY_NEXT", "wait");
    }

    private void enterLine(Waiting waiting) {
        try {
            boolean there = switchboard.enterLine(waiting).get(DURABLE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (!there) {
                callers.leftBeforeLine(waiting.interaction(), now());
            }
        } catch (TimeoutException e) {
            log.info("{} waits, but that is not durable yet", waiting.interaction());
        } catch (ExecutionException e) {
            log.warn("{} could not be reported: {}", waiting.interaction(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * By Asterisk's clock, in milliseconds of the epoch: answering takes half a second, and who called first must not be
     * second because Asterisk was quicker with the other. A clock that differs from ours by more than that explains is not believed.
     */
    static Instant cameAt(String @Nullable [] arguments, Instant now) {
        if (arguments == null || arguments.length != 1 || !arguments[0].matches("[0-9]{10,15}")) {
            return now;
        }
        Instant came = Instant.ofEpochMilli(Long.parseLong(arguments[0]));
        boolean plausible = !came.isAfter(now) && came.isAfter(now.minus(CLOCKS_DIFFER_MAX));
        return plausible ? came : now;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
