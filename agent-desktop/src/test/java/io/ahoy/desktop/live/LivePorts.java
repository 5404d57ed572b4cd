package io.ahoy.desktop.live;

import java.util.Map;
import java.util.TreeMap;

/** Free ports for everything that one Ahoy opens; the same again when it is restarted. */
public record LivePorts(int web, int database, int ami, int agi, int sip, int websocket, int rtpFirst) {
    /** A conversation takes four, so this is enough for 250 at once. */
    private static final int RTP_PORTS = 1_000;

    static LivePorts free() {
        return new LivePorts(
                FreePorts.tcp(),
                FreePorts.tcp(),
                FreePorts.tcp(),
                FreePorts.tcp(),
                FreePorts.udp(),
                FreePorts.tcp(),
                FreePorts.udpRange(RTP_PORTS));
    }

    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("AHOY_WEB_PORT", String.valueOf(web));
        environment.put("AHOY_DATABASE_EMBEDDED_PORT", String.valueOf(database));
        environment.put("AHOY_VOICE_AMI_PORT", String.valueOf(ami));
        environment.put("AHOY_VOICE_AGI_PORT", String.valueOf(agi));
        environment.put("AHOY_VOICE_SIP_PORT", String.valueOf(sip));
        environment.put("AHOY_VOICE_SIP_WEBSOCKET_PORT", String.valueOf(websocket));
        environment.put("AHOY_VOICE_SIP_RTP_FIRST", String.valueOf(rtpFirst));
        environment.put("AHOY_VOICE_SIP_RTP_LAST", String.valueOf(rtpFirst + RTP_PORTS - 1));
        return environment;
    }
}
