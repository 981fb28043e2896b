package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emcsettlement.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code emc assess}: the Tianjin office as it stood before its contract. */
class AssessCommandTest {

  private static final Path OFFICE =
      Path.of(System.getProperty("emc.project.root", "../.."))
          .resolve("examples/evidence/tianjin-office");

  @TempDir Path temp;

  private static BigDecimal sum(String file, int column, String year) throws IOException {
    return Files.readAllLines(OFFICE.resolve(file)).stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[0].startsWith(year + "-"))
        .map(cells -> new BigDecimal(cells[column]))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Run assess(Path out, Object... more) {
    Object[] arguments = new Object[4 + more.length];
    arguments[0] = "assess";
    arguments[1] = OFFICE;
    arguments[2] = "--out";
    arguments[3] = out;
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Run.emc(arguments);
  }

  @Test
  void theProposalStandsOnTheHistoryAndRepeats() throws IOException {
    Path out = temp.resolve("out");
    Run run = assess(out, "--draws", "3");
    assertThat(run.code()).as(run.all()).isZero();
    JsonNode proposal = Json.tree(Files.readAllBytes(out.resolve("proposal.json")));
    assertThat(proposal.at("/commodities/0/years/1/use").asText())
        .isEqualTo(sum("meters/electricity.csv", 1, "2023").toPlainString());
    assertThat(new BigDecimal(proposal.at("/commodities/1/years/2/use").asText()))
        .isEqualByComparingTo(sum("meters/heat.csv", 2, "2024"));
    assertThat(proposal.at("/simulation/draws").asInt()).isEqualTo(3);
    assertThat(proposal.path("forms")).hasSize(5);
    assertThat(proposal.at("/forms/0/institution/years")).hasSize(9);
    assertThat(Files.readString(out.resolve("proposal.html")))
        .startsWith("<!DOCTYPE html>")
        .contains("逐年现金流", "期限与能耗下降率要求");
    for (String commodity : new String[] {"electricity", "heat"}) {
      assertThat(out.resolve("baselines/" + commodity + ".json")).exists();
    }
    assertThat(run.out()).contains("费用基数 fee base", "shared-savings");

    Path again = temp.resolve("again");
    assess(again, "--draws", "3");
    assertThat(again.resolve("proposal.json")).hasSameBinaryContentAs(out.resolve("proposal.json"));
    assertThat(again.resolve("proposal.html")).hasSameBinaryContentAs(out.resolve("proposal.html"));
  }

  /** The frozen baselines are those that the contract of the same folder was signed with. */
  @Test
  void theBaselinesAreThoseThatWereAgreedLater() throws IOException {
    Path out = temp.resolve("out");
    assess(out, "--draws", "1", "--seed", "5");
    for (String commodity : new String[] {"electricity", "heat"}) {
      assertThat(Files.readString(out.resolve("baselines/" + commodity + ".json")))
          .isEqualTo(Files.readString(OFFICE.resolve("baselines/" + commodity + ".json")));
    }
  }

  @Test
  void whatCannotBeAssessedIsRefused() throws IOException {
    assertThat(Run.emc("assess", temp.resolve("nowhere")).code()).isEqualTo(ExitCode.INVALID);
    assertThat(assess(temp.resolve("none"), "--draws", "0").code()).isEqualTo(ExitCode.INVALID);
    Files.writeString(temp.resolve("assessment.json"), "{\"schemaVersion\": 1, \"forms\": 3}");
    Run run = Run.emc("assess", temp, "--out", temp.resolve("none"));
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(run.err()).contains("assessment.json #/forms", "history");
    assertThat(temp.resolve("none")).doesNotExist();
  }
}
