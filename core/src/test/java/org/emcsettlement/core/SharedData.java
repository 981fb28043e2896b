package org.emcsettlement.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where reference data lie that are not part of the repository. */
public final class SharedData {

  private SharedData() {}

  /** A folder of the shared data; the test is skipped when it is absent. */
  public static Path folder(String name) {
    Path folder = Path.of(System.getProperty("emc.shared.data", "../../shared/data")).resolve(name);
    assumeTrue(
        Files.isDirectory(folder),
        () -> "reference data absent: " + folder.toAbsolutePath() + " (set -Demc.shared.data)");
    return folder;
  }
}
