package org.emcsettlement.settlement.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.WorkedCase;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.junit.jupiter.api.Test;

/** Premises with PV, charging and a data centre, each with one thing wrong. */
class BoundaryCheckTest {

  private static List<Finding> findings(String from, String to) throws IOException {
    Path contract = WorkedCase.named("pv-ev-data-centre").folder().resolve("contract.json");
    String json = Files.readString(contract).replaceAll("\\s+", " ");
    assertThat(json).contains(from);
    FindingCollector findings = new FindingCollector();
    new ContractReader(StandardClauses.format())
        .read(TextSource.of("contract.json", json.replace(from, to)), findings);
    return findings.findings().list();
  }

  private static void assertOnly(List<Finding> findings, String code, String... texts) {
    assertThat(findings).extracting(Finding::code).containsOnly(code);
    assertThat(findings.get(0).en()).contains(texts);
    assertThat(findings.get(0).zh()).contains(texts);
  }

  @Test
  void asItStandsEveryQuantityCountsOnce() throws IOException {
    assertThat(findings("\"id\": \"ev\"", "\"id\": \"ev\"")).isEmpty();
  }

  /** Charging that the building's meter contains and the charging part counts too. */
  @Test
  void bothBoundariesAreNamed() throws IOException {
    assertOnly(
        findings(
            "{ \"id\": \"ev\", \"commodity\": \"electricity\", \"upstream\": \"grid\", \"sign\": -1 }",
            "{ \"id\": \"ev\", \"commodity\": \"electricity\", \"upstream\": \"grid\","
                + " \"informative\": true }"),
        "contract.counted-twice",
        "ev",
        "办公楼",
        "对外充电桩");
  }

  @Test
  void twoPartsDoNotShareAMeter() throws IOException {
    assertOnly(
        findings("[ { \"meter\": \"servers\" } ]", "[ { \"meter\": \"ev\" } ]"),
        "contract.counted-twice",
        "ev",
        "对外充电桩",
        "数据机房");
  }

  @Test
  void whatWasNeverCountedIsNotTakenOut() throws IOException {
    assertOnly(
        findings(
            "{ \"id\": \"ev\", \"commodity\": \"electricity\", \"upstream\": \"grid\", \"sign\": -1 }",
            "{ \"id\": \"ev\", \"commodity\": \"electricity\", \"upstream\": \"supply\", \"sign\": -1"
                + " }"),
        "contract.counted-times",
        "ev",
        "办公楼",
        "-1");
  }

  @Test
  void placesMustBePossible() throws IOException {
    assertOnly(
        findings("\"upstream\": \"pv\"", "\"upstream\": \"export\""),
        "contract.upstream",
        "export");
    assertOnly(findings("\"upstream\": \"pv\"", "\"upstream\": \"no\""), "contract.upstream", "no");
    assertOnly(
        findings("[ { \"meter\": \"servers\" } ]", "[ { \"meter\": \"no\" } ]"),
        "contract.part-meter",
        "no",
        "数据机房");
  }

  /** One meter under two ids. */
  @Test
  void aNumberIsOneMeter() throws IOException {
    String grid = "{ \"id\": \"%s\", \"commodity\": \"electricity\", \"upstream\": \"supply\"%s }";
    String numbered = ", \"serial\": \"7\"";
    assertThat(
            findings(
                grid.formatted("grid", ""),
                grid.formatted("grid", numbered) + ", " + grid.formatted("again", numbered)))
        .filteredOn(finding -> finding.code().equals("contract.counted-times"))
        .extracting(Finding::en)
        .anySatisfy(text -> assertThat(text).contains("grid", "2 times"));
  }

  /** A meter of a part whose place is not said proves nothing. */
  @Test
  void aPlaceHasToBeSaid() throws IOException {
    assertOnly(
        findings(
            "{ \"id\": \"ev\", \"commodity\": \"electricity\", \"upstream\": \"grid\", \"sign\": -1 }",
            "{ \"id\": \"ev\", \"commodity\": \"electricity\", \"informative\": true }"),
        "contract.upstream-missing",
        "ev",
        "对外充电桩");
  }

  @Test
  void generationIsNeverBothSavingAndSupply() throws IOException {
    List<Finding> counted = findings("\"SUPPLY\", \"price\": \"0.45\"", "\"SAVING\"");
    assertOnly(counted, "contract.generation-counting", "SAVING", "pv", "informative");
    assertThat(counted).hasSize(2);
    assertThat(findings("\"SUPPLY\"", "\"SAVING\""))
        .extracting(Finding::code)
        .containsOnlyOnce("contract.generation-priced");
  }
}
