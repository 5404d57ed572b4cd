package io.ahoy.desktop.feed;

import io.ahoy.desktop.feed.Pulled.Told;
import io.ahoy.router.acd.AgentId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells agents from which queues they may take mails, and how many wait there: when it changes. Used by the feed's thread only. */
final class PulledPush {
    private final Picture picture;
    private final Sockets sockets;
    private final Map<AgentId, Told> told = new HashMap<>();

    PulledPush(Picture picture, Sockets sockets) {
        this.picture = picture;
        this.sockets = sockets;
    }

    /** A page that knows nothing yet. */
    void opened(FeedSocket socket, Roster roster) {
        AgentId agent = socket.viewer().id();
        Told now = now(agent, Pulled.of(picture, roster).counts());
        told.put(agent, now);
        sockets.send(socket, new Frame.PulledFrame(now.queues()));
    }

    void changed(Roster roster) {
        Set<AgentId> here = sockets.all(ignored -> true).stream()
                .map(socket -> socket.viewer().id())
                .collect(Collectors.toSet());
        told.keySet().retainAll(here);
        Pulled.Counts counts = Pulled.of(picture, roster).counts();
        for (AgentId agent : here) {
            Told now = now(agent, counts);
            if (!now.equals(told.put(agent, now))) {
                sockets.send(agent, new Frame.PulledFrame(now.queues()));
            }
        }
    }

    /** Who is not at his seat can take nothing. */
    private Told now(AgentId agent, Pulled.Counts counts) {
        return picture.seat(agent).map(counts::forSeat).orElse(Told.NOTHING);
    }
}
