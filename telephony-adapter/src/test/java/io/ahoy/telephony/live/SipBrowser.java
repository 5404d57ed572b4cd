package io.ahoy.telephony.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A script that speaks SIP over the WebSocket of the browsers and says of itself what it likes. */
final class SipBrowser {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private SipBrowser() {}

    /** The final status with which a call without any account is answered. */
    static int call(int websocketPort, String from, String to) throws Exception {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            WebSocket socket = http.newWebSocketBuilder()
                    .subprotocols("sip")
                    .buildAsync(URI.create("ws://127.0.0.1:" + websocketPort + "/ws"), new Answers(status))
                    .join();
            socket.sendText(invite(from, to), true).join();
            try {
                return status.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } finally {
                socket.abort();
            }
        }
    }

    private record Answers(CompletableFuture<Integer> status) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence message, boolean last) {
            String[] words = message.toString().split(" ", 3);
            if (words[0].equals("SIP/2.0") && !words[1].startsWith("1")) {
                status.complete(Integer.parseInt(words[1]));
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    private static String invite(String from, String to) {
        String sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                + "m=audio 40000 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n";
        String id = UUID.randomUUID().toString();
        // Like a call by UDP in everything that a caller can choose.
        return "INVITE sip:" + to + "@127.0.0.1 SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK" + id + ";rport\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: <sip:" + from + "@127.0.0.1>;tag=" + id.substring(0, 8) + "\r\n"
                + "To: <sip:" + to + "@127.0.0.1>\r\n"
                + "Call-ID: " + id + "\r\n"
                + "CSeq: 1 INVITE\r\n"
                + "Contact: <sip:" + from + "@127.0.0.1>\r\n"
                + "Content-Type: application/sdp\r\n"
                + "Content-Length: " + sdp.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n"
                + sdp;
    }
}
