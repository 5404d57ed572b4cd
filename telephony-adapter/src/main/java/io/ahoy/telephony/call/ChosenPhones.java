package io.ahoy.telephony.call;

import io.ahoy.router.acd.AgentId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Every agent has an extension with two phones, the one on his desk and the one in his browser, and chooses which rings. */
public final class ChosenPhones implements Phones {
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{1,10}");

    public enum Device {
        BROWSER,
        PHONE
    }

    private final Map<AgentId, String> extensions = new ConcurrentHashMap<>();
    private final Map<AgentId, Device> chosen = new ConcurrentHashMap<>();

    /** Also for an agent whose extension has changed. */
    public void assign(AgentId agent, String extension) {
        if (!EXTENSION.matcher(extension).matches()) {
            throw new IllegalArgumentException("an extension is up to ten digits, not \"" + extension + "\"");
        }
        extensions.put(agent, extension);
    }

    /** From the next offer on. */
    public void setDevice(AgentId agent, Device device) {
        chosen.put(agent, device);
    }

    public Device deviceOf(AgentId agent) {
        return chosen.getOrDefault(agent, Device.BROWSER);
    }

    /** Whose phone it is that rings at this endpoint. */
    public Optional<AgentId> agentAt(String endpoint) {
        return extensions.keySet().stream()
                .filter(agent -> endpointFor(agent).filter(endpoint::equals).isPresent())
                .findFirst();
    }

    @Override
    public Optional<String> endpointFor(AgentId agent) {
        return Optional.ofNullable(extensions.get(agent)).map(extension -> switch (deviceOf(agent)) {
            case BROWSER -> "PJSIP/" + extension + "-web";
            case PHONE -> "PJSIP/" + extension;
        });
    }
}
