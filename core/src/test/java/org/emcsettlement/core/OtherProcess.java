package org.emcsettlement.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a main class of the tests in another Java process and gives what it prints. */
public final class OtherProcess {

  private OtherProcess() {}

  /** In the interpreter of this virtual machine. */
  public static String interpreted(Class<?> main) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return run(java, "-Xint", main);
  }

  /** On the virtual machine that emc.other.java names; the test is skipped when it names none. */
  public static String onAnotherMachine(Class<?> main) throws IOException, InterruptedException {
    String java = System.getProperty("emc.other.java", "");
    assumeFalse(java.isEmpty(), "no other virtual machine named (set -Demc.other.java)");
    return run(java, "-Xmx256m", main);
  }

  private static String run(String java, String option, Class<?> main)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java, option, "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text;
  }
}
