package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * A local rule that a longer term needs a greater reduction of energy intensity, from {@code
 * term-rules.csv}.
 *
 * @param rule its stable name
 * @param place where it holds
 * @param baseYears the term that needs the base reduction [a]
 * @param baseReduction the reduction that it needs, as a fraction
 * @param perYear by which fraction the required rate rises for every further year
 * @param metric what is to be reduced
 * @param source where it was read
 * @param trust how far the source could be checked
 */
public record TermRule(
    String rule,
    Bilingual place,
    int baseYears,
    BigDecimal baseReduction,
    BigDecimal perYear,
    Bilingual metric,
    String source,
    Trust trust) {

  /** How "for each extra year the required rate rises by at least 20 %" is read. */
  public enum Reading {
    /** Of the base rate each time: 10 % × (1 + 0.2·k). */
    LINEAR("每多一年按基准要求的 20 % 递增（线性）", "of the base rate each time (linear)"),
    /** Of the rate of the year before: 10 % × 1.2^k. */
    COMPOUND("每多一年按上一年要求的 20 % 递增（复利）", "of the rate of the year before (compound)");

    private final String zh;
    private final String en;

    Reading(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /** {@return the reading in both languages} */
    public Bilingual label() {
      return new Bilingual(zh, en);
    }
  }

  private static final class Packaged {
    static final List<TermRule> RULES =
        CsvTable.resource(TermRule.class, "term-rules.csv").rows().stream()
            .map(TermRule::read)
            .toList();
  }

  private static TermRule read(CsvRow row) {
    return new TermRule(
        row.requiredText("rule").orElseThrow(),
        both(row, "place"),
        row.requiredDecimal("base_years").orElseThrow().intValueExact(),
        row.requiredDecimal("base_reduction").orElseThrow(),
        row.requiredDecimal("per_year").orElseThrow(),
        both(row, "metric"),
        row.requiredText("source").orElseThrow(),
        row.constant("trust", Trust.class).orElseThrow());
  }

  private static Bilingual both(CsvRow row, String column) {
    return new Bilingual(
        row.requiredText(column + "_zh").orElseThrow(),
        row.requiredText(column + "_en").orElseThrow());
  }

  /** {@return the rules that ship with the library} */
  public static List<TermRule> standard() {
    return Packaged.RULES;
  }

  /**
   * What a term needs.
   *
   * @param years the term [a], not below the base term
   * @param reading how the rule is read
   * @return the least reduction as a fraction, exact
   * @throws IllegalArgumentException if the term is shorter than the rule speaks of
   */
  public Rational required(int years, Reading reading) {
    int further = years - baseYears;
    if (further < 0) {
      throw new IllegalArgumentException(
          "years " + years + ": the rule of " + rule + " begins at " + baseYears);
    }
    Rational base = Rational.of(baseReduction);
    Rational step = Rational.of(perYear);
    return switch (reading) {
      case LINEAR -> base.times(Rational.ONE.plus(step.times(Rational.of(further))));
      case COMPOUND -> base.times(Rational.ONE.plus(step).power(further));
    };
  }

  /**
   * The longest term that a reduction allows.
   *
   * @param reduction the reduction as a fraction, at most 1
   * @param reading how the rule is read
   * @return the years; 0 if not even the base term is allowed
   */
  public int longest(Rational reduction, Reading reading) {
    int years = 0;
    int next = baseYears;
    while (required(next, reading).compareTo(reduction) <= 0) {
      years = next++;
    }
    return years;
  }
}
