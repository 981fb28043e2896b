package org.emcsettlement.baseline.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.finding.Named;
import org.emcsettlement.core.quantity.Trust;

/**
 * A ratio by which readings change when a meter or an export changes its unit.
 *
 * @param id the stable id
 * @param zh the two units in Chinese
 * @param en the two units in English
 * @param ratio the larger reading over the smaller one
 * @param low the smallest measured ratio that is taken for it
 * @param high the largest one
 * @param source where the ratio comes from
 * @param trust how far the source could be checked
 */
public record UnitRatio(
    String id,
    String zh,
    String en,
    double ratio,
    double low,
    double high,
    String source,
    Trust trust)
    implements Named {

  /** {@return the packaged ratios} */
  public static List<UnitRatio> standard() {
    return Packaged.RATIOS;
  }

  /** The table, read when first asked for. */
  private static final class Packaged {
    static final List<UnitRatio> RATIOS = read();
  }

  private static List<UnitRatio> read() {
    List<UnitRatio> ratios = new ArrayList<>();
    for (CsvRow row : CsvTable.resource(UnitRatio.class, "unit-ratios.csv").rows()) {
      ratios.add(
          new UnitRatio(
              row.requiredText("id").orElseThrow(),
              row.requiredText("zh").orElseThrow(),
              row.requiredText("en").orElseThrow(),
              row.requiredDecimal("ratio").orElseThrow().doubleValue(),
              row.requiredDecimal("low").orElseThrow().doubleValue(),
              row.requiredDecimal("high").orElseThrow().doubleValue(),
              row.requiredText("source").orElseThrow(),
              row.constant("trust", Trust.class).orElseThrow()));
    }
    return List.copyOf(ratios);
  }

  /**
   * The ratio that a measured one fits.
   *
   * @param measured readings after over readings before, above zero
   * @return the closest known ratio, whichever way it is taken, absent if none fits
   */
  public static Optional<UnitRatio> of(double measured) {
    double upwards = Math.max(measured, 1 / measured);
    return standard().stream()
        .filter(known -> upwards >= known.low && upwards <= known.high)
        .min(
            (one, other) ->
                Double.compare(
                    Math.abs(StrictMath.log(upwards / one.ratio)),
                    Math.abs(StrictMath.log(upwards / other.ratio))));
  }
}
