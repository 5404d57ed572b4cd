package io.ahoy.telephony.pbx;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files that name the agents' phones. */
final class PhoneFiles {
    private PhoneFiles() {}

    static Map<String, String> of(List<Phone> phones, boolean bench) {
        StringBuilder sip = new StringBuilder();
        StringBuilder dialplan = new StringBuilder("[ahoy-extensions]\n");
        StringBuilder queue = new StringBuilder();
        for (Phone phone : phones) {
            String extension = phone.extension();
            sip.append(account(extension, "agent-phone", extension, phone.secret()));
            sip.append(account(extension + "-web", "agent-browser", extension, phone.webSecret()));
            dialplan.append("exten => %s,1,Dial(PJSIP/%s&PJSIP/%s-web,30)%n same => n,Hangup()%n"
                    .formatted(extension, extension, extension));
            queue.append("member => PJSIP/%s,0%n".formatted(extension));
        }
        Map<String, String> files = new TreeMap<>();
        files.put("pjsip_agents.conf", sip.toString());
        files.put("extensions_agents.conf", dialplan.toString());
        if (bench) {
            files.put("queues_agents.conf", queue.toString());
        }
        return files;
    }

    private static String account(String name, String template, String number, String secret) {
        return """
                [%1$s](%2$s)
                aors = %1$s
                auth = %1$s
                callerid = <%3$s>

                [%1$s](agent-auth)
                username = %1$s
                password = %4$s

                [%1$s](agent-aor)

                """.formatted(name, template, number, secret);
    }
}
