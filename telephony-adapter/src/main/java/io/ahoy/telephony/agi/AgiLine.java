package io.ahoy.telephony.agi;

import java.util.regex.Pattern;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;

/**
 * One call's AGI connection, and the one place where what goes out over it is checked: the library quotes values but lets a
 * carriage return through, which ends the command.
 */
final class AgiLine {
    private static final int VALUE_MAX = 500;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_()]{0,79}");
    private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_/.-]{0,199}");
    private static final String ALL_KEYS = "0123456789*#";

    private final AgiChannel channel;

    AgiLine(AgiChannel channel) {
        this.channel = channel;
    }

    void set(String variable, String value) throws AgiException {
        if (!NAME.matcher(variable).matches()) {
            throw new IllegalArgumentException("not a variable's name: " + variable);
        }
        if (value.length() > VALUE_MAX || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a value for " + variable);
        }
        channel.setVariable(variable, value);
    }

    /** Empty if it is not set. */
    String get(String variable) throws AgiException {
        if (!NAME.matcher(variable).matches()) {
            throw new IllegalArgumentException("not a variable's name: " + variable);
        }
        String value = channel.getVariable(variable);
        return value == null ? "" : value;
    }

    /** Returns the key that interrupted it, or 0. A sound that does not exist is over at once. */
    char play(String sound, boolean interruptible) throws AgiException {
        if (!SOUND.matcher(sound).matches() || sound.contains("..")) {
            throw new IllegalArgumentException("not a sound's name: " + sound);
        }
        return channel.streamFile(sound, interruptible ? ALL_KEYS : "");
    }

    /** Returns the key pressed, or 0. */
    char key(int millis) throws AgiException {
        return channel.waitForDigit(millis);
    }
}
