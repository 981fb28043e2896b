package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/**
 * The bands of what exceeds a quota, with the multiple of the price that each pays.
 *
 * @param bands the bands in order, bounds as fractions of the quota
 * @param multiple what the multiples are
 */
public record QuotaBands(List<Band> bands, Multiple multiple) {

  /** What the multiples of the bands are. */
  public enum Multiple {
    /** Paid on top of the price: 0.5 adds half of it. */
    ADDITIONAL,
    /** The whole price: 1.5 is the price and half of it. */
    TOTAL
  }

  /**
   * A band of the excess over the quota.
   *
   * @param upTo its upper bound as a fraction of the quota, absent for the last band
   * @param multiple the multiple of the price
   */
  public record Band(Optional<BigDecimal> upTo, BigDecimal multiple) {

    /**
     * Reads a band.
     *
     * @param json its object
     * @return the band, absent if something in it is wrong
     */
    public static Optional<Band> read(JsonObject json) {
      Optional<BigDecimal> upTo = json.optional("upTo").flatMap(JsonElement::notNegative);
      Optional<BigDecimal> multiple = json.required("multiple").flatMap(JsonElement::notNegative);
      return json.build(() -> new Band(upTo, multiple.orElseThrow()));
    }
  }

  /**
   * The volume at which a band ends.
   *
   * @param calculator records it
   * @param band the band
   * @param quota the quota
   * @return quota × upper bound, absent for the last band
   */
  public Optional<Figure> upperBound(Calculator calculator, Band band, Figure quota) {
    return band.upTo()
        .map(
            bound ->
                calculator.times(
                    "band-upper-bound",
                    quota.unit(),
                    quota,
                    calculator.parameter("band-upper-ratio", bound, "")));
  }

  /**
   * What a unit in a band pays on top of the price: a total multiple contains the price once.
   *
   * @param calculator records it
   * @param band the band
   * @param base the price that multiples apply to
   * @return base × multiple added
   */
  public Figure price(Calculator calculator, Band band, Figure base) {
    Figure stated = calculator.parameter("multiple", band.multiple(), "");
    Figure added =
        multiple == Multiple.ADDITIONAL
            ? stated
            : calculator.minus(
                "multiple-added", stated, calculator.parameter("one", BigDecimal.ONE, ""));
    return calculator.times("surcharge-price", base.unit(), base, added);
  }

  /** Whether bounds rise and only the last band is open. */
  boolean adjacent() {
    return Tier.adjacent(bands.stream().map(Band::upTo).toList());
  }
}
