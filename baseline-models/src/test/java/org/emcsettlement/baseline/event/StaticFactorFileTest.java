package org.emcsettlement.baseline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.junit.jupiter.api.Test;

class StaticFactorFileTest {

  private static final String RECORDS =
      """
      {"from": "2025-03-01", "floorAreaSquareMetres": "13000",
       "headcount": {"min": 300, "max": 360}, "operatingHoursPerDay": "10.0",
       "equipment": [{"id": "chiller", "name": "chiller", "count": 2, "ratedKilowatts": "180"},
                     {"id": "chargers", "name": "chargers", "count": 10, "ratedKilowatts": "7"}],
       "setPoints": {"heatingCelsius": "20", "coolingCelsius": "26"}},
      {"from": "2024-01-01", "floorAreaSquareMetres": "12000",
       "headcount": {"min": 300, "max": 360}, "operatingHoursPerDay": "10",
       "equipment": [{"id": "chiller", "name": "chiller", "count": 2, "ratedKilowatts": "180.0"}],
       "setPoints": {"heatingCelsius": "20", "coolingCelsius": "25"}}
      """;

  private static final Period BASELINE = Period.parse("2024-01-01/2025-01-01");

  private static StaticFactorFile read(String records, FindingCollector findings) {
    String json = "{\"schemaVersion\": 1, \"records\": [" + records + "]}";
    return StaticFactorFile.read(TextSource.of(StaticFactorFile.NAME, json), findings)
        .orElse(StaticFactorFile.none());
  }

  private static StaticFactorFile read(String records) {
    FindingCollector findings = new FindingCollector();
    StaticFactorFile file = read(records, findings);
    assertThat(findings.findings()).isEmpty();
    return file;
  }

  @Test
  void recordsComeInOrderOfTheirDates() {
    StaticFactorFile file = read(RECORDS);
    assertThat(file.records())
        .extracting(StaticFactors::from)
        .containsExactly(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 3, 1));
    assertThat(file.inForce(LocalDate.of(2023, 12, 31))).isEmpty();
    assertThat(file.inForce(LocalDate.of(2025, 2, 28)).orElseThrow().from()).hasYear(2024);
    assertThat(file.inForce(LocalDate.of(2025, 3, 1)).orElseThrow().from()).hasYear(2025);
  }

  @Test
  void whatDiffersFromTheBaselineIsNamedSinceItDiffers() {
    StaticFactorFile file = read(RECORDS);
    assertThat(file.changes(BASELINE, Period.parse("2025-01-01/2025-03-01"))).isEmpty();
    LocalDate march = LocalDate.of(2025, 3, 1);
    Period spring = Period.parse("2025-04-01/2025-07-01");
    assertThat(file.changes(BASELINE, spring))
        .containsExactly(
            new StaticFactorFile.Change("equipment/chargers", march, spring, "–", "10 × 7 kW"),
            new StaticFactorFile.Change(
                "floorAreaSquareMetres", march, spring, "12000 m²", "13000 m²"),
            new StaticFactorFile.Change(
                "setPoints/coolingCelsius", march, spring, "25 °C", "26 °C"));
  }

  @Test
  void whatReturnedBeforeThePeriodIsNoChangeAnyMore() {
    String back =
        RECORDS
            + """
            , {"from": "2025-06-01", "floorAreaSquareMetres": "12000",
               "headcount": {"min": 300, "max": 360}, "operatingHoursPerDay": "10",
               "equipment": [
                 {"id": "chiller", "name": "chiller", "count": 2, "ratedKilowatts": "180"}],
               "setPoints": {"heatingCelsius": "20", "coolingCelsius": "26"}}
            """;
    Period july = Period.parse("2025-07-01/2025-08-01");
    assertThat(read(back).changes(BASELINE, july))
        .containsExactly(
            new StaticFactorFile.Change(
                "setPoints/coolingCelsius", LocalDate.of(2025, 3, 1), july, "25 °C", "26 °C"));
    assertThat(read(back).changes(BASELINE, Period.parse("2025-02-01/2025-08-01")))
        .extracting(change -> change.factor() + " " + change.days())
        .containsExactly(
            "equipment/chargers 2025-03-01/2025-06-01",
            "floorAreaSquareMetres 2025-03-01/2025-06-01",
            "setPoints/coolingCelsius 2025-03-01/2025-08-01");
  }

  @Test
  void everyFaultIsAFindingWithItsPointer() {
    FindingCollector findings = new FindingCollector();
    read(
        """
        {"from": "2024-01-01", "floorArea": "1"},
        {"from": "2024-01-01", "headcount": {"min": 5, "max": 3},
         "equipment": [{"id": "a", "name": "a", "count": -1, "ratedKilowatts": "x"}]}
        """,
        findings);
    assertThat(findings.findings().list())
        .extracting(finding -> finding.code() + " " + pointer(finding))
        .containsExactlyInAnyOrder(
            "json.unknown-key /records/0/floorArea",
            "json.invalid-value /records/1/from",
            "json.invalid-value /records/1/headcount/min",
            "json.invalid-value /records/1/equipment/0/count",
            "json.wrong-kind /records/1/equipment/0/ratedKilowatts");
  }

  private static String pointer(Finding finding) {
    return finding.place().pointer().orElse("");
  }

  @Test
  void orderAndSpacesDoNotChangeTheIdentity() {
    String[] two = RECORDS.split("},\\s*\\{\"from\"", 2);
    String swapped = "{\"from\"" + two[1].strip() + ", " + two[0] + "}";
    assertThat(read(swapped).digest()).isEqualTo(read(RECORDS).digest());
  }
}
