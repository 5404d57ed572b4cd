package io.ahoy.desktop.wiring;

import io.ahoy.config.AhoyConfig;
import io.ahoy.desktop.wiring.Ahoy.Started;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the operator reads when Ahoy runs, and when it has stopped. */
public final class Greeting {
    private Greeting() {}

    public static List<String> lines(AhoyConfig config, Started started) {
        Instance instance = started.instance();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s is running (started in %.1f s).",
                config.centre().name(),
                started.took().toMillis() / 1000.0));
        lines.add("");
        lines.add("  Agent desktop     " + instance.web() + "/");
        lines.add("  Supervisor board  " + instance.web() + "/board");
        if (started.examplePhone().isPresent()) {
            lines.add("  Demo logins       anna, bo, chen (agents) and sara (supervisor); password: ahoy");
        }
        lines.add("");
        if (started.withoutVoice().isPresent()) {
            lines.add("  WITHOUT VOICE: no calls, because "
                    + started.withoutVoice().get() + ".");
        } else {
            lines.addAll(waysToCall(config, started));
        }
        if (config.mail().server() == AhoyConfig.Mail.Server.PROVISIONED) {
            lines.add("");
            lines.add("  Mail              write to the centre as a customer: " + instance.web() + "/try-mail");
        }
        lines.add("");
        lines.add("  Log               " + config.data().resolve("log/ahoy.log"));
        lines.add("  Ctrl-C stops everything.");
        return lines;
    }

    /** The last word, when everything has stopped; says of callers only what is so. */
    public static String farewell(Ahoy ahoy) {
        return switch (ahoy.calls()) {
            case NONE -> "Stopped.";
            case ENDED -> "Stopped; Asterisk and all its calls have ended as well.";
            case STAY ->
                "Stopped; callers stay in the site's Asterisk, and those who wait are served after the next start.";
        };
    }

    private static List<String> waysToCall(AhoyConfig config, Started started) {
        Instance instance = started.instance();
        boolean ownAsterisk = instance.sipPort() > 0;
        List<String> ways = new ArrayList<>();
        if (ownAsterisk || config.voice().guest().user().isPresent()) {
            ways.add("in the browser: " + instance.web() + "/contact");
        }
        if (ownAsterisk) {
            String server = instance.sipHost() + ":" + instance.sipPort();
            String account = started.examplePhone()
                    .map(phone -> ", user " + phone.extension() + ", password " + phone.secret())
                    .orElse(" and an agent's extension");
            ways.add("with any SIP phone: server " + server + " (UDP)" + account + "; dial 500");
        } else {
            ways.add("with any phone that reaches the Asterisk of voice.ami: dial a number of its [ahoy-in]");
        }
        // Only of its own Asterisk does ./ahoy call know where that listens.
        ways.add("from another terminal: ./ahoy call" + (ownAsterisk ? "" : " --sip HOST:PORT"));
        List<String> lines = new ArrayList<>();
        lines.add("  " + (ways.size() == 3 ? "Three" : "Two") + " ways to place a call:");
        for (String way : ways) {
            lines.add("    " + lines.size() + ". " + way);
        }
        return lines;
    }
}
