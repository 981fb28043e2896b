package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emcsettlement.examples.emc.SettledFolder.column;
import static org.emcsettlement.examples.emc.SettledFolder.decimal;
import static org.emcsettlement.examples.emc.SettledFolder.fen;
import static org.emcsettlement.examples.emc.SettledFolder.part;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emcsettlement.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The package of five institutions, recomputed from its contract. */
class PackageFolderTest {

  private static final Path FOLDER = SettledFolder.ROOT.resolve("county-package");

  @TempDir Path temp;

  private JsonNode settle(String period) throws IOException {
    Path out = temp.resolve(period);
    Run settled = Run.emc("settle-package", FOLDER, "--period", period, "--out", out);
    assertThat(settled.code()).as(settled.all()).isZero();
    Path file = out.resolve("consolidated.json");
    assertThat(Run.emc("verify-package", FOLDER, file).out()).startsWith("VERIFIED");
    return Json.tree(Files.readAllBytes(file));
  }

  private SettledFolder member(String period, String id) {
    return SettledFolder.read(temp.resolve(period + "/members/" + id + "/statement.json"));
  }

  /** Every statement of the year adds up, and the consolidated one is the sum of its members. */
  @ParameterizedTest
  @ValueSource(strings = {"2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "Y1"})
  void theConsolidatedStatementIsTheSumOfItsMembers(String period) throws IOException {
    JsonNode consolidated = settle(period);
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode member : consolidated.path("members")) {
      if (member.has("totals")) {
        sum = sum.add(member(period, member.path("id").asText()).total("netPayable"));
      }
    }
    assertThat(decimal(consolidated.at("/totals/netPayable").asText())).isEqualByComparingTo(sum);
  }

  /** 9,000.00 a quarter by areas, the hospital having grown: largest remainders in fen. */
  @Test
  void thePlatformIsSharedByAreaWhenTheSchoolHasJoined() throws IOException {
    JsonNode platform = settle("2025-Q3").at("/allocations/0/members");
    Map<String, String> areas =
        Map.of(
            "government-centre", "26400",
            "finance-bureau", "7200",
            "tcm-hospital", "34200",
            "primary-school", "9800",
            "archive", "4100");
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<String, String> area : areas.entrySet()) {
      BigDecimal share = decimal(platform.path(area.getKey()).asText());
      BigDecimal quota = part(decimal("9000.00"), area.getValue(), "81700");
      assertThat(share.subtract(quota).abs()).as(area.getKey()).isLessThan(decimal("0.01"));
      sum = sum.add(share);
    }
    assertThat(sum).isEqualByComparingTo("9000.00");
  }

  /** Before July the school, and after September the archive, bears nothing. */
  @Test
  void whoHasNotJoinedOrHasLeftPaysNothing() throws IOException {
    assertThat(settle("2025-Q2").at("/allocations/0/members").has("primary-school")).isFalse();
    assertThat(settle("2025-Q4").at("/allocations/0/members").has("archive")).isFalse();
    assertThat(temp.resolve("2025-Q2/members/primary-school")).doesNotExist();
    assertThat(temp.resolve("2025-Q4/members/archive")).doesNotExist();
  }

  /** The centre's third quarter: 70 % of what it saved at 0.7320, and its part of the platform. */
  @Test
  void aMemberSharesItsOwnSavings() throws IOException {
    settle("2025-Q3");
    List<BigDecimal> used =
        column("county-package/members/government-centre/meters/main.csv", "value_kwh", 7, 9);
    BigDecimal saved =
        decimal("346000").subtract(used.get(0)).subtract(used.get(1)).subtract(used.get(2));
    BigDecimal value = fen(saved.multiply(decimal("0.7320")));
    BigDecimal share = fen(value.multiply(decimal("0.70")));
    SettledFolder centre = member("2025-Q3", "government-centre");
    assertThat(centre.amount("verified")).isEqualByComparingTo(value);
    assertThat(centre.amount("sharing.provider")).isEqualByComparingTo(share);
    assertThat(centre.total("netPayable"))
        .isEqualByComparingTo(share.add(centre.amount("package.platform")));
  }

  /** The archive saved 3 % of its own and was to save 8 %; together the five reach it. */
  @Test
  void theGuaranteeIsTestedForAllTogether() throws IOException {
    JsonNode year = settle("Y1");
    assertThat(year.path("pooling").asText()).isEqualTo("POOLED_GUARANTEE");
    SettledFolder joint = SettledFolder.read(temp.resolve("Y1/joint/statement.json"));
    assertThat(joint.has("guarantee.compensation")).isFalse();
    SettledFolder archive = member("Y1", "archive");
    assertThat(archive.has("package.guarantee.compensation")).isFalse();
    assertThat(archive.statement().toString()).contains("GUARANTEE_VERIFIED");
  }
}
