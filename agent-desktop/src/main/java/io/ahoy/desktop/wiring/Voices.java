package io.ahoy.desktop.wiring;

import io.ahoy.config.AhoyConfig;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Queue;
import io.ahoy.desktop.feed.Feed;
import io.ahoy.ivr.engine.IvrEngine;
import io.ahoy.ivr.script.Node;
import io.ahoy.ivr.script.Script;
import io.ahoy.ivr.script.ScriptFile;
import io.ahoy.ivr.script.ScriptProblems;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.QueueId;
import io.ahoy.telephony.Voice;
import io.ahoy.telephony.VoiceSettings;
import io.ahoy.telephony.agi.CustomerCallers;
import io.ahoy.telephony.ami.AmiSettings;
import io.ahoy.telephony.call.ChosenPhones;
import io.ahoy.telephony.call.PhoneState;
import io.ahoy.telephony.call.VoiceListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts telephony together: the script it runs, who the callers are, and whom it tells what. */
record Voices(AhoyConfig config, List<Queue> queues, Script script, InstantSource clock) {
    private static final Logger LOG = LoggerFactory.getLogger(Voices.class);
    private static final String SOUND = ".ulaw";

    /** Reads the script, before anything is started that a wrong script would stop again. */
    static Voices of(AhoyConfig config, Path top, List<Queue> queues, InstantSource clock) throws StartProblem {
        return new Voices(config, queues, script(config, top, queues), clock);
    }

    Voice prepare(AmiSettings link, int agiPort, String trunk, CustomerCallers callers, ChosenPhones phones, Feed feed)
            throws StartProblem {
        try {
            return Voice.prepare(
                    settings(link, agiPort, trunk, feed),
                    callers,
                    callers,
                    callers,
                    at -> new InteractionId(UuidV7.next(at)),
                    new IvrEngine(script, config.centre().zone()),
                    phones,
                    listener(feed),
                    clock);
        } catch (IOException e) {
            throw Ports.taken(config, "voice.agi.port", agiPort, e);
        }
    }

    /** The queues that the script sends callers to. */
    Set<String> scripted() {
        return script.steps().stream()
                .filter(Node.Enqueue.class::isInstance)
                .map(step -> ((Node.Enqueue) step).queue().text())
                .collect(Collectors.toSet());
    }

    private VoiceSettings settings(AmiSettings ami, int agiPort, String trunk, Feed feed) {
        return new VoiceSettings(
                ami,
                config.voice().agi().host(),
                agiPort,
                trunk,
                new QueueId(queues.getFirst().id()),
                queue -> feed.roster()
                        .queue(queue.value())
                        .map(Queue::musicClass)
                        .orElse(VoiceSettings.MUSIC),
                config.voice().reattachLimit());
    }

    private static Script script(AhoyConfig config, Path top, List<Queue> queues) throws StartProblem {
        Set<String> names = queues.stream().map(Queue::id).collect(Collectors.toSet());
        try {
            return ScriptFile.open(config.voice().script(), names, prompts(top));
        } catch (ScriptProblems e) {
            throw new StartProblem(
                    "The IVR script of " + config.origin("voice.script") + " cannot be used:\n" + e.getMessage(), e);
        }
    }

    /** Sounds that exist in every language of {@code config/asterisk/sounds}, which an external Asterisk shares or copies. */
    private static Set<String> prompts(Path top) throws StartProblem {
        Path sounds = top.resolve("config/asterisk/sounds");
        try (Stream<Path> languages = Files.list(sounds)) {
            Set<String> common = languages
                    .map(language -> language.resolve("ahoy"))
                    .filter(Files::isDirectory)
                    .map(Voices::soundsIn)
                    .reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()))
                    .orElse(Set.of());
            return common;
        } catch (IOException | UncheckedIOException e) {
            throw new StartProblem("The prompts in " + sounds + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private static Set<String> soundsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SOUND))
                    .map(name -> name.substring(0, name.length() - SOUND.length()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VoiceListener listener(Feed feed) {
        return new VoiceListener() {
            @Override
            public void phone(PhoneState state) {
                feed.phoneChanged(state);
            }

            @Override
            public void phoneCame(String endpoint) {
                feed.phoneCame(endpoint);
            }

            @Override
            public void voiceUp() {
                LOG.info("Asterisk is connected");
                feed.voice(true);
            }

            @Override
            public void voiceDown(String why) {
                LOG.warn("Asterisk is away: {}", why);
                feed.voice(false);
            }
        };
    }
}
