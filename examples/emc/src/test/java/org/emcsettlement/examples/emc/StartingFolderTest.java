package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code emc init}: the starting folder of every preset validates, settles and verifies. */
class StartingFolderTest {

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> everyPresetStartsWithAFolderThatSettles() {
    return StandardClauses.format().presets().keySet().stream()
        .map(preset -> DynamicTest.dynamicTest(preset, () -> settles(preset)));
  }

  private void settles(String preset) {
    Path folder = temp.resolve(preset.replace('/', '-'));
    Path out = temp.resolve("out-" + preset.replace('/', '-'));
    assertThat(Run.emc("init", folder, "--preset", preset).code()).isZero();
    Run validated = Run.emc("validate", folder);
    assertThat(validated.code()).as(validated.all()).isZero();
    Run settled = Run.emc("settle", folder, "--period", "2025-Q1", "--out", out);
    assertThat(settled.code()).as(settled.all()).isZero();
    Run verified = Run.emc("verify", folder, out.resolve("statement.json"));
    assertThat(verified.code()).as(verified.all()).isZero();
    assertThat(verified.out()).startsWith("VERIFIED");
  }

  @Test
  void everyTermOfThePresetIsExplained() throws IOException {
    Path folder = temp.resolve("new");
    Run.emc("init", folder, "--preset", "water-shared-savings/1");
    String readme = Files.readString(folder.resolve("README.md"));
    StandardClauses.format().presets().values().stream()
        .filter(preset -> preset.name().equals("water-shared-savings/1"))
        .flatMap(preset -> preset.parameters().keySet().stream())
        .forEach(parameter -> assertThat(readme).contains("| `" + parameter + "` |"));
    assertThat(readme).doesNotContain("{preset}", "{zh}", "{en}", "{terms}");
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
    Files.writeString(temp.resolve("mine.txt"), "mine");
    Run run = Run.emc("init", temp);
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(run.err()).contains("is not empty").contains("文件夹非空");
    assertThat(temp).isDirectoryNotContaining("glob:**.json");
  }

  @Test
  void anUnknownPresetIsNamedWithTheKnownOnes() {
    Run run = Run.emc("init", temp.resolve("new"), "--preset", "hosting/9");
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(run.err()).contains("hosting/9").contains("hosting-all-in/1");
    assertThat(temp.resolve("new")).doesNotExist();
  }
}
