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
    assertThat(verdict(report, Indicator.ELECTRICITY_PER_AREA)).isEqualTo(QuotaLevel.Verdict.GOOD);
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

  private void write(String name, String text) throws IOException {
    Path file = temp.resolve("kitchen").resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private void bill(String meter, String column, String quantity) throws IOException {
    write(
        "meters/" + meter + ".csv",
        "start,end," + column + "\n2025-01-01,2026-01-01," + quantity + "\n");
  }

  /**
   * A kitchen inside the boundary leaves with 4,000 m³ of 10,000 m³ gas, 1,000 m³ of 6,000 m³
   * water, 200 m² of 2,200 m² and 4 of 104 persons. Of the remaining 6,000 m³ of gas a boiler takes
   * 5,000; 700 kg of petrol drive the institution's cars; reclaimed water is shown and nowhere
   * counted.
   */
  @Test
  void kitchenVehiclesAndReclaimedWater() throws IOException {
    write(
        "contract.json",
        """
        {"schemaVersion": 1, "id": "kitchen", "name": "k",
         "parties": {"institution": {"name": "a"}, "serviceProvider": {"name": "b"}},
         "term": {"start": "2025-01-01", "end": "2027-01-01"},
         "boundary": {"name": "x", "floorArea": "2200"},
         "commodities": [{"id": "electricity"}, {"id": "natural-gas"}, {"id": "water"},
                         {"id": "reclaimed-water"}],
         "meters": [
           {"id": "main", "commodity": "electricity"},
           {"id": "gas", "commodity": "natural-gas"},
           {"id": "boiler", "commodity": "natural-gas", "informative": true},
           {"id": "stove", "commodity": "natural-gas", "informative": true, "upstream": "gas"},
           {"id": "water", "commodity": "water"},
           {"id": "sink", "commodity": "water", "informative": true, "upstream": "water"},
           {"id": "reclaimed", "commodity": "reclaimed-water"}],
         "baselines": [
           {"id": "e", "commodity": "electricity", "source": "TABLE",
            "period": "2024-01-01/2025-01-01", "annual": "1"},
           {"id": "g", "commodity": "natural-gas", "source": "TABLE",
            "period": "2024-01-01/2025-01-01", "annual": "1"},
           {"id": "w", "commodity": "water", "source": "TABLE",
            "period": "2024-01-01/2025-01-01", "annual": "1"},
           {"id": "r", "commodity": "reclaimed-water", "source": "TABLE",
            "period": "2024-01-01/2025-01-01", "annual": "1"}],
         "schedule": {"frequency": "ANNUAL"}, "tax": {"mode": "INCLUSIVE", "rate": "0.06"}}
        """);
    bill("main", "value_kwh", "100000");
    bill("gas", "value_m3", "10000");
    bill("boiler", "value_m3", "5000");
    bill("stove", "value_m3", "4000");
    bill("water", "value_m3", "6000");
    bill("sink", "value_m3", "1000");
    bill("reclaimed", "value_m3", "900");
    // 100 persons for 73 of 365 days and 105 for 292 are 104 on average
    write(
        "occupancy.csv",
        "start,end,headcount\n2025-01-01,2025-03-15,100\n2025-03-15,2026-01-01,105\n");
    String json =
        """
        {"schemaVersion": 1, "standardCoal": "shandong-db37-equivalent",
         "carbonDioxide": "co2-2023-national", "heating": ["boiler"],
         "carvedOut": [{"id": "kitchen", "name": "食堂", "use": "KITCHEN", "floorArea": "200",
                        "persons": "4", "meters": [{"meter": "stove"}, {"meter": "sink"}]}],
         "quantities": [
           {"year": 2025, "commodity": "petrol", "quantity": "700", "source": "s"},
           {"year": 2025, "commodity": "petrol", "use": "TRANSPORT", "quantity": "700",
            "source": "s"}]}
        """;
    IndicatorReport report = report(temp.resolve("kitchen"), json, 2025).orThrow();
    // 100,000 · 0.31 + 6,000 · 1.2143 + 700 · 1.4714 = 31,000 + 7,285.8 + 1,029.98
    assertThat(report.value(Indicator.ENERGY_TOTAL)).contains(Rational.parse("39315.78"));
    // heating 5,000 · 1.2143 = 6,071.5; (39,315.78 - 6,071.5 - 1,029.98) / 2,000
    assertThat(report.value(Indicator.NON_HEATING_PER_AREA)).contains(Rational.parse("16.10715"));
    assertThat(report.value(Indicator.HEATING_PER_AREA)).contains(Rational.parse("3.03575"));
    assertThat(report.value(Indicator.ENERGY_PER_PERSON)).contains(Rational.parse("393.1578"));
    assertThat(report.value(Indicator.WATER_TOTAL)).contains(Rational.of(5000));
    assertThat(report.value(Indicator.WATER_PER_PERSON)).contains(Rational.of(50));
    // 100,000 · 0.5306 + 6,000 · 2.1622 + 700 · 2.9251
    assertThat(report.value(Indicator.CARBON_TOTAL)).contains(Rational.parse("68080.77"));
    assertThat(report.used()).hasSize(5);
  }
}
