package io.ahoy.desktop.feed;

import io.ahoy.desktop.feed.Frame.Notice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is away now: told when it changes, and to every page that opens meanwhile. Used by the feed's thread only. */
final class Outages {
    private static final String VOICE = "voice";
    private static final String DATABASE = "database";

    private final Set<String> down = new LinkedHashSet<>();

    Optional<Notice> voice(boolean up) {
        return changed(VOICE, up);
    }

    Optional<Notice> database(boolean up) {
        return changed(DATABASE, up);
    }

    List<Notice> now() {
        return down.stream().map(what -> notice(what + "Down")).toList();
    }

    private Optional<Notice> changed(String what, boolean up) {
        boolean changed = up ? down.remove(what) : down.add(what);
        return changed ? Optional.of(notice(what + (up ? "Up" : "Down"))) : Optional.empty();
    }

    private static Notice notice(String code) {
        return new Notice(code, Map.of());
    }
}
