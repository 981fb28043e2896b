package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.emcsettlement.core.SharedData;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What befalls a water meter is no saving, and water that leaks away is none either. */
class WaterFaultsTest {

  private static final Period QUARTER = Period.parse("2025-04-01/2025-07-01");
  private static final LocalDate FIRST = LocalDate.of(2025, 5, 6);
  private static final LocalDate AFTER = LocalDate.of(2025, 5, 18);

  @TempDir Path temp;
  private SavedBuilding school = school();

  private static SavedBuilding school() {
    return new SavedBuilding(
        false,
        "m3",
        at -> (at.working() ? 20 + 0.12 * at.headcount() : 12) + 0.9 * at.above(20),
        0.05);
  }

  @BeforeEach
  void aSchool() {
    school = school();
  }

  private SharedSavingsFolder folder(String name) throws IOException {
    SharedSavingsFolder folder =
        SharedSavingsFolder.write(
            temp.resolve(name).resolve("folder"),
            "water",
            "institution-water",
            "\"HEADCOUNT\"",
            school);
    folder.fitAndAgree();
    return folder;
  }

  @Test
  void aMeterThatStandsStillSavesNothing() throws IOException {
    SharedSavingsFolder folder = folder("dead");
    BigDecimal before = school.saved(Period.of(QUARTER.start(), FIRST));
    BigDecimal after = school.saved(Period.of(AFTER, QUARTER.end()));

    school.reads(FIRST, AFTER, BigDecimal.ZERO);
    folder.measure(school);
    SharedSavingsFolder.Issued issued = folder.settle("2025-Q2");

    // twelve days of nothing would be some 500 m³ of savings
    assertThat(issued.quantity("use.avoided/water").toDouble())
        .isCloseTo(before.add(after).doubleValue(), within(40.0));
    assertThat(issued.quantity("use.actual/water")).isEqualTo(Rational.of(school.metered(QUARTER)));
    assertThat(issued.quantity("use.left-out/water").signum()).isNegative();
    assertThat(issued.findings("savings.meter-fault-days"))
        .contains("\"count\":\"12\"")
        .contains("\"first\":\"2025-05-06\"")
        .contains("\"last\":\"2025-05-17\"");
    assertThat(issued.findings("water.dead-meter")).contains("2025-05-06");
    Run verified = folder.verify(issued);
    assertThat(verified.out()).startsWith("VERIFIED ");
  }

  @Test
  void aResetIsNoUse() throws IOException {
    SharedSavingsFolder folder = folder("reset");
    school.reads(FIRST, FIRST.plusDays(1), new BigDecimal("-3741"));
    folder.measure(school);
    SharedSavingsFolder.Issued issued = folder.settle("2025-Q2");

    assertThat(issued.quantity("use.actual/water"))
        .isEqualTo(Rational.of(school.metered(QUARTER).add(new BigDecimal("3741"))));
    assertThat(issued.findings("savings.meter-fault-days")).contains("\"count\":\"1\"");
  }

  /** The baseline stays as it was, so savings fall by what leaked, to the last digit. */
  @Test
  void aLeakOfTheReportingPeriodLowersSavingsByWhatIsLost() throws IOException {
    SharedSavingsFolder folder = folder("leak");
    Rational tight = folder.settle("2025-Q2").quantity("use.avoided/water");
    school.leaks(FIRST, FIRST.plusDays(28), new BigDecimal("90.5"));
    folder.measure(school);
    SharedSavingsFolder.Issued issued = folder.settle("2025-Q2");

    assertThat(tight.minus(issued.quantity("use.avoided/water")))
        .isEqualTo(Rational.of(new BigDecimal("90.5").multiply(BigDecimal.valueOf(28))));
    assertThat(issued.findings("water.leak")).contains("2025-05-06").contains("2025-06-03");
    assertThat(issued.findings("savings.meter-fault-days")).isEmpty();
  }

  /** A leak in the baseline year would be sold as a saving when it ends. */
  @Test
  void aLeakOfTheBaselineYearIsNotSold() throws IOException {
    Rational tight = folder("tight").settle("2025-Q2").quantity("use.avoided/water");
    school = school();
    school.leaks(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 6, 20), new BigDecimal("110"));
    Rational leaked = folder("leaked").settle("2025-Q2").quantity("use.avoided/water");

    // 80 days of 110 m³ are 8800 m³
    assertThat(leaked.minus(tight).toDouble()).isCloseTo(0, within(250.0));
  }

  /**
   * School s0170 in Attica had its meter exchanged in 2022, with one reading far below zero. As use
   * it would save three times the whole baseline; nobody saves more than all.
   */
  @Test
  void anExchangedMeterOfARealSchoolSavesNoMoreThanAll() throws IOException {
    Path school = SharedData.folder("athens-school-water/s0170");
    Path copy = Files.createDirectories(temp.resolve("schools/s0170"));
    for (String file : new String[] {"meter.csv.gz", "meta.json"}) {
      Files.copy(school.resolve(file), copy.resolve(file));
    }
    Path table = temp.resolve("schools.csv");
    Run run =
        Run.emc(
            "evaluate",
            Objects.requireNonNull(copy.getParent()),
            "--timezone",
            "Europe/Athens",
            "--baseline",
            "2019-01-01/2020-01-01",
            "--reporting",
            "2022-01-01/2023-01-01",
            "--method",
            "institution-water",
            "--out",
            table);
    assertThat(run.code()).as(run.all()).isZero();
    List<String> rows = Files.readAllLines(table);
    int column = List.of(rows.get(0).split(",", -1)).indexOf("savings_fraction");
    assertThat(Double.parseDouble(rows.get(1).split(",", -1)[column])).isLessThan(1);
    assertThat(rows.get(1)).contains("water.reset");
  }
}
