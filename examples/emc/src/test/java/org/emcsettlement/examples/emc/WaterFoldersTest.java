package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emcsettlement.examples.emc.SettledFolder.column;
import static org.emcsettlement.examples.emc.SettledFolder.decimal;
import static org.emcsettlement.examples.emc.SettledFolder.fen;
import static org.emcsettlement.examples.emc.SettledFolder.part;
import static org.emcsettlement.examples.emc.SettledFolder.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders with shared or guaranteed water savings, recomputed from their contracts. */
class WaterFoldersTest {

  private static final String CAMPUS = "school-water-shared/meters/campus.csv";
  private static final String VALUE = "value_m3";

  @TempDir Path temp;

  /** Supply, tax and sewage, and what lies over 5,400 m³ a month in three bands. */
  private static BigDecimal schoolBill(BigDecimal use) {
    BigDecimal supply = decimal("2.85");
    BigDecimal over = use.subtract(decimal("5400")).max(BigDecimal.ZERO);
    BigDecimal first = over.min(decimal("1080"));
    BigDecimal second = over.subtract(first).min(decimal("1080"));
    BigDecimal third = over.subtract(first).subtract(second);
    return fen(use.multiply(supply))
        .add(fen(use.multiply(decimal("0.40"))))
        .add(fen(use.multiply(decimal("0.9")).multiply(decimal("1.40"))))
        .add(fen(first.multiply(supply).multiply(decimal("0.5"))))
        .add(fen(second.multiply(supply)))
        .add(fen(third.multiply(supply).multiply(decimal("2"))));
  }

  private static BigDecimal saved(String baseline, int month) {
    return schoolBill(decimal(baseline))
        .subtract(schoolBill(column(CAMPUS, VALUE, month, month).get(0)));
  }

  /** The 2,300 m³ that leaked from the school's own pipe are added to the baseline. */
  @Test
  void theSchoolBearsTheLeakOfItsOwnPipe() {
    SettledFolder june = SettledFolder.of("school-water-shared", "2025-06", temp);
    BigDecimal value = saved("10100", 6);
    assertThat(june.amount("verified")).isEqualByComparingTo(value);
    BigDecimal share = fen(value.multiply(decimal("0.75")));
    assertThat(june.amount("sharing.provider")).isEqualByComparingTo(share);
    assertThat(june.amount("sharing.institution")).isEqualByComparingTo(value.subtract(share));
    assertThat(june.total("netPayable")).isEqualByComparingTo(share);
  }

  /** August lost; September shares only what is left after the loss was made good. */
  @Test
  void theSchoolFillsTheLossOfAugustBeforeItSharesSeptember() {
    BigDecimal lost = saved("1500", 8);
    assertThat(lost).isLessThan(decimal("-200.00"));
    SettledFolder august = SettledFolder.of("school-water-shared", "2025-08", temp);
    assertThat(august.amount("verified")).isEqualByComparingTo(lost);
    assertThat(august.total("netPayable")).isEqualByComparingTo("0.00");
    BigDecimal left = saved("7900", 9).add(lost);
    assertThat(SettledFolder.of("school-water-shared", "2025-09", temp).amount("sharing.provider"))
        .isEqualByComparingTo(fen(left.multiply(decimal("0.75"))));
  }

  /** Persons by day, 13.5 m³ each guaranteed, half of the excess at the year's average price. */
  @Test
  void theHospitalPaysForHalfOfWhatExceedsTheGuarantee() {
    SettledFolder settled = SettledFolder.of("hospital-water-guaranteed", "Y1", temp);
    BigDecimal personDays =
        decimal("1986")
            .multiply(decimal("90"))
            .add(decimal("1958").multiply(decimal("91")))
            .add(decimal("2034").multiply(decimal("92")))
            .add(decimal("2050").multiply(decimal("92")));
    BigDecimal persons = part(personDays, "1", "365");
    BigDecimal adjusted =
        decimal("169400")
            .multiply(decimal("0.80").multiply(part(persons, "1", "1950")).add(decimal("0.20")));
    List<BigDecimal> main = column("hospital-water-guaranteed/meters/main.csv", VALUE, 1, 12);
    List<BigDecimal> laundry = column("hospital-water-guaranteed/meters/laundry.csv", VALUE, 1, 12);
    BigDecimal used = sum(main).subtract(sum(laundry));
    BigDecimal excess = adjusted.subtract(used).subtract(decimal("13.5").multiply(persons));
    assertThat(excess).isPositive();
    // 4.36 until August and 4.72 from September, weighted by what was used
    BigDecimal early = sum(main.subList(0, 8)).subtract(sum(laundry.subList(0, 8)));
    BigDecimal average =
        decimal("4.36")
            .multiply(early)
            .add(decimal("4.72").multiply(used.subtract(early)))
            .divide(used, 20, RoundingMode.HALF_UP);
    BigDecimal value = fen(excess.multiply(average));
    assertThat(settled.amount("guarantee.excess")).isEqualByComparingTo(value);
    BigDecimal share = fen(value.multiply(decimal("0.50")));
    assertThat(settled.amount("annual-true-up")).isEqualByComparingTo(share);
    // a tenth of every net amount is kept up to 18,600 in all
    BigDecimal quarter = fen(decimal("43867.92").multiply(decimal("0.10")));
    BigDecimal room = decimal("18600.00").subtract(quarter.multiply(decimal("4")));
    assertThat(settled.amount("retention")).isEqualByComparingTo(room.negate());
    assertThat(settled.total("netPayable")).isEqualByComparingTo(share.subtract(room));
  }

  /** 60 % of what was held is released in the quarter whose test was passed. */
  @Test
  void theHospitalReleasesRetentionWhenTheTestIsPassed() {
    BigDecimal quarter = fen(decimal("43867.92").multiply(decimal("0.10")));
    SettledFolder settled = SettledFolder.of("hospital-water-guaranteed", "2025-Q4", temp);
    assertThat(settled.total("net")).isEqualByComparingTo("43867.92");
    assertThat(settled.amount("retention.release-1"))
        .isEqualByComparingTo(fen(quarter.multiply(decimal("4")).multiply(decimal("0.6"))));
  }
}
