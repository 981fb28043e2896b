package org.emcsettlement.settlement.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.EvidenceFolder;
import org.emcsettlement.settlement.WorkedCase;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.report.indicator.IndicatorFile;
import org.emcsettlement.settlement.report.indicator.IndicatorPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indicators of a published case and of premises with PV, charging and a data centre. */
class IndicatorReportTest {

  @TempDir Path temp;

  private static Checked<IndicatorReport> report(Path folder, int year) throws IOException {
    return report(folder, Files.readString(folder.resolve("indicators.json")), year);
  }

  private static Checked<IndicatorReport> report(Path folder, String json, int year) {
    EvidenceFolder read = EvidenceFolder.read(folder, StandardClauses.format()).orThrow();
    FindingCollector findings = new FindingCollector();
    Optional<IndicatorTerms> terms =
        IndicatorTerms.read(TextSource.of("indicators.json", json), findings);
    assertThat(findings.findings()).isEmpty();
    return IndicatorCalculation.of(read.contract(), read.evidence(), terms.orElseThrow(), year);
  }

  private static Path court() {
    try {
      URL url = Objects.requireNonNull(IndicatorReportTest.class.getResource("court"));
      return Path.of(url.toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String rounded(IndicatorReport report, Indicator indicator) {
    return report.value(indicator).orElseThrow().round(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static QuotaLevel.Verdict verdict(IndicatorReport report, Indicator indicator) {
    return report.quotas().stream()
        .filter(row -> row.quota().indicator() == indicator)
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  /**
   * The court in Shandong (china-emc, P1): 12.27 kgce/m² without heating in 2025 is published. Its
   * 1293.60 kgce per person is not reproduced: electricity and heat, all that is published of its
   * energy, make 433,179.87 kgce, and 1293.60 · 351 is 20,873.73 more.
   */
  @Test
  void courtOfAPublishedAudit() throws IOException {
    IndicatorReport report = report(court(), 2025).orThrow();
    assertThat(rounded(report, Indicator.NON_HEATING_PER_AREA)).isEqualTo("12.27");
    assertThat(report.value(Indicator.ENERGY_TOTAL)).contains(Rational.parse("433179.87"));
    assertThat(report.value(Indicator.ENERGY_PER_PERSON))
        .contains(Rational.parse("43317987/35100"));
    assertThat(
            Rational.parse("1293.6")
                .times(Rational.of(351))
                .minus(report.value(Indicator.ENERGY_TOTAL).orElseThrow()))
        .isEqualTo(Rational.parse("20873.73"));
    // (78,210 · 0.31 + 3,246 · 34.12) / 24,300 and (1,040,085 - 78,210) / 24,300
    assertThat(rounded(report, Indicator.HEATING_PER_AREA)).isEqualTo("5.56");
    assertThat(rounded(report, Indicator.ELECTRICITY_PER_AREA)).isEqualTo("39.58");
    // 1,040,085 · 0.5306 + 3,246 · 110
    assertThat(report.value(Indicator.CARBON_TOTAL)).contains(Rational.parse("908929.101"));
    assertThat(verdict(report, Indicator.NON_HEATING_PER_AREA)).isEqualTo(QuotaLevel.Verdict.GOOD);
    assertThat(verdict(report, Indicator.ENERGY_PER_PERSON))
        .isEqualTo(QuotaLevel.Verdict.ACCEPTABLE);
    assertThat(verdict(report, Indicator.HEATING_PER_AREA)).isEqualTo(QuotaLevel.Verdict.ADVANCED);
    assertThat(report.value(Indicator.WATER_TOTAL)).isEmpty();
    assertThat(report.findings().stream().map(Finding::code))
        .contains("indicator.quantity-missing", "indicator.not-read-in-source");
  }

  /** Without electricity there is no total of energy; water stands alone: 9,164 / 351 = 26.11. */
  @Test
  void nothingIsMadeOfAnIncompleteYear() throws IOException {
    IndicatorReport report = report(court(), 2024).orThrow();
    assertThat(report.value(Indicator.ENERGY_TOTAL)).isEmpty();
    assertThat(report.value(Indicator.CARBON_TOTAL)).isEmpty();
    assertThat(rounded(report, Indicator.WATER_PER_PERSON)).isEqualTo("26.11");
    assertThat(verdict(report, Indicator.WATER_PER_PERSON)).isEqualTo(QuotaLevel.Verdict.EXCEEDED);
  }

  @Test
  void quotasOfAnotherBasisAreNotCompared() throws IOException {
    String json =
        Files.readString(court().resolve("indicators.json"))
            .replace("shandong-db37-equivalent", "gb-t-2589-2020-calorific");
    IndicatorReport report = report(court(), json, 2025).orThrow();
    assertThat(verdict(report, Indicator.NON_HEATING_PER_AREA))
        .isEqualTo(QuotaLevel.Verdict.NOT_COMPARABLE);
    assertThat(verdict(report, Indicator.ELECTRICITY_PER_AREA))
        .isEqualTo(QuotaLevel.Verdict.GOOD);
    assertThat(report.findings().stream().map(Finding::code)).contains("indicator.quota-basis");
  }

  @Test
  void unverifiedFactorsSaySo() throws IOException {
    String json =
        Files.readString(court().resolve("indicators.json"))
            .replace("co2-2023-national", "co2-2021-national");
    IndicatorReport report = report(court(), json, 2025).orThrow();
    assertThat(report.findings().stream().map(Finding::code)).contains("factor.unverified");
    assertThat(IndicatorPage.html(report)).contains("未核对");
  }

  /**
   * By algebra: use 850,000 kWh of which 150,000 from PV; area 20,000 - 500, persons 510 - 10; CO2
   * of 700,000 kWh bought, 100,000 of them green; data centre 120,000 by 80,000.
   */
  @Test
  void premisesWithPhotovoltaicsChargingAndDataCentre() throws IOException {
    Path folder = WorkedCase.named("pv-ev-data-centre").assemble(temp, "");
    IndicatorReport report = report(folder, 2025).orThrow();
    assertThat(report.value(Indicator.ENERGY_TOTAL)).contains(Rational.of(263500));
    assertThat(report.value(Indicator.ENERGY_PER_AREA)).contains(Rational.parse("527/39"));
    assertThat(report.value(Indicator.ENERGY_PER_PERSON)).contains(Rational.of(527));
    assertThat(report.value(Indicator.ELECTRICITY_PER_AREA)).contains(Rational.parse("1700/39"));
    assertThat(report.value(Indicator.CARBON_TOTAL)).contains(Rational.of(371420));
    assertThat(report.value(Indicator.CARBON_LESS_GREEN_POWER)).contains(Rational.of(318360));
    assertThat(report.value(Indicator.DATA_CENTRE_EUE)).contains(Rational.parse("1.5"));
    assertThat(verdict(report, Indicator.DATA_CENTRE_EUE)).isEqualTo(QuotaLevel.Verdict.GOOD);
    assertThat(report.carvedOut()).hasSize(2).noneMatch(IndicatorReport.CarvedOut::inside);
    // 300,000 · (1 - 0.2 · 5/10) = 270,000
    assertThat(report.targets()).hasSize(1);
    assertThat(report.targets().get(0).margin()).isEqualTo(Rational.of(6500));
  }

  /** Whether PV counts as a saving or a supply is between the parties, not an indicator. */
  @Test
  void indicatorsDoNotDependOnHowGenerationCounts() throws IOException {
    WorkedCase published = WorkedCase.named("pv-ev-data-centre");
    IndicatorReport supply = report(published.assemble(temp, ""), 2025).orThrow();
    IndicatorReport saving = report(published.assemble(temp, "saving"), 2025).orThrow();
    assertThat(saving.values()).isEqualTo(supply.values());
  }

  /** The servers, already outside the boundary, cannot be taken off again. */
  @Test
  void nothingIsCarvedOutTwice() throws IOException {
    Path folder = WorkedCase.named("pv-ev-data-centre").assemble(temp, "");
    String json =
        Files.readString(folder.resolve("indicators.json"))
            .replace(
                "\"generation\"",
                "\"carvedOut\": [{\"id\": \"s\", \"name\": \"机房\", \"use\": \"DATA_CENTRE\","
                    + " \"meters\": [{\"meter\": \"servers\"}]}], \"generation\"");
    Checked<IndicatorReport> report = report(folder, json, 2025);
    assertThat(report.value()).isEmpty();
    assertThat(report.findings().stream().map(Finding::code))
        .containsExactly("contract.part-not-inside", "contract.part-not-inside");
  }

  @Test
  void sameReportSameBytes() throws IOException {
    IndicatorReport report = report(court(), 2025).orThrow();
    String again =
        new String(
            IndicatorFile.canonical(report(court(), 2025).orThrow()), StandardCharsets.UTF_8);
    assertThat(new String(IndicatorFile.canonical(report), StandardCharsets.UTF_8))
        .isEqualTo(again);
    assertThat(IndicatorPage.html(report)).contains("12.27").contains("非供暖能耗");
  }
}
