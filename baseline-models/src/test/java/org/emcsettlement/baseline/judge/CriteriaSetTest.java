package org.emcsettlement.baseline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.emcsettlement.baseline.judge.CriteriaSet.Criterion;
import org.emcsettlement.baseline.judge.CriteriaSet.Relation;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.core.series.Resolution;
import org.junit.jupiter.api.Test;

class CriteriaSetTest {

  private static Map<String, BigDecimal> statistics(String cvRmse, String nmbe) {
    return Map.of("cvRmse", new BigDecimal(cvRmse), "nmbe", new BigDecimal(nmbe));
  }

  private static List<String> english(Findings findings) {
    return findings.stream().map(Finding::en).toList();
  }

  @Test
  void aMissedCriterionSaysValueAndThreshold() {
    CriteriaSet set = CriteriaSet.of("cn-practice-monthly");
    assertThat(set.judge(statistics("0.2", "-0.05"))).isEmpty();
    assertThat(english(set.judge(statistics("0.2001", "-0.0501"))))
        .containsExactly(
            "cvRmse = 0.2001 misses ≤ 0.20 of cn-practice-monthly.",
            "nmbe = -0.0501 misses ≤ 0.05 of cn-practice-monthly.");
  }

  @Test
  void valuesQuotedFromMemoryAreLabelled() {
    for (CriteriaSet set : CriteriaSet.standard().values()) {
      boolean unverified =
          set.criteria().stream().anyMatch(criterion -> criterion.trust() == Trust.UNVERIFIED);
      assertThat(set.judge(Map.of()).stream().map(Finding::code).toList())
          .isEqualTo(unverified ? List.of("fit.criterion-unverified") : List.of());
    }
  }

  @Test
  void aContractMayBringItsOwn() {
    Criterion r2 =
        new Criterion(
            "r2", Relation.AT_LEAST, new BigDecimal("0.8"), "contract 7.2", Trust.VERIFIED);
    CriteriaSet own = new CriteriaSet("own", List.of(r2));
    assertThat(english(own.judge(Map.of("r2", new BigDecimal("0.79")))))
        .containsExactly("r2 = 0.79 misses ≥ 0.8 of own.");
    assertThat(own.judge(Map.of("r2", new BigDecimal("0.8")))).isEmpty();
  }

  @Test
  void anUnknownSetIsTheCallersMistake() {
    assertThatThrownBy(() -> CriteriaSet.of("ashrae"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("criteria set \"ashrae\" is unknown; known: [ashrae-14-monthly");
  }

  /** CalTRACK 2.2.1.2: 37 of 365 days may be missing, the 38th may not. */
  @Test
  void sufficiencyTurnsAtItsThresholds() {
    Sufficiency rule = Sufficiency.of(Sufficiency.DEFAULT, Resolution.DAILY);
    Period year = Period.of(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 1, 1));
    assertThat(rule.judge(year, 329, 329, 5)).isEmpty();
    assertThat(english(rule.judge(year, 328, 328, 5)))
        .containsExactly("Only 328 of 365 days of the baseline period have data, less than 90 %.");
    Sufficiency bills = Sufficiency.of(Sufficiency.DEFAULT, Resolution.BILLING);
    assertThat(bills.judge(year, 365, 12, 8)).isEmpty();
    assertThat(bills.judge(year, 365, 11, 8).stream().map(Finding::code).toList())
        .containsExactly("fit.few-observations", "fit.few-degrees-of-freedom");
  }
}
