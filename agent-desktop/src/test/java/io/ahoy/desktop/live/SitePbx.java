package io.ahoy.desktop.live;

import io.ahoy.telephony.pbx.AsteriskHome;
import io.ahoy.telephony.pbx.PbxSettings;
import io.ahoy.telephony.pbx.Phone;
import io.ahoy.telephony.pbx.ProvisionedAsterisk;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** An Asterisk as a site would have its own: Ahoy is only told where it is. The way to its manager interface can be cut. */
final class SitePbx implements AutoCloseable {
    static final String PHONE_SECRET = "a-desk-phone-of-the-site";

    private final ProvisionedAsterisk asterisk;
    private final CuttableLink link;

    private SitePbx(ProvisionedAsterisk asterisk) {
        this.asterisk = asterisk;
        this.link = new CuttableLink(asterisk.amiPort());
    }

    static SitePbx start(Path folder, Path templates, int agiPort, Collection<String> extensions) {
        PbxSettings settings = PbxSettings.onLoopback(AsteriskHome.provision(templates), folder, templates, agiPort);
        return new SitePbx(ProvisionedAsterisk.start(
                settings,
                extensions.stream()
                        .map(extension -> new Phone(extension, PHONE_SECRET, PHONE_SECRET))
                        .toList()));
    }

    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("AHOY_VOICE_PBX", "external");
        environment.put("AHOY_VOICE_AMI_PORT", String.valueOf(link.port()));
        environment.put("AHOY_VOICE_AMI_USER", asterisk.amiUser());
        environment.put("AHOY_VOICE_AMI_SECRET", asterisk.amiSecret());
        environment.put("AHOY_VOICE_WEBSOCKET_URL", "ws://127.0.0.1:" + asterisk.websocketPort() + "/ws");
        environment.put("AHOY_VOICE_GUEST_USER", "webguest");
        environment.put("AHOY_VOICE_GUEST_SECRET", asterisk.guestSecret());
        return environment;
    }

    int sipPort() {
        return asterisk.sipPort();
    }

    CuttableLink link() {
        return link;
    }

    @Override
    public void close() {
        link.close();
        asterisk.stop();
    }
}
