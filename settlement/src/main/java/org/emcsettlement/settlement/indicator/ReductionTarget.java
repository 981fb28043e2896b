package org.emcsettlement.settlement.indicator;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.quantity.Trust;

/**
 * A target of total or intensity (双控): an indicator is to fall by a fraction from a base year to a
 * target year. Between the two the allowed value falls in equal yearly steps, a convention of this
 * library; after the target year it stays.
 *
 * @param indicator the indicator
 * @param baseYear the base year
 * @param baseValue its value in the base year [unit of the indicator]
 * @param targetYear the target year, after the base year
 * @param reduction the fraction to fall by
 * @param source where the target was set
 * @param trust how far the source could be checked
 */
public record ReductionTarget(
    Indicator indicator,
    int baseYear,
    BigDecimal baseValue,
    int targetYear,
    BigDecimal reduction,
    String source,
    Trust trust) {

  /**
   * A reduction that a plan asks of everybody, from {@code targets.csv}.
   *
   * @param plan the plan's stable name
   * @param indicator the indicator
   * @param baseYear the base year
   * @param targetYear the target year
   * @param reduction the fraction to fall by
   * @param source where it was read
   * @param trust how far the source could be checked
   */
  public record Planned(
      String plan,
      Indicator indicator,
      int baseYear,
      int targetYear,
      BigDecimal reduction,
      String source,
      Trust trust) {

    /**
     * The target of an institution.
     *
     * @param baseValue its own value in the base year
     * @return the target
     */
    public ReductionTarget from(BigDecimal baseValue) {
      return new ReductionTarget(
          indicator, baseYear, baseValue, targetYear, reduction, source, trust);
    }
  }

  private static final class Packaged {
    static final List<Planned> PLANNED =
        CsvTable.resource(ReductionTarget.class, "targets.csv").rows().stream()
            .map(ReductionTarget::planned)
            .toList();
  }

  private static Planned planned(CsvRow row) {
    return new Planned(
        row.requiredText("plan").orElseThrow(),
        row.constant("indicator", Indicator.class).orElseThrow(),
        row.requiredDecimal("base_year").orElseThrow().intValueExact(),
        row.requiredDecimal("target_year").orElseThrow().intValueExact(),
        row.requiredDecimal("reduction").orElseThrow(),
        row.requiredText("source").orElseThrow(),
        row.constant("trust", Trust.class).orElseThrow());
  }

  /**
   * Checks the years.
   *
   * @param indicator the indicator
   * @param baseYear the base year
   * @param baseValue its value in the base year [unit of the indicator]
   * @param targetYear the target year, after the base year
   * @param reduction the fraction to fall by
   * @param source where the target was set
   * @param trust how far the source could be checked
   * @throws RuleException if the target year does not come after the base year
   */
  public ReductionTarget {
    if (targetYear <= baseYear) {
      throw new RuleException(
          "目标年 " + targetYear + " 应晚于基准年 " + baseYear,
          "targetYear " + targetYear + " must come after baseYear " + baseYear);
    }
  }

  /** {@return the stable names of the plans that ship with the library} */
  public static Set<String> plans() {
    Set<String> plans = new LinkedHashSet<>();
    Packaged.PLANNED.forEach(planned -> plans.add(planned.plan()));
    return plans;
  }

  /**
   * What a plan asks of an indicator.
   *
   * @param plan the plan's stable name
   * @param indicator the indicator
   * @return the reduction, absent if the plan asks none
   */
  public static Optional<Planned> planned(String plan, Indicator indicator) {
    return Packaged.PLANNED.stream()
        .filter(planned -> planned.plan().equals(plan) && planned.indicator() == indicator)
        .findFirst();
  }

  /**
   * What is allowed in a year.
   *
   * @param year the year
   * @return the value, absent up to the base year
   */
  public Optional<Rational> allowed(int year) {
    if (year <= baseYear) {
      return Optional.empty();
    }
    int passed = Math.min(year, targetYear) - baseYear;
    Rational fallen = Rational.of(reduction).times(Rational.of(passed, targetYear - baseYear));
    return Optional.of(Rational.of(baseValue).times(Rational.ONE.minus(fallen)));
  }
}
