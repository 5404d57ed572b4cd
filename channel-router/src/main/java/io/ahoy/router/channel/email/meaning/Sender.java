package io.ahoy.router.channel.email.meaning;

import io.ahoy.router.channel.email.read.MailHeaders;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who a mail says it is from.
 *
 * @param address in small letters, empty when there is none
 * @param name with everything of the header around the address, in small letters
 * @param nullReturnPath whether it must not be answered: its envelope had no sender (RFC 5321)
 */
record Sender(String address, String name, boolean nullReturnPath) {
    private static final Set<String> DAEMONS = Set.of(
            "mailerdaemon",
            "postmaster",
            "mdaemon",
            "maildaemon",
            "maildeliverysubsystem",
            "mailsystem",
            "microsoftexchange");
    /** Names of mail servers; a courier may be called "Mail Delivery Express", so a name alone says nothing. */
    private static final List<String> DAEMON_NAMES = List.of(
            "mail delivery",
            "mail router",
            "mailer-daemon",
            "postmaster",
            "system administrator",
            "systemadministrator",
            "administrateur système",
            "administrador del sistema",
            "mail administrator",
            "delivery status",
            "mail system",
            "mdaemon",
            "delivery subsystem");

    private static final List<String> NO_REPLY = List.of(
            "noreply",
            "donotreply",
            "dontreply",
            "noresponse",
            "neantworten",
            "nichtantworten",
            "keineantwort",
            "nepasrepondre",
            "noresponder",
            "naoresponda",
            "naoresponder",
            "nonrispondere",
            "nieodpowiadaj",
            "neodpovidejte",
            "yanitlamayin",
            "svarainte");
    private static final List<String> MACHINES = List.of(
            "alert",
            "monitor",
            "notification",
            "notify",
            "nagios",
            "zabbix",
            "icinga",
            "cron",
            "root",
            "daemon",
            "robot",
            "automailer",
            "mailer",
            "system",
            "ticket",
            "helpdesk",
            "servicedesk",
            "jira",
            "jenkins",
            "build",
            "backup",
            "scanner",
            "bounce",
            "automat",
            "voicemail");

    static Sender of(MailHeaders headers) {
        String from = headers.lower("From");
        List<String> addresses = Addresses.allIn(from);
        Optional<String> returnPath = headers.first("Return-Path");
        return new Sender(
                addresses.isEmpty() ? "" : addresses.getLast(),
                from,
                returnPath.filter(path -> Addresses.allIn(path).isEmpty()).isPresent());
    }

    /** A mail server speaking for itself. */
    boolean isDaemon() {
        String local = Addresses.bareLocalPart(address);
        return DAEMONS.contains(local)
                || local.startsWith("microsoftexchange")
                || (address.isEmpty() || nullReturnPath || isMachine(local))
                        && DAEMON_NAMES.stream().anyMatch(name::contains);
    }

    boolean isNoReply() {
        String local = Addresses.bareLocalPart(address);
        return NO_REPLY.stream().anyMatch(local::contains);
    }

    /** Its local part is what programs are called: a hint, never a proof. */
    boolean soundsLikeMachine() {
        String local = Addresses.bareLocalPart(address);
        return isDaemon() || isNoReply() || isMachine(local);
    }

    private static boolean isMachine(String local) {
        return MACHINES.stream().anyMatch(local::contains);
    }
}
