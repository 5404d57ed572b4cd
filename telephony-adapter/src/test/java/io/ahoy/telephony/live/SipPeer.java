package io.ahoy.telephony.live;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * A telephone on a UDP port of this machine that does what the test says, when it says so: SIPp plays scripts, but a test that
 * wants to hang up exactly while something else happens needs a hand on the receiver. Knows just enough SIP for that.
 */
final class SipPeer implements AutoCloseable {
    /** Instead of a status: leave it ringing. */
    static final int RING = 0;

    static final int ANSWER = 200;

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final DatagramSocket socket;
    private final int serverPort;
    private final String user;
    private final byte tone;
    final List<SipLeg> legs = new CopyOnWriteArrayList<>();
    private final Map<String, SipText> answers = new ConcurrentHashMap<>();
    private volatile int manner = ANSWER;

    SipPeer(String user, int serverPort, int tone) {
        this(user, 0, serverPort, tone);
    }

    SipPeer(String user, int ownPort, int serverPort, int tone) {
        this.user = user;
        this.serverPort = serverPort;
        this.tone = (byte) tone;
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), ownPort));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    /** What to do with the next calls: {@link #RING}, {@link #ANSWER} or a status to refuse them with. */
    SipPeer manner(int status) {
        manner = status;
        return this;
    }

    void register(String secret) {
        register(secret, 300);
    }

    /** As when its network is gone for so long that its registration ends. */
    void unregister(String secret) {
        register(secret, 0);
    }

    private void register(String secret, int seconds) {
        String id = unique();
        String plain = request(
                "REGISTER",
                "sip:127.0.0.1:" + serverPort,
                id,
                1,
                own("t"),
                "<" + ownUri() + ">",
                "Expires: " + seconds + "\r\n",
                "");
        SipText challenge = exchange(plain, id + " 1 REGISTER");
        String authorization = digest(challenge.header("WWW-Authenticate"), secret);
        String again = request(
                "REGISTER",
                "sip:127.0.0.1:" + serverPort,
                id,
                2,
                own("t"),
                "<" + ownUri() + ">",
                "Expires: " + seconds + "\r\n" + authorization,
                "");
        int status = exchange(again, id + " 2 REGISTER").status();
        if (status != 200) {
            throw new IllegalStateException(user + " could not register: " + status);
        }
    }

    /** Returns at once; the leg's state tells how it goes. */
    SipLeg call(String number, String shownName) {
        try {
            String id = unique();
            SipLeg leg = new SipLeg(id, "c" + id, new Sound(tone));
            leg.from = "\"" + shownName + "\" <sip:" + user + "@127.0.0.1>;tag=" + leg.ownTag;
            leg.to = "<sip:" + number + "@127.0.0.1>";
            leg.target = "sip:" + number + "@127.0.0.1:" + serverPort;
            legs.add(leg);
            Thread.ofVirtual().start(() -> place(leg));
            return leg;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void answer(SipLeg leg) {
        reply(leg, leg.invite, 200, sdp(leg));
        leg.state = SipLeg.State.UP;
    }

    void refuse(SipLeg leg, int status) {
        leg.state = SipLeg.State.ENDED;
        reply(leg, leg.invite, status, "");
    }

    void press(SipLeg leg, char key) {
        leg.cseq++;
        String body = "Signal=" + key + "\r\nDuration=160\r\n";
        exchange(
                request("INFO", leg.target, leg.callId, leg.cseq, leg.from, leg.to, "", body),
                leg.callId + " " + leg.cseq + " INFO");
    }

    void hangUp(SipLeg leg) {
        leg.state = SipLeg.State.ENDED;
        leg.cseq++;
        exchange(
                request("BYE", leg.target, leg.callId, leg.cseq, leg.from, leg.to, "", ""),
                leg.callId + " " + leg.cseq + " BYE");
        leg.close();
    }

    /** The only call there is, or the newest. */
    SipLeg leg() {
        return legs.getLast();
    }

    long ringing() {
        return legs.stream().filter(leg -> leg.state == SipLeg.State.RINGING).count();
    }

    boolean isTalking() {
        return legs.stream().anyMatch(SipLeg::isUp);
    }

    @Override
    public void close() {
        legs.forEach(SipLeg::close);
        socket.close();
    }

    private void place(SipLeg leg) {
        SipText answer = exchange(
                request("INVITE", leg.target, leg.callId, 1, leg.from, leg.to, "", sdp(leg)), leg.callId + " 1 INVITE");
        leg.answer = answer.status();
        leg.to = answer.header("To");
        if (answer.status() == 200) {
            leg.target = SipText.uri(answer.header("Contact"));
            answer.audioPort().ifPresent(leg.sound::sendTo);
            leg.state = SipLeg.State.UP;
        } else {
            leg.state = SipLeg.State.ENDED;
        }
        send(request("ACK", leg.target, leg.callId, 1, leg.from, leg.to, "", ""));
    }

    private void listen() {
        byte[] buffer = new byte[65_535];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (IOException closed) {
                return;
            }
            SipText message = SipText.parse(buffer, packet.getLength());
            if (message.isRequest()) {
                take(message);
            } else if (message.status() >= 200) {
                answers.put(message.header("Call-ID") + " " + message.header("CSeq"), message);
                repeatAck(message);
            }
        }
    }

    /** Asterisk repeats its 200 until it has the ACK. */
    private void repeatAck(SipText message) {
        if (message.header("CSeq").endsWith("INVITE")) {
            legs.stream()
                    .filter(leg -> leg.callId.equals(message.header("Call-ID")) && leg.isUp())
                    .forEach(leg -> send(request("ACK", leg.target, leg.callId, 1, leg.from, leg.to, "", "")));
        }
    }

    private void take(SipText message) {
        SipLeg known = legs.stream()
                .filter(leg -> leg.callId.equals(message.header("Call-ID")))
                .findFirst()
                .orElse(null);
        switch (message.method()) {
            case "INVITE" -> {
                if (known == null) {
                    ring(message);
                } else if (known.isUp()) {
                    reply(known, message, 200, sdp(known));
                } else {
                    send(known.lastAnswer);
                }
            }
            case "CANCEL" -> {
                if (known != null) {
                    reply(known, message, 200, "");
                    known.state = SipLeg.State.ENDED;
                    reply(known, known.invite, 487, "");
                }
            }
            case "BYE" -> {
                if (known != null) {
                    known.state = SipLeg.State.ENDED;
                    reply(known, message, 200, "");
                    known.close();
                }
            }
            case "ACK" -> {}
            default -> {
                if (known != null) {
                    reply(known, message, 200, "");
                }
            }
        }
    }

    private void ring(SipText invite) {
        try {
            SipLeg leg = new SipLeg(invite.header("Call-ID"), "p" + unique(), new Sound(tone));
            leg.invite = invite;
            leg.from = invite.header("To") + ";tag=" + leg.ownTag;
            leg.to = invite.header("From");
            leg.target = SipText.uri(invite.header("Contact"));
            invite.audioPort().ifPresent(leg.sound::sendTo);
            legs.add(leg);
            if (manner == RING) {
                reply(leg, invite, 180, "");
            } else if (manner == ANSWER) {
                answer(leg);
            } else {
                refuse(leg, manner);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void reply(SipLeg leg, SipText to, int status, String body) {
        StringBuilder text = new StringBuilder("SIP/2.0 " + status + " x\r\n");
        to.all("Via").forEach(via -> text.append(via).append("\r\n"));
        text.append("From: ").append(to.header("From")).append("\r\n");
        String tagged = to.header("To").contains(";tag=") ? to.header("To") : to.header("To") + ";tag=" + leg.ownTag;
        text.append("To: ").append(tagged).append("\r\n");
        text.append("Call-ID: ").append(leg.callId).append("\r\n");
        text.append("CSeq: ").append(to.header("CSeq")).append("\r\n");
        text.append("Contact: <").append(ownUri()).append(">\r\n");
        append(text, body);
        if (to.first().startsWith("INVITE")) {
            leg.lastAnswer = text.toString();
        }
        send(text.toString());
    }

    private String request(
            String method, String target, String id, int cseq, String from, String to, String more, String body) {
        StringBuilder text = new StringBuilder(method + " " + target + " SIP/2.0\r\n");
        text.append("Via: SIP/2.0/UDP 127.0.0.1:").append(socket.getLocalPort()).append(";rport;branch=z9hG4bK");
        text.append(id).append(cseq).append(method).append("\r\nMax-Forwards: 70\r\n");
        text.append("From: ")
                .append(from)
                .append("\r\nTo: ")
                .append(to)
                .append("\r\nCall-ID: ")
                .append(id);
        text.append("\r\nCSeq: ")
                .append(cseq)
                .append(' ')
                .append(method)
                .append("\r\nContact: <")
                .append(ownUri());
        text.append(">\r\n").append(more);
        append(text, body);
        return text.toString();
    }

    private static void append(StringBuilder text, String body) {
        if (!body.isEmpty()) {
            String type = body.startsWith("Signal=") ? "dtmf-relay" : "sdp";
            text.append("Content-Type: application/").append(type).append("\r\n");
        }
        text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
    }

    private SipText exchange(String request, String key) {
        AtomicInteger polls = new AtomicInteger();
        Awaitility.await("an answer to " + key)
                .atMost(java.time.Duration.ofSeconds(20))
                .pollInSameThread()
                .until(() -> {
                    // Again every half second, as UDP wants it.
                    if (polls.getAndIncrement() % 5 == 0) {
                        send(request);
                    }
                    return answers.containsKey(key);
                });
        return java.util.Objects.requireNonNull(answers.get(key));
    }

    private void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), serverPort));
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private String own(String tag) {
        return "<sip:" + user + "@127.0.0.1>;tag=" + tag + unique();
    }

    private String ownUri() {
        return "sip:" + user.replaceAll("[^0-9A-Za-z+-]", "x") + "@127.0.0.1:" + socket.getLocalPort();
    }

    private static String sdp(SipLeg leg) {
        return "v=0\r\no=t 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + leg.sound.port()
                + " RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\na=sendrecv\r\n";
    }

    private String digest(String challenge, String secret) {
        String realm = field(challenge, "realm");
        String nonce = field(challenge, "nonce");
        String uri = "sip:127.0.0.1:" + serverPort;
        String first = md5(user + ":" + realm + ":" + secret);
        String second = md5("REGISTER:" + uri);
        String response = challenge.contains("qop")
                ? md5(first + ":" + nonce + ":00000001:c:auth:" + second)
                : md5(first + ":" + nonce + ":" + second);
        String qop = challenge.contains("qop") ? ",qop=auth,nc=00000001,cnonce=\"c\"" : "";
        String opaque = challenge.contains("opaque") ? ",opaque=\"" + field(challenge, "opaque") + "\"" : "";
        return "Authorization: Digest username=\"" + user + "\",realm=\"" + realm + "\",nonce=\"" + nonce + "\",uri=\""
                + uri + "\",algorithm=MD5,response=\"" + response + "\"" + qop + opaque + "\r\n";
    }

    private static String field(String challenge, String name) {
        Matcher value = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
        return value.find() ? value.group(1) : "";
    }

    private static String md5(String text) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unique() {
        return "t" + System.nanoTime() + "x" + COUNTER.incrementAndGet();
    }
}
