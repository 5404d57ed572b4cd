package io.ahoy.desktop.browser;

import com.microsoft.playwright.Page;
import java.util.Map;

/**
 * What WebRTC has counted for the call in this page.
 *
 * @param received packets of sound that arrived
 * @param sent packets of sound that went out
 * @param energy of what was heard; silence adds nothing
 */
record Sound(long received, long sent, double energy) {
    private static final String READ = """
            async () => {
              const sound = { received: 0, sent: 0, energy: 0 };
              const call = window.__ahoy && window.__ahoy.pc();
              if (!call) return sound;
              (await call.getStats()).forEach((one) => {
                if (one.type === 'inbound-rtp') {
                  sound.received += one.packetsReceived;
                  sound.energy += one.totalAudioEnergy || 0;
                }
                if (one.type === 'outbound-rtp') sound.sent += one.packetsSent;
              });
              return sound;
            }""";

    static Sound in(Page page) {
        Map<?, ?> counted = (Map<?, ?>) page.evaluate(READ);
        return new Sound(
                number(counted, "received").longValue(),
                number(counted, "sent").longValue(),
                number(counted, "energy").doubleValue());
    }

    /** More sound came and went since then, and what came was no silence. */
    boolean flowsSince(Sound before) {
        return received > before.received + 20 && sent > before.sent + 20 && energy > before.energy;
    }

    private static Number number(Map<?, ?> counted, String name) {
        return counted.get(name) instanceof Number number ? number : 0;
    }
}
