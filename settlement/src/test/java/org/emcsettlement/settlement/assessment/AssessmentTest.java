package org.emcsettlement.settlement.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.emcsettlement.baseline.model.YearPolicy;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.indicator.QuotaLevel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing is uncertain, every figure can be computed by hand. */
class AssessmentTest {

  @TempDir Path temp;
  private AssessedFolder folder;

  @BeforeEach
  void write() {
    folder = new AssessedFolder(temp);
  }

  private FormOutcome form(String json) {
    Assessment assessment = folder.with("/forms/0", json).assess();
    assertThat(assessment.forms()).as(assessment.findings().toString()).hasSize(1);
    return assessment.forms().get(0);
  }

  private static Distribution certain(String amount) {
    BigDecimal value = new BigDecimal(amount);
    return new Distribution(value, value, value, value, value, value);
  }

  /**
   * 96,000 a year without the measure, 86,400 with it. The provider gets 70 % of 9,600, tax of 6 %
   * in it, and pays 20,000 once and 1,000 a year.
   */
  @Test
  void sharedSavings() {
    FormOutcome form =
        form(
            """
            {"id": "sharing", "preset": "shared-savings/1",
             "parameters": {"ratios": [{"fromYear": 1, "ratio": "0.7"}]}}
            """);
    assertThat(form.institution().years())
        .containsExactly(
            certain("0.00"), certain("2880.00"), certain("2880.00"), certain("2880.00"));
    assertThat(form.serviceProvider().years())
        .containsExactly(
            certain("-20000.00"), certain("5339.62"), certain("5339.62"), certain("5339.62"));
    assertThat(form.paid()).containsOnly(certain("6720.00"));
    // 2880·(1.05² + 1.05 + 1)/1.05³ and 5339.62·(…) − 20,000
    assertThat(form.institution().presentValue()).isEqualTo(certain("7842.95"));
    assertThat(form.serviceProvider().presentValue()).isEqualTo(certain("-5458.89"));
    assertThat(form.serviceProvider().loss()).isEqualByComparingTo("1");
    assertThat(form.serviceProvider().neverPaidBack()).isEqualByComparingTo("1");
    assertThat(form.serviceProvider().payback()).isEmpty();
    assertThat(form.institution().loss()).isZero();
  }

  /** The fee is 0.96 of 96,000; the provider pays 86,400, with 13 % of input tax in it. */
  @Test
  void hostingAllIn() {
    folder.with("/inputTax", "[{\"commodity\": \"electricity\", \"rate\": \"0.13\"}]");
    FormOutcome form =
        form(
            """
            {"id": "hosting", "preset": "hosting-all-in/1",
             "parameters": {"basis": "FEE", "coefficient": "0.96"}}
            """);
    // output 92,160 − 86,943.40 = 5,216.60; input 86,400·0.13/1.13 = 9,939.82
    assertThat(form.paid()).containsOnly(certain("92160.00"));
    assertThat(form.institution().years().get(2)).isEqualTo(certain("3840.00"));
    assertThat(form.serviceProvider().years().get(2)).isEqualTo(certain("9483.22"));
  }

  /** A shortfall of 3,000 kWh at 0.80 comes off a fee of 6,000; damages carry no tax. */
  @Test
  void guaranteedSavings() {
    FormOutcome form =
        form(
            """
            {"id": "guarantee", "preset": "guaranteed-savings/1",
             "parameters": {"fee": "6000", "guaranteeUnit": "QUANTITY",
                            "guaranteeCommodity": "electricity", "guarantee": "15000",
                            "compensationPrice": "0.80"}}
            """);
    assertThat(form.paid()).containsOnly(certain("3600.00"));
    assertThat(form.institution().years().get(1)).isEqualTo(certain("6000.00"));
    assertThat(form.serviceProvider().years().get(1)).isEqualTo(certain("2260.38"));
  }

  @Test
  void aMeasureSavesAndCostsAsLongAsItLives() {
    folder.with("/measures/0/lifetimeYears", "2");
    FormOutcome form =
        form(
            "{\"id\": \"s\", \"preset\": \"shared-savings/1\","
                + " \"parameters\": {\"ratios\": [{\"fromYear\": 1, \"ratio\": \"0.7\"}]}}");
    assertThat(form.serviceProvider().years().get(2)).isEqualTo(certain("5339.62"));
    assertThat(form.serviceProvider().years().get(3)).isEqualTo(certain("0.00"));
    assertThat(form.institution().years().get(3)).isEqualTo(certain("0.00"));
  }

