package io.ahoy.telephony.ami;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.event.StatusCompleteEvent;
import org.asteriskjava.manager.event.StatusEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;

/** From the library's answers to ours. */
final class Replies {
    private static final int STATE_UP = 6;

    private Replies() {}

    static void complete(CompletableFuture<AmiReply> reply, @Nullable ManagerResponse response) {
        if (response == null) {
            reply.completeExceptionally(new LinkBroken("the link broke before the answer came"));
            return;
        }
        Map<String, String> fields = new HashMap<>();
        response.getAttributes()
                .forEach((name, value) -> fields.put(name.toLowerCase(Locale.ROOT), String.valueOf(value)));
        String message = response.getMessage() == null ? "" : response.getMessage();
        reply.complete(new AmiReply(!(response instanceof ManagerError), message, fields));
    }

    static void completeList(
            CompletableFuture<List<ChannelStatus>> reply,
            @Nullable ManagerResponse response,
            List<ResponseEvent> events) {
        if (response instanceof ManagerError) {
            reply.completeExceptionally(
                    new LinkBroken("Asterisk refuses its list of channels: " + response.getMessage()));
            return;
        }
        boolean complete = events.stream().anyMatch(StatusCompleteEvent.class::isInstance);
        if (response == null || !complete) {
            reply.completeExceptionally(new LinkBroken("the link broke within the list of channels"));
            return;
        }
        reply.complete(events.stream()
                .filter(StatusEvent.class::isInstance)
                .map(event -> status((StatusEvent) event))
                .toList());
    }

    private static ChannelStatus status(StatusEvent event) {
        Map<String, String> variables = new HashMap<>();
        if (event.getVariables() != null) {
            event.getVariables().forEach((name, value) -> {
                // Asterisk prints what is not set as "(null)".
                if (value != null && !value.isEmpty() && !value.equals("(null)")) {
                    variables.put(name, value);
                }
            });
        }
        return new ChannelStatus(
                text(event.getUniqueId()),
                text(event.getChannel()),
                event.getChannelState() != null && event.getChannelState() == STATE_UP,
                text(event.getContext()),
                text(event.getExten()),
                Duration.ofSeconds(event.getSeconds() == null ? 0 : event.getSeconds()),
                Optional.ofNullable(event.getBridgeId()).filter(id -> !id.isEmpty()),
                Optional.ofNullable(event.getCallerIdNum()),
                variables);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
