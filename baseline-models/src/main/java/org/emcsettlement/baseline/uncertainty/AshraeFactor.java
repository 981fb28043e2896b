package org.emcsettlement.baseline.uncertainty;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.core.series.Resolution;

/**
 * The factor A in the ASHRAE formula, which makes up for leaving out the regressors: {@code A =
 * a·M² + b·M + c} with M the months of the reporting period. Variants are data.
 *
 * @param name the stable name, e.g. {@code sun-baltazar-daily}
 * @param a per month squared
 * @param b per month
 * @param c a number
 * @param source where the numbers were read
 * @param trust how far the source could be checked
 */
public record AshraeFactor(
    String name, BigDecimal a, BigDecimal b, BigDecimal c, String source, Trust trust) {

  /** {@return the packaged variants by name} */
  public static Map<String, AshraeFactor> standard() {
    return Packaged.FACTORS;
  }

  /** The table, read when first asked for. */
  private static final class Packaged {
    static final Map<String, AshraeFactor> FACTORS = Collections.unmodifiableMap(read());
  }

  private static Map<String, AshraeFactor> read() {
    Map<String, AshraeFactor> factors = new LinkedHashMap<>();
    for (CsvRow row : CsvTable.resource(AshraeFactor.class, "ashrae-factors.csv").rows()) {
      AshraeFactor factor =
          new AshraeFactor(
              row.requiredText("name").orElseThrow(),
              row.requiredDecimal("a").orElseThrow(),
              row.requiredDecimal("b").orElseThrow(),
              row.requiredDecimal("c").orElseThrow(),
              row.requiredText("source").orElseThrow(),
              row.constant("trust", Trust.class).orElseThrow());
      factors.put(factor.name(), factor);
    }
    return factors;
  }

  /**
   * A packaged variant.
   *
   * @param name its stable name
   * @return the variant
   * @throws IllegalArgumentException if there is none of that name
   */
  public static AshraeFactor of(String name) {
    AshraeFactor factor = standard().get(name);
    if (factor == null) {
      throw new IllegalArgumentException(
          "ASHRAE factor \"" + name + "\" is unknown; known: " + standard().keySet());
    }
    return factor;
  }

  /** {@return the factor 1.26 for periods of any length} */
  public static AshraeFactor original() {
    return of("ashrae-14");
  }

  /**
   * The variant that depends on the months, for a model's data.
   *
   * @param resolution what the model was fitted on
   * @return its polynomial; for hourly data that is 1.26 again
   */
  public static AshraeFactor byMonths(Resolution resolution) {
    return of("sun-baltazar-" + resolution.name().toLowerCase(Locale.ROOT));
  }

  /**
   * The factor of a period.
   *
   * @param days its days [d]; 365 of them are 12 months
   * @return A
   */
  public Rational over(int days) {
    Rational months = Rational.of(12L * days, 365);
    return Rational.of(a).times(months).plus(Rational.of(b)).times(months).plus(Rational.of(c));
  }
}
