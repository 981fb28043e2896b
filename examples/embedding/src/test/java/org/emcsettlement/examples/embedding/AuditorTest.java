package org.emcsettlement.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditorTest {

  @TempDir Path temp;

  private Path folder = Path.of("");
  private Path issued = Path.of("");

  @BeforeEach
  void issue() throws IOException {
    folder = ExampleFolder.copy("hospital-shared", temp);
    new ServiceProvider(folder).issue("2025-Q3", LocalDate.of(2025, 10, 10));
    issued = folder.resolve("statements/2025-Q3");
  }

  private static void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  @Test
  void anHonestStatementHolds() throws IOException {
    assertThat(new Auditor(folder).audit(issued)).isEmpty();
  }

  /** One reading of the meter raised by 100 kWh: the sum of its month is named, with its file. */
  @Test
  void otherEvidenceIsNamedByItsFirstStep() throws IOException {
    Path meter = folder.resolve("meters/main.csv");
    String row =
        Files.readAllLines(meter).stream()
            .filter(line -> line.startsWith("2025-08-15,"))
            .findFirst()
            .orElseThrow();
    long reading = Long.parseLong(row.substring(11));
    replace(meter, row, "2025-08-15," + (reading + 100));

    List<String> opinion = new Auditor(folder).audit(issued);
    assertThat(opinion.get(0)).startsWith("MISMATCH");
    assertThat(opinion)
        .anyMatch(text -> text.startsWith("line sharing.provider changes by -"))
        .anyMatch(
            text ->
                text.startsWith("the first step that differs")
                    && text.contains("from meters/main.csv#2025-08-01/2025-09-01"));
  }

  /** A forged trail: the changed step no longer follows from its inputs, nor does the line. */
  @Test
  void aTamperedStepDoesNotFollowFromItsInputs() throws IOException {
    String trail = Files.readString(issued.resolve("trail.json"));
    int at = trail.indexOf("\"name\":\"provider-share\"");
    String node = trail.substring(trail.lastIndexOf('{', at), trail.indexOf('}', at) + 1);
    String value = node.replaceFirst(".*\"value\":\"([^\"]+)\".*", "$1");
    replace(issued.resolve("trail.json"), node, node.replace("\"" + value + "\"", "\"120000\""));

    List<String> opinion = new Auditor(folder).audit(issued);
    assertThat(opinion)
        .contains("the trail is not the one that the statement names")
        .anyMatch(text -> text.startsWith("does not follow: ") && text.contains("provider-share"));
  }

  /** A forged statement: settling again and the trail both contradict it. */
  @Test
  void aTamperedLineContradictsTheTrail() throws IOException {
    Path statement = issued.resolve("statement.json");
    String text = Files.readString(statement);
    int at = text.indexOf("\"id\":\"sharing.provider\"");
    int start = text.lastIndexOf("\"amount\":\"", at);
    String amount = text.substring(start, text.indexOf(',', start));
    Files.writeString(
        statement,
        text.substring(0, start)
            + "\"amount\":\"120000.00\""
            + text.substring(start + amount.length()));

    assertThat(new Auditor(folder).audit(issued))
        .anyMatch(line -> line.startsWith("MISMATCH: the first member that differs is /lines/"))
        .anyMatch(line -> line.startsWith("line sharing.provider: the statement says 120000"));
  }
}
