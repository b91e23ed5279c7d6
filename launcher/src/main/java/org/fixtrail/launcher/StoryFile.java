package org.fixtrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.fixtrail.launcher.demo.DemoStory;

/** Remembers that the demo's story was told, and where its evidence pack is. */
final class StoryFile {
    private final Home home;

    StoryFile(Home home) {
        this.home = home;
    }

    /** The pack's place; empty where no story was told. */
    Optional<String> pack() {
        try {
            return Files.exists(home.storyTold())
                    ? Optional.of(PrivateFile.read(home.storyTold()).getOrDefault("pack", ""))
                    : Optional.empty();
        } catch (IOException e) {
            throw new LaunchException("cannot read " + home.storyTold() + ": " + e.getMessage(), e);
        }
    }

    void write(DemoStory.Told told) {
        try {
            PrivateFile.write(
                    home.storyTold(),
                    Map.of("pack", told.pack().toString(), "sha256", told.sha256()),
                    "The sample story was told");
        } catch (IOException e) {
            throw new LaunchException("cannot write " + home.storyTold() + ": " + e.getMessage(), e);
        }
    }
}
