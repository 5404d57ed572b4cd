package io.ahoy.telephony.pbx;

import java.nio.file.Path;

/**
 * Everything about a provisioned Asterisk that somebody may want otherwise. Ports are 0 for any free one.
 *
 * @param home where Asterisk's packages are unpacked
 * @param folder of this instance: its configuration, logs and secrets
 * @param templates the folder {@code config/asterisk}
 * @param sipHost address for SIP, the browsers' WebSocket and the sound
 * @param agiHost where Asterisk finds Ahoy
 * @param agiPort never 0: Asterisk has to know it
 * @param trunk the way in and out
 * @param bench also loads Asterisk's own queue, for comparison
 */
public record PbxSettings(
        AsteriskHome home,
        Path folder,
        Path templates,
        String sipHost,
        int sipPort,
        int websocketPort,
        int rtpFirst,
        int rtpLast,
        int amiPort,
        String agiHost,
        int agiPort,
        Trunk trunk,
        boolean bench) {

    public static final String AMI_USER = "ahoy";

    /**
     * @param name of its endpoint
     * @param address host and port where calls out go
     * @param match address from which calls come in
     */
    public record Trunk(String name, String address, String match) {
        /** Test callers on this machine. */
        public static final Trunk LOOPBACK = new Trunk("trunk", "127.0.0.1:5099", "127.0.0.1");
    }

    public PbxSettings {
        folder = folder.toAbsolutePath().normalize();
        templates = templates.toAbsolutePath().normalize();
        if (agiPort == 0) {
            throw new IllegalArgumentException("agiPort must be known before Asterisk starts");
        }
    }

    /** On free ports of loopback, as tests want it. */
    public static PbxSettings onLoopback(AsteriskHome home, Path folder, Path templates, int agiPort) {
        return new PbxSettings(
                home,
                folder,
                templates,
                "127.0.0.1",
                0,
                0,
                10_000,
                19_999,
                0,
                "127.0.0.1",
                agiPort,
                Trunk.LOOPBACK,
                false);
    }

    public PbxSettings withTrunk(Trunk other) {
        return new PbxSettings(
                home,
                folder,
                templates,
                sipHost,
                sipPort,
                websocketPort,
                rtpFirst,
                rtpLast,
                amiPort,
                agiHost,
                agiPort,
                other,
                bench);
    }

    public PbxSettings withBench() {
        return new PbxSettings(
                home,
                folder,
                templates,
                sipHost,
                sipPort,
                websocketPort,
                rtpFirst,
                rtpLast,
                amiPort,
                agiHost,
                agiPort,
                trunk,
                true);
    }

    PbxSettings withPorts(int sip, int websocket, int ami) {
        return new PbxSettings(
                home, folder, templates, sipHost, sip, websocket, rtpFirst, rtpLast, ami, agiHost, agiPort, trunk,
                bench);
    }
}
