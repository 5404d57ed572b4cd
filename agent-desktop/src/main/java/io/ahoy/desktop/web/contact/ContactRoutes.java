package io.ahoy.desktop.web.contact;

import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Request;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** {@code GET /contact}: lets anybody call the centre from the browser. */
public final class ContactRoutes {
    /** What the guest's phone dials; any number rings the centre. */
    private static final String DESTINATION = "500";

    private final String centre;
    private final BooleanSupplier voiceUp;
    private final PhoneAccounts accounts;
    private final Optional<Guest> guest;

    /** The PBX account that may do nothing but call the centre. */
    public record Guest(String user, String secret) {}

    public ContactRoutes(String centre, BooleanSupplier voiceUp, PhoneAccounts accounts, Optional<Guest> guest) {
        this.centre = centre;
        this.voiceUp = voiceUp;
        this.accounts = accounts;
        this.guest = guest;
    }

    public void register(Api api) {
        api.get("/contact", Access.PUBLIC, this::get);
    }

    private record ContactPage(String centre, boolean voice, Optional<PhoneAccounts.Phone> phone, String destination) {}

    private Answer get(Request request) {
        return Answer.of(new ContactPage(
                centre,
                guest.isPresent() && voiceUp.getAsBoolean(),
                guest.map(account -> accounts.phone(account.user(), account.secret(), request.host())),
                DESTINATION));
    }
}