  /** The contract fixes 0.80 while the price in force rises by a tenth: the rest is the user's. */
  @Test
  void pricesRise() {
    folder.with(
        "/priceEscalation",
        "[{\"commodity\": \"electricity\", \"source\": \"x\","
            + " \"rate\": {\"low\": \"0.1\", \"likely\": \"0.1\", \"high\": \"0.1\"}}]");
    FormOutcome form =
        form(
            "{\"id\": \"s\", \"preset\": \"shared-savings/1\","
                + " \"parameters\": {\"ratios\": [{\"fromYear\": 1, \"ratio\": \"0.7\"}]}}");
    assertThat(form.paid()).containsOnly(certain("6720.00"));
    assertThat(form.institution().years().get(2)).isEqualTo(certain("3840.00"));
    // 0.968 in year 3: 116,160 − 104,544 − 6,720
    assertThat(form.institution().years().get(3)).isEqualTo(certain("4896.00"));
  }

  @Test
  void theInstitutionMayInvestItself() {
    FormOutcome form =
        form(
            "{\"id\": \"s\", \"preset\": \"shared-savings/1\", \"investor\": \"INSTITUTION\","
                + " \"parameters\": {\"ratios\": [{\"fromYear\": 1, \"ratio\": \"0.7\"}]}}");
    assertThat(form.institution().years().get(0)).isEqualTo(certain("-20000.00"));
    assertThat(form.institution().years().get(1)).isEqualTo(certain("1880.00"));
    assertThat(form.serviceProvider().years().get(0)).isEqualTo(certain("0.00"));
    assertThat(form.serviceProvider().years().get(1)).isEqualTo(certain("6339.62"));
  }

  /** Two measures of a tenth leave 0.81 of the use. */
  @Test
  void measuresTakeTheirPartOfWhatOthersLeave() {
    String second =
        """
        {"id": "cooling", "name": "Cooling", "commodity": "electricity",
         "saving": {"low": "0.1", "likely": "0.1", "high": "0.1"}, "investment": "0",
         "operatingCost": "0", "lifetimeYears": 9, "source": "chosen here"}
        """;
    String first =
        """
        {"id": "lighting", "name": "Lighting", "commodity": "electricity",
         "saving": {"low": "0.1", "likely": "0.1", "high": "0.1"}, "investment": "20000",
         "operatingCost": "1000", "lifetimeYears": 10, "source": "chosen here"}
        """;
    Assessment assessment = folder.with("/measures", "[" + first + "," + second + "]").assess();
    Outlook.OfCommodity outlook = assessment.outlook().orElseThrow().commodities().get(0);
    assertThat(outlook.likely()).isEqualByComparingTo("0.19");
    assertThat(outlook.saved().p50()).isEqualTo("22800.0");
    assertThat(assessment.outlook().orElseThrow().money()).isEqualTo(certain("18240.00"));
    Assessment turned = folder.with("/measures", "[" + second + "," + first + "]").assess();
    assertThat(turned.forms()).isEqualTo(assessment.forms());
    assertThat(turned.outlook()).isEqualTo(assessment.outlook());
  }

  @Test
  void theFeeBaseIsBaselineTimesPrice() {
    Assessment assessment = folder.with("/baselines/0/annual", "\"118000\"").assess();
    assertThat(assessment.feeBase().orElseThrow().amount()).isEqualTo("94400.00");
    assertThat(assessment.feeBaseByYears().orElseThrow().amount()).isEqualTo("96000.00");
    assertThat(assessment.commodities().get(0).decision().orElseThrow().rule())
        .isEqualTo(YearPolicy.Rule.MEAN);
  }

  /** Use of 120,000 without and 108,000 with the measure, against an agreed baseline of 118,000. */
  @Test
  void aStatementShowsTheSavingAgainstTheAgreedBaseline() {
    Outlook.OfCommodity outlook =
        folder
            .with("/baselines/0/annual", "\"118000\"")
            .assess()
            .outlook()
            .orElseThrow()
            .commodities()
            .get(0);
    assertThat(outlook.saved()).isEqualTo(certain("12000.0"));
    assertThat(outlook.measured()).contains(certain("10000.0"));
    assertThat(outlook.fraction()).isEqualTo(certain("0.1000"));
  }

  /** 5 years need 10 %, which is just reached; 6 years need 12 %. */
  @Test
  void theTermFollowsFromTheReduction() {
    Assessment assessment = folder.assess();
    assertThat(assessment.termLimits())
        .hasSize(2)
        .allSatisfy(
            limit -> {
              assertThat(limit.longest()).isEqualTo(5);
              assertThat(limit.cautious()).isEqualTo(5);
              assertThat(limit.terms().get(0).reached()).isEqualByComparingTo("1");
              assertThat(limit.terms().get(1).reached()).isZero();
            });
  }

