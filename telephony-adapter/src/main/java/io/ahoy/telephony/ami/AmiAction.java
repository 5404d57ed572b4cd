package io.ahoy.telephony.ami;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.asteriskjava.manager.action.AbstractManagerAction;

/**
 * A command to Asterisk, and the one place where everything that goes into one is checked: the library writes names and values
 * to the wire as they are, so that a line break in a caller's name would begin a command of the caller's choice. What does not
 * fit is refused here, not repaired; text from people is made presentable before ({@code CallerText}).
 */
public final class AmiAction extends AbstractManagerAction {
    /** Asterisk cuts lines at 1,024 bytes, silently. */
    public static final int LINE_BYTES_MAX = 1_000;
    /** Asterisk reads 128 headers and drops the rest, silently; some room is left for the library's own. */
    public static final int LINES_MAX = 100;

    private static final long serialVersionUID = 1L;
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}(\\([A-Za-z0-9,_-]{1,64}\\))?");

    private final String name;
    private final transient Map<String, String> headers;
    private final transient Map<String, String> variables;

    private AmiAction(String name, Map<String, String> headers, Map<String, String> variables) {
        this.name = name;
        this.headers = headers;
        this.variables = variables;
    }

    public static AmiAction of(String name) {
        if (!WORD.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of an action: " + shown(name));
        }
        return new AmiAction(name, Map.of(), Map.of());
    }

    /** With one more header. */
    public AmiAction with(String header, String value) {
        if (!WORD.matcher(header).matches()
                || header.equalsIgnoreCase("action")
                || header.equalsIgnoreCase("variable")
                || header.equalsIgnoreCase("actionid")) {
            throw new IllegalArgumentException("not a header's name: " + shown(header));
        }
        check(header.length() + 2, header, value);
        return new AmiAction(name, grown(headers, header, value), variables);
    }

    /** With a channel variable, or a dialplan function to be set, such as {@code PJSIP_HEADER(add,X-Ahoy)}. */
    public AmiAction withVariable(String variable, String value) {
        if (!VARIABLE.matcher(variable).matches()) {
            throw new IllegalArgumentException("not a variable's name: " + shown(variable));
        }
        check("variable: =".length() + variable.length(), variable, value);
        return new AmiAction(name, headers, grown(variables, variable, value));
    }

    /** With the name of the variable that {@code Setvar} or {@code Getvar} is about. */
    public AmiAction about(String variable) {
        if (!VARIABLE.matcher(variable).matches()) {
            throw new IllegalArgumentException("not a variable's name: " + shown(variable));
        }
        return new AmiAction(name, grown(headers, "Variable", variable), variables);
    }

    /** With a reference that comes back in the events this action causes. */
    public AmiAction withReference(String reference) {
        check("actionid: ".length() + 40, "ActionID", reference);
        AmiAction copy = new AmiAction(name, headers, variables);
        copy.setActionId(reference);
        return copy;
    }

    @Override
    public String getAction() {
        return name;
    }

    /** Read by the library, which writes each entry as a line. */
    public Map<String, String> getAttributes() {
        return headers;
    }

    /** Read by the library, which writes each entry as a line {@code variable: name=value}. */
    public Map<String, String> getVariables() {
        return variables;
    }

    @Override
    public String toString() {
        return name + headers + variables;
    }

    private Map<String, String> grown(Map<String, String> map, String key, String value) {
        if (headers.size() + variables.size() >= LINES_MAX) {
            throw new IllegalArgumentException(name + " has more than " + LINES_MAX + " lines");
        }
        Map<String, String> grown = new LinkedHashMap<>(map);
        if (grown.put(key, value) != null) {
            throw new IllegalArgumentException(name + " has " + key + " twice");
        }
        return Collections.unmodifiableMap(grown);
    }

    private static void check(int around, String key, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            // Line and paragraph separators are no control characters, but some readers break lines at them.
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                throw new IllegalArgumentException("control character in " + key + ": " + shown(value));
            }
        }
        if (value.getBytes(StandardCharsets.UTF_8).length + around > LINE_BYTES_MAX) {
            throw new IllegalArgumentException(key + " is longer than " + LINE_BYTES_MAX + " bytes: " + shown(value));
        }
    }

    private static String shown(String value) {
        String start = value.length() > 80 ? value.substring(0, 80) + "…" : value;
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
