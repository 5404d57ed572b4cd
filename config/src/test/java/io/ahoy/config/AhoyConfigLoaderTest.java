package io.ahoy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AhoyConfigLoaderTest {
    @TempDir
    Path folder;

    @Test
    void needsNeitherFileNorVariable() throws ConfigProblems {
        AhoyConfig config = AhoyConfigLoader.load(Optional.empty(), Map.of("HOME", "/home/ann", "PATH", "/bin"));

        assertThat(config.data()).isEqualTo(Path.of("/home/ann/.local/share/ahoy"));
        assertThat(config.web().port()).isEqualTo(8080);
        assertThat(config.database().url()).isEmpty();
        assertThat(config.voice().ami().secret()).isEmpty();
        assertThat(config.origin("web.port")).isEqualTo("web.port 8080 (default)");
    }

    @Test
    void putsDataWhereTheDesktopStandardSays() throws ConfigProblems {
        assertThat(AhoyConfigLoader.load(Optional.empty(), Map.of("XDG_DATA_HOME", "/srv/data"))
                        .data())
                .isEqualTo(Path.of("/srv/data/ahoy"));
        assertThat(AhoyConfigLoader.load(Optional.empty(), Map.of("XDG_DATA_HOME", "relative", "HOME", "/home/ann"))
                        .data())
                .isEqualTo(Path.of("/home/ann/.local/share/ahoy"));
    }

    @Test
    void readsEveryTypeOfValue() throws Exception {
        AhoyConfig config = load("""
                data: ../elsewhere
                centre:
                  name: Ärzte & Söhne
                  zone: Asia/Shanghai
                  homeCountry: NO
                  demo: false
                web:
                  port: "0"
                  sessionLimit: 1h30m
                database:
                  url: jdbc:mariadb://db/ahoy
                  password: 0123
                voice:
                  pbx: external
                  websocketUrl: wss://pbx/ws
                  script: ~/main.ivr
                  reattachLimit: PT45S
                  ami: {host: pbx, secret: "a b"}
                """);

        assertThat(config.data()).isEqualTo(folder.toAbsolutePath().resolveSibling("elsewhere"));
        assertThat(config.centre())
                .isEqualTo(new AhoyConfig.Centre("Ärzte & Söhne", ZoneId.of("Asia/Shanghai"), "NO", false));
        assertThat(config.web().port()).isZero();
        assertThat(config.web().sessionLimit()).isEqualTo(Duration.ofMinutes(90));
        assertThat(config.database().password()).contains(new Secret("0123"));
        assertThat(config.voice().pbx()).isEqualTo(AhoyConfig.Voice.Pbx.EXTERNAL);
        assertThat(config.voice().script()).contains(Path.of("/home/ann/main.ivr"));
        assertThat(config.voice().reattachLimit()).isEqualTo(Duration.ofSeconds(45));
        assertThat(config.voice().ami().host()).isEqualTo("pbx");
    }

    @Test
    void theEnvironmentWinsAndEveryValueKnowsItsOrigin() throws Exception {
        AhoyConfig config =
                load("""
                web:
                  host: 0.0.0.0

                  port: 9000
                """, Map.of("AHOY_WEB_PORT", "9001", "AHOY_VOICE_AMI_SECRET", "hush", "AHOY_HOME", "/opt/ahoy"));

        assertThat(config.web().port()).isEqualTo(9001);
        assertThat(config.origin("web.port")).isEqualTo("web.port 9001 (AHOY_WEB_PORT)");
        assertThat(config.origin("web.host")).isEqualTo("web.host 0.0.0.0 (" + folder.resolve("ahoy.yaml") + ":2)");
        assertThat(config.origin("web.sessionLimit")).isEqualTo("web.sessionLimit 12h (default)");
        assertThat(config.whereToChange("voice.sip.rtpFirst"))
                .isEqualTo("voice.sip.rtpFirst or AHOY_VOICE_SIP_RTP_FIRST");
    }

    @Test
    void printsNoSecret() throws Exception {
        AhoyConfig config = load("""
                database: {url: "jdbc:mariadb://db/ahoy", password: s3cret}
                voice: {ami: {secret: s3cret}}
                """);

        assertThat(config.toString()).doesNotContain("s3cret").contains("****");
        assertThat(config.origins().byKey().toString()).doesNotContain("s3cret");
        assertThat(config.origin("database.password")).startsWith("database.password (");
    }

    @Test
    void sectionsMayBeEmpty() throws Exception {
        assertThat(load("").web().port()).isEqualTo(8080);
        assertThat(load("web:\nvoice:\n  ami:\n").web().port()).isEqualTo(8080);
        assertThat(load("\uFEFFweb:\r\n  port: 81\r\n").web().port()).isEqualTo(81);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            web:; prot: 81                      | ahoy.yaml:2: unknown key "web.prot"; did you mean "web.port"?
            web:; session-limit: 1h             | ahoy.yaml:2: unknown key "web.session-limit"; did you mean "web.sessionLimit"?
            wbe:; port: 81                      | ahoy.yaml:1: unknown key "wbe"; did you mean "web"?
            web.port: 81                        | ahoy.yaml:1: unknown key "web.port"; write each part on a line of its own, indented below the one before, not joined by dots
            origins:; a: b                      | ahoy.yaml:1: unknown key "origins"; known here: data, centre, routing, web, database, voice, mail
            centre:; colour: red                | ahoy.yaml:2: unknown key "centre.colour"; known in centre: name, zone, homeCountry, demo
            web:; port: 1;# again; port: 2      | ahoy.yaml:4: "web.port" is given twice; remove one
            web:;web:                           | ahoy.yaml:2: "web" is given twice; remove one
            web:; port: many                    | ahoy.yaml:2: web.port is "many", but must be a whole number from 0 to 65535
            web:; port: 65536                   | ahoy.yaml:2: web.port is "65536", but must be a whole number from 0 to 65535
            web:; port: -1                      | ahoy.yaml:2: web.port is "-1", but must be a whole number from 0 to 65535
            web:; port: 0x50                    | ahoy.yaml:2: web.port is "0x50", but must be a whole number from 0 to 65535
            web:; port: 99999999999999999999    | ahoy.yaml:2: web.port is "99999999999999999999", but must be a whole number from 0 to 65535
            web:; port:                         | ahoy.yaml:2: "web.port" has no value; give it one or remove the line
            web:; port: [1, 2]                  | ahoy.yaml:2: "web.port" takes one value, not a list or a section
            web:; port: 1; tcp: 1               | ahoy.yaml:3: unknown key "web.tcp"; known in web: host, port, secureCookies, sessionLimit, trustedProxies, publicAddress
            web: 81                             | ahoy.yaml:1: "web" is a section; write its settings indented below it: host, port, secureCookies, sessionLimit, trustedProxies, publicAddress
            web:; secureCookies: yes            | ahoy.yaml:2: web.secureCookies is "yes", but must be true or false
            web:; sessionLimit: 12              | ahoy.yaml:2: web.sessionLimit is "12", but must be a duration such as 20s, 5m or 1h30m, from 1m to 30d
            web:; sessionLimit: 1s              | ahoy.yaml:2: web.sessionLimit is "1s", but must be a duration such as 20s, 5m or 1h30m, from 1m to 30d
            web:; sessionLimit: P99999999999D   | ahoy.yaml:2: web.sessionLimit is "P99999999999D", but must be a duration such as 20s, 5m or 1h30m, from 1m to 30d
            web:; trustedProxies: [1::1, proxy] | ahoy.yaml:2: web.trustedProxies holds "proxy", which is no IP address; write it as in 192.0.2.1 or 2001:db8::1
            web:; trustedProxies: [[1::1]]      | ahoy.yaml:2: "web.trustedProxies" takes a list of single values
            web:; trustedProxies: 1.2.3.256     | ahoy.yaml:2: web.trustedProxies holds "1.2.3.256", which is no IP address; write it as in 192.0.2.1 or 2001:db8::1
            web:; publicAddress: desk.example   | ahoy.yaml:2: web.publicAddress desk.example must be an https address without a path, such as https://desk.example; http is for loopback only
            web:; publicAddress: "http://a.b"   | ahoy.yaml:2: web.publicAddress http://a.b must be an https address without a path, such as https://desk.example; http is for loopback only
            web:; publicAddress: "https://a/b"  | ahoy.yaml:2: web.publicAddress https://a/b must be an https address without a path, such as https://desk.example; http is for loopback only
            web:; host: ""                      | ahoy.yaml:2: web.host has no value; give it one or remove it
            centre:; name: "a\\nb"              | ahoy.yaml:2: centre.name holds a control character such as a line break; remove it
            centre:; zone: Europe/Berln         | ahoy.yaml:2: centre.zone is "Europe/Berln", which is no time zone; did you mean "Europe/Berlin"?
            centre:; zone: here                 | ahoy.yaml:2: centre.zone is "here", which is no time zone; write it as in "Europe/Berlin"
            centre:; homeCountry: Germny        | ahoy.yaml:2: centre.homeCountry is "Germny", which is no country code of ISO 3166; did you mean "DE"?
            centre:; homeCountry: UK            | ahoy.yaml:2: centre.homeCountry is "UK", which is no country code of ISO 3166; did you mean "GB"?
            centre:; homeCountry: chn           | ahoy.yaml:2: centre.homeCountry is "chn", which is no country code of ISO 3166; did you mean "CN"?
            centre:; homeCountry: Elbonia?!     | ahoy.yaml:2: centre.homeCountry is "Elbonia?!", which is no country code of ISO 3166; write two capitals as in "DE"
            voice:; pbx: asterisk               | ahoy.yaml:2: voice.pbx is "asterisk", but must be one of provisioned, external, none
            - web                               | ahoy.yaml:1: the file must hold "key: value" lines
            web: {                              | ahoy.yaml:1: not valid YAML: while parsing a flow node, expected the node content, but found '<stream end>'; check indentation, colons and quotes (tabs are not allowed)
            web:;\tport: 1                      | ahoy.yaml:2: not valid YAML: while scanning for the next token, found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation); check indentation, colons and quotes (tabs are not allowed)
            database:; url: mysql://db          | ahoy.yaml:2: database.url mysql://db must begin with jdbc:mariadb:, as in jdbc:mariadb://db.example:3306/ahoy
            database:; url: jdbc:mariadb://d/a?password=x | ahoy.yaml:2: database.url holds a password; move it to database.password or AHOY_DATABASE_PASSWORD
            voice:; websocketUrl: http://pbx    | ahoy.yaml:2: voice.websocketUrl http://pbx must begin with ws:// or wss://
            voice:; trunk: "a@b/c"              | ahoy.yaml:2: voice.trunk a@b/c must be the name of an endpoint: letters, digits, dots, hyphens and underscores
            voice:; sip: {rtpFirst: 12000}      | ahoy.yaml:2: voice.sip.rtpFirst 12000 must be less than voice.sip.rtpLast 11999 (default)
            voice:; sip: {port: 10500}          | ahoy.yaml:2: voice.sip.port 10500 lies among the ports for sound, voice.sip.rtpFirst 10000 (default) to voice.sip.rtpLast 11999 (default); choose one outside of them
            database:; user: ann                | ahoy.yaml:2: database.user ann is for a MariaDB of your own, but none is named; set database.url or AHOY_DATABASE_URL to its address, or remove it: the embedded one makes its own user and password
            database:; password: very           | ahoy.yaml:2: database.password is for a MariaDB of your own, but none is named; set database.url or AHOY_DATABASE_URL to its address, or remove it: the embedded one makes its own user and password
            voice:; guest: {user: webguest}     | ahoy.yaml:2: voice.guest.user webguest needs its password; set voice.guest.secret or AHOY_VOICE_GUEST_SECRET, or neither of the two
            voice:; guest: {secret: very}       | ahoy.yaml:2: voice.guest.secret needs the account that it is for; set voice.guest.user or AHOY_VOICE_GUEST_USER, or neither of the two
            voice:; agi: {port: 8080}           | ahoy.yaml:2: voice.agi.port 8080 is also web.port 8080 (default); choose another for one of them
            """)
    void tellsWhereWhatAndWhatToDo(String yaml, String problem) throws Exception {
        String text = Arrays.stream(yaml.split(";", -1))
                .map(line -> line.replace("\\t", "\t"))
                .collect(Collectors.joining("\n"));
        assertThat(problems(text, Map.of())).containsExactly(problem);
    }

    @Test
    void listsAreWrittenAsYamlOrWithCommas() throws Exception {
        List<InetAddress> both = List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1"));
        assertThat(load("web:\n  trustedProxies:\n    - 127.0.0.1\n    - ::1")
                        .web()
                        .trustedProxies())
                .isEqualTo(both);
        assertThat(load("", Map.of("AHOY_WEB_TRUSTED_PROXIES", "127.0.0.1, ::1"))
                        .web()
                        .trustedProxies())
                .isEqualTo(both);
        assertThat(load("").web().trustedProxies()).isEmpty();
    }

    @Test
    void aListMayBeEmpty() throws Exception {
        assertThat(load("web: {trustedProxies: []}").web().trustedProxies()).isEmpty();
        assertThat(load("web: {trustedProxies: [127.0.0.1]}", Map.of("AHOY_WEB_TRUSTED_PROXIES", ""))
                        .web()
                        .trustedProxies())
                .isEmpty();
    }

    @Test
    void demoAccountsAreForTheEmbeddedDatabaseUnlessAskedFor() throws Exception {
        String own = "database: {url: \"jdbc:mariadb://db/ahoy\"}";
        assertThat(load("").centre().demo()).isTrue();
        assertThat(load(own).centre().demo()).isFalse();
        assertThat(load("", Map.of("AHOY_DATABASE_URL", "jdbc:mariadb://db/ahoy"))
                        .centre()
                        .demo())
                .isFalse();
        assertThat(load(own + "\ncentre: {demo: true}").centre().demo()).isTrue();
    }

    @Test
    void anExternalAsteriskMustBeReachable() throws Exception {
        assertThat(problems("voice: {pbx: external}", Map.of()))
                .containsExactly(
                        "ahoy.yaml:1: voice.pbx external needs the password of its AMI user; set voice.ami.secret or"
                                + " AHOY_VOICE_AMI_SECRET",
                        "ahoy.yaml:1: voice.pbx external needs the address of its WebSocket; set voice.websocketUrl or"
                                + " AHOY_VOICE_WEBSOCKET_URL");
    }

    @Test
    void tellsAllAtOnce() throws Exception {
        assertThat(problems("""
                        web: {port: x, prot: 1}
                        centre: {zone: y}
                        """, Map.of("AHOY_WEB_PROT", "1", "AHOY_VOICE_AGI_PORT", "", "AHOY_COLOUR", "red")))
                .containsExactly(
                        "ahoy.yaml:1: unknown key \"web.prot\"; did you mean \"web.port\"?",
                        "ahoy.yaml:1: web.port is \"x\", but must be a whole number from 0 to 65535",
                        "ahoy.yaml:2: centre.zone is \"y\", which is no time zone; write it as in \"Europe/Berlin\"",
                        "AHOY_COLOUR: unknown variable; Ahoy's variables are listed in config/ahoy.yaml",
                        "AHOY_WEB_PROT: unknown variable; did you mean \"AHOY_WEB_PORT\"?",
                        "AHOY_VOICE_AGI_PORT: has no value; give it one or remove it");
    }

    @Test
    void tellsContradictionsTogetherWithWhatIsWrong() throws Exception {
        assertThat(problems("""
                        web: {port: many}
                        database: {user: ann, password: very-secret}
                        voice:
                          pbx: external
                          agi: {port: 3306}
                          sip: {rtpFirst: 12000}
                          guest: {user: webguest}
                        """, Map.of("AHOY_DATABASE_EMBEDDED_PORT", "3306", "AHOY_COLOUR", "red")))
                .containsExactly(
                        "ahoy.yaml:1: web.port is \"many\", but must be a whole number from 0 to 65535",
                        "ahoy.yaml:2: database.user ann, like database.password (ahoy.yaml:2), is for a MariaDB of your"
                                + " own, but none is named; set database.url or AHOY_DATABASE_URL to its address, or"
                                + " remove both: the embedded one makes its own user and password",
                        "ahoy.yaml:4: voice.pbx external needs the password of its AMI user; set voice.ami.secret or"
                                + " AHOY_VOICE_AMI_SECRET",
                        "ahoy.yaml:4: voice.pbx external needs the address of its WebSocket; set voice.websocketUrl or"
                                + " AHOY_VOICE_WEBSOCKET_URL",
                        "ahoy.yaml:5: voice.agi.port 3306 is also database.embeddedPort 3306"
                                + " (AHOY_DATABASE_EMBEDDED_PORT); choose another for one of them",
                        "ahoy.yaml:6: voice.sip.rtpFirst 12000 must be less than voice.sip.rtpLast 11999 (default)",
                        "ahoy.yaml:7: voice.guest.user webguest needs its password; set voice.guest.secret or"
                                + " AHOY_VOICE_GUEST_SECRET, or neither of the two",
                        "AHOY_COLOUR: unknown variable; Ahoy's variables are listed in config/ahoy.yaml");
    }

    /** What is misspelt is not called missing as well. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            voice: {pbx: external, websocketUrl: ws://p/ws, ami: {secrt: x}}
            voice: {pbx: external, websocketUrl: ws://p/ws, ami: x}
            voice: {pbx: external, websocketUrl: ws://p/ws, ami.secret: x}
            voice: {guest: {user: webguest, secret: }}
            voice: {sip: {rtpFirst: 12000, rtpLast: x}}
            database: {user: ann, ulr: "jdbc:mariadb://db/ahoy"}
            database: {user: ann, url: [a]}
            database: {user: ann}, databse: {}
            """)
    void judgesNoSettingInDoubt(String yaml) throws Exception {
        assertThat(problems(yaml.startsWith("database: {user: ann}, ") ? "{" + yaml + "}" : yaml, Map.of()))
                .hasSize(1);
    }

    @Test
    void tellsWhyAFileCannotBeRead() throws Exception {
        assertThat(failure(Optional.of(folder.resolve("gone.yaml")), Map.of()))
                .containsExactly("gone.yaml: there is no such file; check the path");
        assertThat(failure(Optional.of(folder), Map.of()).getFirst()).contains("cannot be read (Is a directory)");
        Path latin1 = Files.write(
                folder.resolve("latin1.yaml"), "centre: {name: Käse}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(failure(Optional.of(latin1), Map.of()))
                .containsExactly("latin1.yaml: is not UTF-8 text; save it as UTF-8");
        Path huge = Files.write(folder.resolve("huge.yaml"), new byte[2 << 20]);
        assertThat(failure(Optional.of(huge), Map.of()).getFirst()).contains("larger than 1 MB");
    }

    private AhoyConfig load(String yaml) throws Exception {
        return load(yaml, Map.of());
    }

    private AhoyConfig load(String yaml, Map<String, String> variables) throws Exception {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("HOME", "/home/ann");
        return AhoyConfigLoader.load(Optional.of(write(yaml)), environment);
    }

    private List<String> problems(String yaml, Map<String, String> environment) throws IOException {
        return failure(Optional.of(write(yaml)), environment);
    }

    private List<String> failure(Optional<Path> file, Map<String, String> environment) {
        ConfigProblems problems =
                catchThrowableOfType(ConfigProblems.class, () -> AhoyConfigLoader.load(file, environment));
        assertThat(problems).isNotNull();
        assertThat(problems.getMessage()).isEqualTo(String.join("\n", problems.lines()));
        return problems.lines().stream()
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("ahoy.yaml"), yaml);
    }
}