  /** Heat billed by area counts neither as use nor as saving. */
  @Test
  void heatBilledByAreaIsLeftOutOfTheReduction() {
    folder
        .with("/commodities", "[{\"id\": \"electricity\"}, {\"id\": \"heat\"}]")
        .with(
            "/meters",
            "[{\"id\": \"main\", \"commodity\": \"electricity\"},"
                + " {\"id\": \"heat\", \"commodity\": \"heat\"}]")
        .with(
            "/baselines",
            "[{\"id\": \"electricity\", \"commodity\": \"electricity\", \"source\": \"TABLE\","
                + " \"period\": \"2022-01-01/2025-01-01\", \"annual\": \"120000\"},"
                + " {\"id\": \"heat\", \"commodity\": \"heat\", \"source\": \"TABLE\","
                + " \"period\": \"2022-01-01/2025-01-01\", \"annual\": \"1200\"}]")
        .with(
            "/prices",
            "[{\"commodity\": \"electricity\", \"basis\": \"FIXED\", \"reference\": \"0.80\"},"
                + " {\"commodity\": \"heat\", \"basis\": \"FIXED\", \"reference\": \"90\"}]")
        .file(
            "meters/heat.csv",
            """
            start,end,value_gj
            2022-01-01,2023-01-01,1200
            2023-01-01,2024-01-01,1200
            2024-01-01,2025-01-01,1200
            """);
    assertThat(reduction(folder.with("/heatBilledByArea", "true").assess())).isEqualTo("0.1000");
    // 12,000·0.1229 of 120,000·0.1229 + 1,200·34.12 [kgce]
    assertThat(reduction(folder.with("/heatBilledByArea", "false").assess())).isEqualTo("0.0265");
  }

  private static BigDecimal reduction(Assessment assessment) {
    return assessment.outlook().orElseThrow().energyReduction().orElseThrow().distribution().p50();
  }

  /** 120,000 kWh on 2,000 m² are 60 kWh/m²: 10 above a reference value of 50. */
  @Test
  void withoutMeasuresThereIsAPotential() {
    folder
        .without("measures")
        .without("forms")
        .file(
            "indicators.json",
            "{\"schemaVersion\": 1, \"standardCoal\": \"shandong-db37-equivalent\","
                + " \"carbonDioxide\": \"co2-2023-national\","
                + " \"quotas\": [\"shandong-agency-city-a\"]}");
    Assessment assessment = folder.assess();
    assertThat(assessment.outlook()).isEmpty();
    assertThat(assessment.forms()).isEmpty();
    assertThat(assessment.termLimits()).isEmpty();
    assertThat(assessment.feeBase()).isPresent();
    List<Assessment.Gap> gaps =
        assessment.gaps().stream()
            .filter(
                gap -> gap.comparison().quota().indicator().name().equals("ELECTRICITY_PER_AREA"))
            .toList();
    // Shandong agencies, city A: 72.6, 49.9, 22.7 kWh/m²
    assertThat(gaps)
        .extracting(Assessment.Gap::level)
        .containsExactlyInAnyOrder(QuotaLevel.GUIDE, QuotaLevel.REFERENCE);
    assertThat(gaps)
        .filteredOn(gap -> gap.level() == QuotaLevel.REFERENCE)
        .singleElement()
        .satisfies(gap -> assertThat(gap.gap().toString()).isEqualTo("10.1"));
    assertThat(assessment.isPriority()).isTrue();
    assertThat(assessment.findings().stream().map(Finding::code))
        .contains("assessment.no-measures");
  }

  @Test
  void formsWithoutTermsGetThoseOfTheLibrary() {
    Assessment assessment = folder.without("forms").assess();
    assertThat(assessment.forms())
        .extracting(form -> form.form().preset())
        .containsExactly(
            "hosting-all-in/1",
            "hosting-net/1",
            "shared-savings/1",
            "shared-with-guarantee/1",
            "guaranteed-savings/1");
    // in hosting the parties settle the same money whoever pays the bills
    assertThat(assessment.forms().get(0).institution().years())
        .isEqualTo(assessment.forms().get(1).institution().years());
    // 70 % of 9,600; 80 % of a tenth guaranteed and reached
    assertThat(assessment.forms().get(4).paid()).containsOnly(certain("6720.00"));
    assertThat(assessment.findings().stream().map(Finding::code))
        .contains("assessment.form-by-default", "assessment.no-input-tax");
  }
}
